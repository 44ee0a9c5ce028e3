import News

/// What a search found: which stories, how well each fits, and the words that say why.
struct Findings: Hashable, Sendable {
    /// Best first.
    let hits: [SearchHit]
    /// What an index calls further stories; none of the hits.
    let others: NumberSet
    /// Indices of the hits with words to show, by their ids.
    private let told: [String: Int]

    init(_ hits: [SearchHit], others: NumberSet = NumberSet()) {
        self.hits = hits
        self.others = others
        told = Dictionary(hits.indices.filter { hits[$0].snippet != nil }.map { (hits[$0].id, $0) }) { first, _ in first
        }
    }

    var isEmpty: Bool { count == 0 }
    var count: Int { hits.count + others.count }

    /// The hit of a story; nil where it has no words to show.
    subscript(id: String) -> SearchHit? { told[id].map { hits[$0] } }

    /// Those of the stories that a table has: the hits, best first, and all.
    func stories(in table: HeadlineTable) -> (best: StoryNumbers, all: NumberSet) {
        var (best, all) = (StoryNumbers(), NumberSet())
        for hit in hits {
            // A search may tell twice of a story.
            if let number = table.number(of: hit.id), all.insert(number) { best.append(number) }
        }
        if !others.isEmpty { table.insertNumbers(ofIndexKeys: others, into: &all) }
        return (best, all)
    }
}

/// The words that stories are searched for by: those of a query that stand in a text, without its fields and signs.
struct SearchWords {
    /// Words, and phrases; folded, none empty.
    let parts: [Folded]
    /// All of them side by side.
    let together: Folded
    /// As sentences name them: what was typed, where it is nothing but words.
    let label: String

    private static let marks = "\"“”„«»"

    init(_ typed: String, names: QueryNames = .codes) {
        let query = Query.lenient(typed, names: names)
        // When it is asked does not matter to its words.
        let words = QueryPlan(query, now: Timestamp(seconds: 0), ahead: 0).soughtWords
        parts = words.map { Folded($0) }.filter { !$0.bytes.isEmpty }
        together = Folded(words.joined(separator: " "))
        let hasFields = query.contains { if case .words(.text, _) = $0 { false } else { true } }
        label = hasFields ? words.joined(separator: " ") : typed
    }

    /// Whether one of them was put between quotation marks.
    static func hasPhrase(_ typed: String) -> Bool { typed.contains { marks.contains($0) } }

    /// Where any of the words stand in a text, in order, none overlapping.
    func hits(in text: some StringProtocol) -> [TextSpan] {
        guard !parts.isEmpty else { return [] }
        let text = Folded(text)
        let found = parts.count == 1 ? text.starts(of: parts[0]) : parts.flatMap { text.starts(of: $0) }.sorted()
        var apart: [TextSpan] = []
        for span in found where span.start >= apart.last?.end ?? 0 { apart.append(span) }
        return apart
    }
}

extension AppState {
    /// The words being searched for, to be shown where they stand; nil while there is no search.
    var searchedWords: SearchWords? {
        guard list.found != nil else { return nil }
        let words = SearchWords(searchWords, names: queryNames)
        return words.parts.isEmpty ? nil : words
    }
}
