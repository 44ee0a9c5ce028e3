/// Cuts a list of subscriptions into tags and what stands between them, losing no byte: the user's own file is written
/// again with all that it has.
///
/// XML, strictly, where `faults` is asked; but what is wrong is passed over in some sensible way, as the lists of the world
/// are not all right.
struct OutlineScanner {
    enum Token {
        /// Text, comments, declarations, instructions, sections of characters.
        case other(Range<Int>)
        case open(OutlineTag, Range<Int>)
        case close(name: String, Range<Int>)
    }

    /// Something that no XML may have.
    struct Fault: Hashable {
        /// In bytes.
        let offset: Int
        /// As a sentence's part: "a comment has no end".
        let words: String
    }

    let bytes: [UInt8]
    private var at: Int
    private(set) var faults: [Fault] = []

    init(_ bytes: [UInt8], from start: Int = 0) {
        self.bytes = bytes
        at = start
    }

    mutating func next() -> Token? {
        guard at < bytes.count else { return nil }
        let start = at
        guard bytes[at] == UInt8(ascii: "<") else {
            at = bytes[at...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
            return .other(start..<at)
        }
        let second = at + 1 < bytes.count ? bytes[at + 1] : 0
        switch second {
        case UInt8(ascii: "!"), UInt8(ascii: "?"):
            skipDeclaration()
            return .other(start..<at)
        case UInt8(ascii: "/"): return closingTag()
        case let byte where byte.isLetter || byte == UInt8(ascii: "_") || byte.isHigh: return openingTag()
        default:
            note("“<” stands for itself; it is written “&lt;”", at: start)
            at += 1
            return .other(start..<at)
        }
    }

    private mutating func note(_ words: String, at offset: Int) {
        faults.append(Fault(offset: offset, words: words))
    }

    private mutating func closingTag() -> Token {
        let start = at
        let close = bytes[(start + 1)...].firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }
        if let close, bytes[close] == UInt8(ascii: ">") {
            at = close + 1
        } else {
            note("a tag has no end", at: start)
            at = close ?? bytes.count
        }
        let name = bytes[(start + 2)..<at].prefix { !$0.isBlank && $0 != UInt8(ascii: ">") }
        return .close(name: String(decoding: name, as: UTF8.self).lowercased(), start..<at)
    }

    private mutating func openingTag() -> Token? {
        let start = at
        at = endOfTag()
        let tag = OutlineTag(String(decoding: bytes[start..<at], as: UTF8.self))
        if let fault = tag.fault { note(fault, at: start) }
        return .open(tag, start..<at)
    }

    /// Behind the ">" that is in no quotation marks; before the next "<" when there is none before that.
    private mutating func endOfTag() -> Int {
        var quote: Int?
        var next = at + 1
        while next < bytes.count {
            let byte = bytes[next]
            if let open = quote {
                if byte == bytes[open] { quote = nil }
                if byte == UInt8(ascii: "<") {
                    note("a quotation mark is missing, or “<” should be “&lt;”", at: next)
                    // Behind a missing one, what follows is read best from the next tag on.
                    if bytes[next...].starts(with: "<outline".utf8) {
                        return bytes[open..<next].lastIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? next
                    }
                }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = next
            } else if byte == UInt8(ascii: ">") {
                return next + 1
            } else if byte == UInt8(ascii: "<") {
                break
            }
            next += 1
        }
        note(quote == nil ? "a tag has no end" : "a quotation mark is missing", at: at)
        return next
    }

    private mutating func skipDeclaration() {
        let start = at
        for (opening, closing, what) in Self.sections where bytes.matches(Array(opening.utf8), at: at) {
            let found = bytes.range(of: Array(closing.utf8), from: at + opening.utf8.count)
            if found == nil { note("\(what) has no end", at: start) }
            at = found?.upperBound ?? bytes.count
            return
        }
        // A document type may have declarations of its own between brackets.
        var depth = 0
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "]") { depth -= 1 }
            if byte == UInt8(ascii: ">"), depth <= 0 { return }
        }
        note("a declaration has no end", at: start)
    }

    private static let sections = [
        ("<!--", "-->", "a comment"), ("<![CDATA[", "]]>", "a section of characters"), ("<?", "?>", "an instruction"),
    ]
}
