import News

/// A place, people or institution named in a story, with every country that it may point to.
struct Toponym {
    let tokens: Range<Int>
    /// Where it stands; inside a token where a script writes no blanks.
    let span: TextSpan
    /// The same for every mention of one name: the node of its words in the phrase table.
    let name: Int
    /// What it may mean; never empty.
    let meanings: [Term]
    /// Countries where a lesser place has this name.
    let namesakes: [Int16]
    /// The country of the words right behind, in "Paris, Texas".
    let tail: Int16?

    /// The country that it points to by itself; nil when it is doubtful or may be in several.
    var home: Term? {
        guard let first = meanings.first(where: { !$0.isDoubtful }) else { return nil }
        let isSure = meanings.allSatisfy { $0.country == first.country || $0.notes.contains(.needsSupport) }
        return isSure ? first : nil
    }

    /// Countries with a lesser place of the name, the large ones among them first.
    func rivals(of home: Term) -> (large: [Int16], small: [Int16]) {
        (meanings.filter { $0.country != home.country }.map(\.country), namesakes)
    }
}

/// Finds the toponyms of a story.
struct ToponymReader {
    let prose: Prose
    let facts: Facts
    let names: Names
    let matches: PhraseMatches

    /// In text order.
    func toponyms() -> [Toponym] {
        var found: [Toponym] = []
        for (index, paragraph) in prose.paragraphs.enumerated() {
            switch prose.article.paragraphs[index].part {
            case .furniture, .byline: continue
            case .headline, .standfirst, .body, .heading, .listEntry, .blockQuote, .caption, .credits: break
            }
            var at = paragraph.lowerBound
            while at < paragraph.upperBound {
                guard let match = matches.names[at] else {
                    at = appendForeign(at, paragraph, to: &found)
                    continue
                }
                let terms = facts.phrases.terms(at: match.node)
                if !terms.contains(where: { $0.kind == .blocker }), let toponym = toponym(at..<match.end, match, terms)
                {
                    found.append(toponym)
                }
                at = match.end
            }
        }
        return found
    }

    /// Appends the countries named in a word of another script; the token to go on with.
    private func appendForeign(_ at: Int, _ paragraph: Range<Int>, to found: inout [Toponym]) -> Int {
        let token = prose.tokens[at]
        guard token.kind == .word, ScriptNames.mayBegin(prose.bytes[Int(token.start)]) else { return at + 1 }
        let limit = Int(prose.tokens[paragraph.upperBound - 1].end)
        var next = at + 1
        for name in ScriptNames.standard.names(in: token.span, of: prose.bytes, limit: limit, facts) {
            while next < paragraph.upperBound, Int(prose.tokens[next].start) < name.span.end { next += 1 }
            found.append(
                Toponym(
                    tokens: at..<next, span: name.span, name: -1 - Int(name.country),
                    meanings: [Term(kind: .country, country: name.country)], namesakes: [], tail: nil))
        }
        return next
    }

    private func toponym(_ tokens: Range<Int>, _ match: PhraseMatches.Match, _ terms: Terms) -> Toponym? {
        let geographic = terms.filter(\.isGeographic)
        var meanings = geographic.filter { !$0.notes.contains(.namesake) }
        if meanings.contains(where: { $0.notes.contains(.otherLanguage) }) {
            let isEnglish = prose.language.isEnglish
            meanings = meanings.filter { $0.notes.contains(.otherLanguage) != isEnglish }
        }
        guard !meanings.isEmpty, !isOutlet(tokens), !isPartOfOtherName(tokens), !isAcronym(tokens, meanings) else {
            return nil
        }
        if meanings.contains(where: { $0.kind == .languageOrDemonym }), isLanguage(tokens) || isVerb(tokens) {
            return nil
        }
        if isTakenOut(tokens, meanings) { return nil }
        if isPerson(tokens, meanings) || isInstitutionOfOther(tokens, meanings) { return nil }
        if meanings.contains(where: { $0.notes.contains(.tailOnly) }), !isBehindPlace(tokens) { return nil }
        let namesakes = geographic.filter { $0.notes.contains(.namesake) }.map(\.country)
        // "Ajax" is a club first of all.
        if terms.contains(where: { $0.kind == .organisation }), meanings.allSatisfy({ $0.kind == .city }) {
            meanings = meanings.map(\.needingSupport)
        }
        if isDateline(tokens), namesakes.isEmpty, meanings.allSatisfy({ $0.country == meanings[0].country }) {
            meanings = meanings.map(\.standingAlone)
        }
        if isEndOfOrganisation(tokens, meanings) { meanings = meanings.map(\.needingSupport) }
        let state = isStateByOffice(tokens) ? meanings.first { $0.kind == .region } : nil
        if let state { meanings = [state] }
        let behind = tails(after: tokens.upperBound)
        let tail =
            state.map { Tail(country: $0.country, region: 0) }
            ?? behind.first { isTail($0, of: meanings, namesakes: namesakes) }
            ?? (isTownNamedAsCountry(tokens, meanings, behind) ? behind.first : nil)
        if let tail {
            let fitting = meanings.filter { fits($0, tail) }
            if !fitting.isEmpty { meanings = fitting }
        }
        if tail == nil, isOpeningWord(tokens, meanings) { return nil }
        return Toponym(
            tokens: tokens, span: prose.span(tokens), name: match.node, meanings: meanings, namesakes: namesakes,
            tail: tail?.country)
    }

    private func fits(_ meaning: Term, _ tail: Tail) -> Bool {
        meaning.country == tail.country && (tail.region == 0 || meaning.region == 0 || meaning.region == tail.region)
    }

    /// Whether the name lies there; "Armenia, Georgia and Iran" is a list.
    private func isTail(_ tail: Tail, of meanings: [Term], namesakes: [Int16]) -> Bool {
        meanings.contains { fits($0, tail) } || namesakes.contains(tail.country)
            || tail.region != 0
                && meanings.allSatisfy { $0.kind == .city || $0.kind == .capital || $0.kind == .feature }
    }

    /// "Peru, Indiana, has": a state that is no country, set off by itself; "Mexico, California and" is a list.
    private func isTownNamedAsCountry(_ tokens: Range<Int>, _ meanings: [Term], _ tails: [Tail]) -> Bool {
        guard tokens.count == 1, tails.count == 1, let tail = tails.first, tail.region != 0,
            meanings.allSatisfy({ $0.kind == .country }),
            tokens.lowerBound == 0 || prose.tokens[tokens.lowerBound - 1].kind != .comma,
            prose.tokens[tokens.upperBound].kind == .comma
        else { return false }
        let end = matches.names[tokens.upperBound + 1]?.end ?? tokens.upperBound + 2
        guard end < prose.tokens.count, prose.tokens[end].paragraph == prose.tokens[tokens.lowerBound].paragraph else {
            return true
        }
        guard prose.tokens[end].kind == .comma else { return prose.tokens[end].kind != .word }
        let next = end + 1
        return next < prose.tokens.count && !prose.tokens[next].isCapitalised
            && !prose.tokens[next].traits.has(.conjunction)
    }

    /// "Reading the letter, she …": a city that is an ordinary word, where every word has a capital.
    private func isOpeningWord(_ tokens: Range<Int>, _ meanings: [Term]) -> Bool {
        tokens.count == 1 && meanings.allSatisfy { $0.notes.contains(.word) && $0.kind == .city }
            && prose.isFirstInSentence(tokens.lowerBound)
    }

    private struct Tail {
        let country: Int16
        /// The state's key; 0 for a country.
        let region: WordKey
    }

    /// The states and countries that may be named right behind: "Athens, Ga.", "Kazan, Russia", "Walker County (Ga.)".
    private func tails(after end: Int) -> [Tail] {
        guard end + 1 < prose.tokens.count, prose.tokens[end].kind == .comma || prose.tokens[end].kind == .openBracket,
            prose.tokens[end + 1].kind == .word, prose.tokens[end + 1].paragraph == prose.tokens[end].paragraph
        else { return [] }
        let next = prose.tokens[end + 1]
        if let match = matches.names[end + 1] {
            let tails = facts.phrases.terms(at: match.node).filter { $0.country >= 0 }.compactMap { term -> Tail? in
                switch term.kind {
                case .region: Tail(country: term.country, region: next.key)
                case .country: Tail(country: term.country, region: 0)
                default: nil
                }
            }
            if !tails.isEmpty { return tails }
        }
        var key: WordKey = 0
        guard next.shape == .capitals, let node = facts.phrases.step(&key, next.key),
            let term = facts.phrases.term(at: node, where: { $0 == .postalState })
        else { return [] }
        return [Tail(country: term.country, region: next.key)]
    }
}

extension Term {
    var isGeographic: Bool {
        switch kind {
        case .country, .demonym, .languageOrDemonym, .capital, .seat, .weakSeat, .region, .feature, .city: country >= 0
        case .postalState, .blocker, .role, .organisation, .place, .cuePhrase: false
        }
    }

    /// Needs other words of the article to agree before it counts.
    var isDoubtful: Bool {
        kind == .weakSeat || notes.contains(.needsSupport)
            || kind == .city && !notes.isDisjoint(with: [.person, .word])
    }

    /// Which meaning of a word comes first to mind.
    var rank: Int {
        switch kind {
        case .country: 6
        case .demonym, .languageOrDemonym: 5
        case .capital: 4
        case .seat: 3
        case .region: 3
        case .city: 2
        case .feature: 2
        case .weakSeat: 1
        case .postalState, .blocker, .role, .organisation, .place, .cuePhrase: 0
        }
    }
}
