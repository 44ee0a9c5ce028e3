import News
import Screen

/// Rows of words in columns as wide as they need, two blanks between.
///
/// Into a pipe every word is written; on a terminal the last column is cut where the line ends.
struct Table {
    private var rows: [[String]] = []

    mutating func add(_ row: [String]) { rows.append(row.map { clean($0) }) }

    func print() throws(Problem) { try put(text(columns: terminalColumns)) }

    /// - Parameter limit: where lines are cut; nil for nowhere.
    func text(columns limit: Int?) -> String {
        let widths = (0..<(rows.first?.count ?? 0)).map { column in rows.map { columns(of: $0[column]) }.max() ?? 0 }
        let lines = rows.map { row in
            var line = ""
            for (words, width) in zip(row.dropLast(), widths) {
                line += words + String(repeating: " ", count: width - columns(of: words) + 2)
            }
            return Self.cut(line + (row.last ?? ""), to: limit) + "\n"
        }
        return lines.joined()
    }

    private static func cut(_ line: String, to limit: Int?) -> String {
        guard let limit, columns(of: line) > limit else { return line }
        var kept = ""
        var width = 0
        for cluster in Drawable(line) {
            if width + cluster.width > limit - 1 { break }
            kept += cluster.glyph
            width += cluster.width
        }
        return kept + "…"
    }
}
