/// The roles in small letters that stand before a name.
extension NameCutter {
    /// Where a role written right before a name begins: "[Foreign Ministry spokesman] Oleg Nikolenko".
    func smallRoleStart(before at: Int) -> Int? {
        // A text can end with a word that only leads in a name: "He won. But"
        guard at < prose.tokens.count else { return nil }
        let sentence = prose.sentence(of: at)
        var start = at
        // Back over the role's own words ("campaign manager"), not over a comma.
        while start > sentence.lowerBound, start > at - 5 {
            let token = prose.tokens[start - 1]
            guard token.isSmallWord, prose.tokens[start].gap != .none,
                !token.traits.has([
                    .determiner, .possessive, .preposition, .conjunction, .auxiliary, .pronoun, .cue, .adverb,
                    .relative,
                ])
            else { break }
            start -= 1
        }
        guard let first = (start..<at).first(where: { matches.roles[$0]?.end == at }) else { return nil }
        if !prose.language.isEnglish, !isRoleProper(first..<at) { return nil }
        // The words before it that belong to it: [chief] spokesman, [police] officer; and a name: [NATO] spokesman.
        var begin = first
        while begin > start, prose.tokens[begin - 1].traits.has(.roleModifier) { begin -= 1 }
        if let before = stretches.last, before.tokens.upperBound == begin, prose.tokens[begin].gap == .blank {
            begin = before.tokens.lowerBound
        }
        return begin
    }

    /// "[le ministre des] Transports Jean Morel": where a role begins that goes on with what it is over; not in English,
    /// where the name would stand first.
    func office(before at: Int) -> Int? {
        guard !prose.language.isEnglish else { return nil }
        let lower = max(prose.sentence(of: at).lowerBound, at - 4)
        var end = at
        while end > lower, prose.tokens[end - 1].isSmallWord,
            prose.tokens[end - 1].traits.has([.linking, .determiner])
        { end -= 1 }
        guard end < at, prose.tokens[end].traits.has(.linking) else { return nil }
        return (max(lower, end - 3)..<end).first { matches.roles[$0]?.end == end }
    }

    /// "il [ministro dell’Interno] Salvini": a phrase for a role that goes on into a run and ends before its last word.
    func openRole(before at: Int, in run: Range<Int>) -> (start: Int, end: Int)? {
        guard !prose.language.isEnglish else { return nil }
        for start in max(prose.sentence(of: at).lowerBound, at - 4)..<at {
            if let match = matches.roles[start], match.end > at, match.end < run.upperBound {
                return (start, match.end)
            }
        }
        return nil
    }

    /// Whether words hold a role that is more than a modifier: not "neue" alone.
    private func isRoleProper(_ words: Range<Int>) -> Bool {
        words.contains { at in
            guard let match = matches.roles[at] else { return false }
            return facts.phrases.terms(at: match.node).contains { $0.kind == .role && !$0.notes.contains(.modifier) }
        }
    }

    func gender(ofRole range: Range<Int>) -> Gender {
        for at in range {
            if let match = matches.roles[at] {
                let terms = facts.phrases.terms(at: match.node).filter { $0.kind == .role }
                if let found = Self.gender(of: terms) { return found }
            }
        }
        return .unknown
    }

    static func gender(of terms: [Term]) -> Gender? {
        if terms.contains(where: { $0.notes.contains(.female) }) { return .female }
        if terms.contains(where: { $0.notes.contains(.male) }) { return .male }
        return nil
    }
}
