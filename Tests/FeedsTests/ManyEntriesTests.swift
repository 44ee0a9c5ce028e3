import News
import Testing

@testable import Feeds

/// Feeds that break off, and feeds without end.
@Suite struct ManyEntriesTests {
    @Test func theFirstOfVeryManyEntriesAreTaken() throws {
        let item = "<item><title>A</title></item>"
        let all = String(repeating: item, count: ParsedFeed.mostEntries + 7)
        let feed = try parsedFeed(Array("<rss><channel>\(all)</channel></rss>".utf8))
        #expect(feed.entries.count == ParsedFeed.mostEntries && feed.leftOut == 7)
        #expect(feed.note?.contains("more than 20000 entries") == true)
    }

    @Test func aFeedThatBreaksOffSaysSo() throws {
        let whole = "<rss><channel><item><title>A</title></item><item><title>B</title></item></channel></rss>"
        #expect(try parsedFeed(Array(whole.utf8)).note == nil)
        let broken = try parsedFeed(Array(whole.utf8.dropLast(31)))
        #expect(broken.entries.map(\.title) == ["A", "B"])
        #expect(broken.endsEarly && broken.note?.contains("breaks off") == true)
    }
}
