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

    private func toponym(_ tokens: Range<Int>, _ match: PhraseMatches.Match, _ terms: [Term]) -> Toponym? {
        let geographic = terms.filter(\.isGeographic)
        var meanings = geographic.filter { !$0.notes.contains(.namesake) }
        if meanings.contains(where: { $0.notes.contains(.otherLanguage) }) {
            let isEnglish = self.isEnglish
            meanings = meanings.filter { $0.notes.contains(.otherLanguage) != isEnglish }
        }
        guard !meanings.isEmpty, !isOutlet(tokens), !isPartOfOtherName(tokens) else { return nil }
        if meanings.contains(where: { $0.kind == .languageOrDemonym }), isLanguage(tokens) { return nil }
        if isTakenOut(tokens, meanings) { return nil }
        if isPerson(tokens, meanings) || isInstitutionOfOther(tokens, meanings) { return nil }
        if meanings.contains(where: { $0.notes.contains(.tailOnly) }), !isTail(tokens) { return nil }
        let namesakes = geographic.filter { $0.notes.contains(.namesake) }.map(\.country)
        let tail = tails(after: tokens.upperBound).first {
            isTail($0, of: meanings, namesakes: namesakes)
        }
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

    /// "Reading the letter, she …": a city that is an ordinary word, where every word has a capital.
    private func isOpeningWord(_ tokens: Range<Int>, _ meanings: [Term]) -> Bool {
        tokens.count == 1 && meanings.allSatisfy { $0.notes.contains(.word) && $0.kind == .city }
            && prose.isFirstInSentence(tokens.lowerBound)
    }

    /// Whether enough of the first words are those that hold English sentences together.
    private var isEnglish: Bool {
        var words = 0
        var function = 0
        for token in prose.tokens.prefix(Self.wordsToTellEnglish) where token.kind == .word {
            words += 1
            // "a", "do", "in" and "no" are words of other languages too.
            if token.end - token.start > 2,
                token.traits.has([.determiner, .preposition, .auxiliary, .conjunction, .pronoun])
            {
                function += 1
            }
        }
        return function * 10 >= words
    }

    private static let wordsToTellEnglish = 400

    /// A paper named after a place ("Tulsa Herald") says nothing of the place.
    private func isOutlet(_ tokens: Range<Int>) -> Bool {
        guard let entity = names.entity(at: tokens.lowerBound), names.entities[entity].kind == .organisation else {
            return false
        }
        let end = names.end(ofMentionAt: tokens.lowerBound)
        return end > tokens.upperBound && prose.tokens[end - 1].traits.has(.outletWord)
    }

    /// What a person is called points nowhere: Michael Jordan, Ms. Corby, "her daughter, Brittany".
    private func isPerson(_ tokens: Range<Int>, _ meanings: [Term]) -> Bool {
        let word = prose.tokens[tokens.lowerBound].traits
        if let entity = names.entity(at: tokens.lowerBound), names.entities[entity].kind == .person {
            // A country that nobody is called by is not part of a name, however that was cut: "ABD Başkanı Joe Biden".
            let isNoName = meanings.allSatisfy { $0.kind == .country && !$0.notes.contains(.person) }
            return !isNoName || word.has([.forename, .surname])
        }
        guard tokens.count == 1, tokens.lowerBound > 1 else { return false }
        let before = prose.tokens[tokens.lowerBound - 1]
        guard before.paragraph == prose.tokens[tokens.lowerBound].paragraph else { return false }
        if before.traits.has(.honorific), before.isCapitalised { return true }
        guard word.has(.forename) else { return false }
        let relation = before.kind == .comma ? tokens.lowerBound - 2 : tokens.lowerBound - 1
        return matches.roles[relation] != nil && prose.tokens[relation].isSmallWord
            && !prose.tokens[relation].traits.has([.role, .honorific, .roleModifier])
    }

    /// "the Georgian MoD": an institution that many countries have is that of the people named before it.
    private func isInstitutionOfOther(_ tokens: Range<Int>, _ meanings: [Term]) -> Bool {
        guard tokens.lowerBound > 0, meanings.allSatisfy({ $0.kind == .seat || $0.kind == .weakSeat }),
            let match = matches.names[tokens.lowerBound - 1], match.end == tokens.lowerBound
        else { return false }
        let people = facts.phrases.term(at: match.node) { $0 == .demonym || $0 == .languageOrDemonym }
        return people.map { people in meanings.allSatisfy { $0.country != people.country } } ?? false
    }

    private func isTail(_ tokens: Range<Int>) -> Bool {
        guard tokens.lowerBound > 1 else { return false }
        let before = prose.tokens[tokens.lowerBound - 1]
        return (before.kind == .comma || before.kind == .openBracket)
            && prose.tokens[tokens.lowerBound - 2].isCapitalised
    }

    /// "San Juan Bautista": a longer name that the tables do not know goes on with a person's name.
    private func isPartOfOtherName(_ tokens: Range<Int>) -> Bool {
        let end = tokens.upperBound
        guard end < prose.tokens.count, names.end(ofMentionAt: tokens.lowerBound) > end else { return false }
        let next = prose.tokens[end]
        return next.gap == .blank && next.shape == .capital
            && next.traits.has([.surname, .femaleForename, .maleForename])
            && !next.traits.has([.common, .role, .placeWord, .organisationWord, .placeAndName, .wordAndName])
            && matches.names[end] == nil
    }

    /// "Newmarket Road", "US$5", "Mexican restaurants".
    private func isTakenOut(_ tokens: Range<Int>, _ meanings: [Term]) -> Bool {
        guard tokens.upperBound < prose.tokens.count else { return false }
        let next = prose.tokens[tokens.upperBound]
        guard next.paragraph == prose.tokens[tokens.lowerBound].paragraph else { return false }
        if next.gap == .none, next.kind == .other, prose.bytes[Int(next.start)] == UInt8(ascii: "$") { return true }
        guard next.kind == .word, next.gap == .blank else { return false }
        let context = PlaceContext(rawValue: facts.placeContexts[next.key])
        if context.contains(.street), next.isCapitalised { return true }
        // "40 US dollars" is a sum; "the US dollar fell" is news of the country.
        if context.contains(.money), isAmount(before: tokens.lowerBound) { return true }
        return context.contains(.ware) && meanings.contains { $0.kind == .demonym || $0.kind == .languageOrDemonym }
    }

    private func isAmount(before token: Int) -> Bool {
        guard token > 0 else { return false }
        let before = prose.tokens[token - 1]
        return before.kind == .number
            || before.kind == .word && PlaceContext(rawValue: facts.placeContexts[before.key]).contains(.amount)
    }

    /// "in English", "speaks Arabic", "French-speaking", "the Spanish language".
    private func isLanguage(_ tokens: Range<Int>) -> Bool {
        if tokens.upperBound < prose.tokens.count, prose.tokens[tokens.upperBound].traits.has(.languageWord) {
            return true
        }
        guard tokens.lowerBound > 0 else { return false }
        let before = prose.tokens[tokens.lowerBound - 1].traits
        if before.has(.languageOpener) {
            guard tokens.upperBound < prose.tokens.count else { return true }
            let next = prose.tokens[tokens.upperBound]
            return next.kind != .word
                || next.traits.has([.conjunction, .preposition, .auxiliary, .determiner, .adverb, .pronoun])
        }
        // "in English and Spanish"
        guard before.has(.conjunction), tokens.lowerBound > 2 else { return false }
        let first = tokens.lowerBound - 2
        guard let match = matches.names[first], match.end == first + 1 else { return false }
        return facts.phrases.term(at: match.node) { $0 == .languageOrDemonym } != nil && isLanguage(first..<first + 1)
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
