import FolderKit
import Glibc
import News
import ServerKit
import Storage
import Synchronization
import Testing

@testable import Newsroom

/// Feeds on this computer that change, fail and come back.
@Suite struct RefreshingTests {
    private let folder = TemporaryFolder()
    private static let moment = Timestamp(seconds: 1_795_340_000)

    /// What the server says next, and how often it was asked.
    private final class Site: Sendable {
        private let state = Mutex<(body: String, status: String, asked: Int)>(("", "200 OK", 0))

        var asked: Int { state.withLock { $0.asked } }

        func say(_ body: String, _ status: String = "200 OK") {
            state.withLock { ($0.body, $0.status) = (body, status) }
        }

        func answer(_ exchange: LoopbackServer.Exchange) {
            let (body, status) = state.withLock { state in
                state.asked += 1
                return (state.body, state.status)
            }
            let etag = "\"\(body.utf8.count)\""
            if exchange.path == "/page" {
                return exchange.answer("200 OK", ["Content-Type: text/html"], body: RefreshingTests.page)
            }
            if exchange.field("If-None-Match") == etag, status == "200 OK" {
                return exchange.answer("304 Not Modified", ["ETag: \(etag)"])
            }
            exchange.answer(status, ["Content-Type: application/rss+xml", "ETag: \(etag)"], body: body)
        }
    }

    private func feed(_ items: [(id: String, title: String, text: String)], link: String = "https://gull.example/a")
        -> String
    {
        let entries = items.map { item in
            """
            <item><guid>\(item.id)</guid><title>\(item.title)</title><link>\(link)</link>
            <pubDate>Wed, 25 Nov 2026 08:00:00 GMT</pubDate><description>\(item.text)</description></item>
            """
        }
        return "<rss version=\"2.0\"><channel><title>The Gull</title>\(entries.joined())</channel></rss>"
    }

    private static let strike = (
        id: "1", title: "Dockers strike in Oslo",
        text: "“No ship sails before Friday,” said Ana Lima, who leads the dockers in Oslo, Norway, on Monday."
    )
    private static let market = (
        id: "2", title: "Market day",
        text: "Apples were cheap in Bergen, and the pears were not, traders told the paper."
    )
    private static let page = """
        <html><head><title>Dockers strike in Oslo</title></head><body><nav><a href="/">Home</a></nav><article>
        <h1>Dockers strike in Oslo</h1>
        <p>The cranes stood still on Monday morning, and the men who work them stood at the gates of the harbour in the rain.</p>
        <p>“We shall stay until somebody talks to us,” said Ana Lima, who leads the dockers of the city and of the fjord.</p>
        </article></body></html>
        """

    private func newsroom() -> Newsroom { Newsroom(dataFolder: folder.path("data")) { Self.moment } }

    private func refreshed(_ newsroom: Newsroom, _ feeds: Set<String>? = nil) -> [FeedResult.Outcome] {
        let results = Mutex<[FeedResult.Outcome]>([])
        newsroom.refresh(feeds: feeds) { report in
            if case .fetched(let result) = report { results.withLock { $0.append(result.outcome) } }
        }
        newsroom.extractWaiting { _ in }
        return results.withLock { $0 }
    }

    private func subscribed(_ newsroom: Newsroom, to server: LoopbackServer, _ paths: String...) throws {
        for path in paths {
            let address = try #require(FeedAddress("http://127.0.0.1:\(server.port)\(path)"))
            try newsroom.subscribe(Subscription(address: address))
        }
    }

    @Test func storiesAreFetchedReadAndFound() throws {
        let site = Site()
        let server = try LoopbackServer { site.answer($0) }
        site.say(feed([Self.strike, Self.market]))
        let newsroom = newsroom()
        try subscribed(newsroom, to: server, "/feed")
        #expect(refreshed(newsroom) == [.new(stories: 2, edited: 0)])
        let headlines = try newsroom.headlines()
        #expect(Set(headlines.map(\.title)) == [Self.strike.title, Self.market.title])
        let strike = try #require(headlines.first { $0.title == Self.strike.title })
        #expect(strike.countries.map(\.code) == ["NO"] && strike.source == "The Gull" && strike.wordCount > 10)
        #expect(try newsroom.search("speaker:lima says:friday").hits.map(\.id) == [strike.id])
        #expect(try newsroom.search("speaker:lima says:apples").hits.isEmpty)
        #expect(try newsroom.search("country:no -market").hits.map(\.id) == [strike.id])
        #expect(try newsroom.reading(id: strike.id).quotes.first?.speaker?.name == "Ana Lima")
        // The next start needs no network.
        newsroom.close()
        let later = self.newsroom()
        later.load(LibrarySources(paths: [], hasSubscriptions: true)) { _ in }
        #expect(try later.headlines().map(\.id) == headlines.map(\.id))
    }

    @Test func whatIsUnchangedIsNotSentAndWhatIsEditedIsReadAgain() throws {
        let site = Site()
        let server = try LoopbackServer { site.answer($0) }
        site.say(feed([Self.strike]))
        let newsroom = newsroom()
        try subscribed(newsroom, to: server, "/feed")
        _ = refreshed(newsroom)
        #expect(refreshed(newsroom) == [.unchanged])
        let edited = (id: "1", title: Self.strike.title, text: Self.strike.text + " The ferry to Denmark sails.")
        site.say(feed([Self.market, edited]))
        #expect(refreshed(newsroom) == [.new(stories: 1, edited: 1)])
        #expect(try newsroom.search("ferry denmark").hits.map(\.id).count == 1)
        #expect(try newsroom.headlines().count == 2)
    }

    @Test func aFeedThatFailsKeepsItsStoriesAndHoldsUpNoOther() throws {
        let site = Site()
        let other = Site()
        let server = try LoopbackServer { exchange in
            if exchange.path == "/other" { other.answer(exchange) } else { site.answer(exchange) }
        }
        site.say(feed([Self.strike]))
        other.say(feed([Self.market]))
        let newsroom = newsroom()
        try subscribed(newsroom, to: server, "/feed", "/other")
        #expect(refreshed(newsroom).count == 2)
        for (body, status) in [("", "500 Oops"), ("<html><body>Hello</body></html>", "200 OK"), ("gone", "410 Gone")] {
            site.say(body, status)
            let failures = refreshed(newsroom).filter { if case .failed = $0 { true } else { false } }
            #expect(failures.count == 1)
        }
        #expect(try newsroom.headlines().count == 2)
        let record = try #require(try newsroom.index.feeds().first { $0.failures > 0 })
        #expect(record.failures == 3 && record.isGone && record.failure != nil)
        site.say(feed([Self.strike]))
        // What is gone is asked only by its name.
        #expect(refreshed(newsroom).contains(.leftAlone(until: nil)))
        #expect(refreshed(newsroom, [record.key]) == [.unchanged])
        #expect(try newsroom.index.feeds().allSatisfy { $0.failures == 0 && !$0.isGone })
    }

    @Test func aServerThatAskedToBeLeftAloneIsNotAskedUntilThen() throws {
        let asked = Atomic(0)
        let server = try LoopbackServer { exchange in
            asked.add(1, ordering: .relaxed)
            exchange.answer("429 Too Many Requests", ["Retry-After: 600"], body: "")
        }
        let newsroom = newsroom()
        try subscribed(newsroom, to: server, "/feed")
        _ = refreshed(newsroom)
        let until = Timestamp(seconds: Self.moment.seconds + 600)
        #expect(refreshed(newsroom) == [.leftAlone(until: until)])
        #expect(asked.load(ordering: .relaxed) == 1)
        #expect(try newsroom.index.feeds().first?.failures == 1)
        let later = Newsroom(dataFolder: folder.path("data")) { until }
        _ = refreshed(later)
        #expect(asked.load(ordering: .relaxed) == 2)
    }

    @Test func aFeedThatMovedForGoodIsReadThereAndToldOnce() throws {
        let site = Site()
        let server = try LoopbackServer { exchange in
            if exchange.path == "/old" {
                exchange.answer("301 Moved Permanently", ["Location: /feed"], body: "")
            } else {
                site.answer(exchange)
            }
        }
        site.say(feed([Self.strike]))
        let newsroom = newsroom()
        try subscribed(newsroom, to: server, "/old")
        var notes: [String] = []
        for _ in 0..<3 {
            let told = Mutex<[String]>([])
            newsroom.refresh { report in
                if case .fetched(let result) = report, let note = result.note { told.withLock { $0.append(note) } }
            }
            notes += told.withLock { $0 }
        }
        #expect(notes.count == 1 && notes[0].contains("127.0.0.1:\(server.port)/feed"))
        #expect(try newsroom.headlines().count == 1)
    }

    @Test func storiesOfARenamedFeedHaveItsNewName() throws {
        let site = Site()
        let server = try LoopbackServer { site.answer($0) }
        site.say(feed([Self.strike]))
        let newsroom = newsroom()
        try subscribed(newsroom, to: server, "/feed")
        _ = refreshed(newsroom)
        let id = try #require(try newsroom.feedListing().feeds.first?.id)
        for (name, shown) in [("Harbour", "Harbour"), ("", "The Gull")] {
            var told: [String?] = []
            try newsroom.rename(.feed(id), to: name) { report in
                if case .stories(let headlines) = report { told += headlines.map(\.source) }
            }
            #expect(told == [shown])
            let headline = try #require(try newsroom.headlines().first)
            #expect(headline.source == shown)
            #expect(try newsroom.reading(id: headline.id).article.source == shown)
        }
    }

    @Test func whatAnotherProgramFetchedAnewIsReadAnew() throws {
        let site = Site()
        let server = try LoopbackServer { site.answer($0) }
        site.say(feed([Self.strike]))
        let newsroom = newsroom()
        try subscribed(newsroom, to: server, "/feed")
        _ = refreshed(newsroom)
        let id = try #require(try newsroom.headlines().first?.id)
        #expect(try !newsroom.reading(id: id).article.body.contains("Denmark"))
        let sources = LibrarySources(paths: [], hasSubscriptions: true)
        newsroom.load(sources) { _ in }
        site.say(feed([(id: "1", title: Self.strike.title, text: Self.strike.text + " The ferry to Denmark sails.")]))
        let other = self.newsroom()
        #expect(refreshed(other) == [.new(stories: 0, edited: 1)])
        newsroom.reportChangesOfOthers(in: sources) { _ in }
        #expect(try newsroom.reading(id: id).article.body.contains("Denmark"))
        // A feed that is given up elsewhere leaves what was kept of it.
        _ = try newsroom.setBookmark(true, id: id)
        let feed = try #require(try other.feedListing().feeds.first?.id)
        try other.leave(.feed(feed)) { _ in }
        newsroom.reportChangesOfOthers(in: sources) { _ in }
        #expect(try newsroom.headlines().map(\.feed) == [.kept])
    }

    @Test func aFetchedPageTakesThePlaceOfTheSummary() throws {
        let site = Site()
        let server = try LoopbackServer { site.answer($0) }
        site.say(feed([Self.strike], link: "http://127.0.0.1:\(server.port)/page"))
        let newsroom = newsroom()
        try subscribed(newsroom, to: server, "/feed")
        _ = refreshed(newsroom)
        let id = try #require(try newsroom.headlines().first?.id)
        var told: [[Country]] = []
        let reading = try newsroom.fetchPage(id: id) { report in
            if case .stories(let headlines) = report { told += headlines.map { $0.countries } }
        }
        #expect(told.count == 1)
        #expect(reading.article.body.contains("stood at the gates"))
        #expect(!reading.article.body.contains("Home"))
        #expect(try newsroom.search("speaker:lima says:\"until somebody talks\"").hits.map(\.id) == [id])
        // The feed still says what it said: the page stays.
        site.say(feed([Self.market, Self.strike], link: "http://127.0.0.1:\(server.port)/page"))
        #expect(refreshed(newsroom) == [.new(stories: 1, edited: 0)])
        #expect(try newsroom.reading(id: id).article.body.contains("stood at the gates"))
        #expect(throws: Problem.self) { try newsroom.fetchPage(id: "nothing") { _ in } }
    }

    @Test func theListTellsNamesAndFailuresOfFeeds() throws {
        let site = Site()
        let server = try LoopbackServer { exchange in
            if exchange.path == "/bad" { exchange.answer("500 Oops", [], body: "") } else { site.answer(exchange) }
        }
        site.say(feed([Self.strike]))
        let newsroom = newsroom()
        try subscribed(newsroom, to: server, "/feed", "/bad")
        let told = Mutex<(feeds: [FeedListing], done: [Int])>(([], []))
        newsroom.refresh { report in
            if case .feeds(let listing) = report { told.withLock { $0.feeds.append(listing) } }
            if case .fetching(let done, total: 2) = report { told.withLock { $0.done.append(done) } }
        }
        let (listings, done) = told.withLock { $0 }
        let listing = try #require(listings.last)
        #expect(Set(done) == [0, 1, 2])
        #expect(listing.feeds.map(\.name).first == "The Gull")
        #expect(listing.feeds.map { $0.failure == nil } == [true, false])
        #expect(listing.feeds.allSatisfy { $0.lastChecked == Self.moment })
        #expect(try newsroom.headlines().map(\.feed.name) == ["The Gull"])
    }

    @Test func aFeedThatIsGivenUpTakesItsStoriesAlongButNotTheBookmarkedOnes() throws {
        let site = Site()
        let server = try LoopbackServer { site.answer($0) }
        site.say(feed([Self.strike, Self.market]))
        let newsroom = newsroom()
        try subscribed(newsroom, to: server, "/feed")
        _ = refreshed(newsroom)
        #expect(try newsroom.stories(matching: "country:no -market").count == 1)
        let strike = try #require(try newsroom.headlines().first { $0.title == Self.strike.title })
        _ = try newsroom.setBookmark(true, id: strike.id)
        let removed = Mutex<[String]>([])
        let id = try #require(try newsroom.feedListing().feeds.first?.id)
        try newsroom.leave(.feed(id)) { report in
            if case .removed(let ids) = report { removed.withLock { $0 += ids } }
        }
        #expect(removed.withLock { $0.count } == 2)
        #expect(try newsroom.feedListing().isEmpty)
        let left = try newsroom.headlines()
        #expect(left.map(\.title) == [Self.strike.title] && left.allSatisfy { $0.feed == .kept && $0.isBookmarked })
    }

    @Test func onlyFeedsWhoseTimeHasComeAreAsked() throws {
        let site = Site()
        let server = try LoopbackServer { site.answer($0) }
        site.say(feed([Self.strike]))
        let newsroom = newsroom()
        try subscribed(newsroom, to: server, "/feed")
        newsroom.refresh(onlyDue: true) { _ in }
        #expect(site.asked == 1)
        newsroom.refresh(onlyDue: true) { _ in }
        #expect(site.asked == 1)
        let later = Newsroom(dataFolder: folder.path("data")) { Timestamp(seconds: Self.moment.seconds + 4_000) }
        later.refresh(onlyDue: true) { _ in }
        #expect(site.asked == 2)
    }
}
