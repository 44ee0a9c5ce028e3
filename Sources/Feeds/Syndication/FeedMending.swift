import Glibc

/// Makes a feed's text well-formed enough for an XML parser, in one pass, stretch by stretch.
///
/// What the parser would stop at or lose is put right: ampersands and angle brackets that stand for themselves, HTML's names
/// of characters, control characters, attributes without quotation marks, ends that are missing. Declarations,
/// comments and processing instructions are left out, so that the parser never sees a DTD.
struct FeedMending {
    let bytes: [UInt8]
    var at = 0
    var mended: [UInt8] = []
    /// The names of the elements that are open, outermost first.
    var open: [Range<Int>] = []
    /// Elements that were left out for their depth and are still open.
    var flattened = 0
    var namespaces = 0
    /// Ends that do not come any more: to look for them again at each beginning would be quadratic.
    private var missingEnds: Set<String> = []
    /// How many things were put right that were no XML, but for HTML's names of characters.
    var repairs = 0
    /// Whether the text ends within a tag, comment or section.
    var endsEarly = false

    /// No feed nests deeper than this by itself, and the parser's work for an element grows with its depth.
    static let deepest = 1_000
    /// How far out a closing tag may reach. Real ones reach past a few elements that nobody closed.
    static let farthestClosed = 200
    /// Longer tags, in bytes, and more attributes are left out: the parser's work grows with their square.
    static let longestTag = 1 << 20
    static let mostAttributes = 250
    static let mostNamespaces = 1_000
    static let stretch = 1 << 16

    /// - Parameter bytes: good UTF-8.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        mended.reserveCapacity(Self.stretch * 2)
    }

    /// The next stretch, which ends between two pieces of markup; nil at the end. The room of one is used again for the next.
    mutating func next(_ take: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
        guard at < bytes.count || !open.isEmpty else { return false }
        mended.removeAll(keepingCapacity: true)
        while at < bytes.count, mended.count < Self.stretch { mendPiece() }
        if at == bytes.count {
            endsEarly = endsEarly || !open.isEmpty
            while !open.isEmpty { putClosingTag() }
        }
        mended.withUnsafeBufferPointer(take)
        return true
    }

    /// What was odd, in sentences; whole once there is no next stretch.
    var faults: [String] {
        var faults: [String] = []
        if endsEarly { faults.append("The feed ends early: what came of it is read.") }
        if repairs > 0 {
            faults.append(
                "It is not well-formed XML: \(repairs) \(repairs == 1 ? "place was" : "places were") put right.")
        }
        return faults
    }

    private mutating func mendPiece() {
        guard bytes[at] == UInt8(ascii: "<") else { return mendText() }
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0
        switch next {
        case UInt8(ascii: "!"): skipDeclaration()
        case UInt8(ascii: "?"): skip(past: "?>")
        case UInt8(ascii: "/"): mendClosingTag()
        case _ where next.opensName: mendOpeningTag()
        default: putBracket()
        }
    }

    /// One that opens no tag.
    mutating func putBracket() {
        repairs += 1
        putLiteral("&lt;", for: 1)
    }

    mutating func putLiteral(_ words: StaticString, for length: Int) {
        mended.append(contentsOf: UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
        at += length
    }
}

extension FeedMending {
    /// Up to the next angle bracket, but no more than a stretch.
    ///
    /// Text of any length goes out as a section with its references resolved: the parser hands that on in one piece, and has
    /// nothing to look for in it.
    private mutating func mendText() {
        let end = textEnd
        let plain = bytes.plainLength(from: at, to: end)
        if at + plain == end, plain < 40 {
            mended += bytes[at..<end]
            return at = end
        }
        putLiteral("<![CDATA[", for: 0)
        while at < end {
            let plain = bytes.plainLength(from: at, to: end)
            mended += bytes[at..<at + plain]
            at += plain
            if at < end { mendCharacter(to: bytes.count, .section) }
        }
        putLiteral("]]>", for: 0)
    }

    /// At the next "<", or behind a whole character where that is far.
    private var textEnd: Int {
        var limit = min(bytes.count, at + Self.stretch)
        while limit < bytes.count, bytes[limit] & 0xC0 == 0x80 { limit += 1 }
        return bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress,
                let found = memchr(start + at, Int32(UInt8(ascii: "<")), limit - at)
            else { return limit }
            return UnsafeRawPointer(found) - UnsafeRawPointer(start)
        }
    }

    /// What characters are written into.
    enum Target { case section, value }

    /// One that is not plain: a reference, a control character, half of a pair, or simply none of them.
    mutating func mendCharacter(to end: Int, _ target: Target) {
        let byte = bytes[at]
        if byte == UInt8(ascii: "&") { return mendReference(to: end, target) }
        if byte == 0xEF, bytes.isNoncharacter(at: at) { return at += 3 }
        if byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { put(byte, target) } else { repairs += 1 }
        at += 1
    }

    private mutating func put(_ byte: UInt8, _ target: Target) {
        switch (byte, target) {
        case (UInt8(ascii: "<"), .value): mended += "&lt;".utf8
        case (UInt8(ascii: "&"), .value): mended += "&amp;".utf8
        case (UInt8(ascii: "\""), .value): mended += "&quot;".utf8
        case (UInt8(ascii: ">"), .section):
            let isEnd = mended.count >= 2 && mended[mended.count - 1] == 0x5D && mended[mended.count - 2] == 0x5D
            if isEnd { putLiteral("]]><![CDATA[", for: 0) }
            mended.append(byte)
        default: mended.append(byte)
        }
    }

    private mutating func mendReference(to end: Int, _ target: Target) {
        if let (byte, length) = bytes.ownReference(at: at, to: end) {
            at += length
            return put(byte, target)
        }
        guard let reference = CharacterReference(in: bytes, at: at, to: end),
            !bytes.isPartOfAddress(reference, at: at, to: end)
        else {
            at += 1
            repairs += 1
            return put(UInt8(ascii: "&"), target)
        }
        at += reference.length
        for scalar in reference.character {
            switch scalar {
            case "\u{9}", "\u{A}", "\u{D}", "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"...:
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { put(byte, target) }
            default: break
            }
        }
    }
}

extension FeedMending {
    private mutating func skipDeclaration() {
        if bytes.matches(Array("<!--".utf8), at: at) { return skip(past: "-->") }
        if bytes.matches(Array("<![CDATA[".utf8), at: at) { return mendSection() }
        if let end = declarationEnd() { return at = end }
        // An apostrophe or bracket in it was no quotation mark.
        skip(past: ">")
    }

    /// Behind a document type, which may hold declarations in brackets, and those quoted brackets; nil when it does not end.
    private mutating func declarationEnd() -> Int? {
        guard !missingEnds.contains("!") else { return nil }
        var (place, brackets, quote) = (at + 2, 0, UInt8(0))
        while place < bytes.count {
            let byte = bytes[place]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "[") {
                brackets += 1
            } else if byte == UInt8(ascii: "]") {
                brackets -= 1
            } else if byte == UInt8(ascii: ">"), brackets <= 0 {
                return place + 1
            }
            place += 1
        }
        missingEnds.insert("!")
        return nil
    }

    mutating func skip(past end: String) {
        for end in [end, ">"] where !missingEnds.contains(end) {
            if let found = bytes.range(of: Array(end.utf8), from: at + 1) { return at = found.upperBound }
            missingEnds.insert(end)
        }
        at = bytes.count
        endsEarly = true
    }

    /// `<![CDATA[…]]>`, whose end is put in where it is missing.
    private mutating func mendSection() {
        let start = at + 9
        let end = bytes.range(of: Array("]]>".utf8), from: start)?.lowerBound
        if end == nil { endsEarly = true }
        putLiteral("<![CDATA[", for: 9)
        let last = end ?? bytes.count
        while at < last {
            let plain = bytes.characterLength(from: at, to: last)
            mended += bytes[at..<at + plain]
            at += plain
            guard at < last else { break }
            at += bytes[at] == 0xEF ? 3 : 1
        }
        at = last
        putLiteral("]]>", for: end == nil ? 0 : 3)
    }
}
