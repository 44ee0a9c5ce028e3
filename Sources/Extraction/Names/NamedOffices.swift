import News

/// Takes offices out of names: "Minister of Foreign Affairs" names nobody and nothing, "Chairman of the Lima Water Board" the board.
struct NamedOffices {
    let prose: Prose
    let facts: Facts
    let matches: PhraseMatches

    /// What is left of a stretch that begins with an office: its organisation or place, with its kind, or nothing.
    /// - Returns: nil when a stretch is no office.
    func rest(of stretch: NamedStretch, _ kind: Entity.Kind) -> (NamedStretch, Entity.Kind?)? {
        let name = stretch.tokens
        guard kind != .person, name.count > 2, stretch.match == nil, let office = matches.roles[name.lowerBound],
            // "UN High Commissioner for Refugees" is its office.
            prose.tokens[name.lowerBound].shape == .capital,
            office.end + 1 < name.upperBound, prose.tokens[office.end].isSmallWord,
            prose.isWord(office.end, "of") || prose.isWord(office.end, "for"),
            facts.phrases.terms(at: office.node).contains(where: {
                $0.kind == .role && $0.notes.isDisjoint(with: [.honorific, .modifier, .relation, .plural])
            })
        else { return nil }
        var first = office.end + 1
        if prose.tokens[first].traits.has(.determiner), first + 1 < name.upperBound { first += 1 }
        let rest = first..<name.upperBound
        if let match = matches.names[first], match.end == rest.upperBound {
            let isPlace = facts.phrases.terms(at: match.node).contains { $0.isGeographic && $0.kind != .seat }
            return (NamedStretch(tokens: rest, match: match), isPlace ? .place : .organisation)
        }
        // "Director of Education Himanshu Gupta".
        if let start = rest.dropFirst().first(where: { prose.tokens[$0].traits.has(.forename) }),
            (start + 1..<start + 4).contains(rest.upperBound - 1), (start..<rest.upperBound).allSatisfy(isPartOfPerson)
        {
            let gender = prose.tokens[start].traits.genderOfForename
            return (NamedStretch(tokens: start..<rest.upperBound, gender: gender), .person)
        }
        let isOrganisation =
            rest.count > 1 && rest.contains { prose.tokens[$0].traits.has(.organisationWord) }
            || rest.count == 1 && prose.tokens[first].shape == .capitals
        if isOrganisation { return (NamedStretch(tokens: rest), .organisation) }
        let isPlain = rest.contains { prose.tokens[$0].traits.has([.common, .role, .date, .organisationWord]) }
        return (NamedStretch(tokens: rest), isPlain ? nil : kind)
    }

    /// "Member of the [State Water Council] [Ana Ruiz]": a body and whoever belongs to it, cut as one.
    func parts(of stretch: NamedStretch) -> (body: Range<Int>, person: Range<Int>)? {
        let name = stretch.tokens
        guard name.count > 2, name.lowerBound > 1, stretch.match == nil,
            let head = name.dropLast(2).last(where: { prose.tokens[$0].traits.has([.organisationWord, .placeWord]) })
        else { return nil }
        let person = head + 1..<name.upperBound
        guard person.count <= 5, isBehindOfficeOf(name.lowerBound),
            person.allSatisfy({ isPartOfPerson($0) }), prose.tokens[person.lowerBound].shape == .capital
        else { return nil }
        return (name.lowerBound..<head + 1, person)
    }

    private func isPartOfPerson(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        guard token.isCapitalised else {
            return token.traits.has(.particle) && token.isSmallWord && !prose.isWord(at, "of")
        }
        return token.shape != .capitals && !token.traits.has([.common, .organisationWord, .placeWord, .date])
    }

    private func isBehindOfficeOf(_ start: Int) -> Bool {
        var of = start - 1
        if of > 0, prose.tokens[of].isSmallWord, prose.tokens[of].traits.has(.determiner) { of -= 1 }
        guard of > 0, prose.isWord(of, "of") else { return false }
        return prose.tokens[of - 1].isCapitalised || (max(0, of - 3)..<of).contains { matches.roles[$0]?.end == of }
    }
}
