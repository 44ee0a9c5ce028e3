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

    func isCue(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        guard token.isSmallWord || token.shape == .capital, names.entityOf[at] < 0 else { return false }
        return token.traits.has(.cue) || isCuePhrase(at)
    }

    /// A verb of several words begins here: shot back, pointed out.
    private func isCuePhrase(_ at: Int) -> Bool {
        guard prose.tokens[at].traits.has(.opensPhrase), let match = matches.cues[at] else { return false }
        return facts.phrases.term(at: match.node) { $0 == .cuePhrase }?.notes.contains(.finite) ?? false
    }

    /// The tokens of the cue that begins at one.
    func cue(at: Int) -> Range<Int> { at..<(isCuePhrase(at) ? matches.cues[at]?.end ?? at + 1 : at + 1) }

    /// "was described", "were told": the subject is not who says it.
    func isPassive(_ cue: Int, after lower: Int) -> Bool {
        var at = cue
        while at > lower, prose.tokens[at - 1].isSmallWord, prose.tokens[at - 1].traits.has(.adverb) { at -= 1 }
        guard at > lower, prose.tokens[at - 1].isSmallWord, !isGerund(cue) else { return false }
        return ["was", "were", "been", "is", "are", "be", "being"].contains(prose.text(at - 1))
    }

    func isGerund(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        return token.end - token.start > 4 && prose.bytes[Int(token.end) - 1] == UInt8(ascii: "g")
            && prose.bytes[Int(token.end) - 2] == UInt8(ascii: "n")
    }

    /// A small word in -ed, which may be a past form.
    private func endsInEd(_ token: Token) -> Bool {
        token.isSmallWord && token.end - token.start > 4 && prose.bytes[Int(token.end) - 1] == UInt8(ascii: "d")
            && prose.bytes[Int(token.end) - 2] == UInt8(ascii: "e")
    }

    /// A cue that is a verb with its subject beside it: said, has told; not "to say", "the claims".
    func isFiniteCue(_ at: Int, after lower: Int) -> Bool {
        guard isCue(at) else { return false }
        let token = prose.tokens[at]
        guard at > lower else { return token.traits.has(.finiteCue) }
        let before = prose.tokens[at - 1]
        if before.kind == .possessive { return false }
        if before.traits.has(.auxiliary), before.isSmallWord { return true }
        if before.isSmallWord, before.traits.has([.determiner, .possessive, .preposition]),
            !before.traits.has([.pronoun, .adverb, .relative])
        {
            return false
        }
        if token.traits.has(.pluralNoun) { return isVerb(at, after: lower) }
        return token.traits.has(.finiteCue) || isCuePhrase(at)
    }

    /// "member states" and "the reports" are nouns; "Smith states", "she reports that" are verbs.
    private func isVerb(_ at: Int, after lower: Int) -> Bool {
        let before = prose.tokens[at - 1]
        if names.entityOf[at - 1] >= 0 || before.traits.has([.pronoun, .adverb]) || before.kind == .comma {
            return true
        }
        guard at + 1 < prose.tokens.count else { return false }
        let next = prose.tokens[at + 1]
        return next.kind == .mark || next.kind == .comma || next.kind == .colon
            || next.isSmallWord && prose.text(at + 1) == "that"
    }

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
        // "the fund that pays for the lobster has asked": the clause in between has no subject of its own.
        if phrase.lowerBound > lower + 1, isRelative(phrase.lowerBound - 1), startsAsVerb(phrase.lowerBound) {
            return antecedent(ofRelative: phrase.lowerBound - 1, from: lower)
        }
        if let relative = relative(governing: phrase, from: lower) {
            return antecedent(ofRelative: relative, from: lower)
        }
        return head(of: phrase)
    }

    /// "the groups who wrote to her on Thursday say": the relative word before the verb that a phrase follows.
    private func relative(governing phrase: Range<Int>, from lower: Int) -> Int? {
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

    private func isRelative(_ at: Int) -> Bool {
        prose.tokens[at].isSmallWord && prose.tokens[at].traits.has(.clauseOpener)
            && ["that", "which", "who"].contains(prose.text(at))
    }

    /// Whether what follows "that" or "who" is its verb, and no subject: not "that the minister", "who Smith".
    private func startsAsVerb(_ at: Int) -> Bool {
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
        return nounPhrase(endingAt: end, from: lower).flatMap { head(of: $0) }
    }

    /// also, later, has, would.
    private func isBetweenSubjectAndVerb(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        guard token.isSmallWord, !token.traits.has(.pronoun) else { return false }
        if token.traits.has([.auxiliary, .adverb]) { return true }
        return endsInLy(token)
    }

    private func endsInLy(_ token: Token) -> Bool {
        token.end - token.start > 4 && prose.bytes[Int(token.end) - 1] == UInt8(ascii: "y")
            && prose.bytes[Int(token.end) - 2] == UInt8(ascii: "l")
    }

    /// "Jason Schultz, technical researcher at Talos, said": the phrase before the apposition that closes at `comma`.
    private func subject(beforeApposition comma: Int, from lower: Int) -> Subject? {
        var at = comma
        var steps = 0
        while at > lower, steps < 40 {
            at -= 1
            steps += 1
            let token = prose.tokens[at]
            guard !isQuoted[at] else { return nil }
            guard token.kind == .comma || token.kind == .dash || token.kind == .openBracket else { continue }
            guard let phrase = nounPhrase(endingAt: at, from: lower) else { continue }
            guard let found = head(of: phrase) else { continue }
            if case .entity(let entity) = found.kind, names.entities[entity].kind != .place { return found }
            if case .pronoun = found.kind { return found }
            // "One ad, which is currently airing, argues".
            if isRelative(min(at + 1, comma)), at > lower { return found }
        }
        // Nothing named before it: the whole up to the start.
        guard let phrase = nounPhrase(endingAt: comma, from: lower) else { return nil }
        return head(of: phrase)
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
                if token.isSmallWord, isCue(start - 1), token.traits.has(.finiteCue), !isNounLike(start - 1) {
                    return start == end ? nil : start..<end
                }
                if token.isSmallWord, token.traits.has(.auxiliary) { return start == end ? nil : start..<end }
                start -= 1
                if isSmall, token.traits.has([.personPronoun, .plural, .neuter]), !token.traits.has(.possessive) {
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

    private func isNounLike(_ at: Int) -> Bool {
        at > 0 && prose.tokens[at - 1].traits.has([.determiner, .possessive])
    }

    /// "and" between two names that speak together.
    private func joinsNames(_ at: Int, before end: Int) -> Bool {
        at > 0 && at + 1 < end && names.entityOf[at - 1] >= 0 && names.entityOf[at + 1] >= 0
    }

    // MARK: Right of a verb

    /// The subject after an inverted verb: "said Foreign Ministry spokesman Oleg Nikolenko".
    func subject(after verb: Int, until limit: Int) -> Subject? {
        var start = verb + 1
        // "told the BBC's X" has its addressee there, not a subject: the caller rules those verbs out.
        while start < limit, prose.tokens[start].isSmallWord,
            prose.tokens[start].traits.has(.adverb) || endsInLy(prose.tokens[start]),
            !prose.tokens[start].traits.has(.pronoun)
        { start += 1 }
        guard start < limit else { return nil }
        let token = prose.tokens[start]
        guard token.kind == .word || token.kind == .number else { return nil }
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
                            && !leadsToPerson(end + 1, before: limit)
                    {
                        break loop
                    }
                    if next.traits.has(.auxiliary) || isCue(end) { break loop }
                    if next.traits.has(.preposition), !["of", "for", "at", "from", "with"].contains(prose.text(end)) {
                        break loop
                    }
                }
                end += 1
                if next.isSmallWord, next.traits.has(.personPronoun), end - 1 == start { break loop }
            case .number, .possessive, .other: end += 1
            case .comma:
                // "a spokesman for the ministry, Oleg Nikolenko": the name follows its description.
                if !isNamed(start..<end), end + 1 < limit, let entity = names.entity(at: end + 1),
                    names.entities[entity].kind == .person
                {
                    end += 1
                    continue
                }
                break loop
            case .period, .question, .colon, .semicolon, .dash, .openBracket, .closeBracket, .mark: break loop
            }
        }
        guard end > start else { return nil }
        return head(of: start..<end)
    }

    /// "oil and [gas worker Mike Wipf]": small words and then a person's name.
    private func leadsToPerson(_ at: Int, before limit: Int) -> Bool {
        for next in at..<min(at + 5, limit) {
            if let entity = names.entity(at: next) { return next > at && names.entities[entity].kind == .person }
            let token = prose.tokens[next]
            guard token.isSmallWord, !isQuoted[next],
                !token.traits.has([.auxiliary, .cue, .determiner, .possessive, .pronoun, .preposition, .conjunction])
            else { return false }
        }
        return false
    }

    /// Whether a phrase is headed by a person's name, rather than a description that a name may follow.
    private func isNamed(_ phrase: Range<Int>) -> Bool { !phrase.isEmpty && personHead(of: phrase) != nil }

    // MARK: Heads

    /// Whom a noun phrase names: a pronoun, a person in it, an organisation, or nobody by name.
    func head(of phrase: Range<Int>) -> Subject? {
        var range = phrase
        // Leading adverbs, conjunctions and opening marks are no part of it.
        while let first = range.first, range.count > 1 {
            let token = prose.tokens[first]
            let isLead =
                token.kind != .word && token.kind != .number
                || token.traits.has([.conjunction, .adverb]) && !token.traits.has([.pronoun, .determiner, .possessive])
                    && names.entityOf[first] < 0
            guard isLead else { break }
            range = first + 1..<range.upperBound
        }
        guard let first = range.first else { return nil }
        let token = prose.tokens[first]
        if names.entityOf[first] < 0 {
            if token.traits.has(.object) { return nil }
            if token.traits.has(.personPronoun), !token.traits.has(.possessive) || range.count == 1 {
                return Subject(words: first..<first + 1, kind: .pronoun(first))
            }
            if token.traits.has(.plural), !token.traits.has(.possessive), range.count < 4 {
                return Subject(words: first..<first + 1, kind: .pronoun(first))
            }
            if token.traits.has(.neuter), range.count == 1 {
                return Subject(words: first..<first + 1, kind: .pronoun(first))
            }
            if token.traits.has(.relative), range.count == 1 { return Subject(words: range, kind: .pronoun(first)) }
            if token.traits.has(.speaking) { return nil }
            // A leading adverbial has no comma behind it on careless pages: "In Paris the minister".
            if token.traits.has(.preposition), let name = names.entity(at: range.upperBound - 1),
                names.entities[name].kind == .person
            {
                return Subject(words: mention(around: range.upperBound - 1, in: range), kind: .entity(name))
            }
            if token.traits.has(.preposition) { return nil }
        }
        if let person = personHead(of: range) { return person }
        if let person = unlinkedSurname(range) { return person }
        if let organisation = organisationHead(of: range) { return organisation }
        return isDescription(range) ? Subject(words: trimmed(range), kind: .described) : nil
    }

    /// A lone surname that the names have left out, as an adjective or common word: "Cuban said", of Mark Cuban.
    private func unlinkedSurname(_ range: Range<Int>) -> Subject? {
        guard let last = range.last, range.count <= 2, names.entityOf[last] < 0, prose.tokens[last].shape == .capital
        else { return nil }
        let key = prose.tokens[last].key
        let found = names.entities.prefix(Reach.entities).lastIndex {
            $0.kind == .person && $0.words.count > 1 && $0.words.last == key && $0.mention(before: last) != nil
        }
        return found.map { Subject(words: last..<last + 1, kind: .entity($0)) }
    }

    func mention(around token: Int, in range: Range<Int>) -> Range<Int> {
        let entity = names.entityOf[token]
        var start = token
        var end = token + 1
        while start > range.lowerBound, names.entityOf[start - 1] == entity { start -= 1 }
        while end < range.upperBound, names.entityOf[end] == entity { end += 1 }
        return start..<end
    }

    private func personHead(of range: Range<Int>) -> Subject? {
        var at = range.lowerBound
        var last: Subject?
        var isBehindPreposition = false
        while at < range.upperBound {
            guard let entity = names.entity(at: at) else {
                let token = prose.tokens[at]
                if token.isSmallWord, token.traits.has(.preposition) { isBehindPreposition = true }
                if token.kind == .comma { isBehindPreposition = false }
                at += 1
                continue
            }
            let words = mention(around: at, in: range)
            at = words.upperBound
            let isPossessor = at < range.upperBound && prose.tokens[at].kind == .possessive
            guard names.entities[entity].kind == .person, !isPossessor else { continue }
            // A name that ends the phrase is its head whatever stands before: "a friend of the family, Ana Ruiz".
            if isBehindPreposition && at < range.upperBound { continue }
            if isBehindPreposition && last != nil { continue }
            if isBehindPreposition, !isIntroduced(words, in: range) { continue }
            last = Subject(words: words, kind: .entity(entity))
            if !isBehindPreposition, at < range.upperBound, prose.tokens[at].kind == .comma { break }
        }
        return last
    }

    /// Behind "of" or "for", a person's name is the head only when a role stands right before it:
    /// "Dean of Harvard Law School Martha Minow"; not "a lawyer for Ana Ruiz".
    private func isIntroduced(_ words: Range<Int>, in range: Range<Int>) -> Bool {
        guard words.lowerBound > range.lowerBound else { return false }
        let before = prose.tokens[words.lowerBound - 1]
        if before.kind == .comma { return true }
        return !before.traits.has([.preposition, .determiner, .possessive, .conjunction])
            && words.upperBound == range.upperBound && before.kind == .word
    }

    private func organisationHead(of range: Range<Int>) -> Subject? {
        // "the ministry's spokesman" and "a spokesman for NATO" are described, "the Defense Ministry" is named.
        guard let last = range.last else { return nil }
        var at = range.lowerBound
        if prose.tokens[at].traits.has(.determiner), at < last { at += 1 }
        guard let entity = names.entity(at: at), names.entities[entity].kind != .person else { return nil }
        let words = mention(around: at, in: range)
        guard words.upperBound == range.upperBound || prose.tokens[words.upperBound].traits.has(.preposition) else {
            return nil
        }
        return Subject(words: words, kind: .entity(entity))
    }

    /// A phrase that can stand for a source: it has a noun-like word and is short.
    private func isDescription(_ range: Range<Int>) -> Bool {
        guard range.count <= 14 else { return false }
        if range.contains(where: {
            prose.tokens[$0].isSmallWord && prose.tokens[$0].traits.has(.auxiliary) && names.entityOf[$0] < 0
        }) {
            return false
        }
        let first = prose.tokens[range.lowerBound]
        if first.traits.has([.determiner, .possessive]) { return range.count > 1 }
        if names.entityOf[range.lowerBound] >= 0 { return true }
        // "critics", "police officers", "the" left out; not "three remain unexplained".
        if range.count <= 2,
            range.allSatisfy({
                prose.tokens[$0].isSmallWord && !prose.tokens[$0].traits.has([.cue, .adverb, .pronoun])
                    && !endsInEd(prose.tokens[$0])
            })
        {
            return true
        }
        // "31 percent", "Mexicans", "Others", "Article 33".
        if first.kind == .number { return range.count > 1 && prose.tokens[range.lowerBound + 1].kind == .word }
        if range.count <= 2, first.shape == .capital, !first.traits.has(.date),
            !first.traits.has([.conjunction, .auxiliary, .adverb, .pronoun, .relative]),
            !endsInEd(first) && !isGerund(range.lowerBound)
        {
            return true
        }
        return range.contains { matches.roles[$0] != nil || prose.tokens[$0].traits.has(.organisationWord) }
    }

    /// Whether a name stands where a subject does: a verb behind it, or a verb of saying before it.
    func isBesideVerb(_ mention: Range<Int>) -> Bool {
        var next = mention.upperBound
        while next < prose.tokens.count, next < mention.upperBound + 3, isBetweenSubjectAndVerb(next) {
            if prose.tokens[next].traits.has(.auxiliary) { return true }
            next += 1
        }
        if next < prose.tokens.count, !isQuoted[next], names.entityOf[next] < 0 {
            let token = prose.tokens[next]
            if token.isSmallWord, token.traits.has([.cue, .weakCue, .auxiliary]) || endsInEd(token) { return true }
            // "Nordic Cables bought": what else would stand there.
            if token.isSmallWord, prose.isFirstInSentence(mention.lowerBound),
                !token.traits.has([.preposition, .conjunction, .determiner, .possessive, .pronoun])
            {
                return true
            }
            // "Ana Ruiz, who", "Ana Ruiz, harbour master of Vigo, said".
            if token.kind == .comma || token.kind == .dash || token.kind == .openBracket, next + 1 < prose.tokens.count
            {
                return prose.tokens[next + 1].traits.has(.relative) || prose.isFirstInSentence(mention.lowerBound)
            }
        }
        return mention.lowerBound > 0 && isFiniteCue(mention.lowerBound - 1, after: max(0, mention.lowerBound - 3))
    }

    /// The gender of a noun for a person that ends a description ("spokeswoman"); nil when it ends in no such noun.
    func genderOfPersonNoun(endingAt end: Int, in words: Range<Int>) -> Gender? {
        for at in max(words.lowerBound, end - 3)..<end {
            guard let match = matches.roles[at], match.end == end else { continue }
            let terms = facts.phrases.terms(at: match.node).filter { $0.kind == .role }
            guard terms.contains(where: { !$0.notes.contains(.modifier) }) else { continue }
            if terms.contains(where: { $0.notes.contains(.female) }) { return .female }
            return terms.contains(where: { $0.notes.contains(.male) }) ? .male : .unknown
        }
        return nil
    }

    /// Whether a description ends in an office, of which a story has one holder at a time: the senator, not the judge.
    func isOffice(endingAt end: Int, in words: Range<Int>) -> Bool {
        (max(words.lowerBound, end - 3)..<end).contains { at in
            guard let match = matches.roles[at], match.end == end else { return false }
            return facts.phrases.terms(at: match.node).contains { $0.kind == .role && $0.notes.contains(.office) }
        }
    }

    /// Whether Mr, Mrs or another title of one gender stands before one of a person's names.
    func hasGenderedTitle(_ person: Int) -> Bool {
        names.entities[person].mentions.prefix(20).contains { mention in
            guard mention.lowerBound > 0, let match = matches.roles[mention.lowerBound - 1] else { return false }
            return facts.phrases.terms(at: match.node).contains {
                $0.kind == .role && $0.notes.contains(.honorific) && !$0.notes.isDisjoint(with: [.female, .male])
            }
        }
    }

    func endsAsVerb(_ at: Int) -> Bool { endsInEd(prose.tokens[at]) && names.entityOf[at] < 0 }

    /// Adds what kind of thing a subject is.
    func describe(_ subject: Subject?, _ clues: inout Clues) {
        guard let subject else { return }
        switch subject.kind {
        case .entity(let entity):
            let kind = names.entities[entity].kind
            let isPerson = kind == .person
            clues.insert(isPerson ? .person : kind == .place ? .place : .organisation)
            clues.insert(.fullName, if: isPerson && names.entities[entity].words.count > 1)
        case .pronoun(let token):
            let traits = prose.tokens[token].traits
            clues.insert(traits.has(.personPronoun) ? .heOrShe : traits.has(.relative) ? .who : .theyOrIt)
        case .described:
            clues.insert(.described)
            clues.insert(
                .roleInDescription,
                if: subject.words.contains {
                    matches.roles[$0] != nil || prose.tokens[$0].traits.has(.organisationWord)
                })
        }
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound + 1, prose.tokens[end - 1].kind != .word && prose.tokens[end - 1].kind != .number {
            end -= 1
        }
        return range.lowerBound..<end
    }
}
