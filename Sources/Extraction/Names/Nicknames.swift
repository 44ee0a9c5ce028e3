import News

/// Puts names together that are broken by a nickname: Jeremy “Spike” Cohen is one, though names end at quotation marks.
struct Nicknames {
    let prose: Prose

    /// - Parameter kinds: of the stretches, in the same order.
    func joined(_ stretches: [NamedStretch], _ kinds: [Entity.Kind?]) -> ([NamedStretch], [Entity.Kind?]) {
        var joined: [NamedStretch] = []
        var kindsOfJoined: [Entity.Kind?] = []
        for (var stretch, kind) in zip(stretches, kinds) {
            if kind == .person, let forename = forename(ofNicknamed: stretch.tokens) {
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
            }
            joined.append(stretch)
            kindsOfJoined.append(kind)
        }
        return (joined, kindsOfJoined)
    }

    /// The forename before a nickname in quotation marks that a name stands right behind; nil when there is none.
    private func forename(ofNicknamed name: Range<Int>) -> Int? {
        let close = name.lowerBound - 1
        let first = prose.sentence(of: name.lowerBound).lowerBound
        guard close - 3 >= first, prose.tokens[close].kind == .mark,
            let open = (max(first + 1, close - 4)..<close - 1).last(where: { prose.tokens[$0].kind == .mark }),
            (open + 1..<close).allSatisfy({ prose.tokens[$0].isCapitalised })
        else { return nil }
        let forename = prose.tokens[open - 1]
        return forename.traits.has(.forename) && forename.isCapitalised ? open - 1 : nil
    }
}
