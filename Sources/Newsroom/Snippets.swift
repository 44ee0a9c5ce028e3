import News
import Storage

extension SearchHit {
    /// A story that was weighed as a whole.
    init(_ match: SearchMatch, of query: SearchQuery, in story: FoundStory) {
        let id = story.article.id
        let isNamed = match.field == .speaker || match.field == .name
        // The words may stand in the names of two people.
        let named = isNamed ? story.mentions.filter { query.isFound(in: $0.name) } : []
        if let hit = SearchHit(id: id, score: match.score, named, query) {
            self = hit
        } else {
            self.init(
                id: id, score: match.score, field: match.field == .headline ? .headline : .text, count: match.inText,
                snippet: Snippet(around: query, in: story.article))
        }
    }

    /// Somebody named in a story who has all the words in the name: who is quoted before others, who is quoted or named
    /// most often before the rest. Nil when nobody has.
    /// - Parameter found: those who have them.
    init?(id: String, score: Int, _ found: [NameMentions], _ query: SearchQuery) {
        let speaking = found.filter { $0.quotes > 0 }
        if let speaker = speaking.max(by: { ($0.quotes, $1.name) < ($1.quotes, $0.name) }) {
            let snippet = Snippet(whole: speaker.name, query)
            self.init(id: id, score: score, field: .speaker, count: speaker.quotes, snippet: snippet)
        } else if let named = found.max(by: { ($0.mentions, $1.name) < ($1.mentions, $0.name) }) {
            let snippet = Snippet(whole: named.name, query)
            self.init(id: id, score: score, field: .name, count: named.mentions, snippet: snippet)
        } else {
            return nil
        }
    }

    /// Where the words stand in a story's text.
    init(_ article: Article, score: Int, _ field: Field, _ query: SearchQuery) {
        self.init(
            id: article.id, score: score, field: field, count: query.hitCount(in: article.shownText),
            snippet: Snippet(around: query, in: article))
    }
}

extension Snippet {
    /// Bytes before the first hit, in all, and the longest way between the first and the last word of one place.
    private static let lead = 48
    private static let length = 200
    private static let reach = 120

    /// A name, whole.
    fileprivate init(whole name: String, _ query: SearchQuery) {
        self.init(name, hits: query.hits(in: name))
    }

    /// The words around the place where most of the words searched for stand close together, the first of such
    /// places. Nil when the text without its headline has none of them.
    fileprivate init?(around query: SearchQuery, in article: Article) {
        var best: (span: TextSpan, hits: [TextSpan], kinds: Int)?
        for paragraph in article.paragraphs where paragraph.part.isSearched {
            let words = article.text[paragraph.span]
            let found = query.place(in: words, reach: Self.reach)
            if found.kinds > best?.kinds ?? 0 { best = (paragraph.span, found.hits, found.kinds) }
            if best?.kinds == query.words.count { break }
        }
        guard let best else { return nil }
        self.init(best.hits, in: Array(article.text[best.span].utf8))
    }

    /// Cut out of a paragraph: from the start of the sentence when that is near, else some words before the first hit.
    private init(_ hits: [TextSpan], in paragraph: [UInt8]) {
        let first = hits[0].start
        var start = max(0, first - Self.lead)
        var isCut = start > 0
        if isCut {
            let sentence = (start..<first).last { place in
                place >= 2 && paragraph[place - 1].isBlank && [0x2E, 0x3F, 0x21].contains(paragraph[place - 2])
            }
            let word = (start..<first).first { paragraph[$0 - 1].isBlank } ?? first
            isCut = sentence == nil
            start = sentence ?? word
        }
        var end = min(paragraph.count, max(start + Self.length, hits[0].end))
        if end < paragraph.count {
            end = (hits[0].end..<end).last { paragraph[$0].isBlank } ?? end
            while end < paragraph.count, paragraph[end] & 0xC0 == 0x80 { end += 1 }
        }
        let words = paragraph[start..<end].map { $0.isBlank ? 0x20 : $0 }
        let ellipsis = isCut ? "…" : ""
        let shift = ellipsis.utf8.count - start
        self.init(
            ellipsis + String(decoding: words, as: UTF8.self) + (end < paragraph.count ? "…" : ""),
            hits: hits.filter { $0.end <= end }.map { TextSpan($0.start + shift, $0.end + shift) })
    }
}

extension SearchQuery {
    /// Where the words stand in a text, in order, none overlapping.
    func hits(in text: some StringProtocol) -> [TextSpan] { places(in: text).map(\.span).sortedApart() }

    /// The place of a text where most of the words stand within reach of each other; no hits when it has none of them.
    fileprivate func place(in text: some StringProtocol, reach: Int) -> (hits: [TextSpan], kinds: Int) {
        let places = places(in: text).sorted { $0.span < $1.span }
        var best: (hits: [TextSpan], kinds: Int) = ([], 0)
        for (index, first) in places.enumerated() {
            let near = places[index...].prefix { $0.span.end - first.span.start <= reach }
            let kinds = Set(near.map(\.word)).count
            if kinds > best.kinds { best = (near.map(\.span).sortedApart(), kinds) }
            if kinds == words.count { break }
        }
        // One too long for the reach alone.
        if best.kinds == 0, let first = places.first { best = ([first.span], 1) }
        return best
    }

    private func places(in text: some StringProtocol) -> [(span: TextSpan, word: Int)] {
        let text = FoldedWords(text)
        var places: [(span: TextSpan, word: Int)] = []
        for (number, word) in words.enumerated() {
            forEachOccurrence(of: word, in: text.bytes) { place in
                let origin = text.origin(of: place..<place + word.count)
                places.append((TextSpan(origin.lowerBound, origin.upperBound), number))
                return true
            }
        }
        return places
    }
}

extension [TextSpan] {
    /// In order, without those that overlap an earlier one.
    fileprivate func sortedApart() -> [TextSpan] {
        var apart: [TextSpan] = []
        for span in sorted() where span.start >= apart.last?.end ?? 0 { apart.append(span) }
        return apart
    }
}

extension Paragraph.Part {
    /// Whether its words tell more than the headline does.
    fileprivate var isSearched: Bool {
        switch self {
        case .standfirst, .body, .heading, .listEntry, .blockQuote, .caption, .credits: true
        case .headline, .byline, .furniture: false
        }
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
