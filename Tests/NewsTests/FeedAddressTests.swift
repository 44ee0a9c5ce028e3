import News
import Testing

@Suite struct FeedAddressTests {
    @Test(arguments: [
        "https://example.org/a", "http://example.org/a", "HTTP://Example.ORG/a", "https://example.org:443/a",
        "http://example.org:80/a", "http://example.org./a", "feed://example.org/a", "feed:https://example.org/a",
        "https://example.org/%61", "https://example.org/a#top", "https://me:secret@example.org/a",
        " https://example.org/a\n",
        "//example.org/a",
    ])
    func oneFeedHasOneKeyHoweverItIsWritten(_ written: String) throws {
        #expect(try #require(FeedAddress(written)).key == "https://example.org/a")
    }

    @Test(arguments: [
        ("https://example.org", "https://example.org/"), ("https://example.org?a=1", "https://example.org/?a=1"),
        ("http://example.org:8080/", "https://example.org:8080/"),
        ("http://example.org/a%2fb", "https://example.org/a%2Fb"),
        ("http://[::1]:80/a", "https://[::1]/a"),
    ])
    func keysAreAddresses(_ written: String, _ key: String) throws {
        #expect(try #require(FeedAddress(written)).key == key)
    }

    @Test func otherAddressesHaveOtherKeys() {
        let written = [
            "https://example.org/a", "https://example.org/A", "https://example.org/a/", "https://example.org/a?b",
            "https://www.example.org/a", "https://example.org:444/a", "http://example.org:443/a",
        ]
        #expect(Set(written.compactMap { FeedAddress($0)?.key }).count == written.count)
    }

    @Test(arguments: [
        ("https://me:secret@example.org/a?b@c", "https://example.org/a?b@c"), ("me:sec/ret@example.org", "example.org"),
        ("ftp://me:s@cret@example.org/", "ftp://example.org/"),
        ("https://example.org:80/@a", "https://example.org:80/@a"),
        ("The Post @ Home: now", "The Post @ Home: now"), ("World/Europe", "World/Europe"),
    ])
    func wordsForAnAddressAreShownWithoutPassword(_ words: String, _ shown: String) {
        #expect(FeedAddress.withoutSignIn(words) == shown)
    }

    @Test(arguments: [
        "", "https://me:sec/ret@example.org/", "ftp://example.org/", "example.org", "/feed.xml", "feed:", "exec:ls",
        "https://", "news",
    ])
    func othersAreNoAddresses(_ written: String) { #expect(FeedAddress(written) == nil) }

    @Test func theSchemeNeedNotBeTyped() {
        #expect(FeedAddress(typed: "example.org/feed")?.text == "https://example.org/feed")
        #expect(FeedAddress(typed: "http://example.org/feed")?.text == "http://example.org/feed")
        for words in ["news", "the post", "ftp://example.org/", "", "World/Europe", "mailto:me@example.org"] {
            #expect(FeedAddress(typed: words) == nil)
        }
    }

    @Test func passwordsAreNotShown() throws {
        let address = try #require(FeedAddress("https://me:secret@example.org:8443/a?b@c"))
        #expect(address.shown == "https://example.org:8443/a?b@c")
        #expect(address.hasPassword)
        #expect(!(try #require(FeedAddress("https://example.org/:@"))).hasPassword)
        #expect(Subscription(address: address).shownName == "example.org:8443/a?b@c")
    }

    @Test(arguments: [
        ("30", 30), ("30m", 30), ("2h", 120), ("1 d", 1_440), ("1w", 10_080), ("525600", 525_600),
    ])
    func intervalsAreRead(_ words: String, _ minutes: Int) { #expect(FeedInterval(words)?.minutes == minutes) }

    @Test(arguments: ["", "0", "-5", "h", "2y", "often", "525601", "9999999w", "1e3", "99999999999999999999"])
    func whatIsNoIntervalIsNone(_ words: String) { #expect(FeedInterval(words) == nil) }

    @Test(arguments: [(30, "30m"), (120, "2h"), (90, "90m"), (1_440, "1d"), (10_080, "1w")])
    func intervalsAreWrittenShortly(_ minutes: Int, _ words: String) {
        #expect(FeedInterval(minutes: minutes).words == words)
        #expect(FeedInterval(words)?.minutes == minutes)
    }
}
