/// Columns and rows of a terminal, or of a part of it.
package struct Size: Hashable, Sendable {
    package let columns: Int
    package let rows: Int

    package init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}

/// A place on the screen, counted from 0 at its upper left.
package struct Position: Hashable, Sendable {
    package let row: Int
    package let column: Int

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// A whole screen as a value: what the terminal shows next.
package struct Frame: Hashable, Sendable {
    package let size: Size
    /// Row after row, `size.columns` cells each.
    package private(set) var cells: [Cell]
    /// Where the terminal's cursor stands (typing a search); nil hides it.
    package var cursor: Position?

    /// All blanks of the role `plain`. A negative size counts as nothing.
    package init(size: Size) {
        self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
        cells = Array(repeating: .blank(.plain), count: self.size.columns * self.size.rows)
    }

    /// Writes text into one row, cleaned, from a column on, cut at `limit` columns (or at the frame's edge); a wide
    /// character that would be cut in half is left out, and half of one that is written over becomes a blank.
    /// Positions outside the frame are no error and draw nothing.
    /// - Returns: the columns used.
    @discardableResult
    package mutating func write(
        _ text: some StringProtocol, row: Int, column: Int, limit: Int = .max, role: Role
    ) -> Int {
        guard 0..<size.rows ~= row, 0..<size.columns ~= column else { return 0 }
        let end = column + min(max(0, limit), size.columns - column)
        let text = String(text)
        let bytes = text.utf8Span.span
        var cleaner = Cleaner(0..<bytes.count)
        var at = column
        while at < end, let piece = cleaner.next(in: bytes), at + piece.width <= end {
            if at == column { clearHalf(before: column, row: row) }
            let index = row * size.columns + at
            cells[index] = Cell(piece.glyph, role)
            if piece.width == 2 { cells[index + 1] = Cell(.none, role) }
            at += piece.width
        }
        if at > column { clearHalf(from: at, row: row) }
        return at - column
    }

    /// Sets every cell of a stretch of one row to a blank of this role.
    package mutating func fill(row: Int, column: Int, columns: Int, role: Role) {
        let start = max(0, column)
        let (sum, isTooFar) = column.addingReportingOverflow(columns)
        let end = isTooFar ? (columns > 0 ? size.columns : 0) : min(sum, size.columns)
        guard 0..<size.rows ~= row, start < end else { return }
        clearHalf(before: start, row: row)
        for at in start..<end { cells[row * size.columns + at] = .blank(role) }
        clearHalf(from: end, row: row)
    }

    /// - Precondition: the place is in the frame.
    package subscript(row row: Int, column column: Int) -> Cell { cells[row * size.columns + column] }

    /// The cells of one row, all of them.
    package func cells(ofRow row: Int) -> ArraySlice<Cell> {
        cells[row * size.columns..<(row + 1) * size.columns]
    }

    /// The columns of a row from the first to the last that is another than in a frame of the same size, whole characters of
    /// both; empty when there is none.
    package func difference(ofRow row: Int, from other: Frame) -> Range<Int> {
        let start = row * size.columns
        let end = start + size.columns
        func isHalf(_ at: Int) -> Bool { cells[at].isRightHalf || other.cells[at].isRightHalf }
        guard var first = (start..<end).first(where: { cells[$0] != other.cells[$0] }),
            var last = (first..<end).last(where: { cells[$0] != other.cells[$0] })
        else { return 0..<0 }
        while first > start, isHalf(first) { first -= 1 }
        while last + 1 < end, isHalf(last + 1) { last += 1 }
        return first - start..<last + 1 - start
    }

    /// A wide character whose right half stands at `column` loses its left half.
    private mutating func clearHalf(before column: Int, row: Int) {
        let index = row * size.columns + column
        guard column > 0, cells[index].isRightHalf else { return }
        cells[index - 1] = .blank(cells[index - 1].role)
    }

    /// A right half at `column`, whose left half was just written over, becomes a blank.
    private mutating func clearHalf(from column: Int, row: Int) {
        let index = row * size.columns + column
        guard column < size.columns, cells[index].isRightHalf else { return }
        cells[index] = .blank(cells[index].role)
    }
}

// A frame as text: golden screens and `dateline screen`.
extension Frame {
    /// What is to be read, one line a row, without the blanks at each line's end and without a last line end.
    package var text: String {
        lines { row in
            var line = cells(ofRow: row).map(\.glyph).joined()
            while line.utf8.last == 0x20 { line.unicodeScalars.removeLast() }
            return line
        }
    }

    /// The letter of each cell's role (`.` is plain), one line a row, each as long as the frame is wide.
    package var roles: String {
        lines { row in String(cells(ofRow: row).map(\.role.rawValue)) }
    }

    private func lines(_ line: (Int) -> String) -> String {
        (0..<size.rows).map(line).joined(separator: "\n")
    }
}
