import News

/// Puts names together that are broken by a nickname: Jeremy “Spike” Cohen is one, though names end at quotation marks.
struct Nicknames {
    let prose: Prose

    /// - Parameter kinds: of the stretches, in the same order.
    func joined(_ stretches: [NamedStretch], _ kinds: [Entity.Kind?]) -> ([NamedStretch], [Entity.Kind?]) {
        var joined: [NamedStretch] = []
        var kindsOfJoined: [Entity.Kind?] = []
        for (var stretch, var kind) in zip(stretches, kinds) {
            if mayBeSurname(stretch, kind), let forename = word(beforeNicknameOf: stretch.tokens),
                prose.tokens[forename].traits.has(.forename)
                    || joined.indices.suffix(2).contains(where: {
                        kindsOfJoined[$0] == .person && joined[$0].tokens.upperBound == forename + 1
                    })
            {
                var start = forename
                while let part = joined.last, part.tokens.upperBound > forename {
                    if part.tokens.lowerBound <= forename {
                        start = part.tokens.lowerBound
                        stretch.role = part.role
                    }
                    joined.removeLast()
                    kindsOfJoined.removeLast()
                }
                stretch = NamedStretch(
                    tokens: start..<stretch.tokens.upperBound, role: stretch.role,
                    gender: prose.tokens[start].traits.genderOfForename)
                kind = .person
            }
            joined.append(stretch)
            kindsOfJoined.append(kind)
        }
        return (joined, kindsOfJoined)
    }

    private func mayBeSurname(_ stretch: NamedStretch, _ kind: Entity.Kind?) -> Bool {
        if kind == .person { return true }
        return kind != nil && stretch.tokens.count == 1 && prose.tokens[stretch.tokens.lowerBound].traits.has(.surname)
    }

    /// The word before a nickname in quotation marks that a name stands right behind; nil when there is none.
    private func word(beforeNicknameOf name: Range<Int>) -> Int? {
        guard name.lowerBound > 3,
            prose.tokens[name.lowerBound - 1].kind == .mark || prose.tokens[name.lowerBound - 1].traits.has(.particle)
        else { return nil }
        let first = prose.sentence(of: name.lowerBound).lowerBound
        var close = name.lowerBound - 1
        // “Janja” da Silva.
        while close > first, prose.tokens[close].traits.has(.particle), prose.tokens[close + 1].gap == .blank {
            close -= 1
        }
        guard close - 3 >= first, prose.tokens[close].kind == .mark,
            let open = (max(first + 1, close - 4)..<close - 1).last(where: { prose.tokens[$0].kind == .mark }),
            (open + 1..<close).allSatisfy({ prose.tokens[$0].isCapitalised })
        else { return nil }
        return prose.tokens[open - 1].isCapitalised ? open - 1 : nil
    }
}
