/// The words of a role before a name, as far as they belong to it.
extension RoleReader {
    /// No role goes on further to the left of where it was cut.
    private static let reach = 8

    /// What a person is shown as: with the words that limit it, as "former" and "alleged", and whom it is of; without titles
    /// behind it.
    /// - Parameters:
    ///   - cut: the role as it was cut before the name.
    ///   - isInPerson: for each token, whether it belongs to a person's name.
    /// - Returns: nil when it is no role.
    func whole(_ cut: Range<Int>, isInPerson: [Bool]) -> Range<Int>? {
        guard prose.language.isEnglish else { return cut }
        let role = wholePhrase(withoutTitles(cut))
        guard let head = role.first(where: { matches.roles[$0].map { $0.end >= role.upperBound } ?? false }) else {
            return role
        }
        if isVerb(head, of: role) || isPlural(head) { return nil }
        let limit = max(prose.sentence(of: head).lowerBound, head - Self.reach)
        var start = role.lowerBound
        while start > limit, !isInPerson[start - 1], belongs(start - 1, to: start) { start -= 1 }
        // "Polls showed [Ana Ruiz] leading President", and not "Ruiz campaign manager".
        if (max(limit, start - 1)..<head).contains(where: { isInPerson[$0] }),
            (start..<head).contains(where: isParticiple)
        {
            start = head
        }
        if start < head, prose.tokens[start].isCapitalised, isInLongerName(start) { start = head }
        return start..<role.upperBound
    }

    /// "director [Dr.]".
    private func withoutTitles(_ role: Range<Int>) -> Range<Int> {
        var end = role.upperBound
        while let title = (role.lowerBound..<end).last(where: { matches.roles[$0]?.end == end }),
            title > role.lowerBound, prose.tokens[title].traits.has(.honorific),
            // Not "Democratic [Sen.]".
            prose.tokens[title - 1].traits.has(.role),
            (role.lowerBound..<title).contains(where: { matches.roles[$0]?.end == title && isJob($0) })
        { end = title }
        return role.lowerBound..<end
    }

    /// "chief of [staff]": a role is cut where a small word stands before it.
    private func wholePhrase(_ role: Range<Int>) -> Range<Int> {
        let first = max(prose.sentence(of: role.lowerBound).lowerBound, role.lowerBound - 4)
        let start = (first..<role.lowerBound).first { matches.roles[$0]?.end == role.upperBound }
        return (start ?? role.lowerBound)..<role.upperBound
    }

    /// "senators Ana Ruiz and Peter Holm": neither is senators.
    private func isPlural(_ head: Int) -> Bool {
        matches.roles[head].map { facts.phrases.terms(at: $0.node).contains { $0.notes.contains(.plural) } } ?? false
    }

    /// "A court [jailed] Ana Ruiz", and not "the [accused] Ana Ruiz".
    private func isVerb(_ head: Int, of role: Range<Int>) -> Bool {
        let token = prose.tokens[head]
        guard head + 1 == role.upperBound, token.isSmallWord, head > 0,
            token.traits.has(.roleModifier) || isParticiple(head)
        else { return false }
        return !prose.tokens[head - 1].traits.has([.determiner, .possessive])
    }

    private func isParticiple(_ at: Int) -> Bool {
        // "running mate" is a phrase of the tables.
        let isAlone = matches.roles[at].map { $0.end == at + 1 } ?? true
        let word = prose.text(at)
        return prose.tokens[at].isSmallWord && prose.tokens[at].gap == .blank && isAlone
            && (word.hasSuffix("ed") || word.hasSuffix("ing"))
    }

    /// Whether a word to the left of a role is a part of it.
    private func belongs(_ at: Int, to start: Int) -> Bool {
        let token = prose.tokens[at]
        // "ex-minister", "anti-war activist", "would-be bomber".
        if prose.tokens[start].gap == .hyphen { return true }
        guard token.kind == .word, prose.tokens[start].gap == .blank else { return false }
        if token.gap == .hyphen { return isCompound(endingAt: at) }
        if token.isSmallWord {
            if token.traits.has(.roleQualifier) { return !prose.text(at).hasSuffix("ed") || opensPhrase(at) }
            return token.traits.has(.roleModifier) && !token.traits.has([.cue, .weakCue])
        }
        return token.isCapitalised && prose.tokens[start].isCapitalised
            && !(token.traits.has(.functionWord) && token.shape == .capital)
    }

    /// "award-winning author", and not "52-year-old author".
    private func isCompound(endingAt at: Int) -> Bool {
        var first = at
        while first > 0, prose.tokens[first].gap == .hyphen { first -= 1 }
        return prose.tokens[first].kind == .word && !prose.tokens[at].traits.has(.date)
    }

    /// "the accused murderer", and not "police accused minister Ana Ruiz".
    private func opensPhrase(_ at: Int) -> Bool {
        guard at > prose.sentence(of: at).lowerBound else { return true }
        let before = prose.tokens[at - 1]
        return before.traits.has([.determiner, .possessive])
            || before.isSmallWord && before.traits.has([.preposition, .conjunction])
    }

    /// "National Institute of Allergy and [Infectious Diseases] director": what stands there is the end of a name.
    private func isInLongerName(_ at: Int) -> Bool {
        guard at >= 2, at - 2 >= prose.sentence(of: at).lowerBound, matches.names[at] == nil else { return false }
        let link = prose.tokens[at - 1]
        return link.isSmallWord && link.traits.has([.linking, .preposition, .conjunction])
            && ["of", "for", "and"].contains(prose.text(at - 1)) && prose.tokens[at - 2].isCapitalised
    }
}
