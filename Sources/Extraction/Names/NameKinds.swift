import News

/// How much speaks for each kind of thing that a named stretch may be.
struct KindEvidence {
    var person = 0.0
    var organisation = 0.0
    var place = 0.0

    static func += (a: inout KindEvidence, b: KindEvidence) {
        a.person += b.person
        a.organisation += b.organisation
        a.place += b.place
    }

    /// The kind with the most evidence; `.other` when there is too little for any.
    var kind: Entity.Kind {
        let best = max(person, organisation, place)
        guard best >= 2 else { return .other }
        return person == best ? .person : organisation == best ? .organisation : .place
    }
}

/// Weighs a named stretch by its words and by what stands around it. The weights are set by hand.
struct NameJudge {
    let prose: Prose
    let facts: Facts
    let matches: PhraseMatches

    /// What the words say by themselves, the same wherever they stand.
    func evidence(ofWords stretch: NamedStretch) -> KindEvidence {
        var found = KindEvidence()
        let range = stretch.tokens
        let tokens = prose.tokens
        let first = tokens[range.lowerBound]
        let last = tokens[range.upperBound - 1]
        let words = range.filter { tokens[$0].kind == .word && !tokens[$0].isSmallWord }
        if let match = stretch.match { found += evidence(ofTerms: facts.phrases.terms(at: match.node)) }

        if first.traits.has(.forename) {
            let isDoubtful = first.traits.has([.wordAndName, .placeAndName])
            found.person += words.count > 1 ? (isDoubtful ? 1.5 : 3.5) : (isDoubtful ? 0.2 : 1.2)
        }
        if last.traits.has(.surname) { found.person += words.count > 1 ? 1.5 : 0.8 }
        if range.dropFirst().contains(where: { tokens[$0].traits.has(.particle) && tokens[$0].isSmallWord }) {
            found.person += 2
        }
        if range.dropFirst().dropLast().contains(where: { tokens[$0].shape == .initial })
            || first.shape == .initial && words.count > 1
        {
            found.person += 3
        }
        if words.count > 1, last.traits.has(.generation) { found.person += 3 }

        let common = words.filter { tokens[$0].traits.has(.common) && !tokens[$0].traits.has([.forename, .surname]) }
            .count
        let heads = words.filter { tokens[$0].traits.has(.organisationWord) }.count
        let placeHeads = words.filter { tokens[$0].traits.has(.placeWord) }.count
        if heads > 0 {
            let isSurname = last.traits.has(.surname) && first.traits.has(.forename) && words.count == 2
            found.organisation += isSurname ? 0.5 : last.traits.has(.organisationWord) ? 5 : 3.5
        }
        if placeHeads > 0, words.count > 1 {
            let isSurname = last.traits.has(.surname) && first.traits.has(.forename) && words.count == 2
            found.place += isSurname ? 0.5 : last.traits.has(.placeWord) || first.traits.has(.placeWord) ? 4.5 : 2
        }
        if words.count == 1, first.shape == .capitals, first.end - first.start >= 2, first.end - first.start <= 6 {
            found.organisation += 2.6
            found.person -= 2
        }
        if range.contains(where: { tokens[$0].kind == .other }) { found.organisation += 3 }
        if first.shape == .mixed, words.count == 1, !first.traits.has(.surname) { found.organisation += 1 }
        if words.count > 1,
            range.contains(where: {
                tokens[$0].isSmallWord && !tokens[$0].traits.has(.particle) && tokens[$0].gap != .hyphen
            })
        {
            found.organisation += 1.5
            found.person -= 2
        }
        found.person -= Double(common) * (words.count > 1 ? 1.5 : 2)
        if words.count > 1 { found.organisation += Double(common) }
        // M5, BSL3; HDT Ipari; Harley-Davidson.
        let isForenamed = first.traits.has(.forename)
        if words.contains(where: hasDigit) { found.person -= 4 }
        if !isForenamed, words.count > 1 {
            if words.contains(where: { tokens[$0].shape == .capitals && tokens[$0].end - tokens[$0].start > 2 }) {
                found.person -= 1.5
            }
            if range.dropFirst().allSatisfy({ tokens[$0].gap == .hyphen }) { found.person -= 2 }
        }
        if common == 0, heads == 0, placeHeads == 0, (2...4).contains(words.count), stretch.match == nil {
            found.person += 1.6
        }
        return found
    }

    private func hasDigit(_ token: Int) -> Bool {
        prose.bytes[Int(prose.tokens[token].start)..<Int(prose.tokens[token].end)].contains { $0 >= 0x30 && $0 <= 0x39 }
    }

    private func evidence(ofTerms terms: Terms) -> KindEvidence {
        var found = KindEvidence()
        for term in terms {
            switch term.kind {
            case .country, .capital, .region, .feature, .place: found.place = max(found.place, 6)
            case .city:
                let isDoubtful = !term.notes.isDisjoint(with: [.needsSupport, .person, .word])
                found.place = max(found.place, isDoubtful ? 1.2 : 5)
            case .seat, .weakSeat, .organisation: found.organisation = max(found.organisation, 6)
            case .blocker:
                if term.notes.contains(.organisation) { found.organisation = max(found.organisation, 6) }
            case .demonym, .languageOrDemonym, .postalState, .role, .cuePhrase: break
            }
        }
        return found
    }

    /// What the neighbours say, here.
    func evidence(aroundWords stretch: NamedStretch) -> KindEvidence {
        var found = KindEvidence()
        let range = stretch.tokens
        let tokens = prose.tokens
        if stretch.hasHonorific { found.person += 6 }
        if stretch.role != nil { found.person += 4 }

        let sentence = prose.sentence(of: range.lowerBound)
        let before = range.lowerBound > sentence.lowerBound ? tokens[range.lowerBound - 1] : nil
        if let before, before.kind == .word {
            if before.traits.has(.determiner), before.isSmallWord || before.shape == .capital {
                found.person -= 3
                found.organisation += 1
            }
            if before.isSmallWord {
                switch prose.text(range.lowerBound - 1) {
                case "in", "near", "outside", "across", "throughout": found.place += 1.8
                case "at", "from", "to": found.place += 0.7
                default: break
                }
            }
            if before.traits.has(.finiteCue), before.traits.has(.cue), before.isSmallWord { found.person += 1 }
        }

        if let before, before.kind == .comma, range.lowerBound - 2 >= sentence.lowerBound,
            endsRole(range.lowerBound - 2, from: sentence.lowerBound)
        {
            found.person += 3
        }

        let end = range.upperBound
        guard end < sentence.upperBound else { return found }
        let after = tokens[end]
        if after.traits.has(.cue), after.traits.has(.finiteCue), after.isSmallWord {
            found.person += 1.5
            found.organisation += 0.5
        }
        if after.isSmallWord, after.traits.has(.relative), prose.text(end) == "who" { found.person += 2 }
        // Elsewhere a person's party stands so: Bruins Slot (CDA).
        if prose.language.isEnglish, after.kind == .openBracket, end + 2 < sentence.upperBound,
            tokens[end + 2].kind == .closeBracket,
            tokens[end + 1].shape == .capitals
        {
            found.organisation += 3
        }
        guard after.kind == .comma || after.kind == .openBracket, end + 1 < sentence.upperBound else { return found }
        let next = tokens[end + 1]
        if next.kind == .number, isAge(end + 1, before: sentence.upperBound) { found.person += 4 }
        if next.traits.has(.relative), next.isSmallWord, prose.text(end + 1) == "who" { found.person += 2 }
        if after.kind == .comma, opensRole(end + 1, before: sentence.upperBound) { found.person += 2.5 }
        if after.kind == .comma, let match = matches.names[end + 1] {
            let isGeographic = facts.phrases.terms(at: match.node).contains {
                $0.kind == .country || $0.kind == .region
            }
            let closes =
                match.end >= sentence.upperBound || tokens[match.end].kind == .comma
                || tokens[match.end].kind == .period
            if isGeographic && closes { found.place += 2.5 }
        }
        return found
    }

    /// "the transport minister, NAME": whether a role in small letters ends at a token.
    private func endsRole(_ last: Int, from lower: Int) -> Bool {
        (max(lower, last - 3)...last).contains { matches.roles[$0]?.end == last + 1 && prose.tokens[last].isSmallWord }
    }

    /// "Maria Lopez, 27, …": a number of two digits closed off.
    private func isAge(_ at: Int, before limit: Int) -> Bool {
        let token = prose.tokens[at]
        guard token.end - token.start <= 2, at + 1 < limit else { return false }
        return prose.tokens[at + 1].kind == .comma || prose.tokens[at + 1].kind == .closeBracket
    }

    /// "…, a senior analyst at X": an article or nothing, then a role within five words.
    private func opensRole(_ at: Int, before limit: Int) -> Bool {
        for next in at..<min(at + 6, limit) {
            let token = prose.tokens[next]
            if token.kind != .word && token.kind != .possessive { return false }
            if let match = matches.roles[next] {
                let isRole = facts.phrases.terms(at: match.node).contains {
                    $0.kind == .role && $0.notes.isDisjoint(with: [.honorific, .modifier])
                }
                if isRole, token.isSmallWord { return true }
            }
            if token.traits.has([.preposition, .cue, .auxiliary, .pronoun, .conjunction]) { return false }
        }
        return false
    }
}

extension NameJudge {
    /// One kind for the same words all through the story: the evidence of all places where they stand, added up. Nil
    /// for what is no name of a certain kind.
    func kinds(of stretches: [NamedStretch]) -> [Entity.Kind?] {
        var evidence: [WordKey: KindEvidence] = [:]
        let alone = Set(
            stretches.compactMap {
                $0.tokens.count == 1 && $0.match == nil ? prose.tokens[$0.tokens.lowerBound].key : nil
            })
        for stretch in stretches where !stretch.isDemonym && !stretch.isMaybeName {
            let key = key(stretch.tokens)
            if evidence[key] == nil {
                var words = self.evidence(ofWords: stretch)
                // A last word that stands alone elsewhere is a surname more often than not.
                if stretch.tokens.count > 1, let last = stretch.tokens.last, alone.contains(prose.tokens[last].key) {
                    words.person += 1
                }
                evidence[key] = words
            }
            // A headline in capitals says little.
            let part = prose.article.paragraphs[Int(prose.tokens[stretch.tokens.lowerBound].paragraph)].part
            if part != .headline { evidence[key]? += self.evidence(aroundWords: stretch) }
        }
        return stretches.map { stretch in
            guard !stretch.isDemonym, !stretch.isMaybeName, let kind = evidence[key(stretch.tokens)]?.kind else {
                return nil
            }
            return isSure(stretch, kind) ? kind : prose.language.capitalisesNouns ? nil : .other
        }
    }

    private func key(_ range: Range<Int>) -> WordKey {
        range.reduce(0) { prose.tokens[$1].kind == .word ? phraseKey($0, prose.tokens[$1].key) : $0 }
    }
}
