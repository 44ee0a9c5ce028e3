import News

/// Puts together what the model cut in two: nobody is named right behind somebody else.
struct NameJoining {
    let prose: Prose

    /// No person's name is longer.
    private static let longest = 7

    /// - Parameter kinds: of the stretches, in the same order.
    func joined(_ stretches: [NamedStretch], _ kinds: [Entity.Kind?]) -> ([NamedStretch], [Entity.Kind?]) {
        let isWhole = !stretches.indices.contains {
            kinds[$0] == .person && mayGoOn($0, stretches, kinds) || firm(endingIn: stretches[$0]) != nil
        }
        if isWhole { return (stretches, kinds) }
        var joined: [NamedStretch] = []
        var kindsOfJoined: [Entity.Kind?] = []
        joined.reserveCapacity(stretches.count)
        kindsOfJoined.reserveCapacity(stretches.count)
        for (stretch, kind) in zip(stretches, kinds) {
            if let firm = firm(endingIn: stretch) {
                if let last = joined.last, last.tokens.contains(firm.lowerBound) {
                    joined.removeLast()
                    kindsOfJoined.removeLast()
                }
                joined.append(NamedStretch(tokens: firm))
                kindsOfJoined.append(.organisation)
                continue
            }
            guard kind == .person else {
                joined.append(stretch)
                kindsOfJoined.append(kind)
                continue
            }
            let whole = withParticle(stretch, behind: joined.last?.tokens.upperBound ?? 0)
            if let before = joined.last, kindsOfJoined.last == .some(.person), belongTogether(before, whole) {
                joined[joined.count - 1] = NamedStretch(
                    tokens: before.tokens.lowerBound..<whole.tokens.upperBound, role: before.role,
                    hasHonorific: before.hasHonorific, gender: before.gender)
            } else {
                joined.append(whole)
                kindsOfJoined.append(kind)
            }
        }
        return (joined, kindsOfJoined)
    }

    private func mayGoOn(_ index: Int, _ stretches: [NamedStretch], _ kinds: [Entity.Kind?]) -> Bool {
        let first = stretches[index].tokens.lowerBound
        return first > 0 && isParticle(first - 1)
            || index > 0 && stretches[index - 1].tokens.upperBound == first && kinds[index - 1] == .person
    }

    /// "Marks & [Spencer]": two words around the sign make a firm, unless they are two places.
    private func firm(endingIn stretch: NamedStretch) -> Range<Int>? {
        let last = stretch.tokens.lowerBound
        guard stretch.tokens.count == 1, last > 1, prose.tokens[last - 1].kind == .other, prose.isWord(last - 1, "&"),
            prose.tokens[last].shape == .capital, prose.tokens[last - 2].shape == .capital,
            !stretch.hasHonorific, stretch.role == nil,
            prose.tokens[last - 2].traits.has([.surname, .common]) || prose.tokens[last].traits.has(.surname),
            last == 2 || !prose.tokens[last - 3].isCapitalised || prose.tokens[last - 2].gap != .blank
        else { return nil }
        return last - 2..<last + 1
    }

    /// "Nana Addo" and "Dankwa Akufo-Addo".
    private func belongTogether(_ first: NamedStretch, _ second: NamedStretch) -> Bool {
        guard first.tokens.upperBound == second.tokens.lowerBound, second.role == nil, !second.hasHonorific else {
            return false
        }
        let start = prose.tokens[second.tokens.lowerBound]
        return start.gap == .blank && prose.bytes[Int(start.start) - 1] != UInt8(ascii: "@")
            && first.tokens.count + second.tokens.count <= Self.longest
            && prose.article.paragraphs[Int(start.paragraph)].part != .headline
    }

    /// "[Van] Halen died", "[De La] Fuente": a particle with a capital stands before a surname. An article may open a sentence:
    /// "La Guardia", "The".
    private func withParticle(_ stretch: NamedStretch, behind end: Int) -> NamedStretch {
        var first = stretch.tokens.lowerBound
        while first > end, isParticle(first - 1), prose.tokens[first].gap == .blank { first -= 1 }
        guard first < stretch.tokens.lowerBound else { return stretch }
        if prose.isFirstInSentence(first), prose.tokens[first].traits.has(.determiner) { return stretch }
        var whole = NamedStretch(
            tokens: first..<stretch.tokens.upperBound, role: stretch.role, hasHonorific: stretch.hasHonorific,
            gender: stretch.gender)
        if let role = stretch.role, role.upperBound > first {
            whole.role = role.lowerBound < first ? role.lowerBound..<first : nil
        }
        return whole
    }

    private func isParticle(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        return token.shape == .capital && token.traits.has(.particle) && !token.traits.has([.abbreviation, .honorific])
    }
}
