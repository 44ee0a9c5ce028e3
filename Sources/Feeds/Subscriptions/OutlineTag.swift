/// One `<outline …>` as it is written: what its attributes say, and the same tag with some of them changed.
struct OutlineTag {
    let text: String
    /// In small letters.
    let name: String
    private(set) var attributes: [Attribute] = []
    /// What no XML may have, as a sentence's part; nil when it is all right.
    private(set) var fault: String?
    private let bytes: [UInt8]

    struct Attribute {
        let name: String
        /// The name in small letters.
        let key: String
        /// References resolved, line ends and tabs as blanks.
        let value: String
        /// In bytes of the tag: with the blanks before it, and of the words between the quotation marks.
        fileprivate let whole: Range<Int>
        fileprivate let words: Range<Int>

        fileprivate var saysSomething: Bool { value.utf8.contains { !$0.isBlank } }
    }

    /// - Parameter text: from "<" to ">", "/>" or wherever it ended.
    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
        let nameEnd = bytes.firstIndex { $0.isBlank || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }
        name = String(decoding: bytes[1..<max(1, nameEnd ?? bytes.count)], as: UTF8.self).lowercased()
        readAttributes(from: nameEnd ?? bytes.count)
    }

    /// Whether it is an element of its own, without a closing tag.
    var isClosed: Bool { text.hasSuffix("/>") }

    /// The first of this name that says something, in small or capital letters.
    subscript(name: String) -> String? {
        attributes.first { $0.key == name && $0.saysSomething }?.value
    }

    /// The tag with an attribute set, where it is or at the end, or without it when `value` is nil. All else stays.
    func setting(_ name: String, to value: String?) -> OutlineTag {
        let key = name.lowercased()
        let same = attributes.filter { $0.key == key }
        guard let value else {
            return OutlineTag(same.reversed().reduce(into: text) { $0 = Self.replacing($1.whole, in: $0, by: "") })
        }
        if let attribute = same.first(where: \.saysSomething) ?? same.first, !attribute.words.isEmpty {
            return OutlineTag(Self.replacing(attribute.words, in: text, by: Self.escaped(value)))
        }
        if !same.isEmpty { return setting(name, to: nil).setting(name, to: value) }
        let end = attributes.last?.whole.upperBound ?? 1 + self.name.utf8.count
        return OutlineTag(Self.replacing(end..<end, in: text, by: " \(name)=\"\(Self.escaped(value))\""))
    }

    /// `<outline …/>` as `<outline …>`.
    var opened: OutlineTag { isClosed ? OutlineTag(text.dropLast(2) + ">") : self }

    private static func replacing(_ range: Range<Int>, in text: String, by new: String) -> String {
        let bytes = Array(text.utf8)
        return String(
            decoding: bytes[..<range.lowerBound] + Array(new.utf8) + bytes[range.upperBound...], as: UTF8.self)
    }

    /// Between quotation marks of either sort. Controls that no XML may have are left out.
    static func escaped(_ value: String) -> String {
        var text = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&apos;"
            case "\t", "\n", "\r": text += "&#\(scalar.value);"
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

extension OutlineTag {
    private mutating func readAttributes(from start: Int) {
        var at = start
        while at < bytes.count {
            let blanks = at
            while at < bytes.count, bytes[at].isBlank { at += 1 }
            if at >= bytes.count || bytes[at] == UInt8(ascii: ">") { return }
            if bytes[at] == UInt8(ascii: "/") {
                at += 1
                continue
            }
            if blanks == at { fault = fault ?? "a blank is missing between two attributes" }
            at = readAttribute(from: at, after: blanks)
        }
    }

    /// - Returns: behind it, which is always further on.
    private mutating func readAttribute(from start: Int, after blanks: Int) -> Int {
        var at = start
        while at < bytes.count, !bytes[at].isBlank, bytes[at] != UInt8(ascii: "="), bytes[at] != UInt8(ascii: ">") {
            // "/" ends a name only where the tag ends.
            if bytes[at] == UInt8(ascii: "/"), at + 2 >= bytes.count { break }
            at += 1
        }
        let name = String(decoding: bytes[start..<at], as: UTF8.self)
        let nameEnd = at
        while at < bytes.count, bytes[at].isBlank { at += 1 }
        guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
            fault = fault ?? "“\(name)” says nothing (or a quotation mark is missing)"
            return max(nameEnd, start + 1)
        }
        at += 1
        while at < bytes.count, bytes[at].isBlank { at += 1 }
        let quote = at < bytes.count ? bytes[at] : 0
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            fault = fault ?? "what “\(name)” says needs quotation marks"
            let first = at
            while at < bytes.count, !bytes[at].isBlank, bytes[at] != UInt8(ascii: ">") { at += 1 }
            if bytes[..<at].suffix(1) == [UInt8(ascii: "/")], at + 1 >= bytes.count { at -= 1 }
            add(name, whole: blanks..<at, words: first..<at)
            return max(at, start + 1)
        }
        let first = at + 1
        let end = bytes[first...].firstIndex(of: quote)
        if end == nil { fault = fault ?? "a quotation mark is missing" }
        at = end.map { $0 + 1 } ?? bytes.count
        add(name, whole: blanks..<at, words: first..<(end ?? bytes.count))
        return at
    }

    private mutating func add(_ name: String, whole: Range<Int>, words: Range<Int>) {
        attributes.append(
            Attribute(name: name, key: name.lowercased(), value: value(words), whole: whole, words: words))
    }

    /// Only references with a semicolon are some: addresses have "&copy=" in them.
    private func value(_ range: Range<Int>) -> String {
        var text: [UInt8] = []
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = bytes[at]
            if byte == UInt8(ascii: "&"),
                let reference = CharacterReference(in: bytes, at: at, to: range.upperBound),
                bytes[at + reference.length - 1] == UInt8(ascii: ";")
            {
                text.append(reference.character)
                at += reference.length
            } else {
                text.append(byte == 0x0A || byte == 0x0D || byte == 0x09 ? 0x20 : byte)
                at += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
