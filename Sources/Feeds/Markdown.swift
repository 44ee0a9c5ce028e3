package import News

/// The story in a Markdown file: its front matter read, its marks taken out of the text.
///
/// Headings, lists, block quotes, code, emphasis, links and images are understood as far as stories use them; what is
/// not understood stays as written. Pictures and the targets of links are only in `original`.
package func article(id: String, feed: String, markdown: String) -> Article {
    let source = Array(markdown.utf8)
    let head = FrontMatter(of: source)
    var reader = MarkdownReader(source, isTitleTold: head.told.title != nil)
    reader.read(from: head.end)
    let text = reader.text
    return Article(
        Draft(
            id: id, feed: feed, text: String(decoding: text, as: UTF8.self), original: markdown, bytes: text,
            blocks: reader.blocks.map { Block($0.range, mark: $0.mark, in: text) }, told: head.told))
}

private struct MarkdownReader {
    private let source: [UInt8]
    private(set) var text: [UInt8] = []
    private(set) var blocks: [(range: Range<Int>, mark: Block.Mark?)] = []
    /// The words of the paragraph being read, their line ends made blanks.
    private var pending: [UInt8] = []
    private var pendingMark: Block.Mark?
    private var hasHeadline = false

    /// Whether the front matter gives the headline.
    private let isTitleTold: Bool

    init(_ source: [UInt8], isTitleTold: Bool) {
        self.source = source
        self.isTitleTold = isTitleTold
    }

    mutating func read(from start: Int) {
        var fence: UInt8?
        for line in MarkdownLines(source, from: start) {
            let content = source.trimmed(line)
            if let mark = fenceMark(content) {
                endParagraph()
                fence = fence == nil ? mark : fence == mark ? nil : fence
            } else if fence != nil {
                put(source[line], as: nil)
            } else {
                read(line, content)
            }
        }
        endParagraph()
    }

    private mutating func read(_ line: Range<Int>, _ content: Range<Int>) {
        guard !content.isEmpty else { return endParagraph() }
        var content = content
        var isQuoted = false
        while content.count > 0, source[content.lowerBound] == UInt8(ascii: ">") {
            isQuoted = true
            content = source.trimmed(content.lowerBound + 1..<content.upperBound)
        }
        guard !content.isEmpty else { return endParagraph() }
        if let level = headingLevel(content) {
            endParagraph()
            let words = source.trimmed(content.lowerBound + level..<content.upperBound)
            return putHeading(withoutClosingMarks(words), level)
        }
        if let level = underlineLevel(content), !pending.isEmpty, pendingMark == nil {
            let words = pending
            pending = []
            return putHeading(0..<words.count, level, words)
        }
        if isRule(content) || isLinkDefinition(content) { return endParagraph() }
        if let bullet = bulletLength(content) {
            endParagraph()
            pendingMark = isQuoted ? .blockQuote : .listEntry
            content = source.trimmed(content.lowerBound + bullet..<content.upperBound)
        } else if isQuoted, pendingMark != .blockQuote {
            endParagraph()
            pendingMark = .blockQuote
        }
        carryOn(line, content)
    }

    private mutating func carryOn(_ line: Range<Int>, _ content: Range<Int>) {
        if !pending.isEmpty, pending.last != 0x0A { pending.append(0x20) }
        pending += source[content]
        // Two blanks or a backslash at its end break a line.
        let isBroken = line.upperBound - content.upperBound >= 2 && source[line.upperBound - 1] == 0x20
        if isBroken { pending.append(0x0A) }
        if pending.last == UInt8(ascii: "\\") { pending[pending.count - 1] = 0x0A }
    }

    private mutating func endParagraph() {
        defer { pendingMark = nil }
        guard !pending.isEmpty else { return }
        let isBelowHeadline = blocks.last.map { $0.mark == .headline } ?? isTitleTold
        let mark = pendingMark == nil && isBelowHeadline && isEmphasised(pending) ? .emphasis : pendingMark
        put(pending[...], as: mark)
        pending = []
    }

    private mutating func putHeading(_ range: Range<Int>, _ level: Int, _ words: [UInt8]? = nil) {
        let isHeadline = level == 1 && !hasHeadline
        hasHeadline = hasHeadline || isHeadline
        put((words ?? source)[range], as: isHeadline ? .headline : .heading)
    }

    private mutating func put(_ words: ArraySlice<UInt8>, as mark: Block.Mark?) {
        let words = readable(markdown: Array(words))
        let shown = words.trimmed(0..<words.count)
        guard !shown.isEmpty else { return }
        if !text.isEmpty { text += [0x0A, 0x0A] }
        blocks.append((text.count..<(text.count + shown.count), mark))
        text += words[shown]
    }
}

/// What a line is by the marks it begins with.
extension MarkdownReader {
    private func fenceMark(_ content: Range<Int>) -> UInt8? {
        guard content.count >= 3 else { return nil }
        let mark = source[content.lowerBound]
        guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"),
            source[content].prefix(3).allSatisfy({ $0 == mark })
        else { return nil }
        return mark
    }

    private func headingLevel(_ content: Range<Int>) -> Int? {
        let level = source[content].prefix { $0 == UInt8(ascii: "#") }.count
        guard 1...6 ~= level, level < content.count, source[content.lowerBound + level].isBlank else { return nil }
        return level
    }

    private func withoutClosingMarks(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, source[end - 1] == UInt8(ascii: "#") { end -= 1 }
        return source.trimmed(range.lowerBound..<end)
    }

    /// "====" and "----" below a line make it a heading.
    private func underlineLevel(_ content: Range<Int>) -> Int? {
        if source[content].allSatisfy({ $0 == UInt8(ascii: "=") }) { return 1 }
        return content.count >= 2 && source[content].allSatisfy { $0 == UInt8(ascii: "-") } ? 2 : nil
    }

    /// "*Nine days without bread.*", "**Nine days**": one mark around all of the words.
    private func isEmphasised(_ words: [UInt8]) -> Bool {
        let words = words[words.trimmed(0..<words.count)]
        guard let mark = words.first, mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") else { return false }
        let depth = words.prefix { $0 == mark }.count
        guard 1...3 ~= depth, words.count > depth * 2, words.suffix(depth).allSatisfy({ $0 == mark }) else {
            return false
        }
        return !words.dropFirst(depth).dropLast(depth).contains(mark)
    }

    /// "---", "* * *", "___"
    private func isRule(_ content: Range<Int>) -> Bool {
        let marks = source[content].filter { !$0.isBlank }
        guard marks.count >= 3, let first = marks.first, "-*_".utf8.contains(first) else { return false }
        return marks.allSatisfy { $0 == first }
    }

    /// "[1]: https://harbour.example/story"
    private func isLinkDefinition(_ content: Range<Int>) -> Bool {
        guard pending.isEmpty, source[content.lowerBound] == UInt8(ascii: "["),
            let close = source[content].firstIndex(of: UInt8(ascii: "]")), close + 1 < content.upperBound
        else { return false }
        return source[close + 1] == UInt8(ascii: ":")
    }

    /// "- ", "* ", "+ ", "12. ", "3) ": in bytes, without the blank.
    private func bulletLength(_ content: Range<Int>) -> Int? {
        var at = content.lowerBound
        if "-*+".utf8.contains(source[at]) {
            at += 1
        } else {
            while at < content.upperBound, source[at].isDigit, at - content.lowerBound < 9 { at += 1 }
            // "1992. It was a good year" carries on a sentence; a list that begins there is rare.
            guard at > content.lowerBound, at - content.lowerBound <= 3, at < content.upperBound,
                source[at] == UInt8(ascii: ".") || source[at] == UInt8(ascii: ")")
            else { return nil }
            at += 1
        }
        return at < content.upperBound && source[at].isBlank ? at - content.lowerBound : nil
    }
}
