import News

/// The name that somebody meant who wrote another: the nearest, when it is near enough to be meant; nil else.
package func nearest(to word: String, among names: [String]) -> String? {
    let letters = Array(word.lowercased())
    let least = names.map { (name: $0, steps: editSteps(from: letters, to: Array($0.lowercased()))) }
        .min { $0.steps < $1.steps }
    // A third of the letters may be wrong; in a short word, one or two.
    guard let least, least.steps <= max(letters.count < 4 ? 1 : 2, letters.count / 3) else { return nil }
    return least.name
}
