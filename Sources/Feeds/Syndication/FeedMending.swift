import Glibc

/// Makes a feed's text well-formed enough for an XML parser, in one pass, stretch by stretch.
///
/// What the parser would stop at or lose is put right: ampersands and angle brackets that stand for themselves, HTML's names
/// of characters, control characters, attributes without quotation marks, ends that are missing. Declarations,
/// comments and processing instructions are left out, so that the parser never sees a DTD.
struct FeedMending {
    private let bytes: [UInt8]
    private var at = 0
    private var mended: [UInt8] = []
    /// The names of the elements that are open, outermost first.
    private var open: [Range<Int>] = []
    /// Elements that were left out for their depth and are still open.
    private var flattened = 0
    private var namespaces = 0
    /// Ends that do not come any more: to look for them again at each beginning would be quadratic.
    private var missingEnds: Set<String> = []
    /// Whether the text ends within a tag, comment or section.
    private(set) var endsEarly = false

    /// No feed nests deeper than this by itself, and the parser's work for an element grows with its depth.
    private static let deepest = 1_000
    /// How far out a closing tag may reach. Real ones reach past a few elements that nobody closed.
    private static let farthestClosed = 400
    /// Longer tags, in bytes, and more attributes are left out: the parser's work grows with their square.
    private static let longestTag = 1 << 20
    private static let mostAttributes = 250
    private static let mostNamespaces = 1_000
    private static let stretch = 1 << 16

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

    private mutating func mendPiece() {
        guard bytes[at] == UInt8(ascii: "<") else { return mendText() }
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0
        switch next {
        case UInt8(ascii: "!"): skipDeclaration()
        case UInt8(ascii: "?"): skip(past: "?>")
        case UInt8(ascii: "/"): mendClosingTag()
        case _ where next.opensName: mendOpeningTag()
        default: putLiteral("&lt;", for: 1)
        }
    }

    private mutating func putLiteral(_ words: StaticString, for length: Int) {
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
    private enum Target { case section, value }

    /// One that is not plain: a reference, a control character, half of a pair, or simply none of them.
    private mutating func mendCharacter(to end: Int, _ target: Target) {
        let byte = bytes[at]
        if byte == UInt8(ascii: "&") { return mendReference(to: end, target) }
        if byte == 0xEF, bytes.isNoncharacter(at: at) { return at += 3 }
        if byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { put(byte, target) }
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

    private mutating func skip(past end: String) {
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

extension FeedMending {
    private mutating func mendClosingTag() {
        let name = (at + 2)..<bytes.nameEnd(from: at + 2)
        guard isName(name) else {
            // "</>", "</ b>": nothing that could be closed.
            let next = at + 2 < bytes.count ? bytes[at + 2] : 0
            return next == UInt8(ascii: ">") || next.isBlank ? skip(past: ">") : putLiteral("&lt;", for: 1)
        }
        var end = name.upperBound
        while end < bytes.count, bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "<") { end += 1 }
        if end == bytes.count { endsEarly = true }
        at = end < bytes.count && bytes[end] == UInt8(ascii: ">") ? end + 1 : end
        if flattened > 0 { return flattened -= 1 }
        close(name)
    }

    /// Closes what was left open within it too. One that closes nothing is passed over.
    private mutating func close(_ name: Range<Int>) {
        guard let place = open.suffix(Self.farthestClosed).lastIndex(where: { bytes.isSameName($0, name) }) else {
            return
        }
        while open.count > place { putClosingTag() }
    }

    private mutating func putClosingTag() {
        guard let name = open.popLast() else { return }
        mended += "</".utf8
        mended += bytes[name]
        mended.append(UInt8(ascii: ">"))
    }

    private mutating func mendOpeningTag() {
        let start = mended.count
        let name = (at + 1)..<bytes.nameEnd(from: at + 1)
        mended.append(UInt8(ascii: "<"))
        mended += bytes[name]
        guard isTag(name), let (end, isClosed) = mendAttributes(from: name.upperBound) else {
            mended.removeLast(mended.count - start)
            // The feed ends within the tag.
            let isCut = name.upperBound == bytes.count || isTag(name) && at + Self.longestTag > bytes.count
            endsEarly = endsEarly || isCut
            return isCut ? at = bytes.count : putLiteral("&lt;", for: 1)
        }
        at = end
        let isEmpty = isClosed || name.count <= 3 && voidNames.contains(bytes.string(name).lowercased())
        if open.count >= Self.deepest {
            mended.removeLast(mended.count - start)
            flattened += isEmpty ? 0 : 1
            return
        }
        if isEmpty { mended.append(UInt8(ascii: "/")) } else { open.append(name) }
        mended.append(UInt8(ascii: ">"))
    }

    private func isName(_ name: Range<Int>) -> Bool {
        guard let first = bytes[name].first, let last = bytes[name].last else { return false }
        return first.opensName && last != UInt8(ascii: ":") && bytes[name].count { $0 == UInt8(ascii: ":") } <= 1
    }

    /// "<joe@example.org>" and "<3" are none.
    private func isTag(_ name: Range<Int>) -> Bool {
        guard name.upperBound < bytes.count, isName(name) else { return false }
        let next = bytes[name.upperBound]
        return next.isBlank || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
    }

    /// Copies attributes, each in quotation marks.
    /// - Returns: nil when the tag does not end.
    private mutating func mendAttributes(from start: Int) -> (end: Int, isClosed: Bool)? {
        var place = start
        var count = 0
        let limit = min(bytes.count, at + Self.longestTag)
        while place < limit {
            let byte = bytes[place]
            if byte == UInt8(ascii: ">") { return (place + 1, false) }
            if byte == UInt8(ascii: "/"), place + 1 < limit, bytes[place + 1] == UInt8(ascii: ">") {
                return (place + 2, true)
            }
            // Another tag begins: this one's end is missing.
            if byte == UInt8(ascii: "<") { return (place, false) }
            guard byte.opensName else {
                place += 1
                continue
            }
            count += 1
            guard let next = mendAttribute(at: place, limit, isKept: count <= Self.mostAttributes) else { return nil }
            place = next
        }
        return nil
    }

    private mutating func mendAttribute(at start: Int, _ limit: Int, isKept: Bool) -> Int? {
        let name = start..<bytes.nameEnd(from: start)
        var place = name.upperBound
        while place < limit, bytes[place].isBlank { place += 1 }
        var value = place..<place
        var next = name.upperBound
        if place < limit, bytes[place] == UInt8(ascii: "=") {
            place += 1
            while place < limit, bytes[place].isBlank { place += 1 }
            guard place < limit else { return nil }
            let quote = bytes[place]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                guard let end = bytes.range(of: [quote], from: place + 1, to: limit) else { return nil }
                value = (place + 1)..<end.lowerBound
                next = end.upperBound
            } else {
                var end = place
                while end < limit, !bytes[end].isBlank, bytes[end] != UInt8(ascii: ">") { end += 1 }
                value = place..<end
                next = end
            }
        }
        guard isKept, isName(name), mayKeep(name) else { return next }
        mended.append(0x20)
        mended += bytes[name]
        mended += "=\"".utf8
        mendValue(value)
        mended.append(UInt8(ascii: "\""))
        return next
    }

    private mutating func mayKeep(_ name: Range<Int>) -> Bool {
        guard bytes.matches(Array("xmlns".utf8), at: name.lowerBound) else { return true }
        namespaces += 1
        return namespaces <= Self.mostNamespaces
    }

    private mutating func mendValue(_ value: Range<Int>) {
        let tag = at
        at = value.lowerBound
        while at < value.upperBound {
            mendCharacter(to: value.upperBound, .value)
        }
        at = tag
    }
}

/// HTML elements that never hold anything, and mean nothing else in feeds.
private let voidNames: Set<String> = ["br", "hr", "img", "wbr"]

extension UInt8 {
    fileprivate var opensName: Bool { isLetter || self == UInt8(ascii: "_") }
}

extension [UInt8] {
    /// Behind the letters, digits, hyphens, stops, and colons of a name.
    fileprivate func nameEnd(from start: Int) -> Int {
        var at = start
        while at < count, self[at].isLetterOrDigit || "-_.:".utf8.contains(self[at]) { at += 1 }
        return at
    }

    /// In any case.
    fileprivate func isSameName(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        guard first.count == second.count else { return false }
        for (one, other) in zip(first, second) where self[one].lowercased != self[other].lowercased { return false }
        return true
    }

    /// How many bytes need no mending in text.
    fileprivate func plainLength(from start: Int, to end: Int) -> Int {
        let bytes = span
        let isPlain = plainBytes.span
        var at = start
        // Eight at a time, as nearly all are.
        while at + 8 <= end {
            let first = isPlain[Int(bytes[at])] && isPlain[Int(bytes[at + 1])] && isPlain[Int(bytes[at + 2])]
            let second = isPlain[Int(bytes[at + 3])] && isPlain[Int(bytes[at + 4])] && isPlain[Int(bytes[at + 5])]
            guard first, second, isPlain[Int(bytes[at + 6])], isPlain[Int(bytes[at + 7])] else { break }
            at += 8
        }
        while at < end, isPlain[Int(bytes[at])] { at += 1 }
        return at - start
    }

    /// How many bytes are characters that XML allows.
    fileprivate func characterLength(from start: Int, to end: Int) -> Int {
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
    fileprivate func isNoncharacter(at: Int) -> Bool {
        at + 2 < count && self[at + 1] == 0xBF && self[at + 2] >= 0xBE
    }

    /// One of the five references that XML knows by itself, and its length; nil when it is none.
    fileprivate func ownReference(at: Int, to end: Int) -> (byte: UInt8, length: Int)? {
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
    fileprivate func isPartOfAddress(_ reference: CharacterReference, at: Int, to end: Int) -> Bool {
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
