import News

/// A story made ready for searching: words without case and accents, one blank before each.
struct SearchText: Sendable {
    let title: [UInt8]
    /// People, organisations and places, speakers among them.
    let names: [UInt8]
    let text: [UInt8]

    init(title: String, names: [String], text: String) {
        self.title = folded(title)
        self.names = names.flatMap { folded($0) }
        self.text = folded(text)
    }

    init(_ reading: Reading) {
        let article = reading.article
        let shown = article.paragraphs.filter { $0.part != .furniture }
        self.init(
            title: article.title,
            names: reading.entities.map(\.name) + reading.quotes.compactMap(\.speaker?.name),
            text: shown.map { String(article.text[$0.span]) }.joined(separator: "\n"))
    }
}

/// Words that all have to be found.
struct SearchQuery: Sendable {
    /// Folded; one that starts a word has a blank before it.
    private let words: [[UInt8]]

    /// Words between quotation marks (a second mark may still be missing) stand together.
    init(_ typed: String) {
        var words: [[UInt8]] = []
        let parts = typed.split(omittingEmptySubsequences: false) { "\"“”„«»".contains($0) }
        for (index, part) in parts.enumerated() {
            let isPhrase = index % 2 == 1
            let pieces = isPhrase ? [part] : part.split(whereSeparator: \.isWhitespace)
            words += pieces.map { Self.needle(folded(String($0))) }.filter { !$0.isEmpty }
        }
        self.words = words
    }

    /// How well a story fits: a word in the headline counts more than one in a name, and that more than any number in
    /// the text. Nil when a word is missing.
    func score(of story: SearchText) -> Int? {
        var score = 0
        for word in words {
            let inTitle = count(word, in: story.title, atMost: 1)
            let inNames = count(word, in: story.names, atMost: 1)
            let inText = count(word, in: story.text, atMost: 99)
            if inTitle + inNames + inText == 0 { return nil }
            score += inTitle * 10_000 + inNames * 100 + inText
        }
        return score
    }

    /// Chinese, Japanese and Thai put no blank between words: there a word is found anywhere.
    private static func needle(_ folded: [UInt8]) -> [UInt8] {
        guard let first = String(decoding: folded, as: UTF8.self).unicodeScalars.dropFirst().first else { return [] }
        switch first.value {
        case 0x0E00...0x0EFF, 0x3040...0x30FF, 0x3400...0x9FFF, 0x20000...0x3FFFF: return Array(folded.dropFirst())
        default: return folded
        }
    }
}

/// How often bytes occur in others, none overlapping, counted up to a limit.
func count(_ needle: [UInt8], in text: [UInt8], atMost limit: Int) -> Int {
    text.withUnsafeBytes { text in
        needle.withUnsafeBytes { needle in
            guard needle.count >= 2, needle.count <= text.count else { return 0 }
            // The first two bytes at once: a blank alone stands before every word.
            let head = needle.loadUnaligned(as: UInt16.self)
            var found = 0
            var at = 0
            let last = text.count - needle.count
            while at <= last {
                if text.loadUnaligned(fromByteOffset: at, as: UInt16.self) == head,
                    UnsafeRawBufferPointer(rebasing: text[at..<at + needle.count]).elementsEqual(needle)
                {
                    found += 1
                    if found == limit { return found }
                    at += needle.count
                } else {
                    at += 1
                }
            }
            return found
        }
    }
}

/// Words that a person typed for one thing (a speaker, a feed, a country), to be found in its name.
package struct WordFilter: Sendable {
    private let query: SearchQuery

    package init(_ words: String) { query = SearchQuery(words) }

    /// Whether all words are in the text; case and accents do not matter.
    package func matches(_ text: String) -> Bool {
        query.score(of: SearchText(title: text, names: [], text: "")) != nil
    }
}
