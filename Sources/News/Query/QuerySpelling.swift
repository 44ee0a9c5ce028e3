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

/// How many letters have to be added, taken out, changed or swapped with the next one (optimal string alignment).
private func editSteps(from a: [Character], to b: [Character]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for (i, letter) in a.enumerated() {
        var row = [i + 1]
        for (j, wanted) in b.enumerated() {
            var steps = min(last[j + 1] + 1, row[j] + 1, last[j] + (letter == wanted ? 0 : 1))
            if i > 0, j > 0, letter == b[j - 1], a[i - 1] == wanted { steps = min(steps, before[j - 1] + 1) }
            row.append(steps)
        }
        (before, last) = (last, row)
    }
    return last[b.count]
}
