import News

/// Finds the story on a page, by what its elements hold and what they are called.
///
/// Parts that are named for something else are pruned, the node where most of the prose is left is the story (as in
/// Arc90's Readability, but summed over the tree), and then each paragraph gets its mark (`PageMarking`). The percentages
/// were chosen on several hundred pages in many languages. All of it is linear.
struct PageSorter {
    let nodes: [PageNode]
    let blocks: [PageBlock]
    let text: [UInt8]
    let facts: PageFacts
    /// Links to the writer's own page (`rel="author"`), in the text.
    let writers: [Range<Int>]
    /// The same paragraphs with their words counted, and marked for what they are found to be.
    var measured: [Block]
    /// Of the paragraphs; nil when no element of the page is its headline.
    private(set) var headline: Int?
    /// Who wrote the story, as its elements say.
    private(set) var byline: String?
    /// When it appeared, as its elements say.
    private(set) var published: Timestamp?
    /// Whether a node is known to hold nothing of the story.
    private(set) var isPruned: [Bool]
    /// Of the paragraphs, in words: what they speak for the story being where they stand.
    private(set) var weights: [Int]

    init(nodes: [PageNode], blocks: [PageBlock], text: [UInt8], facts: PageFacts, writers: [Range<Int>]) {
        self.nodes = nodes
        self.blocks = blocks
        self.text = text
        self.facts = facts
        self.writers = writers
        isPruned = Array(repeating: false, count: nodes.count)
        measured = blocks.map {
            var block = Block($0.range, mark: $0.mark, in: text)
            block.form = $0.form
            block.isAfterRule = $0.isAfterRule
            return block
        }
        weights = []
        weights = blocks.indices.map(weight)
    }

    mutating func sort() {
        headline = headlineIndex(in: blocks.indices)
        pruneTeasers()
        prune()
        let root = storyNode()
        headline = headlineIndex(in: nodes[root].blocks)
        let story = mark(root)
        byline = byline(in: story)
        published = published(in: story)
    }
}

extension PageSorter {
    /// - Parameter story: where it is looked for first.
    private func headlineIndex(in story: Range<Int>) -> Int? {
        let headings = blocks.indices.compactMap { index -> (index: Int, level: Int)? in
            guard case .heading(let level) = blocks[index].form, level <= 3 else { return nil }
            switch measured[index].mark {
            case .headline, .heading: return isPruned[blocks[index].node] ? nil : (index, level)
            default: return nil
            }
        }
        return PageHeadline(facts).index(of: headings, in: story) { FoldedLine(measured[$0], in: text) }
    }

    /// How much of a paragraph leads elsewhere, in percent.
    func linkShare(_ index: Int) -> Int { blocks[index].linkedLength * 100 / max(1, blocks[index].range.count) }

    /// In words: how much a paragraph speaks for the story being here, or against it.
    private func weight(_ index: Int) -> Int {
        let block = measured[index]
        let share = linkShare(index)
        switch block.mark {
        case .furniture, .caption, .headline, .heading: return 0
        default: break
        }
        if block.isProse {
            if share > 60 { return -block.words / 4 }
            return min(block.words * (100 - share) / 100, 100)
        }
        if share > 50 { return -5 }
        if blocks[index].isCell { return 0 }
        if block.isFinished { return block.words / 2 }
        return block.words < 8 ? -1 : block.words / 3
    }

    /// For each node the sum over the paragraphs in it that are not pruned.
    private func sums(of value: (Int) -> Int) -> [Int] {
        var sums = Array(repeating: 0, count: nodes.count)
        for index in blocks.indices where !isPruned[blocks[index].node] { sums[blocks[index].node] += value(index) }
        for node in nodes.indices.reversed() where node > 0 { sums[nodes[node].outer] += sums[node] }
        return sums
    }

    /// Takes out the entries of lists of other stories: three or more neighbours that each open with a link and
    /// say little more.
    private mutating func pruneTeasers() {
        var counts = Array(repeating: 0, count: nodes.count)
        let teasers = nodes.indices.dropFirst().filter { isTeaser(nodes[$0]) }
        for node in teasers { counts[nodes[node].outer] += 1 }
        for node in teasers where counts[nodes[node].outer] >= 3 {
            for inner in node..<nodes[node].end { isPruned[inner] = true }
        }
    }

    private func isTeaser(_ node: PageNode) -> Bool {
        switch node.element {
        case .li, .article, .div, .section, .td, .dd: break
        default: return false
        }
        guard 2...8 ~= node.blocks.count else { return false }
        let head = node.blocks.prefix(2)
        guard head.contains(where: { linkShare($0) >= 90 && measured[$0].words >= 3 }) else { return false }
        return node.blocks.reduce(0) { $0 + measured[$1].words } <= 120
    }

    /// Takes out the parts of the page that are called something else than the story, unless they hold too much.
    private mutating func prune() {
        let prose = sums { max(0, weights[$0]) }
        let hasNamedStory = hasNamedStory
        for node in nodes.indices.dropFirst() where !isPruned[node] {
            let outer = nodes[node].outer
            if isPruned[outer] {
                isPruned[node] = true
                continue
            }
            // What holds the headline holds the story's head. A part that was kept for how much it holds keeps its parts.
            let isHead = headline.map { nodes[node].blocks.contains($0) } ?? false
            let isKept = nodes[outer].hints.contains(.comments) && nodes[node].hints.contains(.comments)
            guard !isHead, !isKept else { continue }
            let most = mostProse(of: nodes[node])
            guard most >= 0 else { continue }
            // Where the headline is known to stand elsewhere, a part may hold more.
            let share = headline == nil || most == 0 ? most : max(most, 60)
            let isBesideStory = hasNamedStory && nodes[node].hints.contains(.comments)
            isPruned[node] =
                prose[node] * 100 <= prose[0] * (isBesideStory ? 98 : share)
                || isGallery(nodes[node]) && prose[outer] - prose[node] >= wordsOfStory
        }
    }

    /// Many pictures with their words: among the paragraphs of a story they are no part of it, however long they are.
    private func isGallery(_ node: PageNode) -> Bool {
        node.hints.contains(.caption) && !node.hints.contains(.body) && node.blocks.count > 6
    }

    /// Whether a part of the page is called the words of a story and holds some, so that comments may hold many more.
    private var hasNamedStory: Bool {
        var isElsewhere = isPruned
        for node in nodes.indices.dropFirst() where isElsewhere[nodes[node].outer] || nodes[node].isNamedElsewhere {
            isElsewhere[node] = true
        }
        let words = sums { isElsewhere[blocks[$0].node] ? 0 : max(0, weights[$0]) }
        return nodes.indices.contains { nodes[$0].hints.contains(.body) && words[$0] >= wordsOfStory }
    }

    /// In percent of the page's: with more it is not pruned; negative when it never is.
    private func mostProse(of node: PageNode) -> Int {
        switch node.element {
        case .nav, .menu, .button, .select: return 100
        case .html, .body, .article, .main: return -1
        case .aside where node.hints.contains(.furniture) && headline != nil: return 90
        case .footer, .aside, .dialog, .fieldset, .form: return 30
        default: break
        }
        if node.hints.contains(.comments) { return 80 }
        if node.hints.contains(.hidden) { return 55 }
        if node.hints.contains(.embed) { return -1 }
        if node.hints.contains(.furniture) { return 30 }
        if node.hints.contains(.writer) { return 20 }
        if node.hints.contains(.caption) { return node.blocks.count > 6 ? 35 : -1 }
        return -1
    }

    /// The node where most of the prose stands close together. What stands deeper in it counts for less with each
    /// level, so that the columns around the story do not gain by what is in it.
    private func storyNode() -> Int {
        var gains = Array(repeating: 0, count: nodes.count)
        for index in blocks.indices where !isPruned[blocks[index].node] {
            gains[blocks[index].node] += weights[index] * 1000
        }
        for node in nodes.indices.reversed() where node > 0 {
            let element = nodes[node].element
            // A paragraph is no level of its own.
            let isLeaf = element == .p || element == .li || element == .blockquote || element == .ul || element == .ol
            gains[nodes[node].outer] += isLeaf ? gains[node] : gains[node] * 85 / 100
        }
        var best = 0
        for node in nodes.indices where score(node, gains) >= score(best, gains) { best = node }
        // Nothing speaks for a story anywhere, only against it: a page of a line or two is shown whole.
        guard gains[best] > 0 else { return 0 }
        return climbed(from: best)
    }

    /// The story may go on in the neighbours of the node where most of it stands.
    private func climbed(from node: Int) -> Int {
        let gains = sums { weights[$0] }
        var (root, outer) = (node, node)
        while outer != 0 {
            outer = nodes[outer].outer
            let isWhole = headline.map { nodes[root].blocks.contains($0) } ?? false
            if gains[outer] * 100 >= gains[root] * (isWhole ? 200 : 120) { root = outer }
        }
        return root
    }

    private func score(_ node: Int, _ gains: [Int]) -> Int {
        if isPruned[node] { return Int.min }
        var factor = 100
        let isOfHeadline = headline.map { nodes[node].blocks.contains($0) } ?? false
        if nodes[node].hints.contains(.body) {
            factor = 125
        } else if nodes[node].element == .article, isOfHeadline {
            factor = 150
        } else if nodes[node].element == .article || nodes[node].element == .main {
            factor = 115
        } else if nodes[node].hints.contains(.story) {
            factor = 105
        }
        return gains[node] * factor
    }
}

extension PageNode {
    /// Whether it is called something beside the story.
    fileprivate var isNamedElsewhere: Bool { !hints.isDisjoint(with: [.comments, .furniture]) }
}

/// Of prose, in words: as many are the shortest of stories.
private let wordsOfStory = 50
