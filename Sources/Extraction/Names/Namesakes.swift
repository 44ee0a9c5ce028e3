/// Whom a name of one word stands for, where several may bear it.
extension Names {
    /// The person that a lone surname or forename stands for: the last introduced before it, else the first after.
    func knownPerson(_ word: WordKey, _ words: [WordKey], _ stretch: NamedStretch, isPerson: Bool) -> Int? {
        guard let candidates = peopleByWord[word]?.suffix(Self.mostNamesakes) else { return nil }
        // Rafael Barón Herazo is Barón too.
        if stretch.isMaybeName, !candidates.contains(where: { entities[$0].words.dropFirst().contains(word) }) {
            return nil
        }
        let compatible = candidates.filter { candidate in
            entities[candidate].gender.agrees(
                with: stretch.hasHonorific || stretch.role != nil ? stretch.gender : .unknown)
                && words.allSatisfy(entities[candidate].words.contains) && !isFatherOf(candidate, word)
        }
        guard !compatible.isEmpty else { return nil }
        let surnames = compatible.filter { surname(of: entities[$0].words) == word }
        let pool = likelier(of: surnames.isEmpty ? compatible : surnames, for: stretch)
        let before = pool.filter { entities[$0].mention(before: stretch.tokens.lowerBound) != nil }
        // Before "his son Jack Hill", a lone Hill is somebody else, whose whole name may never come.
        if words.count == 1, before.isEmpty,
            pool.allSatisfy({ entities[$0].isRelative && surname(of: entities[$0].words) == word })
        {
            return nil
        }
        let chosen = before.max { lastMention($0, before: stretch) < lastMention($1, before: stretch) } ?? pool[0]
        // Words that are also a place or an organisation stay so unless the person's name is met first.
        if !isPerson, let match = stretch.match {
            let terms = facts.phrases.terms(at: match.node)
            let isPlace = terms.contains { $0.kind != .role && $0.kind != .cuePhrase }
            let isSubject =
                stretch.tokens.upperBound < prose.tokens.count
                && prose.tokens[stretch.tokens.upperBound].traits.has(.finiteCue)
            let isSurname = surname(of: entities[chosen].words) == word
            let isForename = before.isEmpty ? false : isForenameAlone(word, of: chosen, stretch)
            if isForename { return chosen }
            if isPlace && (before.isEmpty || !isSurname && !isSubject) { return nil }
            if isPlace, stretch.tokens.lowerBound > 0, prose.tokens[stretch.tokens.lowerBound - 1].isSmallWord,
                prose.tokens[stretch.tokens.lowerBound - 1].traits.has(.preposition),
                !["of", "by", "with", "for", "to"].contains(prose.text(stretch.tokens.lowerBound - 1))
            {
                return nil
            }
        }
        return chosen
    }

    /// "Chad hits hard", behind Chad Ruiz: a forename before a verb, in a story that has no such place.
    private func isForenameAlone(_ word: WordKey, of person: Int, _ stretch: NamedStretch) -> Bool {
        let end = stretch.tokens.upperBound
        guard prose.language.isEnglish, entities[person].words.first == word,
            prose.tokens[stretch.tokens.lowerBound].traits.has(.forename), end < prose.tokens.count,
            prose.tokens[end].isSmallWord, prose.tokens[end].gap == .blank,
            prose.tokens[end].traits.has([.auxiliary, .finiteCue]) || prose.text(end).hasSuffix("s")
        else { return false }
        let country = stretch.match.flatMap { facts.phrases.terms(at: $0.node).first { $0.country >= 0 }?.country }
        return stretches.allSatisfy { other in
            if other.isDemonym {
                return other.match.map { facts.phrases.terms(at: $0.node).allSatisfy { $0.country != country } } ?? true
            }
            guard other.tokens.count == 1, prose.tokens[other.tokens.lowerBound].key == word,
                other.tokens != stretch.tokens
            else { return true }
            let after = other.tokens.upperBound
            return !prose.tokens[max(0, other.tokens.lowerBound - 1)].traits.has(.preposition)
                && !(after < prose.tokens.count && prose.tokens[after].kind == .possessive)
        }
    }

    /// "Mohammed bin Salman" is not Salman.
    private func isFatherOf(_ person: Int, _ word: WordKey) -> Bool {
        let name = entities[person].fullest
        guard name.count > 2, prose.tokens[name.upperBound - 1].key == word else { return false }
        return ["bin", "ibn", "bint", "Bin", "Ibn", "Bint"].contains(prose.text(name.upperBound - 2))
    }

    /// Whether a surname stands before any of several who bear it is named in full: its role is not surely theirs.
    func isFirstOfSeveral(_ person: Int, _ word: WordKey, _ stretch: NamedStretch) -> Bool {
        stretch.role != nil && entities[person].mention(before: stretch.tokens.lowerBound) == nil
            && (peopleByWord[word] ?? []).filter { surname(of: entities[$0].words) == word }.count > 1
    }

    private func lastMention(_ entity: Int, before stretch: NamedStretch) -> Int {
        entities[entity].mention(before: stretch.tokens.lowerBound)?.lowerBound ?? -1
    }

    /// Those of one surname whom a title, a pronoun or their place in the family speaks for; all when nothing does.
    private func likelier(of namesakes: [Int], for stretch: NamedStretch) -> [Int] {
        guard namesakes.count > 1 else { return namesakes }
        var pool = namesakes
        func keep(_ isLikely: (Int) -> Bool) {
            let kept = pool.filter(isLikely)
            if !kept.isEmpty { pool = kept }
        }
        // "Mayor Cruz" is the one who was introduced as mayor.
        if let title = stretch.role?.last.map({ prose.tokens[$0].key }), !stretch.hasHonorific {
            keep { candidate in entities[candidate].role?.contains { prose.tokens[$0].key == title } ?? false }
            // "Secretary Hill" is rather somebody of no known office than the former president.
            keep { candidate in
                entities[candidate].role.map { role in role.contains { prose.tokens[$0].key == title } } ?? true
            }
        }
        if let gender = pronounGender(behind: stretch.tokens) { keep { entities[$0].gender.agrees(with: gender) } }
        // The surname is first of all theirs through whom a relative came in; unless they come later themselves.
        let own = pool.filter { !entities[$0].isRelative }
        let isMet = { (entity: Int) in entities[entity].mention(before: stretch.tokens.lowerBound) != nil }
        return own.isEmpty || !own.contains(where: isMet) && pool.contains(where: isMet) ? pool : own
    }

    /// "Hill said he": the gender of a pronoun that is the subject or a possessor behind a name in its sentence, with nobody
    /// named between; nil when there is none.
    private func pronounGender(behind name: Range<Int>) -> Gender? {
        guard prose.language.isEnglish else { return nil }
        let end = min(prose.sentence(of: name.lowerBound).upperBound, name.upperBound + 12)
        for at in name.upperBound..<max(end, name.upperBound) {
            let token = prose.tokens[at]
            if token.kind == .mark || token.isCapitalised { return nil }
            guard token.traits.has(.personPronoun) else { continue }
            // "Hill told him" and "Hill told her": not Hill.
            switch prose.text(at) {
            case "he", "his", "himself": return .male
            case "she", "herself": return .female
            default: return nil
            }
        }
        return nil
    }
}
