import News
import Screen
import Testing

@testable import Reader

/// Leaving the reader and coming back.
struct RememberingTests {
    private let headlines = Stories.headlines(of: Stories.all)

    /// A reader that begins where another was left, its stories arriving one by one.
    private func returned(_ bearings: Bearings?, _ columns: Int = 120, _ rows: Int = 40, keys: String = "") throws
        -> AppState
    {
        var state = AppState(size: Size(columns: columns, rows: rows), bearings: bearings)
        for key in try KeyScript(keys).keys { _ = update(&state, .key(key)) }
        for headline in headlines {
            for case .open(let id) in update(&state, .loaded([headline])) { open(id, in: &state) }
        }
        _ = update(&state, .progress(done: 9, total: 9))
        return state
    }

    private func open(_ id: String, in state: inout AppState) {
        guard let reading = Stories.all.first(where: { $0.article.id == id }) else { return }
        _ = update(&state, .opened(reading))
    }

    @Test(
        arguments: [
            "", "j", "jj<enter>", "j<enter><c-d>", "j<enter>nn", "j<enter>2", "<enter>z", "sjj", "<s-tab>jj", "jB",
            ">>>", "3<lt><lt>",
        ],
        [(120, 40), (80, 24), (40, 12)])
    func theReaderBeginsWhereItWasLeft(_ keys: String, _ size: (Int, Int)) throws {
        var desk = Desk(size.0, size.1)
        try desk.press(keys)
        let left = desk.state.bearings
        let state = try returned(left, size.0, size.1)
        #expect(state.bearings == left)
        #expect(state.chosenHeadline?.id == desk.state.chosenHeadline?.id)
        #expect(state.topOffset == desk.state.topOffset)
        #expect(state.homing == nil)
    }

    @Test(arguments: [
        ("cest<enter>", ["EE"]), ("ceurope<enter>", ["europe"]), ("cest<space>nor<space><enter>", ["EE", "NO"]),
        ("c<c-t>lat<space>fin<space><tab><enter>", ["LV", "FI"]),
    ])
    func countriesAreThereAgain(keys: String, codes: [String]) throws {
        var desk = Desk(120, 40)
        try desk.press(keys)
        let left = desk.state.bearings
        #expect(left.countries == codes)
        let state = try returned(left)
        #expect(state.bearings == left)
        #expect(state.list.rows.count == desk.state.list.rows.count)
    }

    /// A country chosen while a story is read that has nothing to do with it: the story stays until another is gone to.
    @Test(
        arguments: ["", "<esc>", "q", "z", "1", "<c-d>", "G"],
        [(120, 40), (120, 12), (80, 24), (80, 12), (40, 12)])
    func aStoryLeftOutsideItsListIsThereAgain(_ keys: String, _ size: (Int, Int)) throws {
        var desk = Desk(size.0, size.1)
        try desk.press("<enter>Gkkcnorw<enter>" + keys)
        let left = desk.state.bearings
        #expect(desk.state.list.row == nil)
        #expect(left.story == desk.state.open?.id)
        let state = try returned(left, size.0, size.1)
        #expect(state.bearings == left)
        #expect(state.chosenHeadline?.id == desk.state.chosenHeadline?.id)
        // Where the panel hides it, the story is not laid out yet.
        #expect(state.layout.words == nil || state.topOffset == desk.state.topOffset)
        #expect(state.list.rows.count == desk.state.list.rows.count)
    }

    @Test(arguments: ["cnorw<enter>", "B", ":country norway<enter>", ":feed sport<enter>"])
    func aStoryBeingReadStaysOpenOutsideItsList(keys: String) throws {
        var desk = Desk(120, 40)
        try desk.press("<enter>" + keys)
        #expect(desk.state.chosenHeadline?.id == "World/harbour.txt")
        #expect(desk.footer.contains("not in this list"))
        #expect(desk.text.contains("ARTICLE, NOT IN THE LIST"))
        try desk.press("C:feed all stories<enter>")
        #expect(!desk.text.contains("NOT IN THE LIST"))
    }

    /// The list of the unread begins with what is unread.
    @Test func aStoryReadSinceGivesWayToTheFirstUnread() throws {
        var desk = Desk(120, 40)
        try desk.press("<s-tab>j<enter><enter>Gq")
        var left = desk.state.bearings
        #expect(left.listing == .unread && left.story == "World/harbour.txt")
        left.focus = .stories
        var state = AppState(size: Size(columns: 120, rows: 40), bearings: left)
        var headlines = headlines
        for row in headlines.indices where headlines[row].id == left.story { headlines[row].isRead = true }
        _ = update(&state, .loaded(headlines))
        #expect(state.list.row == 0)
    }

    @Test func whoeverPressesAKeyGoesOnFromThere() throws {
        var desk = Desk(120, 40)
        try desk.press("jj<enter>")
        let state = try returned(desk.state.bearings, keys: "1")
        #expect(state.focus == .panel)
        #expect(state.list.row == 0 || state.chosenHeadline?.id != desk.state.chosenHeadline?.id)
        #expect(state.homing == nil)
    }

    @Test func aStoryThatIsGoneLeavesTheNewestChosen() throws {
        var left = Bearings()
        left.story = "nowhere.txt"
        left.focus = .article
        left.isZen = true
        let state = try returned(left)
        #expect(state.list.row == 0 && state.focus == .stories && !state.isZen)
    }

    @Test func leavingBeforeAnyStoryArrivedKeepsThePlace() throws {
        var left = Bearings()
        left.story = "x"
        left.place = 7
        var state = AppState(size: Size(columns: 80, rows: 24), bearings: left)
        #expect(state.bearings == left)
        _ = update(&state, .key("Q"))
        #expect(state.bearings == left)
    }

    /// Until the config says another one than it did then.
    @Test(arguments: [("default", "light"), ("mono", "mono")])
    func aThemeChosenIsThereAgain(ofConfig: String, then: String) throws {
        var desk = Desk(120, 40)
        try desk.press(":set theme light<enter>")
        let left = desk.state.bearings
        #expect(left.theme == Bearings.ChosenTheme("light", insteadOf: "default"))
        let state = AppState(size: Size(columns: 120, rows: 40), theme: ofConfig, bearings: left)
        #expect(state.theme == then)
        try desk.press(":set theme default<enter>")
        #expect(desk.state.bearings.theme == nil)
    }

    @Test func aThemeThatIsGoneIsTheConfigs() {
        var left = Bearings()
        left.theme = Bearings.ChosenTheme("sepia", insteadOf: "default")
        #expect(AppState(size: Size(columns: 120, rows: 40), bearings: left).theme == "default")
    }

    @Test func theConfigsWishesAreMet() {
        let preferences = Preferences(measure: 60, order: .title, listWidth: .columns(30), panelWidth: .share(25))
        let state = AppState(size: Size(columns: 160, rows: 40), preferences: preferences)
        #expect(state.layout.stories?.inside.columns == 30)
        #expect(state.layout.panel?.inside.columns == 40)
        #expect(state.layout.words?.columns == 60)
        #expect(state.list.order == .title)
    }

    /// However odd the wish, every pane keeps some room.
    @Test(
        arguments: [20, 69, 70, 80, 109, 110, 120, 200, 500],
        [PaneWidth.columns(16), .columns(120), .share(10), .share(60)])
    func noWishTakesAllTheRoom(columns: Int, width: PaneWidth) {
        for focus in Pane.allCases {
            var state = AppState(
                size: Size(columns: columns, rows: 24), preferences: Preferences(listWidth: width, panelWidth: width))
            state.focus = focus
            for region in [state.layout.stories, state.layout.article, state.layout.panel].compactMap({ $0?.inside }) {
                #expect(region.columns >= 16 && region.column + region.columns <= columns)
            }
            _ = render(state)
        }
    }
}

extension AppState {
    /// Where in the text the line on top of the article stands.
    fileprivate var topOffset: Int? { open.map { $0.page.lines[$0.top].offset } }
}
