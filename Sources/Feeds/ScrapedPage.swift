import News

/// Whole pages saved as text: dozens of menu lines and teasers around one story.
extension StorySorter {
    /// Where the story stands in the text of a whole page; nil for a text that is a story from the start.
    ///
    /// The stretch with the most prose and the fewest short lines: paragraphs count for it by their words, lines that
    /// nothing ends against it, and the stretch with the greatest sum wins (Kadane's algorithm).
    func storyOnScrapedPage() -> Range<Int>? {
        let isMarked = blocks.contains { $0.mark != nil }
        let menuLines = blocks.indices.count { blocks[$0].ending == .open && blocks[$0].words <= 8 }
        // Lists and tables of results have many short lines too, but no menus or share lines.
        let knownLines = blocks.indices.count { parts[$0] == .furniture && blocks[$0].words > 0 }
        guard !isMarked, menuLines >= 15, menuLines * 10 >= blocks.count * 4, knownLines >= 3 else { return nil }
        var best: (sum: Int, range: Range<Int>)?
        var (sum, start) = (0, 0)
        for index in blocks.indices {
            if sum <= 0 { (sum, start) = (0, index) }
            sum += weight(index)
            if sum > best?.sum ?? 0 { best = (sum, start..<(index + 1)) }
        }
        // Less than two good paragraphs are no story to throw the rest away for.
        guard let best, best.sum >= 80 else { return nil }
        return best.range
    }

    private func weight(_ index: Int) -> Int {
        let block = blocks[index]
        if parts[index] == .furniture { return -6 }
        if parts[index] == .caption { return -2 }
        if block.isProse { return min(block.words, 80) }
        if block.isFinished { return 2 }
        return isPieceOfSentence(index) ? min(block.words, 20) / 2 : -8
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
