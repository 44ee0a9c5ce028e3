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
}
