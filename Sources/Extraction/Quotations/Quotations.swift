import News

/// A run of text between quotation marks, or what is left of one where a mark is missing.
struct QuotedRun {
    /// The tokens inside the marks; not empty.
    var inside: Range<Int>
    /// The tokens with the marks that are there.
    var outside: Range<Int>
    /// Whether it goes on from the run that ended the paragraph before (which was left open).
    var continues: Bool
}

/// The quoted runs of a story, in order, none overlapping, none crossing a paragraph.
///
/// Each mark is judged by its neighbours first and by its shape second: real pages have ” as an opener, a blank inside
/// the marks, straight marks and missing closers.
func quotedRuns(in prose: Prose, _ facts: Facts) -> [QuotedRun] {
    var scanner = QuotationScanner(prose: prose, facts: facts)
    return scanner.runs()
}

private struct QuotationScanner {
    let prose: Prose
    let facts: Facts
    private var found: [QuotedRun] = []
    /// Whether » opens and « closes, as in German books.
    private var pointsInward = false

    init(prose: Prose, facts: Facts) {
        self.prose = prose
        self.facts = facts
    }

    mutating func runs() -> [QuotedRun] {
        let primary = primaryFamily()
        pointsInward = firstGuillemetPointsRight()
        var isOpenFromBefore = false
        for (index, paragraph) in prose.paragraphs.enumerated() where isRead(index) && !paragraph.isEmpty {
            isOpenFromBefore = scan(
                paragraph, primary, continuing: isOpenFromBefore, next: nextParagraph(after: index))
        }
        return found
    }

    private func isRead(_ paragraph: Int) -> Bool {
        switch prose.article.paragraphs[paragraph].part {
        case .body, .heading, .listEntry, .blockQuote, .standfirst, .caption, .headline: true
        case .byline, .credits, .furniture: false
        }
    }

    private func nextParagraph(after index: Int) -> Range<Int>? {
        var next = index + 1
        while next < prose.paragraphs.count, !isRead(next) || prose.paragraphs[next].isEmpty { next += 1 }
        return next < prose.paragraphs.count ? prose.paragraphs[next] : nil
    }

    /// Scans one paragraph; true when it ends within a quotation that the next paragraph takes up again.
    private mutating func scan(
        _ paragraph: Range<Int>, _ primary: Family, continuing: Bool, next: Range<Int>?
    ) -> Bool {
        var opener: Int?
        var continues = continuing
        let lastGuillemet = paragraph.last(where: isGuillemet) ?? paragraph.lowerBound
        var start = paragraph.lowerBound
        if continuing, !takesUp(paragraph, primary), let close = closer(of: paragraph, primary) {
            add(start..<close, start..<close + 1, &continues)
            start = close + 1
        }
        for at in start..<paragraph.upperBound where prose.tokens[at].kind == .mark {
            // «Он сказал „да“»: marks of another form are words of the speaker's.
            if let open = opener, isGuillemet(open), at < lastGuillemet, !isGuillemet(at) { continue }
            let mark = shape(at)
            guard mark.family == primary else { continue }
            let opens = looksOpening(at, in: paragraph)
            let closes = looksClosing(at, in: paragraph)
            if let open = opener {
                if endsRun(at, mark, opens: opens, closes: closes) {
                    add(open + 1..<at, open..<at + 1, &continues)
                    opener = nil
                } else if opens && !closes || mark.side == .left {
                    // The closer is missing: the run before ends by itself.
                    let end = guessedEnd(open, limit: at)
                    add(open + 1..<end, open..<end, &continues)
                    opener = at
                }
            } else if opens && (mark.side != .right || !closes) || (mark.side == .left && !closes) {
                opener = at
            } else if isSpacedOpener(at, mark, in: paragraph) {
                opener = at
            }
        }
        guard let open = opener else { return false }
        if let next, takesUp(next, primary) {
            add(open + 1..<paragraph.upperBound, open..<paragraph.upperBound, &continues)
            return true
        }
        let end = guessedEnd(open, limit: paragraph.upperBound)
        add(open + 1..<end, open..<end, &continues)
        return end == paragraph.upperBound && next.map { closer(of: $0, primary) != nil } ?? false
    }

    private mutating func add(_ inside: Range<Int>, _ outside: Range<Int>, _ continues: inout Bool) {
        defer { continues = false }
        guard inside.contains(where: { prose.tokens[$0].kind == .word || prose.tokens[$0].kind == .number }) else {
            return
        }
        found.append(QuotedRun(inside: inside, outside: outside, continues: continues))
    }

    /// Whether a mark met inside a run closes it.
    private func endsRun(_ at: Int, _ mark: Mark, opens: Bool, closes: Bool) -> Bool {
        switch mark.side {
        case .right: return !(opens && !closes && startsSentence(at))
        case .left: return closes && !opens
        case .either: return closes || !startsSentence(at)
        }
    }

    /// A mark set off by blanks on both sides: « parole », or " word " on careless pages.
    private func isSpacedOpener(_ at: Int, _ mark: Mark, in paragraph: Range<Int>) -> Bool {
        let hasBlankBefore = at == paragraph.lowerBound || prose.tokens[at].gap != .none
        let hasBlankAfter = at + 1 < paragraph.upperBound && prose.tokens[at + 1].gap != .none
        return hasBlankBefore && hasBlankAfter && mark.side != .right
    }

    private func startsSentence(_ at: Int) -> Bool {
        guard at + 1 < prose.tokens.count, at > 0 else { return true }
        return prose.tokens[at + 1].isCapitalised
            && (prose.tokens[at - 1].endsSentence || prose.tokens[at - 1].kind == .comma
                || prose.tokens[at - 1].kind == .colon)
    }

    private func takesUp(_ next: Range<Int>, _ primary: Family) -> Bool {
        let first = next.lowerBound
        guard prose.tokens[first].kind == .mark, shape(first).family == primary, next.count > 1 else { return false }
        return prose.tokens[first + 1].gap == .none || shape(first).side == .left
    }

    /// The mark that closes a quotation of the paragraph before, which this one has not opened anew: its first mark, with a
    /// sentence's end before it.
    private func closer(of paragraph: Range<Int>, _ primary: Family) -> Int? {
        guard
            let mark = paragraph.first(where: { prose.tokens[$0].kind == .mark && shape($0).family == primary }),
            mark > paragraph.lowerBound, shape(mark).side != .left, looksClosing(mark, in: paragraph),
            !looksOpening(mark, in: paragraph),
            prose.tokens[mark - 1].endsSentence || prose.tokens[mark - 1].kind == .comma,
            // Not a line that only says whose it was: "Ana Ruiz, mayor of Lima."”
            (paragraph.lowerBound..<mark).contains(where: { prose.tokens[$0].traits.has([.auxiliary, .pronoun]) })
        else { return nil }
        return mark
    }

    /// Where a run without a closing mark ends: before ", he said", else at the limit.
    private func guessedEnd(_ open: Int, limit: Int) -> Int {
        // ‘the concrete crisis’ came: a closer behind an s looks like a genitive's.
        if limit < prose.tokens.count, prose.tokens[limit].kind == .mark, shape(open).family == .single,
            let closer = (open + 2..<max(open + 2, limit)).first(where: { isBareGenitive($0) })
        {
            return closer
        }
        for at in open + 2..<max(open + 2, limit) {
            let token = prose.tokens[at]
            guard token.kind == .comma || token.kind == .question, at + 2 < limit else { continue }
            let first = prose.tokens[at + 1].traits
            let second = prose.tokens[at + 2].traits
            let isSubjectFirst =
                (prose.tokens[at + 1].isCapitalised || first.has(.personPronoun)) && second.has(.cue)
                && second.has(.finiteCue)
            let isCueFirst =
                first.has(.cue) && first.has(.finiteCue)
                && (prose.tokens[at + 2].isCapitalised || second.has(.personPronoun))
            if isSubjectFirst || isCueFirst { return at + 1 }
        }
        return limit
    }

    private func isBareGenitive(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        return token.kind == .possessive && (token.end - token.start == 1 || token.end - token.start == 3)
    }

    private func looksOpening(_ at: Int, in paragraph: Range<Int>) -> Bool {
        guard at + 1 < paragraph.upperBound, prose.tokens[at + 1].gap == .none else { return false }
        if at == paragraph.lowerBound || prose.tokens[at].gap != .none { return true }
        switch prose.tokens[at - 1].kind {
        case .openBracket, .dash, .mark: return true
        case .colon, .comma: return true
        default: return false
        }
    }

    private func looksClosing(_ at: Int, in paragraph: Range<Int>) -> Bool {
        guard at > paragraph.lowerBound, prose.tokens[at].gap == .none, prose.tokens[at - 1].kind != .openBracket else {
            return false
        }
        guard at + 1 < paragraph.upperBound else { return true }
        if prose.tokens[at + 1].gap != .none { return true }
        switch prose.tokens[at + 1].kind {
        case .comma, .period, .question, .colon, .semicolon, .closeBracket, .dash, .mark, .possessive, .other:
            return true
        case .word, .number, .openBracket:
            return prose.tokens[at - 1].endsSentence || prose.tokens[at - 1].kind == .comma
        }
    }

    // MARK: Shapes

    private enum Family { case double, single }
    private enum Side { case left, right, either }
    private struct Mark {
        let family: Family
        let side: Side
    }

    private func shape(_ at: Int) -> Mark {
        let token = prose.tokens[at]
        let bytes = prose.bytes
        let start = Int(token.start)
        switch bytes[start] {
        case 0x22: return Mark(family: .double, side: .either)
        case 0x27: return Mark(family: token.end - token.start > 1 ? .double : .single, side: .either)
        case 0x2C: return Mark(family: .double, side: .left)
        case 0x60: return Mark(family: token.end - token.start > 1 ? .double : .single, side: .left)
        case 0xC2 where bytes[start + 1] == 0xAB: return Mark(family: .double, side: pointsInward ? .right : .left)
        case 0xC2 where bytes[start + 1] == 0xBB: return Mark(family: .double, side: pointsInward ? .left : .right)
        case 0xE2 where bytes[start + 1] == 0x80:
            switch bytes[start + 2] {
            case 0x98: return Mark(family: .single, side: .left)
            case 0x99: return Mark(family: .single, side: .right)
            case 0x9A, 0xB9, 0xBA: return Mark(family: .single, side: .either)
            case 0x9C: return Mark(family: .double, side: .left)
            case 0x9D: return Mark(family: .double, side: .right)
            case 0x9E, 0x9F: return Mark(family: .double, side: .left)
            default: return Mark(family: .double, side: .either)
            }
        case 0xE3: return Mark(family: .double, side: bytes[start + 2] & 1 == 0 ? .left : .right)
        default: return Mark(family: .double, side: .either)
        }
    }

    private func isGuillemet(_ at: Int) -> Bool {
        prose.tokens[at].kind == .mark && prose.bytes[Int(prose.tokens[at].start)] == 0xC2
    }

    private func firstGuillemetPointsRight() -> Bool {
        for (index, paragraph) in prose.paragraphs.enumerated() where isRead(index) {
            for at in paragraph where prose.tokens[at].kind == .mark {
                let start = Int(prose.tokens[at].start)
                if prose.bytes[start] == 0xC2 { return prose.bytes[start + 1] == 0xBB }
            }
        }
        return false
    }

    /// Single marks are primary where a page sets its speech in them: more single than double runs close after a comma
    /// or full stop.
    private func primaryFamily() -> Family {
        var doubles = 0
        var singles = 0
        for (index, paragraph) in prose.paragraphs.enumerated() where isRead(index) {
            var hasSingleOpener = false
            for at in paragraph where prose.tokens[at].kind == .mark {
                switch shape(at).family {
                case .double:
                    doubles += 1
                case .single:
                    if looksOpening(at, in: paragraph) { hasSingleOpener = true }
                    if hasSingleOpener, looksClosing(at, in: paragraph), at > paragraph.lowerBound,
                        prose.tokens[at - 1].kind == .comma || prose.tokens[at - 1].endsSentence
                    {
                        singles += 1
                        hasSingleOpener = false
                    }
                }
            }
        }
        return singles * 2 > doubles ? .single : .double
    }
}
