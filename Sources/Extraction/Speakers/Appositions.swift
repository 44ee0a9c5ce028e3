import News

/// Subjects with something set between them and their verb.
extension ClauseReader {
    /// "Jason Schultz, technical researcher at Talos, said": the phrase before the apposition that closes at `comma`.
    func subject(beforeApposition comma: Int, from lower: Int) -> Subject? {
        if let subject = subject(beforeClauseClosedBy: comma, from: lower) { return subject }
        var at = comma
        var steps = 0
        var quoted = 0
        while at > lower, steps < 40 {
            at -= 1
            steps += 1
            let token = prose.tokens[at]
            // "wearing “Free Ana” pins"
            if isQuoted[at] {
                quoted += 1
                guard quoted < 6 else { return nil }
                continue
            }
            guard token.kind == .comma || token.kind == .dash || token.kind == .openBracket else { continue }
            guard let phrase = nounPhrase(endingAt: at, from: lower), !isPartyTag(phrase) else { continue }
            guard let found = head(of: phrase) else { continue }
            if case .entity(let entity) = found.kind, names.entities[entity].kind != .place { return found }
            if case .described = found.kind, isDone(at + 1, by: comma) { return found }
            if case .pronoun(let token) = found.kind, !prose.tokens[token].traits.has(.indefinite) { return found }
            // "One ad, which is currently airing, argues".
            if isRelative(min(at + 1, comma)), at > lower { return found }
        }
        // Nothing named before it: the whole up to the start.
        guard let phrase = nounPhrase(endingAt: comma, from: lower) else { return nil }
        return head(of: phrase)
    }

    /// "The mission, [led by Ana Ruiz], said"
    private func isDone(_ at: Int, by comma: Int) -> Bool {
        at + 2 < comma && endsAsVerb(at) && prose.isWord(at + 1, "by") || at + 2 < comma && prose.isWord(at, "led")
    }

    /// "Ana Ruiz, whose mother, Pilar, had died there, said", "Ana Ruiz, mayor of Tarma, who was born there, said": whose
    /// the clause is that closes at `comma`.
    private func subject(beforeClauseClosedBy comma: Int, from lower: Int) -> Subject? {
        var at = comma
        while at > lower + 1, at > comma - 40 {
            at -= 1
            guard !isQuoted[at], !prose.tokens[at].endsSentence, prose.tokens[at].kind != .semicolon else { return nil }
            guard prose.tokens[at].isSmallWord, ["who", "whose"].contains(prose.text(at)),
                prose.tokens[at - 1].kind == .comma
            else { continue }
            return person(before: at - 1, from: lower)
        }
        return nil
    }

    /// The person whose name ends before a comma, or before the apposition that ends there.
    private func person(before comma: Int, from lower: Int) -> Subject? {
        var end = comma
        for _ in 0..<3 {
            guard end > lower, !isQuoted[end - 1], let phrase = nounPhrase(endingAt: end, from: lower) else {
                return nil
            }
            let isBehindComma = phrase.lowerBound > lower + 1 && prose.tokens[phrase.lowerBound - 1].kind == .comma
            let isLed = prose.tokens[phrase.lowerBound].traits.has(.preposition)
            if isBehindComma, !isLed, names.entityOf[phrase.lowerBound] < 0 || isPartyTag(phrase),
                isPerson(phrase.lowerBound - 2)
            {
                end = phrase.lowerBound - 1
                continue
            }
            if isPerson(end - 1), let entity = names.entity(at: end - 1) {
                return Subject(words: mention(around: end - 1, in: lower..<end), kind: .entity(entity))
            }
            guard isBehindComma else { return nil }
            end = phrase.lowerBound - 1
        }
        return nil
    }

    private func isPerson(_ at: Int) -> Bool {
        names.entity(at: at).map { names.entities[$0].kind == .person } ?? false
    }

    /// "Ana Ruiz, [Dean of Tarma Law School] called it": a role without an article and without a closing comma.
    func named(before phrase: Range<Int>, from lower: Int) -> Subject? {
        guard prose.language.isEnglish, phrase.lowerBound > lower + 1,
            prose.tokens[phrase.lowerBound - 1].kind == .comma
        else { return nil }
        // "Ana Ruiz of Columbia, South Carolina says"
        if isPlace(phrase.lowerBound), isPlace(phrase.upperBound - 1), isPlace(phrase.lowerBound - 2),
            let whole = nounPhrase(endingAt: phrase.lowerBound - 1, from: lower)
        {
            return personHead(of: whole)
        }
        guard
            isRoleOrOneOf(phrase),
            let entity = names.entity(at: phrase.lowerBound - 2), names.entities[entity].kind == .person
        else { return nil }
        let end = phrase.lowerBound - 1
        return Subject(words: mention(around: end - 1, in: lower..<end), kind: .entity(entity))
    }

    private func isPlace(_ at: Int) -> Bool {
        names.entity(at: at).map { names.entities[$0].kind == .place } ?? false
    }

    /// "Dean of Tarma Law School", "one of the builders"
    private func isRoleOrOneOf(_ phrase: Range<Int>) -> Bool {
        if let role = matches.roles[phrase.lowerBound], role.end < phrase.upperBound {
            return prose.tokens[role.end].traits.has(.linking)
        }
        return phrase.count > 2 && prose.tokens[phrase.lowerBound].traits.has(.indefinite)
            && prose.text(phrase.lowerBound + 1) == "of"
    }

    /// R-Tarma, D-Ohio.
    private func isPartyTag(_ phrase: Range<Int>) -> Bool {
        phrase.count > 1 && prose.tokens[phrase.lowerBound].shape == .initial
            && prose.tokens[phrase.lowerBound + 1].gap == .hyphen
    }
}
