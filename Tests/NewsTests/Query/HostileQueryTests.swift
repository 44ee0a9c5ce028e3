import News
import Testing

struct HostileQueryTests {
    @Test(
        arguments: [
            "(", ")", "()", "-", "-(", "!", "not ", "a or ", "or ", "and ", "|", "a", "a ", "\"", "\"a",
            "country:", "country:(", "says:(a ",
            "x:", "words>", "words ", "words > ", ",", "country:ua,", "country:ukrane ", "contry:ua ",
            "a\u{301}", "\u{200D}", "日本 ", "\0", "e: ",
        ])
    func aMegabyteOfAnythingIsReadInNoTime(_ piece: String) {
        let typed = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
        let parsed = Query.parsed(typed, names: testNames)
        #expect(parsed.error != nil)
        #expect(parsed.query.sought.count <= Query.mostTerms)
        // Whatever is understood is written so that it is understood again.
        let written = parsed.query.description
        let again = Query.parsed(written, names: testNames).query.description
        #expect(again == written || written.utf8.count > Query.longest)
        _ = QueryPlan(parsed.query, now: Timestamp(seconds: 0), ahead: 0)
        _ = Query.completion(of: typed, at: typed.utf8.count) { _, _ in [] }
    }

    @Test func bracketsHaveALimit() throws {
        let deep = String(repeating: "(", count: 33) + "a" + String(repeating: ")", count: 33) + " b"
        let parsed = Query.parsed(deep)
        #expect(parsed.query.description == "a b")
        #expect(try #require(parsed.error).span == TextSpan(32, 33))
        let allowed = String(repeating: "-(x ", count: 32) + String(repeating: ")", count: 32)
        #expect(Query.parsed(allowed).error == nil)
    }

    @Test func conditionsHaveALimit() throws {
        let typed = (0..<300).map { "w\($0)" }.joined(separator: " ")
        let parsed = Query.parsed(typed)
        #expect(parsed.query.sought.count == Query.mostTerms)
        #expect(try #require(parsed.error).summary == "The query has too many conditions.")
    }

    @Test func aLongQueryIsCutBetweenLetters() throws {
        let typed = String(repeating: "é", count: 6_000)
        let parsed = Query.parsed(typed)
        #expect(parsed.query == .term(.words(.text, try #require(SoughtWords(String(repeating: "é", count: 5_000))))))
        #expect(try #require(parsed.error).span == TextSpan(10_000, 12_000))
    }

    /// Pieces in any order: what is understood of them is written so that the same is understood again, without a mistake.
    @Test(arguments: UInt64(0)..<2_000)
    func oddQueriesAreUnderstoodAsTheyAreWritten(_ seed: UInt64) throws {
        let pieces = [
            "(", ")", "-", "!", "not", "or", "and", "|", "&", "\"", "“", "”", "«", ":", "a", "B c", " ", " ", " ", "\t",
            "country:", "ua",
            "ukraine", ",", "says:", "is:", "unread", "read", "words", ">", "<", "5", "..", "since:", "2d", "2026-01",
            "region:",
            "europe", "feed:", "日本", "e\u{301}", "\u{301}", "\u{200D}", "’", ".", "\0", "tag:", "🔥", "（", "：",
            "contry:", "=",
        ]
        var numbers = SeededNumbers(seed: seed)
        let count = Int.random(in: 1...14, using: &numbers)
        let typed = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &numbers)] }.joined()
        let parsed = Query.parsed(typed, names: testNames)
        let again = Query.parsed(parsed.query.description, names: testNames)
        #expect(again.query == parsed.query, "\(typed)")
        #expect(again.error == nil, "\(typed)")
        if let error = parsed.error {
            #expect(error.span.end <= typed.utf8.count)
            #expect(error.shown(in: typed).split(separator: "\n").count == 2)
        }
        let cursor = Int.random(in: 0...typed.utf8.count, using: &numbers)
        let completion = Query.completion(of: typed, at: cursor) { _, _ in [] }
        #expect(completion.span.start <= cursor && cursor <= completion.span.end)
    }
}
