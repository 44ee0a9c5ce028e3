/// A character that markup writes by name or number, and how many bytes its writing takes.
struct CharacterReference {
    /// One scalar, and for a few names of mathematics two.
    let character: String.UnicodeScalarView
    let length: Int

    /// What stands at an ampersand: "&eacute;", "&#233;", "&#xE9;", "&copy 2024"; nil when it is just an ampersand.
    ///
    /// As HTML says: numbers of controls 128 to 159 mean Windows-1252, and what is no character becomes U+FFFD.
    init?(in bytes: [UInt8], at: Int, to end: Int) {
        guard at + 2 < end || at + 1 < end && bytes[at + 1].isLetterOrDigit else { return nil }
        if bytes[at + 1] == UInt8(ascii: "#") {
            self.init(number: bytes, from: at, to: end)
        } else {
            self.init(name: bytes, from: at, to: end)
        }
    }

    private init?(number bytes: [UInt8], from start: Int, to end: Int) {
        var at = start + 2
        let isHex = at < end && bytes[at].lowercased == UInt8(ascii: "x")
        if isHex { at += 1 }
        let firstDigit = at
        var number: UInt32 = 0
        while at < end, let digit = Self.digit(bytes[at], isHex) {
            number = min(number &* (isHex ? 16 : 10) + digit, 0x11_0000)
            at += 1
        }
        guard at > firstDigit else { return nil }
        if at < end, bytes[at] == UInt8(ascii: ";") { at += 1 }
        length = at - start
        if 0x80...0x9F ~= number {
            character = String.UnicodeScalarView([windows1252Scalar(UInt8(number))])
        } else {
            let scalar = number == 0 ? nil : Unicode.Scalar(number)
            character = String.UnicodeScalarView([scalar ?? "\u{FFFD}"])
        }
    }

    private static func digit(_ byte: UInt8, _ isHex: Bool) -> UInt32? {
        if byte.isDigit { return UInt32(byte - 0x30) }
        guard isHex, 0x61...0x66 ~= byte.lowercased else { return nil }
        return UInt32(byte.lowercased - 0x57)
    }

    private init?(name bytes: [UInt8], from start: Int, to end: Int) {
        let first = start + 1
        var after = first
        while after < end, after - first < 32, bytes[after].isLetterOrDigit { after += 1 }
        if after < end, bytes[after] == UInt8(ascii: ";"), let found = named[bytes.string(first..<after)] {
            character = found
            length = after + 1 - start
            return
        }
        // "&notit;" is "¬it;": the longest of the names that need no semicolon.
        var cut = min(after, first + longestBareName)
        while cut > first + 1 {
            let name = bytes.string(first..<cut)
            if bareNames.contains(name), let found = named[name] {
                character = found
                length = cut - start
                return
            }
            cut -= 1
        }
        return nil
    }
}

extension [UInt8] {
    mutating func append(_ character: String.UnicodeScalarView) { append(contentsOf: String(character).utf8) }

    /// The range with character references resolved and blanks run together, without blanks around it.
    func resolved(_ range: Range<Int>) -> String {
        var text: [UInt8] = []
        var at = range.lowerBound
        while at < range.upperBound {
            if self[at] == UInt8(ascii: "&"),
                let reference = CharacterReference(in: self, at: at, to: range.upperBound)
            {
                text.append(reference.character)
                at += reference.length
            } else {
                text.append(self[at])
                at += 1
            }
        }
        return text.line(0..<text.count)
    }
}

private let named: [String: String.UnicodeScalarView] = {
    var named: [String: String.UnicodeScalarView] = [:]
    for row in characterNames.split(whereSeparator: \.isWhitespace) {
        let parts = row.split(separator: "=")
        let codes = parts.last?.split(separator: "+").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
        guard parts.count == 2, let codes, !codes.isEmpty else {
            preconditionFailure("a row of characterNames is a name and its code points: \(row)")
        }
        named[String(parts[0])] = String.UnicodeScalarView(codes)
    }
    return named
}()

private let bareNames = Set(bareCharacterNames.split(whereSeparator: \.isWhitespace).map(String.init))
private let longestBareName = bareNames.map(\.utf8.count).max() ?? 0
