import News

/// Where names can stand: the capitalised runs of a story, and the segments that each may be cut into.
struct NameRuns {
    let prose: Prose

    /// In tokens; a text in capitals must not cost more than its length.
    private static let longestRun = 24
    private static let longestSegment = 12

    /// In order, none overlapping.
    func all() -> [Range<Int>] {
        var found: [Range<Int>] = []
        for (index, paragraph) in prose.paragraphs.enumerated()
        where prose.article.paragraphs[index].part != .furniture {
            var at = paragraph.lowerBound
            while at < paragraph.upperBound {
                guard prose.tokens[at].isCapitalised || prose.isHyphenedParticle(at) else {
                    at += 1
                    continue
                }
                let run = at..<end(of: at)
                if !prose.isPhotoCredit(run), !isOpeningWord(run) { found.append(run) }
                at = run.upperBound
            }
        }
        return found
    }

    /// "The", "But", alone before small letters.
    private func isOpeningWord(_ run: Range<Int>) -> Bool {
        let token = prose.tokens[run.lowerBound]
        return run.count == 1 && token.shape != .capitals && prose.isFirstInSentence(run.lowerBound)
            && token.traits.has([.determiner, .pronoun, .possessive, .preposition, .conjunction, .auxiliary, .relative])
            && !token.traits.has([.forename, .surname])
    }

    /// In order of their start. Every single word is a segment, so that a run can always be cut; a longer one begins
    /// with a capital and ends with a capital, a number or what a hyphen joins.
    func segments(of run: Range<Int>, _ body: (Range<Int>) -> Void) {
        for start in run {
            body(start..<start + 1)
            let token = prose.tokens[start]
            guard token.isCapitalised || token.kind == .number || prose.isHyphenedParticle(start) else { continue }
            // "On Friday Marlowe sold the wells."
            if token.traits.has(.date), !token.traits.has(.forename) { continue }
            let limit = min(run.upperBound, start + Self.longestSegment)
            for end in start + 2..<max(start + 2, limit + 1) where mayClose(end - 1) { body(start..<end) }
        }
    }

    private func mayClose(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        return token.isCapitalised || token.kind == .number || token.gap == .hyphen && token.kind == .word
    }

    private func end(of start: Int) -> Int {
        let limit = min(prose.sentence(of: start).upperBound, start + Self.longestRun)
        var end = start + 1
        while end < limit {
            var next = end
            while next < limit, next < end + 3, joins(next) { next += 1 }
            guard next < limit, prose.tokens[next].isCapitalised else { break }
            end = next + 1
        }
        // Tsai Ing-wen.
        while end < limit, prose.tokens[end].kind == .word, prose.tokens[end].gap == .hyphen { end += 1 }
        // COP 27.
        if end < limit, prose.tokens[end].kind == .number, prose.tokens[end].gap != .none { end += 1 }
        return end
    }

    /// Whether a name may go on over a token that has no capital: of, and, for, ’s, &, de la.
    private func joins(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        switch token.kind {
        case .possessive: return true
        case .other: return prose.bytes[Int(token.start)] == UInt8(ascii: "&")
        case .word:
            return token.isSmallWord
                && (token.gap == .hyphen || token.traits.has([.particle, .determiner]) || isJoiningWord(token))
        case .number: return token.gap != .none
        case .comma, .period, .question, .colon, .semicolon, .dash, .openBracket, .closeBracket, .mark: return false
        }
    }

    /// of, on, and, for; y and e, as Spanish and Portuguese names have them.
    private func isJoiningWord(_ token: Token) -> Bool {
        let first = prose.bytes[Int(token.start)]
        switch token.end - token.start {
        case 1: return first == UInt8(ascii: "y") || first == UInt8(ascii: "e")
        case 2: return first == UInt8(ascii: "o") && token.traits.has(.preposition)
        case 3:
            return (first == UInt8(ascii: "a") || first == UInt8(ascii: "f"))
                && token.traits.has([.preposition, .conjunction])
        default: return false
        }
    }
}

extension Prose {
    /// The small particle of al-Shabaab.
    func isHyphenedParticle(_ at: Int) -> Bool {
        tokens[at].isSmallWord && tokens[at].traits.has(.particle) && at + 1 < tokens.count
            && tokens[at + 1].gap == .hyphen && tokens[at + 1].isCapitalised
    }
}
