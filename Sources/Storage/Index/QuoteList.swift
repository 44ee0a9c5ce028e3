/// The quotes of a story as the index packs them: small numbers of seven bits a byte, lowest first.
package struct QuoteList: Hashable, Sendable {
    /// One quote: where its words stand, and who said them.
    package struct Entry: Hashable, Sendable {
        /// UTF-8 offsets in the story's text, in order.
        package let words: [Range<Int>]
        /// The words that report it; nil when there are none beside it.
        package let cue: Range<Int>?
        /// The number of the speaker's name; nil when the story does not say.
        package let speaker: Int?
    }

    package let entries: [Entry]

    init(_ entries: [Entry]) { self.entries = entries }

    /// Whatever follows a damaged number is left out.
    init(packed: [UInt8]) {
        var numbers = PackedNumbers(packed)
        var entries: [Entry] = []
        while let speaker = numbers.next(), let pieces = numbers.next() {
            var words: [Range<Int>] = []
            for _ in 0..<min(pieces, packed.count) { if let span = numbers.nextSpan() { words.append(span) } }
            guard let cue = numbers.nextSpan() else { break }
            entries.append(
                Entry(words: words, cue: cue.isEmpty ? nil : cue, speaker: speaker == 0 ? nil : speaker))
        }
        self.entries = entries
    }

    var packed: [UInt8] {
        var bytes: [UInt8] = []
        for entry in entries {
            bytes.append(number: entry.speaker ?? 0)
            bytes.append(number: entry.words.count)
            for span in entry.words + [entry.cue ?? 0..<0] {
                bytes.append(number: span.lowerBound)
                bytes.append(number: span.count)
            }
        }
        return bytes
    }
}

/// Numbers that were packed one after the other.
struct PackedNumbers: IteratorProtocol {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Nil at the end, or when the last is cut off.
    mutating func next() -> Int? {
        var number = 0
        var shift = 0
        while place < bytes.count, shift < 63 {
            let byte = bytes[place]
            place += 1
            number |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        return nil
    }

    mutating func nextSpan() -> Range<Int>? {
        guard let start = next(), let length = next() else { return nil }
        return start..<start + length
    }
}

extension [UInt8] {
    /// - Precondition: the number is not negative.
    mutating func append(number: Int) {
        var rest = number
        while rest >= 0x80 {
            append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }
}
