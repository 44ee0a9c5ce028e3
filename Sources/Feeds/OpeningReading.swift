import News

extension StorySorter {
    /// Byline, date, publisher and standfirst around the headline, and what stands above it.
    mutating func readOpening() {
        if let line = emphasisedStandfirst() { parts[line] = .standfirst }
        let prose = firstProse ?? min(blocks.count, (headline ?? -1) + 4)
        for index in blocks.indices[..<min(blocks.count, prose + 3)] where parts[index] == nil {
            guard index != prose, !blocks[index].isProse else { continue }
            readAttribution(index, isBelowLead: index > prose)
        }
        for index in blocks.indices where blocks[index].mark == .byline {
            if byline == nil, isBylineLine(index) { readByline(index) }
            if published == nil, isDateLine(index) { readDate(index) }
        }
        if let dateline = firstProse.flatMap({ dateline(at: blocks[$0].range) }) {
            source = source ?? dateline.source
            published = published ?? dateline.published
        }
        readMasthead()
        guard let headline else { return }
        for index in blocks.indices[..<headline]
        where parts[index] == nil && index < prose && blocks[index].mark == nil && blocks[index].words <= 14 {
            parts[index] = .furniture
        }
        if let standfirst = standfirstIndex(below: headline, prose) { parts[standfirst] = .standfirst }
        setAsideShortLines(between: headline, prose)
    }

    private mutating func readAttribution(_ index: Int, isBelowLead: Bool) {
        if isBylineLine(index) {
            readByline(index)
            parts[index] = .byline
        } else if isDateLine(index) {
            readDate(index)
            parts[index] = .byline
        } else if !isBelowLead, let name = publisher(index) ?? publisherAboveDate(index) {
            source = source ?? name
            readDate(index)
            parts[index] = .byline
        } else if !isBelowLead, let name = nameBesideDate(index) {
            if case .publisher(let publisher) = name { source = source ?? publisher }
            readDate(index)
            parts[index] = .byline
        } else if !isBelowLead, let name = writerAboveTitleOrDate(index) {
            byline = name
            parts[index] = .byline
        } else if !isBelowLead, index > 0, parts[index - 1] == .byline, isWritersTitle(index) {
            parts[index] = .byline
        }
    }

    /// The paragraph below the headline that Markdown sets in italics or bold, when a story follows.
    private func emphasisedStandfirst() -> Int? {
        guard !parts.contains(.standfirst), headline != nil || told.title != nil,
            let line = blocks.indices.first(where: { blocks[$0].mark == .emphasis }), parts[line] == nil,
            3...60 ~= blocks[line].words, blocks[(line + 1)...].contains(where: \.isProse), !isBylineLine(line),
            !isDateLine(line), publisher(line) == nil, nameBesideDate(line) == nil
        else { return nil }
        return line
    }

    /// A line of six words or more below the headline that nothing ends; or the sentence between headline and byline.
    private func standfirstIndex(below headline: Int, _ prose: Int) -> Int? {
        guard !parts.contains(.standfirst) else { return nil }
        let below = blocks.indices[(headline + 1)...].prefix(6)
        if let line = below.first(where: { index in
            parts[index] == nil && index < prose && 6...60 ~= blocks[index].words && blocks[index].ending == .open
                && blocks[index].mark != .listEntry
        }), firstProse != nil {
            return line
        }
        guard prose < blocks.count, below.contains(prose), blocks[prose].sentenceEnds <= 2, blocks[prose].words <= 45,
            blocks[(headline + 1)..<prose].indices.allSatisfy({ parts[$0] == .furniture }),
            prose + 1 < blocks.count, parts[prose + 1] == .byline
        else { return nil }
        return prose
    }

    /// Two or more lines of a few words between headline and story are a menu or share buttons without their words.
    private mutating func setAsideShortLines(between headline: Int, _ prose: Int) {
        guard firstProse != nil, prose > headline else { return }
        let short = blocks.indices[(headline + 1)..<max(headline + 1, min(prose, blocks.count))].filter {
            parts[$0] == nil && blocks[$0].mark == nil && blocks[$0].words <= 4 && blocks[$0].ending == .open
        }
        guard short.count >= 2 else { return }
        for index in short { parts[index] = .furniture }
    }
}

extension StorySorter {
    /// Credits, publisher and menus below the last paragraph of prose.
    mutating func readClosing() {
        var storyBelow = 0
        for index in blocks.indices.reversed().prefix(30) where parts[index] == nil {
            if isCredit(index, storyBelow) {
                parts[index] = .credits
            } else if storyBelow == 0, index > (headline ?? -1), let name = publisher(index) {
                source = source ?? name
                parts[index] = .byline
            } else if storyBelow == 0, index > (firstProse ?? .max), isClosingByline(index) {
                readByline(index)
                parts[index] = .byline
            } else if storyBelow == 0, index > (firstProse ?? .max), isDateLine(index) {
                readDate(index)
                parts[index] = .byline
            } else if blocks[index].isFinished || blocks[index].isProse {
                storyBelow += 1
                if storyBelow > 2 { break }
            }
        }
        setAsideClosingMenu()
    }

    private func isCredit(_ index: Int, _ storyBelow: Int) -> Bool {
        guard blocks[index].words <= 75, index > 0 else { return false }
        let line = folded(index)
        if credits.contains(line) { return !line.bytes.contains(UInt8(ascii: "\"")) }
        return storyBelow == 0 && blocks[index].isFinished && blocks[index].words <= 30
            && lastLineCredits.contains(line) && !line.bytes.contains(UInt8(ascii: "\"")) && isNameFirst(index)
    }

    /// "Roe reported from Ankara.": the name opens the sentence, and few words stand before "reported".
    private func isNameFirst(_ index: Int) -> Bool {
        let words = bytes.line(blocks[index].range).split(separator: " ")
        guard let verb = words.firstIndex(of: "reported"), 1...6 ~= verb else { return false }
        return words[..<verb].allSatisfy { $0.utf8.first.map { $0.isUpper || $0.isHigh } ?? false || $0 == "and" }
    }

    private func isClosingByline(_ index: Int) -> Bool {
        isBylineLine(index) && byline == nil && told.byline == nil && headline != nil
    }

    /// Three or more lines below the story that nothing ends. A list may close a story, and keeps its bullets.
    private mutating func setAsideClosingMenu() {
        guard
            let last = blocks.indices.last(where: { parts[$0] == nil && (blocks[$0].isProse || blocks[$0].isFinished) })
        else { return }
        let menu = blocks.indices[(last + 1)...].filter {
            parts[$0] == nil && blocks[$0].mark == nil && blocks[$0].words <= 14 && blocks[$0].ending == .open
                && bulletLength($0) == nil
        }
        guard menu.count >= 3 else { return }
        for index in menu { parts[index] = .furniture }
    }
}

private let credits = PhraseTable(creditPhrases)
private let lastLineCredits = PhraseTable(lastLineCreditPhrases)
