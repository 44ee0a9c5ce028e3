package import News

/// The story in a Markdown file: its front matter read, its marks taken out of the text.
///
/// Headings, lists, block quotes, tables, code, emphasis, links and images are understood as far as stories use them; what
/// is not understood stays as written. Pictures are only in `original`.
package func article(id: String, feed: String, markdown: String) -> Article {
    let source = Array(markdown.utf8)
    let head = FrontMatter(of: source)
    var reader = MarkdownReader(source, isTitleTold: head.told.title != nil)
    reader.read(from: head.end)
    let text = reader.text
    return Article(
        Draft(
            id: id, feed: feed, text: String(decoding: text, as: UTF8.self), original: markdown, bytes: text,
            blocks: reader.blocks.map { $0.block(in: text) }, told: head.told,
            links: reader.links(on: head.told.link.flatMap { WebAddress($0) })))
}

/// A paragraph of a Markdown file, its marks taken out.
private struct MarkdownBlock {
    /// In the readable text.
    let range: Range<Int>
    let mark: Block.Mark?
    let form: Paragraph.Form
    let isAfterRule: Bool

    func block(in text: [UInt8]) -> Block {
        var block = Block(range, mark: mark, in: text)
        block.form = form
        block.isAfterRule = isAfterRule
        return block
    }
}

private struct MarkdownReader {
    private let source: [UInt8]
    private(set) var text: [UInt8] = []
    private(set) var blocks: [MarkdownBlock] = []
    /// In the readable text.
    private var links: [MarkdownLink] = []
    /// What labels of links stand for, without case.
    private var definitions: [String: [UInt8]] = [:]
    /// The words of the paragraph being read, their line ends made blanks.
    private var pending: [UInt8] = []
    /// Where its last line begins in `pending`.
    private var lastLine = 0
    private var pendingMark: Block.Mark?
    private var pendingForm = Paragraph.Form.plain
    private var lists = MarkdownLists()
    /// The table being read: how many columns its head has, and how many rows there are by now.
    private var table: (columns: Int, rows: Int)?
    private var hasHeadline = false
    private var isRulePending = false

    /// Whether the front matter gives the headline.
    private let isTitleTold: Bool

    init(_ source: [UInt8], isTitleTold: Bool) {
        self.source = source
        self.isTitleTold = isTitleTold
    }

    mutating func read(from start: Int) {
        var fence: UInt8?
        var code: [UInt8] = []
        for line in MarkdownLines(source, from: start) {
            let content = source.trimmed(line)
            if let mark = fenceMark(content), fence == nil || fence == mark {
                endParagraph()
                putCode(code)
                code = []
                fence = fence == nil ? mark : nil
            } else if fence != nil {
                code += withoutTabs(source[line]) + [0x0A]
            } else {
                read(line, content)
            }
        }
        endParagraph()
        putCode(code)
    }

    /// Where the words lead, as far as that is an address of the web.
    func links(on base: WebAddress?) -> [Link] {
        links.compactMap { link in
            let written: [UInt8]? =
                switch link.target {
                case .address(let address): address
                case .label(let label): definitions[String(decoding: label, as: UTF8.self).lowercased()]
                }
            guard let written, let address = WebAddress(String(decoding: written, as: UTF8.self), on: base) else {
                return nil
            }
            return Link(span: TextSpan(link.range.lowerBound, link.range.upperBound), address: address.text)
        }
    }

    private mutating func read(_ line: Range<Int>, _ content: Range<Int>) {
        guard !content.isEmpty else { return endParagraph() }
        if table != nil, putRow(content) { return }
        var content = content
        var isQuoted = false
        while content.count > 0, source[content.lowerBound] == UInt8(ascii: ">") {
            isQuoted = true
            content = source.trimmed(content.lowerBound + 1..<content.upperBound)
        }
        guard !content.isEmpty else { return endParagraph() }
        if startsTable(content) { return }
        if let level = headingLevel(content) {
            endParagraph()
            let words = source.trimmed(content.lowerBound + level..<content.upperBound)
            return putHeading(withoutClosingMarks(words), level)
        }
        if let level = underlineLevel(content), !pending.isEmpty, pendingMark == nil {
            let words = pending
            pending = []
            pendingForm = .plain
            return putHeading(0..<words.count, level, words)
        }
        if isRule(content) {
            endParagraph()
            isRulePending = true
            return
        }
        if define(content) { return endParagraph() }
        if let bullet = bulletLength(content) {
            endParagraph()
            pendingMark = isQuoted ? .blockQuote : .listEntry
            let mark = source[content.lowerBound..<content.lowerBound + bullet]
            pendingForm = lists.entry(at: source.indent(of: line), mark: mark)
            content = source.trimmed(content.lowerBound + bullet..<content.upperBound)
        } else if isQuoted, pendingMark != .blockQuote {
            endParagraph()
            pendingMark = .blockQuote
        } else if pending.isEmpty, !isQuoted {
            pendingForm = lists.carriedOn(at: source.indent(of: line))
        }
        carryOn(line, content)
    }

    private mutating func carryOn(_ line: Range<Int>, _ content: Range<Int>) {
        if !pending.isEmpty, pending.last != 0x0A { pending.append(0x20) }
        lastLine = pending.count
        pending += source[content]
        // Two blanks or a backslash at its end break a line.
        let isBroken = line.upperBound - content.upperBound >= 2 && source[line.upperBound - 1] == 0x20
        if isBroken { pending.append(0x0A) }
        if pending.last == UInt8(ascii: "\\") { pending[pending.count - 1] = 0x0A }
    }

    private mutating func endParagraph() {
        defer {
            pendingMark = nil
            pendingForm = .plain
        }
        table = nil
        guard !pending.isEmpty else { return }
        let isBelowHeadline = blocks.last.map { $0.mark == .headline } ?? isTitleTold
        let mark = pendingMark == nil && isBelowHeadline && isEmphasised(pending) ? .emphasis : pendingMark
        put(pending[...], as: mark, pendingForm)
        pending = []
    }

    private mutating func putHeading(_ range: Range<Int>, _ level: Int, _ words: [UInt8]? = nil) {
        let isHeadline = level == 1 && !hasHeadline
        hasHeadline = hasHeadline || isHeadline
        lists = MarkdownLists()
        put((words ?? source)[range], as: isHeadline ? .headline : .heading, .heading(level: level))
    }

    private mutating func put(_ words: ArraySlice<UInt8>, as mark: Block.Mark?, _ form: Paragraph.Form) {
        let (words, links) = readable(markdown: Array(words))
        let shown = words.trimmed(0..<words.count)
        guard !shown.isEmpty else { return }
        if !text.isEmpty { text += [0x0A, 0x0A] }
        let start = text.count
        append(start..<start + shown.count, mark, form)
        text += words[shown]
        for link in links {
            let range = words.trimmed(link.range.clamped(to: shown))
            guard !range.isEmpty else { continue }
            let moved = start + range.lowerBound - shown.lowerBound..<start + range.upperBound - shown.lowerBound
            self.links.append(MarkdownLink(range: moved, target: link.target))
        }
    }

    /// Code is no Markdown: it stays as it is, with its line ends and the blanks before its first word.
    private mutating func putCode(_ lines: [UInt8]) {
        let shown = lines.trimmed(0..<lines.count)
        guard !shown.isEmpty else { return }
        if !text.isEmpty { text += [0x0A, 0x0A] }
        let indent = lines[..<shown.lowerBound].reversed().prefix { $0 == 0x20 }
        text += indent
        append(text.count..<text.count + shown.count, .paragraph, .preformatted)
        text += lines[shown]
    }

    private mutating func append(_ range: Range<Int>, _ mark: Block.Mark?, _ form: Paragraph.Form) {
        blocks.append(MarkdownBlock(range: range, mark: mark, form: form, isAfterRule: isRulePending))
        isRulePending = false
    }
}

/// Tables: a row of names, a row of dashes, and rows up to the next line without a bar.
extension MarkdownReader {
    /// The row of dashes below what then was the row of names.
    private mutating func startsTable(_ content: Range<Int>) -> Bool {
        guard !pending.isEmpty, pendingMark == nil, let columns = delimiterColumns(content) else { return false }
        let head = Array(pending[lastLine...])
        let cells = head.tableCells(0..<head.count)
        guard cells.count == columns else { return false }
        pending.removeSubrange(lastLine...)
        pending = Array(pending[pending.trimmed(0..<pending.count)])
        endParagraph()
        table = (columns, 1)
        putCells(head, cells, row: 0)
        return true
    }

    /// - Returns: false where the table is over.
    private mutating func putRow(_ content: Range<Int>) -> Bool {
        guard let (columns, row) = table, source[content].contains(UInt8(ascii: "|")) else {
            table = nil
            return false
        }
        putCells(source, Array(source.tableCells(content).prefix(columns)), row: row)
        table?.rows += 1
        return true
    }

    private mutating func putCells(_ bytes: [UInt8], _ cells: [Range<Int>], row: Int) {
        for (column, cell) in cells.enumerated() {
            put(bytes[cell], as: .paragraph, .cell(row: row, column: column, isHeader: row == 0))
        }
    }

    /// "| --- | :-: |": how many cells it has; nil for any other line.
    private func delimiterColumns(_ content: Range<Int>) -> Int? {
        guard source[content].contains(UInt8(ascii: "|")),
            source[content].allSatisfy({ $0.isBlank || "|-:".utf8.contains($0) })
        else { return nil }
        let cells = source.tableCells(content)
        return cells.allSatisfy { source[$0].contains(UInt8(ascii: "-")) } ? cells.count : nil
    }
}

/// What a line is by the marks it begins with.
extension MarkdownReader {
    /// Tabs as blanks, to the next fourth column.
    private func withoutTabs(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var words: [UInt8] = []
        for byte in line {
            if byte == 0x09 { words += Array(repeating: 0x20, count: 4 - words.count % 4) } else { words.append(byte) }
        }
        return words
    }

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
    /// - Returns: whether the line is such a definition.
    private mutating func define(_ content: Range<Int>) -> Bool {
        guard pending.isEmpty, source[content.lowerBound] == UInt8(ascii: "["),
            let close = source[content].firstIndex(of: UInt8(ascii: "]")), close + 1 < content.upperBound,
            source[close + 1] == UInt8(ascii: ":")
        else { return false }
        let label = source.string(content.lowerBound + 1..<close).lowercased()
        let words = source[source.trimmed(close + 2..<content.upperBound)].split(separator: 0x20)
        let address = words.first.map { $0.filter { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") } }
        // The first one counts.
        if let address, definitions[label] == nil { definitions[label] = Array(address) }
        return true
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
