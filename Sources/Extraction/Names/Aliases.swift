import News

/// Finds other names that a story gives somebody: "Mohamad Hasan, better known as Tok Mat", "K. Chandrasekhar Rao, or KCR,".
struct AliasReader {
    let prose: Prose

    /// The last token of the name that another name is told to stand for; nil when it is told of none.
    func named(as alias: Range<Int>) -> Int? {
        guard alias.count <= 3, alias.upperBound < prose.tokens.count,
            prose.tokens[alias.upperBound].kind != .possessive
        else { return nil }
        var at = alias.lowerBound - 1
        // known as the “Dragon”
        while at > 0,
            prose.tokens[at].kind == .mark || prose.tokens[at].isSmallWord && prose.tokens[at].traits.has(.determiner)
        {
            at -= 1
        }
        guard at > 0, prose.tokens[at].isSmallWord else { return nil }
        let isAs = prose.isWord(at, "as")
        guard isAs || prose.tokens[at].traits.has(.namingWord) || prose.isWord(at, "or") else { return nil }
        let first = prose.sentence(of: alias.lowerBound).lowerBound
        func skip(_ isSkipped: (Token) -> Bool) { while at > first, isSkipped(prose.tokens[at]) { at -= 1 } }
        if prose.isWord(at, "or") { return personBehindComma(at - 1, first, lettersOf: alias) }
        if isAs { at -= 1 }
        guard at > first, prose.isWord(at, "nicknamed") || prose.isWord(at, isAs ? "known" : "dubbed") else {
            return nil
        }
        at -= 1
        skip { $0.isSmallWord && $0.traits.has([.adverb, .relative, .auxiliary]) || $0.isSmallWord && isDegree($0) }
        skip { $0.kind == .comma || $0.kind == .openBracket }
        return at >= first ? at : nil
    }

    /// better, popularly, widely.
    private func isDegree(_ token: Token) -> Bool {
        let end = prose.bytes[Int(token.end) - 1]
        let isManner = end == UInt8(ascii: "y") && prose.bytes[Int(token.end) - 2] == UInt8(ascii: "l")
        return isManner || prose.article.text[TextSpan(token.span.start, token.span.end)] == "better"
    }

    /// "Chandrasekhar Rao, or KCR,": only what the name begins its words with.
    private func personBehindComma(_ comma: Int, _ first: Int, lettersOf alias: Range<Int>) -> Int? {
        guard comma > first, prose.tokens[comma].kind == .comma, alias.count == 1,
            prose.tokens[alias.lowerBound].shape == .capitals
        else { return nil }
        let letters = prose.tokens[alias.lowerBound]
        guard prose.bytes[Int(letters.end) - 1] == prose.bytes[Int(prose.tokens[comma - 1].start)] else { return nil }
        return comma - 1
    }
}

extension Names {
    /// Notes whose other name a stretch is told to be; whether it is one.
    mutating func noteAlias(_ stretch: NamedStretch, _ words: [WordKey]) -> Bool {
        guard prose.language.isEnglish else { return false }
        if aliases[words] != nil { return true }
        guard let last = AliasReader(prose: prose).named(as: stretch.tokens), let person = entity(at: last),
            entities[person].kind == .person
        else { return false }
        aliases[words] = person
        return true
    }

    /// Gives the people named in full the other names that the story tells.
    mutating func addAliases() {
        guard prose.language.isEnglish else { return }
        let reader = AliasReader(prose: prose)
        for stretch in stretches
        where !stretch.isDemonym && entityOf[stretch.tokens.lowerBound] < 0 && reader.named(as: stretch.tokens) != nil {
            _ = noteAlias(stretch, words(stretch.tokens))
        }
        guard !aliases.isEmpty else { return }
        for (index, stretch) in stretches.enumerated() where entityOf[stretch.tokens.lowerBound] < 0 {
            if let person = aliases[words(stretch.tokens)] { name(person, by: index) }
        }
    }
}
