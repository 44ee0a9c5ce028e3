import News

/// Whom descriptions stand for: "the mayor", "the ministry", "the 27-year-old", and what "it" does.
extension Antecedents {
    // MARK: Organisations

    /// What "it" stands for: the organisation that speaks or acts as the subject of one of the last sentences.
    func organisation(before token: Int, where isWanted: (Entity.Kind) -> Bool = { _ in true }) -> Antecedent? {
        var sentence = Int(prose.sentenceOf[token])
        var range = max(prose.sentences[sentence].lowerBound, token - Reach.window)..<token
        for _ in 0..<4 {
            if let found = organisationSubject(in: range, isWanted) { return found }
            repeat {
                sentence -= 1
            } while sentence >= 0 && prose.sentences[sentence].allSatisfy { clauses.isQuoted[$0] }
            guard sentence >= 0, token - prose.sentences[sentence].lowerBound < Reach.antecedent else { return nil }
            range = prose.sentences[sentence]
        }
        return nil
    }

    private func organisationSubject(in range: Range<Int>, _ isWanted: (Entity.Kind) -> Bool) -> Antecedent? {
        var at = range.lowerBound
        while at < range.upperBound {
            defer { at += 1 }
            guard !clauses.isQuoted[at], let entity = names.entity(at: at), names.entities[entity].kind != .person
            else { continue }
            var end = at
            while end < range.upperBound, names.entityOf[end] == entity { end += 1 }
            let mention = at..<end
            at = end - 1
            if isWanted(names.entities[entity].kind), clauses.isBesideVerb(mention), !isBehindPreposition(mention) {
                return Antecedent(entity: entity, mention: mention, link: .subject)
            }
        }
        return nil
    }

    // MARK: Descriptions

    /// - Parameter depth: how many others were looked for on the way here; each look goes back over many sentences.
    mutating func antecedent(ofDescription words: Range<Int>, _ lastSpeaker: Int?, _ depth: Int = 0) -> Antecedent? {
        guard let last = words.last, prose.tokens[last].kind == .word else { return nil }
        let first = prose.tokens[words.lowerBound]
        // "her statement": hers.
        if first.traits.has(.possessive), prose.tokens[last].traits.has(.speechNoun) {
            return owner(words.lowerBound, lastSpeaker, depth)
        }
        guard words.count >= 2, first.traits.has(.determiner), prose.text(words.lowerBound).lowercased() == "the",
            prose.tokens[last].isSmallWord || isOneOfAPeople(words)
                || clauses.genderOfPersonNoun(endingAt: last + 1, in: words) != nil
        else { return nil }
        if let found = person(ofAge: words) { return found }
        if isOneOfAPeople(words) || isAge(words) || isParent(words) {
            return subjectRightBefore(words, .unknown, lastSpeaker, depth)
        }
        if words.count <= 4, let found = titles.holder(of: prose.tokens[last].key, before: words.lowerBound),
            !isFormer(words) || isFormerHolder(found.entity)
        {
            return Antecedent(entity: found.entity, mention: found.mention, link: .role)
        }
        if words.count <= 3, let found = organisation(named: prose.tokens[last].key, before: words.lowerBound) {
            return found
        }
        if words.count <= 4, prose.tokens[last].traits.has(.organisationNoun) {
            return organisation(before: words.lowerBound, where: { $0 != .place }).flatMap {
                isOfAnotherKind($0.entity, last) ? nil : $0
            }
        }
        if isFormer(words) {
            let gender = clauses.genderOfPersonNoun(endingAt: last + 1, in: words)
            return subjectRightBefore(words, gender ?? .unknown, lastSpeaker, depth)
        }
        if words.count > 2 || clauses.isOffice(endingAt: last + 1, in: words),
            let gender = clauses.genderOfPersonNoun(endingAt: last + 1, in: words)
        {
            return subjectRightBefore(words, gender, lastSpeaker, depth)
        }
        return nil
    }

    private func isAge(_ words: Range<Int>) -> Bool {
        words.count == 4 && prose.tokens[words.lowerBound + 1].kind == .number
            && prose.isWord(words.lowerBound + 2, "year") && prose.isWord(words.lowerBound + 3, "old")
    }

    /// "the mother-of-two"
    private func isParent(_ words: Range<Int>) -> Bool {
        words.count == 4 && prose.isWord(words.lowerBound + 2, "of")
            && clauses.matches.roles[words.lowerBound + 1] != nil
            && prose.tokens[words.lowerBound + 3].traits.has(.indefinite)
    }

    /// "the former goalkeeper"
    private func isFormer(_ words: Range<Int>) -> Bool {
        words.count > 2 && words.count <= 5 && prose.tokens[words.lowerBound + 1].isSmallWord
            && ["former", "retired", "ex", "one-time"].contains(prose.text(words.lowerBound + 1))
    }

    /// "former minister Ana Ruiz"
    private func isFormerHolder(_ person: Int) -> Bool {
        let first = names.entities[person].mentions.first ?? names.entities[person].fullest
        let role = names.entities[person].role ?? first
        return (max(0, min(role.lowerBound, first.lowerBound) - 4)..<max(role.upperBound, first.upperBound)).contains {
            prose.tokens[$0].traits.has(.roleQualifier)
        }
    }

    /// "the watchdog", behind a sentence about Ruiz Bank.
    private func isOfAnotherKind(_ organisation: Int, _ noun: Int) -> Bool {
        let isTelling = !["company", "firm", "group", "business", "corporation", "organisation", "organization"]
            .contains(
                prose.text(noun))
        return isTelling
            && names.entities[organisation].fullest.contains {
                prose.tokens[$0].traits.has(.organisationNoun) && prose.tokens[$0].key != prose.tokens[noun].key
            }
    }

    /// "the Peruvian", "the Republican"
    private func isOneOfAPeople(_ words: Range<Int>) -> Bool {
        guard words.count == 2, let last = words.last, prose.language.isEnglish else { return false }
        return prose.tokens[last].traits.has(.affiliate) || clauses.isDemonym(last)
    }

    /// "An envoy said so. …, Ana Ruiz said. “…,” the envoy said.": who was called so before she was named.
    private func isSomebodyBefore(_ words: Range<Int>, _ found: Antecedent) -> Bool {
        guard words.count == 2, let last = words.last, !isOneOfAPeople(words),
            let first = names.entities[found.entity].mentions.first,
            names.entities[found.entity].role.map({ !$0.contains { prose.tokens[$0].key == prose.tokens[last].key } })
                ?? true
        else { return false }
        return (max(0, words.lowerBound - Reach.antecedent)..<max(0, first.lowerBound - 4)).contains {
            prose.tokens[$0].key == prose.tokens[last].key && !clauses.isQuoted[$0]
        }
    }

    /// "the transport secretary", behind a sentence of the union's leader Ana Ruiz.
    private func holdsAnotherOffice(_ person: Int, _ words: Range<Int>) -> Bool {
        guard let last = words.last, clauses.isOffice(endingAt: last + 1, in: words),
            !prose.tokens[last].traits.has(.affiliate), let role = names.entities[person].role,
            clauses.isOffice(endingAt: role.upperBound, in: role)
        else { return false }
        return !role.contains { at in words.contains { prose.tokens[$0].key == prose.tokens[at].key } }
    }

    /// "the 27-year-old": the last person before of whom the story tells that age.
    private func person(ofAge words: Range<Int>) -> Antecedent? {
        guard isAge(words) else { return nil }
        let age = prose.text(words.lowerBound + 1)
        for at in (max(0, words.lowerBound - Reach.antecedent)..<words.lowerBound).reversed()
        where prose.tokens[at].kind == .number && prose.text(at) == age {
            // "Ana Ruiz, 27," and "27-year-old Ana Ruiz", "the 27-year-old harbour master Ana Ruiz".
            let isBehind = at > 1 && prose.tokens[at - 1].kind == .comma
            let behind = isBehind ? names.entity(at: at - 2).map { ($0, at - 2) } : nil
            let isBefore = at + 3 < words.lowerBound && prose.isWord(at + 1, "year") && prose.isWord(at + 2, "old")
            let before =
                isBefore
                ? (at + 3..<min(at + 7, words.lowerBound)).first { names.entityOf[$0] >= 0 }
                    .flatMap { name in names.entity(at: name).map { ($0, name) } } : nil
            guard let (entity, name) = behind ?? before, names.entities[entity].kind == .person else { continue }
            return Antecedent(entity: entity, mention: name..<name + 1, link: .role)
        }
        return nil
    }

    /// "the rookie defenceman", "the Kentucky Republican": who is the subject of the sentence before.
    private mutating func subjectRightBefore(
        _ words: Range<Int>, _ gender: Gender, _ lastSpeaker: Int?, _ depth: Int
    ) -> Antecedent? {
        let token = words.lowerBound
        let found = person(before: token, gender, lastSpeaker, depth)
        guard let found, found.link == .subject else { return nil }
        let distance = prose.sentenceOf[token] - prose.sentenceOf[found.mention.lowerBound]
        return (distance == 1 || distance == 2) && !isSomebodyBefore(words, found)
            && !holdsAnotherOffice(found.entity, words) ? found : nil
    }

    /// "the ministry": the last organisation named before whose name has that word.
    private func organisation(named key: WordKey, before token: Int) -> Antecedent? {
        var best: Antecedent?
        for (index, entity) in names.entities.prefix(Reach.entities).enumerated()
        where entity.kind == .organisation && entity.words.contains(key) {
            guard let mention = entity.mention(before: token) else { continue }
            if best.map({ $0.mention.lowerBound < mention.lowerBound }) ?? true {
                best = Antecedent(entity: index, mention: mention, link: .kind)
            }
        }
        return best
    }
}
