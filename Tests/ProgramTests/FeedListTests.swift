import News
import Testing

@testable import dateline

/// The list of feeds on a terminal, and words about how they do.
@Suite struct FeedListTests {
    private func list() throws -> Subscriptions {
        var list = Subscriptions()
        func add(_ address: String, _ name: String?, _ folder: String = "", tags: [String] = []) throws {
            try list.add(
                Subscription(
                    address: try #require(FeedAddress(address)), name: name,
                    folder: Subscriptions.folder(written: folder),
                    tags: tags))
        }
        try add("https://post.example/europe/rss.xml", "The Post of All Europe", "World/Europe")
        try list.add(SmartFeed(name: "New", query: "country:ua unread", folder: ["World"]))
        try add("https://gull.example/", nil, tags: ["sea", "harbour", "weather"])
        return list
    }

    @Test func eachFeedHasLinesOfItsOwnOnATerminal() throws {
        let list = ListedFeeds(try list(), [:])
        #expect(
            list.text(columns: 80) == """
                World/
                  Europe/
                    The Post of All Europe  https://post.example/europe/rss.xml
                        not fetched yet
                  New
                      smart feed: country:ua unread
                https://gull.example/
                    #sea, #harbour, #weather, not fetched yet

                """)
        #expect(
            list.text(columns: 40) == """
                World/
                  Europe/
                    The Post of All Europe
                        https://post.example/europe/rss.xml
                        not fetched yet
                  New
                      smart feed: country:ua unread
                https://gull.example/
                    #sea, #harbour, #weather, not
                    fetched yet

                """)
    }

    @Test func inAPipeEachIsARow() throws {
        let lines = ListedFeeds(try list(), [:]).text(columns: nil).split(separator: "\n")
        #expect(lines.count == 3 && lines[1].contains("country:ua unread"))
        #expect(lines.allSatisfy { $0.contains("  ") })
    }

    @Test(arguments: [
        (0, "a minute"), (59, "a minute"), (120, "2 minutes"), (5_399, "90 minutes"), (7_200, "2 hours"),
        (172_800, "2 days"), (3_000_000, "35 days"),
    ])
    func agesAreInWords(_ seconds: Int, _ words: String) { #expect(age(seconds) == words) }

    @Test(arguments: [
        (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_000, "1 kB"), (1_499, "1 kB"), (999_499, "999 kB"),
        (999_500, "1 MB"), (1_449_000, "1.4 MB"),
    ])
    func sizesAreInWords(_ count: Int, _ words: String) { #expect(bytes(count) == words) }

    @Test(arguments: [
        (RefreshSummary(unchanged: 1), "No new stories: 1 feed had nothing new."),
        (RefreshSummary(unchanged: 3, failed: 10), "No new stories: 3 feeds had nothing new, 10 failed."),
        (RefreshSummary(failed: 1, cancelled: 1), "No new stories: 1 feed failed, 1 was not fetched."),
        (RefreshSummary(unchanged: 2, leftAlone: 1), "No new stories: 2 feeds had nothing new, 1 was left alone."),
        (RefreshSummary(new: 1, telling: 1), "1 new story from 1 feed."),
        (
            RefreshSummary(new: 12, edited: 1, telling: 3, unchanged: 5, failed: 1),
            "12 new stories and 1 edited from 3 feeds; 5 feeds had nothing new, 1 failed."
        ),
        (
            RefreshSummary(edited: 2, telling: 1, cancelled: 2),
            "2 edited stories from 1 feed; 2 feeds were not fetched."
        ),
    ])
    func aRoundIsSummedUp(_ summary: RefreshSummary, _ words: String) { #expect(summary.words == words) }
}
