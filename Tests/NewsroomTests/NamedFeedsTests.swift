import FolderKit
import Glibc
import News
import Storage
import Testing

@testable import Newsroom

/// What people call feeds by, and how the feeds do.
@Suite struct NamedFeedsTests {
    private let folder = TemporaryFolder()
    private static let moment = Timestamp(seconds: 1_795_340_000)

    private func newsroom() -> Newsroom { Newsroom(dataFolder: folder.path("data")) { Self.moment } }

    /// Feeds with stories, so many days old each.
    private func filled() throws -> Newsroom {
        let newsroom = newsroom()
        try add("https://post.example/rss", "The Post", ["World", "Europe"], days: [0, 1, 2], to: newsroom)
        try add("http://gull.example/feed", nil, ["World"], title: "Gull Daily", days: [30, 60], to: newsroom)
        try add("https://hidden.example/", "Secret", [], isHidden: true, days: [0], to: newsroom)
        try newsroom.subscribe(SmartFeed(name: "Second", query: "title:1"))
        newsroom.load(LibrarySources(paths: [], hasSubscriptions: true)) { _ in }
        return newsroom
    }

    private func add(
        _ written: String, _ name: String?, _ folder: [String], isHidden: Bool = false, title: String? = nil,
        days: [Int], to newsroom: Newsroom
    ) throws {
        let address = try #require(FeedAddress(written))
        try newsroom.subscribe(Subscription(address: address, name: name, folder: folder, isHidden: isHidden))
        let stories = days.map { day in
            StoryDraft(
                key: "\(day)", name: "\(address.key)#\(day)", title: "\(name ?? "Gull") \(day)",
                source: name, byline: nil, link: "\(written)#\(day)",
                published: Timestamp(seconds: Self.moment.seconds - day * 86_400), language: nil,
                text: Array("p-\u{1E}\u{1E}Some words.\u{1E}".utf8), packer: TextPacker())
        }
        let content = FetchRecord.Content(
            title: title, site: nil, validators: .init(), size: 640, note: days.count == 1 ? "It breaks off." : nil)
        let number = try newsroom.index.number(ofFeed: address.key, isWeb: true)
        try newsroom.index.keep(stories, FetchRecord(at: Self.moment, outcome: .new(content)), feed: number)
    }

    @Test(arguments: [
        ("The Post", 3), ("post", 3), ("https://post.example/rss", 3), ("post.example/rss", 3), ("World", 5),
        ("world/europe/", 3), ("Gull Daily", 2), ("daily", 2), ("http://gull.example/feed", 2),
        ("https://gull.example/feed", 2), ("secret", 1), ("Second", 1),
    ])
    func storiesAreThoseOfWhatIsNamed(_ words: String, _ count: Int) throws {
        let newsroom = try filled()
        let choice = try newsroom.choice(of: words)
        #expect(try newsroom.headlines().count { choice.contains($0) } == count)
    }

    @Test func whatIsNotThereIsToldWithWhatIs() throws {
        let newsroom = try filled()
        let problem = try #require(throws: Problem.self) { try newsroom.choice(of: "Nothing") }
        #expect(problem.summary == "There is no feed “Nothing”.")
        #expect(problem.remedy == "There are Gull Daily, Secret, The Post.")
        try newsroom.subscribe(SmartFeed(name: "the post", query: "x"))
        #expect(throws: Problem.self) { try newsroom.choice(of: "The Post") }
    }

    @Test func hiddenFeedsAndAddressesAreKnown() throws {
        let newsroom = try filled()
        #expect(try newsroom.hiddenFeeds() == ["https://hidden.example/"])
        #expect(try newsroom.feedAddresses()["https://gull.example/feed"] == "http://gull.example/feed")
        let story = try #require(try newsroom.headlines().first { $0.title == "Gull 30" })
        #expect(try newsroom.facts(of: [story])[story.indexKey]?.link == "http://gull.example/feed#30")
    }

    @Test func storiesAWeekAreThoseSinceTheFirst() throws {
        let health = try filled().feedHealth()
        // Three within two days; none in the last four weeks, of two in nine.
        #expect(health["https://post.example/rss"]?.weekly == 3)
        #expect(health["https://gull.example/feed"]?.weekly == 0)
        #expect(health["https://gull.example/feed"]?.title == "Gull Daily")
        #expect(health["https://hidden.example/"]?.note == "It breaks off.")
    }

    @Test func aStoryOfAnyFeedIsReadByItsID() throws {
        try filled().close()
        let newsroom = newsroom()
        let reading = try #require(try newsroom.libraryReading(id: "https://post.example/rss#1"))
        #expect(reading.article.title == "The Post 1" && reading.article.feed == "https://post.example/rss")
        #expect(try newsroom.libraryReading(id: "nothing") == nil)
    }

    @Test func storiesGoWithTheirFeed() throws {
        let newsroom = try filled()
        try newsroom.moveStories(ofFeed: "https://post.example/rss", to: "https://post.example/new")
        #expect(try newsroom.feedHealth()["https://post.example/new"]?.stories == 3)
        try newsroom.forgetStories(ofFeeds: ["https://post.example/new"])
        #expect(try newsroom.feedHealth()["https://post.example/new"] == nil)
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func healthIsReadWhereNothingCanBeWritten() throws {
        try filled().close()
        chmod(folder.path("data"), 0o500)
        chmod(folder.path("data/index.sqlite"), 0o400)
        defer { chmod(folder.path("data"), 0o700) }
        #expect(try newsroom().feedHealth().count == 3)
    }
}
