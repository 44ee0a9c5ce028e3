/// A kind of line that pages and newsrooms write, as a pattern with an example.
///
/// Patterns are compared with the folded line (see `FoldedLine`): small letters, straight quotation marks, single
/// blanks, no bullets or arrows around it, no punctuation at its end. `…` stands for any words, `#` for a number.
struct Phrase: Sendable {
    let pattern: String
    /// Longer lines are never it, in words.
    let words: Int
    /// Whether it may end in a full stop; else a line that does is a sentence, and not it.
    let maySayMore: Bool
    /// Whether lines that are no sentences may follow which belong to it ("Related stories").
    let opensList: Bool
    let example: String

    init(
        _ pattern: String, _ example: String, upTo words: Int = 12, maySayMore: Bool = false, opensList: Bool = false
    ) {
        self.pattern = pattern
        self.words = words
        self.maySayMore = maySayMore
        self.opensList = opensList
        self.example = example
    }
}

extension Phrase {
    /// Whether it heads readers' comments or asks for one.
    var isAboutComments: Bool {
        ["comment", "komment", "coment", "reply", "reacties"].contains(where: pattern.contains)
    }
}

/// A line made comparable.
struct FoldedLine {
    let bytes: [UInt8]
    let words: Int
    let hasFullStop: Bool

    /// Longer lines are cut: their end is not looked at.
    static let longest = 600

    init(_ block: Block, in text: [UInt8]) {
        words = block.words
        hasFullStop = block.ending == .fullStop
        bytes = Self.folded(text, block.range)
    }

    init(_ line: String) {
        let text = Array(line.utf8)
        let range = text.trimmed(0..<text.count)
        self.init(Block(range, in: text), in: text)
    }

    private static func folded(_ text: [UInt8], _ range: Range<Int>) -> [UInt8] {
        let text = text.span
        let plain = plainFolds.span
        var folded = [UInt8](unsafeUninitializedCapacity: min(range.count, longest)) { room, count in
            // Without zeros first, as every line of every text comes here; each byte below `count` has been written.
            var at = range.lowerBound
            while at < range.upperBound, count < room.count {
                let byte = text[at]
                let plain = plain[Int(byte)]
                if plain > 0x20 {
                    room[count] = plain
                    count += 1
                    at += 1
                    continue
                }
                let size = byte < 0x80 ? 1 : min(byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2, range.upperBound - at)
                let (second, third) = (size > 1 ? text[at + 1] : 0, size > 2 ? text[at + 2] : 0)
                switch plain == 0x20 ? 0x20 : straightened(byte, second, third) {
                case 0x20:
                    if count > 0, room[count - 1] != 0x20 {
                        room[count] = 0x20
                        count += 1
                    }
                case 0:
                    for offset in 0..<size where count < room.count {
                        room[count] = text[at + offset]
                        count += 1
                    }
                case let straight:
                    room[count] = straight
                    count += 1
                }
                at += size
            }
        }
        while let last = folded.last, closing.contains(last) { folded.removeLast() }
        let first = folded.firstIndex { !opening.contains($0) } ?? folded.count
        if first > 0 { folded.removeFirst(first) }
        return folded
    }

    private static let opening = Array(" *|>-+~=_#".utf8)
    private static let closing = Array(" .:!,;|>-*~=_#".utf8)

    /// Quotation marks made straight, blanks to a blank, bullets, arrows and dashes to a hyphen; 0 for anything else.
    private static func straightened(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt8 {
        let hyphen = UInt8(ascii: "-")
        switch (first, second, third) {
        case (0xC2, 0xA0, _), (0xC2, 0x85, _): return 0x20
        case (0xC2, 0xAB, _), (0xC2, 0xBB, _), (0xC2, 0xB7, _): return hyphen  // « » ·
        case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF): return 0x20
        case (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return 0x20
        case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x99), (0xE2, 0x80, 0xB2): return UInt8(ascii: "'")
        case (0xE2, 0x80, 0x9C...0x9E): return UInt8(ascii: "\"")
        case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x80, 0xA2), (0xE2, 0x80, 0xA6): return hyphen  // dashes • …
        case (0xE2, 0x80, 0xB9), (0xE2, 0x80, 0xBA): return hyphen  // ‹ ›
        case (0xE2, 0x86, _), (0xE2, 0x87, _), (0xE2, 0x96, _), (0xE2, 0x97, _), (0xE2, 0x9E, _): return hyphen
        default: return 0
        }
    }
}

/// What ASCII folds to: small letters, blanks to a blank; 0 where more bytes must be looked at.
private let plainFolds: [UInt8] = (0...255).map { (byte: UInt8) in
    byte >= 0x80 ? 0 : byte.isBlank ? 0x20 : byte.lowercased
}

/// Many phrases, made ready to be looked for.
struct PhraseTable: Sendable {
    private var rows: [Ready] = []
    /// For each row the second byte of its first words, nil where more than one may stand there: what it takes to pass
    /// over most rows without a look at them.
    private var seconds: [UInt8?] = []
    /// By the first byte, for patterns that begin with words: places in `rows`.
    private var anchored: [[Int]] = Array(repeating: [], count: 256)
    /// By the first byte of their first words, for patterns that begin with `…`.
    private var floating: [[Int]] = Array(repeating: [], count: 256)
    private var longestFloating = 0
    /// The pairs of bytes that open the rows: what most lines, and most places of a line, are passed over by.
    private var anchoredPairs = BytePairs()
    private var floatingPairs = BytePairs()

    init(_ phrases: [Phrase]) {
        for (index, phrase) in phrases.enumerated() {
            let ready = Ready(phrase, index)
            guard let first = ready.pieces.first?.first else { continue }
            rows.append(ready)
            seconds.append(ready.second)
            let second = ready.pieces[0].dropFirst().first
            guard ready.isFromStart else {
                floating[Int(first)].append(rows.count - 1)
                longestFloating = max(longestFloating, phrase.words)
                floatingPairs.insert(first, second ?? 0)
                continue
            }
            for first in Self.bytes(of: first) {
                anchored[Int(first)].append(rows.count - 1)
                // A number goes on with anything.
                let seconds = ready.pieces[0][0] == UInt8(ascii: "#") ? nil : second.map(Self.bytes)
                for second in seconds ?? 0...255 { anchoredPairs.insert(first, second) }
            }
        }
    }

    /// What a byte of a pattern stands for.
    private static func bytes(of byte: UInt8) -> ClosedRange<UInt8> {
        byte == UInt8(ascii: "#") ? UInt8(ascii: "0")...UInt8(ascii: "9") : byte...byte
    }

    /// The place in the table of the first phrase that the line is; nil when it is none.
    func match(_ line: FoldedLine) -> Int? {
        guard let first = line.bytes.first else { return nil }
        // Rows are looked at where they are: a copy costs more than most looks.
        let rows = rows.span
        let second = line.bytes.count > 1 ? line.bytes[1] : 0
        if BytePairs.contains(first, second, anchoredPairs.bits.span) {
            for row in anchored[Int(first)] where seconds[row] == nil || seconds[row] == second {
                if rows[row].matches(line, at: 0) { return rows[row].index }
            }
        }
        guard line.words <= longestFloating else { return nil }
        let bytes = line.bytes.span
        let pairs = floatingPairs.bits.span
        for at in 0..<(bytes.count - 1) where BytePairs.contains(bytes[at], bytes[at + 1], pairs) {
            for row in floating[Int(bytes[at])] where rows[row].matches(line, at: at) { return rows[row].index }
        }
        return nil
    }

    func contains(_ line: FoldedLine) -> Bool { match(line) != nil }

    private struct Ready: Sendable {
        let pieces: [[UInt8]]
        let isFromStart: Bool
        let isToEnd: Bool
        let phrase: Phrase
        let index: Int
        /// The second byte of the first words; nil where more than one may stand there.
        let second: UInt8?

        init(_ phrase: Phrase, _ index: Int) {
            let parts = phrase.pattern.split(separator: "…", omittingEmptySubsequences: true)
            pieces = parts.map { Array($0.utf8) }
            isFromStart = !phrase.pattern.hasPrefix("…")
            isToEnd = !phrase.pattern.hasSuffix("…")
            self.phrase = phrase
            self.index = index
            second = pieces.first.flatMap { piece in
                piece.count > 1 && !piece.prefix(2).contains(UInt8(ascii: "#")) ? piece[1] : nil
            }
        }

        /// Whether the line is this, the first words standing at this place.
        func matches(_ line: FoldedLine, at start: Int) -> Bool {
            guard let end = end(of: pieces[0], in: line.bytes, at: start) else { return false }
            guard line.words <= phrase.words, phrase.maySayMore || !line.hasFullStop else { return false }
            var at = end
            for (number, piece) in pieces.enumerated().dropFirst() {
                if number == pieces.count - 1, isToEnd {
                    at = line.bytes.count - piece.count
                    return at >= end && line.bytes.count < FoldedLine.longest && line.bytes.matches(piece, at: at)
                }
                guard let next = search(piece, in: line.bytes, from: at) else { return false }
                at = next
            }
            return !isToEnd || at == line.bytes.count
        }

        private func search(_ piece: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
            var at = from
            while at < bytes.count {
                if let end = end(of: piece, in: bytes, at: at) { return end }
                at += 1
            }
            return nil
        }

        /// Where the piece ends when it stands here.
        private func end(of piece: [UInt8], in bytes: [UInt8], at: Int) -> Int? {
            var at = at
            for byte in piece {
                guard at < bytes.count else { return nil }
                if byte == UInt8(ascii: "#") {
                    guard bytes[at].isDigit else { return nil }
                    while at < bytes.count, bytes[at].isDigit || bytes[at] == 0x2C || bytes[at] == 0x2E { at += 1 }
                } else {
                    guard bytes[at] == byte else { return nil }
                    at += 1
                }
            }
            return at
        }
    }
}

/// A set of pairs of bytes, a bit each.
private struct BytePairs: Sendable {
    private(set) var bits = [UInt64](repeating: 0, count: 1024)

    mutating func insert(_ first: UInt8, _ second: UInt8) {
        bits[Int(first) << 2 | Int(second) >> 6] |= 1 << UInt64(second & 63)
    }

    /// - Parameter bits: those of a set.
    @inline(__always)
    static func contains(_ first: UInt8, _ second: UInt8, _ bits: Span<UInt64>) -> Bool {
        bits[Int(first) << 2 | Int(second) >> 6] >> UInt64(second & 63) & 1 == 1
    }
}
