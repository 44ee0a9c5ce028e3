import News

/// The lists of a Markdown file that are open at a line: what stands further right is in a list within a list.
struct MarkdownLists {
    private struct List {
        /// Columns before the bullet.
        let indent: Int
        /// Of the next entry; nil where entries have bullets.
        var number: Int?
    }

    private var open: [List] = []

    /// The entry that begins at so many columns.
    /// - Parameter mark: "-", "12." and so on.
    mutating func entry(at indent: Int, mark: ArraySlice<UInt8>) -> Paragraph.Form {
        let written = Int(String(decoding: mark.dropLast(), as: UTF8.self))
        // Some writers indent by a single blank more or less: that is still the same list.
        while let last = open.last, last.indent > indent + 1 { open.removeLast() }
        if open.isEmpty || open[open.count - 1].indent + 1 < indent {
            open.append(List(indent: indent, number: written))
        } else if (open[open.count - 1].number == nil) != (written == nil) {
            open[open.count - 1] = List(indent: indent, number: written)
        }
        // The first number counts, the others follow: "1. 1. 1." is a list of three.
        guard let number = open[open.count - 1].number else { return .entry(depth: open.count, .dot) }
        open[open.count - 1].number = number + 1
        return .entry(depth: open.count, .number(number))
    }

    /// A paragraph without a bullet that begins at so many columns: it belongs to the entry above it when it is
    /// indented, and else ends all lists.
    mutating func carriedOn(at indent: Int) -> Paragraph.Form {
        while let last = open.last, indent < last.indent + 2 { open.removeLast() }
        return open.isEmpty ? .plain : .entry(depth: open.count, .none)
    }
}

extension [UInt8] {
    /// The columns before the first word of a line, a tab counted to the next fourth.
    func indent(of line: Range<Int>) -> Int {
        var columns = 0
        for byte in self[line] {
            if byte == 0x20 { columns += 1 } else if byte == 0x09 { columns += 4 - columns % 4 } else { break }
        }
        return columns
    }

    /// The cells of a row, blank ones too, without the bars and blanks around them. "\\|" is no bar.
    func tableCells(_ row: Range<Int>) -> [Range<Int>] {
        let bar = UInt8(ascii: "|")
        var range = trimmed(row)
        if !range.isEmpty, self[range.lowerBound] == bar { range = range.lowerBound + 1..<range.upperBound }
        var cells: [Range<Int>] = []
        var start = range.lowerBound
        for at in range where self[at] == bar && (at == range.lowerBound || self[at - 1] != UInt8(ascii: "\\")) {
            cells.append(trimmed(start..<at))
            start = at + 1
        }
        let rest = trimmed(start..<range.upperBound)
        if !rest.isEmpty { cells.append(rest) }
        return cells
    }
}
