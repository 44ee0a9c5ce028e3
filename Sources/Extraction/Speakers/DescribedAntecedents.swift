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

    mutating func antecedent(ofDescription words: Range<Int>, _ lastSpeaker: Int?) -> Antecedent? {
        guard let last = words.last, prose.tokens[last].kind == .word else { return nil }
        let first = prose.tokens[words.lowerBound]
        // "her statement": hers.
        if first.traits.has(.possessive), prose.tokens[last].traits.has(.speechNoun) {
            return owner(words.lowerBound, lastSpeaker, 0)
        }
        guard words.count >= 2, first.traits.has(.determiner), prose.text(words.lowerBound).lowercased() == "the",
            prose.tokens[last].isSmallWord || clauses.genderOfPersonNoun(endingAt: last + 1, in: words) != nil
        else { return nil }
        if let found = person(ofAge: words) { return found }
        if words.count <= 4, let found = titles.holder(of: prose.tokens[last].key, before: words.lowerBound) {
            return Antecedent(entity: found.entity, mention: found.mention, link: .role)
        }
        if words.count <= 3, let found = organisation(named: prose.tokens[last].key, before: words.lowerBound) {
            return found
        }
        if words.count <= 4, prose.tokens[last].traits.has(.organisationNoun) {
            return organisation(before: words.lowerBound, where: { $0 != .place })
        }
        if words.count > 2 || clauses.isOffice(endingAt: last + 1, in: words),
            let gender = clauses.genderOfPersonNoun(endingAt: last + 1, in: words)
        {
            return subjectRightBefore(words.lowerBound, gender, lastSpeaker)
        }
        return nil
    }

    /// "the 27-year-old": the last person before of whom the story tells that age.
    private func person(ofAge words: Range<Int>) -> Antecedent? {
        guard words.count == 4, prose.tokens[words.lowerBound + 1].kind == .number,
            prose.isWord(words.lowerBound + 2, "year"), prose.isWord(words.lowerBound + 3, "old")
        else { return nil }
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
    private mutating func subjectRightBefore(_ token: Int, _ gender: Gender, _ lastSpeaker: Int?) -> Antecedent? {
        let found = person(before: token, gender, lastSpeaker, 0)
        guard let found, found.link == .subject else { return nil }
        let distance = prose.sentenceOf[token] - prose.sentenceOf[found.mention.lowerBound]
        return distance == 1 || distance == 2 ? found : nil
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
