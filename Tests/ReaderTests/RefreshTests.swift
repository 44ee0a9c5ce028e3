import News
import Testing

@testable import Reader

struct RefreshTests {
    @Test func filesAreReadAnewAndThePlaceIsKept() throws {
        var desk = Desk(120, 40)
        try desk.press("j<enter>jjjjr")
        #expect(desk.lastChange == .refresh(feed: desk.state.chosenHeadline?.feed.id))
        let (chosen, top) = (desk.state.chosenHeadline?.id, desk.state.open?.top)
        desk.send(.progress(done: 0, total: 6))
        try desk.press("R")
        #expect(desk.footer.contains("still being read"))
        desk.send(.loaded(Stories.headlines(of: Stories.all)))
        desk.send(.progress(done: 6, total: 6))
        #expect(desk.state.chosenHeadline?.id == chosen)
        #expect(desk.state.open?.top == top)
        try desk.press("R")
        #expect(desk.lastChange == .refresh(feed: nil))
    }

    @Test func whatCameOfItIsSaidWhenItIsOver() throws {
        var desk = Desk(120, 40, stories: Stories.all.dropLast())
        try desk.press("R")
        #expect(desk.footer.contains("Reading all files anew."))
        desk.send(.loaded(Stories.headlines(of: Stories.all.dropLast())))
        desk.send(.refreshed(feed: nil))
        #expect(desk.footer.contains("5 stories read, nothing new."))
        try desk.press("R")
        desk.send(.loaded(Stories.headlines(of: Stories.all)))
        desk.send(.problem(Problem("a.txt is empty.")))
        desk.send(.refreshed(feed: nil))
        #expect(desk.footer.contains("6 stories read: 1 new. 1 problem came up; ! says more."))
        try desk.press("Rs")
        let footer = desk.footer
        desk.send(.refreshed(feed: nil))
        #expect(desk.footer == footer)
    }
}
