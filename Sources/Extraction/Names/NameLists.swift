/// What a name is listed with, and what an acronym is told to stand for.
extension NameFeatures {
    /// "Roche and Pfizer": the sort of the name that stands before this one in a list; 0 for none.
    func sortOfName(listedBefore at: Int, from first: Int) -> UInt64 {
        guard at > first + 1, prose.tokens[at - 2].isCapitalised else { return 0 }
        let link = link(at: at - 1)
        return link == 0 ? 0 : sortOfName(endingAt: at - 2) << 1 | link >> 1
    }

    /// The sort of the name that comes behind this one in a list; 0 for none.
    func sortOfName(listedBehind at: Int, before limit: Int) -> UInt64 {
        guard at + 2 < limit, prose.tokens[at + 2].isCapitalised else { return 0 }
        let link = link(at: at + 1)
        return link == 0 ? 0 : sortOfName(at + 2) << 1 | link >> 1
    }

    /// 1 for a comma, 2 for "and" or "or", 0 for what lists nothing.
    private func link(at token: Int) -> UInt64 {
        let token = prose.tokens[token]
        if token.kind == .comma { return 1 }
        guard token.isSmallWord, token.end - token.start <= 3, token.traits.has(.conjunction) else { return 0 }
        let first = prose.bytes[Int(token.start)]
        let last = prose.bytes[Int(token.end) - 1]
        let isAnd = first == UInt8(ascii: "a") && last == UInt8(ascii: "d")
        return isAnd || first == UInt8(ascii: "o") ? 2 : 0
    }

    private func sortOfName(_ first: Int) -> UInt64 {
        if let match = matches.names[first] {
            return facts.phrases.terms(at: match.node).reduce(1) { bits, term in
                switch term.kind {
                case .country, .capital, .region, .feature, .place, .city: bits | 2
                case .organisation, .seat, .weakSeat: bits | 4
                case .blocker: term.notes.contains(.organisation) ? bits | 4 : bits
                case .demonym, .languageOrDemonym, .postalState, .role, .cuePhrase: bits
                }
            }
        }
        let token = prose.tokens[first]
        if token.traits.has(.forename) { return 8 }
        if token.shape == .capitals { return 16 }
        return token.traits.has(.surname) ? 32 : 0
    }

    private func sortOfName(endingAt last: Int) -> UInt64 {
        let stretch = stretchOf[last]
        guard stretch >= 0 else { return 64 }
        let name = stretches[Int(stretch)].tokens
        let end = prose.tokens[name.upperBound - 1].traits
        if end.has(.organisationWord) { return 128 }
        return end.has(.placeWord) ? 256 : sortOfName(name.lowerBound)
    }

    /// Of a word in capitals and brackets, what the words before it are that it takes its letters from: 1 for small ones
    /// ("consumer price index (CPI)"), 2 for an organisation by its words, 4 for another name; 0 where they are not told.
    func expansion(ofAcronymAt at: Int) -> UInt64 {
        let tokens = prose.tokens
        guard tokens[at].shape == .capitals, at > 2, at + 1 < tokens.count, tokens[at - 1].kind == .openBracket,
            tokens[at + 1].kind == .closeBracket, let first = firstWord(ofAcronymAt: at)
        else { return 0 }
        if tokens[first].isSmallWord { return 1 }
        if (first..<at - 1).contains(where: { tokens[$0].traits.has(.organisationWord) }) { return 2 }
        // "Gross domestic product (GDP)" where it opens a sentence.
        return (first..<at - 1).contains { tokens[$0].isSmallWord && !isShort($0) } ? 1 : 4
    }

    /// The word before a bracket that gives an acronym its first letter.
    private func firstWord(ofAcronymAt at: Int) -> Int? {
        let acronym = prose.tokens[at]
        let letters = prose.bytes[Int(acronym.start)..<Int(acronym.end)].map { $0 | 0x20 }.filter {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        }
        guard letters.count > 1 else { return nil }
        var left = letters.count
        let lowest = max(prose.sentence(of: at).lowerBound, at - 1 - 2 * letters.count)
        for word in (lowest..<max(lowest, at - 1)).reversed() {
            let token = prose.tokens[word]
            guard token.kind == .word else {
                if token.kind == .possessive || token.kind == .other { continue }
                return nil
            }
            if prose.bytes[Int(token.start)] | 0x20 == letters[left - 1] {
                left -= 1
                if left == 0 { return word }
            } else if !(token.isSmallWord && isShort(word)) {
                return nil
            }
        }
        return nil
    }

    /// of, and, for.
    private func isShort(_ at: Int) -> Bool { prose.tokens[at].end - prose.tokens[at].start <= 3 }
}
