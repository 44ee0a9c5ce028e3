import News

/// Reads who said a quotation from the words beside it: before it, behind it, around it in its sentence.
struct BesideQuotation {
    let prose: Prose
    let names: Names
    let runs: [QuotedRun]
    let clauses: ClauseReader

    /// Surest first; nil when nothing beside it names a source.
    func attribution(of index: Int) -> Attribution? {
        let run = runs[index]
        let after = windowAfter(index)
        let before = windowBefore(index)
        let lastInside = prose.tokens[run.inside.upperBound - 1].kind
        let followsComma = after.first.map { prose.tokens[$0].kind == .comma } ?? false
        let leadsOn = lastInside == .comma || lastInside == .question || followsComma || lastInside == .dash
        if leadsOn, let found = cueAfter(after) { return found }
        if let found = cueBefore(before, mustTouch: true) { return found }
        if let found = accordingTo(after, before) { return found }
        if let found = cueAfter(after) { return found }
        if let found = cueBefore(before, mustTouch: false) { return found }
        if let found = cueAtEnd(after) { return found }
        return sentenceSubject(index, before)
    }

    /// From behind the closing mark to the end of its sentence or the next quotation.
    private func windowAfter(_ index: Int) -> Range<Int> {
        let run = runs[index]
        let last = run.outside.upperBound - 1
        var end = prose.sentence(of: last).upperBound
        let lastInside = prose.tokens[run.inside.upperBound - 1]
        let paragraph = prose.paragraphs[Int(prose.tokens[last].paragraph)]
        if end == run.outside.upperBound, end < paragraph.upperBound, lastInside.kind == .question,
            prose.text(run.inside.upperBound - 1).first != "…"
        {
            // “Why?” Smith asked.
            let next = prose.sentence(of: end)
            let cue = next.prefix(6).first { clauses.isFiniteCue($0, after: next.lowerBound) }
            if let cue, cue + 1 >= next.upperBound || prose.tokens[cue + 1].kind != .word { end = next.upperBound }
        }
        if index + 1 < runs.count { end = min(end, runs[index + 1].outside.lowerBound) }
        return run.outside.upperBound..<max(min(end, run.outside.upperBound + Reach.window), run.outside.upperBound)
    }

    /// From the start of the sentence to the opening mark, earlier quotations included.
    private func windowBefore(_ index: Int) -> Range<Int> {
        let open = runs[index].outside.lowerBound
        return max(prose.sentence(of: open).lowerBound, open - Reach.window)..<open
    }

    private func cueAfter(_ window: Range<Int>) -> Attribution? {
        var start = window.lowerBound
        while start < window.upperBound, prose.tokens[start].kind == .comma || prose.tokens[start].kind == .dash {
            start += 1
        }
        guard start < window.upperBound else { return nil }
        let first = prose.tokens[start]
        guard first.kind == .word || first.kind == .number else { return nil }
        if first.isSmallWord, first.traits.has([.preposition, .conjunction, .relative, .auxiliary]),
            !first.traits.has([.determiner, .pronoun, .adverb])
        {
            return nil
        }
        guard let cue = firstCue(in: start..<min(window.upperBound, start + 32)) ?? cueByPlace(start, in: window) else {
            return nil
        }
        let lead = start..<cue
        if lead.allSatisfy({
            prose.tokens[$0].traits.has([.adverb, .auxiliary]) && !prose.tokens[$0].traits.has(.pronoun)
        }) {
            if prose.tokens[cue].traits.has(.addressing), !isNamed(cue + 1, until: window.upperBound) { return nil }
            guard let subject = clauses.subject(after: cue, until: window.upperBound) else { return nil }
            return Attribution(subject: subject, cue: cue..<cue + 1, rule: .cueAfter)
        }
        guard let subject = clauses.subject(before: cue, from: start) else { return nil }
        return Attribution(subject: subject, cue: cue..<cue + 1, rule: .cueAfter)
    }

    /// "«…», tonne Jean Morel": outside English, whose cues are known better, any word between a quotation and a person's
    /// name that is no small word and no role.
    private func cueByPlace(_ at: Int, in window: Range<Int>) -> Int? {
        let token = prose.tokens[at]
        guard !prose.language.isEnglish, prose.language.hasFacts, token.isSmallWord, at > window.lowerBound,
            !token.traits.has(.functionWord.union([.common, .date, .roleModifier])), clauses.matches.roles[at] == nil,
            at + 1 < window.upperBound, let entity = names.entity(at: at + 1), names.entities[entity].kind == .person
        else { return nil }
        return at
    }

    private func isNamed(_ at: Int, until limit: Int) -> Bool { at < limit && names.entityOf[at] >= 0 }

    /// The first finite cue that is not inside a relative clause.
    private func firstCue(in window: Range<Int>) -> Int? {
        var weak: Int?
        for at in window {
            if prose.tokens[at].kind == .semicolon || prose.tokens[at].kind == .colon { break }
            if clauses.isFiniteCue(at, after: window.lowerBound) { return at }
            let token = prose.tokens[at]
            if weak == nil, token.isSmallWord, token.traits.has(.weakCue), token.traits.has(.finiteCue),
                at - window.lowerBound <= 6
            {
                weak = at
            }
        }
        return weak
    }

    /// - Parameter mustTouch: whether only a cue right before the quotation will do (“X said: “…”, told reporters “…”).
    private func cueBefore(_ window: Range<Int>, mustTouch: Bool) -> Attribution? {
        var at = window.upperBound
        var weak: Int?
        while at > window.lowerBound {
            at -= 1
            if clauses.isQuoted[at] { if mustTouch { return nil } else { continue } }
            let token = prose.tokens[at]
            if token.kind == .semicolon, at < window.upperBound - 1 { break }
            if clauses.isFiniteCue(at, after: window.lowerBound) || isGerundCue(at) {
                if mustTouch, !touches(at, window.upperBound) { return nil }
                guard let subject = subjectOfCue(at, window) else {
                    if mustTouch { return nil } else { continue }
                }
                return Attribution(subject: subject, cue: at..<at + 1, rule: mustTouch ? .cueBefore : .reportedSentence)
            }
            if weak == nil, token.isSmallWord, token.traits.has(.weakCue) { weak = at }
        }
        guard let weak, !mustTouch || touches(weak, window.upperBound) else { return nil }
        guard let subject = subjectOfCue(weak, window) else { return nil }
        if case .described = subject.kind, !mustTouch { return nil }
        return Attribution(subject: subject, cue: weak..<weak + 1, rule: mustTouch ? .cueBefore : .reportedSentence)
    }

    /// "…, adding that “…”", "…, calling it “…”": the subject is the main clause's.
    private func isGerundCue(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        return token.isSmallWord && token.traits.has(.cue) && !token.traits.has(.finiteCue) && at > 0
            && (prose.tokens[at - 1].kind == .comma
                || prose.tokens[at - 1].traits.has([.conjunction, .adverb, .preposition]))
            && prose.bytes[Int(token.end) - 1] == UInt8(ascii: "g")
    }

    private func subjectOfCue(_ cue: Int, _ window: Range<Int>) -> Subject? {
        // "Until then, said the official, nets should “…”": the subject stands behind its verb.
        if cue > window.lowerBound, prose.tokens[cue - 1].kind == .comma, cue + 1 < window.upperBound,
            !isGerundCue(cue),
            !prose.tokens[cue].traits.has(.addressing), opensSubject(cue + 1),
            let subject = clauses.subject(after: cue, until: window.upperBound)
        {
            return subject
        }
        if let subject = clauses.subject(before: cue, from: window.lowerBound), isUsable(subject, cue) {
            return subject
        }
        // "Am Montag sagte Karl Huber: „…“"
        if !prose.language.isEnglish, let subject = clauses.subject(after: cue, until: window.upperBound) {
            return subject
        }
        // "X did this and said “…”", "X, …, adding “…”": the subject of the verb before, else of the sentence.
        var at = cue
        while at > window.lowerBound {
            at -= 1
            if clauses.isQuoted[at] { continue }
            if clauses.isFiniteCue(at, after: window.lowerBound),
                let subject = clauses.subject(before: at, from: window.lowerBound), isUsable(subject, at)
            {
                return subject
            }
        }
        return opening(of: window)
    }

    /// Whether a short phrase closed by a comma begins at a token: "the official,", and not "the plan was".
    private func opensSubject(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        guard names.entityOf[at] >= 0 || token.isSmallWord && token.traits.has([.determiner, .personPronoun]),
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
    private func isUsable(_ subject: Subject, _ cue: Int) -> Bool {
        if case .described = subject.kind {
            return !isGerundCue(cue)
        }
        return true
    }

    /// Whether only a colon, comma, "that" or the person spoken to stands between a cue and the quotation.
    private func touches(_ cue: Int, _ open: Int) -> Bool {
        guard cue + 1 < open else { return true }
        let last = prose.tokens[open - 1].kind
        if last == .colon { return true }
        let between = cue + 1..<open
        if between.count > 8 { return last == .comma && between.count < 14 }
        return between.allSatisfy { at in
            let token = prose.tokens[at]
            if names.entityOf[at] >= 0 { return prose.tokens[cue].traits.has(.addressing) }
            if token.kind == .comma || token.kind == .dash || token.kind == .possessive { return true }
            return token.isSmallWord && !isVerbLike(at)
        } && (last == .comma || between.count <= 3 || prose.tokens[cue].traits.has(.addressing))
    }

    private func isVerbLike(_ at: Int) -> Bool { prose.tokens[at].traits.has([.auxiliary, .cue]) }

    private func accordingTo(_ after: Range<Int>, _ before: Range<Int>) -> Attribution? {
        for window in [after, before] {
            for at in window where !clauses.isQuoted[at] {
                guard let match = clauses.matches.cues[at], match.end < window.upperBound,
                    clauses.leadsToSource(match, at: at)
                else { continue }
                guard let subject = clauses.subject(after: match.end - 1, until: window.upperBound) else { continue }
                return Attribution(subject: subject, cue: at..<match.end, rule: .accordingTo)
            }
        }
        return nil
    }

    /// “…” is what we need, Smith said.
    private func cueAtEnd(_ window: Range<Int>) -> Attribution? {
        guard window.count >= 3 else { return nil }
        for at in window.reversed() where clauses.isFiniteCue(at, after: window.lowerBound) {
            let isLast =
                at + 1 >= window.upperBound || prose.tokens[at + 1].kind != .word
                || prose.tokens[at + 1].traits.has([.preposition, .date])
            guard isLast, let subject = clauses.subject(before: at, from: window.lowerBound) else { return nil }
            if case .described = subject.kind { return nil }
            return Attribution(subject: subject, cue: at..<at + 1, rule: .reportedSentence)
        }
        return nil
    }

    /// A sentence that handles something said, as a statement, note or tweet does.
    private func sentenceSubject(_ index: Int, _ window: Range<Int>) -> Attribution? {
        guard
            let noun = window.reversed().first(where: {
                !clauses.isQuoted[$0] && prose.tokens[$0].isSmallWord && prose.tokens[$0].traits.has(.speechNoun)
            })
        else { return nil }
        guard let subject = opening(of: window) else { return nil }
        return Attribution(subject: subject, cue: noun..<noun + 1, rule: .sentenceSubject)
    }

    /// Who a sentence begins with: a name, a pronoun, "the ministry".
    func opening(of window: Range<Int>) -> Subject? {
        var at = window.lowerBound
        while at < window.upperBound,
            clauses.isQuoted[at] || prose.tokens[at].kind != .word
                || prose.tokens[at].traits.has([.conjunction, .adverb]) && names.entityOf[at] < 0
        { at += 1 }
        guard at < window.upperBound else { return nil }
        let token = prose.tokens[at]
        if names.entityOf[at] < 0, token.traits.has(.preposition),
            let comma = (at..<window.upperBound).first(where: {
                prose.tokens[$0].kind == .comma && !clauses.isQuoted[$0]
            }), comma + 1 < window.upperBound
        {
            at = comma + 1
        }
        var end = at
        while end < window.upperBound, !clauses.isQuoted[end], prose.tokens[end].kind == .word, end < at + 8 {
            if names.entityOf[end] < 0, end > at, prose.tokens[end].isSmallWord,
                prose.tokens[end].traits.has([.auxiliary, .cue, .weakCue, .preposition, .conjunction, .relative])
            {
                break
            }
            if end > at, names.entityOf[end - 1] >= 0, names.entityOf[end] < 0 { break }
            end += 1
        }
        guard end > at else { return nil }
        let first = prose.tokens[at]
        if first.traits.has(.determiner), names.entityOf[at] < 0,
            !(at..<min(end, at + 3)).contains(where: { names.entityOf[$0] >= 0 })
        {
            return clauses.head(of: at..<min(end, at + 2))
        }
        return clauses.head(of: at..<end)
    }
}
