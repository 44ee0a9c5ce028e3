/// The word that somebody meant who wrote another: the nearest, when it is near enough to be meant; nil else. A third of
/// the letters may be wrong, but not the first; words of three letters and less are never taken for others.
func nearestWord(to word: String, among words: [String]) -> String? {
    let letters = Array(word.lowercased())
    guard letters.count > 3 else { return nil }
    let limit = letters.count / 3
    var best: (word: String, steps: Int)?
    for candidate in words {
        let wanted = Array(candidate.lowercased())
        guard wanted.count > 2, wanted[0] == letters[0], abs(wanted.count - letters.count) <= limit else { continue }
        let steps = editSteps(from: letters, to: wanted)
        if steps <= limit, steps < best?.steps ?? .max { best = (candidate, steps) }
    }
    return best?.word
}
