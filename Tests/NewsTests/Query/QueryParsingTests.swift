import News
import Testing

/// Countries by the names that the tests use.
let testNames = QueryNames(
    countries: { words in
        let named: [String: [Country]] = [
            "ukraine": [Country(code: "UA", name: "Ukraine")],
            "south korea": [Country(code: "KR", name: "South Korea")],
            "korea": [Country(code: "KP", name: "North Korea"), Country(code: "KR", name: "South Korea")],
            "antarctica": [Country(code: "AQ", name: "Antarctica")],
        ]
        return named[words.lowercased()] ?? []
    },
    knownCountries: [Country(code: "UA", name: "Ukraine"), Country(code: "KR", name: "South Korea")])

struct QueryParsingTests {
    /// What is typed, and how it is written when it has been understood.
    @Test(arguments: [
        ("", ""), ("   ", ""), ("nato", "nato"), ("  NATO \t talks ", "NATO talks"),
        ("\"border guard\"", "\"border guard\""), ("“border  guard”", "\"border guard\""),
        ("„border guard“ «a b»", "\"border guard\" \"a b\""), ("\"nato\"", "nato"),
        ("say\"a b\"now", "say \"a b\" now"),
        ("a b or c d", "a b or c d"), ("a and b & c && d", "a b c d"),
        ("a OR b | c || d|e", "a or b or c or d or e"),
        ("a (b or c)", "a (b or c)"), ("(a b) or c", "a b or c"), ("((a))", "a"), ("a (b c)", "a (b c)"),
        ("not a", "-a"), ("-a", "-a"), ("!a", "-a"), ("not not a", "a"), ("-(a b)", "-(a b)"),
        ("-\"a b\"", "-\"a b\""),
        ("not (not a)", "a"), ("-country:ua", "-country:ua"), ("a -b or -c", "a -b or -c"),
        // Text, whatever it looks like.
        ("10:30", "\"10:30\""), ("re: budget", "re budget"),
        ("https://example.com/a-b?c=d", "\"https://example.com/a-b?c=d\""),
        ("Ukraine - Russia", "Ukraine Russia"), ("AT&T", "\"AT&T\""), ("twenty-one", "twenty-one"),
        ("Yahoo!", "Yahoo"),
        ("it's", "it's"), ("x -- y", "x y"), ("--search", "search"), ("a — b", "a b"), ("Kyiv, Lviv.", "Kyiv Lviv"),
        ("\"or\"", "\"or\""), ("\"unread\"", "\"unread\""), ("read quoted", "read quoted"),
        ("foo:bar", "\"foo:bar\""),
        ("\"country:ua\"", "\"country:ua\""), ("日本 Čapek", "日本 Čapek"), ("words", "words"), (":-", ""),
        ("a=b", "\"a=b\""),
        ("Trump\"-\"Putin", "Trump Putin"), ("land: berlin", "land berlin"),
        // Fields.
        ("country:ua", "country:ua"), ("COUNTRY:UA", "country:ua"), ("country: ukraine", "country:ua"),
        ("about:\"south korea\"", "country:kr"), ("country:korea", "country:kp or country:kr"),
        ("nato country:korea", "nato (country:kp or country:kr)"), ("country:ua,kr", "country:ua or country:kr"),
        ("country:\"south korea\",ukraine", "country:kr or country:ua"),
        ("country:(ua or kr)", "country:ua or country:kr"),
        ("country:ua, kr", "country:ua kr"), ("country:europe", "region:europe"), ("region:ukraine", "country:ua"),
        ("continent:asia", "region:asia"), ("region:\"middle east\"", "region:middle-east"),
        ("region:latin", "region:latin-america"),
        ("mentions:europe", "mentions:europe"), ("mentioned:ukraine", "mentions:ua"),
        ("mentions:antarctica", "mentions:antarctica"),
        ("mentions:aq", "mentions:aq"), ("country:antarctica", "country:aq"), ("country：ua", "country:ua"),
        ("speaker:stoltenberg says:\"border\"", "speaker:stoltenberg says:border"),
        ("said:(border or wall)", "says:border or says:wall"),
        ("says:(a country:ua)", "says:a country:ua"),
        ("speaker:\"jens stoltenberg\"", "speaker:\"jens stoltenberg\""),
        ("says:or", "says:or"), ("says:not", "says:not"), ("speaker:putin,", "speaker:putin"),
        ("author:Ann", "byline:Ann"),
        ("feed:World,Sport", "feed:World or feed:Sport"), ("feed:\"World, Sport\"", "feed:\"World, Sport\""),
        ("folder:Articles/World", "feed:\"Articles/World\""), ("tag:C++", "tag:\"C++\""), ("tag:🔥", "tag:\"🔥\""),
        ("source:reuters", "source:reuters"), ("headline:budget", "title:budget"), ("text:or", "\"or\""),
        ("link:https://example.com/a", "link:\"https://example.com/a\""), ("site:bbc.co.uk", "link:bbc.co.uk"),
        ("lang:en", "lang:en"), ("language:en-GB,de", "lang:en or lang:de"), ("name:nato", "name:nato"),
        ("unread", "unread"), ("is:unread", "unread"), ("-unread", "is:read"), ("not read", "-read"),
        ("is:read", "is:read"),
        ("UNREAD Bookmarked", "unread bookmarked"), ("is:starred has:quotes", "bookmarked is:quoted"),
        ("is:unread,bookmarked", "unread or bookmarked"),
        ("since:2d after:3h", "since:2d since:3h"), ("since:1W", "since:1w"), ("since:\"3 Hours\"", "since:3h"),
        ("since:2days", "since:2d"),
        ("since:90min", "since:90min"),
        ("since:1m before:1y", "since:1m before:1y"), ("since:mon", "since:monday"),
        ("on:yesterday", "on:yesterday"),
        ("since:0h", "since:now"), ("before:2026-1-5", "before:2026-01-05"), ("on:2026/01", "on:2026-01"),
        ("date:2026", "on:2026"),
        ("words>500", "words>500"), ("words > 500 nato", "words>500 nato"), ("words>=500", "words>499"),
        ("length<300", "words<300"), ("words<=300", "words<301"), ("words:300..800", "words:300..800"),
        ("words:>5", "words>5"), ("words=7", "words:7..7"), ("words>=0", "words>=0"),
    ])
    func everythingTypedIsUnderstood(_ typed: String, _ written: String) {
        let parsed = Query.parsed(typed, names: testNames)
        #expect(parsed.query.description == written)
        #expect(parsed.error == nil)
        #expect(Query.parsed(written, names: testNames) == parsed)
    }

    @Test func aQueryIsATreeOfConditions() throws {
        let query = Query.parsed("country:ua (nato or -says:\"the border\") since:2d", names: testNames).query
        let (nato, border) = (try #require(SoughtWords("nato")), try #require(SoughtWords("the border")))
        let words: Query = .any([.term(.words(.text, nato)), .not(.term(.words(.says, border)))])
        #expect(query == .all([.term(.about(.country("UA"))), words, .term(.published(.since(.ago(2, .day))))]))
    }

    @Test func whatIsTakenAwayIsNotSought() {
        let query = Query.lenient("nato -russia -(says:a or -title:b) (c or d)")
        #expect(query.sought.map { Query.term($0).description } == ["nato", "title:b", "c", "d"])
    }
}
