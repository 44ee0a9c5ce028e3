import News
import Testing

struct QueryErrorTests {
    /// What is wrong where, what would work, and what is understood all the same.
    @Test(arguments: [
        (
            "nato country:ukrane", "nato",
            """
            nato country:ukrane
                         ^^^^^^ “ukrane” is no country. Did you mean country:ukraine?
            """
        ),
        (
            "country:\"sout korea\" x", "x",
            """
            country:"sout korea" x
                    ^^^^^^^^^^^^ “sout korea” is no country. Did you mean country:"south korea"?
            """
        ),
        (
            "country:ua,xx nato", "country:ua nato",
            """
            country:ua,xx nato
                       ^^ “xx” is no country. Countries have a code or name: country:ua, country:ukraine.
            """
        ),
        (
            "contry:ua", "\"contry:ua\"",
            """
            contry:ua
            ^^^^^^^ There is no field “contry”. Did you mean country:? As words it stands in quotation marks: "contry:ua".
            """
        ),
        (
            "a (b or c", "a (b or c)",
            """
            a (b or c
              ^ The bracket is not closed. Close it with ).
            """
        ),
        (
            "a) b", "a b",
            """
            a) b
             ^ No bracket is open here. As words it stands in quotation marks: ")".
            """
        ),
        (
            "nato speaker: or x", "nato or x",
            """
            nato speaker: or x
                         ^ speaker: needs something behind it. Such as speaker:stoltenberg.
            """
        ),
        (
            "since:2026-13 nato", "nato",
            """
            since:2026-13 nato
                  ^^^^^^^ “2026-13” is no date. Dates are 2d, 3h, 1w, 1m, yesterday, monday, 2026-01-31, 2026-01; words \
            stand in quotation marks: "since:2026-13".
            """
        ),
        (
            "words:500 x", "x",
            """
            words:500 x
                  ^^^ “500” is no number of words. Lengths are words>800, words<300, words:300..800.
            """
        ),
        (
            "is:unred x", "x",
            """
            is:unred x
               ^^^^^ “unred” is no mark of a story. Did you mean is:unread?
            """
        ),
        (
            "region:europa x", "x",
            """
            region:europa x
                   ^^^^^^ “europa” is no region. Did you mean region:europe?
            """
        ),
        (
            "a or or b", "a or b",
            """
            a or or b
              ^^ “or” needs something behind it. Such as war or peace, nato not russia. As words it stands in quotation marks: "or".
            """
        ),
        (
            "and b", "b",
            """
            and b
            ^^^ “and” needs something before it. Such as war or peace, nato not russia. As words it stands in quotation marks: "and".
            """
        ),
        (
            "speaker:— x", "x",
            """
            speaker:— x
                    ^ “—” has no letter to look for. Such as speaker:stoltenberg.
            """
        ),
        (
            "lang:klingon\tx", "x",
            """
            lang:klingon x
                 ^^^^^^^ “klingon” is no language. Languages have codes: lang:en, lang:de, lang:uk.
            """
        ),
        (
            "a () b", "a b",
            """
            a () b
              ^^ There is nothing between the brackets. Such as (war or peace).
            """
        ),
        (
            "日本 country:xx", "日本",
            """
            日本 country:xx
                       ^^ “xx” is no country. Countries have a code or name: country:ua, country:ukraine.
            """
        ),
    ])
    func mistakesAreShownAtTheirPlace(_ typed: String, _ understood: String, _ shown: String) throws {
        let parsed = Query.parsed(typed, names: testNames)
        #expect(parsed.query.description == understood)
        #expect(try #require(parsed.error).shown(in: typed) == shown)
    }

    @Test(arguments: [
        ("country:", ""), ("country: ", ""), ("country:u", ""), ("country:ua,x", "country:ua"),
        ("nato or", "nato"), ("nato or ", "nato"),
        ("nato -(", "nato"), ("(", ""), ("nato (a b", "nato (a b)"), ("\"border gua", "\"border gua\""), ("\"", ""),
        ("nato not", "nato"), ("since:202", ""), ("says:\"the bor", "says:\"the bor\""), ("a and", "a"),
        ("words>", ""),
        ("says:(a or", "says:a"), ("is:un", ""),
    ])
    func whatIsStillTypedIsUsableAndNoReasonToComplain(_ typed: String, _ understood: String) throws {
        let parsed = Query.parsed(typed)
        #expect(parsed.query.description == understood)
        #expect(try #require(parsed.error).isIncomplete)
        #expect(Query.lenient(typed) == parsed.query)
    }

    @Test(arguments: ["country:xx nato", "a or or b", "a)", "contry:ua", "since:x nato"])
    func whatTypingOnDoesNotMendIsSaidAtOnce(_ typed: String) throws {
        #expect(try !#require(Query.parsed(typed).error).isIncomplete)
    }

    @Test func suggestionsStandInThePlaceOfTheFault() throws {
        let typed = "nato country:ukrane x"
        let error = try #require(Query.parsed(typed, names: testNames).error)
        let (before, after) = (typed.utf8.prefix(error.span.start), typed.utf8.dropFirst(error.span.end))
        #expect(error.suggestions == ["ukraine"])
        #expect("\(Substring(before))ukraine\(Substring(after))" == "nato country:ukraine x")
    }

    @Test func ofALongQueryOnlyTheFaultIsShown() throws {
        let typed = String(repeating: "word ", count: 40) + "country:xx" + String(repeating: " word", count: 40)
        let lines = try #require(Query.parsed(typed).error).shown(in: typed, limit: 10).split(separator: "\n")
        #expect(lines[0] == "…d country:xx word word…")
        #expect(lines[1].hasPrefix("           ^^ “xx”"))
    }

    @Test func marksStandInTheColumnsOfTheScreen() throws {
        let typed = "日本 country:xx"
        let error = try #require(Query.parsed(typed).error)
        let shown = error.shown(in: typed) { $0.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x3000 ? 2 : 1) } }
        #expect(shown.split(separator: "\n")[1].hasPrefix("             ^^"))
        #expect(error.problem(in: typed).summary == "“xx” is no country.")
    }
}
