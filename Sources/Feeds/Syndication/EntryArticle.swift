package import News

/// The story that an entry holds: its content, and above it its summary where that says something else.
///
/// What the entry says of title, author, date and address goes before what its text says. A title that the text repeats is its
/// headline, so that it is shown once. Without summary and content the text is empty.
///
/// - Parameters:
///   - source: who publishes it: the feed's title.
package func article(id: String, feed: String, entry: ParsedEntry, source: String? = nil) -> Article {
    let text = EntryText(entry)
    let title = entry.title.flatMap(nonBlank)
    let page: Article
    switch text.kind {
    case .plain: page = article(id: id, feed: feed, text: text.source, title: title)
    case .html: page = article(id: id, feed: feed, html: text.page(title: title))
    }
    return Article(
        id: id, feed: feed, text: page.text, original: text.kind == .html ? text.source : nil,
        title: title ?? page.title, titleSpan: page.titleSpan, paragraphs: text.sorted(page.paragraphs, of: page.text),
        source: source.flatMap(nonBlank) ?? page.source, byline: entry.author.flatMap(nonBlank) ?? page.byline,
        published: entry.published ?? entry.updated ?? page.published, link: entry.link ?? page.link, links: page.links)
}

/// What an entry's story is made of.
private struct EntryText {
    let kind: MarkedText.Kind
    /// As the feed has it, the summary ahead of it.
    let source: String
    private let base: String?
    /// The summary in one line, when it stands above the content.
    private let standfirst: String?

    init(_ entry: ParsedEntry) {
        let body = entry.content ?? entry.summary
        base = body?.base ?? entry.link
        guard let body else {
            (kind, source, standfirst) = (.plain, "", nil)
            return
        }
        let summary = entry.content == nil ? nil : entry.summary?.line
        let opening = summary.map { Opening(summary: Array($0.utf8), content: body.wordBytes) }
        standfirst = opening?.isAbsent ?? true ? nil : summary
        kind = body.kind
        guard let standfirst, opening?.isWithin == false else {
            source = body.text
            return
        }
        switch body.kind {
        case .plain: source = standfirst + "\n\n" + body.text
        case .html: source = "<p>\(escaped(standfirst))</p>\n" + body.text
        }
    }

    /// The source as a page of its own, which says what its addresses are relative to.
    func page(title: String?) -> String {
        var head = ""
        if let title { head += "<meta property=\"og:title\" content=\"\(escaped(title))\">" }
        if let base { head += "<base href=\"\(escaped(base))\">" }
        return "<head>\(head)</head><body><article>\(source)</article></body>"
    }

    /// The paragraphs with what only feeds have found among them.
    func sorted(_ paragraphs: [Paragraph], of text: String) -> [Paragraph] {
        var sorted = paragraphs
        let lines = paragraphs.map { FoldedLine(String(text[$0.span])) }
        for index in paragraphs.indices where mayBeFurniture(paragraphs[index].part) && furniture.contains(lines[index])
        {
            sorted[index] = paragraphs[index].as(.furniture)
        }
        // All that an entry has is its story, be it a list of links.
        if !sorted.contains(where: { $0.part.isBody || $0.part == .standfirst }) {
            for index in sorted.indices where sorted[index].part == .furniture && !furniture.contains(lines[index]) {
                sorted[index] = sorted[index].as(.body)
            }
        }
        guard let standfirst else { return sorted }
        let wanted = FoldedLine(standfirst).bytes
        let first = sorted.indices.prefix(3).first { sorted[$0].part != .headline && lines[$0].bytes == wanted }
        // It must not be the whole story.
        if let first, sorted[(first + 1)...].contains(where: \.part.isBody) {
            sorted[first] = sorted[first].as(.standfirst)
        }
        return sorted
    }

    private func mayBeFurniture(_ part: Paragraph.Part) -> Bool {
        switch part {
        case .body, .heading, .listEntry, .byline, .credits: true
        case .headline, .standfirst, .blockQuote, .caption, .furniture: false
        }
    }
}

/// How a summary stands to the content below it.
private struct Opening {
    /// Whether the content has the summary's words, or the first of them.
    let isWithin: Bool
    /// Whether it is only the beginning of the content, cut off, and no paragraph of it.
    let isAbsent: Bool

    /// - Parameters: the words of both, in UTF-8.
    init(summary: [UInt8], content: [UInt8]) {
        let (short, long) = (Self.letters(of: summary), Self.letters(of: content))
        // The end is where a cut one says "[…]" or "Read more".
        let beginning = short.prefix(max(20, min(120, short.count * 3 / 4)))
        isWithin = !beginning.isEmpty && long.contains(beginning)
        // Whole sentences at the very beginning may be the lead paragraph.
        isAbsent = short.isEmpty || isWithin && !long.starts(with: short)
    }

    /// Letters and digits alone, in small letters.
    private static func letters(of text: [UInt8]) -> [UInt8] {
        var letters: [UInt8] = []
        letters.reserveCapacity(min(text.count, 20_000))
        for byte in text.prefix(20_000) where byte.isLetterOrDigit || byte.isHigh { letters.append(byte.lowercased) }
        return letters
    }
}

extension [UInt8] {
    /// Whether these bytes stand somewhere in it.
    fileprivate func contains(_ bytes: ArraySlice<UInt8>) -> Bool { range(of: Array(bytes), from: 0) != nil }
}

extension Paragraph {
    fileprivate func `as`(_ part: Part) -> Paragraph {
        Paragraph(span, part, form: form, isAfterRule: isAfterRule)
    }
}

private func escaped(_ words: String) -> String {
    var words = words
    var bytes: [UInt8] = []
    words.withUTF8 { bytes.append(escaping: $0) }
    return String(decoding: bytes, as: UTF8.self)
}

private let furniture = PhraseTable(feedFurniturePhrases)
