import News

/// Whom grammar forbids, however near they stand: others than the source of a sentence, and the subjects of clauses
/// that the quotation is no part of.
extension BesideQuotation {
    /// "According to prosecutors, Ana Ruiz took “…”": the source's words, not hers whom the sentence is about.
    func leaveToSource(_ found: inout [SpeakerCandidate]) {
        guard found.contains(where: { $0.attribution.rule == .accordingTo }) else { return }
        let isWritten = found.contains {
            $0.attribution.rule == .accordingTo && ($0.attribution.subject.map { isDocument($0) } ?? false)
        }
        if let teller = found.first(where: { isTellerItself($0, inDocument: isWritten) }) {
            found.removeAll { $0.attribution.rule == .accordingTo || $0.attribution.cue != teller.attribution.cue }
            return
        }
        found.removeAll {
            switch $0.attribution.rule {
            case .sentenceOpening, .sentenceSubject: true
            case .cueBefore, .reportedSentence: $0.clues.has(.weakCue)
            default: false
            }
        }
    }

    /// "According to the indictment, Ruiz told the clerk, “…”": the source tells what she said.
    private func isTellerItself(_ candidate: SpeakerCandidate, inDocument isWritten: Bool) -> Bool {
        (candidate.clues.has(.cueRightBefore) || isWritten && candidate.clues.has(.cueBefore) && tells(candidate))
            && (candidate.clues.has(.person) || candidate.clues.has(.heOrShe))
            && !candidate.clues.has(.weakCue) && !candidate.clues.has(.passive)
            && (isWritten || !candidate.clues.has(.fragment))
    }

    private func tells(_ candidate: SpeakerCandidate) -> Bool {
        candidate.attribution.cue.map { prose.tokens[$0.lowerBound].traits.has(.addressing) } ?? false
    }

    /// "the indictment", "a police report", "court records"
    private func isDocument(_ subject: Subject) -> Bool {
        guard case .described = subject.kind, let last = subject.words.last else { return false }
        return prose.tokens[last].traits.has([.speechNoun, .inscribed, .document])
    }

    /// "X said it was “…”, while Y said it was “…”": the second quotation stands in Y's clause. Others are dropped.
    func leaveToOwnClause(_ found: inout [SpeakerCandidate], _ index: Int, _ window: Range<Int>) {
        let open = runs[index].outside.lowerBound
        leaveToSubordinate(&found, index, window)
        let nearest = found.filter { ownsCue($0, before: open) }.max { cueStart($0) < cueStart($1) }
        guard let nearest, let subject = nearest.attribution.subject, let start = ownClauseStart(nearest, index, window)
        else { return }
        for place in found.indices where found[place].attribution.cue == nearest.attribution.cue {
            found[place].clues.insert(.ownClause)
        }
        found.removeAll { other in
            guard other.attribution.rule != .accordingTo, other.attribution.rule != .cueAfter,
                let words = other.attribution.subject?.words, words.lowerBound < start, words != subject.words
            else { return false }
            return other.attribution.rule == .sentenceOpening || other.attribution.rule == .sentenceSubject
                || other.attribution.cue.map { $0.lowerBound < start } ?? false
        }
    }

    private func cueStart(_ candidate: SpeakerCandidate) -> Int { candidate.attribution.cue?.lowerBound ?? 0 }

    /// Whether a candidate's cue stands before the quotation, and its subject before the cue.
    private func ownsCue(_ candidate: SpeakerCandidate, before open: Int) -> Bool {
        guard let cue = candidate.attribution.cue, let subject = candidate.attribution.subject else { return false }
        return cue.upperBound <= open && subject.words.upperBound <= cue.lowerBound
            && !candidate.clues.has(.sharedSubject) && !candidate.clues.has(.speechNoun)
            && !candidate.clues.has(.possessor)
    }

    /// Where the clause of a cue begins, if what stands before it is another clause that has ended there.
    private func ownClauseStart(_ candidate: SpeakerCandidate, _ index: Int, _ window: Range<Int>) -> Int? {
        guard let cue = candidate.attribution.cue, let subject = candidate.attribution.subject else { return nil }
        let open = runs[index].outside.lowerBound
        if candidate.clues.has(.absolute) && with(before: cue.lowerBound, after: window.lowerBound) != nil
            || isQuotedBySomebody(cue.lowerBound, window) || isNamedSaying(candidate, subject)
        {
            return subject.words.lowerBound
        }
        let isWeak = candidate.clues.has(.weakCue)
        let hasEnded = (cue.upperBound..<max(open - 1, cue.upperBound)).contains {
            prose.tokens[$0].kind == .comma && !clauses.isQuoted[$0]
        }
        if case .pronoun(let token) = subject.kind, prose.tokens[token].traits.has(.relative) {
            // Not "who denied it, was a “…”", nor "people who feel that".
            let isAside = prose.text(token) == "who" && token > 0 && prose.tokens[token - 1].kind == .comma
            return isAside && !hasEnded ? token : nil
        }
        if case .described = subject.kind, isWeak { return nil }
        guard let phrase = clauses.nounPhrase(endingAt: subject.words.upperBound, from: window.lowerBound),
            phrase.lowerBound > window.lowerBound
        else { return nil }
        let start = phrase.lowerBound
        if isCoordination(start - 1), hasVerb(window.lowerBound..<start - 1) {
            // "Smith said though she denies it, “…”"
            let isOver = hasEnded || prose.tokens[open - 1].kind == .comma && cue.upperBound < open - 1
            return clauses.isSubordinator(start - 1) && isOver || joinsSubjects(start - 1) ? nil : start
        }
        // "X declared it over after Y said it was “…”"
        if clauses.opensTimeClause(start - 1, from: window.lowerBound), !hasEnded, !isWeak,
            clauses.hasVerb(window.lowerBound..<start - 1)
        {
            return start
        }
        // "After X argued that, Y said": behind the comma that ends the clause of "after".
        if prose.tokens[start - 1].kind == .comma, clauses.isSubordinator(window.lowerBound) { return start }
        // "X said Y told her: “…”"
        guard hasVerb(window.lowerBound..<start) else { return nil }
        let isTold = open > 0 && prose.tokens[open - 1].kind == .colon && candidate.clues.has(.cueRightBefore)
        let isSomebody = candidate.clues.has(.person) || candidate.clues.has(.heOrShe)
        return isTold && isSomebody && !isWeak && !candidate.clues.has(.gerundCue) && !candidate.clues.has(.fragment)
            ? start : nil
    }

    /// "reminds me of [Ana Ruiz] saying that “…”"
    private func isNamedSaying(_ candidate: SpeakerCandidate, _ subject: Subject) -> Bool {
        guard candidate.clues.has(.absolute), candidate.clues.has(.cueRightBefore), candidate.clues.has(.person),
            !candidate.clues.has(.weakCue), subject.words.lowerBound > 0,
            subject.words.upperBound == candidate.attribution.cue?.lowerBound
        else { return false }
        let before = prose.tokens[subject.words.lowerBound - 1]
        return before.isSmallWord && before.traits.has(.preposition)
    }

    /// "he and Cruz shared": one subject of two.
    private func joinsSubjects(_ at: Int) -> Bool {
        guard at > 0, prose.text(at) == "and" || prose.text(at) == "or" else { return false }
        return names.entityOf[at - 1] >= 0 || prose.tokens[at - 1].traits.has(.pronoun)
    }

    private func hasVerb(_ range: Range<Int>) -> Bool {
        range.contains { !clauses.isQuoted[$0] && clauses.isFiniteCue($0, after: range.lowerBound) }
    }

    /// "While X said it was “…”, Y said": the quotation stands in X's clause, and what Y said is still to come.
    private func leaveToSubordinate(_ found: inout [SpeakerCandidate], _ index: Int, _ window: Range<Int>) {
        let run = runs[index]
        let last = prose.tokens[run.inside.upperBound - 1]
        guard let first = window.first, clauses.isSubordinator(first), !last.endsSentence, last.kind != .comma,
            found.contains(where: { ownsCue($0, before: run.outside.lowerBound) && !$0.clues.has(.weakCue) })
        else { return }
        found.removeAll { $0.clues.has(.cueBehind) && !$0.clues.has(.cueEndsSentence) }
    }
}

/// Subjects that stand in a frame: "with X saying", "quoted X as saying".
extension BesideQuotation {
    /// "with [one of her ads] saying", "footage of [Clinton] saying": the words before a participle are its subject.
    func absoluteSubject(_ cue: Int, _ window: Range<Int>) -> Subject? {
        guard isAbsolute(cue, after: window.lowerBound) else { return nil }
        // "and Ana Ruiz of Tarma calling"
        if let phrase = clauses.nounPhrase(endingAt: cue, from: window.lowerBound),
            phrase.lowerBound > window.lowerBound,
            isCoordination(phrase.lowerBound - 1), let entity = names.entity(at: phrase.lowerBound),
            names.entities[entity].kind == .person
        {
            return clauses.head(of: phrase)
        }
        let start =
            with(before: cue, after: window.lowerBound)
            ?? (max(window.lowerBound, cue - 10)..<cue).last {
                prose.tokens[$0].isSmallWord && prose.tokens[$0].traits.has(.preposition) && names.entityOf[$0] < 0
                    && ["of", "to"].contains(prose.text($0))
            }
        return start.flatMap { clauses.head(of: $0 + 1..<cue) } ?? clauses.subject(before: cue, from: window.lowerBound)
    }

    func isAbsolute(_ cue: Int, after lower: Int) -> Bool {
        guard cue > lower, clauses.isGerund(cue), !clauses.isQuoted[cue - 1] else { return false }
        if names.entityOf[cue - 1] >= 0 { return true }
        guard let with = with(before: cue, after: lower), with + 1 < cue else { return false }
        return prose.tokens[cue - 1].kind == .word && !prose.tokens[cue - 1].traits.has([.conjunction, .preposition])
    }

    /// "with" before a participle, with nothing but its subject between.
    func with(before cue: Int, after lower: Int) -> Int? {
        var at = cue
        while at > lower, at > cue - 12 {
            at -= 1
            let token = prose.tokens[at]
            guard token.kind == .word || token.kind == .possessive, !clauses.isQuoted[at] else { return nil }
            guard names.entityOf[at] < 0, token.isSmallWord else { continue }
            if prose.text(at) == "with" { return at }
            if token.traits.has([.auxiliary, .relative]) || clauses.isFiniteCue(at, after: lower) { return nil }
        }
        return nil
    }

    /// "Reuters quoted [Ana Ruiz] as saying": who stands between.
    func quotedBySomebody(_ cue: Int, _ window: Range<Int>) -> Subject? {
        guard isQuotedBySomebody(cue, window), let verb = quotingVerb(before: cue, window) else { return nil }
        return clauses.head(of: verb + 1..<cue - 1)
    }

    /// “…,” Reuters quoted [Ana Ruiz] as saying.
    func quotedBehind(_ cue: Int, _ window: Range<Int>) -> Subject? {
        guard isQuotingVerb(cue), !clauses.isPassive(cue, after: window.lowerBound),
            let end = clauses.asSaying(cue + 1..<max(min(cue + 14, window.upperBound - 1), cue + 1)), end > cue + 1
        else { return nil }
        return clauses.head(of: cue + 1..<end)
    }

    private func isQuotingVerb(_ at: Int) -> Bool {
        prose.tokens[at].isSmallWord
            && ["quoted", "quotes", "quoting", "cited", "cites", "citing"].contains(prose.text(at))
    }

    private func isQuotedBySomebody(_ cue: Int, _ window: Range<Int>) -> Bool {
        quotingVerb(before: cue, window) != nil
    }

    private func quotingVerb(before cue: Int, _ window: Range<Int>) -> Int? {
        guard cue > window.lowerBound + 1, clauses.isGerund(cue), prose.text(cue - 1) == "as" else { return nil }
        let verb = (max(window.lowerBound, cue - 14)..<cue - 1).last(where: isQuotingVerb)
        guard let verb, verb + 1 < cue - 1, !clauses.isPassive(verb, after: window.lowerBound) else { return nil }
        return verb
    }
}

/// Participles have no subjects of their own.
extension BesideQuotation {
    /// "The club sacked Ana Ruiz, saying “…”": whose the verb is that a participle behind a comma goes with.
    func participleSubject(_ cue: Int, _ window: Range<Int>) -> Subject? {
        let lower = clauseStart(before: cue - 1, window)
        var at = cue - 1
        while at > lower {
            at -= 1
            if clauses.isQuoted[at] { continue }
            guard clauses.isFiniteCue(at, after: lower) else { continue }
            // “…,” said Smith, adding
            if at == lower || clauses.isQuoted[at - 1] || prose.tokens[at - 1].kind == .comma { return nil }
            if let subject = clauses.subject(before: at, from: lower), isUsable(subject, at) { return subject }
        }
        return opening(of: lower..<cue)
    }

    /// Where the clause begins that ends at a token: behind "and", "but" and the like with a comma before it, or where
    /// the sentence does.
    func clauseStart(before end: Int, _ window: Range<Int>) -> Int {
        var at = end
        while at > window.lowerBound + 1 {
            at -= 1
            if clauses.isQuoted[at] { continue }
            let token = prose.tokens[at]
            if token.kind == .semicolon || token.kind == .colon { return at + 1 }
            if isCoordination(at), prose.tokens[at - 1].kind == .comma, at + 1 < end { return at + 1 }
        }
        return window.lowerBound
    }

    /// but, while: a clause of its own follows, if a subject does.
    func isCoordination(_ at: Int) -> Bool {
        prose.tokens[at].isSmallWord
            && ["and", "but", "while", "whereas", "although", "though", "yet", "or"].contains(prose.text(at))
    }
}
