/// Where the phrases of the tables stand in a text: for each token the longest of each sort that begins there.
struct PhraseMatches {
    /// A phrase beginning at a token: its end (a token index) and its node in the table.
    struct Match {
        let end: Int
        let node: Int
    }

    /// Countries, cities, institutions, organisations, places and blockers, in capitals as names are.
    private(set) var names: Sort
    private(set) var roles: Sort
    private(set) var cues: Sort

    /// The matches of one sort, by the token they begin at.
    struct Sort {
        private struct Slot {
            /// -1 where nothing begins.
            var node: Int32 = -1
            var end: Int32 = 0
        }

        private var slots: [Slot]

        fileprivate init(tokens: Int) { slots = Array(repeating: Slot(), count: tokens) }

        fileprivate(set) subscript(token: Int) -> Match? {
            get {
                guard slots.indices.contains(token), slots[token].node >= 0 else { return nil }
                return Match(end: Int(slots[token].end), node: Int(slots[token].node))
            }
            set { slots[token] = newValue.map { Slot(node: Int32($0.node), end: Int32($0.end)) } ?? Slot() }
        }
    }

    init(_ prose: Prose, _ facts: Facts) {
        let tokens = prose.tokens
        names = Sort(tokens: tokens.count)
        roles = Sort(tokens: tokens.count)
        cues = Sort(tokens: tokens.count)
        for opening in prose.phraseOpenings {
            let start = Int(opening.token)
            var key = phraseKey(0, tokens[start].key)
            var node = Int(opening.node)
            var end = start + 1
            while true {
                if facts.phrases.hasTerms(node) { keep(Match(end: end, node: node), at: start, prose, facts) }
                guard facts.phrases.goesOn(node), end < tokens.count, goesOn(tokens[end], from: tokens[start]),
                    let longer = facts.phrases.step(&key, tokens[end].key)
                else { break }
                node = longer
                end += 1
            }
        }
        addCompounds(prose, facts)
    }

    /// Whether a token may be a further word of a phrase.
    private func goesOn(_ token: Token, from first: Token) -> Bool {
        (token.kind == .word || token.kind == .number) && token.gap != .none && token.paragraph == first.paragraph
    }

    private mutating func keep(_ match: Match, at start: Int, _ prose: Prose, _ facts: Facts) {
        let token = prose.tokens[start]
        for term in facts.phrases.terms(at: match.node) {
            switch term.kind {
            case .role: roles[start] = match
            case .cuePhrase: cues[start] = match
            case .blocker: names[start] = match
            case .country, .demonym, .languageOrDemonym, .capital, .seat, .weakSeat, .region, .postalState, .feature,
                .city,
                .organisation, .place:
                guard mayBeName(match, at: start, prose) else { continue }
                if term.notes.contains(.capitals), match.end == start + 1, token.shape != .capitals { continue }
                if term.kind == .postalState { continue }
                names[start] = match
            }
        }
    }

    /// Outside English a script without capitals has its names in the tables too, and a lone word that is a small word or
    /// a common noun of the language is not the town of that name: Seine, Essen, Natal.
    private func mayBeName(_ match: Match, at start: Int, _ prose: Prose) -> Bool {
        let token = prose.tokens[start]
        if prose.language.isEnglish { return token.isCapitalised || prose.isHyphenedParticle(start) }
        guard token.isCapitalised || token.shape == .none else { return false }
        return match.end > start + 1 || token.shape == .capitals || !token.traits.has([.common, .functionWord, .date])
    }

    /// A word for a role put together from others: Verkehrsministerin.
    private mutating func addCompounds(_ prose: Prose, _ facts: Facts) {
        guard !facts.roleEndings.isEmpty else { return }
        for (at, token) in prose.tokens.enumerated() where token.isCapitalised && roles[at] == nil {
            if names[at] == nil { addGenitive(at, prose, facts) }
            let letters = prose.bytes[Int(token.start)..<Int(token.end)]
            let ending = facts.roleEndings.first {
                $0.letters.count + 2 < letters.count && letters.suffix($0.letters.count) == $0.letters[...]
            }
            if let ending { roles[at] = Match(end: at + 1, node: ending.node) }
        }
    }

    /// Deutschlands, Berlins: the name without its last letter.
    private mutating func addGenitive(_ at: Int, _ prose: Prose, _ facts: Facts) {
        let letters = prose.bytes[Int(prose.tokens[at].start)..<Int(prose.tokens[at].end)]
        guard letters.count > 5, letters.last == UInt8(ascii: "s") else { return }
        var builder = WordKeyBuilder()
        letters.dropLast().withContiguousStorageIfAvailable { bytes in
            var next = 0
            while next < bytes.count {
                let (scalar, width) = decodedScalar(bytes.span, next)
                if scalar < 0x80 {
                    builder.add(UInt8(scalar | 0x20))
                } else {
                    _ = facts.folding.add(scalar, to: &builder)
                }
                next += width
            }
        }
        var prefix: WordKey = 0
        guard let node = facts.phrases.step(&prefix, builder.key),
            facts.phrases.term(at: node, where: { $0 == .country || $0 == .capital || $0 == .city }) != nil
        else { return }
        names[at] = Match(end: at + 1, node: node)
    }
}
