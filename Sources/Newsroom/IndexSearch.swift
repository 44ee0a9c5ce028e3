package import News
import Storage

/// What a search found.
package struct SearchOutcome: Sendable {
    /// The best ones, best first.
    package let hits: [SearchHit]
    /// What the index calls all others, in no order.
    package let others: NumberSet
}

extension Newsroom {
    /// Only so many of the best hits get a snippet: those that somebody may scroll to before typing another letter. To
    /// read a thousand stories again would cost more than the search itself.
    static let snippetLimit = 16
    /// So many stories are read again to be ranked by how well they fit; of more, the newest stand first within headline,
    /// speakers, names and text.
    private static let weighedLimit = 16

    /// The stories that a query finds (`Query`, read as far as it makes sense), best first. Reads the index, and the
    /// stories of the first page.
    /// - Parameters:
    ///   - limit: of the hits; those beyond are `others`.
    ///   - isStale: asked now and then; true ends the search with what there is.
    package func search(
        _ typed: String, limit: Int = 1_000, isStale: @escaping @Sendable () -> Bool = { false }
    ) throws(Problem) -> SearchOutcome {
        let plan = QueryPlan(Query.lenient(typed, names: .everyCountry), now: now(), ahead: secondsAhead)
        let answers = try QueryAnswers(self, isStale: isStale)
        let words = SearchQuery(phrases: plan.soughtWords)
        // Neither question needs the answer to the other, and a common word takes long in both.
        let (titled, rows) = try bothAtOnce { [index = answers.index] () throws(Problem) in
            try index.stories(with: words.indexed, in: .title)
        } and: { () throws(Problem) in
            try plan.rows(among: answers.session.members) { test, rows throws(Problem) in
                try answers.stories(passing: test, among: rows)
            }
        }
        let tiers = try tiers(of: rows, titled: titled, words, answers)
        if !words.words.isEmpty, rows.count <= Self.weighedLimit {
            return SearchOutcome(hits: try weighed(tiers.flatMap(\.stories.numbers), words), others: NumberSet())
        }
        var hits: [SearchHit] = []
        var others = rows
        for tier in tiers where hits.count < limit {
            let newest = try index.newest(of: tier.stories, limit: limit - hits.count)
            others.subtract(NumberSet(newest))
            let looked = words.words.isEmpty ? [] : newest.prefix(max(0, Self.snippetLimit - hits.count))
            hits += try self.hits(looked, tier, words, isStale)
            hits += try index.names(of: newest.dropFirst(looked.count)).map { SearchHit(id: $0, in: tier) }
        }
        return SearchOutcome(hits: hits, others: others)
    }

    /// What the index calls the stories that a query finds. Reads the index, and stories only where a phrase is asked for.
    package func stories(matching query: String) throws(Problem) -> NumberSet {
        let plan = QueryPlan(Query.lenient(query, names: .everyCountry), now: now(), ahead: secondsAhead)
        let answers = try QueryAnswers(self) { false }
        return try plan.rows(among: answers.session.members) { test, rows throws(Problem) in
            try answers.stories(passing: test, among: rows)
        }
    }

    /// Where the words stand, the weightiest part first; each story once.
    private func tiers(
        of rows: NumberSet, titled: NumberSet, _ words: SearchQuery, _ answers: QueryAnswers
    ) throws(Problem) -> [Tier] {
        if words.words.isEmpty { return [Tier(.text, rows)] }
        var left = rows
        func take(_ stories: NumberSet) -> NumberSet {
            var taken = stories
            taken.formIntersection(left)
            left.subtract(taken)
            return taken
        }
        let sought = words.indexed
        let inTitle = take(titled)
        let speaking = left.isEmpty ? left : take(try answers.stories(quoting: Set(index.names(with: sought).keys)))
        // Where only a speaker is sought, nothing is left by now.
        let named = left.isEmpty ? left : take(try index.stories(with: sought, in: .names))
        return [
            Tier(.headline, inTitle), Tier(.speaker, speaking), Tier(.name, named), Tier(.text, left),
        ]
    }

    /// Few stories, by how well they have the words.
    private func weighed(_ numbers: [Int], _ words: SearchQuery) throws(Problem) -> [SearchHit] {
        typealias Found = (match: SearchMatch, story: FoundStory)
        @Sendable func weighed(_ numbers: ArraySlice<Int>) throws(Problem) -> [Found] {
            var found: [Found] = []
            for number in numbers {
                guard let story = try foundStory(number) else { continue }
                found.append((words.match(story.search) ?? SearchMatch(), story))
            }
            return found
        }
        var found = try inHalves(numbers, weighed)
        found.sort { a, b in
            if a.match.score != b.match.score { return a.match.score > b.match.score }
            return a.story.isNewer(than: b.story)
        }
        return found.map { SearchHit($0.match, of: words, in: $0.story) }
    }

    /// Looks at stories again.
    private func hits(
        _ numbers: ArraySlice<Int>, _ tier: Tier, _ words: SearchQuery, _ isStale: @escaping @Sendable () -> Bool
    ) throws(Problem) -> [SearchHit] {
        @Sendable func looked(_ numbers: ArraySlice<Int>) throws(Problem) -> [SearchHit] {
            var hits: [SearchHit] = []
            for number in numbers where !isStale() { hits.append(try hit(number, tier, words)) }
            return hits
        }
        return try inHalves(Array(numbers), looked)
    }

    /// Where the words stand in a story of a tier: for a name in what the index knows of it, else in its text.
    private func hit(_ number: Int, _ tier: Tier, _ words: SearchQuery) throws(Problem) -> SearchHit {
        guard let source = try index.source(of: number) else { return SearchHit(id: "", in: tier) }
        let named = tier.isOfNames ? try index.mentions(in: number, where: words.isFound) : []
        if let hit = SearchHit(id: source.name, score: tier.score, named, words) { return hit }
        // Where its file is gone since, what the index knows of it is enough.
        guard let article = try? article(source) else { return SearchHit(id: source.name, in: tier) }
        return SearchHit(article, score: tier.score, tier.field == .headline ? .headline : .text, words)
    }

    /// Nil for a story that is gone.
    func foundStory(_ number: Int) throws(Problem) -> FoundStory? {
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

/// Reads stories: half of them on another thread, since somebody waits.
private func inHalves<Read: Sendable>(
    _ numbers: [Int], _ read: @escaping @Sendable (ArraySlice<Int>) throws(Problem) -> [Read]
) throws(Problem) -> [Read] {
    let middle = numbers.count / 2
    guard middle > 0 else { return try read(numbers[...]) }
    let (first, second) = try bothAtOnce { () throws(Problem) in
        try read(numbers[..<middle])
    } and: { () throws(Problem) in
        try read(numbers[middle...])
    }
    return first + second
}

private let countriesMeant: @Sendable (String) -> [Country] = { countries(named: $0) }

extension QueryNames {
    /// Countries by all their names.
    package static let everyCountry = QueryNames(
        countries: countriesMeant, knownCountries: Array(countriesByCode.values))
}

/// Stories in which the words stand in the same part.
private struct Tier {
    let field: SearchHit.Field
    let stories: NumberSet

    init(_ field: SearchHit.Field, _ stories: NumberSet) {
        self.field = field
        self.stories = stories
    }

    var isOfNames: Bool { field == .speaker || field == .name }

    var score: Int {
        switch field {
        case .headline: 10_000
        case .speaker: 2_000
        case .name: 400
        case .text: 1
        }
    }
}

extension SearchHit {
    /// Of a story that was not looked at: only where the words stand is known.
    fileprivate init(id: String, in tier: Tier) {
        self.init(id: id, score: tier.score, field: tier.field, count: 0, snippet: nil)
    }
}
