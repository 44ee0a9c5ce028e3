import News
import Testing

@Suite struct SubscriptionsTests {
    /// "World/Post" is a feed of that name in that folder; "?New" a smart feed.
    private static func list(_ written: String...) throws -> Subscriptions {
        var list = Subscriptions()
        for (number, words) in written.enumerated() {
            let path = Subscriptions.folder(written: words)
            let name = path.last ?? ""
            if name.hasPrefix("?") {
                try list.add(SmartFeed(name: String(name.dropFirst()), query: "unread", folder: path.dropLast()))
            } else {
                try list.add(feed(number, name, in: path.dropLast()))
            }
        }
        return list
    }

    private static func feed(_ number: Int, _ name: String, in folder: [String] = []) throws -> Subscription {
        Subscription(address: try #require(FeedAddress("https://\(number).example/")), name: name, folder: folder)
    }

    private static func shown(_ list: Subscriptions) -> [String] {
        list.feeds.map { ($0.folder + [$0.shownName]).joined(separator: "/") }
            + list.smartFeeds.map { ($0.folder + ["?\($0.name)"]).joined(separator: "/") }
    }

    @Test func feedsStandInFoldersInTheirOrder() throws {
        let list = try Self.list("A", "F/B", "F/G/C", "D", "F/E", "F/?S")
        #expect(Self.shown(list) == ["A", "F/B", "F/G/C", "F/E", "D", "F/?S"])
        #expect(list.folders == [["F"], ["F", "G"]])
    }

    @Test func theListingHasAllThatIsInAFolderBehindIt() throws {
        let listing = try Self.list("A", "F/B", "F/G/C", "D", "F/E", "F/?S").listing {
            ListedFeed(id: $0.id, name: $0.shownName, folder: $0.folder)
        }
        let shown = listing.entries.map { entry in
            switch entry {
            case .folder(let path): path.joined(separator: "/") + "/"
            case .feed(let feed): (feed.folder + [feed.name]).joined(separator: "/")
            case .smart(let smart): (smart.folder + ["?\(smart.name)"]).joined(separator: "/")
            }
        }
        #expect(shown == ["A", "F/", "F/B", "F/G/", "F/G/C", "F/E", "F/?S", "D"])
        #expect(listing.feed(id: "https://3.example/")?.name == "D" && listing.feed(id: "F/B") == nil)
    }

    @Test func aFeedIsSubscribedToOnce() throws {
        var list = try Self.list("F/A")
        let again = Subscription(address: try #require(FeedAddress("http://0.EXAMPLE:80")), name: "B")
        let problem = try #require(throws: Problem.self) { try list.add(again) }
        #expect(problem.summary == "https://0.example/ is subscribed to already, as “A” in F.")
        #expect(Self.shown(list) == ["F/A"])
    }

    @Test func namesAndTagsAreTidied() throws {
        var list = Subscriptions()
        var feed = try Self.feed(0, "  The \n Post\u{7} ", in: ["", " W  x "])
        feed.tags = [" a,b ", "", "c", "c"]
        feed.title = "The Post"
        try list.add(feed)
        let kept = try #require(list.feeds.first)
        #expect(kept.name == nil)
        #expect(kept.folder == ["W x"])
        #expect(kept.tags == ["a b", "c"])
    }

    @Test(arguments: [
        ("https://1.example/", Subscriptions.Reference.feed("https://1.example/")),
        ("1.example", .feed("https://1.example/")),
        ("post", .feed("https://0.example/")), ("NEW", .smartFeed("New")), ("world", .folder(["World"])),
        ("World/Post", .folder(["World", "Post"])), ("Post/", .folder(["Post"])),
        ("old title", .feed("https://1.example/")),
    ])
    func thingsAreFoundByWhatTheyAreCalled(_ words: String, _ reference: Subscriptions.Reference) throws {
        var list = try Self.list("Post", "World/Voice", "World/Post/X", "?New", "Y", "Post/Z")
        try list.set("https://1.example/") { $0.title = "Old Title" }
        if words == "post" {
            // A folder of the same name beside it.
            let problem = try #require(throws: Problem.self) { try list.reference(to: words) }
            #expect(problem.summary == "“post” can be 2 things: https://0.example/, the folder Post/.")
        } else {
            #expect(try list.reference(to: words) == reference)
        }
    }

    @Test func whatIsNotFoundIsToldWithWhatIsNear() throws {
        let list = try Self.list("Harbour Post", "Voice")
        let problem = try #require(throws: Problem.self) { try list.reference(to: "post") }
        #expect(problem == Problem("There is no feed “post”.", remedy: "There is “Harbour Post”."))
    }

    @Test func thingsAreRenamed() throws {
        var list = try Self.list("A", "F/B", "G/?S")
        try list.rename(.feed("https://0.example/"), to: "X")
        try list.rename(.smartFeed("S"), to: "T")
        try list.rename(.folder(["F"]), to: "H")
        #expect(Self.shown(list) == ["X", "H/B", "G/?T"])
        #expect(throws: Problem.self) { try list.rename(.folder(["H"]), to: "G") }
        #expect(throws: Problem.self) { try list.rename(.folder(["H"]), to: " ") }
        #expect(throws: Problem.self) { try list.rename(.smartFeed("T"), to: "") }
        #expect(throws: Problem.self) { try list.rename(.folder(["Nowhere"]), to: "G") }
        #expect(throws: Problem.self) { try list.rename(.feed("https://9.example/"), to: "G") }
        #expect(Self.shown(list) == ["X", "H/B", "G/?T"])
    }

    @Test func thingsAreMoved() throws {
        var list = try Self.list("A", "F/B", "F/G/C", "?S")
        try list.move(.feed("https://0.example/"), to: ["F", "New"])
        try list.move(.folder(["F", "G"]), to: [])
        try list.move(.smartFeed("S"), to: ["G"])
        #expect(Self.shown(list) == ["F/B", "F/New/A", "G/C", "G/?S"])
        #expect(throws: Problem.self) { try list.move(.folder(["F"]), to: ["F", "New"]) }
        try list.move(.folder(["G"]), to: ["F"])
        #expect(Self.shown(list) == ["F/B", "F/New/A", "F/G/C", "F/G/?S"])
        #expect(throws: Problem.self) {
            try list.move(.feed("https://1.example/"), to: Array(repeating: "x", count: 21))
        }
    }

    @Test func thingsAreRemovedAndCanBeAddedAgain() throws {
        var list = try Self.list("A", "F/B", "F/G/C", "?S")
        #expect(try list.remove(.feed("https://0.example/")).map(\.shownName) == ["A"])
        let removed = try list.remove(.folder(["F"]))
        #expect(removed.map(\.folder) == [["F"], ["F", "G"]])
        #expect(try list.remove(.smartFeed("S")) == [])
        #expect(Self.shown(list) == [])
        #expect(throws: Problem.self) { try list.remove(.folder(["F"])) }
        for feed in removed + removed { list.restore(feed) }
        #expect(Self.shown(list) == ["F/B", "F/G/C"])
    }

    @Test func anAddressCanChangeButNotToThatOfAnother() throws {
        var list = try Self.list("A", "B")
        let new = try #require(FeedAddress("https://new.example/"))
        let taken = try #require(FeedAddress("http://1.example"))
        let secret = try #require(FeedAddress("https://a:b@2.example/"))
        try list.set("https://0.example/") { $0.address = new }
        #expect(list.feeds.map(\.id) == ["https://new.example/", "https://1.example/"])
        #expect(throws: Problem.self) { try list.set(new.key) { $0.address = taken } }
        #expect(throws: Problem.self) { try list.set(new.key) { $0.address = secret } }
    }

    /// As programs with tags write a feed: in each of its folders.
    @Test func severalListingsOfAFeedAreOne() throws {
        func entry(_ name: String?) throws -> SubscriptionEntry {
            SubscriptionEntry(.feed(Subscription(address: try #require(FeedAddress("https://a.example/")), name: name)))
        }
        let body = SubscriptionEntry(
            .folder(nil),
            entries: [
                SubscriptionEntry(.folder("F"), entries: [try entry(nil)]),
                SubscriptionEntry(.folder("G"), entries: [try entry("A")]),
                SubscriptionEntry(.folder("H"), entries: [try entry("B")]),
            ])
        var list = Subscriptions(frame: nil, body: body)
        #expect(list.feeds.map(\.shownName) == ["A"])
        #expect(list.feeds.map(\.tags) == [["G", "H"]])
        try list.set("https://a.example/") { $0.tags = ["G"] }
        #expect(list.feeds.map(\.tags) == [["G"]])
        #expect(list.feeds.map(\.folder) == [["F"]])
        #expect(list.folders == [["F"], ["G"], ["H"]])
        #expect(try list.remove(.feed("https://a.example/")).count == 1)
        #expect(list.feeds == [])
    }

    @Test func anImportAddsWhatIsNotThere() throws {
        var list = try Self.list("A", "?S")
        let other = try Self.list("Another name", "F/B", "G/?S", "?T")
        let merged = list.merge(other, into: ["In"])
        #expect(Self.shown(list) == ["A", "In/F/B", "?S", "In/?T"])
        #expect(merged.added.map(\.shownName) == ["B"])
        #expect(merged.known.map(\.shownName) == ["Another name"])
        #expect(merged.addedSmartFeeds.map(\.name) == ["T"])
        #expect(merged.knownSmartFeeds.map(\.name) == ["S"])
    }
}
