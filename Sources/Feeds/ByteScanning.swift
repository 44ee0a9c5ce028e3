/// Questions about bytes of UTF-8, quick enough to ask of every byte of a text.
extension UInt8 {
    /// Blank, tab, line end, form feed, vertical tab, NUL.
    var isBlank: Bool { self == 0x20 || (0x09...0x0D) ~= self || self == 0 }
    var isDigit: Bool { 0x30...0x39 ~= self }
    var isUpper: Bool { 0x41...0x5A ~= self }
    var isLower: Bool { 0x61...0x7A ~= self }
    var isLetter: Bool { isUpper || isLower }
    /// A part of a letter beyond ASCII, as far as one byte can tell.
    var isHigh: Bool { self >= 0x80 }
    var isLetterOrDigit: Bool { isLetter || isDigit }
    var lowercased: UInt8 { isUpper ? self | 0x20 : self }
}

extension [UInt8] {
    /// The first place of `needle` at or after `from`, before `end` (or the end of all).
    func range(of needle: [UInt8], from: Int, to end: Int? = nil) -> Range<Int>? {
        let end = Swift.min(end ?? count, count)
        guard let first = needle.first, from >= 0, from + needle.count <= end else { return nil }
        var at = from
        let last = end - needle.count
        while at <= last {
            if self[at] == first, matches(needle, at: at) { return at..<(at + needle.count) }
            at += 1
        }
        return nil
    }

    func matches(_ needle: [UInt8], at: Int) -> Bool {
        guard at + needle.count <= count else { return false }
        for offset in needle.indices where self[at + offset] != needle[offset] { return false }
        return true
    }

    /// How many bytes of blank start here: ASCII blanks, no-break and other Unicode spaces, the byte order mark,
    /// zero-width space; 0 when it is no blank.
    func blankLength(at: Int) -> Int {
        let byte = self[at]
        if byte < 0x80 { return byte.isBlank ? 1 : 0 }
        let second = at + 1 < count ? self[at + 1] : 0
        if byte == 0xC2 { return second == 0xA0 || second == 0x85 ? 2 : 0 }
        guard at + 2 < count else { return 0 }
        let third = self[at + 2]
        switch (byte, second) {
        // U+2000...U+200B, U+2028, U+2029, U+202F
        case (0xE2, 0x80): return third <= 0x8B || third == 0xA8 || third == 0xA9 || third == 0xAF ? 3 : 0
        case (0xE2, 0x81): return third == 0x9F ? 3 : 0
        case (0xE3, 0x80): return third == 0x80 ? 3 : 0
        case (0xEF, 0xBB): return third == 0xBF ? 3 : 0
        default: return 0
        }
    }

    /// The range without the blanks around it.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end {
            let length = blankLength(at: start)
            guard length > 0, start + length <= end else { break }
            start += length
        }
        while start < end {
            var scalar = end - 1
            while scalar > start, self[scalar] & 0xC0 == 0x80 { scalar -= 1 }
            guard blankLength(at: scalar) == end - scalar else { break }
            end = scalar
        }
        return start..<end
    }

    func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

    /// The words of a range as one line: blanks run together to one.
    func line(_ range: Range<Int>) -> String {
        var line: [UInt8] = []
        line.reserveCapacity(range.count)
        var at = range.lowerBound
        while at < range.upperBound {
            let length = blankLength(at: at)
            if length > 0 {
                if line.last != 0x20 { line.append(0x20) }
                at += length
            } else {
                line.append(self[at])
                at += 1
            }
        }
        return String(decoding: line[line.trimmed(0..<line.count)], as: UTF8.self)
    }
}
