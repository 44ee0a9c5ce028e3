import Feeds
import Testing

struct FeedDiscoveryTests {
    private func found(_ page: String) -> [String] {
        discoveredFeeds(inPage: Array(page.utf8), address: "https://a.example/news/today").map {
            [$0.title, $0.address, $0.type].compactMap { $0 }.joined(separator: " ")
        }
    }

    @Test func feedsOfTheHeadAreFoundOnce() {
        let page = """
            <head><base href="/x/"><link rel="stylesheet" href="s.css"><LINK REL="Alternate" TYPE="application/rss+xml" HREF="rss" TITLE="All &amp; more">
            <link rel="alternate" type="application/atom+xml" href="//b.example/atom"><link rel=alternate type=application/rss+xml href=rss>
            <link rel="alternate" hreflang="de" href="/de"><link rel="alternate" type="application/feed+json" href="feed.json"></head>
            <a href="/other/feed/">Feed</a>
            """
        #expect(
            found(page) == [
                "All & more https://a.example/x/rss application/rss+xml", "https://b.example/atom application/atom+xml",
                "https://a.example/x/feed.json application/feed+json",
            ])
    }

    @Test func linksStandInWhereTheHeadNamesNone() {
        #expect(
            found(
                "<a href='feed/'>x</a><a href='/rss.xml'>y</a><a href='/story/feedback'>z</a><a href='javascript:rss'>q</a>"
            )
                == ["https://a.example/news/feed/", "https://a.example/rss.xml"])
        #expect(found("<p>Nothing") == [])
    }
}
