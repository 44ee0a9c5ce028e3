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
}

extension Article {
    init(_ draft: Draft) {
        var sorter = StorySorter(draft)
        sorter.sort()
        self.init(
            id: draft.id, feed: draft.feed, text: draft.text, original: draft.original, title: sorter.title(of: draft),
            titleSpan: sorter.headline.map { TextSpan(sorter.ranges[$0].lowerBound, sorter.ranges[$0].upperBound) },
            paragraphs: sorter.paragraphs, source: draft.told.source ?? sorter.source,
            byline: draft.told.byline ?? sorter.byline, published: draft.told.published ?? sorter.published,
            link: draft.told.link)
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
        let sentence = bytes.line(end)
        let scalars = sentence.unicodeScalars
        guard scalars.count > 100 else { return sentence }
        var cut = String.UnicodeScalarView(scalars.prefix(99))
        if let blank = cut.lastIndex(of: " "), cut.distance(from: cut.startIndex, to: blank) > 50 {
            cut = String.UnicodeScalarView(cut[..<blank])
        }
        while let last = cut.last, ",;:-\u{2013}\u{2014} ".unicodeScalars.contains(last) { cut.removeLast() }
        return String(cut) + "\u{2026}"
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
