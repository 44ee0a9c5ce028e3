import Screen

extension Frame {
    mutating func fill(_ region: Region, role: Role) {
        for row in region.row..<region.row + region.rows {
            fill(row: row, column: region.column, columns: region.columns, role: role)
        }
    }

    /// Writes into one line of a region, from a column of it on, cut at its edge.
    /// - Returns: the columns used.
    @discardableResult
    mutating func write(_ text: some StringProtocol, in region: Region, line: Int = 0, at column: Int = 0, role: Role)
        -> Int
    {
        guard 0..<region.rows ~= line, 0..<region.columns ~= column else { return 0 }
        return write(
            text, row: region.row + line, column: region.column + column, limit: region.columns - column, role: role)
    }

    /// Writes at the right edge of a line of a region.
    /// - Returns: the columns left of it.
    @discardableResult
    mutating func write(_ text: String, atEndOf region: Region, line: Int = 0, role: Role) -> Int {
        let column = max(0, region.columns - columns(of: text))
        write(text, in: region, line: line, at: column, role: role)
        return column
    }
}

/// A text cut to some columns, with an ellipsis where it was cut.
func elided(_ text: String, to width: Int) -> String {
    guard width > 0 else { return "" }
    // Bytes are never fewer than columns: the usual row needs no measuring.
    guard text.utf8.count > width, columns(of: text) > width else { return text }
    var cut = ""
    var used = 0
    for cluster in Drawable(text) {
        guard used + cluster.width < width else { break }
        cut += cluster.glyph
        used += cluster.width
    }
    while cut.last == " " { cut.removeLast() }
    return cut + "…"
}

/// A text broken into at most so many lines; an ellipsis tells that more would follow.
func lines(of text: String, width: Int, atMost rows: Int) -> [String] {
    let width = max(1, width)
    // One more tells whether there is more to come.
    let ranges = wrapped(text, 0..<text.utf8.count, width: width, atMost: max(0, min(rows, .max - 1)) + 1)
    return ranges.prefix(rows).enumerated().map { number, range in
        guard number == rows - 1, ranges.count > rows else { return String(words(of: text, range)) }
        return cut(words(of: text, range), to: width)
    }
}

/// A line with an ellipsis at its end: after its last word, or, where there is no column left, in place of it.
private func cut(_ line: Substring, to width: Int) -> String {
    if columns(of: line) < width { return line + "…" }
    guard let blank = line.lastIndex(of: " "), columns(of: line[..<blank]) * 2 > width else {
        return elided(line + "…", to: width)
    }
    return line[..<blank] + "…"
}

/// The words of a line.
func words(of text: String, _ range: Range<Int>) -> Substring {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    return text[start..<bytes.index(start, offsetBy: range.count)]
}
