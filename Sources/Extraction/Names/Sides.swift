import News

/// Tells the sides of a game from the towns that they are called after: "Girona beat Betis 2-0".
struct Sides {
    let prose: Prose
    let facts: Facts

    /// Labels as organisations the names that play where a story tells a score, and all through it the same names.
    func label(_ stretches: [NamedStretch], _ kinds: inout [Entity.Kind?]) {
        let hasScore = prose.tokens.indices.contains(where: isScore)
        var sides: Set<WordKey> = []
        for (stretch, kind) in zip(stretches, kinds) where mayBeSide(stretch, kind) {
            let isSide = isPlural(stretch, kind) || hasScore && plays(stretch.tokens)
            if isSide { sides.insert(key(stretch.tokens)) }
        }
        for (first, second) in zip(stretches, stretches.dropFirst()) where isScored(first.tokens, before: second.tokens)
        {
            sides.insert(key(first.tokens))
            sides.insert(key(second.tokens))
        }
        guard !sides.isEmpty else { return }
        for (stretch, kind) in zip(stretches, kinds) where kind == .person && stretch.tokens.count > 1 {
            for token in stretch.tokens { sides.remove(prose.tokens[token].key) }
        }
        for (index, stretch) in stretches.enumerated() where mayBeSide(stretch, kinds[index]) {
            let isThere = kinds[index] == .place && prose.isPlacedBySmallWord(stretch.tokens.lowerBound)
            if !isThere, sides.contains(key(stretch.tokens)) { kinds[index] = .organisation }
        }
    }

    /// "[Charlton] 1 [Millwall] 1".
    private func isScored(_ first: Range<Int>, before second: Range<Int>) -> Bool {
        second.lowerBound == first.upperBound + 1 && isGoals(first.upperBound) && isGoals(second.upperBound)
    }

    private func isGoals(_ at: Int) -> Bool {
        guard at < prose.tokens.count else { return false }
        let token = prose.tokens[at]
        return token.kind == .number && token.gap == .blank && token.end - token.start <= 2
    }

    /// The second number of "2-0".
    private func isScore(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        guard at > 0, token.kind == .number, token.gap == .hyphen else { return false }
        let first = prose.tokens[at - 1]
        return first.kind == .number && first.gap != .hyphen && token.end - token.start <= 2
            && first.end - first.start <= 2
    }

    /// Whatever is no country: its team is called by its name.
    private func mayBeSide(_ stretch: NamedStretch, _ kind: Entity.Kind?) -> Bool {
        // "beat Bologna 1-0", where the model saw no name.
        if kind == nil {
            guard let match = stretch.match, !stretch.isDemonym, !prose.isFirstInSentence(stretch.tokens.lowerBound)
            else {
                return false
            }
            return facts.phrases.terms(at: match.node).allSatisfy { $0.kind == .city || $0.kind == .region }
        }
        guard let kind, kind != .organisation, !stretch.hasHonorific, stretch.role == nil, !stretch.isDemonym,
            stretch.tokens.allSatisfy({ prose.tokens[$0].isCapitalised }),
            kind != .person
                || stretch.tokens.count == 1 && !prose.tokens[stretch.tokens.lowerBound].traits.has(.forename),
            kind != .other || stretch.tokens.count < 3
        else { return false }
        guard let match = stretch.match else { return kind != .place || stretch.tokens.count < 3 }
        return facts.phrases.term(at: match.node) { $0 == .country } == nil
    }

    /// "Fulham are in talks": a town that opens its sentence as several.
    private func isPlural(_ stretch: NamedStretch, _ kind: Entity.Kind?) -> Bool {
        let end = stretch.tokens.upperBound
        guard kind == .place, stretch.match != nil, end < prose.tokens.count, prose.tokens[end].gap == .blank,
            prose.isFirstInSentence(stretch.tokens.lowerBound)
        else { return false }
        let isPluralName = prose.bytes[Int(prose.tokens[end - 1].end) - 1] == UInt8(ascii: "s")
        return !isPluralName && ["are", "were", "have"].contains(prose.text(end))
    }

    /// "Girona beat", "thrashed Girona", "Girona 2-0".
    private func plays(_ name: Range<Int>) -> Bool {
        let sentence = prose.sentence(of: name.lowerBound)
        let end = name.upperBound
        if end < sentence.upperBound {
            if prose.tokens[end].isSmallWord, prose.tokens[end].traits.has(.gameWord) { return true }
            if end + 1 < sentence.upperBound, prose.tokens[end].kind == .number, isScore(end + 1) { return true }
        }
        guard name.lowerBound > sentence.lowerBound else { return false }
        let before = name.lowerBound - 1
        if prose.tokens[before].isSmallWord, prose.tokens[before].traits.has(.gameWord) { return true }
        // "a 2-0 win over Girona", "lost to Girona".
        guard before > sentence.lowerBound, prose.tokens[before].isSmallWord, prose.tokens[before - 1].isSmallWord
        else {
            return false
        }
        return ["over", "to", "with", "against", "by"].contains(prose.text(before))
            && prose.tokens[before - 1].traits.has(.gameWord)
    }

    private func key(_ name: Range<Int>) -> WordKey { name.reduce(0) { phraseKey($0, prose.tokens[$1].key) } }
}
