import News

/// Finds who answers in an interview that names one person in its introduction, and then only asks and answers.
struct Interviewee {
    let prose: Prose
    let names: Names
    let isQuoted: [Bool]

    /// Whom the words before an interview bring in, as an index in `Names.entities`: the only person there besides who
    /// asks, else the one named most. Nil where that leaves two.
    func person(before firstTurn: Int) -> Int? {
        var mentions: [Int: Int] = [:]
        var broughtIn: Set<Int> = []
        var asking: Set<Int> = []
        for paragraph in 0..<firstTurn {
            let isByline = !isIntroduction(paragraph)
            for mention in people(in: prose.paragraphs[paragraph]) {
                guard let person = names.entity(at: mention.lowerBound) else { continue }
                if isByline || asks(mention) { asking.insert(person) }
                mentions[person, default: 0] += 1
                if isSubject(mention) || talk(before: mention.lowerBound) != nil { broughtIn.insert(person) }
            }
        }
        let ranked = mentions.filter { !asking.contains($0.key) }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard let first = ranked.first, broughtIn.contains(first.key) else { return nil }
        return ranked.count == 1 || first.value > ranked[1].value ? first.key : nil
    }

    private func isIntroduction(_ paragraph: Int) -> Bool {
        switch prose.article.paragraphs[paragraph].part {
        case .headline, .standfirst, .body, .heading, .listEntry, .blockQuote: true
        case .byline, .caption, .credits, .furniture: false
        }
    }

    private func people(in paragraph: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var at = paragraph.lowerBound
        while at < paragraph.upperBound {
            guard !isQuoted[at], let entity = names.entity(at: at), names.entities[entity].kind == .person else {
                at += 1
                continue
            }
            let end = min(names.end(ofMentionAt: at), paragraph.upperBound)
            found.append(at..<max(end, at + 1))
            at = max(end, at + 1)
        }
        return found
    }

    /// "the Herald's Marco Silva", "Marco Silva spoke to her", "She met Marco Silva": who asks.
    private func asks(_ mention: Range<Int>) -> Bool {
        let before = mention.lowerBound - 1
        if before > 0, prose.tokens[before].kind == .possessive,
            let owner = names.entity(at: before - 1), names.entities[owner].kind != .person,
            names.entities[owner].kind != .place
        {
            return true
        }
        if talksToSomebody(mention.upperBound) { return true }
        guard let verb = talk(before: mention.lowerBound), verb > 0 else { return false }
        return prose.tokens[verb - 1].traits.has(.personPronoun)
    }

    /// "met her", "sat down with him"; not "spoke to us".
    private func talksToSomebody(_ verb: Int) -> Bool {
        guard verb < prose.tokens.count, prose.tokens[verb].traits.has(.talking) else { return false }
        let next = (verb + 1..<min(verb + 4, prose.tokens.count)).first {
            !prose.tokens[$0].traits.has([.preposition, .adverb])
        }
        return next.map { prose.tokens[$0].traits.has(.personPronoun) } ?? false
    }

    /// The word of talking that leads to a name: "sat down with", "met", "an interview with the footballer".
    private func talk(before name: Int) -> Int? {
        (max(0, name - 6)..<name).last { at in
            prose.tokens[at].traits.has(.talking)
                && (at + 1..<name).allSatisfy {
                    prose.tokens[$0].kind == .word && !prose.tokens[$0].traits.has([.auxiliary, .conjunction])
                }
        }
    }

    /// First in its sentence ("Elena Costa's novel is out"), in the headline, or behind no preposition and nobody's owner.
    private func isSubject(_ mention: Range<Int>) -> Bool {
        if prose.article.paragraphs[Int(prose.tokens[mention.lowerBound].paragraph)].part == .headline { return true }
        var at = mention.lowerBound
        while at > 0, names.entityOf[at - 1] < 0, prose.tokens[at - 1].traits.has([.role, .honorific, .roleModifier]) {
            at -= 1
        }
        if at == 0 || prose.isFirstInSentence(at) { return true }
        if mention.upperBound < prose.tokens.count, prose.tokens[mention.upperBound].kind == .possessive {
            return false
        }
        let before = prose.tokens[at - 1]
        return before.kind == .comma || before.kind == .colon
            || before.kind == .word && !before.traits.has(.preposition)
    }
}
