import News

/// The lists and tables of a page that are open at a place of it, and how a paragraph there is set.
///
/// Many a page of old lays itself out by a table: only what looks like a table of facts is one.
struct PageForms {
    /// What says how a paragraph is set: the innermost of the elements around it that does.
    enum Setting {
        case plain
        case heading(level: Int)
        case preformatted
        /// By its number on the page.
        case entry(Int)
        case cell(table: Int, row: Int, column: Int, isHeader: Bool)
    }

    private struct List {
        /// Of the next entry; nil where entries have bullets.
        var number: Int?
    }

    private struct Entry {
        let depth: Int
        var bullet: Paragraph.Bullet
    }

    private struct Table {
        let number: Int
        var row = -1
        var column = -1
        var isInHead = false
        /// Whether it holds what no table of facts does.
        var isForLayout = false
        /// The paragraphs in its cells, by their place on the page.
        var blocks: [Int] = []
    }

    private var lists: [List] = []
    private var entries: [Entry] = []
    private var tables: [Table] = []
    private var tableCount = 0

    /// In bytes: a longer cell is a column of a page rather than of a table.
    private static let longestCell = 400

    mutating func begin(
        _ element: PageElement, _ source: [UInt8], _ attributes: Range<Int>, within outer: Setting
    ) -> Setting {
        func number(_ name: StaticString) -> Int? {
            source.attribute(name, in: attributes).flatMap { Int($0) }.map { max(-99_999, min($0, 99_999)) }
        }
        switch element {
        case .h1: return .heading(level: 1)
        case .h2: return .heading(level: 2)
        case .h3: return .heading(level: 3)
        case .h4: return .heading(level: 4)
        case .h5: return .heading(level: 5)
        case .h6: return .heading(level: 6)
        case .pre: return .preformatted
        case .ul, .dl: lists.append(List(number: nil))
        case .ol: lists.append(List(number: number("start") ?? 1))
        case .li: return entry(number("value"))
        case .dt: return entry(nil)
        case .dd:
            entries.append(Entry(depth: max(1, lists.count), bullet: .none))
            return .entry(entries.count - 1)
        case .table: beginTable()
        case .thead, .tr, .td, .th: return inTable(element, span: number("colspan") ?? 1, within: outer)
        case .article, .main: layOutByTable()
        default: break
        }
        return outer
    }

    /// - Returns: the paragraphs that are no cells after all.
    mutating func end(_ element: PageElement, _ blocks: [PageBlock]) -> [Int] {
        switch element {
        case .ul, .ol, .dl: _ = lists.popLast()
        case .thead: if !tables.isEmpty { tables[tables.count - 1].isInHead = false }
        case .table:
            guard let table = tables.popLast() else { break }
            if table.isForLayout || !isOfFacts(table.blocks.map { blocks[$0] }) { return table.blocks }
        default: break
        }
        return []
    }

    /// How the paragraph that ends now is set. Only the first one of an entry has its bullet.
    /// - Parameter block: its place on the page.
    mutating func form(of setting: Setting, block: Int) -> Paragraph.Form {
        switch setting {
        case .plain: return .plain
        case .heading(let level): return .heading(level: level)
        case .preformatted: return .preformatted
        case .entry(let number):
            defer { entries[number].bullet = .none }
            return .entry(depth: entries[number].depth, entries[number].bullet)
        case .cell(let number, let row, let column, let isHeader):
            // The innermost one, or the one around it.
            guard let table = tables.lastIndex(where: { $0.number == number }) else { return .plain }
            tables[table].blocks.append(block)
            return .cell(row: row, column: column, isHeader: isHeader)
        }
    }

    private mutating func entry(_ value: Int?) -> Setting {
        var bullet = Paragraph.Bullet.dot
        if let counted = lists.last?.number {
            let number = value ?? counted
            lists[lists.count - 1].number = number + 1
            bullet = .number(number)
        }
        entries.append(Entry(depth: max(1, lists.count), bullet: bullet))
        return .entry(entries.count - 1)
    }

    /// The table around this place is no table of facts; those around it are known not to be.
    private mutating func layOutByTable() {
        if !tables.isEmpty { tables[tables.count - 1].isForLayout = true }
    }

    private mutating func beginTable() {
        layOutByTable()
        tables.append(Table(number: tableCount))
        tableCount += 1
    }

    private mutating func inTable(_ element: PageElement, span: Int, within outer: Setting) -> Setting {
        guard var table = tables.last else { return outer }
        defer { tables[tables.count - 1] = table }
        switch element {
        case .thead: table.isInHead = true
        case .tr:
            table.row += 1
            table.column = -1
        default:
            table.row = max(0, table.row)
            table.column += 1
            let isHeader = element == .th && (table.row == 0 || table.isInHead)
            defer { table.column += max(1, min(span, 100)) - 1 }
            return .cell(table: table.number, row: table.row, column: table.column, isHeader: isHeader)
        }
        return outer
    }

    /// Two rows and columns at least, and one short paragraph a cell.
    private func isOfFacts(_ cells: [PageBlock]) -> Bool {
        var before = (row: -1, column: -1)
        var first: (row: Int, column: Int)?
        var (hasRows, hasColumns) = (false, false)
        for cell in cells {
            guard case .cell(let row, let column, _) = cell.form, cell.range.count <= Self.longestCell,
                before < (row, column)
            else { return false }
            before = (row, column)
            let start = first ?? before
            first = start
            hasRows = hasRows || row != start.row
            hasColumns = hasColumns || column != start.column
        }
        return hasRows && hasColumns
    }
}
