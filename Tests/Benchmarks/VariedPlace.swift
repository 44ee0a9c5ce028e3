/// Walks through a story's source, piece by piece, and says which pieces can be varied.
struct VariedPlace {
    enum Piece {
        case word(Range<Int>)
        /// Up to three digits in prose.
        case number(Range<Int>)
        /// A year of four digits, of the time the samples are set in.
        case year(Range<Int>)
        /// The name of a month beside a number: "May" alone may be a verb.
        case month(Range<Int>)
        /// 2026-05-09
        case day(Range<Int>)
        /// Everything that stays.
        case other(Range<Int>)
    }

    private let bytes: [UInt8]
    private var at = 0
    private var isInTag = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Nil at the end. The pieces follow each other without gaps.
    mutating func next() -> Piece? {
        guard at < bytes.count else { return nil }
        let start = at
        if let end = addressEnd {
            at = end
            return .other(start..<end)
        }
        let end = wordEnd(from: start)
        guard end > start else {
            if bytes[at] == UInt8(ascii: "<") { isInTag = true }
            if bytes[at] == UInt8(ascii: ">") { isInTag = false }
            at += scalarLength(at)
            return .other(start..<at)
        }
        at = end
        guard bytes[start..<end].allSatisfy(isDigit) else {
            return isMonth(start..<end) ? .month(start..<end) : .word(start..<end)
        }
        return number(start..<end)
    }

    private mutating func number(_ range: Range<Int>) -> Piece {
        if range.count == 4, let end = isoDayEnd(range.lowerBound) {
            at = end
            return .day(range.lowerBound..<end)
        }
        if String(decoding: bytes[range], as: UTF8.self) == "2026" { return .year(range) }
        let before = byte(range.lowerBound - 1)
        let after = byte(range.upperBound)
        // Times, character references, list numbers, parts of markup.
        let isFixed =
            isInTag || range.count > 3 || bytes[range.lowerBound] == UInt8(ascii: "0") || before == UInt8(ascii: "\n")
            || Array("#&:./".utf8).contains(before) || after == UInt8(ascii: ":")
            || after == UInt8(ascii: ".") && isDigit(byte(range.upperBound + 1))
        return isFixed ? .other(range) : .number(range)
    }

    /// The end of the web address that starts here.
    private var addressEnd: Int? {
        guard bytes[at] == UInt8(ascii: "h"), bytes[at...].starts(with: "http".utf8) else { return nil }
        guard bytes[at...].dropFirst(4).starts(with: "://".utf8) || bytes[at...].dropFirst(4).starts(with: "s://".utf8)
        else { return nil }
        let ends = Array(" \n\"')<>".utf8)
        return bytes[at...].firstIndex { ends.contains($0) } ?? bytes.count
    }

    private func wordEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, isLetter(bytes[end]) || isDigit(bytes[end]) { end += scalarLength(end) }
        return min(end, bytes.count)
    }

    private func isMonth(_ range: Range<Int>) -> Bool {
        guard months.contains(String(decoding: bytes[range], as: UTF8.self)) else { return false }
        return isDigit(byte(range.lowerBound - 2)) || isDigit(byte(range.upperBound + 1))
    }

    private func isoDayEnd(_ start: Int) -> Int? {
        let pattern = Array("dddd-dd-dd".utf8)
        guard start + pattern.count <= bytes.count else { return nil }
        let fits = pattern.indices.allSatisfy { index in
            pattern[index] == UInt8(ascii: "d") ? isDigit(bytes[start + index]) : bytes[start + index] == pattern[index]
        }
        return fits ? start + pattern.count : nil
    }

    /// A blank outside the text.
    private func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0x20 }

    private func scalarLength(_ index: Int) -> Int {
        switch bytes[index] {
        case ..<0xC0: 1
        case ..<0xE0: 2
        case ..<0xF0: 3
        default: 4
        }
    }
}

private func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

/// By its first byte; what starts with C2 or E2 is punctuation.
private func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case 0xC3...0xE1, 0xE3...0xEE: true
    default: false
    }
}
