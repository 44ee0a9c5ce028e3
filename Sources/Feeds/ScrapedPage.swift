import News

/// Whole pages saved as text: dozens of menu lines and teasers around one story.
extension StorySorter {
    /// Where the story stands in the text of a whole page; nil for a text that is a story from the start.
    ///
    /// The stretch with the most prose and the fewest short lines: paragraphs count for it by their words, lines that
    /// nothing ends against it, and the stretch with the greatest sum wins (Kadane's algorithm).
    ///
    /// Such texts begin with the page's title. A line below that says its headline again is where the story begins, if
    /// enough prose follows; the line never stands within it.
    func storyOnScrapedPage() -> Range<Int>? {
        guard isWholePage else { return nil }
        let headlines = linesLikeTitle
        let best = heaviest(apartFrom: Set(headlines))
        let below = headlines.compactMap { heaviest(below: $0, apartFrom: Set(headlines)) }.max { $0.sum < $1.sum }
        if let below, below.sum >= sumOfStory, below.hasComments || below.sum * 100 >= (best?.sum ?? 0) * 20 {
            return below.range
        }
        // Less than two good paragraphs are no story to throw the rest away for.
        guard let best, best.sum >= 80 else { return nil }
        return best.range
    }

    private func heaviest(apartFrom headlines: Set<Int>) -> (sum: Int, range: Range<Int>)? {
        var best: (sum: Int, range: Range<Int>)?
        var (sum, start) = (0, 0)
        for index in blocks.indices {
            if sum <= 0 { (sum, start) = (0, index) }
            sum += headlines.contains(index) ? -100 : weight(index)
            if sum > best?.sum ?? 0 { best = (sum, start..<(index + 1)) }
        }
        return best
    }

    /// The heaviest stretch that begins right below a line, before the next one of its kind or before comments, which
    /// may say more than the story that they stand below.
    private func heaviest(
        below headline: Int, apartFrom headlines: Set<Int>
    ) -> (sum: Int, range: Range<Int>, hasComments: Bool)? {
        var best: (sum: Int, range: Range<Int>, hasComments: Bool)?
        var (sum, start) = (0, headline + 1)
        for index in (headline + 1)..<max(headline + 1, blocks.count) {
            if headlines.contains(index) { break }
            if closers.contains(index), best?.sum ?? 0 >= sumOfStory {
                best?.hasComments = true
                break
            }
            // Share buttons and dates may stand between.
            if sum <= 0, index - headline <= 10 { (sum, start) = (0, index) }
            sum += weight(index)
            if sum > best?.sum ?? 0 { best = (sum, start..<(index + 1), false) }
            if sum < -200 { break }
        }
        return best
    }

    /// Whether the text has the menus of a page. Lists and tables of results have many short lines too, but no share
    /// lines, and do not begin with a title that names its site or is said again.
    private var isWholePage: Bool {
        guard !blocks.contains(where: { $0.mark != nil }) else { return false }
        let menuLines = blocks.indices.count { blocks[$0].ending == .open && blocks[$0].words <= 8 }
        guard menuLines >= 15, menuLines * 10 >= blocks.count * 4 else { return false }
        let knownLines = blocks.indices.count { parts[$0] == .furniture && blocks[$0].words > 0 }
        if knownLines >= 3 { return true }
        return !linesLikeTitle.isEmpty
    }

    /// The lines, but for the first, that say what the first one says: the whole of it or the part before the site's
    /// name.
    private var linesLikeTitle: [Int] {
        guard let first = blocks.indices.first, 3...40 ~= blocks[first].words else { return [] }
        let title = bytes.line(blocks[first].range)
        var pieces = [title]
        for joint in titleJoints { pieces = pieces.flatMap { $0.split(separator: joint).map(String.init) } }
        let wanted = ([title] + (pieces.count > 1 ? pieces : [])).map { FoldedLine($0) }.filter { $0.words >= 3 }
        return blocks.indices.dropFirst().filter { index in
            guard blocks[index].range.count <= 300, blocks[index].words >= 3 else { return false }
            let line = folded(index)
            return wanted.contains { $0.bytes == line.bytes } || wanted.first.map(line.isNearly) ?? false
        }
    }

    private func weight(_ index: Int) -> Int {
        let block = blocks[index]
        if parts[index] == .furniture { return closers.contains(index) ? -100 : -6 }
        if parts[index] == .caption { return -2 }
        if block.isProse {
            // "News Sport Weather Culture Islands": a menu in one line, or a cloud of tags.
            if block.sentenceEnds == 0, block.ending == .open { return -10 }
            let words = min(block.words, 80)
            if isAboutCookies(index) { return -words / 4 }
            return isAmongProse(index) ? words : words * 6 / 10
        }
        if block.isFinished { return 2 }
        if isPieceOfSentence(index) { return min(block.words, 20) / 2 }
        return -8
    }

    /// Whether one of the two lines above or below is prose too: what is said of other stories stands between their
    /// headlines and dates.
    private func isAmongProse(_ index: Int) -> Bool {
        (index - 2...index + 2).contains { $0 != index && blocks.indices.contains($0) && blocks[$0].isProse }
    }

    private func isAboutCookies(_ index: Int) -> Bool {
        blocks[index].words <= 150 && folded(index).bytes.range(of: Array("cookie".utf8), from: 0) != nil
    }

    /// Some savers break a sentence at every link: then this or the next line goes on with a small letter or a comma.
    private func isPieceOfSentence(_ index: Int) -> Bool {
        func goesOn(_ index: Int) -> Bool {
            guard blocks.indices.contains(index) else { return false }
            let first = bytes[blocks[index].range.lowerBound]
            return first.isLower || ",.;)".utf8.contains(first)
        }
        return goesOn(index) || goesOn(index + 1)
    }

    /// The headline of a scraped page: the line above the story that says again what another one says (the page's
    /// title comes first in such texts), else the likeliest of the last lines above it.
    func headline(above story: Range<Int>) -> Int? {
        let near = blocks.indices[..<min(blocks.count, story.lowerBound + 2)].filter {
            parts[$0] == nil && !story.dropFirst(2).contains($0) && blocks[$0].words <= 40
        }
        if let title = near.first.map(folded), title.words >= 3 {
            let again = near.dropFirst().last { index in
                let line = folded(index)
                return line.words >= 3 && line.isNearly(title)
            }
            if let again { return again }
        }
        return best(of: near.suffix(12).filter(mayBeHeadline))
            ?? near.first { mayBeHeadline($0) && blocks[$0].words >= 4 }
    }

    /// What stands around the story of a scraped page is furniture, but for the lines right above and below it, where
    /// byline and credits are looked for.
    mutating func setAsideSurroundings(of story: Range<Int>) {
        for index in blocks.indices where parts[index] == nil && !story.contains(index) {
            let isFar = index >= story.upperBound + 4 || blocks[index].isProse
            if isFar && (index >= story.upperBound || blocks[index].isProse) { parts[index] = .furniture }
        }
    }

    /// The lines around the story that turned out to be neither byline nor credits.
    mutating func setAsideRemains(around story: Range<Int>) {
        for index in blocks.indices where parts[index] == nil && !story.contains(index) { parts[index] = .furniture }
    }
}

/// Below a headline: what weighs as much is a story.
private let sumOfStory = 60
