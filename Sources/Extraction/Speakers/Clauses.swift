import News

/// Who does a verb, as the words beside it say.
struct Subject {
    /// Its words, for "as written".
    let words: Range<Int>
    let kind: Kind

    enum Kind {
        /// Names somebody: an index in `Names.entities`.
        case entity(Int)
        /// he, she, they, it, who: the token.
        case pronoun(Int)
        /// A source described and not named: "a police spokesman".
        case described
    }
}

/// Finds subjects and cues: what little of grammar attribution needs.
struct ClauseReader {
    let prose: Prose
    let facts: Facts
    let names: Names
    let matches: PhraseMatches
    /// For each token, whether it stands inside quotation marks (the marks too).
    let isQuoted: [Bool]
    // MARK: Left of a verb

    /// The subject of the verb at `verb`, looked for from there back to `lower`.
    func subject(before verb: Int, from lower: Int) -> Subject? {
        var end = verb
        while end > lower, isBetweenSubjectAndVerb(end - 1) { end -= 1 }
        guard end > lower else { return nil }
        if isRelative(end - 1), end - 1 > lower { return Subject(words: end - 1..<end, kind: .pronoun(end - 1)) }
        if prose.tokens[end - 1].kind == .comma || prose.tokens[end - 1].kind == .dash
            || prose.tokens[end - 1].kind == .closeBracket
        {
            return subject(beforeApposition: end - 1, from: lower)
                ?? nounPhrase(endingAt: end - 1, from: lower).flatMap { head(of: $0) }
        }
        guard let phrase = nounPhrase(endingAt: end, from: lower) else { return nil }
        // "Den Clip veröffentlichte …": an article that shows an object.
        if prose.tokens[phrase.lowerBound].traits.isSuperset(of: [.object, .determiner]) { return nil }
        // "the fund that pays for the lobster has asked": the clause in between has no subject of its own.
        if phrase.lowerBound > lower + 1, isRelative(phrase.lowerBound - 1), startsAsVerb(phrase.lowerBound) {
            return antecedent(ofRelative: phrase.lowerBound - 1, from: lower)
        }
        if let named = named(before: phrase, from: lower) { return named }
        if let relative = relative(governing: phrase, from: lower) {
            return antecedent(ofRelative: relative, from: lower)
        }
        return head(of: phrase)
    }

    /// "the groups who wrote to her on Thursday say": the relative word before the verb that a phrase follows.
    func relative(governing phrase: Range<Int>, from lower: Int) -> Int? {
        var at = phrase.lowerBound
        while at > lower, at > phrase.lowerBound - 4 {
            at -= 1
            if isRelative(at) { return at < phrase.lowerBound - 1 && at > lower ? at : nil }
            let token = prose.tokens[at]
            guard token.isSmallWord, names.entityOf[at] < 0, token.traits.has([.cue, .auxiliary, .adverb, .weakCue])
            else { return nil }
        }
        return nil
    }

    func isRelative(_ at: Int) -> Bool {
        prose.tokens[at].isSmallWord && prose.tokens[at].traits.has(.clauseOpener)
            && ["that", "which", "who"].contains(prose.text(at))
    }

    /// Whether what follows "that" or "who" is its verb, and no subject: not "that the minister", "who Smith".
    func startsAsVerb(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        return token.isSmallWord && names.entityOf[at] < 0 && !token.traits.has([.determiner, .possessive, .pronoun])
            && matches.roles[at] == nil
    }

    /// Who "who", "which" or "that" stands for: what is named or described right before it.
    func antecedent(ofRelative at: Int, from lower: Int) -> Subject? {
        var end = at
        while end > lower, prose.tokens[end - 1].kind == .comma { end -= 1 }
        // "waits for Ana Ruiz, who": the name right before it, wherever that stands.
        if end > lower, let entity = names.entity(at: end - 1), names.entities[entity].kind == .person {
            return Subject(words: mention(around: end - 1, in: lower..<end), kind: .entity(entity))
        }
        guard var phrase = nounPhrase(endingAt: end, from: lower) else { return nil }
        // "Ana Ruiz wore [a shirt] that said": what has an article of its own.
        if end > lower, names.entityOf[end - 1] < 0, prose.text(at) != "who",
            let article = phrase.last(where: {
                prose.tokens[$0].isSmallWord && prose.tokens[$0].traits.has(.determiner)
            })
        {
            phrase = article..<phrase.upperBound
        }
        return head(of: phrase)
    }

    /// also, later, has, would.
    func isBetweenSubjectAndVerb(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        if isContraction(at) { return true }
        guard token.isSmallWord, !token.traits.has(.pronoun) else { return false }
        if token.traits.has([.auxiliary, .adverb]) { return true }
        return endsInLy(token)
    }

    /// "I[’d] tell her"
    private func isContraction(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        guard token.kind == .other, token.gap == .none, token.end - token.start > 1 else { return false }
        let sign = prose.bytes[Int(token.start)]
        return sign == UInt8(ascii: "'") || sign == 0xE2
    }

    func endsInLy(_ token: Token) -> Bool {
        token.end - token.start > 4 && prose.bytes[Int(token.end) - 1] == UInt8(ascii: "y")
            && prose.bytes[Int(token.end) - 2] == UInt8(ascii: "l")
    }

    /// The noun phrase that ends before `end`: back to a comma, a clause opener, a verb of another clause, a quotation.
    func nounPhrase(endingAt end: Int, from lower: Int) -> Range<Int>? {
        var start = end
        while start > lower {
            let token = prose.tokens[start - 1]
            if isQuoted[start - 1] { break }
            switch token.kind {
            case .word:
                if names.entityOf[start - 1] >= 0 {
                    start -= 1
                    continue
                }
                let isSmall = token.isSmallWord || token.shape == .capital || token.shape == .initial
                if isSmall, token.traits.has(.clauseOpener), !token.traits.has(.determiner) || start == end {
                    return start == end ? nil : start..<end
                }
                if isSmall, token.traits.has(.conjunction), !joinsNames(start - 1, before: end) {
                    return start == end ? nil : start..<end
                }
                if token.isSmallWord, isCue(start - 1), token.traits.has(.finiteCue), !isNounLike(start - 1),
                    !isNounBeforeNoun(start - 1)
                {
                    return start == end ? nil : start..<end
                }
                if token.isSmallWord, token.traits.has(.auxiliary) { return start == end ? nil : start..<end }
                // "Ruiz took on Costa after the minister had said"
                if start < end, token.traits.has(.preposition), opensTimeClause(start - 1, from: lower) {
                    return start..<end
                }
                start -= 1
                if isSmall, token.traits.has([.personPronoun, .plural, .neuter, .speaking]),
                    !token.traits.has(.possessive), !(start + 1 == end && isOneOf(start, from: lower))
                {
                    return start..<end
                }
            case .number, .possessive, .other:
                start -= 1
            case .comma, .period, .question, .colon, .semicolon, .dash, .openBracket, .closeBracket, .mark:
                return start == end ? nil : start..<end
            }
        }
        return start == end ? nil : start..<end
    }

    func opensTimeClause(_ at: Int, from lower: Int) -> Bool {
        prose.language.isEnglish && at > lower
            && (prose.tokens[at - 1].kind == .word
                || prose.tokens[at - 1].kind == .comma && hasVerb(lower..<at))
            && (prose.isWord(at, "after") || prose.isWord(at, "before") || prose.isWord(at, "until"))
    }

    func hasVerb(_ words: Range<Int>) -> Bool {
        words.contains { !isQuoted[$0] && (isFiniteCue($0, after: words.lowerBound) || endsAsVerb($0)) }
    }

    /// "one of [them]"
    private func isOneOf(_ pronoun: Int, from lower: Int) -> Bool {
        pronoun > lower + 1 && prose.tokens[pronoun].traits.has(.object) && prose.text(pronoun - 1) == "of"
            && prose.tokens[pronoun - 2].traits.has(.indefinite)
    }

    func isNounLike(_ at: Int) -> Bool {
        at > 0 && prose.tokens[at - 1].traits.has([.determiner, .possessive])
    }

    /// "state police", "state television": a noun that is also a verb, before another noun.
    func isNounBeforeNoun(_ at: Int) -> Bool {
        guard prose.tokens[at].traits.has(.pluralNoun), !endsInS(at), at + 1 < prose.tokens.count else { return false }
        let next = prose.tokens[at + 1]
        return next.isSmallWord && !next.traits.has(.functionWord) && names.entityOf[at + 1] < 0
    }

    /// "and" between two names that speak together.
    func joinsNames(_ at: Int, before end: Int) -> Bool {
        at > 0 && at + 1 < end && names.entityOf[at - 1] >= 0 && names.entityOf[at + 1] >= 0
    }

    // MARK: Right of a verb

    /// The subject after an inverted verb: "said Foreign Ministry spokesman Oleg Nikolenko".
    func subject(after verb: Int, until limit: Int) -> Subject? {
        var start = cue(at: verb).upperBound
        // "told the BBC's X" has its addressee there, not a subject: the caller rules those verbs out.
        while start < limit, prose.tokens[start].isSmallWord,
            prose.tokens[start].traits.has(.adverb) || endsInLy(prose.tokens[start]),
            !prose.tokens[start].traits.has(.pronoun)
        { start += 1 }
        guard start < limit else { return nil }
        let token = prose.tokens[start]
        guard token.kind == .word || token.kind == .number else { return nil }
        // "Afirmó que …": who said so is left out.
        if !prose.language.isEnglish, token.isSmallWord, token.traits.has([.relative, .clauseOpener]) { return nil }
        if token.isSmallWord, token.traits.has([.preposition, .conjunction, .auxiliary]),
            !token.traits.has([.determiner, .pronoun])
        {
            return nil
        }
        var end = start
        loop: while end < limit {
            let next = prose.tokens[end]
            if isQuoted[end] { break }
            switch next.kind {
            case .word:
                if names.entityOf[end] < 0, next.isSmallWord, end > start {
                    if next.traits.has(.clauseOpener)
                        || next.traits.has(.conjunction) && !joinsNames(end, before: limit)
                            && !leadsToPerson(end + 1, from: start, before: limit)
                    {
                        break loop
                    }
                    if next.traits.has(.auxiliary) || isCue(end) && !isNounLike(end) { break loop }
                    if !prose.language.isEnglish, opensPhrase(end, after: start) { break loop }
                    if next.traits.has(.preposition), !next.traits.has(.linking) {
                        break loop
                    }
                }
                end += 1
                if next.isSmallWord, next.traits.has(.personPronoun), end - 1 == start { break loop }
            case .number, .possessive, .other: end += 1
            case .comma:
                // "a spokesman for the ministry, Oleg Nikolenko": the name follows its description.
                if !isNamed(start..<end), end + 1 < limit, let entity = names.entity(at: end + 1),
                    names.entities[entity].kind == .person, !isBeforeVerb(mention(around: end + 1, in: end + 1..<limit))
                {
                    end += 1
                    continue
                }
                break loop
            case .period, .question, .colon, .semicolon, .dash, .openBracket, .closeBracket, .mark: break loop
            }
        }
        guard end > start else { return nil }
        // "said a statement by the ministry": the ministry's.
        if end + 1 < limit, prose.tokens[end].isSmallWord, ["by", "from"].contains(prose.text(end)),
            !(start..<end).contains(where: { names.entityOf[$0] >= 0 }),
            prose.tokens[end - 1].isSmallWord, prose.tokens[end - 1].traits.has(.speechNoun),
            let author = subject(after: end, until: limit), case .entity = author.kind
        {
            return author
        }
        return head(of: start..<end)
    }

    /// "according to prosecutors, [Ana Ruiz] was driving": a name that begins a clause of its own.
    private func isBeforeVerb(_ mention: Range<Int>) -> Bool {
        guard mention.upperBound < prose.tokens.count, !isQuoted[mention.upperBound] else { return false }
        let next = prose.tokens[mention.upperBound]
        return next.kind == .possessive
            || next.isSmallWord && !next.traits.has([.preposition, .conjunction, .relative, .date])
    }

    /// "sagte der Minister [dem Blatt]", "critica Rossi [la scelta]", "zei Bakker [maandag]": a day or an article begins
    /// another phrase, unless a preposition or a genitive leads to it.
    private func opensPhrase(_ at: Int, after start: Int) -> Bool {
        let traits = prose.tokens[at].traits
        return traits.has(.date)
            || traits.has(.determiner) && !traits.has(.linking)
                && !prose.tokens[at - 1].traits.has([.preposition, .linking, .determiner])
    }

    /// "oil and [gas worker Mike Wipf]", "founder and [Chief Executive Mike Wipf]": words of a role and then a person's
    /// name, which "and" joins with what nobody's name stands in.
    func leadsToPerson(_ at: Int, from start: Int, before limit: Int) -> Bool {
        let isUnnamed = !(start..<at).contains { names.entityOf[$0] >= 0 }
        for next in at..<min(at + (isUnnamed ? 8 : 5), limit) {
            if let entity = names.entity(at: next) {
                if names.entities[entity].kind == .person { return next > at }
                guard isUnnamed else { return false }
                continue
            }
            let token = prose.tokens[next]
            guard token.isSmallWord || isUnnamed && token.isCapitalised, !isQuoted[next],
                !token.traits.has([.auxiliary, .cue, .determiner, .possessive, .pronoun, .preposition, .conjunction])
            else { return false }
        }
        return false
    }

    /// Whether a phrase is headed by a person's name, rather than a description that a name may follow.
    func isNamed(_ phrase: Range<Int>) -> Bool { !phrase.isEmpty && personHead(of: phrase) != nil }
}
