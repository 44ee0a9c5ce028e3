import News
import Screen
import Testing

@testable import Reader

/// How paragraphs, lists, tables, code and quotes are set, as text.
struct PageTests {
    private typealias Part = (Paragraph.Part, Paragraph.Form, String)

    private func reading(_ parts: [Part], quotes: [Said] = [], names: [Named] = [], links: [String] = []) -> Reading {
        let plain = story(
            "a", "f", source: nil, published: nil, [(.headline, "Title")] + parts.map { ($0.0, $0.2) }, quotes: quotes,
            names: names, countries: [])
        let article = plain.article
        return Reading(
            article: Article(
                id: "a", feed: "f", text: article.text, title: "Title", titleSpan: article.titleSpan,
                paragraphs: article.paragraphs.enumerated().map {
                    Paragraph($1.span, $1.part, form: $0 == 0 ? .plain : parts[$0 - 1].1)
                },
                links: places(of: links, in: article.text).map { Link(span: $0, address: "https://a.example/") }),
            quotes: plain.quotes, entities: plain.entities, countries: [])
    }

    /// The lines below headline and facts.
    private func lines(of page: Page) -> [String] {
        var frame = Frame(size: Size(columns: page.measure, rows: page.lines.count))
        for (row, line) in page.lines.enumerated() {
            for piece in [line.words] + line.beside {
                frame.write(words(of: piece.text, piece.range), row: row, column: piece.column, role: piece.role)
            }
        }
        let lines = frame.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return Array(lines.dropFirst(4).reversed().drop { $0.isEmpty }.reversed())
    }

    private func set(_ measure: Int, _ parts: [Part]) -> [String] {
        lines(of: Page(reading(parts), view: .story, minutes: 1, measure: measure))
    }

    @Test func entriesHangInsideTheirList() {
        let lines = set(
            24,
            [
                (.listEntry, .entry(depth: 1, .number(9)), "Buy a ticket for the boat"),
                (.listEntry, .entry(depth: 2, .dot), "keep it dry, and keep it"),
                (.body, .entry(depth: 1, .none), "or dry it"),
                (.listEntry, .entry(depth: 1, .number(10)), "Go"),
                (.body, .plain, "Words."), (.listEntry, .plain, "plain"),
            ])
        #expect(
            lines == [
                " 9. Buy a ticket for the", "    boat", "    • keep it dry, and", "      keep it", "    or dry it",
                "10. Go",
                "", "Words.", "", "• plain",
            ])
    }

    private static let table: [Part] = [
        (.body, .cell(row: 0, column: 0, isHeader: true), "Boat"),
        (.body, .cell(row: 0, column: 1, isHeader: true), "Crew"),
        (.body, .cell(row: 0, column: 2, isHeader: true), "Known for"),
        (.body, .cell(row: 1, column: 0, isHeader: false), "Heron"),
        (.body, .cell(row: 1, column: 1, isHeader: false), "4"),
        (.body, .cell(row: 1, column: 2, isHeader: false), "its library"),
        (.furniture, .cell(row: 2, column: 0, isHeader: false), "Petrel"),
        (.body, .cell(row: 2, column: 1, isHeader: false), "12"),
        (.body, .plain, "Below."),
    ]

    @Test func columnsAreAsWideAsTheirCells() {
        #expect(
            set(40, Self.table) == [
                "Boat    Crew  Known for", "──────  ────  ───────────", "Heron      4  its library", "Petrel    12", "",
                "Below.",
            ])
    }

    @Test func columnsGiveWayToEachOther() {
        #expect(
            set(24, Self.table).prefix(5) == [
                "Boat    Crew  Known for", "──────  ────  ──────────", "Heron      4  its", "              library", "",
            ])
    }

    @Test func tableWithoutRoomIsAListOfItsRows() {
        #expect(
            set(17, Self.table) == [
                "Boat: Heron", "Crew: 4", "Known for:", "  its library", "", "Boat: Petrel",
                "Crew: 12", "", "Below.",
            ])
    }

    @Test func codeKeepsItsLines() {
        #expect(
            set(20, [(.body, .preformatted, "if wet {\n    dry(it)\n    andThenDryItAgain()\n}")]) == [
                "  if wet {", "      dry(it)", "      andThenDryItA\\", "  gain()", "  }",
            ])
    }

    @Test func headingsOfSeveralLevelsDiffer() {
        #expect(
            set(
                20,
                [
                    (.heading, .heading(level: 2), "High"), (.heading, .heading(level: 3), "Mid"),
                    (.heading, .heading(level: 4), "Low"),
                ]) == ["High ───────────────", "", "Mid", "", "· Low"])
        #expect(set(20, [(.heading, .heading(level: 2), "Only")]) == ["Only"])
    }

    @Test func rightToLeftStandsAtTheRightInReadingOrder() {
        #expect(
            set(12, [(.body, .plain, "שלום לכל האנשים"), (.listEntry, .plain, "דג"), (.body, .plain, "Shalom שלום.")])
                == [
                    "    שלום לכל", "      האנשים", "", "        דג •", "", "Shalom שלום.",
                ])
    }

    @Test func barGoesOnBetweenParagraphsOfAQuotation() {
        #expect(
            set(20, [(.blockQuote, .plain, "One."), (.blockQuote, .plain, "Two."), (.body, .plain, "x")]) == [
                "│ One.", "│", "│ Two.", "", "x",
            ])
    }

    @Test func quotesReadLikeAScript() {
        let reading = reading(
            [
                (
                    .body, .plain,
                    "It rained. Ana Lima, who rows, said that “it is wet”. “Very wet,” she said. “And cold.” Nobody spoke."
                ),
                (.body, .plain, "“No,” Bo Dahl said."),
            ],
            quotes: [
                Said("it is wet", by: "Ana Lima", "said that"),
                Said("Very wet,", "And cold.", by: "Ana Lima", "she said"),
                Said("No,", by: "Bo Dahl", "said"),
            ],
            names: [Named("Ana Lima", .person, "rower of the islands", ["Ana Lima"])])
        let page = Page(reading, view: .script, minutes: 1, measure: 40)
        #expect(
            lines(of: page) == [
                "ANA LIMA, rower of the islands", "    Ana Lima, who rows, said that", "   “it is wet”", "",
                "   “Very wet, …", "    And cold.”", "    Nobody spoke.", "", "BO DAHL", "   “No,”",
                "    Bo Dahl said.",
            ])
        // n and p find the quotes here too.
        for quote in reading.quotes { #expect(page.line(of: quote.words[0]) != nil) }
        #expect(
            page.lines[page.line(at: PagePosition(offset: reading.quotes[2].extent.start, line: 0))].words.text
                == "BO DAHL")
    }

    @Test func linksAreMarkedAndQuotesStayQuotes() {
        let reading = reading(
            [(.body, .plain, "See the rules of Ana Lima. “Read the rules,” she said.")],
            quotes: [Said("Read the rules,", by: "Ana Lima", "said")],
            names: [Named("Ana Lima", .person, nil, ["Ana Lima"])], links: ["the rules of Ana"])
        let tints = Tints(reading, SpeakerTints(reading))
        let text = reading.article.text
        let runs = tints.runs(of: 0..<text.utf8.count, and: [])
        #expect(
            runs.compactMap { run in run.role.map { "\($0): \(words(of: text, run.range))" } } == [
                "link: the rules of ", "link: Ana", "name:  Lima", "tintA: Read the rules,",
            ])
    }

    @Test(arguments: [1, 2, 3, 7, 20, 76, 200])
    func nothingLeavesTheMeasure(_ measure: Int) {
        let parts =
            Self.table + [
                (.listEntry, .entry(depth: 30, .number(12_345)), "deep words"), (.body, .preformatted, "a\tb\n\n   c"),
                (.blockQuote, .entry(depth: 2, .dot), "שלום"), (.heading, .heading(level: 1), "H"),
                (.heading, .heading(level: 6), "https://example.com/" + String(repeating: "x", count: 300)),
            ]
        let page = Page(reading(parts), view: .story, minutes: 1, measure: measure)
        for line in page.lines {
            for piece in [line.words] + line.beside {
                let end = piece.column + columns(of: words(of: piece.text, piece.range))
                // What has no room for its sign has words all the same.
                #expect(piece.column >= 0 && end <= max(measure, 2), "\(words(of: piece.text, piece.range))")
            }
        }
    }
}
