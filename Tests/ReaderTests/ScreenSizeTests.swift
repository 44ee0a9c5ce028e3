import News
import Screen
import Testing

@testable import Reader

/// Narrow screens, low ones, and those that change their size.
struct ScreenSizeTests {
    @Test func narrowFooterKeepsTheWayOutAndHelp() throws {
        var desk = Desk(40, 12)
        #expect(desk.footer.contains("q quit") && desk.footer.contains("? help"))
        try desk.press("<enter>")
        #expect(desk.footer.contains("q back") && desk.footer.contains("? help"))
        try desk.press("z")
        #expect(desk.footer.contains("z back"))
    }

    @Test(arguments: 27...40)
    func theOpenTabKeepsItsCountAndTheOthersAreApart(columns: Int) throws {
        let tabs = tabs(of: Desk(120, 40).state, columns: columns)
        #expect(tabs.first?.words == "[Quotes 6]")
        #expect(zip(tabs, tabs.dropFirst()).allSatisfy { $0.column + $0.words.count < $1.column })
        // Narrower, the other tabs are their first letters.
        if columns >= 30 { #expect(tabs.map(\.words).joined().contains("Names")) }
        let last = try #require(tabs.last)
        #expect(last.column + last.words.count <= columns)
    }

    @Test(arguments: [0, 3, 7, 20])
    func resizeKeepsThePlace(pages: Int) throws {
        var desk = Desk(120, 40, stories: [Stories.lighthouse])
        try desk.press("<enter>" + String(repeating: "<space>", count: pages))
        let top = try #require(desk.state.open.map { $0.page.lines[$0.top].offset })
        for (columns, rows) in [(80, 24), (40, 12), (10, 3), (200, 50), (1, 1), (70, 40), (120, 40)] {
            desk.resize(columns, rows)
        }
        #expect(desk.state.open.map { $0.page.lines[$0.top].offset } == top)
    }

    /// Whatever line is on top, blank ones too, it is there again after a look at the story in another way.
    @Test(arguments: Stories.all.indices)
    func theVeryLineComesBack(story: Int) throws {
        var desk = Desk(120, 12, stories: [Stories.all[story]])
        try desk.press("<enter>")
        let last = try #require(desk.state.open?.lastTop)
        for line in stride(from: 0, through: last, by: last < 40 ? 1 : 17) {
            try desk.press(line == 0 ? "g" : "g0\(line)j")
            #expect(desk.state.open?.top == line)
            for (columns, rows) in [(118, 12), (80, 24), (40, 8), (120, 12)] { desk.resize(columns, rows) }
            #expect(desk.state.open?.top == line, "resized")
            for way in ["zz", "vv", "\"\""] {
                try desk.press(way)
                #expect(desk.state.open?.top == line, "\(way)")
            }
            var state = AppState(size: Size(columns: 120, rows: 12), bearings: desk.state.bearings)
            _ = update(&state, .loaded(Stories.headlines(of: [Stories.all[story]])))
            _ = update(&state, .opened(Stories.all[story]))
            #expect(state.open?.top == line, "begun anew")
        }
    }

    @Test(arguments: [(120, 40), (80, 24), (40, 12)])
    func escapeLeadsBackToTheList(columns: Int, rows: Int) throws {
        var desk = Desk(columns, rows)
        try desk.press("<enter>n2<enter>zv<esc><esc><esc><esc><esc>")
        #expect(desk.state.focus == .stories)
    }

    @Test func narrowScreenGoesInWithEnterAndBackWithQ() throws {
        var desk = Desk(40, 12)
        try desk.press("<enter>")
        #expect(desk.state.layout.article != nil && desk.state.layout.stories == nil)
        try desk.press("<enter>")
        #expect(desk.state.layout.panel != nil)
        try desk.press("qq")
        #expect(desk.state.layout.stories != nil)
        try desk.press("q")
        #expect(desk.isOver)
    }
}
