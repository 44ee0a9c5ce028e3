import News
import Storage

/// A story made ready for searching: words without case and accents, one blank before each.
struct SearchText: Sendable {
    let title: [UInt8]
    /// Those who are quoted.
    let speakers: [UInt8]
    /// People, organisations and places, speakers among them.
    let names: [UInt8]
    let text: [UInt8]

    init(title: String, speakers: [String] = [], names: [String], text: String) {
        self.title = folded(title)
        self.speakers = speakers.flatMap { folded($0) }
        self.names = names.flatMap { folded($0) }
        self.text = folded(text)
    }
}

/// Words that all have to be found.
struct SearchQuery: Sendable {
    /// Folded; one that starts a word has a blank before it.
    let words: [[UInt8]]
    /// All of them in the order typed; nil when there is only one, or one that may stand inside a word.
    private let together: [UInt8]?
    private static let mostCounted = 99

    /// The words of each phrase stand together.
    init(phrases: [String]) {
        self.init(phrases.map { Self.needle(folded($0)) }.filter { !$0.isEmpty })
    }

    /// Words between quotation marks (a second mark may still be missing) stand together.
    init(_ typed: String) {
        var words: [[UInt8]] = []
        let parts = typed.split(omittingEmptySubsequences: false) { "\"“”„«»".contains($0) }
        for (index, part) in parts.enumerated() {
            let isPhrase = index % 2 == 1
            let pieces = isPhrase ? [part] : part.split(whereSeparator: \.isWhitespace)
            words += pieces.map { Self.needle(folded(String($0))) }.filter { !$0.isEmpty }
        }
        self.init(words)
    }

    private init(_ words: [[UInt8]]) {
        self.words = words
        together = words.count > 1 && words.allSatisfy { $0[0] == 0x20 } ? words.flatMap { $0 } : nil
    }

    /// The same words for the index, which knows nothing of what stands together.
    var indexed: WordQuery { WordQuery(words: words.flatMap { indexedWords($0) }) }

    /// Whether some words have to stand together.
    var hasPhrase: Bool { words.contains { indexedWords($0).count > 1 } }

    /// How well a story has the words, and where. Nil when a word is missing.
    func match(_ story: SearchText) -> SearchMatch? {
        var match = SearchMatch()
        for word in words {
            let inTitle = occurrences(of: word, in: story.title, atMost: 1)
            let inSpeakers = occurrences(of: word, in: story.speakers, atMost: 1)
            let inNames = occurrences(of: word, in: story.names, atMost: 1)
            let inText = occurrences(of: word, in: story.text, atMost: Self.mostCounted)
            if inTitle.count + inNames.count + inText.count == 0 { return nil }
            match.add(inTitle: inTitle, inSpeakers: inSpeakers, inNames: inNames, inText: inText)
        }
        if let together {
            if count(together, in: story.title, atMost: 1) > 0 { match.score += SearchMatch.togetherInTitle }
            if count(together, in: story.text, atMost: 1) > 0 { match.score += SearchMatch.togetherInText }
        }
        return match
    }

    /// Whether all the words are in a text.
    func isFound(in text: String) -> Bool {
        let text = folded(text)
        return words.allSatisfy { count($0, in: text, atMost: 1) > 0 }
    }

    /// How often the words are in a text, all together; of each up to a limit.
    func hitCount(in text: String) -> Int {
        let text = folded(text)
        return words.reduce(0) { $0 + occurrences(of: $1, in: text, atMost: Self.mostCounted).count }
    }

    /// Chinese, Japanese and Thai put no blank between words: there a word is found anywhere.
    private static func needle(_ folded: [UInt8]) -> [UInt8] {
        guard let first = String(decoding: folded, as: UTF8.self).unicodeScalars.dropFirst().first else { return [] }
        return first.isUnspaced ? Array(folded.dropFirst()) : folded
    }
}

/// The words of folded bytes as the index has them.
private func indexedWords(_ folded: [UInt8]) -> [String] {
    spaced(String(decoding: folded, as: UTF8.self)).split(separator: " ").map { String($0) }
}

/// How well a story has the words of a query.
///
/// A word in the headline weighs more than one in a speaker's name, that more than one in another name, and that more
/// than any number in the text; a whole word more than the start of a longer one; words that stand together as they
/// were typed more than the same words apart.
struct SearchMatch: Sendable {
    static let togetherInTitle = 20_000
    static let togetherInText = 5_000

    var score = 0
    /// Occurrences of all the words in the text.
    private(set) var inText = 0
    private var isInTitle = true
    private var isInSpeakers = true
    private var isInNames = true

    /// The weightiest part in which all the words stand.
    var field: SearchHit.Field {
        if isInTitle { return .headline }
        if isInSpeakers { return .speaker }
        return isInNames ? .name : .text
    }

    mutating func add(inTitle: Occurrences, inSpeakers: Occurrences, inNames: Occurrences, inText: Occurrences) {
        score += inTitle.weight(whole: 10_000, start: 9_000) + inSpeakers.weight(whole: 2_000, start: 1_500)
        score += inNames.weight(whole: 400, start: 300) + inText.weight(whole: 100, start: 0) + inText.count
        self.inText += inText.count
        isInTitle = isInTitle && inTitle.count > 0
        isInSpeakers = isInSpeakers && inSpeakers.count > 0
        isInNames = isInNames && inNames.count > 0
    }
}

/// What was found of a word.
struct Occurrences: Hashable, Sendable {
    let count: Int
    /// Whether one of them is a whole word rather than the start of a longer one.
    let hasWhole: Bool

    fileprivate func weight(whole: Int, start: Int) -> Int { count == 0 ? 0 : hasWhole ? whole : start }
}

/// How often bytes occur in others, none overlapping, counted up to a limit.
func count(_ needle: [UInt8], in text: [UInt8], atMost limit: Int) -> Int {
    occurrences(of: needle, in: text, atMost: limit).count
}

/// Like `count`, but goes on beyond the limit until a whole word is found.
func occurrences(of needle: [UInt8], in text: [UInt8], atMost limit: Int) -> Occurrences {
    var count = 0
    var hasWhole = false
    forEachOccurrence(of: needle, in: text) { place in
        let end = place + needle.count
        count = min(limit, count + 1)
        hasWhole = hasWhole || end == text.count || text[end] == 0x20
        return count < limit || !hasWhole
    }
    return Occurrences(count: count, hasWhole: hasWhole)
}

/// Hands over where bytes occur in others, none overlapping, until it is told to stop. Needles of one byte are not found.
func forEachOccurrence(of needle: [UInt8], in text: [UInt8], _ goesOn: (Int) -> Bool) {
    text.withUnsafeBytes { text in
        needle.withUnsafeBytes { needle in
            guard needle.count >= 2, needle.count <= text.count else { return }
            // The first two bytes at once: a blank alone stands before every word.
            let head = needle.loadUnaligned(as: UInt16.self)
            var at = 0
            let last = text.count - needle.count
            while at <= last {
                if text.loadUnaligned(fromByteOffset: at, as: UInt16.self) == head,
                    UnsafeRawBufferPointer(rebasing: text[at..<at + needle.count]).elementsEqual(needle)
                {
                    guard goesOn(at) else { return }
                    at += needle.count
                } else {
                    at += 1
                }
            }
        }
    }
}

/// Words that a person typed for one thing (a speaker, a feed, a country), to be found in its name.
package struct WordFilter: Sendable {
    private let query: SearchQuery

    package init(_ words: String) { query = SearchQuery(words) }

    /// Whether all words are in the text; case and accents do not matter.
    package func matches(_ text: String) -> Bool {
        query.isFound(in: text)
    }
}
