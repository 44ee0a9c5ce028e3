/// Where the phrases of the tables stand in a text: for each token the longest of each sort that begins there.
struct PhraseMatches {
    /// A phrase beginning at a token: its end (a token index) and its node in the table.
    struct Match {
        let end: Int
        let node: Int
    }

    /// Countries, cities, institutions, organisations, places and blockers, in capitals as names are.
    private(set) var names: [Int: Match] = [:]
    private(set) var roles: [Int: Match] = [:]
    private(set) var cues: [Int: Match] = [:]

    init(_ prose: Prose, _ facts: Facts) {
        let tokens = prose.tokens
        for start in tokens.indices where tokens[start].traits.has(.opensPhrase) {
            var key: WordKey = 0
            var at = start
            while at < tokens.count, tokens[at].kind == .word || tokens[at].kind == .number || at == start,
                at == start || (tokens[at].gap != .none && tokens[at].paragraph == tokens[start].paragraph),
                let node = facts.phrases.step(&key, tokens[at].key)
            {
                at += 1
                if facts.phrases.hasTerms(node) { keep(Match(end: at, node: node), at: start, prose, facts) }
            }
        }
        addCompounds(prose, facts)
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
        if prose.language.isEnglish { return token.isCapitalised }
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
                let (scalar, width) = decodedScalar(bytes, next)
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
