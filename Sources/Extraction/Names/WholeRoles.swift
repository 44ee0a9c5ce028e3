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
    ///   - names: all names of the story as they were cut, in order.
    func whole(_ cut: Range<Int>, isInPerson: [Bool], names: [NamedStretch]) -> Range<Int>? {
        guard prose.language.isEnglish else { return cut }
        guard let office = withoutTitles(cut) else { return nil }
        let role = wholePhrase(office)
        guard let head = role.first(where: { matches.roles[$0].map { $0.end >= role.upperBound } ?? false }) else {
            return role
        }
        if isVerb(head, of: role) || isPlural(head) || isModifierAlone(head, of: role) { return nil }
        let limit = max(prose.sentence(of: head).lowerBound, head - Self.reach)
        var start = role.lowerBound
        while start > limit, !isInPerson[start - 1], belongs(start - 1, to: start) { start -= 1 }
        // "Polls showed [Ana Ruiz] leading President", and not "Ruiz campaign manager".
        if (max(limit, start - 1)..<head).contains(where: { isInPerson[$0] }),
            (start..<head).contains(where: isParticiple)
        {
            start = head
        }
        if let name = name(before: head, from: start, in: names), !isInLongerName(name.lowerBound) {
            return name.lowerBound..<role.upperBound
        }
        if start < head, prose.tokens[start].isCapitalised, isInLongerName(start) { start = head }
        return start..<role.upperBound
    }

    /// "[League of United Citizens] president": the longer name that ends right before a role and that the cut left a part of.
    private func name(before head: Int, from start: Int, in names: [NamedStretch]) -> Range<Int>? {
        guard head > 0, prose.tokens[head].gap == .blank, prose.tokens[head].isSmallWord else { return nil }
        // The names come in order.
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle].tokens.upperBound < head { low = middle + 1 } else { high = middle }
        }
        guard low < names.count, names[low].tokens.upperBound == head, names[low].tokens.lowerBound < start,
            names[low].role == nil, !names[low].hasHonorific
        else { return nil }
        return names[low].tokens
    }

    /// "director [Dr.]", "Prime Minister [Datuk Seri]", "[Majesty King]": nil when nothing else is left.
    private func withoutTitles(_ role: Range<Int>) -> Range<Int>? {
        var end = role.upperBound
        while let title = (role.lowerBound..<end).first(where: { matches.roles[$0]?.end == end && isTitle($0) }) {
            end = title
        }
        // "Secretary [His Highness] Sheikh" is cut without its "His".
        while end > role.lowerBound, prose.tokens[end - 1].traits.has(.possessive) { end -= 1 }
        let rest = role.lowerBound..<end
        if rest.isEmpty { return nil }
        // Not "Democratic [Sen.]".
        if end == role.upperBound || prose.tokens[end - 1].traits.has(.role) { return rest }
        return rest.allSatisfy({ prose.tokens[$0].traits.has(.styleNoun) }) ? nil : role
    }

    private func isTitle(_ at: Int) -> Bool {
        guard let match = matches.roles[at] else { return false }
        let roles = facts.phrases.terms(at: match.node).filter { $0.kind == .role }
        return roles.contains { $0.notes.contains(.honorific) }
            && !roles.contains { $0.notes.isDisjoint(with: .honorific) }
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

    /// "a [top] Ruiz surrogate", "the [private] Ruiz Tower".
    private func isModifierAlone(_ head: Int, of role: Range<Int>) -> Bool {
        guard role.lowerBound == head, role.count == 1, prose.tokens[head].isSmallWord, let match = matches.roles[head]
        else { return false }
        if prose.tokens[head].traits.has(.rankOrAdjective) { return true }
        return facts.phrases.terms(at: match.node).filter { $0.kind == .role }.allSatisfy {
            $0.notes.contains(.modifier)
        }
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
        // "Failed presidential candidate" where it opens a sentence.
        if token.shape == .capital, token.traits.has(.roleQualifier), prose.isFirstInSentence(at) { return true }
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
        var at = at
        if at > 0, matches.names[at] == nil, prose.tokens[at - 1].isSmallWord,
            prose.tokens[at - 1].traits.has(.determiner)
        {
            at -= 1
        }
        guard at >= 2, at - 2 >= prose.sentence(of: at).lowerBound, matches.names[at] == nil else { return false }
        let link = prose.tokens[at - 1]
        return link.isSmallWord && link.traits.has([.linking, .preposition, .conjunction])
            && ["of", "for", "and"].contains(prose.text(at - 1)) && prose.tokens[at - 2].isCapitalised
    }
}
