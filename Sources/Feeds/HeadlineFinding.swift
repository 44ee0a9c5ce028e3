import News

extension StorySorter {
    /// The block that is the headline; nil when the text begins with the story itself.
    ///
    /// - Parameter story: where the story stands, when the text is a whole page.
    func headlineIndex(above story: Range<Int>?) -> Int? {
        if let title = told.title, let index = place(of: title) { return index }
        let marked = blocks.indices.filter { blocks[$0].mark == .headline && parts[$0] == nil }
        if let first = marked.first { return first }
        if told.title != nil { return nil }
        if let story, let line = headline(above: story) { return line }
        return candidate()
    }

    /// The block near the top that says the same as a title given apart, or all but the site's name in it.
    private func place(of title: String) -> Int? {
        let wanted = FoldedLine(title)
        guard !wanted.bytes.isEmpty else { return nil }
        let near = blocks.indices.prefix(60).filter {
            (parts[$0] == nil || parts[$0] == .heading) && blocks[$0].words <= wanted.words + 12
        }
        if let same = near.first(where: { folded($0).bytes == wanted.bytes }) { return same }
        return near.first { index in
            let line = folded(index)
            let (short, long) = line.words < wanted.words ? (line, wanted) : (wanted, line)
            return short.words >= 4 && short.words * 2 > long.words && long.bytes.starts(with: short.bytes)
                && long.words - short.words <= 6
        }
    }

    private func candidate() -> Int? {
        guard let prose = firstProse else { return shortStory() }
        let above = blocks.indices[..<prose].filter { parts[$0] == nil && mayBeHeadline($0) }
        if let best = best(of: above) { return best }
        // One or two words are shown as the headline anyway when nothing else is there: then not twice.
        if let only = above.first, above.count == 1, blocks[..<only].indices.allSatisfy({ parts[$0] != nil }) {
            return only
        }
        return above.isEmpty && isHeadlineInFullDress(prose) ? prose : nil
    }

    /// A text without any paragraph of prose: its first line is a headline when something follows.
    private func shortStory() -> Int? {
        let unknown = blocks.indices.filter { parts[$0] == nil }
        guard unknown.count > 1, let first = unknown.first, mayBeHeadline(first),
            blocks[first].words >= 3 || first == 0,
            unknown.dropFirst().contains(where: { blocks[$0].isFinished })
        else { return nil }
        return first
    }

    /// The first with six words or more, else the longest: kickers and menus are shorter. Two words are rather a
    /// name or a place than a headline.
    func best(of candidates: [Int]) -> Int? {
        var best: Int?
        for index in candidates where blocks[index].words >= 3 {
            if best.map({ min(blocks[$0].words, 6) < min(blocks[index].words, 6) }) ?? true { best = index }
        }
        return best
    }

    func mayBeHeadline(_ index: Int) -> Bool {
        let block = blocks[index]
        guard block.mark == nil || block.mark == .paragraph || block.mark == .emphasis, block.range.count <= 300,
            block.words <= 32,
            block.ending != .colon, !bulletOrLink(block)
        else { return false }
        // A line that goes on in the next one is half a sentence.
        if index + 1 < blocks.count, bytes[blocks[index + 1].range.lowerBound].isLower { return false }
        if block.ending == .fullStop { return block.words <= 22 && isHeadlineInFullDress(index) }
        return !isBylineLine(index) && !isDateLine(index) && publisher(index) == nil && nameBesideDate(index) == nil
    }

    private func bulletOrLink(_ block: Block) -> Bool {
        let start = block.range.lowerBound
        if bytes.matches(Array("\u{2022}".utf8), at: start) || bytes.matches(Array("\u{25E6}".utf8), at: start) {
            return true
        }
        return bytes.matches(Array("http".utf8), at: start) || bytes.matches(Array("www.".utf8), at: start)
    }

    /// A headline that ends in a full stop, as some archives write them:
    /// "Harbour Daily: Ferry Strike Shows What the Islands Owe Their Crews."
    ///
    /// Only the very first line can be one, and only when it is short, one sentence, set in capitals or
    /// without the small words that a lead sentence has, and a longer paragraph follows.
    private func isHeadlineInFullDress(_ index: Int) -> Bool {
        let block = blocks[index]
        guard blocks[..<index].indices.allSatisfy({ parts[$0] != nil }), block.sentenceEnds <= 2, 4...22 ~= block.words,
            blocks[(index + 1)...].prefix(3).contains(where: { $0.isProse && $0.words > block.words })
        else { return false }
        let line = folded(index)
        if let first = line.bytes.first, first == UInt8(ascii: "\"") { return false }
        // Half of a title's words and more are capitals; of a sentence's hardly ever.
        if block.capitals * 100 >= block.words * 62 { return true }
        let words = line.bytes.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self).trimmingMarks }
        // "Harbour chief: We will never sell the ferries."
        let hasSpeaker =
            block.words <= 14 && line.bytes.split(separator: 0x20).prefix(4).contains { $0.last == UInt8(ascii: ":") }
        let tolerance = hasSpeaker ? 2 : block.words <= 10 ? 1 : 0
        let weight = words.reduce(0) { $0 + (articles.contains($1) ? 1 : sentenceWords.contains($1) ? 2 : 0) }
        return weight <= tolerance
    }
}

extension String {
    fileprivate var trimmingMarks: String {
        var text = self[...]
        while let last = text.last, ".,;:'\")".contains(last) { text.removeLast() }
        while let first = text.first, "'\"(".contains(first) { text.removeFirst() }
        return String(text)
    }
}

private let articles: Set<String> = ["a", "an", "the"]

/// Words of whole sentences that headlines leave out.
private let sentenceWords: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "been", "be", "he", "she", "they", "it", "him",
    "them", "we", "i", "you", "his", "her", "their", "its", "this", "that", "these", "those", "said", "says", "told",
    "which", "who", "when", "would", "could", "did", "didn't", "doesn't", "isn't", "wasn't", "there", "about", "than",
    "announced", "will", "yesterday", "today", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "also", "but", "one",
]
