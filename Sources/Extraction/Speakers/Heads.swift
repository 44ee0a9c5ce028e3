import News

/// Whom a noun phrase names or describes.
extension ClauseReader {
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
        // French M. before a name, and m’, are one word to the tables.
        let isTitle = token.shape == .initial && token.traits.has(.honorific) && range.count > 1
        if names.entityOf[first] < 0, !isTitle {
            if token.traits.has(.object), !token.traits.has(.determiner) { return nil }
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
            if token.traits.has(.speaking) {
                if range.count == 1 { return Subject(words: range, kind: .pronoun(first)) }
                // "Are you aware Ruiz said": hers.
                let last = range.upperBound - 1
                return names.entity(at: last).map {
                    Subject(words: mention(around: last, in: range), kind: .entity($0))
                }
            }
            // A leading adverbial has no comma behind it on careless pages: "In Paris the minister".
            if token.traits.has(.preposition), prose.language.isEnglish,
                let name = names.entity(at: range.upperBound - 1),
                names.entities[name].kind == .person
            {
                return Subject(words: mention(around: range.upperBound - 1, in: range), kind: .entity(name))
            }
            if token.traits.has(.preposition) { return nil }
        }
        // "Sir – Your leader says"
        if range.count == 1, prose.language.isEnglish, names.entityOf[first] < 0, token.traits.has(.honorific),
            !token.traits.has(.role)
        {
            return nil
        }
        if let two = twoPeople(range) { return two }
        if let person = personHead(of: range) { return person }
        if let person = unlinkedSurname(range) { return person }
        // "the Republican"
        if range.count == 2, prose.tokens[range.upperBound - 1].traits.has(.affiliate), prose.isWord(first, "the") {
            return Subject(words: range, kind: .described)
        }
        if let organisation = organisationHead(of: range) { return organisation }
        // "another", "someone": nobody's name takes it up.
        if range.count == 1, token.traits.has(.indefinite), names.entityOf[first] < 0,
            first + 1 >= prose.tokens.count || !prose.isWord(first + 1, "of")
        {
            return Subject(words: range, kind: .pronoun(first))
        }
        // "a listed “monument”": the words go on into the quotation.
        if range.upperBound < prose.tokens.count, isQuoted[range.upperBound], !isQuoted[range.upperBound - 1],
            range.lowerBound > 0, !isCue(range.lowerBound - 1), !endsCuePhrase(range.lowerBound)
        {
            return nil
        }
        return isDescription(range) ? Subject(words: trimmed(range), kind: .described) : nil
    }

    /// "Ana Ruiz and Juan Vega", who say it together.
    private func twoPeople(_ range: Range<Int>) -> Subject? {
        guard range.count < 12, let end = range.last, let pair = names.pair(endingAt: end, in: range, prose) else {
            return nil
        }
        return Subject(words: mention(around: pair.and - 1, in: range).lowerBound..<range.upperBound, kind: .described)
    }

    /// A lone surname that the names have left out, as an adjective or common word: "Cuban said", of Mark Cuban.
    func unlinkedSurname(_ range: Range<Int>) -> Subject? {
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

    func personHead(of range: Range<Int>) -> Subject? {
        var at = range.lowerBound
        var last: Subject?
        var isBehindPreposition = false
        while at < range.upperBound {
            guard let entity = names.entity(at: at) else {
                let token = prose.tokens[at]
                if token.isSmallWord, token.traits.has(.preposition) { isBehindPreposition = true }
                // "der Sprecher der Ministerin": the second article is a genitive.
                if prose.language.capitalisesNouns, token.traits.has(.determiner), at > range.lowerBound {
                    isBehindPreposition = true
                }
                if token.kind == .comma { isBehindPreposition = false }
                at += 1
                continue
            }
            let words = mention(around: at, in: range)
            at = words.upperBound
            let isPossessor = at < range.upperBound && prose.tokens[at].kind == .possessive
            guard names.entities[entity].kind == .person, !isPossessor, !isModifier(words, in: range) else { continue }
            // A name that ends the phrase is its head whatever stands before: "a friend of the family, Ana Ruiz".
            if isBehindPreposition && at < range.upperBound { continue }
            if isBehindPreposition && last != nil { continue }
            if isBehindPreposition, !isIntroduced(words, in: range) { continue }
            last = Subject(words: words, kind: .entity(entity))
            if !isBehindPreposition, at < range.upperBound, prose.tokens[at].kind == .comma { break }
        }
        return last
    }

    /// "the Ruiz campaign", "the Ruiz White House", "Ruiz officials": a name that says whose they are.
    private func isModifier(_ words: Range<Int>, in range: Range<Int>) -> Bool {
        let next = words.upperBound
        guard prose.language.isEnglish, next < range.upperBound else { return false }
        let hasArticle =
            words.lowerBound == range.lowerBound + 1
            && prose.tokens[range.lowerBound].traits.has([.determiner, .possessive])
        if let entity = names.entity(at: next) { return hasArticle && names.entities[entity].kind != .person }
        let token = prose.tokens[next]
        guard token.isSmallWord, !token.traits.has(.functionWord.union([.date, .cue, .weakCue])) else { return false }
        return hasArticle || words.lowerBound == range.lowerBound && next + 1 == range.upperBound && endsInS(next)
    }

    /// Behind "of" or "for", a person's name is the head only when a role stands right before it:
    /// "Dean of Harvard Law School Martha Minow"; not "a lawyer for Ana Ruiz".
    func isIntroduced(_ words: Range<Int>, in range: Range<Int>) -> Bool {
        guard words.lowerBound > range.lowerBound else { return false }
        let before = prose.tokens[words.lowerBound - 1]
        if before.kind == .comma { return true }
        if !prose.language.isEnglish, isOwnedRole(before: words.lowerBound, in: range) { return false }
        return !before.traits.has([.preposition, .determiner, .possessive, .conjunction])
            && words.upperBound == range.upperBound && before.kind == .word
    }

    /// "un porte-parole du président Jean Morel", "ein Sprecher der Ministerin Anna Weber": the role before the name is
    /// itself governed by a small word.
    private func isOwnedRole(before name: Int, in range: Range<Int>) -> Bool {
        guard let role = range.first(where: { matches.roles[$0]?.end == name }), role > range.lowerBound else {
            return false
        }
        return prose.tokens[role - 1].traits.has([.preposition, .determiner, .conjunction])
    }

    func organisationHead(of range: Range<Int>) -> Subject? {
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
    func isDescription(_ range: Range<Int>) -> Bool {
        guard range.count <= 14 else { return false }
        if range.contains(where: {
            prose.tokens[$0].isSmallWord && prose.tokens[$0].traits.has(.auxiliary) && names.entityOf[$0] < 0
        }) {
            return false
        }
        let first = prose.tokens[range.lowerBound]
        if prose.language.isEnglish, breaksOff(range) { return false }
        if first.traits.has([.determiner, .possessive]) { return range.count > 1 }
        if names.entityOf[range.lowerBound] >= 0 { return true }
        // "two men", "one of the men"; not "four days before".
        if first.traits.has(.indefinite) { return !range.contains { prose.tokens[$0].traits.has(.timeNoun) } }
        // "police", "state police".
        if range.count <= 3, prose.tokens[range.upperBound - 1].traits.has(.collective) { return true }
        // "critics", "police officers", "the" left out; not "three remain unexplained".
        if range.count <= 2, prose.language.isEnglish,
            range.allSatisfy({
                prose.tokens[$0].isSmallWord && !prose.tokens[$0].traits.has([.cue, .adverb, .pronoun])
                    && !endsInEd(prose.tokens[$0])
            })
        {
            return true
        }
        // "31 percent", "Mexicans", "Others", "Article 33".
        if first.kind == .number { return range.count > 1 && prose.tokens[range.lowerBound + 1].kind == .word }
        if range.count <= 2, first.shape == .capital, prose.language.isEnglish,
            !first.traits.has([.date, .common]) || endsInS(range.upperBound - 1),
            !first.traits.has([.conjunction, .auxiliary, .adverb, .pronoun, .relative]),
            !endsInEd(first) && !isGerund(range.lowerBound)
        {
            return true
        }
        return range.contains { matches.roles[$0] != nil || prose.tokens[$0].traits.has(.organisationWord) }
    }

    /// Words that are cut from a longer phrase or are no noun phrase: "want to", "this week", "a few days later",
    /// "prepared for the federation", "why".
    private func breaksOff(_ range: Range<Int>) -> Bool {
        let first = prose.tokens[range.lowerBound]
        let last = prose.tokens[range.upperBound - 1]
        // "spoke on the morning news"
        if first.isSmallWord, first.traits.has(.finiteCue), !first.traits.has([.baseCue, .pluralNoun, .speechNoun]) {
            return true
        }
        if last.isSmallWord, last.traits.has([.preposition, .conjunction, .determiner, .possessive, .date, .adverb]) {
            return true
        }
        if range.count == 1, first.isSmallWord { return !endsInS(range.lowerBound) && !first.traits.has(.collective) }
        // "reports range from ten to 32 pages with 40 to 50", "The Herald cited examples of"
        if last.kind == .number, range.count > 3 { return true }
        if range.dropFirst().contains(where: { isVerbOfName($0) }) { return true }
        if first.isSmallWord, !first.traits.has([.determiner, .possessive]),
            endsInEd(first) || isGerund(range.lowerBound) || first.traits.has([.adverb, .relative])
        {
            return true
        }
        // "the company now", and not "the once-powerful company".
        return range.dropFirst().contains {
            prose.tokens[$0].isSmallWord && prose.tokens[$0].traits.has(.adverb)
                && !prose.tokens[$0].traits.has([.determiner, .preposition, .pronoun]) && names.entityOf[$0] < 0
                && ($0 + 1 == range.upperBound || prose.tokens[$0 + 1].gap != .hyphen)
        }
    }

    /// "The Herald [cited] examples": a past form behind a name.
    private func isVerbOfName(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        return names.entityOf[at - 1] >= 0 && names.entityOf[at] < 0 && token.traits.has(.finiteCue)
            && endsInEd(token) && at + 1 < prose.tokens.count && !prose.isWord(at + 1, "by")
    }

    func endsInS(_ at: Int) -> Bool { prose.bytes[Int(prose.tokens[at].end) - 1] | 0x20 == UInt8(ascii: "s") }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound + 1, prose.tokens[end - 1].kind != .word && prose.tokens[end - 1].kind != .number {
            end -= 1
        }
        return range.lowerBound..<end
    }

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
            clues.insert(
                traits.has(.personPronoun)
                    ? .heOrShe : traits.has(.relative) ? .who : traits.has(.speaking) ? .speaking : .theyOrIt)
        case .described where names.pair(endingAt: subject.words.upperBound - 1, in: subject.words, prose) != nil:
            clues.insert(.person)
            clues.insert(.fullName)
        case .described:
            clues.insert(.described)
            clues.insert(
                .roleInDescription,
                if: subject.words.contains {
                    matches.roles[$0] != nil || prose.tokens[$0].traits.has(.organisationWord)
                })
        }
    }
}
