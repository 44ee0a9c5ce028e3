import News
import Reader
import Screen

/// Invented stories, read as extraction would read them.
enum Stories {
    static let all: [Reading] = [harbour, ferry, orchard, chess, harvest, lighthouse]

    static func headlines(of readings: [Reading]) -> [Headline] {
        readings.map { reading in
            let feed = reading.article.feed
            return Headline(
                id: reading.article.id, feed: Feed(id: "News/" + feed, name: feed), title: reading.article.title,
                source: reading.article.source, published: reading.article.published,
                wordCount: reading.article.body.split(separator: " ").count,
                countries: reading.countries.filter(\.isAbout).map(\.country),
                mentioned: reading.countries.filter { !$0.isAbout }.map(\.country))
        }
    }

    static let harbour = story(
        "World/harbour.txt", "World", source: "Baltic Courier", byline: "Ida Lund",
        published: Timestamp(year: 2026, month: 3, day: 14), link: "https://courier.example/harbour",
        [
            (.furniture, "Skip to content"),
            (.headline, "Harbour ministers agree on winter pilots after a long night in Tallinn"),
            (.standfirst, "Estonia and Finland will share their pilot boats until the ice is gone"),
            (
                .body,
                "TALLINN — Harbour ministers of Estonia and Finland agreed early on Saturday to share their pilot boats for the rest of the winter, after a night of talks in which the coffee ran out twice."
            ),
            (
                .body,
                "“We have one sea and one ice, so we should have one list of pilots,” Estonian Harbour Minister Maarja Kask told reporters in Tallinn. “The list begins on Monday.”"
            ),
            (
                .body,
                "Kask said that the cost was “smaller than a single stranded ferry”, and thanked the captains who had waited at sea."
            ),
            (.heading, "A list on paper"),
            (
                .body,
                "Her Finnish counterpart, Eero Laine, said the list would first be kept on paper. “Paper does not freeze,” he said, “and nobody has to charge it.”"
            ),
            (.listEntry, "Estonia sends four boats and eleven pilots."),
            (.listEntry, "Finland sends six boats, of which two break ice."),
            (
                .body,
                "In Riga, a spokesman of the Latvian Maritime Office said that Latvia would look at the list with interest. “We like lists,” the spokesman said."
            ),
            (.blockQuote, "The boats shall answer the nearest call, whatever flag it comes from."),
            (.body, "Asked about the coffee, Kask laughed. “Next time we will meet in Sweden,” she said."),
            (.credits, "Jonas Berg in Riga contributed to this report."),
        ],
        quotes: [
            Said("We have one sea and one ice, so we should have one list of pilots,", by: "Maarja Kask", "told"),
            Said("The list begins on Monday.", by: "Maarja Kask", nil, .carriedOver),
            Said("smaller than a single stranded ferry", by: "Maarja Kask", "said that"),
            Said("Paper does not freeze,", "and nobody has to charge it.", by: "Eero Laine", "he said", .resolved),
            Said("We like lists,", by: "a spokesman of the Latvian Maritime Office", "the spokesman said"),
            Said("Next time we will meet in Sweden,", by: nil, "she said"),
        ],
        names: [
            Named("Maarja Kask", .person, "Estonian Harbour Minister", ["Maarja Kask", "Kask"]),
            Named("Eero Laine", .person, "Harbour Minister of Finland", ["Eero Laine"]),
            Named("Latvian Maritime Office", .organisation, nil, ["Latvian Maritime Office"]),
            Named("Tallinn", .place, nil, ["Tallinn"]),
            Named("Riga", .place, nil, ["Riga"]),
        ],
        countries: [
            Weight("EE", "Estonia", ["Estonia", "Tallinn"], 0.5, true), Weight("FI", "Finland", ["Finland"], 0.3, true),
            Weight("LV", "Latvia", ["Latvia", "Riga"], 0.15, false), Weight("SE", "Sweden", ["Sweden"], 0.05, false),
        ])

    static let ferry = story(
        "World/ferry.txt", "World", source: "Island Post", published: Timestamp(year: 2026, month: 3, day: 12),
        [
            (.headline, "Night ferry keeps its library"),
            (
                .body,
                "The night ferry between Norway and Denmark keeps its library of nine hundred books, the company said on Thursday."
            ),
            (.body, "“A ship without books is only a boat,” Captain Solveig Dahl said."),
            (.body, "The library has a copy of every Norwegian atlas, and a cat."),
        ],
        quotes: [Said("A ship without books is only a boat,", by: "Solveig Dahl", "said")],
        names: [Named("Solveig Dahl", .person, "Captain", ["Solveig Dahl"])],
        countries: [
            Weight("NO", "Norway", ["Norway", "Norwegian"], 0.6, true), Weight("DK", "Denmark", ["Denmark"], 0.4, true),
        ])

    /// Names somebody of the harbour too.
    static let regatta = story(
        "Sport/regatta.txt", "Sport", source: "Baltic Courier", published: Timestamp(year: 2026, month: 3, day: 1),
        [
            (.headline, "Ministers row against pilots"),
            (.body, "Harbour Minister Maarja Kask rowed for Estonia. “The oar is heavier than the office,” she said."),
        ],
        quotes: [Said("The oar is heavier than the office,", by: "Maarja Kask", "she said")],
        names: [Named("Maarja Kask", .person, "Harbour Minister", ["Maarja Kask"])],
        countries: [Weight("EE", "Estonia", ["Estonia"], 1, true)])

    /// Nobody is quoted in it.
    static let orchard = story(
        "Science/orchard.md", "Science", source: "Field Notes", published: Timestamp(year: 2026, month: 3, day: 10),
        [
            (.headline, "An orchard in Moldova counts its bees by ear"),
            (
                .body,
                "Three microphones and a patient listener are enough to count the bees of an orchard, a small study in Moldova suggests."
            ),
            (.body, "The listener, a retired piano tuner, was right within four bees."),
        ],
        quotes: [], names: [], countries: [Weight("MD", "Moldova", ["Moldova"], 1, true)],
        original:
            "# An orchard in Moldova counts its bees by ear\n\n*Three* microphones and a patient listener are enough.\n"
    )

    static let chess = story(
        "Sport/chess.txt", "Sport", source: "Le Café d’Échecs", published: Timestamp(year: 2026, month: 3, day: 13),
        [
            (.headline, "Blitz in Kyōto: 東京 plays Zürich over a slow line"),
            (
                .body,
                "Chess clubs of 東京 and Zürich played forty boards over a line so slow that every move came with the weather."
            ),
            (.body, "„Wir spielen gegen Wolken“, said Jürg Näf of the Zürich club, who won in the snow."),
        ],
        quotes: [Said("Wir spielen gegen Wolken", by: "Jürg Näf", "said")],
        names: [
            Named("Jürg Näf", .person, nil, ["Jürg Näf"]), Named("Zürich", .place, nil, ["Zürich"]),
        ],
        countries: [
            Weight("JP", "Japan", ["Kyōto", "東京"], 0.6, true), Weight("CH", "Switzerland", ["Zürich"], 0.4, true),
        ])

    static let harvest = story(
        "Science/harvest.txt", "Science", source: nil, published: nil,
        [
            (.headline, "Salt harvest begins early"),
            (.body, "The salt harvest on the coast of Portugal has begun two weeks early."),
        ],
        quotes: [], names: [], countries: [Weight("PT", "Portugal", ["Portugal"], 1, true)])

    /// Long enough to be scrolled on every screen.
    static let lighthouse = story(
        "World/lighthouse.txt", "World", source: "Coast Weekly", byline: "Per Holm",
        published: Timestamp(year: 2026, month: 3, day: 9),
        [(.headline, "The keeper who writes every evening")]
            + (1...40).map { number in
                (
                    .body,
                    "On evening \(number) the keeper of the light in Norway wrote one line in the book, trimmed the lamp and went to bed before the second ship had passed. “Evening \(number) was calm,” Aud Vik wrote."
                )
            },
        quotes: (1...40).map { Said("Evening \($0) was calm,", by: "Aud Vik", "wrote") },
        names: [Named("Aud Vik", .person, "keeper", ["Aud Vik"])],
        countries: [Weight("NO", "Norway", ["Norway"], 1, true)])
}

struct Said {
    let words: [String]
    let speaker: String?
    let cue: String?
    let certainty: Speaker.Certainty

    init(_ words: String..., by speaker: String?, _ cue: String?, _ certainty: Speaker.Certainty = .written) {
        self.words = words
        self.speaker = speaker
        self.cue = cue
        self.certainty = certainty
    }
}

struct Named {
    let name: String
    let kind: Entity.Kind
    let role: String?
    let forms: [String]

    init(_ name: String, _ kind: Entity.Kind, _ role: String?, _ forms: [String]) {
        self.name = name
        self.kind = kind
        self.role = role
        self.forms = forms
    }
}

struct Weight {
    let country: Country
    let forms: [String]
    let share: Double
    let isAbout: Bool

    init(_ code: String, _ name: String, _ forms: [String], _ share: Double, _ isAbout: Bool) {
        country = Country(code: code, name: name)
        self.forms = forms
        self.share = share
        self.isAbout = isAbout
    }
}

/// A story whose spans are found by its words.
func story(
    _ id: String, _ feed: String, source: String?, byline: String? = nil, published: Timestamp?, link: String? = nil,
    _ parts: [(Paragraph.Part, String)], quotes: [Said], names: [Named], countries: [Weight], original: String? = nil
) -> Reading {
    let text = parts.map(\.1).joined(separator: "\n\n")
    var start = 0
    var paragraphs: [Paragraph] = []
    for (part, words) in parts {
        paragraphs.append(Paragraph(TextSpan(start, start + words.utf8.count), part))
        start += words.utf8.count + 2
    }
    let title = paragraphs.first { $0.part == .headline }?.span
    let article = Article(
        id: id, feed: feed, text: text, original: original, title: title.map { String(text[$0]) } ?? id,
        titleSpan: title,
        paragraphs: paragraphs, source: source, byline: byline, published: published, link: link)
    return Reading(
        article: article,
        quotes: quotes.map { said in
            let words = said.words.map { places(of: [$0], in: text)[0] }
            let end = words[words.count - 1].end
            let cue = said.cue.flatMap { cue in
                places(of: [cue], in: text).min { abs($0.start - end) < abs($1.start - end) }
            }
            let speaker = said.speaker.map { Speaker(written: nil, name: $0, certainty: said.certainty) }
            return Quote(words: words, cue: cue, speaker: speaker)
        },
        entities: names.map {
            Entity(name: $0.name, kind: $0.kind, role: $0.role, mentions: places(of: $0.forms, in: text))
        },
        countries: countries.map {
            CountryWeight(
                country: $0.country, mentions: places(of: $0.forms, in: text), share: $0.share, isAbout: $0.isAbout)
        })
}

extension [Reading] {
    /// What a library of them would tell of a name; nil without the story.
    func card(for question: NameCard.Question) -> NameCard? {
        guard let reading = first(where: { $0.article.id == question.story }) else { return nil }
        let mention = reading.entities.first { $0.name == question.name }?.mentions.last
        let sentence = mention.flatMap { mention in
            reading.article.paragraphs.first { $0.span.contains(mention) }?.span
        }
        let others = filter { other in
            other.article.id != question.story && other.entities.contains { $0.name == question.name }
        }
        return NameCard(question: question, firstSentence: sentence, otherStories: others.map(\.article.id))
    }
}

extension Reading {
    /// A search's answer, as simple as can be: the sentence around the first place of the words.
    func hit(of words: String) -> SearchHit? {
        if let name = quotes.compactMap(\.speaker?.name).first(where: { $0.lowercased() == words.lowercased() }) {
            let count = quotes.count { $0.speaker?.name == name }
            let snippet = Snippet(name, hits: [TextSpan(0, name.utf8.count)])
            return SearchHit(id: article.id, score: 2, field: .speaker, count: count, snippet: snippet)
        }
        let text = article.text.lowercased()
        let found = places(of: [words.lowercased()], in: text)
        guard let first = found.last else { return nil }
        let line = TextSpan(
            text.utf8.prefix(first.start).lastIndex(of: 0x0A).map {
                text.utf8.distance(from: text.startIndex, to: $0) + 1
            }
                ?? 0,
            first.start
                + (text.utf8.dropFirst(first.start).firstIndex(of: 0x0A).map {
                    text.utf8.distance(from: text.utf8.index(text.startIndex, offsetBy: first.start), to: $0)
                } ?? text.utf8.count - first.start))
        let snippet = Snippet(
            String(article.text[line]), hits: [TextSpan(first.start - line.start, first.end - line.start)])
        return SearchHit(id: article.id, score: 1, field: .text, count: found.count, snippet: snippet)
    }
}

/// Where any of some words stand, none overlapping, in text order.
func places(of forms: [String], in text: String) -> [TextSpan] {
    let bytes = Array(text.utf8)
    var places: [TextSpan] = []
    var at = 0
    while at < bytes.count {
        let form = forms.first { bytes[at...].starts(with: $0.utf8) }
        if let form { places.append(TextSpan(at, at + form.utf8.count)) }
        at += form?.utf8.count ?? 1
    }
    return places
}
