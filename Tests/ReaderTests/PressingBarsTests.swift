import News
import Screen
import Testing

@testable import Reader

/// The mouse on what stands in the title bar and in the footer.
struct PressingBarsTests {
    /// Clicks where some words stand in the first or last line, so many columns on.
    private func click(_ words: String, isLast: Bool, right columns: Int = 0, on desk: inout Desk) throws {
        let line = isLast ? desk.footer : desk.title
        let place = try #require(line.firstRange(of: words))
        let column = Screen.columns(of: String(line[..<place.lowerBound])) + columns
        let row = isLast ? desk.state.size.rows - 1 : 0
        desk.send(.mouse(MouseEvent(.press, at: Position(row: row, column: column))))
        desk.send(.mouse(MouseEvent(.release, at: Position(row: row, column: column))))
    }

    @Test(arguments: [(120, 40), (80, 24)])
    func aCrossTakesItsFilterBack(_ size: (Int, Int)) throws {
        var desk = Desk(size.0, size.1)
        try desk.press("cest<enter>B/talks<enter>")
        try click("Country: Estonia ✕", isLast: false, right: 17, on: &desk)
        #expect(desk.state.list.countries == nil && desk.state.list.isBookmarkedOnly && desk.state.list.found != nil)
        try click("★ only ✕", isLast: false, right: 7, on: &desk)
        #expect(!desk.state.list.isBookmarkedOnly && desk.state.list.found != nil)
        try click("“talks” ✕", isLast: false, on: &desk)
        #expect(!desk.state.list.isFiltered && desk.state.searchWords.isEmpty)
    }

    @Test func theOrderIsTheNextOne() throws {
        var desk = Desk(120, 40)
        try click("Sort: newest", isLast: false, on: &desk)
        #expect(desk.state.list.order == .source)
    }

    @Test(arguments: [("j/k move", 0, 2), ("j/k move", 2, 0), ("j/k move", 5, 2)])
    func aHintIsItsKey(_ hint: String, column: Int, row: Int) throws {
        var desk = Desk(120, 40)
        try desk.press("j")
        try click(hint, isLast: true, right: column, on: &desk)
        #expect(desk.state.list.row == row)
    }

    @Test func hintsOfWhatLiesOverThePanesArePressedToo() throws {
        var desk = Desk(120, 40)
        try click("? help", isLast: true, on: &desk)
        guard case .help = desk.state.overlay else {
            Issue.record("no help")
            return
        }
        try click("Esc", isLast: true, on: &desk)
        #expect(desk.state.place == .stories)
    }

    /// A sentence stands in the hints' place: whoever clicks on it means none of them.
    @Test func behindANoticeThereIsNothingToPress() throws {
        var desk = Desk(120, 40)
        try desk.press("k")
        let line = desk.footer
        desk.send(.mouse(MouseEvent(.press, at: Position(row: 39, column: 30))))
        #expect(desk.state.place == .stories && desk.state.list.row == 0 && desk.footer != line)
    }
}
