import News

/// Mends what the trained model cut or labelled against plain words around a name.
struct NameMending {
    let prose: Prose
    let facts: Facts
    let matches: PhraseMatches

    /// - Parameter kinds: of the stretches, in the same order.
    func mended(_ stretches: [NamedStretch], _ kinds: [Entity.Kind?]) -> ([NamedStretch], [Entity.Kind?]) {
        let shouted = shoutedHeadlines
        let offices = NamedOffices(prose: prose, facts: facts, matches: matches)
        var mended: [NamedStretch] = []
        var kindsOfMended: [Entity.Kind?] = []
        for (stretch, kind) in zip(stretches, kinds) {
            var stretch = kind == .person ? withoutFirstWord(stretch) : stretch
            var kind = kind
            if let person = behindPluralRole(stretch) { (stretch, kind) = (person, .person) }
            if stretch.match == nil, let match = matches.names[stretch.tokens.lowerBound],
                match.end == stretch.tokens.upperBound
            {
                stretch.match = match
            }
            kind = kindByNeighbours(stretch, self.kind(of: stretch, labelled: kind))
            if let labelled = kind, let rest = offices.rest(of: stretch, labelled) { (stretch, kind) = rest }
            if kind != nil, kind != .person, let (body, person) = offices.parts(of: stretch) {
                // The "Republic" of "President of the Republic" is none.
                if body.count > 1 {
                    mended.append(NamedStretch(tokens: body))
                    kindsOfMended.append(
                        prose.tokens[body.upperBound - 1].traits.has(.placeWord) ? .place : .organisation)
                }
                mended.append(
                    NamedStretch(tokens: person, gender: prose.tokens[person.lowerBound].traits.genderOfForename))
                kindsOfMended.append(.person)
                continue
            }
            if stretch.tokens.count > 1, stretch.match == nil,
                shouted.contains(where: { $0.contains(stretch.tokens.lowerBound) })
            {
                kind = nil
            }
            if arePlaces(stretch.tokens) { kind = .place }
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

    /// "Ministers [Ivan Petrov]", "Cabinet Secretaries [Ana Ruiz]": what several are is no part of the first one’s name.
    private func behindPluralRole(_ stretch: NamedStretch) -> NamedStretch? {
        let name = stretch.tokens
        guard name.count > 2, stretch.match == nil,
            let plural = name.dropLast(2).prefix(2).last(where: isPluralRole),
            prose.tokens[plural + 1].traits.has(.forename), prose.tokens[plural + 1].gap == .blank,
            name.dropFirst(plural - name.lowerBound).allSatisfy({
                prose.tokens[$0].isCapitalised && !prose.tokens[$0].traits.has([.organisationWord, .placeWord])
            })
        else { return nil }
        return NamedStretch(
            tokens: plural + 1..<name.upperBound, gender: prose.tokens[plural + 1].traits.genderOfForename)
    }

    /// Whether a word is a role’s word with an s, in ASCII: Ministers, Secretaries.
    private func isPluralRole(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        guard token.shape == .capital, token.end - token.start > 4,
            prose.bytes[Int(token.end) - 1] == UInt8(ascii: "s")
        else { return false }
        var letters = prose.bytes[Int(token.start)..<Int(token.end) - 1].map { $0 | 0x20 }
        if letters.suffix(2) == [UInt8(ascii: "i"), UInt8(ascii: "e")] {
            letters.removeLast(2)
            letters.append(UInt8(ascii: "y"))
        }
        var singular = WordKeyBuilder()
        for letter in letters { singular.add(letter) }
        var prefix: WordKey = 0
        return facts.phrases.step(&prefix, singular.key).map { facts.phrases.term(at: $0) { $0 == .role } != nil }
            ?? false
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
        guard let and = name.dropFirst().first(where: { prose.tokens[$0].isSmallWord && prose.isWord($0, "and") }),
            and + 1 < name.upperBound
        else { return [name] }
        let next = prose.tokens[and + 1]
        if next.traits.has(.determiner), !name[..<and].contains(where: { prose.isWord($0, "of") }) {
            return and + 2 < name.upperBound ? [name.lowerBound..<and, and + 2..<name.upperBound] : [name]
        }
        if arePlaces(name) { return [name.lowerBound..<and, and + 1..<name.upperBound] }
        let isNamedAnew =
            next.traits.has(.organisationWord) && and + 2 < name.upperBound
            && (prose.isWord(and + 2, "of") || prose.isWord(and + 2, "for"))
        return isNamedAnew ? [name.lowerBound..<and, and + 1..<name.upperBound] : [name]
    }

    /// "Quito and Lima" are two; a country may have an "and" in its name.
    private func arePlaces(_ name: Range<Int>) -> Bool {
        guard name.count > 2, let first = matches.names[name.lowerBound], first.end + 1 < name.upperBound,
            prose.tokens[first.end].isSmallWord, prose.isWord(first.end, "and"),
            let second = matches.names[first.end + 1], second.end == name.upperBound
        else { return false }
        return [first, second].allSatisfy { match in
            facts.phrases.term(at: match.node) {
                $0 == .country || $0 == .region || $0 == .city || $0 == .capital || $0 == .feature || $0 == .place
            } != nil
        }
    }

    private func kind(of stretch: NamedStretch, labelled kind: Entity.Kind?) -> Entity.Kind? {
        if kind != .organisation, isKnownOrganisation(stretch, kind) { return .organisation }
        guard let kind, kind != .person else { return kind }
        if kind == .other && isPartyOfNext(stretch.tokens) || isBeforeSum(stretch.tokens) { return nil }
        if isVictimOrKin(stretch.tokens) || isIntroduced(stretch.tokens) { return .person }
        if kind == .other, isForenameAndWord(stretch) { return .person }
        if kind == .other, endsAsPlace(stretch) { return .place }
        return isStateBehindPlace(stretch.tokens) || isCountry(stretch) ? .place : kind
    }

    /// "Democratic Republic of the Congo", "Ghana": where its team or its government is meant, too.
    private func isCountry(_ stretch: NamedStretch) -> Bool {
        guard let match = stretch.match, match.end == stretch.tokens.upperBound else { return false }
        return facts.phrases.terms(at: match.node).allSatisfy { $0.kind == .country }
    }

    /// "and [Democrat] Joe Manchin".
    private func isPartyOfNext(_ name: Range<Int>) -> Bool {
        name.count == 1 && matches.roles[name.lowerBound]?.end == name.upperBound
            && name.upperBound < prose.tokens.count && prose.tokens[name.upperBound].isCapitalised
            && prose.tokens[name.upperBound].gap == .blank
    }

    /// US$42.
    private func isBeforeSum(_ name: Range<Int>) -> Bool {
        let end = Int(prose.tokens[name.upperBound - 1].end)
        return end < prose.bytes.count && prose.bytes[end] == UInt8(ascii: "$")
    }

    /// An organisation of the tables that the model took for nothing ("Hezbollah fired"), or of several words for a person
    /// ("Aston Villa").
    private func isKnownOrganisation(_ stretch: NamedStretch, _ kind: Entity.Kind?) -> Bool {
        guard let match = stretch.match, match.end == stretch.tokens.upperBound, stretch.role == nil,
            !stretch.hasHonorific, !stretch.isDemonym, stretch.tokens.allSatisfy({ !prose.tokens[$0].isSmallWord }),
            facts.phrases.terms(at: match.node).allSatisfy({
                $0.kind == .organisation || $0.kind == .seat && kind != .place
                    || $0.kind == .blocker && $0.notes.contains(.organisation)
            })
        else { return false }
        if stretch.tokens.count > 1 { return true }
        let token = prose.tokens[stretch.tokens.lowerBound]
        return kind != .person && token.shape != .capitals
            && !token.traits.has([.common, .forename, .surname, .wordAndName, .functionWord])
    }

    /// "the killing of Omar Khan", "the mother of Ana Ruiz".
    private func isVictimOrKin(_ name: Range<Int>) -> Bool {
        name.lowerBound > 1 && isPlainName(name) && prose.isWord(name.lowerBound - 1, "of")
            && prose.tokens[name.lowerBound - 2].traits.has(.befallsPeople)
    }

    /// "Kasarani Police Station", where the model saw no kind.
    private func endsAsPlace(_ stretch: NamedStretch) -> Bool {
        let last = prose.tokens[stretch.tokens.upperBound - 1].traits
        return stretch.tokens.count > 1 && stretch.match == nil && last.has(.placeWord)
            && !last.has([.organisationWord, .surname])
            && stretch.tokens.allSatisfy { prose.tokens[$0].isCapitalised }
    }

    /// "Her lawyer, Míriam Company, spoke": somebody’s.
    private func isIntroduced(_ name: Range<Int>) -> Bool {
        let isForenamed = name.count == 2 && prose.tokens[name.lowerBound].traits.has(.forename)
        guard isForenamed || isPlainName(name), name.lowerBound > 2, prose.tokens[name.lowerBound - 1].kind == .comma
        else {
            return false
        }
        let end = name.lowerBound - 1
        let first = prose.sentence(of: end).lowerBound
        guard let role = (max(first, end - 3)..<end).first(where: { matches.roles[$0]?.end == end }), role > first,
            prose.tokens[role].isSmallWord
        else { return false }
        return ["his", "her", "Her", "His"].contains(prose.text(role - 1))
    }

    /// Two or three words that make no organisation or place.
    private func isPlainName(_ name: Range<Int>) -> Bool {
        (2...3).contains(name.count)
            && name.allSatisfy {
                prose.tokens[$0].shape == .capital && !prose.tokens[$0].traits.has(.functionWord)
                    && !prose.tokens[$0].traits.has([.organisationWord, .placeWord])
            }
    }

    /// "Troy Stecher": a forename and a word that is nothing else, where the model saw no kind.
    private func isForenameAndWord(_ stretch: NamedStretch) -> Bool {
        guard stretch.tokens.count == 2, stretch.match == nil, isPlainName(stretch.tokens) else { return false }
        let start = stretch.tokens.lowerBound
        let first = prose.tokens[start]
        let last = prose.tokens[start + 1]
        if start > 0, prose.tokens[start - 1].traits.has(.determiner) || prose.isPlacedBySmallWord(start) {
            return false
        }
        return first.traits.has(.forename) && !first.traits.has([.wordAndName, .placeAndName, .common])
            && matches.names[start] == nil && matches.names[start + 1] == nil && matches.roles[start + 1] == nil
            && last.gap == .blank && !last.traits.has([.common, .role, .date, .roleModifier])
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
