/// The words of an element while they come, and what it says of them.
struct TextConstruct {
    let element: FeedElement
    let vocabulary: FeedVocabulary
    /// Whether texts are plain when they do not say what they are.
    private let isAtom: Bool
    /// In small letters.
    let name: String
    let base: String?
    /// How many elements stood around it.
    let depth: Int
    /// The elements that are open within it.
    var inner: [XMLName] = []
    private(set) var bytes: [UInt8] = []
    private(set) var person = Person()
    let isPermanentLink: Bool
    private let type: String?
    private let mode: String?
    /// Whether its elements are content, so that characters of its text are not markup.
    private let isXML: Bool
    private var hasMarkup = false
    private var partStart: Int?

    struct Person {
        var name: String?
        var email: String?
        var address: String?
    }

    init(_ name: XMLName, _ attributes: [XMLAttribute], base: String?, depth: Int, isAtom: Bool) {
        element = name.element
        vocabulary = name.vocabulary
        self.name = name.local
        self.base = base
        self.depth = depth
        self.isAtom = isAtom && name.vocabulary == .core
        type = attributes["type"].flatMap(nonBlank)?.lowercased()
        mode = attributes["mode"]?.lowercased()
        isXML = Self.isXML(element, type, mode)
        isPermanentLink = attributes["ispermalink"].map { $0.lowercased() != "false" } ?? true
    }

    /// Whether its content is a document of another kind.
    var isForeign: Bool { isXML && type != "xhtml" }

    /// The words in one line; nil when blank.
    var line: String? { nonBlank(String(decoding: bytes, as: UTF8.self)) }
}

extension TextConstruct {
    mutating func append(_ words: UnsafeBufferPointer<UInt8>) {
        if isXML { bytes.append(escaping: words) } else { bytes.append(contentsOf: words) }
    }

    mutating func open(_ name: String, _ attributes: [XMLAttribute]) {
        hasMarkup = true
        bytes.append(UInt8(ascii: "<"))
        bytes += name.utf8
        for attribute in attributes where !attribute.isXML {
            bytes.append(0x20)
            bytes += attribute.name.utf8
            bytes += "=\"".utf8
            var value = attribute.value
            value.withUTF8 { bytes.append(escaping: $0) }
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    mutating func close(_ name: String) {
        guard !["br", "hr", "img", "wbr"].contains(name) else { return }
        bytes += "</".utf8
        bytes += name.utf8
        bytes.append(UInt8(ascii: ">"))
    }

    mutating func beginPart() { partStart = bytes.count }

    /// The words since the part began belong to it.
    mutating func endPart(_ element: FeedElement) {
        guard let start = partStart else { return }
        partStart = nil
        let words = nonBlank(String(decoding: bytes[start...], as: UTF8.self))
        bytes.removeLast(bytes.count - start)
        switch element {
        case .name: person.name = person.name ?? words
        case .email: person.email = person.email ?? words
        default: person.address = person.address ?? words
        }
    }
}

extension TextConstruct {
    /// What it says, as it may be shown; nil when that is nothing, or no text.
    var marked: MarkedText? {
        var words = bytes
        if isBase64 {
            guard let decoded = decodedBase64(bytes), isGoodUTF8(decoded) else { return nil }
            words = decoded
        }
        let text = String(decoding: words[words.trimmed(0..<words.count)], as: UTF8.self)
        guard !text.isEmpty else { return nil }
        return MarkedText(text, isHTML(words) ? .html : .plain, base: base)
    }

    private func isHTML(_ words: [UInt8]) -> Bool {
        if hasMarkup { return true }
        switch type {
        case "html", "text/html", "xhtml", "application/xhtml+xml": return true
        case "text", "text/plain": return !isAtom && looksLikeHTML(words)
        case nil:
            if isAtom { return false }
            // Descriptions are HTML by custom, titles only when they look so.
            return element == .title || element == .moduleTitle
                ? looksLikeHTML(words) : words.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
        case let type?:
            return type.hasSuffix("xml") || type.contains("html") || (!isAtom || isBase64) && looksLikeHTML(words)
        }
    }

    private static func isXML(_ element: FeedElement, _ type: String?, _ mode: String?) -> Bool {
        if mode == "escaped" || mode == "base64" { return false }
        guard element.mayHoldMarkup, let type else { return false }
        if type == "xhtml" || type.hasSuffix("+xml") || type.hasSuffix("/xml") { return true }
        return mode == "xml" && type.contains("html")
    }

    private var isBase64: Bool {
        if mode == "base64" { return true }
        guard isAtom, mode == nil, let type, type.contains("/") else { return false }
        return element.mayHoldMarkup && !type.hasPrefix("text/") && !type.hasSuffix("xml") && !type.contains("html")
    }
}

/// Whether plain words are rather a piece of HTML: something is closed or has no content, or a character is written by name.
func looksLikeHTML(_ words: [UInt8]) -> Bool {
    var at = 0
    while at < words.count {
        switch words[at] {
        case UInt8(ascii: "&"):
            if let reference = CharacterReference(in: words, at: at, to: words.count),
                words[at + reference.length - 1] == UInt8(ascii: ";")
            {
                return true
            }
        case UInt8(ascii: "<"):
            if isTelltaleTag(words, at) { return true }
        default: break
        }
        at += 1
    }
    return false
}

/// `</em>`, `<br>`, `<img …>`.
private func isTelltaleTag(_ words: [UInt8], _ at: Int) -> Bool {
    let isClosing = at + 1 < words.count && words[at + 1] == UInt8(ascii: "/")
    let start = at + (isClosing ? 2 : 1)
    var end = start
    while end < words.count, words[end].isLetterOrDigit, end - start < 12 { end += 1 }
    let name = String(decoding: words[start..<end].map(\.lowercased), as: UTF8.self)
    return isClosing ? closedNames.contains(name) : ["br", "hr", "img"].contains(name)
}

private let closedNames: Set<String> = [
    "a", "abbr", "b", "big", "blockquote", "center", "cite", "code", "del", "div", "em", "font", "h1", "h2", "h3", "h4",
    "h5", "h6", "i", "ins", "li", "ol", "p", "pre", "q", "s", "script", "small", "span", "strike", "strong", "style",
    "sub", "sup", "table", "td", "th", "title", "tr", "tt", "u", "ul", "var",
]

/// RFC 2045's, blanks within allowed; nil when something else stands in it.
func decodedBase64(_ text: [UInt8]) -> [UInt8]? {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.count * 3 / 4)
    var (bits, count) = (UInt32(0), 0)
    for byte in text where !byte.isBlank && byte != UInt8(ascii: "=") {
        let value: UInt8
        switch byte {
        case _ where byte.isUpper: value = byte - 0x41
        case _ where byte.isLower: value = byte - 0x61 + 26
        case _ where byte.isDigit: value = byte - 0x30 + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
        default: return nil
        }
        bits = bits << 6 | UInt32(value)
        count += 6
        if count >= 8 {
            count -= 8
            decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
    }
    return decoded
}

extension [UInt8] {
    /// Words as markup writes them.
    mutating func append(escaping words: UnsafeBufferPointer<UInt8>) {
        for byte in words {
            switch byte {
            case UInt8(ascii: "<"): self += "&lt;".utf8
            case UInt8(ascii: ">"): self += "&gt;".utf8
            case UInt8(ascii: "&"): self += "&amp;".utf8
            case UInt8(ascii: "\""): self += "&quot;".utf8
            default: append(byte)
            }
        }
    }
}
