/// Columns and rows of a terminal, or of a part of it.
package struct Size: Hashable, Sendable {
    package let columns: Int
    package let rows: Int

    package init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}

/// One column of one row.
package struct Cell: Hashable, Sendable {
    /// What stands here: a base character with its marks; empty in the right half of a wide one.
    package let glyph: String
    package let role: Role

    package init(glyph: String, role: Role) {
        self.glyph = glyph
        self.role = role
    }
}

/// A whole screen as a value: what the terminal shows next.
package struct Frame: Hashable, Sendable {
    package let size: Size
    /// Row after row, `size.columns` cells each.
    package private(set) var cells: [Cell]
    /// Where the terminal's cursor stands (typing a search); nil hides it.
    package var cursor: Position?

    package init(size: Size) {
        self.size = size
        cells = Array(repeating: Cell(glyph: " ", role: .plain), count: size.columns * size.rows)
    }

    /// Writes text into one row, cleaned, from a column on, cut at `limit` columns (or at the frame's edge); a wide
    /// character that would be cut in half is left out. Positions outside the frame are no error and draw nothing.
    /// - Returns: the columns used.
    @discardableResult
    package mutating func write(
        _ text: some StringProtocol, row: Int, column: Int, limit: Int = .max, role: Role
    ) -> Int {
        guard 0..<size.rows ~= row, column >= 0 else { return 0 }
        let end = min(size.columns, limit > size.columns ? size.columns : column + limit)
        var at = column
        for cluster in Drawable(text) {
            guard at + cluster.width <= end else { break }
            put(cluster.glyph, width: cluster.width, row: row, column: at, role: role)
            at += cluster.width
        }
        return at - column
    }

    /// Sets every cell of a stretch of one row to a blank of this role.
    package mutating func fill(row: Int, column: Int, columns: Int, role: Role) {
        guard 0..<size.rows ~= row else { return }
        for at in max(0, column)..<max(0, column, min(size.columns, column + columns)) {
            cells[row * size.columns + at] = Cell(glyph: " ", role: role)
        }
    }

    package subscript(row row: Int, column column: Int) -> Cell { cells[row * size.columns + column] }

    private mutating func put(_ glyph: String, width: Int, row: Int, column: Int, role: Role) {
        let at = row * size.columns + column
        cells[at] = Cell(glyph: glyph, role: role)
        if width == 2 { cells[at + 1] = Cell(glyph: "", role: role) }
    }
}

package struct Position: Hashable, Sendable {
    package let row: Int
    package let column: Int

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}
