import Feeds
import News
import Testing

/// What is exported and imported again is the same.
@Suite struct RoundTripTests {
    /// The same numbers every time.
    private struct Chance: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }
    }

    private static let words = [
        "Post", "R&D", "<b>", "“Voice”", "\"quoted\"", "it's", "Café", "日本", "100%", "a\\b", "#1", "~x", "!", "&amp;",
        "]]>",
        "`date`", "A/B", "=", "-->", "e\u{301}",
    ]

    private static func name(_ chance: inout Chance) -> String {
        (0..<Int.random(in: 1...3, using: &chance)).map { _ in words.randomElement(using: &chance) ?? "" }
            .joined(separator: " ")
    }

    private static func maybe(_ chance: inout Chance) -> String? {
        Bool.random(using: &chance) ? name(&chance) : nil
    }

    private static func list(_ seed: UInt64) throws -> Subscriptions {
        var chance = Chance(state: seed)
        var list = Subscriptions()
        for number in 0..<Int.random(in: 0...12, using: &chance) {
            let address = try #require(FeedAddress("https://\(number).example/a?b=\(number)&c='<%20>\""))
            let signIn = Subscription.SignIn(
                user: name(&chance),
                password: Bool.random(using: &chance) ? .command(name(&chance)) : .file("~/\(number)"))
            let feed = Subscription(
                address: address, name: maybe(&chance), title: maybe(&chance),
                site: Bool.random(using: &chance) ? "https://\(number).example/" : nil,
                folder: (0..<Int.random(in: 0...2, using: &chance)).map { _ in name(&chance) },
                tags: (0..<Int.random(in: 0...2, using: &chance)).map { _ in
                    name(&chance).replacing("/", with: "").replacing("!", with: "?").replacing("~", with: "-")
                },
                interval: Bool.random(using: &chance) ? Int.random(in: 1...9_999, using: &chance) : nil,
                isFullText: Bool.random(using: &chance), isHidden: Bool.random(using: &chance),
                signIn: Bool.random(using: &chance) ? signIn : nil,
                others: Bool.random(using: &chance)
                    ? [Subscription.OtherField(name: "x:y", value: name(&chance) + "\n")] : [])
            try list.add(feed)
            if Bool.random(using: &chance) {
                try list.add(SmartFeed(name: "\(name(&chance)) \(number)", query: name(&chance), folder: ["S"]))
            }
        }
        return list
    }

    @Test(arguments: 1...200) func opmlSaysAll(_ seed: UInt64) throws {
        let list = try Self.list(seed)
        let again = try importedSubscriptions(Array(exported(list, as: .opml).text.utf8), named: "list")
        // A line end is a blank where XML is read; written as a reference it stays.
        #expect(again.subscriptions.feeds == list.feeds)
        #expect(again.subscriptions.smartFeeds == list.smartFeeds)
        #expect(again.problems == [])
        let own = try ownSubscriptions(ownFile(of: list), named: "own").subscriptions
        #expect(own.feeds == list.feeds)
        #expect(ownFile(of: own) == ownFile(of: list))
        var merged = Subscriptions()
        _ = merged.merge(again.subscriptions, trustsSignIns: true)
        #expect(merged.feeds == list.feeds)
    }

    @Test(arguments: 1...200) func newsboatsListSaysWhatItCan(_ seed: UInt64) throws {
        let list = try Self.list(seed)
        guard !list.feeds.isEmpty else { return }
        let text = exported(list, as: .urls).text
        let again = try importedSubscriptions(Array(text.utf8), named: "urls").subscriptions
        #expect(
            again.feeds
                == list.feeds.map { feed in
                    // A folder is a tag there, and a sign at a tag's beginning would mean something else.
                    let folder = feed.folder.isEmpty ? [] : [feed.folder.joined(separator: "/")]
                    let tags = (folder + feed.tags).map { String($0.drop { "~! ".contains($0) }) }.filter {
                        !$0.isEmpty
                    }
                    return Subscription(
                        address: feed.address, name: feed.name,
                        tags: tags.indices.filter {
                            tags.firstIndex(of: tags[$0]) == $0
                        }.map { tags[$0] }, isHidden: feed.isHidden)
                })
        #expect(exported(again, as: .urls).text.split(separator: "\n").count <= text.split(separator: "\n").count)
    }

    @Test(arguments: [
        "unread", "read tag:tech", #"tag:"two words" byline:Ana"#, "title:budget unread", "feed:Post since:3d", "x",
        #""two words" unread"#, #"title:"U.S. (new)""#, #"link:"example.org""#, #"text:"a|b*""#, "a or b",
        "not unread", "-title:x", "-x", "(a b)", "unread (title:NATO or since:8d)", "(a or b) (c or -d)",
        "unread before:14d",
    ])
    func smartFeedsThatNewsboatCanSayComeBack(_ query: String) throws {
        var list = Subscriptions()
        try list.add(SmartFeed(name: "Q", query: query))
        let text = exported(list, as: .urls)
        #expect(text.problems == [])
        let again = try importedSubscriptions(Array(text.text.utf8), named: "urls").subscriptions.smartFeeds
        func meaning(_ query: String) -> Query { Query.parsed(query).query.simplified }
        #expect(again.map { meaning($0.query) } == [meaning(query)])
    }

    @Test(arguments: [
        ("unread (title:NATO or since:8d)", #"unread = "yes" and (title =~ "NATO" or age < 8)"#),
        ("not (tag:a or before:2d)", #"tags !# "a" and age < 2"#),
        ("title:a or not (title:b -since:1w)", #"title =~ "a" or (title !~ "b" or age < 7)"#),
    ])
    func groupsStandInBrackets(_ query: String, _ filter: String) throws {
        var list = Subscriptions()
        try list.add(SmartFeed(name: "Q", query: query))
        let line = exported(list, as: .urls).text
        #expect(line == "\"query:Q:\(filter.replacing("\"", with: "\\\""))\"\n")
    }

    @Test(arguments: [
        "country:ua", "country:zz", "(a", "since:3h", "unread or bookmarked", "speaker:x says:y", "words>500",
        "bookmarked",
    ])
    func othersBecomeAComment(_ query: String) throws {
        var list = Subscriptions()
        try list.add(SmartFeed(name: "Q", query: query))
        let export = exported(list, as: .urls)
        #expect(export.text == "# Q: \(query)\n")
        #expect(export.problems.count == 1)
    }

    /// A list from somebody else must not run programs here or send files away.
    @Test func waysToPasswordsAreNotImportedUnlessTrusted() throws {
        let list = """
            <opml><body><outline text="A" xmlUrl="https://a.example/" datelineUser="me" datelinePasswordCommand="rm x"/>
            </body></opml>
            """
        let foreign = try importedSubscriptions(Array(list.utf8), named: "list").subscriptions
        var own = Subscriptions()
        let merged = own.merge(foreign)
        #expect(own.feeds.map(\.signIn) == [nil])
        #expect(merged.withoutSignIn.map(\.shownName) == ["A"])
        var trusting = Subscriptions()
        #expect(trusting.merge(foreign, trustsSignIns: true).withoutSignIn == [])
        #expect(trusting.feeds.first?.signIn?.password == .command("rm x"))
    }
}
