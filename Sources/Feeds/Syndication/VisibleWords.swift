/// What a piece of HTML in a feed says, in UTF-8: blanks run together, a line end where a paragraph ends, no scripts and styles.
///
/// What a page has for browsers that cannot show an embedded thing is read too, as we are such a one: the words within
/// iframes, objects, formulas and drawings. Linear in the text.
func visibleWords(ofMarkup source: [UInt8]) -> [UInt8] {
    var reader = WordReader(source)
    reader.read()
    return reader.words
}

private struct WordReader {
    let source: [UInt8]
    private(set) var words: [UInt8] = []
    private var at = 0
    private var isBlankPending = false

    init(_ source: [UInt8]) {
        self.source = source
        words.reserveCapacity(source.count)
    }

    mutating func read() {
        while at < source.count {
            let byte = source[at]
            if byte == UInt8(ascii: "<"), at + 1 < source.count, source[at + 1].opensMarkup(source, at + 2) {
                readMarkup()
            } else if byte.isBlank {
                isBlankPending = true
                at += 1
            } else {
                readCharacter()
            }
        }
        words.removeLast(words.count - words.trimmed(0..<words.count).upperBound)
    }

    private mutating func readCharacter() {
        if isBlankPending, let last = words.last, last != 0x0A { words.append(0x20) }
        isBlankPending = false
        if source[at] == UInt8(ascii: "&"), let reference = CharacterReference(in: source, at: at, to: source.count) {
            words.append(reference.character)
            at += reference.length
        } else {
            words.append(source[at])
            at += 1
        }
    }

    private mutating func readMarkup() {
        if source.matches(Array("<!--".utf8), at: at) {
            return at = source.range(of: Array("-->".utf8), from: at + 2)?.upperBound ?? source.count
        }
        let isClosing = source[at + 1] == UInt8(ascii: "/")
        let start = at + (isClosing ? 2 : 1)
        var end = start
        while end < source.count, source[end].isLetterOrDigit { end += 1 }
        let name = source[start..<end]
        at = tagEnd(from: end)
        if !isClosing, let hidden = hiddenNames.first(where: { isSame(name, $0) }) { return skip(to: hidden) }
        let element = PageElement(name: name)
        guard element == .br || !element.isInline, let last = words.last, last != 0x0A else { return }
        words.append(0x0A)
        isBlankPending = false
    }

    /// Behind ">"; one within quotation marks that open a value does not count.
    private func tagEnd(from start: Int) -> Int {
        var place = start
        var mayOpenValue = false
        while place < source.count, source[place] != UInt8(ascii: ">") {
            let byte = source[place]
            if mayOpenValue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                place = source[(place + 1)...].firstIndex(of: byte) ?? source.count
                mayOpenValue = false
            } else if !byte.isBlank {
                mayOpenValue = byte == UInt8(ascii: "=")
            }
            place += 1
        }
        return min(place + 1, source.count)
    }

    /// Behind the closing tag of an element that is not shown; when it has none, nothing more is.
    private mutating func skip(to name: [UInt8]) {
        while let found = source.range(of: [0x3C, 0x2F], from: at) {
            let end = found.upperBound + name.count
            at = found.upperBound
            if end <= source.count, isSame(source[found.upperBound..<end], name) { return at = tagEnd(from: end) }
        }
        at = source.count
    }

    private func isSame(_ name: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
        name.count == wanted.count && zip(name, wanted).allSatisfy { $0.lowercased == $1 }
    }
}

private let hiddenNames = ["script", "style", "applet", "template"].map { Array($0.utf8) }

extension UInt8 {
    /// Whether "<" and this begin a tag, a comment or a declaration, and not words: "<3", "a < b", "<!".
    fileprivate func opensMarkup(_ source: [UInt8], _ next: Int) -> Bool {
        if isLetter || self == UInt8(ascii: "?") { return true }
        guard next < source.count else { return false }
        if self == UInt8(ascii: "/") { return source[next].isLetter }
        return self == UInt8(ascii: "!") && (source[next].isLetter || source[next] == 0x2D || source[next] == 0x5B)
    }
}
