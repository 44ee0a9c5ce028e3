import Screen
import Testing

@testable import Reader

struct OverlayTests {
    @Test(arguments: ["/list", "/a<enter>", "/list<enter>J", "/kask<enter>2", "m", "c", "f"])
    func nothingRunsOverTheFooter(keys: String) throws {
        for size in [(120, 40), (100, 24), (80, 24), (80, 13), (40, 12)] {
            var desk = Desk(size.0, size.1)
            try desk.press(keys)
            let roles = Set(desk.screen.cells(ofRow: size.1 - 1).map(\.role))
            #expect(roles.isSubset(of: [.plain, .hint, .hintKey, .status, .notice, .warning, .prompt]), "\(desk.text)")
        }
    }

    @Test func helpOverTheMapLeadsBackToIt() throws {
        var desk = Desk(120, 40)
        try desk.press("m?")
        #expect(desk.state.place == .help)
        #expect(desk.text.contains("the next country south"))
        try desk.press("<esc>")
        #expect(desk.state.place == .map)
        try desk.press("<esc>")
        #expect(desk.state.place == .stories)
    }

    @Test func factsScrollWhereTheyDoNotFit() throws {
        var desk = Desk(40, 12)
        try desk.press("i")
        #expect(!desk.text.contains("Bookmarked"))
        try desk.press("G")
        #expect(desk.text.contains("Bookmarked"))
    }

    @Test func everyLetterOfAWordIsLookedUpInTheHelp() throws {
        var desk = Desk(120, 40)
        try desk.press("?quotes")
        #expect(desk.state.place == .help)
        #expect(desk.text.contains("quotes: who said what"))
    }
}
