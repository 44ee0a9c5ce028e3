import News
import Screen

/// A rectangle of the screen.
struct Region: Hashable, Sendable {
    var row: Int
    var column: Int
    var columns: Int
    var rows: Int

    func contains(_ position: Position) -> Bool {
        row..<row + rows ~= position.row && column..<column + columns ~= position.column
    }

    /// Without some columns at the left and right; never less than one column.
    func inset(by margin: Int) -> Region {
        let margin = max(0, min(margin, (columns - 1) / 2))
        return Region(row: row, column: column + margin, columns: columns - margin - margin, rows: rows)
    }
}

/// A line between two panes, which can be drawn aside.
struct Divider: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case list, panel }

    let kind: Kind
    /// One column; it begins in the row of the headers, which it joins.
    let region: Region
}

/// A pane's header line and what stands below it.
struct PaneRegion: Hashable, Sendable {
    let header: Region?
    let inside: Region

    init(_ region: Region, hasHeader: Bool = true) {
        // A pane of one line has no room for a header.
        let headerRows = hasHeader && region.rows > 1 ? 1 : 0
        header =
            headerRows == 0 ? nil : Region(row: region.row, column: region.column, columns: region.columns, rows: 1)
        inside = Region(
            row: region.row + headerRows, column: region.column, columns: region.columns, rows: region.rows - headerRows
        )
    }

    func contains(_ position: Position) -> Bool { inside.contains(position) || header?.contains(position) == true }
}

/// Every size on the screen.
struct Layout: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case tooSmall, narrow, medium, wide }

    let kind: Kind
    /// Columns of the article's lines at most.
    private let measure: Int
    private(set) var title: Region?
    private(set) var footer: Region?
    private(set) var feeds: PaneRegion?
    private(set) var stories: PaneRegion?
    private(set) var article: PaneRegion?
    private(set) var panel: PaneRegion?
    private(set) var dividers: [Divider] = []

    /// The widest lines that are easy to read, unless somebody asks for others.
    static let measure = 76
    /// Free columns beside the article's words; the gutter bar stands in them.
    static let articleMargin = 2
    /// Columns before the words of a row in the lists: arrow, dot, blank.
    static let rowIndent = 3
    /// Columns before the words of a row in the panel: arrow and number.
    static let panelIndent = 4
    /// Codes of countries in a row, and the columns that its source needs to be worth showing.
    static let rowCountries = 3
    static let leastSource = 6
    static let headlineRows = 2
    /// Rows of the feed list in folders deeper than this stand no further in.
    static let deepestIndent = 4
    static let quoteRows = 2
    static let widthStep = 2
    /// Columns beside the words of a name's card in the panel.
    static let cardIndent = 2

    private static let leastNameRows = 10
    private static let leastCardRows = 9
    private static let wideFrom = 110
    private static let mediumFrom = 70
    private static let smallest = Size(columns: 20, rows: 6)
    private static let listColumns = 24...44
    private static let panelColumns = 28...48
    private static let leastArticle = 30
    private static let leastPane = 16

    static func kind(of size: Size) -> Kind {
        if size.columns < smallest.columns || size.rows < smallest.rows { return .tooSmall }
        if size.columns < mediumFrom { return .narrow }
        return size.columns < wideFrom ? .medium : .wide
    }

    init(_ state: AppState) {
        kind = Self.kind(of: state.size)
        measure = state.measure
        let size = state.size
        guard kind != .tooSmall else { return }
        footer = Region(row: size.rows - 1, column: 0, columns: size.columns, rows: 1)
        if state.isZen {
            let screen = Region(row: 0, column: 0, columns: size.columns, rows: size.rows - 1)
            article = PaneRegion(screen, hasHeader: false)
            return
        }
        title = Region(row: 0, column: 0, columns: size.columns, rows: 1)
        let body = Region(row: 1, column: 0, columns: size.columns, rows: size.rows - 2)
        switch kind {
        case .tooSmall: break
        case .narrow: placeOne(in: body, state.focus)
        case .medium: placeTwo(in: body, state)
        case .wide: placeThree(in: body, state)
        }
    }

    func divider(at position: Position) -> Divider? { dividers.first { $0.region.contains(position) } }

    /// The pane at a position of the screen.
    func pane(at position: Position) -> Pane? {
        if feeds?.contains(position) == true { return .feeds }
        if stories?.contains(position) == true { return .stories }
        if article?.contains(position) == true { return .article }
        if panel?.contains(position) == true { return .panel }
        return nil
    }

    /// The columns of the article's words: centred, at most the measure.
    var words: Region? {
        guard let inside = article?.inside else { return nil }
        let room = inside.inset(by: Self.articleMargin)
        let columns = min(room.columns, measure)
        return Region(
            row: room.row, column: room.column + (room.columns - columns) / 2, columns: columns, rows: room.rows)
    }

    /// Where the names and the card of the chosen one stand in the panel: the card, a line above it, has two fifths, or what
    /// the names leave free. Nil where there is no room for both.
    /// - Parameter rows: lines of all the names.
    static func parts(ofPanel inside: Region, rows: Int) -> (list: Region, card: Region)? {
        guard inside.rows >= leastNameRows + leastCardRows else { return nil }
        let cardRows = max(leastCardRows, inside.rows * 2 / 5, inside.rows - rows)
        var list = inside
        list.rows = inside.rows - cardRows
        var card = inside
        card.row += list.rows
        card.rows = cardRows
        return (list, card)
    }

    /// Columns for a headline in the story list: the star and a blank stand behind it.
    static func headlineColumns(of list: Int) -> Int { max(1, list - rowIndent - 3) }

    /// Columns for the words of a quote in the panel.
    static func quoteColumns(of panel: Int) -> Int { max(1, panel - panelIndent - 1) }

    /// The columns given to the left and the side pane once a wish for more or less is met as far as there is room.
    /// - Parameter width: what the config asks for; nil is a share of the screen.
    static func columns(ofList wish: Int, of screen: Int, usually width: PaneWidth?) -> Int {
        columns(width, else: listShare(of: screen), plus: wish, of: screen, limits: listColumns)
    }

    static func columns(ofPanel wish: Int, of screen: Int, usually width: PaneWidth?) -> Int {
        columns(width, else: panelShare(of: screen), plus: wish, of: screen, limits: panelColumns)
    }

    /// A wish without the part that cannot be met, so that the next key the other way is felt at once.
    static func wish(ofList wish: Int, of screen: Int, usually width: PaneWidth?) -> Int {
        columns(ofList: wish, of: screen, usually: width) - usual(width, of: screen, else: listShare(of: screen))
    }

    static func wish(ofPanel wish: Int, of screen: Int, usually width: PaneWidth?) -> Int {
        columns(ofPanel: wish, of: screen, usually: width) - usual(width, of: screen, else: panelShare(of: screen))
    }

    private static func columns(
        _ width: PaneWidth?, else share: Int, plus wish: Int, of screen: Int, limits: ClosedRange<Int>
    ) -> Int {
        let usual = usual(width, of: screen, else: share)
        // Who asks for an odd width in the config gets it, as long as something of the others is left.
        let most = max(leastPane, screen - leastArticle - 1)
        let limits = width == nil ? limits : min(usual, limits.lowerBound)...max(usual, limits.upperBound)
        return min(limited(usual + wish, to: limits), most)
    }

    private static func usual(_ width: PaneWidth?, of screen: Int, else share: Int) -> Int {
        width.map { max(leastPane, $0.columns(of: screen)) } ?? share
    }

    /// Beside two other panes the list has a quarter of the screen, beside one a third.
    private static func listShare(of screen: Int) -> Int { screen < wideFrom ? screen * 35 / 100 : screen * 25 / 100 }

    private static func panelShare(of screen: Int) -> Int { screen < wideFrom ? screen * 38 / 100 : screen * 29 / 100 }

    private mutating func placeOne(in body: Region, _ focus: Pane) {
        switch focus {
        case .feeds: feeds = PaneRegion(body)
        case .stories: stories = PaneRegion(body)
        case .article: article = PaneRegion(body)
        case .panel: panel = PaneRegion(body)
        }
    }

    private mutating func placeTwo(in body: Region, _ state: AppState) {
        if state.isPanelOut || state.focus == .panel {
            let (left, right) = split(
                body, .panel, right: Self.columns(ofPanel: state.panelWish, of: body.columns, usually: state.panelWidth)
            )
            article = PaneRegion(left)
            panel = PaneRegion(right)
        } else {
            let list = Self.columns(ofList: state.listWish, of: body.columns, usually: state.listWidth)
            let (left, right) = split(body, .list, right: body.columns - 1 - list)
            if state.focus == .feeds { feeds = PaneRegion(left) } else { stories = PaneRegion(left) }
            article = PaneRegion(right)
        }
    }

    private mutating func placeThree(in body: Region, _ state: AppState) {
        let panelWidth = min(
            body.columns - Self.leastArticle - Self.leastPane - 2,
            Self.columns(ofPanel: state.panelWish, of: body.columns, usually: state.panelWidth))
        let room = body.columns - panelWidth - Self.leastArticle - 2
        let list = min(Self.columns(ofList: state.listWish, of: body.columns, usually: state.listWidth), room)
        let (left, rest) = split(body, .list, right: body.columns - 1 - list)
        let (middle, right) = split(rest, .panel, right: panelWidth)
        article = PaneRegion(middle)
        panel = PaneRegion(right)
        placeLists(in: left, state)
    }

    /// Feeds above stories: as many as there are, but no more than a third of the height.
    private mutating func placeLists(in left: Region, _ state: AppState) {
        let feedRows = max(2, min(state.feedChoices.count + 1, left.rows / 3))
        guard left.rows - feedRows > Self.headlineRows + 1 else {
            if state.focus == .feeds { feeds = PaneRegion(left) } else { stories = PaneRegion(left) }
            return
        }
        feeds = PaneRegion(Region(row: left.row, column: left.column, columns: left.columns, rows: feedRows))
        stories = PaneRegion(
            Region(row: left.row + feedRows, column: left.column, columns: left.columns, rows: left.rows - feedRows))
    }

    /// Two panes with a dividing line between them.
    private mutating func split(_ region: Region, _ kind: Divider.Kind, right: Int) -> (Region, Region) {
        let left = region.columns - right - 1
        let line = region.column + left
        dividers.append(
            Divider(kind: kind, region: Region(row: region.row, column: line, columns: 1, rows: region.rows)))
        return (
            Region(row: region.row, column: region.column, columns: left, rows: region.rows),
            Region(row: region.row, column: line + 1, columns: right, rows: region.rows)
        )
    }

    private static func limited(_ value: Int, to range: ClosedRange<Int>) -> Int {
        min(max(value, range.lowerBound), range.upperBound)
    }
}

/// Where an overlay lies: in the middle, as high as it needs, over everything but the footer where the screen is small.
struct OverlayRegion: Hashable, Sendable {
    let border: Region
    /// What is typed; nil where nothing can be.
    let prompt: Region?
    /// The rows.
    let inside: Region

    /// The names of the facts, and the keys in the help.
    static let labelColumns = 14

    /// The names of commands, with their sign and a blank.
    static let commandColumns = 24

    private static let mostColumns = 72
    private static let margin = 2
    private static let mostRowsAboveFooter = 10
    private static let leastRows = 14

    /// A box that stands on the last line, as wide as an overlay; nil where there is nothing to show or no room.
    static func above(footerOf size: Size, rows: Int) -> OverlayRegion? {
        let rows = min(rows, mostRowsAboveFooter, size.rows - 4)
        guard rows > 0 else { return nil }
        return OverlayRegion(
            border: Region(
                row: size.rows - 1 - rows - 2, column: 0, columns: min(mostColumns, size.columns), rows: rows + 2))
    }

    private init(border: Region) {
        self.border = border
        prompt = nil
        inside = Region(
            row: border.row + 1, column: border.column + Self.margin,
            columns: max(0, border.columns - Self.margin - Self.margin), rows: border.rows - 2)
    }

    static func columns(on size: Size) -> Int { min(mostColumns, size.columns) - margin - margin }

    init(on size: Size, rows: Int, isTyped: Bool) {
        let promptRows = isTyped ? 1 : 0
        // The bars stay in sight, unless every line is needed.
        let bars = size.rows > Self.leastRows ? 2 : 1
        let height = min(rows + promptRows + 2, size.rows - bars)
        let width = min(Self.mostColumns, size.columns)
        border = Region(
            row: max(bars - 1, (size.rows - 1 - height) / 2), column: (size.columns - width) / 2, columns: width,
            rows: height)
        let border = border
        func region(from row: Int, rows: Int) -> Region {
            Region(
                row: border.row + row, column: border.column + Self.margin, columns: Self.columns(on: size),
                rows: max(0, rows))
        }
        prompt = isTyped ? region(from: 1, rows: 1) : nil
        inside = region(from: 1 + promptRows, rows: height - promptRows - 2)
    }
}
