import News
import Testing

@testable import Reader

/// u and Ctrl-R: what was done to bookmarks and read marks is taken back and done again.
struct UndoTests {
    @Test func bookmarksAndReadMarksAreTakenBackOneByOne() throws {
        var desk = Desk(120, 40)
        try desk.press("MbA")
        #expect(desk.state.library.total.unread == 0)
        #expect(desk.state.library.total.kept == 1)
        try desk.press("u")
        #expect(desk.state.library.total.unread == 5)
        try desk.press("u")
        #expect(desk.state.library.total.kept == 0)
        #expect(desk.state.bookmarks.isEmpty)
        try desk.press("u")
        #expect(desk.state.library.total.unread == 6)
        try desk.press("u")
        #expect(desk.footer.contains("nothing to take back"))
        try desk.press("<c-r><c-r><c-r>")
        #expect(desk.state.library.total.unread == 0)
        #expect(desk.state.library.total.kept == 1)
    }

    @Test func aBookmarkTakenBackByMistakeReturnsAsItWas() throws {
        var desk = Desk(120, 40)
        try desk.press("b")
        let kept = desk.state.bookmarks
        try desk.press("bu")
        #expect(desk.state.bookmarks == kept)
        #expect(desk.state.library.total.kept == 1)
    }

    @Test func quotesToo() throws {
        var desk = Desk(120, 40)
        try desk.press("gj<enter>Knb")
        #expect(desk.state.bookmarks.first?.quote != nil)
        try desk.press("u")
        #expect(desk.state.bookmarks.isEmpty)
        #expect(desk.state.open?.keptQuotes.isEmpty == true)
        try desk.press("<c-r>")
        #expect(desk.state.bookmarks.first?.quote != nil)
    }

    @Test func whatIsDoneAfterTakingBackEndsDoingAgain() throws {
        var desk = Desk(120, 40)
        try desk.press("bujM<c-r>")
        #expect(desk.footer.contains("nothing to do again"))
    }

    @Test func countsTakeBackSeveral() throws {
        var desk = Desk(120, 40)
        try desk.press("MjMjM09u")
        #expect(desk.state.library.total.unread == 6)
    }

    @Test func everyChangeIsKeptForTheNextStart() throws {
        var desk = Desk(120, 40)
        try desk.press("M")
        #expect(desk.effects.last == .keepHistory(desk.state.history))
        var later = Desk(120, 40)
        later.send(.history(desk.state.history))
        #expect(!later.effects.contains { if case .keepHistory = $0 { true } else { false } })
        try later.press("u")
        #expect(later.effects.contains { if case .setRead(false, _) = $0 { true } else { false } })
    }

    @Test func whatFailsIsNotRemembered() throws {
        var desk = Desk(120, 40)
        desk.failing = { if case .setBookmark = $0 { true } else { false } }
        try desk.press("b")
        #expect(desk.state.history.back.isEmpty)
    }
}
