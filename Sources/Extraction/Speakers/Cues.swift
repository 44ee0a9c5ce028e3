/// Which words report speech, and in which form.
extension ClauseReader {
    func isCue(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        guard token.isSmallWord || token.shape == .capital, names.entityOf[at] < 0 else { return false }
        return token.traits.has(.cue) || isCuePhrase(at)
    }

    /// A verb of several words begins here: shot back, pointed out.
    func isCuePhrase(_ at: Int) -> Bool {
        guard let match = matches.cues[at] else { return false }
        return facts.phrases.term(at: match.node) { $0 == .cuePhrase }?.notes.contains(.finite) ?? false
    }

    /// Whether "according to" ends before a token.
    func endsCuePhrase(_ end: Int) -> Bool { end > 1 && matches.cues[end - 2]?.end == end }

    /// The tokens of the cue that begins at one.
    func cue(at: Int) -> Range<Int> { at..<(isCuePhrase(at) ? matches.cues[at]?.end ?? at + 1 : at + 1) }

    /// "was described", "were told": the subject is not who says it.
    func isPassive(_ cue: Int, after lower: Int) -> Bool {
        var at = cue
        while at > lower, prose.tokens[at - 1].isSmallWord, prose.tokens[at - 1].traits.has(.adverb) { at -= 1 }
        guard at > lower, prose.tokens[at - 1].isSmallWord, !isGerund(cue) else { return false }
        return isFormOfBe(at - 1)
    }

    func isGerund(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        return token.end - token.start > 4 && prose.bytes[Int(token.end) - 1] == UInt8(ascii: "g")
            && prose.bytes[Int(token.end) - 2] == UInt8(ascii: "n")
    }

    /// A small word in -ed, which may be a past form.
    func endsInEd(_ token: Token) -> Bool {
        token.isSmallWord && token.end - token.start > 4 && prose.bytes[Int(token.end) - 1] == UInt8(ascii: "d")
            && prose.bytes[Int(token.end) - 2] == UInt8(ascii: "e")
    }

    /// A cue that is a verb with its subject beside it: said, has told; not "to say", "the claims".
    func isFiniteCue(_ at: Int, after lower: Int) -> Bool {
        guard isCue(at), !isNounBeforeNoun(at) else { return false }
        let token = prose.tokens[at]
        guard at > lower else { return token.traits.has(.finiteCue) || isCuePhrase(at) }
        let before = prose.tokens[at - 1]
        if before.kind == .possessive { return false }
        // A pronoun hung on to its auxiliary: a-t-il déclaré.
        if before.gap == .hyphen, before.traits.has(.pronoun) { return true }
        if before.traits.has(.auxiliary), before.isSmallWord { return true }
        if before.isSmallWord, before.traits.has([.determiner, .possessive, .preposition]),
            !before.traits.has([.pronoun, .adverb, .relative])
        {
            return false
        }
        if token.traits.has(.pluralNoun) { return isVerb(at, after: lower) }
        return token.traits.has(.finiteCue) || isCuePhrase(at)
    }

    /// Whether a cue phrase's speaker follows it: "according to", not "in a statement".
    func leadsToSource(_ phrase: PhraseMatches.Match, at start: Int) -> Bool {
        guard let notes = facts.phrases.term(at: phrase.node, where: { $0 == .cuePhrase })?.notes else { return false }
        let followsComma = start > 0 && prose.tokens[start - 1].kind == .comma
        return notes.contains(.source) && (followsComma || !notes.contains(.afterComma))
    }

    /// "member states" and "the reports" are nouns; "Smith states", "she reports that" are verbs.
    func isVerb(_ at: Int, after lower: Int) -> Bool {
        let before = prose.tokens[at - 1]
        // "another GOP state senator".
        if matches.roles[at + 1] != nil { return false }
        if names.entityOf[at - 1] >= 0 || before.traits.has([.pronoun, .adverb]) || before.kind == .comma {
            return true
        }
        guard at + 1 < prose.tokens.count else { return false }
        let next = prose.tokens[at + 1]
        return next.kind == .mark || next.kind == .comma || next.kind == .colon
            || next.isSmallWord && prose.text(at + 1) == "that"
    }
}
