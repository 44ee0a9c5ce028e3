/// The words of a Markdown paragraph without its marks: emphasis, code, links, pictures, HTML tags, escapes.
///
/// Linear in its length: what is found to have no closing mark once is not looked for again.
func readable(markdown source: [UInt8]) -> (words: [UInt8], links: [MarkdownLink]) {
    var reader = MarkdownWords(source)
    reader.read()
    return (reader.text, reader.links)
}

/// Words that are a link, and where its target is told.
struct MarkdownLink {
    enum Target {
        /// As written, not checked.
        case address([UInt8])
        /// Defined elsewhere on the page: "[1]: https://…".
        case label([UInt8])
    }

    /// In the words without marks.
    let range: Range<Int>
    let target: Target
}

private struct MarkdownWords {
    private let source: [UInt8]
    private(set) var text: [UInt8] = []
    private(set) var links: [MarkdownLink] = []
    private var at = 0
    /// Where every opening bracket, square or round, is closed.
    private let closings: [Int: Int]
    /// From here on there is no ">" or "`" any more.
    private var noTagsFrom = Int.max
    private var noCodeFrom = Int.max

    init(_ source: [UInt8]) {
        self.source = source
        var square: [Int] = []
        var round: [Int] = []
        var closings: [Int: Int] = [:]
        for (index, byte) in source.enumerated() where index == 0 || source[index - 1] != UInt8(ascii: "\\") {
            switch byte {
            case UInt8(ascii: "["): square.append(index)
            case UInt8(ascii: "("): round.append(index)
            case UInt8(ascii: "]"): if let start = square.popLast() { closings[start] = index }
            case UInt8(ascii: ")"): if let start = round.popLast() { closings[start] = index }
            default: break
            }
        }
        self.closings = closings
    }

    mutating func read() {
        var ends: [(at: Int, to: Int, open: Int, start: Int)] = []
        while at < source.count {
            // The end of a link's words: its target is passed over.
            if let end = ends.last, end.at == at {
                at = end.to
                ends.removeLast()
                let words = end.open + 1..<end.at
                if ends.isEmpty, text.count > end.start, let target = target(after: end.at, words) {
                    links.append(MarkdownLink(range: end.start..<text.count, target: target))
                }
                continue
            }
            switch source[at] {
            case UInt8(ascii: "\\") where at + 1 < source.count && isPunctuation(source[at + 1]):
                text.append(source[at + 1])
                at += 2
            case UInt8(ascii: "!") where at + 1 < source.count && source[at + 1] == UInt8(ascii: "["):
                if let close = closings[at + 1] { at = targetEnd(after: close) ?? close + 1 } else { keep() }
            case UInt8(ascii: "["):
                if let close = closings[at], let end = targetEnd(after: close) {
                    ends.append((close, end, at, text.count))
                    at += 1
                } else {
                    keep()
                }
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): emphasis()
            case UInt8(ascii: "`"): code()
            case UInt8(ascii: "<"): tag()
            case UInt8(ascii: "&"):
                if let reference = CharacterReference(in: source, at: at, to: source.count) {
                    text.append(reference.character)
                    at += reference.length
                } else {
                    keep()
                }
            default: keep()
            }
        }
    }

    private mutating func keep() {
        text.append(source[at])
        at += 1
    }

    private func isPunctuation(_ byte: UInt8) -> Bool {
        0x21...0x2F ~= byte || 0x3A...0x40 ~= byte || 0x5B...0x60 ~= byte || 0x7B...0x7E ~= byte
    }

    /// Behind "(target)" or "[label]"; nil when neither follows, and the brackets are just brackets.
    private func targetEnd(after close: Int) -> Int? {
        guard close + 1 < source.count, "[(".utf8.contains(source[close + 1]) else { return nil }
        return closings[close + 1].map { $0 + 1 }
    }

    /// What "(target)" or "[label]" behind a link's words says; "[]" is labelled by the words themselves.
    private func target(after close: Int, _ words: Range<Int>) -> MarkdownLink.Target? {
        guard let end = closings[close + 1] else { return nil }
        let inside = source.trimmed(close + 2..<end)
        if source[close + 1] == UInt8(ascii: "[") {
            return .label(Array(source[inside.isEmpty ? words : inside]))
        }
        let bytes = source[inside]
        if bytes.first == UInt8(ascii: "<"), let close = bytes.firstIndex(of: UInt8(ascii: ">")) {
            return .address(Array(bytes[(inside.lowerBound + 1)..<close]))
        }
        // A title may follow the address.
        return .address(Array(bytes.prefix { !$0.isBlank }))
    }

    /// Marks at the edge of a word; "snake_case", "2 * 3" and "~5" stay.
    private mutating func emphasis() {
        let mark = source[at]
        var end = at
        while end < source.count, source[end] == mark { end += 1 }
        let before = at > 0 ? source[at - 1] : 0x20
        let after = end < source.count ? source[end] : 0x20
        let isInWord = (before.isLetterOrDigit || before.isHigh) && (after.isLetterOrDigit || after.isHigh)
        let isAlone = before.isBlank && after.isBlank
        let isMark =
            switch mark {
            case UInt8(ascii: "~"): end - at == 2
            case UInt8(ascii: "_"): !isInWord && !isAlone && end - at <= 3
            default: !isAlone && end - at <= 3
            }
        if !isMark { text += source[at..<end] }
        at = end
    }

    private mutating func code() {
        guard at < noCodeFrom, let close = source[(at + 1)...].firstIndex(of: UInt8(ascii: "`")) else {
            noCodeFrom = min(noCodeFrom, at)
            return keep()
        }
        text += source[(at + 1)..<close]
        at = close + 1
    }

    /// "<https://harbour.example>" shows its address, "<br>" and other tags nothing.
    private mutating func tag() {
        let next = at + 1 < source.count ? source[at + 1] : 0x20
        guard next.isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!"), at < noTagsFrom else {
            return keep()
        }
        guard let close = source[(at + 1)...].firstIndex(of: UInt8(ascii: ">")) else {
            noTagsFrom = at
            return keep()
        }
        let inner = at + 1..<close
        let isAddress = source.range(of: [0x3A, 0x2F, 0x2F], from: inner.lowerBound, to: min(close, at + 12)) != nil
        if isAddress {
            text += source[inner]
        } else if next.lowercased == UInt8(ascii: "b"), inner.count <= 4,
            source[inner].dropFirst().first?.lowercased == UInt8(ascii: "r")
        {
            text.append(0x0A)
        }
        at = close + 1
    }
}
