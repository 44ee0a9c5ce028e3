/// Finds what a story says a person is, where it says so beside the name.
struct RoleReader {
    let prose: Prose
    let facts: Facts
    let matches: PhraseMatches

    /// At most so many words are a role.
    private static let longest = 16

    /// The role set off by commas beside a name: "Ana Ruiz, [harbour master of Vigo], said", "the [chancellor], Ana Ruiz,".
    func apposition(of name: Range<Int>) -> Range<Int>? { behind(name) ?? before(name) }

    private func behind(_ name: Range<Int>) -> Range<Int>? {
        let limit = prose.sentence(of: name.lowerBound).upperBound
        var start = name.upperBound
        // ", 44, a crofter": the age stands between.
        while start < limit,
            prose.tokens[start].kind == .comma || prose.tokens[start].kind == .number || isLetters(start)
        { start += 1 }
        guard start < limit, start > name.upperBound, prose.tokens[start - 1].kind == .comma else { return nil }
        if prose.tokens[start].traits.has(.determiner) {
            start += 1
        } else if isVerb(start, before: limit) {
            return nil
        }
        // ", told Judge Ana Ruiz that".
        if start < limit, prose.tokens[start].traits.has(.finiteCue), !prose.tokens[start].traits.has(.role) {
            return nil
        }
        var end = start
        while end < limit, end < start + Self.longest, isPartOfRole(end, of: start) { end += 1 }
        guard end > start, end < limit,
            prose.tokens[end].kind == .comma || prose.tokens[end].kind == .period
                || prose.tokens[end].traits.has(.relative) || prose.tokens[end].traits.has(.cue),
            let job = (start..<min(end, start + 5)).first(where: isJob), !isNamed(job, before: end),
            !(start..<job).contains(where: { prose.tokens[$0].traits.has(.preposition) }),
            // "…, threw her husband’s letters on the floor,": no apposition.
            !(start..<job).dropFirst().contains(where: { prose.tokens[$0].traits.has([.determiner, .possessive]) })
        else { return nil }
        // "In an interview with Ana Ruiz, the president pointed out to": no apposition.
        if let next = matches.roles[job]?.end, next < end, prose.tokens[next].isSmallWord,
            prose.text(next).hasSuffix("ed"), next + 1 < end, matches.roles[next + 1] == nil,
            !["by", "in", "at", "on", "from", "to", "with", "of"].contains(prose.text(next + 1))
        {
            return nil
        }
        // "wikiHow founder [interviewed by Wikinews]", "[his] brother".
        let participle = (job + 1..<max(job + 1, end)).first { at in
            prose.tokens[at].isSmallWord && at + 1 < end && prose.text(at).hasSuffix("ed") && prose.text(at + 1) == "by"
        }
        if prose.tokens[start].traits.has(.possessive), prose.tokens[start].kind == .word, start < job {
            // "Jack Hill, his wife, Betsy, and": the next of a list.
            if prose.tokens[end].kind == .comma, end + 1 < limit, prose.tokens[end + 1].isCapitalised { return nil }
            start += 1
        }
        return start..<(participle ?? end)
    }

    /// The "KC" of "Ana Ruiz, KC, said".
    private func isLetters(_ at: Int) -> Bool {
        prose.tokens[at].shape == .capitals && prose.tokens[at].traits.has(.postnominal)
    }

    /// "His lawyer, Ana Ruiz, [accused] the court of haste": no accused person.
    private func isVerb(_ at: Int, before limit: Int) -> Bool {
        guard at + 1 < limit, prose.tokens[at].isSmallWord, prose.text(at).hasSuffix("ed") else { return false }
        let next = prose.tokens[at + 1]
        return next.isCapitalised || next.traits.has([.determiner, .possessive, .personPronoun, .object])
    }

    private func before(_ name: Range<Int>) -> Range<Int>? {
        let first = prose.sentence(of: name.lowerBound).lowerBound
        // "the finance minister, Dr Ana Ruiz".
        let comma = startOfTitles(before: name.lowerBound, from: first) - 1
        guard comma > first, prose.tokens[comma].kind == .comma else { return nil }
        var start = comma
        while start > first, start > comma - 8, prose.tokens[start - 1].kind == .word,
            !prose.tokens[start - 1].traits.has([.determiner, .possessive]),
            !prose.tokens[start - 1].traits.has([.cue, .auxiliary, .pronoun, .conjunction])
        { start -= 1 }
        // Only a described person waits for a name: "the chancellor, Ana Ruiz", "Lima’s mayor, Ana Ruiz".
        guard start > first, start < comma,
            prose.tokens[start - 1].traits.has([.determiner, .possessive])
                || prose.tokens[start - 1].kind == .possessive,
            // "a briefing that included governor Ana Ruiz, Lund said".
            !prose.tokens[start - 1].traits.has(.relative),
            let job = (start..<comma).last(where: isJob), isHead(job, before: comma), !isNamed(job, before: comma)
        else { return nil }
        let possessor = prose.tokens[start - 1].kind == .possessive ? possessor(endingAt: start - 1, from: first) : nil
        guard !isOpening(possessor?.opening ?? start - 1, before: name) else { return nil }
        return (possessor?.name ?? start)..<comma
    }

    private func startOfTitles(before name: Int, from first: Int) -> Int {
        var start = name
        while start > first, prose.tokens[start - 1].isCapitalised, prose.tokens[start - 1].traits.has(.honorific) {
            start -= 1
        }
        return start
    }

    /// Whose the person is who is named next: "[Lima]’s mayor", "the [team]’s doctor".
    /// - Returns: where the phrase opens, and where a name does that says more than "team"; nil without such a name.
    private func possessor(endingAt end: Int, from first: Int) -> (opening: Int, name: Int?) {
        var start = end
        while start > first, start > end - Self.longestPossessor, isPartOfPossessor(start - 1) { start -= 1 }
        let isName = start < end && prose.tokens[start..<end].allSatisfy { !$0.isSmallWord }
        if start > first, prose.tokens[start - 1].traits.has([.determiner, .possessive]) { return (start - 1, nil) }
        // "Her sister’s lawyer" where it opens the sentence.
        return (start, isName && !prose.tokens[start].traits.has(.functionWord) ? start : nil)
    }

    private static let longestPossessor = 5

    private func isPartOfPossessor(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        return token.kind == .word && !token.traits.has(.functionWord) || token.kind == .other && prose.isWord(at, "&")
    }

    /// "According to [the] mayor, Ana Ruiz drove": the comma ends what opens the sentence.
    private func isOpening(_ determiner: Int, before name: Range<Int>) -> Bool {
        let first = prose.sentence(of: name.lowerBound).lowerBound
        guard determiner > first, prose.tokens[determiner - 1].traits.has(.preposition),
            name.upperBound < prose.tokens.count
        else { return false }
        let next = prose.tokens[name.upperBound]
        // "In an attempt to speak with [his] mother, Ruiz was put through": a verb tells it wherever the phrase stands.
        return next.kind == .word && (determiner <= first + 3 || next.traits.has([.auxiliary, .finiteCue]))
    }

    /// Not the "GOP" of "the GOP nomination".
    private func isHead(_ job: Int, before end: Int) -> Bool {
        guard let next = matches.roles[job]?.end, next < end else { return true }
        return prose.tokens[next].traits.has([.preposition, .linking]) || prose.tokens[next].kind != .word
    }

    /// "the mayor [Ana Ruiz]", behind another name, is the next one of a list and no role of the first.
    private func isNamed(_ job: Int, before end: Int) -> Bool {
        guard let next = matches.roles[job]?.end, next < end else { return false }
        let token = prose.tokens[next]
        guard token.isCapitalised, token.shape != .capitals, token.gap == .blank, matches.names[next] == nil else {
            return false
        }
        // "executive Secretary", "Democratic Party’s nominee", "president Ruiz’s envoy".
        let name = (next..<end).prefix { prose.tokens[$0].isCapitalised }
        return prose.tokens[name.endIndex].kind != .possessive
            && !name.contains { matches.roles[$0] != nil || prose.tokens[$0].traits.has(.organisationWord) }
    }

    private func isPartOfRole(_ at: Int, of start: Int) -> Bool {
        let token = prose.tokens[at]
        switch token.kind {
        case .word:
            return
                !(token.isSmallWord && token.traits.has([.auxiliary, .pronoun, .relative])
                || token.isSmallWord && token.traits.has(.cue) && token.traits.has(.finiteCue) && at > start)
        case .possessive, .number, .other: return true
        case .comma, .period, .question, .colon, .semicolon, .dash, .openBracket, .closeBracket, .mark: return false
        }
    }

    func isJob(_ at: Int) -> Bool {
        guard let match = matches.roles[at] else { return false }
        // Lee Man-kay is no man.
        if prose.tokens[at].isCapitalised, match.end < prose.tokens.count, prose.tokens[match.end].gap == .hyphen {
            return false
        }
        // "a professor of law": a title in small letters is what somebody is.
        let title: Term.Notes =
            prose.tokens[at].isSmallWord && !prose.tokens[at].traits.has(.abbreviation) ? [] : .honorific
        return facts.phrases.terms(at: match.node).contains {
            $0.kind == .role && $0.notes.isDisjoint(with: [title, .modifier, .plural])
        }
    }
}
