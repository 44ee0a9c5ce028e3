import News

extension SearchHit {
    init(_ match: SearchMatch, of query: SearchQuery, in story: FoundStory) {
        let id = story.article.id
        func hit(_ field: Field, _ count: Int, _ snippet: Snippet?) -> SearchHit {
            SearchHit(id: id, score: match.score, field: field, count: count, snippet: snippet)
        }
        let text = { Snippet(around: query, in: story.article) }
        switch match.field {
        case .headline: self = hit(.headline, match.inText, text())
        case .speaker, .name:
            // The words may stand in the names of two people.
            if let (name, count) = story.speaker(query) {
                self = hit(.speaker, count, Snippet(whole: name, query))
            } else if let (name, count) = story.name(query) {
                self = hit(.name, count, Snippet(whole: name, query))
            } else {
                self = hit(.text, match.inText, text())
            }
        case .text: self = hit(.text, match.inText, text())
        }
    }
}

extension FoundStory {
    /// Who has all the words in the name, and how many quotes are theirs; the one who says most.
    fileprivate func speaker(_ query: SearchQuery) -> (name: String, quotes: Int)? {
        let found = mentions.filter { $0.quotes > 0 && query.isFound(in: $0.name) }
        return found.max { ($0.quotes, $1.name) < ($1.quotes, $0.name) }.map { ($0.name, $0.quotes) }
    }

    fileprivate func name(_ query: SearchQuery) -> (name: String, mentions: Int)? {
        let found = mentions.filter { query.isFound(in: $0.name) }
        return found.max { ($0.mentions, $1.name) < ($1.mentions, $0.name) }.map { ($0.name, $0.mentions) }
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
