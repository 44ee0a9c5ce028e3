import News

/// The facts at the head of a Markdown file, between two lines of `---` (or `+++`).
struct FrontMatter {
    private(set) var told = Told()
    /// Where the text begins behind it, in bytes; 0 when there is none.
    private(set) var end = 0

    /// Tolerant: unknown keys, comments and lines that make no sense are passed over. A rule that is never closed
    /// opens no front matter.
    init(of bytes: [UInt8]) {
        var lines = MarkdownLines(bytes)
        var first = lines.next()
        while let line = first, bytes.trimmed(line).isEmpty { first = lines.next() }
        guard let first, isFence(bytes, first) else { return }
        var rows: [Range<Int>] = []
        while let line = lines.next() {
            if isFence(bytes, line) {
                end = lines.at
                break
            }
            rows.append(line)
            // Facts are few; a rule at the top of a long text is just a rule.
            if rows.count > 200 { return }
        }
        guard end > 0 else { return }
        read(rows.map { bytes.string($0) })
    }

    private func isFence(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
        let line = bytes.trimmed(line)
        return line.count >= 3 && (bytes[line].allSatisfy { $0 == 0x2D } || bytes[line].allSatisfy { $0 == 0x2B })
    }

    private mutating func read(_ rows: [String]) {
        var listKey: String?
        for row in rows {
            let entry = row.drop { $0 == " " || $0 == "\t" }
            // "authors:" and below it "- Jane Roe".
            if entry.hasPrefix("- "), let key = listKey {
                note(key, Self.plain(entry.dropFirst(2)))
                continue
            }
            guard entry.startIndex == row.startIndex, let joint = row.firstIndex(where: { $0 == ":" || $0 == "=" })
            else {
                continue
            }
            let key = row[..<joint].filter { !$0.isWhitespace }.lowercased()
            let value = Self.plain(row[row.index(after: joint)...])
            listKey = value.isEmpty ? key : nil
            note(key, value)
        }
    }

    private mutating func note(_ key: String, _ value: String) {
        guard let value = nonBlank(value) else { return }
        switch key {
        case "title", "headline": told.title = told.title ?? value
        case "date", "published", "pubdate", "published_at", "publishdate", "datepublished":
            told.published = told.published ?? timestamp(from: value)
        case "source", "publisher", "site", "publication": told.source = told.source ?? value
        case "author", "authors", "byline", "by", "writer":
            told.byline = told.byline.map { "\($0), \(value)" } ?? value
        case "link", "url", "permalink", "canonical", "canonical_url", "source_url": told.link = told.link ?? value
        default: break
        }
    }

    /// The value without quotation marks, list brackets and a comment behind it.
    private static func plain(_ value: some StringProtocol) -> String {
        var text = Substring(nonBlank(String(value)) ?? "")
        if text.first == "[", text.last == "]" {
            return text.dropFirst().dropLast().split(separator: ",").map { plain($0) }.joined(separator: ", ")
        }
        if let quote = text.first, quote == "\"" || quote == "'" {
            guard let close = text.dropFirst().lastIndex(of: quote) else { return String(text.dropFirst()) }
            let inner = String(text[text.index(after: text.startIndex)..<close])
            // YAML writes a quotation mark within twice, or with a backslash.
            return quote == "'"
                ? inner.split(separator: "''", omittingEmptySubsequences: false).joined(separator: "'")
                : inner.split(separator: "\\\"", omittingEmptySubsequences: false).joined(separator: "\"")
        }
        if let comment = text.firstRange(of: " #") { text = text[..<comment.lowerBound] }
        return nonBlank(String(text)) ?? ""
    }
}

/// The lines of a text, without their ends.
struct MarkdownLines: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    /// Where the next line begins.
    private(set) var at: Int

    init(_ bytes: [UInt8], from at: Int = 0) {
        self.bytes = bytes
        self.at = at
    }

    mutating func next() -> Range<Int>? {
        guard at < bytes.count else { return nil }
        let start = at
        while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
        defer {
            if at < bytes.count { at += bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1 }
        }
        return start..<at
    }
}
