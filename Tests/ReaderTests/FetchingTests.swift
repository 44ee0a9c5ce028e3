import News
import Testing

@testable import Reader

struct FetchingTests {
    private let wire = FeedListTests.wire

    @Test func progressIsCountedAndEndsWithWhatFailed() throws {
        var desk = Desk(120, 40)
        desk.send(.fetching(done: 0, total: 100))
        desk.send(.fetched(id: wire.id, name: wire.name, wire.failure))
        desk.send(.fetching(done: 12, total: 100))
        #expect(desk.title.contains("Fetching 12 of 100") && desk.title.contains("1 problem"))
        try desk.press("R")
        #expect(desk.footer.contains("still being fetched") && desk.lastChange != .refresh(feed: nil))
        desk.send(.fetching(done: 100, total: 100))
        #expect(!desk.title.contains("Fetching") && desk.footer.contains("1 failed, ! says why"))
    }

    @Test func aFeedThatAnswersAgainTakesItsProblemAway() {
        var desk = Desk(120, 40)
        desk.send(.problem(Problem("Something else.")))
        for _ in 1...2 { desk.send(.fetched(id: wire.id, name: wire.name, wire.failure)) }
        #expect(desk.state.problems.count == 2)
        desk.send(.fetched(id: wire.id, name: wire.name, nil))
        #expect(desk.state.problems.map(\.problem.summary) == ["Something else."])
    }

    @Test func whatFailedWithoutThisReaderIsToldToo() throws {
        var desk = Desk(120, 40)
        desk.send(.feeds(FeedListTests.listing))
        #expect(desk.state.problems.isEmpty && !desk.title.contains("problem"))
        try desk.press("!")
        #expect(desk.text.contains("Harbour Wire: The server says 503."))
        #expect(desk.text.contains("3 times in a row; last fetched on 2026-02-02"))
        // What is told of the same feed stands in its place.
        desk.send(.fetched(id: wire.id, name: wire.name, Problem("It is down.")))
        #expect(desk.state.allProblems.map(\.problem.summary) == ["Harbour Wire: It is down."])
    }

    @Test func escStopsItOnceNothingElseIsToBeLeft() throws {
        var desk = Desk(120, 40)
        desk.send(.fetching(done: 1, total: 9))
        try desk.press("/list<enter><esc>")
        #expect(!desk.effects.contains(.cancelRefresh))
        try desk.press("<esc>")
        #expect(desk.lastChange == .cancelRefresh)
        desk.send(.fetching(done: 9, total: 9))
        #expect(desk.footer.contains("Fetching stopped"))
        try desk.press(":")
        desk.give("cancel")
        #expect(desk.footer.contains("No feed is being fetched"))
    }
}
