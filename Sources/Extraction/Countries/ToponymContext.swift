import News

/// What the words around a name take from it: a place in a person's, a paper's or a street's name is none.
extension ToponymReader {
    /// A paper named after a place ("Tulsa Herald") says nothing of the place.
    func isOutlet(_ tokens: Range<Int>) -> Bool {
        guard let entity = names.entity(at: tokens.lowerBound), names.entities[entity].kind == .organisation else {
            return false
        }
        let end = names.end(ofMentionAt: tokens.lowerBound)
        return end > tokens.upperBound && prose.tokens[end - 1].traits.has(.outletWord)
    }

    /// What a person is called points nowhere: Michael Jordan, Ms. Corby, "her daughter, Brittany".
    func isPerson(_ tokens: Range<Int>, _ meanings: [Term]) -> Bool {
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
        if isSurname(tokens, meanings) || isNameOfSomebody(tokens, meanings) { return true }
        guard word.has(.forename) else { return false }
        let relation = before.kind == .comma ? tokens.lowerBound - 2 : tokens.lowerBound - 1
        return matches.roles[relation] != nil && prose.tokens[relation].isSmallWord
            && !prose.tokens[relation].traits.has([.role, .honorific, .roleModifier])
    }

    /// "accused Chamorro of", behind Cristiana Chamorro: a people’s name that somebody of the story bears.
    private func isSurname(_ tokens: Range<Int>, _ meanings: [Term]) -> Bool {
        guard meanings.allSatisfy({ $0.kind == .demonym || $0.kind == .languageOrDemonym }),
            names.peopleByWord[prose.tokens[tokens.lowerBound].key] != nil,
            !prose.tokens[tokens.lowerBound - 1].traits.has(.determiner)
        else { return false }
        guard tokens.upperBound < prose.tokens.count else { return true }
        let next = prose.tokens[tokens.upperBound]
        return next.kind != .word || next.traits.has([.finiteCue, .auxiliary, .preposition, .conjunction])
    }

    /// "Houston bowed", behind Whitney Houston: a town or state that somebody of the story is named like, and that stands where no
    /// place stands.
    private func isNameOfSomebody(_ tokens: Range<Int>, _ meanings: [Term]) -> Bool {
        guard meanings.allSatisfy({ $0.kind == .city || $0.kind == .feature || $0.kind == .region }),
            names.peopleByWord[prose.tokens[tokens.lowerBound].key] != nil
        else { return false }
        let isSetOff = tokens.upperBound < prose.tokens.count && prose.tokens[tokens.upperBound].kind == .comma
        return !isSetOff && !prose.tokens[tokens.lowerBound - 1].traits.has(.preposition)
    }

    /// "the Georgian MoD": an institution that many countries have is that of the people named before it.
    func isInstitutionOfOther(_ tokens: Range<Int>, _ meanings: [Term]) -> Bool {
        guard tokens.lowerBound > 0, meanings.allSatisfy({ $0.kind == .seat || $0.kind == .weakSeat }),
            let match = matches.names[tokens.lowerBound - 1], match.end == tokens.lowerBound
        else { return false }
        let people = facts.phrases.term(at: match.node) { $0 == .demonym || $0 == .languageOrDemonym }
        return people.map { people in meanings.allSatisfy { $0.country != people.country } } ?? false
    }

    func isBehindPlace(_ tokens: Range<Int>) -> Bool {
        guard tokens.lowerBound > 1 else { return false }
        let before = prose.tokens[tokens.lowerBound - 1]
        guard before.kind == .comma || before.kind == .openBracket,
            prose.tokens[tokens.lowerBound - 2].isCapitalised
        else { return false }
        // "Tom Hill, SC," is a barrister.
        guard let entity = names.entity(at: tokens.lowerBound - 2) else { return true }
        return names.entities[entity].kind == .place || names.entities[entity].kind == .organisation
    }

    /// "San Juan Bautista", "K2-33": a longer name that the tables do not know goes on with a person's name or a number.
    func isPartOfOtherName(_ tokens: Range<Int>) -> Bool {
        let end = tokens.upperBound
        if end < prose.tokens.count, prose.tokens[end].gap == .hyphen, prose.tokens[end].kind == .number { return true }
        // neo-Nazis
        if tokens.lowerBound > 0, prose.tokens[tokens.lowerBound].gap == .hyphen,
            prose.text(tokens.lowerBound - 1) == "neo"
        {
            return true
        }
        guard end < prose.tokens.count, names.end(ofMentionAt: tokens.lowerBound) > end else { return false }
        let next = prose.tokens[end]
        // "Jordan Lafond": a forename needs no known surname.
        let isForename = tokens.count == 1 && prose.tokens[tokens.lowerBound].traits.has(.forename)
        return next.gap == .blank && next.shape == .capital
            && (isForename || next.traits.has([.surname, .femaleForename, .maleForename]))
            && !next.traits.has([.common, .role, .placeWord, .organisationWord, .placeAndName, .wordAndName])
            && matches.names[end] == nil
    }

    /// "Tunde Bello, SAN": letters that a town has too, which opens a dateline when it is written so.
    func isAcronym(_ tokens: Range<Int>, _ meanings: [Term]) -> Bool {
        let token = prose.tokens[tokens.lowerBound]
        let paragraph = Int(token.paragraph)
        return tokens.count == 1 && token.shape == .capitals && token.end - token.start <= 4
            && meanings.allSatisfy { $0.kind == .city } && prose.article.paragraphs[paragraph].part != .headline
            && tokens.lowerBound > prose.paragraphs[paragraph].lowerBound
    }

    /// "[BODØ] —", "[KISUMU], Oct 14 –": where a story was filed.
    func isDateline(_ tokens: Range<Int>) -> Bool {
        let paragraph = Int(prose.tokens[tokens.lowerBound].paragraph)
        let range = prose.paragraphs[paragraph]
        guard prose.article.paragraphs[paragraph].part.isBody, tokens.lowerBound == range.lowerBound,
            prose.tokens[tokens.lowerBound].shape == .capitals, tokens.upperBound < range.upperBound
        else { return false }
        let end = min(range.upperBound, tokens.upperBound + 6)
        return (tokens.upperBound..<end).first { prose.tokens[$0].isSmallWord || prose.tokens[$0].kind == .dash }
            .map { prose.tokens[$0].kind == .dash } ?? false
    }

    /// The town of "Grupo Bimbo": the last word of an organisation that need not be called after it.
    func isEndOfOrganisation(_ tokens: Range<Int>, _ meanings: [Term]) -> Bool {
        guard tokens.count == 1, tokens.lowerBound > 0,
            meanings.allSatisfy({ $0.kind == .city && $0.population < 500 }),
            let entity = names.entity(at: tokens.lowerBound), names.entities[entity].kind == .organisation,
            names.entity(at: tokens.lowerBound - 1) == entity, !prose.tokens[tokens.lowerBound - 1].isSmallWord
        else { return false }
        return names.end(ofMentionAt: tokens.lowerBound) == tokens.upperBound
    }

    /// "Newmarket Road", "US$5", "Mexican restaurants".
    func isTakenOut(_ tokens: Range<Int>, _ meanings: [Term]) -> Bool {
        guard tokens.upperBound < prose.tokens.count else { return false }
        let next = prose.tokens[tokens.upperBound]
        guard next.paragraph == prose.tokens[tokens.lowerBound].paragraph else { return false }
        if next.gap == .none, next.kind == .other, prose.bytes[Int(next.start)] == UInt8(ascii: "$") { return true }
        guard next.kind == .word, next.gap == .blank else { return false }
        let context = facts.placeContext(of: next.key)
        if context.contains(.street), next.isCapitalised { return true }
        // "40 US dollars" is a sum; "the US dollar fell" is news of the country.
        if context.contains(.money), isAmount(before: tokens.lowerBound) { return true }
        return context.contains(.ware) && meanings.contains { $0.kind == .demonym || $0.kind == .languageOrDemonym }
    }

    private func isAmount(before token: Int) -> Bool {
        guard token > 0 else { return false }
        let before = prose.tokens[token - 1]
        return before.kind == .number
            || before.kind == .word && facts.placeContext(of: before.key).contains(.amount)
    }

    /// "the governor of Georgia", "Georgia’s Senate": offices that a state of that name has and the country has not.
    func isStateByOffice(_ tokens: Range<Int>) -> Bool {
        if tokens.lowerBound > 1, prose.text(tokens.lowerBound - 1) == "of",
            facts.placeContext(of: prose.tokens[tokens.lowerBound - 2].key).contains(.state)
        {
            return true
        }
        var next = tokens.upperBound
        if next < prose.tokens.count, prose.tokens[next].kind == .possessive { next += 1 }
        return next < prose.tokens.count && prose.tokens[next].kind == .word
            && facts.placeContext(of: prose.tokens[next].key).contains(.state)
    }

    /// "Polish your boots": an ordinary word that has its capital for standing first.
    func isVerb(_ tokens: Range<Int>) -> Bool {
        guard prose.isFirstInSentence(tokens.lowerBound), tokens.upperBound < prose.tokens.count else { return false }
        let next = prose.tokens[tokens.upperBound]
        return next.isSmallWord && next.gap == .blank && next.traits.has([.determiner, .possessive])
    }

    /// "in English", "speaks Arabic", "French-speaking", "the Spanish language".
    func isLanguage(_ tokens: Range<Int>) -> Bool {
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
        // "in English, German and Spanish"
        guard before.has(.conjunction) || prose.tokens[tokens.lowerBound - 1].kind == .comma, tokens.lowerBound > 2
        else { return false }
        let first = tokens.lowerBound - 2
        guard let match = matches.names[first], match.end == first + 1 else { return false }
        return facts.phrases.term(at: match.node) { $0 == .languageOrDemonym } != nil && isLanguage(first..<first + 1)
    }
}
