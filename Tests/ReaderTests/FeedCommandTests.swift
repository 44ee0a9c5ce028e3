import News
import Testing

@testable import Reader

/// Smart feeds made of filters, feeds set otherwise, and what is told of feeds.
struct FeedCommandTests {
    private func desk() -> Desk {
        var desk = Desk(120, 40)
        desk.send(.feeds(FeedListTests.listing))
        return desk
    }

    @Test(arguments: [
        ("", "smart Boats country:ee unread", SmartFeed(name: "Boats", query: "country:ee unread")),
        ("", "smart \"Cold sea\" ice", SmartFeed(name: "Cold sea", query: "ice")),
        ("/list<enter>", "smart Tallies", SmartFeed(name: "Tallies", query: "list")),
        ("cest<enter>/a list<enter>", "smart Tallies", SmartFeed(name: "Tallies", query: "(a list) country:ee")),
        (
            "cest<space>nor<space><enter>B", "smart N",
            SmartFeed(name: "N", query: "(country:ee or country:no) is:bookmarked")
        ),
    ])
    func theFilterIsSaved(keys: String, command: String, smart: SmartFeed) throws {
        var desk = desk()
        try desk.press(keys + ":")
        desk.give(command)
        #expect(desk.lastChange == .save(smart))
        #expect(Query.parsed(smart.query, names: .codes).error == nil)
    }

    @Test func whatIsNoFilterIsNotSaved() throws {
        var desk = desk()
        try desk.press(":")
        desk.give("smart All")
        #expect(desk.footer.contains("Nothing narrows the list"))
        #expect(throws: Misunderstanding.self) { try desk.state.command("smart A country:atlantis") }
    }

    @Test(arguments: [
        ("interval 2h", FeedSetting.interval(120)), ("interval usual", .interval(nil)),
        ("full-text on", .fullText(true)),
        ("hidden off", .hidden(false)), ("tags war, europe", .tags(["war", "europe"])), ("tags", .tags([])),
    ])
    func aFeedIsSetOtherwise(words: String, setting: FeedSetting) throws {
        var desk = desk()
        let feed = try #require(FeedListTests.listing.feeds.first)
        try desk.press(":")
        desk.give("feed \(feed.name)")
        try desk.press(":")
        desk.give("feed-set \(words)")
        #expect(desk.lastChange == .setFeed(setting, id: feed.id), "\(desk.footer)")
    }

    @Test func feedsAreToldOfBelowTheProblems() throws {
        var desk = desk()
        let feed = try #require(FeedListTests.listing.feeds.first { $0.failure == nil })
        try desk.press("!")
        #expect(desk.effects.contains(.tellFeeds))
        desk.send(
            .figures([
                feed.id: FeedFigures(
                    address: feed.id, health: FeedHealth(stories: 3, weekly: 1.5, medianAge: 200_000, size: 900))
            ]))
        for (columns, rows) in [(120, 40), (80, 40), (40, 40)] {
            desk.resize(columns, rows)
            #expect(desk.text.contains("1.5 a week"), "\(desk.text)")
        }
    }

    @Test func factsOfAFeedAreThoseOfTheFeedList() throws {
        var desk = desk()
        let feed = try #require(FeedListTests.listing.feeds.first)
        try desk.press(":")
        desk.give("feed \(feed.name)")
        desk.state.focusFeeds()
        try desk.press("i")
        #expect(desk.text.contains("This feed") && desk.text.contains(feed.id))
    }

    @Test func earlierVersionsOfAStoryAreCounted() throws {
        var desk = desk()
        try desk.press("i")
        let id = try #require(desk.state.chosenHeadline?.id)
        #expect(desk.effects.contains(.trace(id: id)))
        desk.send(
            .traced(
                StoryOrigin(
                    id: id, feedAddress: nil, seen: Timestamp(seconds: 86_400), earlier: [Timestamp(seconds: 0)])))
        #expect(desk.text.contains("1 kept, read 1 Jan 1970"))
    }

    @Test(
        arguments: [
            (["https://a.example/f", "https://b.example/f"], ["a.example", "b.example"]),
            (["https://a.example/f", "https://a.example/g"], ["a.example/f", "a.example/g"]),
            (["lib/World", "news/World"], ["lib", "news"]), (["lib/World"], [nil]),
        ] as [([String], [String?])])
    func feedsOfOneNameAreToldApart(ids: [String], words: [String?]) {
        let found = feedDistinctions(ids.map { (Feed(id: $0, name: "World"), []) })
        #expect(ids.map { found[$0] } == words)
    }
}

extension AppState {
    fileprivate mutating func focusFeeds() { focus = .feeds }
}
