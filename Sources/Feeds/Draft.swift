import News

/// What was said about a story beside its text: by front matter, a page's head, or a feed.
struct Told {
    var title: String?
    var source: String?
    var byline: String?
    var published: Timestamp?
    var link: String?
}

/// A story whose text is readable and cut into blocks, before it is known what each block is.
struct Draft {
    let id: String
    let feed: String
    let text: String
    /// The source, when `text` was made from it.
    let original: String?
    let bytes: [UInt8]
    let blocks: [Block]
    let told: Told
    /// Where the markup's links lead, in text order, furniture's too. Addresses that are written out are not among them.
    var links: [Link] = []
}

extension Article {
    init(_ draft: Draft) {
        var sorter = StorySorter(draft)
        sorter.sort()
        let paragraphs = sorter.paragraphs
        self.init(
            id: draft.id, feed: draft.feed, text: draft.text, original: draft.original, title: sorter.title(of: draft),
            titleSpan: sorter.headline.map { TextSpan(sorter.ranges[$0].lowerBound, sorter.ranges[$0].upperBound) },
            paragraphs: paragraphs, source: draft.told.source ?? sorter.source,
            byline: draft.told.byline ?? sorter.byline, published: draft.told.published ?? sorter.published,
            link: draft.told.link, links: shownLinks(of: draft, in: paragraphs))
    }
}

extension StorySorter {
    /// As told, else the headline's words, else the first sentence, else the file's name.
    fileprivate func title(of draft: Draft) -> String {
        if let told = draft.told.title { return told }
        if let headline { return bytes.line(ranges[headline]) }
        let story = parts.indices.first { parts[$0]?.isBody ?? true } ?? parts.indices.first
        if let story, let sentence = firstSentence(of: ranges[story]) { return sentence }
        let name = draft.id.split(separator: "/").last.map(String.init) ?? draft.id
        return name.isEmpty ? "Untitled" : name
    }

    /// Without its dateline and full stop, at most 100 scalars of it; nil when it holds no letter.
    private func firstSentence(of range: Range<Int>) -> String? {
        let start = dateline(at: range)?.end ?? range.lowerBound
        let end = bytes.trimmed(start..<sentenceEnd(start..<range.upperBound))
        guard Block(range, in: bytes).words > 0, !end.isEmpty else { return nil }
        return cut(Array(bytes.line(end).utf8))
    }

    /// At most 100 scalars of a line; a longer one ends at a word, where it has words, and in an ellipsis.
    private func cut(_ line: [UInt8]) -> String {
        var end = line.count
        var scalars = 0
        for (at, byte) in line.enumerated() where byte & 0xC0 != 0x80 {
            scalars += 1
            if scalars == 100 { end = at }
            if scalars == 101 { break }
        }
        guard scalars > 100 else { return line.string(0..<line.count) }
        if let blank = line[..<end].lastIndex(of: 0x20), line[..<blank].count(where: { $0 & 0xC0 != 0x80 }) > 50 {
            end = blank
        }
        while end > 0 {
            if ",;:- ".utf8.contains(line[end - 1]) {
                end -= 1
            } else if end >= 3, line[end - 3] == 0xE2, line[end - 2] == 0x80, 0x93...0x94 ~= line[end - 1] {
                end -= 3
            } else {
                break
            }
        }
        return line.string(0..<end) + "\u{2026}"
    }

    /// Where the first sentence's words end, before its full stop; a question mark belongs to them.
    private func sentenceEnd(_ range: Range<Int>) -> Int {
        var word = range.lowerBound
        for at in range {
            let byte = bytes[at]
            if byte.isBlank { word = at + 1 }
            guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!"),
                at + 1 == range.upperBound || bytes[at + 1].isBlank
            else { continue }
            // "Mr. Roe", "the U.S. Senate": a short capitalised word with a stop is an abbreviation.
            let isAbbreviation = byte == UInt8(ascii: ".") && at - word <= 3 && bytes[word].isUpper
            if isAbbreviation && at + 1 < range.upperBound { continue }
            return byte == UInt8(ascii: ".") ? at : at + 1
        }
        return range.upperBound
    }
}
