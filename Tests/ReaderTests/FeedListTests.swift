import News
import Testing

@testable import Reader

/// Feeds in folders, some without stories, one that fails, one that is hidden, and a smart feed.
struct FeedListTests {
    static let wire = ListedFeed(
        id: "https://wire.example/feed", name: "Harbour Wire", folder: ["Abroad", "Ports"],
        failure: Problem("The server says 503.", remedy: "Try again later."), failures: 3,
        lastSucceeded: Timestamp(seconds: 1_770_000_000))
    static let lists = SmartFeed(name: "Lists", query: "list", folder: ["Abroad"])

    static let listing = FeedListing([
        .folder(["Abroad"]),
        .folder(["Abroad", "Ports"]),
        .feed(wire),
        .feed(ListedFeed(id: "News/World", name: "The World", folder: ["Abroad"], tags: ["morning"])),
        .smart(lists),
        .feed(ListedFeed(id: "https://quiet.example/feed", name: "Quiet")),
    ])

    private func desk(_ listing: FeedListing = Self.listing) -> Desk {
        var desk = Desk(120, 40)
        desk.send(.feeds(listing))
        return desk
    }

    private func names(_ desk: Desk) -> [String] { desk.state.feedChoices.dropFirst(3).map(\.name) }

    @Test func feedsStandInTheUsersOrderInFoldersWithOrWithoutStories() {
        let desk = desk()
        let files = desk.state.library.feeds.map(\.name).filter { $0 != "The World" }
        #expect(names(desk) == ["Abroad", "Ports", "Harbour Wire", "The World", "Lists", "Quiet"] + files)
        let world = desk.state.library.tally(of: Feed(id: "News/World", name: "")).stories
        #expect(world > 0 && desk.state.count(of: .folder(["Abroad"])) == world)
        #expect(desk.text.contains("The World"))
    }

    @Test func aFolderIsFoldedAndOpenedAgain() throws {
        var desk = desk()
        try desk.press("hgjjj<space>")
        #expect(desk.state.list.choice == .folder(["Abroad"]))
        #expect(names(desk).prefix(2) == ["Abroad", "Quiet"])
        try desk.press("<enter>")
        #expect(names(desk).prefix(3) == ["Abroad", "Ports", "Harbour Wire"])
        try desk.press("<space>:")
        desk.give("feed harbour wire")
        #expect(desk.state.list.choice == .feed(Self.wire.feed))
        #expect(names(desk).contains("Harbour Wire"))
    }

    @Test func aFolderListsTheStoriesOfAllThatIsInIt() throws {
        var desk = desk()
        try desk.press("hgjjj")
        let feeds = Set(desk.state.list.rows.map { desk.state.library[$0].feed.id })
        #expect(feeds == ["News/World"])
        #expect(desk.state.list.rows.count == desk.state.count(of: desk.state.list.choice))
    }

    @Test func aFailingFeedHasAMarkAndSaysWhyWhenChosen() throws {
        var desk = desk()
        #expect(desk.text.split(separator: "\n").contains { $0.contains("Harbour Wire") && $0.contains("! 0") })
        try desk.press("hgjjjjj")
        #expect(desk.footer.contains("The server says 503. Try again later."))
    }

    @Test func storiesOfHiddenFeedsAreInTheirOwnListAlone() throws {
        let world = ListedFeed(id: "News/World", name: "World", isHidden: true)
        var desk = desk(FeedListing([.feed(world)]))
        let (all, hidden) = (Stories.all.count, desk.state.library.tally(of: world.feed).stories)
        #expect(desk.state.list.rows.count == all - hidden && desk.state.count(of: .all) == all - hidden)
        #expect(desk.state.count(of: .unread) == all - hidden)
        try desk.press("hgj")
        #expect(desk.state.list.rows.count == all - hidden)
        try desk.press("jj")
        #expect(desk.state.list.choice == .feed(world.feed) && desk.state.list.rows.count == hidden)
        desk.send(.feeds(FeedListing()))
        try desk.press("gk")
        #expect(desk.state.list.rows.count == all)
    }

    @Test func aSmartFeedListsWhatItsQueryFinds() throws {
        var headlines = HeadlineTable()
        for (place, headline) in Stories.headlines(of: Stories.all).enumerated() {
            headlines.put(headline, indexKey: UInt32(place + 1))
        }
        var desk = Desk(120, 40, stories: [])
        desk.send(.feeds(Self.listing))
        desk.send(.loadedAll(headlines))
        try desk.press(":")
        desk.give("feed lists")
        #expect(desk.effects.contains(.evaluate(Self.lists)))
        #expect(desk.state.list.rows.isEmpty && desk.state.count(of: .smart(Self.lists)) == nil)
        desk.send(.evaluated(Self.lists, NumberSet([2, 4])))
        #expect(Set(desk.state.list.rows.map { desk.state.library.table.indexKey($0) }) == [2, 4])
        #expect(desk.state.count(of: .smart(Self.lists)) == 2)
        // What comes later may fit as well.
        let asked = desk.effects.count
        for done in 0...3 { desk.send(.fetching(done: done, total: 3)) }
        #expect(desk.effects[asked...].contains(.evaluate(Self.lists)))
    }

    @Test func theChosenRowIsThereAgainTheNextTime() throws {
        for choice in [FeedChoice.folder(["Abroad", "Ports"]), .smart(Self.lists), .feed(Self.wire.feed)] {
            var desk = desk()
            try desk.press(":")
            desk.give("feed \(choice.name)")
            #expect(desk.state.list.choice == choice)
            var state = AppState(size: desk.state.size, bearings: desk.state.bearings)
            _ = update(&state, .feeds(Self.listing))
            _ = update(&state, .loaded(Stories.headlines(of: Stories.all)))
            #expect(state.list.choice == choice)
        }
    }

    @Test func aFeedThatIsGivenUpIsAskedForTwice() throws {
        var desk = desk()
        try desk.press("hgjjjjj:")
        desk.give("unsubscribe")
        #expect(desk.footer.contains("again gives up Harbour Wire"))
        #expect(!desk.effects.contains(.unsubscribe(.feed(Self.wire.id))))
        try desk.press(":")
        desk.give("unsubscribe")
        #expect(desk.lastChange == .unsubscribe(.feed(Self.wire.id)))
        desk.send(.feeds(FeedListing()))
        #expect(desk.state.list.choice == .all)
    }

    @Test func anotherRowIsNotGivenUpByMistake() throws {
        var desk = desk()
        try desk.press("hgjjjjj:")
        desk.give("unsubscribe")
        try desk.press("j:")
        desk.give("unsubscribe")
        #expect(!desk.effects.contains { if case .unsubscribe = $0 { true } else { false } })
        try desk.press("g:")
        desk.give("unsubscribe")
        #expect(desk.footer.contains("Choose one of your feeds"))
    }

    @Test func commandsChangeTheChosenSubscription() throws {
        var desk = desk()
        try desk.press("hgjjjjj:")
        desk.give("rename Wire")
        #expect(desk.lastChange == .rename(.feed(Self.wire.id), to: "Wire"))
        try desk.press(":")
        desk.give("move World/Sea")
        #expect(desk.lastChange == .move(.feed(Self.wire.id), to: ["World", "Sea"]))
        try desk.press(":")
        desk.give("move /")
        #expect(desk.lastChange == .move(.feed(Self.wire.id), to: []))
        try desk.press(":")
        desk.give("subscribe gull.example/feed The Gull")
        let address = try #require(FeedAddress("https://gull.example/feed"))
        #expect(desk.lastChange == .subscribe(Subscription(address: address, name: "The Gull")))
        try desk.press(":")
        desk.give("subscribe nowhere")
        #expect(desk.footer.contains("“nowhere” is no web address"))
    }

    @Test func aRenamedFolderStaysChosenAndListsItsStories() throws {
        var desk = desk()
        try desk.press("hgjjj:")
        desk.give("rename Overseas")
        #expect(desk.lastChange == .rename(.folder(["Abroad"]), to: "Overseas"))
        let stories = desk.state.list.rows.count
        let world = ListedFeed(id: "News/World", name: "The World", folder: ["Overseas"])
        desk.send(.feeds(FeedListing([.folder(["Overseas"]), .feed(world)])))
        #expect(desk.state.list.choice == .folder(["Overseas"]) && desk.state.list.rows.count == stories)
    }
}
