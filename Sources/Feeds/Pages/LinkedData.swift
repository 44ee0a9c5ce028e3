import News

/// What a page tells search engines of its story, in JSON-LD (schema.org's Article and its kin).
///
/// Pages often break JSON's rules (line ends within strings, commas too many, several values in one element): what can
/// be read is taken, and nothing is ever wrong enough to stop.
struct LinkedData {
    private(set) var headline: String?
    private(set) var authors: [String] = []
    private(set) var publisher: String?
    private(set) var published: Timestamp?
    private(set) var language: String?
    /// The longest that is given; HTML now and then.
    private(set) var body: [UInt8] = []

    /// The names of the fields around a value, outermost first; of an array's values that of the array.
    private var path: [Field] = []
    private var containers: [UInt8] = []
    /// The field whose value comes next.
    private var field = Field.other

    /// Deeper values are none of ours.
    private static let deepest = 32

    private enum Field {
        case headline, articleBody, datePublished, inLanguage, author, publisher, name
        /// Other stories, readers' comments and the like.
        case elsewhere
        case other

        init(_ name: ArraySlice<UInt8>) { self = LinkedData.fields[String(decoding: name, as: UTF8.self)] ?? .other }
    }

    private static let fields: [String: Field] = [
        "headline": .headline, "articleBody": .articleBody, "datePublished": .datePublished,
        "inLanguage": .inLanguage, "author": .author, "creator": .author, "publisher": .publisher, "name": .name,
        "itemListElement": .elsewhere, "comment": .elsewhere, "mentions": .elsewhere, "hasPart": .elsewhere,
        "review": .elsewhere, "citation": .elsewhere, "relatedLink": .elsewhere, "associatedMedia": .elsewhere,
        "image": .elsewhere, "video": .elsewhere, "about": .elsewhere, "interactionStatistic": .elsewhere,
    ]

    /// Adds what another element of the page says; what was said first stays.
    mutating func read(_ source: ArraySlice<UInt8>) {
        path = []
        containers = []
        field = .other
        var at = source.startIndex
        while at < source.endIndex {
            switch source[at] {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                path.append(field)
                containers.append(source[at])
                field = source[at] == UInt8(ascii: "[") ? field : .other
                if containers.count > Self.deepest { return }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                _ = path.popLast()
                _ = containers.popLast()
            case UInt8(ascii: ","):
                field = containers.last == UInt8(ascii: "[") ? path.last ?? .other : .other
            case UInt8(ascii: "\""):
                let words = string(in: source, from: &at)
                let next = source[at...].first { !$0.isBlank }
                if containers.last == UInt8(ascii: "{"), next == UInt8(ascii: ":"), field == .other {
                    field = Field(words[...])
                } else {
                    note(words)
                }
                continue
            default: break
            }
            at += 1
        }
    }

    private mutating func note(_ words: [UInt8]) {
        guard !path.contains(.elsewhere) else { return }
        let isOwn = !path.contains(.author) && !path.contains(.publisher)
        switch field {
        case .headline where isOwn: headline = headline ?? line(words)
        case .articleBody where isOwn: if words.count > body.count { body = words }
        case .datePublished where isOwn:
            published = published ?? timestamp(from: String(decoding: words, as: UTF8.self))
        case .inLanguage where isOwn: language = language ?? line(words)
        case .author where isOwn: addAuthor(words)
        case .name where path.last == .author || path.last == .publisher:
            if path.last == .publisher {
                publisher = publisher ?? line(words)
            } else {
                addAuthor(words)
            }
        default: break
        }
    }

    private mutating func addAuthor(_ words: [UInt8]) {
        guard let name = line(words), !name.contains("://"), !authors.contains(name), authors.count < 8 else { return }
        authors.append(name)
    }

    private func line(_ words: [UInt8]) -> String? { nonBlank(words.resolved(0..<words.count)) }

    /// The string that opens at `at`, its escapes resolved; `at` is moved behind it.
    private func string(in source: ArraySlice<UInt8>, from at: inout Int) -> [UInt8] {
        var words: [UInt8] = []
        at += 1
        while at < source.endIndex, source[at] != UInt8(ascii: "\"") {
            guard source[at] == UInt8(ascii: "\\"), at + 1 < source.endIndex else {
                words.append(source[at])
                at += 1
                continue
            }
            switch source[at + 1] {
            case UInt8(ascii: "n"), UInt8(ascii: "r"): words.append(0x0A)
            case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): words.append(0x20)
            case UInt8(ascii: "u"):
                words.append(character(in: source, from: &at))
                continue
            case let byte: words.append(byte)
            }
            at += 2
        }
        at = min(at + 1, source.endIndex)
        return words
    }

    /// "\u00e9", or both halves of "\ud83d\ude00".
    private func character(in source: ArraySlice<UInt8>, from at: inout Int) -> String.UnicodeScalarView {
        func unit(_ at: Int) -> UInt32? {
            guard at + 6 <= source.endIndex, source[at] == UInt8(ascii: "\\"), source[at + 1] == UInt8(ascii: "u")
            else {
                return nil
            }
            return UInt32(String(decoding: source[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16)
        }
        guard var code = unit(at) else {
            at += 2
            return String.UnicodeScalarView()
        }
        at += 6
        if 0xD800..<0xDC00 ~= code, let low = unit(at), 0xDC00..<0xE000 ~= low {
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
            at += 6
        }
        return String.UnicodeScalarView([Unicode.Scalar(code) ?? "\u{FFFD}"])
    }
}
