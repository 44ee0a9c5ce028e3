/// The name that somebody meant who wrote another: the nearest, when it is near enough to be meant; nil else.
package func nearest(to word: String, among names: [String]) -> String? {
    let word = word.lowercased()
    let least = names.map { (name: $0, steps: editSteps(from: word, to: $0.lowercased())) }.min { $0.steps < $1.steps }
    // A third of the letters may be wrong; in a short word, one or two.
    guard let least, least.steps <= max(word.count < 4 ? 1 : 2, word.count / 3) else { return nil }
    return least.name
}

/// How many letters have to be added, taken out, changed or swapped with the next one (optimal string alignment).
func editSteps(from one: String, to other: String) -> Int {
    let (a, b) = (Array(one), Array(other))
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
