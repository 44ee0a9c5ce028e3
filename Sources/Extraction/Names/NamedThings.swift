import News

/// Finds names of ships, storms, laws and prizes, which are made of names of people and places.
struct NamedThings {
    let prose: Prose

    /// "HMS [Argyll]", "Storm [Agnes]", "Belgian [Grand Prix]": the whole name of a thing that a stretch is, or is a part of.
    func thing(around stretch: NamedStretch, _ kind: Entity.Kind?) -> Range<Int>? {
        let name = stretch.tokens
        if let start = startOfShip(name, stretch.role) ?? startOfStorm(name) { return start..<name.upperBound }
        let last = prose.tokens[name.upperBound - 1]
        let isThing =
            name.count > 1 && last.shape == .capital && last.traits.has(.thingWord) && kind != nil && kind != .person
            && stretch.role == nil
        return isThing ? name : nil
    }

    /// "Agnes tore through", where the story has Storm Agnes and nobody of that name.
    func labelAlone(_ stretches: [NamedStretch], _ kinds: inout [Entity.Kind?]) {
        var names: Set<WordKey> = []
        for (stretch, kind) in zip(stretches, kinds) where kind == .other && stretch.tokens.count == 2 {
            if isStorm(stretch.tokens.lowerBound) || isShipPrefix(stretch.tokens.lowerBound) {
                names.insert(prose.tokens[stretch.tokens.upperBound - 1].key)
            }
        }
        guard !names.isEmpty else { return }
        for (stretch, kind) in zip(stretches, kinds) where kind == .person && stretch.tokens.count > 1 {
            for token in stretch.tokens { names.remove(prose.tokens[token].key) }
        }
        for (index, stretch) in stretches.enumerated() where stretch.tokens.count == 1 && kinds[index] != nil {
            guard names.contains(prose.tokens[stretch.tokens.lowerBound].key), !stretch.hasHonorific,
                stretch.role == nil
            else { continue }
            kinds[index] = .other
        }
    }

    /// "RRS [Sir David Attenborough]": titles stand between a ship’s letters and whom it is named after.
    private func startOfShip(_ name: Range<Int>, _ role: Range<Int>?) -> Int? {
        if isShipPrefix(name.lowerBound) { return name.count > 1 ? name.lowerBound : nil }
        let lowest = max(prose.sentence(of: name.lowerBound).lowerBound, name.lowerBound - 3)
        var at = name.lowerBound
        while at > lowest, prose.tokens[at - 1].isCapitalised, prose.tokens[at].gap == .blank {
            at -= 1
            if isShipPrefix(at) { return at }
            guard prose.tokens[at].traits.has([.honorific, .role]) else { return nil }
        }
        return nil
    }

    private func isShipPrefix(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        return token.shape == .capitals && token.traits.has(.shipPrefix)
    }

    private func startOfStorm(_ name: Range<Int>) -> Int? {
        let first = name.lowerBound
        if prose.tokens[name.upperBound - 1].traits.has([.organisationWord, .placeWord, .postnominal]) { return nil }
        if isStorm(first) { return name.count == 2 ? first : nil }
        guard name.count == 1, first > prose.sentence(of: first).lowerBound, isStorm(first - 1),
            prose.tokens[first].gap == .blank, prose.tokens[first].shape == .capital
        else { return nil }
        return first - 1
    }

    private func isStorm(_ at: Int) -> Bool {
        prose.tokens[at].shape == .capital && prose.tokens[at].traits.has(.stormWord)
    }
}
