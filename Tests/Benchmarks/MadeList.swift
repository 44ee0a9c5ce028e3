import News

/// Headlines as a large collection has them: many feeds and papers, headlines that begin alike, a few countries each.
/// The same number gives the same headline.
struct MadeList {
    let headlines: [Headline]

    private static let feeds = (0..<100).map { News.Feed(id: "Articles/Feed \($0)", name: "Feed \($0)") }
    private static let countries = WorldRegion.allCases.flatMap(\.countryCodes).map { Country(code: $0, name: $0) }
    private static let words = [
        "Minister", "storm", "harbour", "opens", "after", "report", "says", "council", "vote", "delayed", "new",
        "water", "price", "falls", "border", "talks", "begin", "school", "strike", "ends", "court", "rules", "train",
    ]

    init(_ count: Int) {
        var seed: UInt64 = 1
        headlines = (0..<count).map { number in
            func below(_ limit: Int) -> Int {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int(seed >> 33) % limit
            }
            let words = (0..<9).map { _ in Self.words[below(Self.words.count)] }
            // A few countries are in most stories.
            let all = Self.countries.count
            let named = (0..<6).map { _ in Self.countries[min(below(all), below(all))] }
            let feed = Self.feeds[below(Self.feeds.count)]
            return Headline(
                id: "\(feed.id)/2024-\(number % 12)/story-\(number)-\(words[0]).txt", feed: feed,
                title: words.joined(separator: " "), source: "Paper \(below(300))",
                // A third know only the day.
                published: Timestamp(seconds: 1_700_000_000 - (number % 3 == 0 ? number / 300 * 86_400 : 300 * number)),
                wordCount: 100 + below(1500), countries: Array(named[..<(1 + below(3))]),
                mentioned: Array(named[3..<3 + below(4)]), isRead: below(2) == 0)
        }.sorted { $0.published ?? Timestamp(seconds: 0) > $1.published ?? Timestamp(seconds: 0) }
    }

    /// The same as an index would tell them.
    var table: HeadlineTable { table { _ in true } }

    /// Those of some numbers.
    func table(of isWanted: (Int) -> Bool) -> HeadlineTable {
        var table = HeadlineTable(roomFor: headlines.count)
        for (number, headline) in headlines.enumerated() where isWanted(number) {
            table.put(headline, indexKey: UInt32(number + 1))
        }
        table.finish()
        return table
    }
}
