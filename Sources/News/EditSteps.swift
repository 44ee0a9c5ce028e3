/// How many letters have to be added, taken out, changed or swapped with the next one (optimal string alignment).
package func editSteps(from a: [Character], to b: [Character]) -> Int {
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
