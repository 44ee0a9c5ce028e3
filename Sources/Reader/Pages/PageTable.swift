import News
import Screen

// Tables: columns as wide as their cells need, narrowed to fit; where there is no room for columns, a row is a list of
// "name: value".

extension PageSetter {
    private static let gap = 2
    /// A column narrower than this, with more to say, is no column.
    private static let leastColumn = 8

    mutating func setTable(_ cells: [Paragraph], of article: Article) {
        let table = Grid(cells, of: article)
        let widths = table.widths(in: measure, gap: Self.gap, least: Self.leastColumn)
        if let widths { setColumns(table, widths) } else { setRows(table) }
    }

    private mutating func setColumns(_ table: Grid, _ widths: [Int]) {
        let columns = widths.indices.map { widths[..<$0].reduce(0, +) + $0 * Self.gap }
        var isAiry = false
        for (number, row) in table.rows.enumerated() {
            let cells = row.cells.map { cell in
                wrapped(table.text, cell.range, width: widths[cell.column])
            }
            let height = cells.map(\.count).max() ?? 1
            // Rows of several lines are told apart by a blank one.
            if isAiry || height > 1, number > 0, lines.last?.isBlank == false, !table.rows[number - 1].isHeader {
                addBlank()
            }
            isAiry = height > 1
            for line in 0..<height {
                var pieces: [Page.Piece] = []
                for (cell, ranges) in zip(row.cells, cells) where line < ranges.count {
                    var column = columns[cell.column]
                    if table.isNumeric[cell.column] {
                        column += max(0, widths[cell.column] - Screen.columns(of: words(of: table.text, ranges[line])))
                    }
                    pieces.append(
                        Page.Piece(
                            table.text, ranges[line], at: column, row.isHeader ? .heading : .plain, isTinted: true))
                }
                add(pieces, at: pieces.first?.range.lowerBound ?? row.offset)
            }
            let isLastHeader = row.isHeader && (number + 1 == table.rows.count || !table.rows[number + 1].isHeader)
            if isLastHeader {
                let rules = widths.indices.map {
                    Page.Piece(made: String(repeating: "─", count: widths[$0]), at: columns[$0], .divider)
                }
                add(rules, at: row.offset)
            }
        }
    }

    /// "Boat: Heron", one cell a line, a blank line between rows.
    private mutating func setRows(_ table: Grid) {
        let header = table.rows.first { $0.isHeader }
        for row in table.rows where !row.isHeader || table.rows.allSatisfy(\.isHeader) {
            endBlock()
            for cell in row.cells {
                let name = header?.cells.first { $0.column == cell.column }.map {
                    words(of: table.text, $0.range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
                }
                setCell(cell, named: name ?? "", in: table.text)
            }
        }
    }

    private mutating func setCell(_ cell: Grid.Cell, named name: String, in text: String) {
        let label = name.isEmpty ? "" : name + ":"
        // A long name stands on a line of its own.
        let used = columns(of: label)
        guard used > 0, used + 1 <= measure / 2 else {
            if used > 0 { set(made: label, .heading, at: cell.range.lowerBound) }
            return set(text, cell.range, Look(indent: 2))
        }
        let ranges = wrapped(text, cell.range, width: max(1, measure - used - 1))
        for (number, range) in ranges.enumerated() {
            let value = Page.Piece(text, range, at: used + 1, .plain, isTinted: true)
            let pieces = number == 0 ? [value, Page.Piece(made: label, at: 0, .heading)] : [value]
            add(pieces, at: range.lowerBound)
        }
    }
}

/// The cells of a table.
private struct Grid {
    struct Cell {
        let column: Int
        let range: Range<Int>
    }

    struct Row {
        var isHeader: Bool
        var cells: [Cell]
        var offset: Int { cells.first?.range.lowerBound ?? 0 }
    }

    let text: String
    private(set) var rows: [Row] = []
    /// For each column, whether all its cells but the header are numbers.
    private(set) var isNumeric: [Bool] = []
    /// For each column, the columns of its widest cell, and of its longest word.
    private var widest: [Int] = []
    private var longest: [Int] = []

    /// More columns of a table than any screen has.
    private static let mostColumns = 200

    init(_ cells: [Paragraph], of article: Article) {
        text = article.text
        var lastRow = -1
        for paragraph in cells {
            guard case .cell(let row, let written, let isHeader) = paragraph.form else { continue }
            let column = min(written, Self.mostColumns)
            let cell = Cell(column: column, range: paragraph.span.start..<paragraph.span.end)
            if row == lastRow {
                rows[rows.count - 1].cells.append(cell)
                rows[rows.count - 1].isHeader = rows[rows.count - 1].isHeader && isHeader
            } else {
                rows.append(Row(isHeader: isHeader, cells: [cell]))
                lastRow = row
            }
            while widest.count <= column {
                widest.append(1)
                longest.append(1)
                isNumeric.append(true)
            }
            measure(cell, isHeader)
        }
    }

    private mutating func measure(_ cell: Cell, _ isHeader: Bool) {
        let words = words(of: text, cell.range)
        widest[cell.column] = max(widest[cell.column], columns(of: words))
        for word in words.split(whereSeparator: \.isWhitespace) {
            longest[cell.column] = max(longest[cell.column], columns(of: word))
        }
        if !isHeader, isNumeric[cell.column] {
            let isNumber = words.utf8.allSatisfy { 0x30...0x39 ~= $0 || $0 >= 0x80 || " .,+-%$:/".utf8.contains($0) }
            isNumeric[cell.column] = isNumber && words.utf8.contains { 0x30...0x39 ~= $0 }
        }
    }

    /// The width of each column: what it needs, or, where that is too much, less for the widest. Nil where words would be
    /// cut to pieces.
    func widths(in measure: Int, gap: Int, least: Int) -> [Int]? {
        let room = measure - gap * (widest.count - 1)
        var widths = widest
        var excess = widths.reduce(0, +) - room
        // The longest words are kept whole as far as that is a matter of some columns.
        let floors = zip(widest, longest).map { min($0, max(least, min($1, least * 2))) }
        guard floors.reduce(0, +) <= room else { return nil }
        while excess > 0 {
            let loose = widths.indices.filter { widths[$0] > floors[$0] }
            guard let most = loose.map({ widths[$0] }).max() else { return nil }
            let widestOnes = loose.filter { widths[$0] == most }
            // Down to the next widest one, or as far as it takes.
            let next = loose.map { widths[$0] }.filter { $0 < most }.max() ?? 0
            for index in widestOnes where excess > 0 {
                let share = (excess + widestOnes.count - 1) / widestOnes.count
                let step = max(1, min(most - max(next, floors[index]), share))
                widths[index] -= min(step, excess, widths[index] - floors[index])
                excess = widths.reduce(0, +) - room
            }
        }
        return widths
    }
}
