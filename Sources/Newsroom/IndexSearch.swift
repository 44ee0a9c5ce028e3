package import News
import Storage
import Synchronization

extension Newsroom {
    /// Only so many of the best hits get a snippet: those that somebody may scroll to before typing another letter. To
    /// read a thousand stories again would cost more than the search itself.
    static let snippetLimit = 60
    /// So many stories are read again to be ranked by how well they fit; of more, the newest stand first within headline,
    /// speakers, names and text.
    private static let weighedLimit = 60

    /// The stories with all these words in headline, text, names or speakers, best first. Case and accents do not
    /// matter; a word finds longer ones that start with it; words between quotation marks have to stand together.
    /// Reads the index, and the stories on the first page.
    /// - Parameter isStale: asked now and then; true ends the search with what there is.
    package func search(_ words: String, isStale: () -> Bool = { false }) throws(Problem) -> [SearchHit] {
        let query = SearchQuery(words)
        if query.words.isEmpty {
            // Signs alone are in every story and in none.
            return words.allSatisfy(\.isWhitespace) ? try everything() : []
        }
        var tiers = try tiers(of: query)
        if query.hasPhrase {
            for place in tiers.indices { tiers[place] = try verified(tiers[place], query, isStale) }
        }
        let count = tiers.reduce(0) { $0 + $1.numbers.count }
        if count <= Self.weighedLimit { return try weighed(tiers.flatMap(\.numbers), query) }
        var hits: [SearchHit] = []
        for tier in tiers {
            let newest = try index.newest(of: tier.numbers, limit: tier.numbers.count)
            let looked = newest.prefix(max(0, Self.snippetLimit - hits.count))
            for number in looked { if let hit = try hit(number, query) { hits.append(hit) } }
            hits += try index.stories(Array(newest.dropFirst(looked.count))).map {
                SearchHit(id: $0.name, score: tier.score, field: tier.field, count: 0, snippet: nil)
            }
        }
        return hits
    }

    private func everything() throws(Problem) -> [SearchHit] {
        try headlines().map { SearchHit(id: $0.id, score: 0, field: .text, count: 0, snippet: nil) }
    }

    /// Where the words stand, the weightiest part first; each story once.
    private func tiers(of query: SearchQuery) throws(Problem) -> [Tier] {
        let words = query.indexed
        let found = try index.matches(of: words)
        let speakers = try index.names(with: words).keys
        let speaking = RowBits(try index.stories(naming: speakers, asSpeakers: true))
        let members = session.withLock { $0.members }
        func mine(_ numbers: [Int], speaking isSpeaking: Bool? = nil) -> [Int] {
            numbers.filter { members.contains($0) && (isSpeaking == nil || speaking.contains($0) == isSpeaking) }
        }
        return [
            Tier(.headline, mine(found.inTitle)), Tier(.speaker, mine(found.inNames, speaking: true)),
            Tier(.name, mine(found.inNames, speaking: false)), Tier(.text, mine(found.elsewhere)),
        ]
    }

    /// Those in which words that have to stand together do.
    private func verified(_ tier: Tier, _ query: SearchQuery, _ isStale: () -> Bool) throws(Problem) -> Tier {
        var numbers: [Int] = []
        for number in tier.numbers {
            if isStale() { break }
            if let story = try foundStory(number), query.match(story.search) != nil { numbers.append(number) }
        }
        return Tier(tier.field, numbers)
    }

    /// Few stories, by how well they have the words.
    private func weighed(_ numbers: [Int], _ query: SearchQuery) throws(Problem) -> [SearchHit] {
        var found: [(match: SearchMatch, story: FoundStory)] = []
        for number in numbers {
            guard let story = try foundStory(number), let match = query.match(story.search) else { continue }
            found.append((match, story))
        }
        found.sort { a, b in
            if a.match.score != b.match.score { return a.match.score > b.match.score }
            return a.story.isNewer(than: b.story)
        }
        return found.map { SearchHit($0.match, of: query, in: $0.story) }
    }

    private func hit(_ number: Int, _ query: SearchQuery) throws(Problem) -> SearchHit? {
        guard let story = try foundStory(number), let match = query.match(story.search) else { return nil }
        return SearchHit(match, of: query, in: story)
    }

    /// Nil for a story that is gone, or cannot be read any more.
    private func foundStory(_ number: Int) throws(Problem) -> FoundStory? {
        guard let source = try index.source(of: number) else { return nil }
        let mentions = try index.mentions(in: number)
        do {
            return FoundStory(try article(source), number: number, mentions: mentions)
        } catch {
            // Its file is gone since: what the index knows of it is enough.
            return FoundStory(
                Article(id: source.name, feed: "", text: "", title: source.title, paragraphs: []), number: number,
                mentions: mentions)
        }
    }
}

/// Stories in which the words stand in the same part.
private struct Tier {
    let field: SearchHit.Field
    let numbers: [Int]

    init(_ field: SearchHit.Field, _ numbers: [Int]) {
        self.field = field
        self.numbers = numbers
    }

    var score: Int {
        switch field {
        case .headline: 10_000
        case .speaker: 2_000
        case .name: 400
        case .text: 1
        }
    }
}

/// A story that a search found, read again.
struct FoundStory: Sendable {
    let article: Article
    /// In the index.
    let number: Int
    let mentions: [(name: String, mentions: Int, quotes: Int)]
    let search: SearchText

    init(_ article: Article, number: Int, mentions: [(name: String, mentions: Int, quotes: Int)]) {
        self.article = article
        self.number = number
        self.mentions = mentions
        search = SearchText(
            title: article.title, speakers: mentions.filter { $0.quotes > 0 }.map(\.name), names: mentions.map(\.name),
            text: article.shownText)
    }

    /// Undated ones are older than all others; of one moment goes by number.
    func isNewer(than other: Self) -> Bool {
        let (moment, otherMoment) = (
            article.published?.seconds ?? .min, other.article.published?.seconds ?? .min
        )
        return moment != otherMoment ? moment > otherMoment : number < other.number
    }
}
