/// A line of a page, told so that it is found again at another measure and after a restart.
struct PagePosition: Hashable, Sendable {
    static let top = PagePosition(offset: 0, line: 0)

    /// Where in the article's text the line belongs.
    let offset: Int
    /// How many lines of the same offset stand before it: a blank line belongs to the words above it.
    let line: Int
}

extension Page {
    /// The position of a line; the top's for the first.
    func position(of line: Int) -> PagePosition {
        guard line > 0, lines.indices.contains(line) else { return .top }
        let offset = lines[line].offset
        // Where the page has the order of the text, they stand together.
        let before =
            isInOrder
            ? lines[..<line].reversed().prefix { $0.offset == offset }.count
            : lines[..<line].count { $0.offset == offset }
        return PagePosition(offset: offset, line: before)
    }

    /// The line to put on top so that the reader goes on at this position.
    func line(at position: PagePosition) -> Int {
        guard position != .top, var line = firstLine(at: position.offset) else { return 0 }
        var left = position.line
        let offset = lines[line].offset
        for next in lines.indices[(line + 1)...] where left > 0 {
            if lines[next].offset == offset {
                line = next
                left -= 1
            } else if isInOrder {
                break
            }
        }
        return line
    }

    /// The first of the lines that stand at an offset, or nearest before it.
    private func firstLine(at offset: Int) -> Int? {
        guard let best = lines.lazy.map(\.offset).filter({ $0 <= offset }).max() else { return nil }
        return lines.firstIndex { $0.offset == best }
    }
}
