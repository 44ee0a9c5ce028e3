import News

/// Mends where the model let names begin and end, by the grammar of names: what a list of matters, a score, a letter behind a
/// name or an "of" behind a person tells.
struct NameExtents {
    let prose: Prose
    let facts: Facts
    let matches: PhraseMatches

    /// - Parameter kinds: of the stretches, in the same order.
    func mended(_ stretches: [NamedStretch], _ kinds: [Entity.Kind?]) -> ([NamedStretch], [Entity.Kind?]) {
        let things = NamedThings(prose: prose)
        var mended: [NamedStretch] = []
        var kindsOfMended: [Entity.Kind?] = []
        mended.reserveCapacity(stretches.count)
        kindsOfMended.reserveCapacity(stretches.count)
        func add(_ stretch: NamedStretch, _ kind: Entity.Kind?) {
            while let last = mended.last, last.tokens.upperBound > stretch.tokens.lowerBound {
                mended.removeLast()
                kindsOfMended.removeLast()
            }
            mended.append(stretch)
            kindsOfMended.append(kind)
        }
        for (index, (whole, labelled)) in zip(stretches, kinds).enumerated() {
            // Joined to a name before it.
            if let last = mended.last, last.tokens.upperBound > whole.tokens.lowerBound { continue }
            if let thing = things.thing(around: whole, labelled) {
                add(NamedStretch(tokens: thing), .other)
                continue
            }
            if let (person, body) = personAndBody(whole, labelled) {
                add(person, .person)
                add(NamedStretch(tokens: body), kind(ofBody: body))
                continue
            }
            if labelled == .organisation, let place = placeBeforePossessive(whole.tokens) {
                add(NamedStretch(tokens: place, match: matches.names[place.lowerBound]), .place)
                add(NamedStretch(tokens: place.upperBound + 1..<whole.tokens.upperBound), .organisation)
                continue
            }
            if let end = endBeforeSmallWord(whole.tokens) {
                let rest = whole.tokens.lowerBound..<end
                let match = matches.names[rest.lowerBound].flatMap { $0.end == end ? $0 : nil }
                add(NamedStretch(tokens: rest, match: match), match == nil ? labelled : .place)
                continue
            }
            if let second = secondSide(of: whole.tokens) {
                add(NamedStretch(tokens: whole.tokens.lowerBound..<second - 1), .organisation)
                add(NamedStretch(tokens: second..<whole.tokens.upperBound), .organisation)
                continue
            }
            var (stretch, kind) = (whole, labelled)
            if let start = ordinal(before: stretch.tokens), kind == .organisation || kind == .other {
                stretch = NamedStretch(tokens: start..<stretch.tokens.upperBound)
                kind = .organisation
            }
            if kind == .person, let end = endOverGap(stretch.tokens, index + 1, stretches, kinds) {
                stretch = NamedStretch(
                    tokens: stretch.tokens.lowerBound..<end, role: stretch.role, hasHonorific: stretch.hasHonorific,
                    gender: stretch.gender)
            }
            if let end = endWithoutScore(stretch.tokens) {
                stretch = NamedStretch(tokens: stretch.tokens.lowerBound..<end)
                kind = .organisation
            }
            if kind == .person, let end = endWithoutLetters(stretch.tokens) {
                stretch = NamedStretch(
                    tokens: stretch.tokens.lowerBound..<end, role: stretch.role, hasHonorific: stretch.hasHonorific,
                    gender: stretch.gender)
            }
            if kind == .organisation, let end = endOfMatters(stretch.tokens) {
                stretch = NamedStretch(tokens: stretch.tokens.lowerBound..<end)
            }
            if index + 1 < stretches.count, kind != nil, kind != .person,
                let joined = joined(stretch.tokens, stretches[index + 1], kinds[index + 1])
            {
                let isThing = prose.tokens[joined.upperBound - 1].traits.has(.thingWord)
                (stretch, kind) = (NamedStretch(tokens: joined), isThing ? .other : .organisation)
            }
            add(stretch, kind)
        }
        things.labelAlone(mended, &kindsOfMended)
        return (mended, kindsOfMended)
    }

    // MARK: Shorter

    /// "Analyst [Ana Ruiz] of [Holm Securities]", cut as one.
    private func personAndBody(_ stretch: NamedStretch, _ kind: Entity.Kind?) -> (NamedStretch, Range<Int>)? {
        let name = stretch.tokens
        guard name.count > 3, stretch.match == nil, kind == .person || kind == .organisation,
            let of = name.first(where: { prose.tokens[$0].isSmallWord && prose.isWord($0, "of") }),
            of + 1 < name.upperBound, prose.tokens[of + 1].isCapitalised
        else { return nil }
        var (start, role) = (name.lowerBound, stretch.role)
        if kind == .organisation {
            guard let office = matches.roles[start], office.end < of else { return nil }
            (start, role) = (office.end, start..<office.end)
        }
        let person = start..<of
        guard (2...4).contains(person.count),
            person.allSatisfy({
                prose.tokens[$0].isCapitalised || prose.tokens[$0].gap == .hyphen
                    || prose.tokens[$0].traits.has(.particle)
            }),
            !person.contains(where: {
                prose.tokens[$0].traits.has(.organisationWord) && !prose.tokens[$0].traits.has(.surname)
                    || prose.tokens[$0].shape == .capitals
            }),
            // Park Ji-hye is no park.
            !person.contains(where: {
                prose.tokens[$0].traits.has(.placeWord) && !prose.tokens[$0].traits.has(.surname)
            }) || prose.tokens[of - 1].isSmallWord,
            kind == .person || prose.tokens[of - 1].isSmallWord
                || !person.contains(where: { prose.tokens[$0].traits.has(.common) })
        else { return nil }
        return (
            NamedStretch(
                tokens: person, role: role, hasHonorific: stretch.hasHonorific,
                gender: prose.tokens[start].traits.genderOfForename), of + 1..<name.upperBound
        )
    }

    /// "[Kyiv]’s General Staff", cut as one.
    private func placeBeforePossessive(_ name: Range<Int>) -> Range<Int>? {
        guard let match = matches.names[name.lowerBound], match.end + 1 < name.upperBound,
            prose.tokens[match.end].kind == .possessive, prose.tokens[match.end + 1].isCapitalised,
            facts.phrases.terms(at: match.node).allSatisfy({
                $0.kind == .country || $0.kind == .capital
            })
        else { return nil }
        return name.lowerBound..<match.end
    }

    private func kind(ofBody body: Range<Int>) -> Entity.Kind {
        prose.tokens[body.upperBound - 1].traits.has(.placeWord)
            || matches.names[body.lowerBound]?.end == body.upperBound
            ? .place : .organisation
    }

    /// "X [that Burundian]", "Kent’s [own Suez]": no name goes on over such a word.
    private func endBeforeSmallWord(_ name: Range<Int>) -> Int? {
        guard
            let small = name.dropFirst().first(where: {
                prose.tokens[$0].isSmallWord && (prose.isWord($0, "that") || prose.isWord($0, "own"))
            })
        else { return nil }
        return prose.tokens[small - 1].kind == .possessive ? small - 1 : small
    }

    /// "Charlton 1 [Millwall] 1": where the second side of a score begins.
    private func secondSide(of name: Range<Int>) -> Int? {
        guard name.count > 2, name.upperBound < prose.tokens.count, isGoals(name.upperBound),
            let goals = name.dropFirst().dropLast().first(where: isGoals), prose.tokens[goals + 1].isCapitalised
        else { return nil }
        return goals + 1
    }

    private func isGoals(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        return token.kind == .number && token.gap == .blank && token.end - token.start <= 2
    }

    /// "Girona [2-0]", "Kerry [1-14 Offaly]": where a score stands behind a side.
    private func endWithoutScore(_ name: Range<Int>) -> Int? {
        guard name.count > 2,
            let second = name.dropFirst(2).first(where: { at in
                prose.tokens[at].kind == .number && prose.tokens[at].gap == .hyphen
                    && prose.tokens[at - 1].kind == .number && prose.tokens[at - 1].gap == .blank
            })
        else { return nil }
        return second - 1
    }

    /// "Ana Ruiz [KC]": letters that a person bears behind the name.
    private func endWithoutLetters(_ name: Range<Int>) -> Int? {
        var end = name.upperBound
        while end > name.lowerBound + 2, prose.tokens[end - 1].shape == .capitals,
            prose.tokens[end - 1].traits.has(.postnominal)
        { end -= 1 }
        return end < name.upperBound ? end : nil
    }

    // MARK: Longer

    /// "[Omar] Rashid [Omar]", where the model left out what stands between two parts of a person's name.
    private func endOverGap(
        _ first: Range<Int>, _ next: Int, _ stretches: [NamedStretch], _ kinds: [Entity.Kind?]
    ) -> Int? {
        let gap = first.upperBound
        guard gap + 1 < prose.tokens.count, isPlainName(gap), prose.sentence(of: first.lowerBound).contains(gap + 1)
        else {
            return nil
        }
        let isTaken = next < stretches.count && stretches[next].tokens.lowerBound == gap && kinds[next] != nil
        // "[Tanzid Hasan] Tamim made": left out behind a forename and a surname.
        if first.count == 2, !isTaken, prose.tokens[gap + 1].isSmallWord || prose.tokens[gap + 1].kind == .comma,
            !prose.isFirstInSentence(first.lowerBound) || prose.tokens[first.lowerBound].traits.has(.forename)
                || !prose.tokens[first.lowerBound].traits.has(.common)
        {
            return gap + 1
        }
        guard isPlainName(gap + 1), first.count == 1,
            let last = (next..<min(next + 2, stretches.count)).first(where: {
                stretches[$0].tokens.lowerBound == gap + 1
            }),
            kinds[last] == .person, stretches[last].role == nil, !stretches[last].hasHonorific,
            // What is between is a name by itself to nobody.
            !(next..<last).contains(where: { kinds[$0] != nil && kinds[$0] != .other })
        else { return nil }
        return stretches[last].tokens.upperBound
    }

    private func isPlainName(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        return token.shape == .capital && token.gap == .blank && matches.names[at] == nil && matches.roles[at] == nil
            && !token.traits.has([.common, .functionWord, .date, .organisationWord, .placeWord])
    }

    /// "Ministry of Trade, [Industry and Energy]": where an office ends that is over several matters.
    private func endOfMatters(_ name: Range<Int>) -> Int? {
        let tokens = prose.tokens
        let limit = prose.sentence(of: name.lowerBound).upperBound
        guard name.upperBound + 3 < limit, tokens[name.upperBound].kind == .comma, isMatter(name.upperBound - 1),
            let link = name.dropFirst().first(where: { tokens[$0].isSmallWord && tokens[$0].traits.has(.preposition) }),
            tokens[link - 1].traits.has(.organisationWord)
        else { return nil }
        var end = name.upperBound
        while end < limit, tokens[end].kind == .comma {
            let next = endOfMatter(end + 1, limit)
            guard next > end + 1 else { return nil }
            end = next
        }
        guard end + 1 < limit, prose.isWord(end, "and") || prose.isWord(end, "&") else { return nil }
        let last = endOfMatter(end + 1, limit)
        return last > end + 1 ? last : nil
    }

    /// "[6th] Battalion", "[2nd] U.S. Circuit Court": the number of one of several, written so.
    private func ordinal(before name: Range<Int>) -> Int? {
        let at = name.lowerBound - 1
        guard at >= 0, prose.tokens[at].kind == .number, prose.tokens[name.lowerBound].gap == .blank,
            prose.sentence(of: name.lowerBound).contains(at),
            name.contains(where: { prose.tokens[$0].traits.has(.organisationWord) }),
            ["st", "nd", "rd", "th"].contains(prose.text(at).suffix(2))
        else { return nil }
        return at
    }

    private func endOfMatter(_ start: Int, _ limit: Int) -> Int {
        var end = start
        while end < limit, end < start + 3, prose.tokens[end].gap == .blank, isMatter(end) { end += 1 }
        return end
    }

    /// A word with a capital that names nobody and no place: Energy.
    private func isMatter(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        return token.shape == .capital && matches.names[at] == nil && !token.traits.has([.forename, .role])
            && (token.traits.has(.common) || !token.traits.has(.surname))
    }

    /// "Lima Central Bank" of the "Republic of Peru", "Lake Teaching" and "Referral Hospital": parts of one organisation.
    private func joined(_ first: Range<Int>, _ next: NamedStretch, _ kind: Entity.Kind?) -> Range<Int>? {
        let second = next.tokens
        let link = first.upperBound
        guard first.count > 1, second.lowerBound > link, second.lowerBound <= link + 2, kind != nil, kind != .person,
            !next.isDemonym, prose.tokens[link].isSmallWord, prose.tokens[link].gap == .blank,
            prose.sentence(of: link).contains(second.lowerBound)
        else { return nil }
        let last = prose.tokens[link - 1].traits
        let isOf =
            prose.isWord(link, "of") || prose.isWord(link, "for") && (kind == .other || kind == .organisation)
        if isOf, last.has(.organisationWord), !last.has(.placeWord),
            second.lowerBound == link + 1 || prose.isWord(link + 1, "the")
        {
            return first.lowerBound..<second.upperBound
        }
        // "Lake Teaching" and "Referral Hospital", "Transfer of Organs" and "Tissues Act".
        let end = prose.tokens[second.upperBound - 1].traits
        guard prose.isWord(link, "and"), second.lowerBound == link + 1, isMatter(link - 1),
            last.has(.common) || end.has(.thingWord) || prose.text(link - 1).hasSuffix("ing"),
            !last.has([.organisationWord, .placeWord]), matches.names[first.lowerBound] == nil, second.count > 1,
            end.has([.organisationWord, .thingWord]), second.dropLast().allSatisfy(isMatter)
        else { return nil }
        return first.lowerBound..<second.upperBound
    }
}
