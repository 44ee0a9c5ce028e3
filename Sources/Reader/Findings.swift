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

/// What was typed to be searched for, taken apart: words, and phrases between quotation marks.
struct SearchWords {
    /// Folded, none empty.
    let parts: [Folded]
    /// All of it without quotation marks.
    let together: Folded

    private static let marks = "\"“”„«»"

    init(_ typed: String) {
        let pieces = typed.split(omittingEmptySubsequences: false) { Self.marks.contains($0) }
        var parts: [Folded] = []
        for (index, piece) in pieces.enumerated() {
            let words = piece.split(whereSeparator: \.isWhitespace)
            // What stands behind an odd mark is a phrase, also while its second mark is still missing.
            let isPhrase = index % 2 == 1
            parts += isPhrase ? [Folded(words.joined(separator: " "))] : words.map { Folded($0) }
        }
        self.parts = parts.filter { !$0.bytes.isEmpty }
        together = Folded(pieces.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " "))
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
        let words = SearchWords(searchWords)
        return words.parts.isEmpty ? nil : words
    }
}
