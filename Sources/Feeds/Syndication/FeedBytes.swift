/// Questions about the bytes of marked-up text.
extension UInt8 {
    var opensName: Bool { isLetter || self == UInt8(ascii: "_") }
}

extension [UInt8] {
    /// Behind the letters, digits, hyphens, stops, and colons of a name.
    func nameEnd(from start: Int) -> Int {
        var at = start
        while at < count, self[at].isLetterOrDigit || "-_.:".utf8.contains(self[at]) { at += 1 }
        return at
    }

    /// In any case.
    func isSameName(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        guard first.count == second.count else { return false }
        for (one, other) in zip(first, second) where self[one].lowercased != self[other].lowercased { return false }
        return true
    }

    /// How many bytes need no mending in text.
    func plainLength(from start: Int, to end: Int) -> Int {
        let bytes = span
        let isPlain = plainBytes.span
        var at = start
        while at < end {
            if at + 8 <= end, areEightPlain(at) {
                at += 8
            } else {
                guard isPlain[Int(bytes[at])] else { break }
                at += 1
            }
        }
        return at - start
    }

    /// Eight bytes at once, as nearly all need nothing: false also where a line end or tab is among them.
    private func areEightPlain(_ at: Int) -> Bool {
        let eight = span.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
        // A byte's highest bit says that it is below another one, or is 0 (Anderson, Bit Twiddling Hacks).
        let ones: UInt64 = 0x0101_0101_0101_0101
        func zeros(_ bytes: UInt64) -> UInt64 { (bytes &- ones) & ~bytes }
        let controls = (eight &- ones &* 0x20) & ~eight
        let marks = zeros(eight ^ ones &* 0x26) | zeros(eight ^ ones &* 0x3C) | zeros(eight ^ ones &* 0x3E)
        return (controls | marks | zeros(eight ^ ones &* 0xEF)) & (ones &* 0x80) == 0
    }

    /// How many bytes are characters that XML allows.
    func characterLength(from start: Int, to end: Int) -> Int {
        let bytes = span
        let isAllowed = allowedBytes.span
        var at = start
        while at < end {
            if isAllowed[Int(bytes[at])] {
                at += 1
            } else if bytes[at] == 0xEF, !isNoncharacter(at: at) {
                at += 3
            } else {
                break
            }
        }
        return Swift.min(at, end) - start
    }

    /// U+FFFE and U+FFFF, which XML does not allow.
    func isNoncharacter(at: Int) -> Bool {
        at + 2 < count && self[at + 1] == 0xBF && self[at + 2] >= 0xBE
    }

    /// One of the five references that XML knows by itself, and its length; nil when it is none.
    func ownReference(at: Int, to end: Int) -> (byte: UInt8, length: Int)? {
        guard at + 3 < end else { return nil }
        switch self[at + 1] {
        case UInt8(ascii: "l") where self[at + 2] == 0x74 && self[at + 3] == 0x3B: return (UInt8(ascii: "<"), 4)
        case UInt8(ascii: "g") where self[at + 2] == 0x74 && self[at + 3] == 0x3B: return (UInt8(ascii: ">"), 4)
        case UInt8(ascii: "q") where isReference("&quot;", at: at, to: end): return (UInt8(ascii: "\""), 6)
        case UInt8(ascii: "a") where isReference("&amp;", at: at, to: end): return (UInt8(ascii: "&"), 5)
        case UInt8(ascii: "a") where isReference("&apos;", at: at, to: end): return (UInt8(ascii: "'"), 6)
        default: return nil
        }
    }

    private func isReference(_ wanted: StaticString, at: Int, to end: Int) -> Bool {
        guard at + wanted.utf8CodeUnitCount <= end else { return false }
        for index in 0..<wanted.utf8CodeUnitCount where self[at + index] != wanted.utf8Start[index] { return false }
        return true
    }

    /// "&copy=2" and "&section" are parts of an address, as in HTML's attributes: a name without a semicolon that goes on.
    func isPartOfAddress(_ reference: CharacterReference, at: Int, to end: Int) -> Bool {
        let after = at + reference.length
        guard self[after - 1] != UInt8(ascii: ";"), self[at + 1] != UInt8(ascii: "#"), after < end else { return false }
        return self[after].isLetterOrDigit || self[after] == UInt8(ascii: "=")
    }
}

private let plainBytes: [Bool] = (0...255).map { (byte: UInt8) in
    switch byte {
    case 0x09, 0x0A, 0x0D: true
    case ..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0xEF: false
    default: true
    }
}

private let allowedBytes: [Bool] = (0...255).map { (byte: UInt8) in
    byte >= 0x20 && byte != 0xEF || byte == 0x09 || byte == 0x0A || byte == 0x0D
}
