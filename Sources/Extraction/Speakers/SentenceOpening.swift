import News

/// Who a sentence is about: the first phrase in it that is no adverbial.
extension BesideQuotation {
    /// Who a sentence begins with: a name, a pronoun, "the ministry".
    func opening(of window: Range<Int>) -> Subject? {
        var at = behindDateline(window)
        var isSubordinate = false
        while at + 1 < window.upperBound,
            clauses.isQuoted[at] || prose.tokens[at].kind != .word
                || prose.tokens[at].traits.has([.conjunction, .adverb]) && names.entityOf[at] < 0
        {
            if !clauses.isQuoted[at], clauses.isSubordinator(at), !prose.tokens[at + 1].traits.has(.adverb) {
                isSubordinate = true
            }
            at += 1
        }
        guard at < window.upperBound else { return nil }
        if isSubordinate || isAdverbial(at, window) { at = behindAdverbials(at, window) ?? at }
        let end = endOfOpening(at, window)
        guard end > at else { return nil }
        if let named = nameBehind(at..<end, window) { return named }
        if let actor = actor(at..<end) { return actor }
        return clauses.head(of: at..<end).map { givenName(of: $0, window) ?? $0 }
    }

    /// "A guard who gave her name only as [Ana]", "his aide, who would give only his first name, [Juan], said"
    private func givenName(of subject: Subject, _ window: Range<Int>) -> Subject? {
        guard prose.language.isEnglish, case .described = subject.kind else { return nil }
        var at = subject.words.upperBound
        if at < window.upperBound, prose.tokens[at].kind == .comma { at += 1 }
        guard at < window.upperBound, prose.isWord(at, "who") else { return nil }
        let reach = at..<min(at + 14, window.upperBound)
        guard
            let naming = reach.first(where: {
                prose.isWord($0, "name") || prose.isWord($0, "surname") || prose.isWord($0, "identified")
            }), let name = (naming..<min(naming + 6, window.upperBound)).first(where: { names.entityOf[$0] >= 0 }),
            let entity = names.entity(at: name), names.entities[entity].kind == .person
        else { return nil }
        return Subject(words: clauses.mention(around: name, in: name..<window.upperBound), kind: .entity(entity))
    }

    /// "On Monday,", "Speaking in Lima,", "Hours later,": what comes before the subject.
    private func isAdverbial(_ at: Int, _ window: Range<Int>) -> Bool {
        guard names.entityOf[at] < 0 else { return false }
        if prose.tokens[at].traits.has([.preposition, .date]) || clauses.isGerund(at) { return true }
        // "Asked whether she would", "Born in Rye".
        if at + 1 < window.upperBound, prose.tokens[at].isCapitalised, clauses.isCue(at) || clauses.hasEndingEd(at),
            prose.tokens[at + 1].isSmallWord, prose.tokens[at + 1].traits.has([.preposition, .conjunction])
        {
            return true
        }
        return beginsWithTime(at, window)
    }

    private func beginsWithTime(_ at: Int, _ window: Range<Int>) -> Bool {
        (at..<min(at + 4, window.upperBound)).prefix { names.entityOf[$0] < 0 && prose.tokens[$0].kind == .word }
            .contains { prose.tokens[$0].traits.has(.timeNoun) }
    }

    /// Behind the comma that ends the adverbials of a sentence: "At a rally in Piura, Peru, on Tuesday, [Senator Ruiz]".
    private func behindAdverbials(_ at: Int, _ window: Range<Int>) -> Int? {
        var found: Int?
        for comma in at..<window.upperBound
        where prose.tokens[comma].kind == .comma && !clauses.isQuoted[comma] && comma + 1 < window.upperBound {
            found = comma + 1
            if !goesOnAsAdverbial(comma + 1, window) { break }
        }
        return found
    }

    private func goesOnAsAdverbial(_ at: Int, _ window: Range<Int>) -> Bool {
        let token = prose.tokens[at]
        // "On the topic of another mayor, Ana Ruiz, [Juan Vega] was"
        if let person = personEnd(at, window), isBeforePerson(person, window) { return true }
        if let entity = names.entity(at: at) {
            let end = clauses.mention(around: at, in: at..<window.upperBound).upperBound
            return names.entities[entity].kind == .place && end < window.upperBound && prose.tokens[end].kind == .comma
        }
        return token.kind == .number || beginsWithTime(at, window) || token.traits.has(.date)
            || token.isSmallWord && token.traits.has(.preposition) && !token.traits.has(.determiner)
    }

    /// A comma, and then a person's name that is nobody's possession: not "Ana Ruiz, Juan Vega's lawyer".
    private func isBeforePerson(_ comma: Int, _ window: Range<Int>) -> Bool {
        guard comma + 1 < window.upperBound, prose.tokens[comma].kind == .comma,
            let end = personEnd(comma + 1, window), end < window.upperBound
        else { return false }
        return prose.tokens[end].kind == .word
    }

    /// Where a person's name ends that begins at a token, or behind titles there.
    private func personEnd(_ start: Int, _ window: Range<Int>) -> Int? {
        var at = start
        while at + 1 < window.upperBound, names.entityOf[at] < 0, prose.tokens[at].isCapitalised,
            prose.tokens[at].traits.has([.honorific, .role])
        { at += 1 }
        guard at < window.upperBound, let entity = names.entity(at: at), names.entities[entity].kind == .person else {
            return nil
        }
        return clauses.mention(around: at, in: at..<window.upperBound).upperBound
    }

    /// Where the phrase ends that begins at a token: before a verb, a preposition, or what follows a name.
    private func endOfOpening(_ at: Int, _ window: Range<Int>) -> Int {
        var end = at
        while end < window.upperBound, !clauses.isQuoted[end], end < at + 8 {
            let token = prose.tokens[end]
            guard token.kind == .word || token.kind == .possessive && end > at && isOwned(end, window) else { break }
            if prose.isWord(end, "and"), end > at, joinsPeople(end, window) {
                end += 1
                while end < window.upperBound, names.entityOf[end] >= 0 { end += 1 }
                break
            }
            if names.entityOf[end] < 0, end > at, token.isSmallWord,
                token.traits.has([.auxiliary, .cue, .weakCue, .preposition, .conjunction, .relative])
            {
                break
            }
            if end > at, names.entityOf[end - 1] >= 0, names.entityOf[end] < 0, token.kind != .possessive,
                !isOfficeOf(end, window), !isBehindArticleAndName(end, at)
            {
                break
            }
            // "My daughter insists", whatever the verb.
            if end > at + 1, isRelative(at..<end), token.isSmallWord, clauses.matches.roles[end] == nil { break }
            // "Ministers attacked", "the club sacked", but "the accused".
            let isBehindNoun = end > at + 1 || end > at && !prose.tokens[at].traits.has([.determiner, .possessive])
            if isBehindNoun, clauses.endsAsVerb(end) || token.isSmallWord && token.traits.has(.pastVerb) { break }
            end += 1
        }
        return end
    }

    /// "My daughter", "A neighbour"
    private func isRelative(_ words: Range<Int>) -> Bool {
        prose.language.isEnglish && prose.tokens[words.lowerBound].traits.has([.determiner, .possessive])
            && clauses.isRelation(endingAt: words.upperBound, in: words)
    }

    private func joinsPeople(_ and: Int, _ window: Range<Int>) -> Bool {
        guard and + 1 < window.upperBound, let second = names.entity(at: and + 1) else { return false }
        let end = clauses.mention(around: and + 1, in: and + 1..<window.upperBound).upperBound
        return names.entities[second].kind == .person && end < window.upperBound && prose.tokens[end].kind == .word
            && names.pair(endingAt: and + 1, in: and - 1..<and + 2, prose) != nil
    }

    /// "Ruiz's lawyer was relieved": it is about the lawyer; "Ruiz's statement was short" is as good as about her.
    private func isOwned(_ possessive: Int, _ window: Range<Int>) -> Bool {
        if let entity = names.entity(at: possessive + 1), names.entities[entity].kind == .person { return true }
        let owned = possessive + 1..<min(possessive + 6, max(window.upperBound, possessive + 1))
        return !owned.contains { prose.tokens[$0].traits.has(.speechNoun) }
            && owned.contains { at in
                guard let role = clauses.matches.roles[at] else { return false }
                return clauses.genderOfPersonNoun(endingAt: role.end, in: at..<role.end) != nil
            }
    }

    /// "the Ruiz [campaign]"
    private func isBehindArticleAndName(_ end: Int, _ start: Int) -> Bool {
        prose.tokens[end].isSmallWord && prose.tokens[start].traits.has([.determiner, .possessive])
            && end - start < 4 && (start + 1..<end).allSatisfy { names.entityOf[$0] >= 0 }
            && (names.entity(at: end - 1).map { names.entities[$0].kind == .person } ?? false)
    }

    /// "Peru [Senator] Ana Ruiz", "the Ruiz [campaign spokesman] Juan Vega": an office behind a name, before a person's.
    private func isOfficeOf(_ at: Int, _ window: Range<Int>) -> Bool {
        guard let entity = names.entity(at: at - 1) else { return false }
        for next in at..<min(at + 4, window.upperBound) {
            guard prose.tokens[next].kind == .word, names.entityOf[next] < 0 else { return false }
            guard let role = clauses.matches.roles[next] else { continue }
            let isBeforeName = role.end < window.upperBound && names.entityOf[role.end] >= 0
            return isBeforeName || next == at && names.entities[entity].kind != .person
        }
        return false
    }

    /// "[The shipyard] sued Ana Ruiz", "[Villagers] gave Mr. Ruiz": what stands right before a name and is no office is a
    /// verb, if there is a noun before it.
    private func actor(_ phrase: Range<Int>) -> Subject? {
        guard prose.language.isEnglish, var name = phrase.first(where: { names.entityOf[$0] >= 0 }),
            name > phrase.lowerBound, names.entity(at: name).map({ names.entities[$0].kind == .person }) ?? false
        else { return nil }
        while name > phrase.lowerBound, prose.tokens[name - 1].traits.has(.honorific) { name -= 1 }
        let verb = name - 1
        guard verb > phrase.lowerBound, prose.tokens[verb].isSmallWord, prose.tokens[verb - 1].kind == .word,
            !prose.tokens[verb].traits.has(.roleModifier.union([.role, .functionWord])),
            clauses.genderOfPersonNoun(endingAt: verb + 1, in: phrase) == nil
        else { return nil }
        let first = prose.tokens[phrase.lowerBound]
        let noun = phrase.lowerBound..<verb
        guard noun.count > 1 || !first.traits.has([.determiner, .possessive]) && clauses.endsInS(phrase.lowerBound),
            noun.count == 1 || clauses.endsInS(verb - 1) || first.traits.has([.determiner, .possessive])
        else { return nil }
        return clauses.head(of: noun)
    }

    /// "Her deputy, a volcanologist named [Ana Ruiz]", "His rival, Republican rower [Juan Vega]"
    private func leadsToName(_ at: Int, behind comma: Int) -> Bool {
        let token = prose.tokens[at]
        if token.traits.has(.affiliate) { return true }
        guard names.entityOf[at] < 0 else { return false }
        return clauses.matches.roles[at] != nil || at == comma + 1 && (prose.isWord(at, "a") || prose.isWord(at, "an"))
            || token.isSmallWord && (prose.isWord(at, "named") || prose.isWord(at, "called"))
            || token.isSmallWord && at + 1 < prose.tokens.count && prose.isWord(at + 1, "named")
    }

    /// "An old Ruiz ally"
    private func isOpenedByArticle(_ phrase: Range<Int>) -> Bool {
        (prose.isWord(phrase.lowerBound, "A") || prose.isWord(phrase.lowerBound, "An"))
            && prose.tokens[phrase.upperBound - 1].isSmallWord
    }

    /// "The mayor of Lima, [Ana Ruiz], gave": the name behind a description.
    private func nameBehind(_ phrase: Range<Int>, _ window: Range<Int>) -> Subject? {
        guard !clauses.isNamed(phrase) || isOpenedByArticle(phrase), prose.tokens[phrase.lowerBound].kind == .word,
            !clauses.endsInS(phrase.upperBound - 1)
        else { return nil }
        var at = phrase.upperBound
        while at < window.upperBound, at < phrase.upperBound + 8, !clauses.isQuoted[at],
            prose.tokens[at].kind == .word || prose.tokens[at].kind == .possessive && at > phrase.upperBound,
            !(prose.tokens[at].isSmallWord && prose.tokens[at].traits.has([.auxiliary, .cue, .weakCue, .relative])),
            at == phrase.upperBound
                ? prose.tokens[at].traits.has(.preposition)
                : !clauses.endsAsVerb(at) || prose.tokens[at - 1].traits.has(.determiner)
        { at += 1 }
        guard at < window.upperBound, prose.tokens[at].kind == .comma else { return nil }
        var name = at + 1
        // "Its leader, [Labour's] Ana Ruiz"
        if name + 1 < window.upperBound, names.entityOf[name] >= 0, prose.tokens[name + 1].kind == .possessive {
            name += 2
        }
        while name < min(at + 6, window.upperBound), leadsToName(name, behind: at) { name += 1 }
        guard name < window.upperBound, let entity = names.entity(at: name), names.entities[entity].kind == .person
        else { return nil }
        let words = clauses.mention(around: name, in: name..<window.upperBound)
        guard words.upperBound < window.upperBound else { return nil }
        // "A friend of the family, [Ana Ruiz] said": a comma would follow, were she not the subject herself.
        let isSubject =
            prose.tokens[phrase.lowerBound].traits.has(.determiner) && !prose.isWord(phrase.lowerBound, "The")
            && (clauses.isFiniteCue(words.upperBound, after: words.lowerBound) || clauses.endsAsVerb(words.upperBound))
        guard isSubject || prose.tokens[words.upperBound].kind == .comma else { return nil }
        return Subject(words: words, kind: .entity(entity))
    }
}

extension ClauseReader {
    func hasEndingEd(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        return token.end - token.start > 4 && prose.bytes[Int(token.end) - 1] == UInt8(ascii: "d")
            && prose.bytes[Int(token.end) - 2] == UInt8(ascii: "e")
    }

    /// "A neighbour", "his wife", "Ruiz's lawyer": somebody whom the story has not named; their gender.
    func genderOfSomebodyNew(_ words: Range<Int>) -> Gender? {
        let first = prose.tokens[words.lowerBound]
        guard
            first.traits.has([.determiner, .possessive]) || isOwnedBySomebody(words)
                || first.kind == .word && prose.text(words.lowerBound) == "One",
            !["the", "this", "that"].contains(prose.text(words.lowerBound).lowercased())
        else { return nil }
        // "A resident named Ruiz"
        if words.upperBound < prose.tokens.count, prose.tokens[words.upperBound].isSmallWord,
            ["named", "called"].contains(prose.text(words.upperBound))
        {
            return nil
        }
        if let gender = genderOfPersonNoun(endingAt: words.upperBound, in: words) { return gender }
        // "An attendant who": whatever an attendant is, it is a person.
        return words.count > 1 && words.upperBound < prose.tokens.count && prose.isWord(words.upperBound, "who")
            ? .unknown : nil
    }

    /// "Ruiz's lawyer"; not "It's the lawyer".
    private func isOwnedBySomebody(_ words: Range<Int>) -> Bool {
        words.dropFirst().contains { prose.tokens[$0].kind == .possessive && names.entityOf[$0 - 1] >= 0 }
    }

    /// "Even as", "After Ruiz won,": a clause follows, and the main one behind its comma.
    func isSubordinator(_ at: Int) -> Bool {
        [
            "after", "although", "as", "because", "before", "if", "once", "since", "though", "unless", "until", "when",
            "whenever", "whereas", "while",
        ].contains(prose.text(at).lowercased())
    }
}
