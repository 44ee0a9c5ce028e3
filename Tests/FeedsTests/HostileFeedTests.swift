import Feeds
import Testing

/// Feeds made to hurt: none may crash, hang, or be read twice over.
struct HostileFeedTests {
    @Test func everyBeginningOfAFeedIsRead() {
        let bytes = Array(sample.utf8)
        var most = 0
        for end in bytes.indices {
            guard let feed = try? parsedFeed(Array(bytes[..<end])) else { continue }
            #expect(feed.entries.count >= most)
            #expect(feed.faults.first?.hasPrefix("The feed ends early") == true)
            most = feed.entries.count
        }
        #expect(most == 2)
    }

    @Test func damagedFeedsAreRead() {
        let bytes = Array(sample.utf8)
        var random = Dice()
        for _ in 0..<2_000 {
            var damaged = bytes
            for _ in 0...random.next(6) {
                let at = random.next(damaged.count)
                switch random.next(3) {
                case 0: damaged[at] = UInt8(random.next(256))
                case 1: damaged.remove(at: at)
                default: damaged.insert(Array("<>&;\"'![]/?=- ".utf8)[random.next(14)], at: at)
                }
            }
            guard let feed = try? parsedFeed(damaged) else { continue }
            for entry in feed.entries { _ = article(id: "a", feed: "f", entry: entry) }
        }
    }

    @Test(arguments: [
        ("deep", Array(repeating: "<div>", count: 100_000).joined()),
        ("never closed", Array(repeating: "<item><title>", count: 50_000).joined()),
        ("closing alone", String(repeating: "<b>", count: 900) + String(repeating: "</u>", count: 200_000)),
        ("brackets", String(repeating: "<", count: 1_000_000)),
        ("ampersands", String(repeating: "&", count: 1_000_000)),
        ("comments without end", String(repeating: "<!--a>", count: 200_000)),
        ("declarations without end", String(repeating: "<!x [", count: 200_000)),
        ("instructions without end", String(repeating: "<?a>", count: 200_000)),
        ("quotation marks without end", String(repeating: "<a b='", count: 200_000)),
        ("tags without end", String(repeating: "<a ", count: 300_000)),
        ("attributes", "<a " + String(repeating: "b='c' ", count: 200_000) + ">"),
        (
            "bound prefixes",
            String(repeating: "<a xmlns:b='c'>", count: 50_000) + String(repeating: "<q:c/>", count: 100_000)
        ),
        ("one long word", String(repeating: "a", count: 3_000_000)),
        ("NUL", String(repeating: "\u{0}", count: 1_000_000)),
        ("links", String(repeating: "</description><link href='x'/><enclosure url='y'/><description>", count: 50_000)),
    ])
    func hostileTextIsReadInLinearTime(_ name: String, _ text: String) throws {
        let feed = try parsedFeed(
            Array(
                "<rss><channel><title>T</title><item><title>x</title><description>\(text)</description></item></channel></rss>"
                    .utf8))
        #expect(feed.title == "T")
        #expect(!feed.entries.isEmpty)
        #expect(feed.entries.allSatisfy { $0.links.count <= 200 && $0.enclosures.count <= 200 })
    }

    @Test func laughsAreNotMultiplied() throws {
        let declared = (1...9).map { level in
            "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
        }
        let feed = try parsedFeed(
            Array(
                "<!DOCTYPE rss [<!ENTITY l0 \"ha\">\(declared.joined())]><rss><channel><title>&l9;</title></channel></rss>"
                    .utf8))
        #expect(feed.title == "&l9;")
    }
}

private let sample = """
    <?xml version="1.0" encoding="utf-8"?><!-- A --><!DOCTYPE rss><rss version="2.0"><channel><title>Harbour</title>
    <item><title>One &amp; two</title><link>https://a.example/1</link><description><![CDATA[<p>Crews “walk” out</p>]]></description>
    <pubDate>Tue, 12 Mar 2024 10:15:00 GMT</pubDate></item>
    <item a="b" c='d'><title>Three</title><content type="xhtml"><div>é<br/></div></content></item></channel></rss>
    """

/// The same numbers in every run.
private struct Dice {
    private var state: UInt64 = 42

    mutating func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}
