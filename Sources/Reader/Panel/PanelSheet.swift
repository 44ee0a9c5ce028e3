import News
import Screen

/// The rows of the open tab of the side panel: which there are, where they stand, and how high each is.
struct PanelSheet {
    let rows: [Panel.Row]
    /// The row that stands out, headings counted; nil before the first n.
    let chosen: Int?
    /// Where the rows are drawn.
    let list: Region
    /// Where the card of the chosen name is, a dividing line as its first; nil where there is none, or no room.
    let card: Region?
    private let open: OpenArticle

    init(of open: OpenArticle, _ tab: Panel.Tab, in inside: Region, isChoosing: Bool) {
        self.open = open
        rows = open.rows(of: tab)
        let choices = rows.indices.filter { [rows] in !rows[$0].isHeading }
        chosen = isChoosing && !choices.isEmpty ? choices[min(open.chosenRow(of: tab), choices.count - 1)] : nil
        let parts = tab == .names && !choices.isEmpty ? Layout.parts(ofPanel: inside, rows: open.namesHeight) : nil
        list = parts?.list ?? inside
        card = parts?.card
    }

    /// Lines that a row takes.
    func height(of row: Int) -> Int {
        switch rows[row] {
        case .heading, .country: 1
        case .quote(let quote): words(of: quote, row: row).count + 1
        case .entity(let entity): open.height(ofName: entity)
        }
    }

    /// A quote's lines: the chosen one whole, as far as the panel is high; the others as far as there is room for all.
    func words(of quote: Int, row: Int) -> [String] {
        let most = row == chosen ? max(Layout.quoteRows, list.rows - 1) : open.quoteRoom.lines
        return open.panelLines(of: quote, columns: list.columns, atMost: most)
    }
}

/// How many lines each quote gets in the panel, and for what room that was found out.
struct QuoteRoom: Hashable, Sendable {
    var columns = 0
    var rows = 0
    var quotes: [Int] = []
    var lines = Layout.quoteRows
}

extension AppState {
    /// Nil while no story is open.
    func panelSheet(in inside: Region) -> PanelSheet? {
        guard let open else { return nil }
        // Before the first n no quote is chosen, unless the keys are here.
        let isChoosing = focus == .panel || tab != .quotes || open.currentQuote != nil
        return PanelSheet(of: open, tab, in: inside, isChoosing: isChoosing)
    }
}

extension OpenArticle {
    /// The rows of a tab, headings among them; of one speaker's quotes alone where they are picked out.
    func rows(of tab: Panel.Tab) -> [Panel.Row] {
        guard tab == .quotes, let speaker else { return Panel.rows(of: reading, in: tab) }
        return [.heading("\(Texts.quotes(of: speaker)) \(listedQuotes.count)")] + listedQuotes.map { .quote($0) }
    }

    /// How many rows a tab has: "13", or "4/13" where one speaker's are picked out.
    func countWords(of tab: Panel.Tab) -> String {
        let all = String(tab.count(in: reading))
        return tab == .quotes && speaker != nil ? "\(listedQuotes.count)/" + all : all
    }

    /// The rows that can be chosen.
    func choices(of tab: Panel.Tab) -> [Panel.Row] { rows(of: tab).filter { !$0.isHeading } }

    func panelLines(of quote: Int, columns: Int, atMost rows: Int) -> [String] {
        lines(of: Texts.quoted(quoteLines[quote]), width: Layout.quoteColumns(of: columns), atMost: rows)
    }

    func height(ofName entity: Int) -> Int { reading.entities[entity].role == nil ? 1 : 2 }

    /// Lines of the names with their headings.
    var namesHeight: Int {
        let kinds = Set(reading.entities.map(\.kind)).count
        return kinds + reading.entities.indices.reduce(0) { $0 + height(ofName: $1) }
    }

    /// Finds how many lines each quote can have so that all of them are seen at once: two where they are too many.
    mutating func fitQuotes(columns: Int, rows: Int) {
        guard quoteRoom.columns != columns || quoteRoom.rows != rows || quoteRoom.quotes != listedQuotes else { return }
        quoteRoom = QuoteRoom(columns: columns, rows: rows, quotes: listedQuotes)
        // A line for each speaker, and at least one of words.
        let free = rows - listedQuotes.count - (speaker == nil ? 0 : 1)
        guard listedQuotes.count <= free else { return }
        let heights = listedQuotes.map { panelLines(of: $0, columns: columns, atMost: rows).count }
        func needed(_ limit: Int) -> Int { heights.reduce(0) { $0 + min($1, limit) } }
        while quoteRoom.lines < heights.max() ?? 0, needed(quoteRoom.lines + 1) <= free { quoteRoom.lines += 1 }
    }
}
