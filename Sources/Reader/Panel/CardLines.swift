import News
import Screen

/// A line of the card of a name.
struct CardLine: Hashable {
    enum Look: Hashable {
        case plain, dim, role, heading
        /// The headline of another story, or the line below it: its place among them.
        case story(Int), storyFacts(Int)
    }

    let words: String
    let look: Look
}

extension AppState {
    /// What is told of a name of the open story: who it is, the first sentence, what is said, and where else it stands.
    /// What has been asked of the library and not answered yet is left out.
    /// - Parameter isTall: whether there is room to quote at length.
    func cardLines(of number: Int, columns: Int, isTall: Bool) -> [CardLine] {
        guard let open, open.reading.entities.indices.contains(number) else { return [] }
        let entity = open.reading.entities[number]
        let said = open.quotes(of: entity)
        var card: [CardLine] = []
        func add(_ text: String, _ look: CardLine.Look, atMost rows: Int) {
            card += lines(of: text, width: columns, atMost: rows).map { CardLine(words: $0, look: look) }
        }
        if let role = entity.role { add(role, .role, atMost: 2) }
        let quotes = said.isEmpty ? nil : Texts.counted(said.count, .quote)
        add([entity.kind.noun, Texts.named(times: entity.mentions.count), quotes].joined(), .dim, atMost: 1)
        let answer = open.card.flatMap { $0.question == open.question(about: number) ? $0 : nil }
        if let sentence = answer?.firstSentence {
            if isTall { add(Texts.firstSentence, .heading, atMost: 1) }
            add(open.words(at: sentence), .plain, atMost: isTall ? 6 : 3)
        }
        if !said.isEmpty { add(Texts.saysHere, .heading, atMost: 1) }
        for quote in said.prefix(isTall ? 2 : 1) {
            add(Texts.quoted(open.quoteLines[quote]), .plain, atMost: isTall ? 2 : 1)
        }
        guard let answer else { return card }
        let others = otherStories(of: answer)
        add(others.isEmpty ? Texts.noOtherStory : Texts.otherStories(others.count), .heading, atMost: 1)
        for (place, headline) in others.enumerated() {
            card.append(CardLine(words: elided(headline.title, to: columns), look: .story(place)))
            let facts = [headline.source ?? headline.feed.name, headline.published?.shortDay].joined()
            card.append(CardLine(words: elided(facts, to: columns), look: .storyFacts(place)))
        }
        return card
    }

    /// Those that have been told of.
    func otherStories(of card: NameCard) -> [Headline] { card.otherStories.compactMap { library[$0] } }
}

extension OpenArticle {
    func question(about entity: Int) -> NameCard.Question {
        let entity = reading.entities[entity]
        return NameCard.Question(story: id, name: entity.name, kind: entity.kind)
    }

    /// By their index.
    fileprivate func quotes(of entity: Entity) -> [Int] {
        reading.quotes.indices.filter { reading.quotes[$0].speaker?.name == entity.name }
    }

    fileprivate func words(at span: TextSpan) -> String {
        text[span].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension [String?] {
    fileprivate func joined() -> String { compactMap { $0 }.joined(separator: " · ") }
}

extension Entity.Kind {
    fileprivate var noun: String {
        switch self {
        case .person: Texts.person
        case .organisation: Texts.organisation
        case .place: Texts.place
        case .other: Texts.otherName
        }
    }
}
