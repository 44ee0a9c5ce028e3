/// Who comes into a story as somebody's son, wife or colleague.
extension RoleReader {
    /// "his son [Jack Hill]", "Hill’s wife, [Ana Cruz]", "[Jack Hill], his son,", "First Lady [Jill Hill]".
    func isRelative(_ name: Range<Int>) -> Bool {
        let sentence = prose.sentence(of: name.lowerBound)
        return isRelative(before: name, in: sentence) || isRelative(behind: name, in: sentence)
            || isRelative(ofKinBefore: name, in: sentence)
    }

    /// "Her mother is professional wrestler [Ana Hill]", "a daughter of former President [Jack Hill]".
    private func isRelative(ofKinBefore name: Range<Int>, in sentence: Range<Int>) -> Bool {
        var end = name.lowerBound
        let lowest = max(sentence.lowerBound, end - 5)
        while end > lowest, prose.tokens[end - 1].kind == .word, isRoleWord(end - 1, before: end) { end -= 1 }
        guard end > lowest + 1, prose.tokens[end - 1].isSmallWord else { return false }
        let isOf = prose.isWord(end - 1, "of")
        guard isOf || prose.isWord(end - 1, "is") || prose.isWord(end - 1, "was") else { return false }
        let kin = (max(sentence.lowerBound, end - 3)..<end - 1).first { at in
            matches.roles[at].map { $0.end == end - 1 && isRole($0, .relation) } ?? false
        }
        guard let kin, kin > sentence.lowerBound else { return false }
        return isOf || isPossessor(kin - 1)
    }

    /// Whether a word says what the person is who is named behind it.
    private func isRoleWord(_ at: Int, before end: Int) -> Bool {
        let token = prose.tokens[at]
        return matches.roles[at] != nil || token.traits.has([.role, .roleModifier, .roleQualifier, .honorific])
            || token.isSmallWord && !token.traits.has(.functionWord) && !token.traits.has([.cue, .weakCue])
    }

    private func isRelative(before name: Range<Int>, in sentence: Range<Int>) -> Bool {
        var end = name.lowerBound
        if end > sentence.lowerBound, prose.tokens[end - 1].kind == .comma { end -= 1 }
        for start in max(sentence.lowerBound, end - 3)..<max(sentence.lowerBound, end) {
            guard let match = matches.roles[start], match.end == end else { continue }
            if isRole(match, .consort) { return true }
            guard isRole(match, .relation) else { continue }
            // "his two sons", "her late brother".
            return (max(sentence.lowerBound, start - 2)..<start).contains(where: isPossessor)
        }
        return false
    }

    private func isRelative(behind name: Range<Int>, in sentence: Range<Int>) -> Bool {
        let comma = name.upperBound
        guard comma + 2 < sentence.upperBound, prose.tokens[comma].kind == .comma, isPossessor(comma + 1) else {
            return false
        }
        return (comma + 2..<min(comma + 5, sentence.upperBound)).contains { at in
            matches.roles[at].map { isRole($0, .relation) } ?? false
        }
    }

    private func isRole(_ match: PhraseMatches.Match, _ note: Term.Notes) -> Bool {
        facts.phrases.terms(at: match.node).contains { $0.kind == .role && $0.notes.contains(note) }
    }

    private func isPossessor(_ at: Int) -> Bool {
        prose.tokens[at].kind == .possessive || prose.tokens[at].traits.has(.possessive)
    }
}
