import News

/// What the paragraphs of a page are, once it is known where its story stands.
extension PageSorter {
    /// - Returns: the paragraphs from the story's first to its last, with what stands between them.
    mutating func mark(_ root: Int) -> Range<Int> {
        let story = story(from: root)
        for index in blocks.indices where index != headline {
            if measured[index].mark == .headline { measured[index].mark = .heading }
            let isInStory = story.contains(index) && !isPruned[blocks[index].node]
            if !isInStory || leadsElsewhere(index) {
                let isByline = story.contains(index) && aside(index) == .byline
                measured[index].mark = isByline ? .byline : .furniture
            } else if let mark = aside(index) {
                measured[index].mark = mark
            }
        }
        if let headline { measured[headline].mark = .headline }
        markBylines(in: story)
        markStandfirst(in: story)
        setAsideRepetitions(in: story)
        return story
    }

    /// From the headline on, where it stands near the node that holds most of the story, else from its lead.
    private func story(from root: Int) -> Range<Int> {
        let whole = nodes[root].blocks
        if let headline {
            if headline < whole.lowerBound, whole.lowerBound - headline <= 40 { return headline..<whole.upperBound }
            if whole.contains(headline), isBeginning(headline, of: whole) { return headline..<whole.upperBound }
        }
        return lead(of: root)..<whole.upperBound
    }

    private func isBeginning(_ headline: Int, of story: Range<Int>) -> Bool {
        let above = (story.lowerBound..<headline).reduce(0) { $0 + max(0, weights[$1]) }
        let all = story.reduce(0) { $0 + max(0, weights[$1]) }
        return above * 2 <= all
    }

    /// Where the story begins: some pages set its first paragraph apart, right above the node that holds the rest.
    private func lead(of root: Int) -> Int {
        var start = nodes[root].blocks.lowerBound
        let outer = nodes[nodes[root].outer].blocks.lowerBound
        var at = start
        while at > outer, start - at < 4 {
            at -= 1
            if !isPruned[blocks[at].node], measured[at].isProse, linkShare(at) < 30 { start = at }
        }
        return start
    }

    /// A line that is one link leads elsewhere, and so does a paragraph that is nearly all links; a sentence may be one
    /// all the same.
    private func leadsElsewhere(_ index: Int) -> Bool {
        guard !blocks[index].isCell else { return false }
        let share = linkShare(index)
        return share >= 90 && measured[index].words <= 25 && !measured[index].isFinished
            || share >= 80 && 6...80 ~= measured[index].words && measured[index].mark == .paragraph
    }

    /// Words under pictures, and who wrote when, by what the elements around are called.
    private func aside(_ index: Int) -> Block.Mark? {
        let block = measured[index]
        guard block.mark != .heading || block.words < 4 else { return nil }
        var node = blocks[index].node
        var depth = 0
        while node != 0, depth < 5, nodes[node].blocks.count <= 6 {
            let hints = nodes[node].hints
            if hints.contains(.caption), block.words <= 80 { return .caption }
            if hints.contains(.picture), !hints.contains(.text), nodes[node].hasPicture, nodes[node].blocks.count <= 3,
                block.words <= 80
            {
                return .caption
            }
            if hints.contains(.byline), !block.isFinished, block.words <= 14 || isDated(index) { return .byline }
            node = nodes[node].outer
            depth += 1
        }
        return nil
    }

    /// "Published 12 March 2024, 10:15 | Updated 13 March 2024, 9:00"
    private func isDated(_ index: Int) -> Bool {
        measured[index].words <= 24 && writtenDate(in: text, blocks[index].range) != nil
    }

    /// Lines between headline and story that name a writer, whatever the elements around them are called.
    private mutating func markBylines(in story: Range<Int>) {
        guard let headline, story.contains(headline) else { return }
        let byline = PageByline(text: text)
        for index in story.dropFirst(headline - story.lowerBound + 1).prefix(8) {
            let block = measured[index]
            if block.isProse { return }
            guard block.mark == nil || block.mark == .paragraph, block.words <= 14, !block.isFinished,
                byline.nameAlone(in: block.range) != nil
            else { continue }
            measured[index].mark = .byline
        }
    }

    /// The summary between headline and story: what is called so, or a heading of many words that nothing ends.
    private mutating func markStandfirst(in story: Range<Int>) {
        guard let headline, story.contains(headline) else { return }
        for index in story.dropFirst(headline - story.lowerBound + 1).prefix(8) {
            let block = measured[index]
            switch block.mark {
            case nil, .paragraph, .heading, .listEntry: break
            default: continue
            }
            let isNamed = hints(around: index, upTo: 3).contains(.standfirst)
            let isDated = block.words <= 20 && writtenDate(in: text, block.range) != nil
            if 4...80 ~= block.words, !isDated, isNamed || block.mark == .heading && block.words >= 9 {
                measured[index].mark = .standfirst
                return
            }
            if block.isProse { return }
        }
    }

    /// The headline said again, and paragraphs that stand in two parts of the page, for wide screens and for narrow
    /// ones.
    private mutating func setAsideRepetitions(in story: Range<Int>) {
        let title = headline.map { SeenLine(measured[$0], in: text) }
        var repetitions = PageRepetitions()
        for index in story where index != headline && measured[index].mark != .furniture {
            let block = measured[index]
            guard !blocks[index].isCell, block.words >= 4 else { continue }
            let line = SeenLine(block, in: text)
            if line == title { measured[index].mark = .furniture }
            repetitions.note(index, line, words: block.words, in: nodes[blocks[index].node].outer)
        }
        for index in repetitions.superfluous { measured[index].mark = .furniture }
    }
}
