import News

/// Finds out what part of a story each block of its text is.
///
/// First what is known by its words alone is set aside (menus, share lines, disclaimers, captions); then the headline is
/// looked for above the first paragraph of prose; then what stands around it and at the end. What is left, and every
/// doubtful line, is body.
struct StorySorter {
    let bytes: [UInt8]
    let blocks: [Block]
    let told: Told
    /// What each block is; nil as long as nobody knows.
    var parts: [Paragraph.Part?]
    /// Of the blocks, a bullet taken off.
    var ranges: [Range<Int>]
    var headline: Int?
    /// Lines that head what comes after a story: other stories, readers' comments.
    var closers: Set<Int> = []
    var source: String?
    /// Who holds the rights, as a notice on the page says.
    var rightsHolder: String?
    var byline: String?
    var published: Timestamp?
    /// The blocks made comparable, those that were by now.
    private var foldedLines: [FoldedLine?]

    init(_ draft: Draft) {
        bytes = draft.bytes
        blocks = draft.blocks
        told = draft.told
        parts = Array(repeating: nil, count: draft.blocks.count)
        ranges = draft.blocks.map(\.range)
        foldedLines = Array(repeating: nil, count: draft.blocks.count)
    }

    var paragraphs: [Paragraph] {
        blocks.indices.map { index in
            Paragraph(
                TextSpan(ranges[index].lowerBound, ranges[index].upperBound), parts[index] ?? .body,
                form: blocks[index].form, isAfterRule: blocks[index].isAfterRule)
        }
    }

    mutating func sort() {
        setAsideKnownLines()
        setAsideSignUps()
        setAsideMenuRows()
        let story = storyOnScrapedPage()
        headline = headlineIndex(above: story)
        if let headline { parts[headline] = .headline }
        if let story { setAsideSurroundings(of: story) }
        readOpening()
        readClosing()
        if let story { setAsideRemains(around: story) }
        sortBody()
    }

    /// The first block that is a paragraph of prose and not known to be something else.
    var firstProse: Int? { blocks.indices.first { parts[$0] == nil && blocks[$0].isProse } }

    func folded(_ index: Int) -> FoldedLine { foldedLines[index] ?? FoldedLine(blocks[index], in: bytes) }

    /// The same, kept for those who ask later.
    private mutating func fold(_ index: Int) -> FoldedLine {
        let line = folded(index)
        foldedLines[index] = line
        return line
    }
}

extension StorySorter {
    /// Rows of links above the story: "News  Business  Science", "العربية | English | Français".
    private mutating func setAsideMenuRows() {
        for index in blocks.indices[..<(firstProse ?? 0)] where parts[index] == nil && blocks[index].mark == nil {
            // "By Jane Roe | Harbour News | 12 March 2024" has three entries too.
            if isMenuRow(blocks[index]), !isBylineLine(index), !isDateLine(index) { parts[index] = .furniture }
        }
    }

    /// Three entries or more, set apart by wide gaps or bars, none longer than four words.
    private func isMenuRow(_ block: Block) -> Bool {
        guard !block.isFinished, block.range.count <= 300 else { return false }
        let line = bytes[block.range].map { $0 == 0x09 ? UInt8(ascii: "|") : $0 }
        let entries = line.split(separator: UInt8(ascii: "|")).flatMap { splitAtWideGaps($0) }
        return entries.count >= 3 && entries.allSatisfy { $0.split(separator: 0x20).count <= 4 }
    }

    /// The stretches between two or more blanks.
    private func splitAtWideGaps(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = line.startIndex
        for at in line.indices.dropLast() where line[at] == 0x20 && line[at + 1] == 0x20 {
            pieces.append(line[start..<at])
            start = at + 1
        }
        pieces.append(line[start...])
        return pieces.filter { $0.contains { $0 != 0x20 } }
    }

    private mutating func setAsideKnownLines() {
        var isInList = false
        var isBelowShareRow = false
        for (index, block) in blocks.enumerated() {
            if let known = block.mark?.part { parts[index] = known }
            isBelowShareRow = isShareRow(index, belowShareRow: isBelowShareRow)
            if isBelowShareRow, block.mark != .headline {
                parts[index] = .furniture
                continue
            }
            guard block.mark?.mayBeFurniture ?? true else {
                isInList = false
                continue
            }
            let line = block.words <= longestKnown ? fold(index) : nil
            if block.words == 0, isRule(block) {
                parts[index] = .furniture
            } else if let row = line.flatMap(furniture.match) {
                parts[index] = .furniture
                isInList = furniturePhrases[row].opensList
                if furniturePhrases[row].isAboutComments { closers.insert(index) }
                noteRights(index)
            } else if isInList, block.mark == nil || block.mark == .listEntry, !block.isFinished, block.words <= 25 {
                parts[index] = .furniture
            } else {
                isInList = false
                if let line, captions.contains(line) { parts[index] = .caption }
            }
        }
    }

    /// "* * *", "-----", "~~~~.": nothing that could be read.
    private func isRule(_ block: Block) -> Bool {
        !bytes[block.range].contains { $0.isLetterOrDigit || $0 >= 0xC3 && $0 != 0xE2 }
    }
}

extension StorySorter {
    private mutating func sortBody() {
        for (index, block) in blocks.enumerated() where parts[index] == nil {
            if let bullet = bulletLength(index) {
                ranges[index] = ranges[index].lowerBound + bullet..<ranges[index].upperBound
                parts[index] = .listEntry
            } else if isSubheading(index, block) {
                parts[index] = .heading
            } else {
                parts[index] = .body
            }
        }
    }

    /// The bullet and the blanks after it, in bytes. A hyphen is one only in a list: a lone one may open speech.
    func bulletLength(_ index: Int) -> Int? {
        guard blocks[index].mark == nil || blocks[index].mark == .paragraph else { return nil }
        func hyphenated(_ index: Int) -> Bool {
            guard blocks.indices.contains(index), blocks[index].range.count > 2 else { return false }
            let start = blocks[index].range.lowerBound
            return (bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "*")) && bytes[start + 1].isBlank
        }
        let range = ranges[index]
        if hyphenated(index) { return hyphenated(index - 1) || hyphenated(index + 1) ? 2 : nil }
        // All of them begin so.
        guard bytes[range.lowerBound] == 0xE2 || bytes[range.lowerBound] == 0xC2 else { return nil }
        for bullet in ["\u{2022}", "\u{00B7}", "\u{25AA}", "\u{25CF}", "\u{25E6}", "\u{2023}"] {
            let mark = Array(bullet.utf8)
            guard bytes.matches(mark, at: range.lowerBound) else { continue }
            let rest = bytes.trimmed(range.lowerBound + mark.count..<range.upperBound)
            return rest.isEmpty ? nil : rest.lowerBound - range.lowerBound
        }
        return nil
    }

    /// A short line between paragraphs that nothing ends.
    private func isSubheading(_ index: Int, _ block: Block) -> Bool {
        guard block.mark == nil, block.ending == .open, 1...10 ~= block.words, block.capitals > 0, index > 0,
            index + 1 < blocks.count, block.range.count <= 80
        else { return false }
        let first = bytes[block.range.lowerBound]
        guard first.isUpper || first.isHigh, first != 0xE2 else { return false }
        let isBelowProse = parts[index - 1]?.isBody ?? false && blocks[index - 1].isProse
        return isBelowProse && blocks[index + 1].isProse && parts[index + 1] == nil
    }
}

extension Block.Mark {
    /// Nil where the words have still to be looked at.
    fileprivate var part: Paragraph.Part? {
        switch self {
        case .heading: .heading
        case .listEntry: .listEntry
        case .blockQuote: .blockQuote
        case .caption: .caption
        case .furniture: .furniture
        case .standfirst: .standfirst
        case .byline: .byline
        case .headline, .paragraph, .emphasis: nil
        }
    }

    var mayBeFurniture: Bool {
        switch self {
        case .paragraph, .emphasis, .listEntry, .heading: true
        case .blockQuote, .caption, .furniture, .standfirst, .byline, .headline: false
        }
    }
}

private let furniture = PhraseTable(furniturePhrases)
private let captions = PhraseTable(captionPhrases)
/// In words: no longer line is known by its words alone.
private let longestKnown = (furniturePhrases + captionPhrases).map(\.words).max() ?? 0
