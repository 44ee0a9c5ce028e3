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
                guard token.isCapitalised else { continue }
                if term.notes.contains(.capitals), match.end == start + 1, token.shape != .capitals { continue }
                if term.kind == .postalState { continue }
                names[start] = match
            }
        }
    }
}
