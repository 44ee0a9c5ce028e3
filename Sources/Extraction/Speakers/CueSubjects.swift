import News

/// Whose a verb of saying is that stands before a quotation.
extension BesideQuotation {
    /// "…, adding that “…”", "…, calling it “…”": the subject is the main clause's.
    func isGerundCue(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        return token.isSmallWord && token.traits.has(.cue) && !token.traits.has(.finiteCue) && at > 0
            && (names.entityOf[at - 1] >= 0 || prose.tokens[at - 1].kind == .comma
                || prose.tokens[at - 1].traits.has([.conjunction, .adverb, .preposition]))
            && prose.bytes[Int(token.end) - 1] == UInt8(ascii: "g")
    }

    /// Who a cue's subject is, and whether it is another verb's or the sentence's first.
    func subjectOfCue(_ cue: Int, _ window: Range<Int>) -> (Subject, isShared: Bool)? {
        if let subject = absoluteSubject(cue, window) { return (subject, false) }
        if let subject = quotedBySomebody(cue, window) { return (subject, false) }
        if let subject = inscribedSubject(cue, window) { return (subject, false) }
        // "Sanders was asked by host Bill Maher, “…”": who asks stands behind.
        if let agent = agent(of: cue, window) { return (agent, false) }
        // "The club sacked Ana Ruiz, saying “…”": the club, whoever stands before the comma.
        if isGerundCue(cue) || prose.tokens[cue].traits.has(.weakCue) && clauses.isGerund(cue),
            cue > window.lowerBound, prose.tokens[cue - 1].kind == .comma,
            let subject = participleSubject(cue, window)
        {
            return (subject, true)
        }
        // "Until then, said the official, nets should “…”": the subject stands behind its verb.
        if cue > window.lowerBound, prose.tokens[cue - 1].kind == .comma, cue + 1 < window.upperBound,
            !isGerundCue(cue),
            !prose.tokens[cue].traits.has(.addressing), opensSubject(cue + 1),
            let subject = clauses.subject(after: cue, until: window.upperBound)
        {
            return (subject, false)
        }
        if let subject = clauses.subject(before: cue, from: window.lowerBound), isUsable(subject, cue) {
            return (subject, false)
        }
        // "Am Montag sagte Karl Huber: „…“"
        if !prose.language.isEnglish, let subject = clauses.subject(after: cue, until: window.upperBound) {
            return (subject, false)
        }
        if let subject = subjectOfJoined(cue, window) { return (subject, false) }
        // "X did this and said “…”", "X, …, adding “…”": the subject of the verb before, else of the sentence.
        var at = cue
        var tries = 0
        while at > window.lowerBound, tries < Reach.candidates {
            at -= 1
            if clauses.isQuoted[at] { continue }
            guard clauses.isFiniteCue(at, after: window.lowerBound) else { continue }
            tries += 1
            if let subject = clauses.subject(before: at, from: window.lowerBound), isUsable(subject, at) {
                return (subject, true)
            }
        }
        return opening(of: window).map { ($0, true) }
    }

    /// "he laughed and said": whose the verb is that "and" joins to a cue.
    private func subjectOfJoined(_ cue: Int, _ window: Range<Int>) -> Subject? {
        guard prose.language.isEnglish, cue > window.lowerBound + 2, isCoordination(cue - 1),
            !clauses.isQuoted[cue - 2], prose.tokens[cue - 2].traits.has(.weakCue) || clauses.endsAsVerb(cue - 2)
        else { return nil }
        guard let subject = clauses.subject(before: cue - 2, from: window.lowerBound), isUsable(subject, cue),
            subject.words.lowerBound == window.lowerBound
                || !prose.tokens[subject.words.lowerBound - 1].traits.has(.relative)
        else { return nil }
        return subject
    }

    /// "pointed to [a sign] reading"
    private func inscribedSubject(_ cue: Int, _ window: Range<Int>) -> Subject? {
        guard cue > window.lowerBound, clauses.isGerund(cue), prose.tokens[cue - 1].traits.has(.inscribed),
            let start = (max(window.lowerBound, cue - 5)..<cue).last(where: {
                prose.tokens[$0].isSmallWord && prose.tokens[$0].traits.has([.determiner, .possessive])
            })
        else { return nil }
        return Subject(words: start..<cue, kind: .described)
    }

    /// Whether a short phrase closed by a comma begins at a token: "the official,", and not "the plan was".
    func opensSubject(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        guard
            names.entityOf[at] >= 0 || token.shape == .capital
                || token.isSmallWord && token.traits.has([.determiner, .personPronoun]),
            prose.text(at) != "that"
        else { return false }
        for next in at..<min(at + 8, prose.tokens.count) {
            if prose.tokens[next].kind == .comma { return true }
            if prose.tokens[next].kind != .word
                || prose.tokens[next].isSmallWord && prose.tokens[next].traits.has([.auxiliary, .cue, .clauseOpener])
            {
                return false
            }
        }
        return false
    }

    /// Gerunds and second verbs have things before them that are no subjects.
    func isUsable(_ subject: Subject, _ cue: Int) -> Bool {
        if case .described = subject.kind {
            return !isGerundCue(cue)
        }
        return true
    }
}
