/// The blocks of a plain text: a line each, or, where a text is wrapped at a fixed width, the lines between two blank
/// or further indented ones.
///
/// Line ends are LF, CR LF, CR and the Unicode line and paragraph separators. The text itself is not changed.
func blocks(ofPlainText bytes: [UInt8]) -> [Block] {
    let lines = lines(of: bytes)
    guard let wrapping = Wrapping(of: lines) else {
        return lines.map { Block($0.range, in: bytes) }
    }
    var blocks: [Block] = []
    var start = 0
    while start < lines.count {
        var end = start + 1
        while end < lines.count, wrapping.continues(lines[end], below: lines[end - 1]) { end += 1 }
        blocks.append(Block(lines[start].range.lowerBound..<lines[end - 1].range.upperBound, in: bytes))
        start = end
    }
    return blocks
}

/// A line that is not blank, without surrounding blanks.
private struct Line {
    let range: Range<Int>
    /// Nothing but its line end stands between it and the line above.
    let followsText: Bool
    /// Blanks before it, in bytes.
    let indent: Int
    /// In scalars.
    let width: Int
    /// Of its first word, in scalars.
    let firstWord: Int
    let beginsSmall: Bool
}

private func lines(of bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    let span = bytes.span
    var start = 0
    var isBelowText = false
    while start < bytes.count {
        var end = start
        var breakLength = 0
        while end < span.count {
            // Line ends are controls or begin with E2: for all other bytes this is the only question.
            if span[end] < 0x0E || span[end] == 0xE2 {
                breakLength = lineBreakLength(bytes, at: end)
                if breakLength > 0 { break }
            }
            end += 1
        }
        let range = bytes.trimmed(start..<end)
        if !range.isEmpty {
            lines.append(line(range, indent: range.lowerBound - start, isBelowText, in: bytes))
        }
        isBelowText = !range.isEmpty
        start = end + breakLength
    }
    return lines
}

private func lineBreakLength(_ bytes: [UInt8], at: Int) -> Int {
    let byte = bytes[at]
    if byte == 0x0A { return 1 }
    if byte == 0x0D { return at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1 }
    if byte == 0xE2, at + 2 < bytes.count, bytes[at + 1] == 0x80, bytes[at + 2] == 0xA8 || bytes[at + 2] == 0xA9 {
        return 3
    }
    return 0
}

private func line(_ range: Range<Int>, indent: Int, _ followsText: Bool, in bytes: [UInt8]) -> Line {
    // Only short lines can be wrapped ones: of long ones the width need not be known.
    guard range.count <= 480 else {
        return Line(
            range: range, followsText: followsText, indent: indent, width: range.count, firstWord: 0, beginsSmall: false
        )
    }
    var width = 0
    var firstWord = 0
    let span = bytes.span
    for at in range {
        if span[at] & 0xC0 != 0x80 { width += 1 }
        if firstWord == 0, span[at].isBlank { firstWord = width - 1 }
    }
    return Line(
        range: range, followsText: followsText, indent: indent, width: width,
        firstWord: firstWord == 0 ? width : firstWord, beginsSmall: bytes[range.lowerBound].isLower)
}

/// How a text was wrapped.
private struct Wrapping {
    /// The longest wrapped line, in scalars.
    private let width: Int
    /// Lines that begin further right open a paragraph.
    private let indent: Int

    /// Nil when lines are paragraphs.
    ///
    /// A wrapped line breaks in mid-sentence, where the next word has no room: of the lines below such full lines
    /// many begin with a small letter, and below others hardly any.
    init?(of lines: [Line]) {
        var widest = 0
        var indents: [Int: Int] = [:]
        for (index, line) in lines.enumerated() {
            let isAbove = index + 1 < lines.count && lines[index + 1].followsText
            if line.followsText || isAbove { widest = max(widest, line.width) }
            if line.followsText { indents[line.indent, default: 0] += 1 }
        }
        guard 30...120 ~= widest else { return nil }
        width = widest
        indent = indents.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
        var (below, small, strays) = (0, 0, 0)
        for index in lines.indices.dropFirst() where lines[index].followsText {
            let isFull = continues(lines[index], below: lines[index - 1])
            if isFull { below += 1 }
            if lines[index].beginsSmall { if isFull { small += 1 } else { strays += 1 } }
        }
        guard below >= 2, small * 3 >= below, strays * 3 <= small else { return nil }
    }

    /// Whether a line carries on the sentence above: a writer at this width would not have had room for its first
    /// word on the line above (with some slack for writers that leave room).
    func continues(_ line: Line, below above: Line) -> Bool {
        line.followsText && line.indent <= indent + 1 && above.width + 1 + line.firstWord > width - width / 8
    }
}
