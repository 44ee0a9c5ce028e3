import News

/// Who wrote the story and when, where only the elements around it tell.
extension PageSorter {
    /// The writer, where an element near the headline or at the story's head or end is called so.
    ///
    /// - Parameter story: what was found to be the story.
    func byline(in story: Range<Int>) -> String? {
        let byline = PageByline(text: text)
        guard let near = surroundings(of: story) else { return nil }
        for index in near where measured[index].words <= 14 {
            let hints = hints(around: index, upTo: 3)
            guard hints.contains(.writer), !hints.contains(.comments) else { continue }
            if let name = byline.name(in: blocks[index].range) { return name }
        }
        let alone = near.lazy.filter { measured[$0].mark == .byline }
        if let name = alone.compactMap({ byline.nameAlone(in: blocks[$0].range) }).first { return name }
        let range = blocks[near.lowerBound].range.lowerBound..<blocks[near.upperBound - 1].range.upperBound
        return writers.lazy.filter { range.contains($0.lowerBound) }.compactMap { byline.name(in: $0) }.first
    }

    /// The first day that a short line gives right above the story's first sentence, else one in an element that is
    /// called so.
    ///
    /// - Parameter story: what was found to be the story.
    func published(in story: Range<Int>) -> Timestamp? {
        guard let near = surroundings(of: story) else { return nil }
        let prose = story.first { measured[$0].isProse } ?? story.lowerBound
        let above = near.filter { $0 < prose && measured[$0].words <= 6 && $0 > headline ?? .max }
        let named = near.filter { index in
            let isNamed = measured[index].mark == .byline || hints(around: index, upTo: 3).contains(.byline)
            return isNamed && measured[index].words <= 14
        }
        for index in above + named where !hints(around: index, upTo: 5).contains(.comments) {
            if let date = writtenDate(in: text, blocks[index].range) { return date.timestamp }
        }
        return nil
    }

    /// The story and some lines above and below it; nil when there is none.
    private func surroundings(of story: Range<Int>) -> Range<Int>? {
        guard let first = story.first, let last = story.last else { return nil }
        return max(0, first - 6)..<min(blocks.count, last + 4)
    }

    /// What the innermost elements around a paragraph are called, as long as they hold little else.
    func hints(around index: Int, upTo depth: Int) -> PageHints {
        var hints: PageHints = []
        var node = blocks[index].node
        for _ in 0..<depth where node != 0 && nodes[node].blocks.count <= 4 {
            hints.formUnion(nodes[node].hints)
            node = nodes[node].outer
        }
        return hints
    }
}
