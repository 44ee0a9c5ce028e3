import News

/// Mends what the trained model cut or labelled against plain words around a name.
struct NameMending {
    let prose: Prose
    let facts: Facts

    /// - Parameter kinds: of the stretches, in the same order.
    func mended(_ stretches: [NamedStretch], _ kinds: [Entity.Kind?]) -> ([NamedStretch], [Entity.Kind?]) {
        let shouted = shoutedHeadlines
        var mended: [NamedStretch] = []
        var kindsOfMended: [Entity.Kind?] = []
        for (stretch, kind) in zip(stretches, kinds) {
            let stretch = kind == .person ? withoutFirstWord(stretch) : stretch
            var kind = self.kind(of: stretch, labelled: kind)
            if stretch.tokens.count > 1, stretch.match == nil,
                shouted.contains(where: { $0.contains(stretch.tokens.lowerBound) })
            {
                kind = nil
            }
            let parts = kind == .person || kind == nil ? [stretch.tokens] : parts(of: stretch.tokens)
            for part in parts {
                var piece = stretch
                if parts.count > 1 { piece = NamedStretch(tokens: part) }
                mended.append(piece)
                kindsOfMended.append(kind)
            }
        }
        return (mended, kindsOfMended)
    }

    /// "Terrified Ana Ruiz", "Moderator Peter Holm": a word that is no name stands before a forename.
    private func withoutFirstWord(_ stretch: NamedStretch) -> NamedStretch {
        let first = stretch.tokens.lowerBound
        let token = prose.tokens[first]
        guard stretch.tokens.count > 2, token.shape == .capital, stretch.role == nil, !stretch.hasHonorific,
            !token.traits.has([.forename, .surname]), prose.tokens[first + 1].shape == .capital,
            prose.tokens[first + 1].gap == .blank, prose.tokens[first + 1].traits.has(.forename)
        else { return stretch }
        let isRole = token.traits.has(.role)
        guard isRole || token.traits.has(.common) && prose.isFirstInSentence(first) else { return stretch }
        return NamedStretch(
            tokens: first + 1..<stretch.tokens.upperBound, role: isRole ? first..<first + 1 : nil,
            gender: prose.tokens[first + 1].traits.genderOfForename)
    }

    /// SUNS RALLY PAST MAVERICKS: where all is in capitals, they tell no name.
    private var shoutedHeadlines: [Range<Int>] {
        prose.paragraphs.enumerated().compactMap { index, tokens in
            guard prose.article.paragraphs[index].part == .headline else { return nil }
            let words = tokens.filter { prose.tokens[$0].kind == .word }
            let isShouted = words.allSatisfy {
                prose.tokens[$0].shape != .capital && !prose.tokens[$0].isSmallWord
            }
            return words.count > 3 && isShouted ? tokens : nil
        }
    }

    /// "Forbes and The Atlantic", "the PT and the PL", "University of Oslo and Institute for Seabirds" are two each.
    private func parts(of name: Range<Int>) -> [Range<Int>] {
        guard let and = name.dropFirst().first(where: { prose.tokens[$0].isSmallWord && prose.text($0) == "and" }),
            and + 1 < name.upperBound
        else { return [name] }
        let next = prose.tokens[and + 1]
        if next.traits.has(.determiner), !name[..<and].contains(where: { prose.text($0) == "of" }) {
            return and + 2 < name.upperBound ? [name.lowerBound..<and, and + 2..<name.upperBound] : [name]
        }
        let isNamedAnew =
            next.traits.has(.organisationWord) && and + 2 < name.upperBound
            && ["of", "for"].contains(prose.text(and + 2))
        return isNamedAnew ? [name.lowerBound..<and, and + 1..<name.upperBound] : [name]
    }

    private func kind(of stretch: NamedStretch, labelled kind: Entity.Kind?) -> Entity.Kind? {
        if kind != .organisation, kind != .place, isKnownOrganisation(stretch, kind) { return .organisation }
        guard let kind, kind != .person else { return kind }
        if isVictimOrKin(stretch.tokens) { return .person }
        return isStateBehindPlace(stretch.tokens) || isLongCountry(stretch) ? .place : kind
    }

    /// "Democratic Republic of the Congo"; a country of one word may be its team.
    private func isLongCountry(_ stretch: NamedStretch) -> Bool {
        guard stretch.tokens.count > 2, let match = stretch.match, match.end == stretch.tokens.upperBound else {
            return false
        }
        return facts.phrases.terms(at: match.node).allSatisfy { $0.kind == .country }
    }

    /// An organisation of the tables that the model took for nothing ("Hezbollah fired"), or of several words for a person
    /// ("Aston Villa").
    private func isKnownOrganisation(_ stretch: NamedStretch, _ kind: Entity.Kind?) -> Bool {
        guard let match = stretch.match, match.end == stretch.tokens.upperBound, stretch.role == nil,
            !stretch.hasHonorific, !stretch.isDemonym, stretch.tokens.allSatisfy({ !prose.tokens[$0].isSmallWord }),
            facts.phrases.terms(at: match.node).allSatisfy({
                $0.kind == .organisation || $0.kind == .seat || $0.kind == .blocker && $0.notes.contains(.organisation)
            })
        else { return false }
        if stretch.tokens.count > 1 { return true }
        let token = prose.tokens[stretch.tokens.lowerBound]
        return kind == nil && token.shape != .capitals
            && !token.traits.has([.common, .forename, .surname, .wordAndName, .functionWord])
    }

    /// "the killing of Omar Khan", "the mother of Ana Ruiz".
    private func isVictimOrKin(_ name: Range<Int>) -> Bool {
        guard (2...3).contains(name.count), name.lowerBound > 1, prose.text(name.lowerBound - 1) == "of",
            prose.tokens[name.lowerBound - 2].traits.has(.befallsPeople)
        else { return false }
        return name.allSatisfy {
            prose.tokens[$0].shape == .capital && !prose.tokens[$0].traits.has(.functionWord)
                && !prose.tokens[$0].traits.has([.organisationWord, .placeWord])
        }
    }

    /// "Manchester, N.H."
    private func isStateBehindPlace(_ name: Range<Int>) -> Bool {
        guard name.count == 1, name.lowerBound > 1, prose.tokens[name.lowerBound - 1].kind == .comma,
            prose.tokens[name.lowerBound - 2].isCapitalised, prose.tokens[name.lowerBound].shape == .capitals
        else { return false }
        var prefix: WordKey = 0
        guard let node = facts.phrases.step(&prefix, prose.tokens[name.lowerBound].key) else { return false }
        return facts.phrases.term(at: node) { $0 == .postalState || $0 == .region } != nil
    }
}
