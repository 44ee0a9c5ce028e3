import News
import Testing

@testable import Newsroom

/// What a hit shows of its story, the words found between brackets.
@Suite struct SnippetTests {
    private static let reading: Reading = {
        let lines: [(Paragraph.Part, String)] = [
            (.furniture, "Subscribe to our harbour letter"),
            (.headline, "Harbour strike spreads to Łódź"),
            (
                .body,
                "The strike began on Monday, when the crews of eleven ships and the men of the cranes left their posts at the same hour. No ship sails before Friday, the union says."
            ),
            (.body, "In Łódź, far from every coast, the bakers stopped too.\nThey bake for the ships, said Lima."),
            (.body, "東京の港も閉鎖された。"),
            (.body, "Snow fell, and after the snow rain, and after the rain more snow on the quiet docks."),
        ]
        let text = lines.map(\.1).joined(separator: "\n\n")
        var start = 0
        let paragraphs = lines.map { part, words in
            defer { start += words.utf8.count + 2 }
            return Paragraph(TextSpan(start, start + words.utf8.count), part)
        }
        let somewhere = TextSpan(0, 3)
        let article = Article(
            id: "a", feed: "f", text: text, title: lines[1].1, titleSpan: paragraphs[1].span, paragraphs: paragraphs)
        let speaker = Speaker(written: nil, name: "Ana Lima", certainty: .written)
        return Reading(
            article: article, quotes: [Quote(words: [somewhere], cue: nil, speaker: speaker)],
            entities: [
                Entity(name: "Ana Lima", kind: .person, role: nil, mentions: [somewhere]),
                Entity(name: "Dock Workers’ Union", kind: .organisation, role: nil, mentions: [somewhere, somewhere]),
            ], countries: [])
    }()

    @Test(
        arguments: [
            // In the headline: the text tells more.
            ("harbour", "headline 1", nil),
            (
                "strike", "headline 2",
                "The [strike] began on Monday, when the crews of eleven ships and the men of the cranes left their posts at the same hour. No ship sails before Friday, the union says."
            ),
            (
                "lodz", "headline 2",
                "In [Łódź], far from every coast, the bakers stopped too. They bake for the ships, said Lima."
            ),
            ("lima", "speaker 1", "Ana [Lima]"),
            ("an lim", "speaker 1", "[An]a [Lim]a"),
            ("workers'", "name 2", "Dock [Workers]’ Union"),
            // Two names have a word each: the text has to show them.
            ("ana union", "text 1", "No ship sails before Friday, the [union] says."),
            // From the start of the sentence when that is near.
            ("sails", "text 1", "No ship [sails] before Friday, the union says."),
            ("“sails before”", "text 1", "No ship [sails before] Friday, the union says."),
            (
                "posts", "text 1",
                "…ships and the men of the cranes left their [posts] at the same hour. No ship sails before Friday, the union says."
            ),
            ("港", "text 1", "東京の[港]も閉鎖された。"),
            // The place where the words stand together, not the first one.
            ("sails friday", "text 2", "No ship [sails] before [Friday], the union says."),
            (
                "rain docks", "text 3",
                "Snow fell, and after the snow [rain], and after the [rain] more snow on the quiet [docks]."
            ),
        ] as [(String, String, String?)])
    func hitShowsWhyItIsOne(_ words: String, _ kind: String, _ expected: String?) throws {
        let query = SearchQuery(words)
        let story = FoundStory(Self.reading)
        let match = try #require(query.match(story.search))
        let hit = SearchHit(match, of: query, in: story)
        #expect("\(hit.field) \(hit.count)" == kind)
        #expect(hit.snippet.map(bracketed) == expected)
    }

    private func bracketed(_ snippet: Snippet) -> String {
        var words = ""
        var at = 0
        for hit in snippet.hits {
            words += snippet.text[TextSpan(at, hit.start)] + "[" + snippet.text[hit] + "]"
            at = hit.end
        }
        return words + snippet.text[TextSpan(at, snippet.text.utf8.count)]
    }
}

extension FoundStory {
    /// As the index would tell of it.
    fileprivate init(_ reading: Reading) {
        var mentions: [(name: String, mentions: Int, quotes: Int)] = reading.entities.map { entity in
            (entity.name, entity.mentions.count, reading.quotes.count { $0.speaker?.name == entity.name })
        }
        let named = Set(mentions.map(\.name))
        for name in Set(reading.quotes.compactMap(\.speaker?.name)).subtracting(named) {
            mentions.append((name, 0, reading.quotes.count { $0.speaker?.name == name }))
        }
        self.init(reading.article, number: 1, mentions: mentions)
    }
}
