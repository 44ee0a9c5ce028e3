import Feeds
import News
import Testing

/// Dates as feeds write them.
struct FeedDatesTests {
    @Test(arguments: [
        ("Tue, 12 Mar 2024 10:15:00 GMT", "2024-03-12T10:15:00Z"), ("12 Mar 24 10:15 EST", "2024-03-12T15:15:00Z"),
        ("Tuesday, 12 March 2024 10:15:00 +0130", "2024-03-12T08:45:00Z"),
        ("Tue,12 Mar 2024 10:15:00 -0000", "2024-03-12T10:15:00Z"),
        ("Tue Mar 12 10:15:00 2024", "2024-03-12T10:15:00Z"), ("Tue Mar 12 10:15:00 EST 2024", "2024-03-12T15:15:00Z"),
        ("Tue Mar 12 2024 10:15:00 GMT+0200 (EET)", "2024-03-12T08:15:00Z"),
        ("Tue, 12 Mar 2024", "2024-03-12T00:00:00Z"),
        ("Tue, 12 Mar 2024 10:15:00 MEST", "2024-03-12T08:15:00Z"),
        ("Tue, 12 Mar 2024 24:00:00 GMT", "2024-03-13T00:00:00Z"),
        ("2024-03-12T10:15:30.5+01:00", "2024-03-12T09:15:30Z"), ("2024-03-12 10:15:30", "2024-03-12T10:15:30Z"),
        ("2024-03-12T10:15", "2024-03-12T10:15:00Z"), ("20240312T101530Z", "2024-03-12T10:15:30Z"),
        ("2024-03", "2024-03-01T00:00:00Z"),
        ("2024", "2024-01-01T00:00:00Z"), ("2024-072", "2024-03-12T00:00:00Z"), ("2024072", "2024-03-12T00:00:00Z"),
        ("24-03-12", "2024-03-12T00:00:00Z"), ("2024-03-12Z", "2024-03-12T00:00:00Z"),
        ("2024-06-31T00:00:00Z", "2024-07-01T00:00:00Z"),
        ("12 mars 2024 10:15:00 +0100", "2024-03-12T09:15:00Z"),
        ("вт, 12 мар 2024 10:15:00 +0300", "2024-03-12T07:15:00Z"),
        ("Mo, 12 März 2024 10:15:00 MEZ", "2024-03-12T09:15:00Z"), ("2024-03-12 오후 7:15:00", "2024-03-12T10:15:00Z"),
        ("2024년 03월 12일 19:15:00", "2024-03-12T10:15:00Z"), ("March 12, 2024, 9 am ET", "2024-03-12T14:00:00Z"),
        ("  2024-03-12\n", "2024-03-12T00:00:00Z"), ("4 Jul 1776 18:30:02 GMT", "1776-07-04T18:30:02Z"),
    ])
    func momentIsUnderstood(_ written: String, _ iso: String) throws {
        let entry = try #require(try entries(dated: written).first)
        #expect(entry.published?.iso8601 == iso)
    }

    @Test(arguments: [
        "", "soon", "2024-03-12T25:00:00Z", "2024-03-12T10:61:00Z", "2024-03-12T10:xx:00Z", "2024-03-12-01",
        "2024-13-01",
        "Tue, 12 Mar zz 10:15:00 GMT", "Tue, 12 Zzz 2024 10:15:00 GMT", "Tue, 12 Mar 2024 10:15:00 +zz:00",
        "Tue, 12 Mar 2024 10:15:00 +00:zz", "1710238500", "99999999999999999999", "\u{3a9}\u{3a9}", "-", "12",
    ])
    func halfADateIsNone(_ written: String) throws {
        let entry = try #require(try entries(dated: written).first)
        #expect(entry.published == nil)
    }

    private func entries(dated date: String) throws -> [ParsedEntry] {
        try parsedFeed(
            Array("<rss><channel><item><title>x</title><pubDate>\(date)</pubDate></item></channel></rss>".utf8)
        ).entries
    }
}
