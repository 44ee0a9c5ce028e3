/// Which of a page's heading elements is the headline of its story.
struct PageHeadline {
    /// What the page's head gives as the headline, folded, without and with the site's name.
    private let titles: [FoldedLine]
    /// The pieces of the title: headline, section, site.
    private let pieces: [FoldedLine]
    private let site: FoldedLine?

    init(_ facts: PageFacts) {
        let whole = facts.title
        titles = [facts.told.title, facts.socialTitle, facts.linked.headline, whole].compactMap(\.self).map {
            FoldedLine($0)
        }
        .filter { !$0.bytes.isEmpty }
        var cut = [whole ?? ""]
        for joint in titleJoints { cut = cut.flatMap { $0.split(separator: joint).map(String.init) } }
        pieces = cut.count > 1 ? cut.map { FoldedLine($0) }.filter { !$0.bytes.isEmpty } : []
        site = facts.site.map { FoldedLine($0) }
    }

    /// Of the headings given in the order of the page, as places in its list of paragraphs; nil when none of them is.
    ///
    /// - Parameters:
    ///   - story: where the story may be.
    ///   - line: the words of a heading.
    func index(of headings: [(index: Int, level: Int)], in story: Range<Int>, _ line: (Int) -> FoldedLine) -> Int? {
        let lines = headings.map { (index: $0.index, level: $0.level, line: line($0.index)) }.filter {
            !$0.line.bytes.isEmpty
        }
        let inside = lines.filter { story.contains($0.index) }
        let ordered = inside + lines
        let first = ordered.filter { $0.level == 1 && !isSite($0.line) }
        if let same = first.first(where: { isTitle($0.line) }) { return same.index }
        if let near = first.first(where: { heading in titles.contains { $0.isNearly(heading.line) } }) {
            return near.index
        }
        let others = ordered.filter { $0.level > 1 && !isSite($0.line) }
        if let same = others.first(where: { isTitle($0.line) }) { return same.index }
        if let piece = others.first(where: { heading in
            heading.line.words >= 3 && pieces.contains { $0.bytes == heading.line.bytes }
        }) {
            return piece.index
        }
        return alone(inside.filter { $0.level == 1 && !isSite($0.line) }, first)
    }

    /// The only heading of the first level within the story. Without a title to compare, the first.
    private func alone(
        _ inside: [(index: Int, level: Int, line: FoldedLine)], _ all: [(index: Int, level: Int, line: FoldedLine)]
    ) -> Int? {
        guard !titles.isEmpty else { return (inside.first ?? all.first)?.index }
        guard inside.count == 1, let only = inside.first else { return nil }
        return only.line.words >= 2 ? only.index : nil
    }

    private func isTitle(_ line: FoldedLine) -> Bool { titles.contains { $0.bytes == line.bytes } }

    /// The site's name, or the last piece of the title where the first is something else.
    private func isSite(_ line: FoldedLine) -> Bool {
        if let site, site.bytes == line.bytes { return true }
        guard let last = pieces.last, let first = pieces.first, pieces.count > 1 else { return false }
        return last.bytes == line.bytes && first.bytes != line.bytes
    }
}

extension FoldedLine {
    /// Whether one of the two is the other, or the beginning or end of it.
    func isNearly(_ other: FoldedLine) -> Bool {
        let (short, long) = bytes.count < other.bytes.count ? (bytes, other.bytes) : (other.bytes, bytes)
        guard short.count * 2 >= long.count else { return false }
        return long.starts(with: short) || long.reversed().starts(with: short.reversed())
    }
}
