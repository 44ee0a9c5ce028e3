import News
import Screen

/// The third line of a story that a search found: who said it, what is named, or the words around the hit.
func drawHit(
    _ hit: SearchHit, _ snippet: Snippet, line: Int, in inside: Region, roles: (words: Role, hit: Role),
    on frame: inout Frame
) {
    let room = Region(
        row: inside.row + line, column: inside.column + Layout.rowIndent,
        columns: max(1, inside.columns - Layout.rowIndent - 1), rows: 1)
    guard line < inside.rows else { return }
    let (label, tail) = hit.words
    let column = frame.write(elided(label, to: room.columns), in: room, role: roles.words)
    let width = room.columns - column
    guard width > 0 else { return }
    // The name is worth more than how often it is there.
    let end = columns(of: snippet.text) + columns(of: tail) <= width ? tail : ""
    let fitted = snippet.fitted(to: width)
    let used = frame.write(fitted, in: room, at: column, roles: roles)
    frame.write(end, in: room, at: column + used, role: roles.words)
}

extension SearchHit {
    /// What stands before and after the snippet: "speaker: ", ", 9 quotes".
    fileprivate var words: (label: String, tail: String) {
        switch field {
        case .headline, .text: ("", "")
        case .speaker: (Texts.speakerLabel, Texts.quotesTail(count))
        case .name: (Texts.nameLabel, Texts.mentionsTail(count))
        }
    }
}

extension Snippet {
    /// The part that fits into so many columns, with its first hit in sight: words before it go where it would stand in
    /// the last third.
    func fitted(to width: Int) -> Snippet {
        guard let first = hits.first, columns(of: text) > width else { return self }
        let bytes = Array(text.utf8)
        var start = 0
        while columns(of: words(of: text, start..<first.end)) > max(1, width * 2 / 3), start < first.start {
            let blank = bytes[start..<first.start].firstIndex(of: 0x20)
            start = blank.map { $0 + 1 } ?? first.start
        }
        guard start > 0 else { return self }
        let shift = "…".utf8.count - start
        return Snippet(
            "…" + words(of: text, start..<bytes.count),
            hits: hits.filter { $0.start >= start }.map { TextSpan($0.start + shift, $0.end + shift) })
    }
}

extension Frame {
    /// Writes words with their hits standing out, cut at the region's edge with an ellipsis.
    /// - Returns: the columns used.
    @discardableResult
    mutating func write(
        _ snippet: Snippet, in region: Region, line: Int = 0, at column: Int, roles: (words: Role, hit: Role)
    ) -> Int {
        let room = region.columns - column
        guard 0..<region.rows ~= line, room > 0 else { return 0 }
        let isCut = columns(of: snippet.text) > room
        let limit = isCut ? room - 1 : room
        var used = 0
        func put(_ range: Range<Int>, _ role: Role) {
            guard used < limit, !range.isEmpty else { return }
            used += write(
                words(of: snippet.text, range), row: region.row + line, column: region.column + column + used,
                limit: limit - used, role: role)
        }
        var at = 0
        for hit in snippet.hits {
            put(at..<hit.start, roles.words)
            put(hit.start..<hit.end, roles.hit)
            at = hit.end
        }
        put(at..<snippet.text.utf8.count, roles.words)
        if isCut { used += write("…", in: region, line: line, at: column + used, role: roles.words) }
        return used
    }

    /// Writes a line of which the words searched for stand out, if any are.
    @discardableResult
    mutating func write(
        _ line: String, marking words: SearchWords?, in region: Region, line number: Int, at column: Int,
        roles: (words: Role, hit: Role)
    ) -> Int {
        guard let words else { return write(line, in: region, line: number, at: column, role: roles.words) }
        return write(
            Snippet(line, hits: words.hits(in: line)), in: region, line: number, at: column, roles: roles)
    }
}
