import News

/// What one or two words beside a name, or its own last word, say of its kind against the model.
extension NameMending {
    /// - Returns: the kind; nil for what names nothing.
    func kindByNeighbours(_ stretch: NamedStretch, _ kind: Entity.Kind?) -> Entity.Kind? {
        let name = stretch.tokens
        if isPlainDemonym(stretch, kind) || isPartOfThing(stretch, kind) || isSum(name) { return nil }
        if kind == nil || kind == .other, isCompanyByClause(stretch) { return .organisation }
        if kind == .other, endsAsOrganisation(stretch) { return .organisation }
        guard let kind, kind == .organisation || kind == .place || kind == .other else { return kind }
        if kind != .place, isTown(stretch), kind == .other || prose.isPlacedBySmallWord(name.lowerBound) {
            return .place
        }
        guard stretch.match == nil else { return kind }
        if kind == .place, endsAsPerson(name) || name.count == 2 && stretch.hasHonorific { return .person }
        if kind != .place, name.count < 3, isSeat(name) || name.count == 1 && isPlaced(name) { return .place }
        return kind
    }

    /// The "Danish" of a "Danish pastry", which names neither a place nor anything else.
    private func isPlainDemonym(_ stretch: NamedStretch, _ kind: Entity.Kind?) -> Bool {
        let at = stretch.tokens.lowerBound
        if kind == .other, isRegionalOrLetters(stretch.tokens) { return true }
        guard stretch.tokens.count == 1, kind == .other || kind == .place, prose.tokens[at].shape == .capital else {
            return false
        }
        var prefix: WordKey = 0
        guard let node = facts.phrases.step(&prefix, prose.tokens[at].key), facts.phrases.hasTerms(node) else {
            return false
        }
        return facts.phrases.terms(at: node).allSatisfy { $0.kind == .demonym || $0.kind == .languageOrDemonym }
    }

    /// "Latin American", "Democrat"; the "KC" of "Ana Ruiz, KC,".
    private func isRegionalOrLetters(_ name: Range<Int>) -> Bool {
        if name.allSatisfy({ prose.tokens[$0].traits.has(.regional) }) { return true }
        return name.count == 1 && prose.tokens[name.lowerBound].shape == .capitals
            && prose.tokens[name.lowerBound].traits.has(.postnominal) && name.lowerBound > 0
            && prose.tokens[name.lowerBound - 1].kind == .comma
    }

    /// The "Brazil" of "Brazil nuts".
    private func isPartOfThing(_ stretch: NamedStretch, _ kind: Entity.Kind?) -> Bool {
        guard stretch.tokens.count == 1, kind == .other || kind == .place, stretch.match == nil,
            let match = matches.names[stretch.tokens.lowerBound], match.end > stretch.tokens.upperBound
        else { return false }
        return facts.phrases.terms(at: match.node).allSatisfy {
            $0.kind == .blocker && !$0.notes.contains(.organisation)
        }
    }

    /// "Sh4,500", "N50m": letters of a currency and a number.
    private func isSum(_ name: Range<Int>) -> Bool {
        guard name.count == 1 else { return false }
        let token = prose.tokens[name.lowerBound]
        let word = prose.bytes[Int(token.start)..<Int(token.end)]
        guard let digit = word.firstIndex(where: { (0x30...0x39).contains($0) }), digit - word.startIndex < 5,
            digit > word.startIndex
        else { return false }
        let end = Int(token.end)
        let next = name.upperBound
        // "RM25 billion"
        let isAmount =
            next < prose.tokens.count && prose.tokens[next].isSmallWord
            && facts.placeContext(of: prose.tokens[next].key).contains(.amount)
        if isAmount { return true }
        let goesOn =
            end + 1 < prose.bytes.count
            && (prose.bytes[end] == UInt8(ascii: ",") || prose.bytes[end] == UInt8(ascii: "."))
            && (0x30...0x39).contains(prose.bytes[end + 1])
        let letters = word[digit...].drop { (0x30...0x39).contains($0) }
        return goesOn || ["m", "bn", "tn", "mn"].contains(String(decoding: letters, as: UTF8.self))
    }

    /// A town or region of the tables that is nothing else.
    private func isTown(_ stretch: NamedStretch) -> Bool {
        guard let match = stretch.match, match.end == stretch.tokens.upperBound,
            prose.tokens[stretch.tokens.lowerBound].shape == .capital
        else { return false }
        return facts.phrases.terms(at: match.node).allSatisfy {
            ($0.kind == .city || $0.kind == .region || $0.kind == .feature)
                && $0.notes.isDisjoint(with: [.word, .person])
        }
    }

    /// "Nordhavn, which makes pumps,": a word that opens a sentence and is no common one.
    private func isCompanyByClause(_ stretch: NamedStretch) -> Bool {
        let name = stretch.tokens
        guard name.count == 1, stretch.match == nil, !stretch.isDemonym, stretch.role == nil,
            name.upperBound + 1 < prose.tokens.count
        else { return false }
        let token = prose.tokens[name.lowerBound]
        return token.isCapitalised && token.shape != .initial
            && !token.traits.has([.common, .functionWord, .date, .role, .forename])
            && prose.tokens[name.upperBound].kind == .comma && prose.isWord(name.upperBound + 1, "which")
            && name.upperBound + 2 < prose.tokens.count && prose.tokens[name.upperBound + 2].traits.has(.firmVerb)
    }

    /// "Law Department", where the model saw no kind.
    private func endsAsOrganisation(_ stretch: NamedStretch) -> Bool {
        let last = prose.tokens[stretch.tokens.upperBound - 1].traits
        return stretch.tokens.count > 1 && stretch.match == nil && last.has(.organisationWord)
            && !last.has([.surname, .thingWord])
            && stretch.tokens.allSatisfy { prose.tokens[$0].shape == .capital }
    }

    /// "Tunde Okafor", taken for a place: a surname behind a word that makes none.
    private func endsAsPerson(_ name: Range<Int>) -> Bool {
        guard name.count == 2, name.lowerBound > 0, !["in", "at", "near"].contains(prose.text(name.lowerBound - 1))
        else { return false }
        let first = prose.tokens[name.lowerBound]
        let last = prose.tokens[name.upperBound - 1]
        return first.shape == .capital && last.shape == .capital && last.gap == .blank
            && !first.traits.has([.common, .placeWord, .organisationWord, .particle, .date, .determiner])
            && last.traits.has(.surname) && !last.traits.has([.wordAndName, .placeWord, .placeAndName, .common])
            && matches.names[name.upperBound - 1] == nil && matches.names[name.lowerBound] == nil
    }

    /// "the MP for Wyre Forest".
    private func isSeat(_ name: Range<Int>) -> Bool {
        name.lowerBound > 1 && prose.isWord(name.lowerBound - 1, "for") && prose.isWord(name.lowerBound - 2, "MP")
    }

    /// "in Risca": a lone word that the tables do not know, behind a preposition of place that nobody trusts in.
    private func isPlaced(_ name: Range<Int>) -> Bool {
        let at = name.lowerBound
        guard at > 1, prose.tokens[at].shape == .capital, prose.tokens[at - 1].isSmallWord,
            ["in", "near", "outside", "beyond"].contains(prose.text(at - 1))
        else { return false }
        let token = prose.tokens[at]
        guard !token.traits.has([.common, .organisationWord, .surname, .forename, .outletWord]) else { return false }
        return ![
            "stake", "stakes", "shares", "interest", "interests", "confidence", "trust", "faith", "invest", "invested",
            "investing", "investment", "share", "holding", "holdings", "investors", "shareholders", "believe",
            "published",
            "wrote", "writing", "article",
        ].contains(prose.text(at - 2))
    }
}
