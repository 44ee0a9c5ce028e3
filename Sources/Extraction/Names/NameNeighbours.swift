/// What stands beside a name.
extension NameFeatures {
    /// What sort of word stands at a token, as far as the closed classes tell.
    func sort(_ at: Int) -> UInt64 {
        let token = prose.tokens[at]
        guard token.kind == .word else { return UInt64(token.kind.rawValue) + 32 }
        if token.isCapitalised { return matches.names[at] != nil ? 3 : token.traits.has(.forename) ? 2 : 1 }
        if token.traits.has(.cue) { return token.traits.has(.finiteCue) ? 4 : 5 }
        if matches.roles[at] != nil { return 6 }
        // The bits of the closed classes stand side by side; the lowest that is set names the class.
        let closed = token.traits.intersection(Self.closed).rawValue
        return closed == 0 ? 7 : 8 + UInt64(closed.trailingZeroBitCount)
    }

    private static let closed: WordTraits = [
        .determiner, .possessive, .pronoun, .relative, .preposition, .conjunction, .auxiliary, .adverb, .date, .common,
    ]

    /// Whether a role in small letters ends at a token: "harbour master NAME".
    func endsRole(_ last: Int, from lower: Int) -> Bool {
        prose.tokens[last].isSmallWord
            && (max(lower, last - 3)...last).contains { matches.roles[$0]?.end == last + 1 }
    }

    /// "the transport minister, NAME".
    func isRoleSetOff(_ comma: Int, from lower: Int) -> Bool {
        prose.tokens[comma].kind == .comma && comma > lower && endsRole(comma - 1, from: lower)
    }

    /// What stands behind a name and tells what it is: 0 for nothing.
    func evidence(behind end: Int, before limit: Int) -> UInt64 {
        let after = prose.tokens[end]
        if after.kind == .openBracket, end + 2 < limit, prose.tokens[end + 2].kind == .closeBracket {
            return prose.tokens[end + 1].shape == .capitals ? 1 : prose.tokens[end + 1].kind == .number ? 2 : 3
        }
        guard after.kind == .comma, end + 1 < limit else { return 0 }
        let next = prose.tokens[end + 1]
        // Maria Lopez, 27, …
        if next.kind == .number {
            return next.end - next.start <= 2 && end + 2 < limit && prose.tokens[end + 2].kind == .comma ? 4 : 5
        }
        if next.isSmallWord, next.traits.has(.relative) { return 11 }
        if opensRole(end + 1, before: limit) { return 6 }
        guard let match = matches.names[end + 1] else { return 0 }
        let isClosed =
            match.end >= limit || prose.tokens[match.end].kind == .comma || prose.tokens[match.end].endsSentence
        let isGeographic = facts.phrases.term(at: match.node) { $0 == .country || $0 == .region } != nil
        return (isGeographic ? 7 : 9) + (isClosed ? 1 : 0)
    }

    /// "…, a senior analyst at X": an article or nothing, then a role within five words.
    private func opensRole(_ at: Int, before limit: Int) -> Bool {
        for next in at..<min(at + 6, limit) {
            let token = prose.tokens[next]
            if token.kind != .word && token.kind != .possessive { return false }
            if let match = matches.roles[next],
                facts.phrases.terms(at: match.node).contains(where: {
                    $0.kind == .role && $0.notes.isDisjoint(with: [.honorific, .modifier])
                })
            {
                return true
            }
            if token.traits.has([.preposition, .cue, .auxiliary, .pronoun, .conjunction]) { return false }
        }
        return false
    }
}
