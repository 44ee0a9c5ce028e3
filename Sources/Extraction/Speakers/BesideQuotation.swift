import News

/// Reads who said a quotation from the words beside it: before it, behind it, around it in its sentence.
struct BesideQuotation {
    let prose: Prose
    let names: Names
    let runs: [QuotedRun]
    let clauses: ClauseReader
    let turns: Turns

    /// Everyone whom the words beside a quotation offer as its source, at most `Reach.candidates` on a side.
    func candidates(of index: Int) -> [SpeakerCandidate] {
        let after = windowAfter(index)
        let before = windowBefore(index)
        var found: [SpeakerCandidate] = []
        addCueBehind(after, index, &found)
        addCuesBefore(before, index, &found)
        addLike(before, &found)
        addAccordingTo(after, before, &found)
        addWords(after, before, &found)
        addCueAtEnd(after, &found)
        addOpening(before, index, &found)
        addPossessor(before, &found)
        addLabel(index, before, &found)
        for place in found.indices { describe(&found[place], index, before) }
        leaveToSource(&found)
        leaveToOwnClause(&found, index, before)
        return found
    }

    /// From behind the closing mark to the end of its sentence or the next quotation.
    func windowAfter(_ index: Int) -> Range<Int> {
        let run = runs[index]
        let last = run.outside.upperBound - 1
        var end = prose.sentence(of: last).upperBound
        let lastInside = prose.tokens[run.inside.upperBound - 1]
        let paragraph = prose.paragraphs[Int(prose.tokens[last].paragraph)]
        if end == run.outside.upperBound, end < paragraph.upperBound, lastInside.endsSentence {
            // “Why?” Smith asked.
            let next = prose.sentence(of: end)
            if opensWithReport(next) { end = next.upperBound }
        }
        var next = index + 1
        while next < min(index + 4, runs.count), runs[next].outside.lowerBound < end, isTag(runs[next]) { next += 1 }
        if next < runs.count { end = min(end, runs[next].outside.lowerBound) }
        return run.outside.upperBound..<max(min(end, run.outside.upperBound + Reach.window), run.outside.upperBound)
    }

    /// "wearing “Free Ana” pins": a few words that no mark or pause closes.
    private func isTag(_ run: QuotedRun) -> Bool {
        run.outside.upperBound < prose.tokens.count && run.inside.count < 4
            && prose.tokens[run.inside.lowerBound].isCapitalised
            && prose.tokens[run.inside.upperBound - 1].kind == .word
            && prose.tokens[run.outside.upperBound].isSmallWord
            && prose.tokens[run.outside.lowerBound - 1].isSmallWord
            && !prose.tokens[run.outside.lowerBound - 1].traits.has([.cue, .weakCue])
    }

    /// Whether a sentence begins with who said something, and reports nothing itself: "Smith wrote on Monday.", and
    /// not "Smith said that", "He said: “".
    func opensWithReport(_ sentence: Range<Int>) -> Bool {
        guard
            let cue = sentence.prefix(24).first(where: { clauses.isFiniteCue($0, after: sentence.lowerBound) }),
            !(sentence.lowerBound..<cue).contains(where: { prose.tokens[$0].kind == .mark })
        else { return false }
        let behind = clauses.cue(at: cue).upperBound
        guard behind < sentence.upperBound else { return true }
        let next = prose.tokens[behind]
        // “…” I say to her, “…”: that leads to the next one.
        if (behind..<sentence.upperBound - 1).prefix(Reach.window).contains(where: { leadsOn(at: $0) }) { return false }
        switch next.kind {
        case .period, .question, .comma: return true
        case .word:
            if prose.tokens[cue].traits.has(.addressing), isAddressee(behind..<sentence.upperBound) { return true }
            return next.isSmallWord && next.traits.has([.preposition, .adverb, .date, .object])
                && prose.text(behind) != "that" || next.traits.has(.date)
        default: return false
        }
    }

    private func leadsOn(at token: Int) -> Bool {
        (prose.tokens[token].kind == .comma || prose.tokens[token].kind == .colon) && clauses.isQuoted[token + 1]
    }

    /// "the mayor.", "Ana Ruiz on Monday.": words that are only somebody spoken to.
    private func isAddressee(_ words: Range<Int>) -> Bool {
        words.count <= 12
            && words.dropLast().allSatisfy {
                let token = prose.tokens[$0]
                return names.entityOf[$0] >= 0 || token.isCapitalised || token.kind == .number || token.kind == .period
                    || token.kind == .possessive
                    || token.isSmallWord && !token.traits.has([.auxiliary, .cue, .clauseOpener, .conjunction])
            }
    }

    /// From the start of the sentence to the opening mark, earlier quotations included.
    func windowBefore(_ index: Int) -> Range<Int> {
        let open = runs[index].outside.lowerBound
        return max(prose.sentence(of: open).lowerBound, open - Reach.window)..<open
    }

    func addCueBehind(_ window: Range<Int>, _ index: Int, _ found: inout [SpeakerCandidate]) {
        var start = window.lowerBound
        while start < window.upperBound,
            prose.tokens[start].kind == .comma || prose.tokens[start].kind == .dash
                || prose.tokens[start].kind == .mark
        { start += 1 }
        guard start < window.upperBound else { return }
        let first = prose.tokens[start]
        guard first.kind == .word || first.kind == .number else { return }
        if first.isSmallWord, first.traits.has([.preposition, .conjunction, .relative, .auxiliary]),
            !first.traits.has([.determiner, .pronoun, .adverb])
        {
            addFrameBehind(start, window, &found)
            return
        }
        if prose.isWord(start, "came") { addFrameBehind(start, window, &found) }
        guard let cue = firstCue(in: start..<min(window.upperBound, start + 32)) ?? cueByPlace(start, in: window) else {
            return
        }
        var clues = Clues(.cueBehind, .nearest)
        let lastInside = prose.tokens[runs[index].inside.upperBound - 1]
        let isOtherSentence = prose.sentenceOf[start] != prose.sentenceOf[runs[index].outside.upperBound - 1]
        clues.insert(.acrossQuestion, if: isOtherSentence && lastInside.kind == .question)
        clues.insert(.acrossPeriod, if: isOtherSentence && lastInside.kind == .period)
        clues.insert(.passive, if: clauses.isPassive(cue, after: start))
        clues.insert(.cueEndsSentence, if: endsReport(cue, window))
        clues.insert(.weakCue, if: isWeak(cue))
        clues.insert(.weakBehind, if: isWeak(cue))
        let isInverted = (start..<cue).allSatisfy {
            prose.tokens[$0].traits.has([.adverb, .auxiliary]) && !prose.tokens[$0].traits.has(.pronoun)
        }
        clues.insert(.inverted, if: isInverted)
        if let quoted = quotedBehind(cue, window) {
            found.append(candidate(quoted, clauses.cue(at: cue), .cueAfter, clues))
        } else if hasPassiveSubject(cue, after: start) {
            guard let agent = agent(of: cue, window) else { return }
            found.append(candidate(agent, clauses.cue(at: cue), .cueAfter, clues))
        } else if isInverted {
            if prose.tokens[cue].traits.has(.addressing), !isNamed(cue + 1, until: window.upperBound),
                !isAsked(cue, until: window.upperBound)
            {
                return
            }
            guard let subject = clauses.subject(after: cue, until: window.upperBound) else { return }
            found.append(candidate(subject, clauses.cue(at: cue), .cueAfter, clues))
        } else if let subject = clauses.subject(before: cue, from: start), !isWordForWords(subject) {
            found.append(candidate(subject, clauses.cue(at: cue), .cueAfter, clues))
        }
    }

    /// “…”, a phrase the ministry dislikes: what the quoted words are.
    private func isWordForWords(_ subject: Subject) -> Bool {
        guard case .described = subject.kind, let first = subject.words.first, prose.language.isEnglish,
            prose.isWord(first, "a") || prose.isWord(first, "an")
        else { return false }
        return subject.words.dropFirst(2).contains { at in
            prose.tokens[at].isSmallWord && prose.tokens[at].traits.has([.determiner, .possessive])
                && prose.tokens[at - 1].isSmallWord && !prose.tokens[at - 1].traits.has(.functionWord)
        }
    }

    /// "«…», tonne Jean Morel": outside English, whose cues are known better, any word between a quotation and a person's
    /// name that is no small word and no role.
    private func cueByPlace(_ at: Int, in window: Range<Int>) -> Int? {
        if prose.language.isEnglish { return unknownVerb(at, in: window) }
        let token = prose.tokens[at]
        guard prose.language.hasFacts, token.isSmallWord, at > window.lowerBound,
            !token.traits.has(.functionWord.union([.common, .date, .roleModifier])), clauses.matches.roles[at] == nil,
            at + 1 < window.upperBound, let entity = names.entity(at: at + 1), names.entities[entity].kind == .person
        else { return nil }
        return at
    }

    /// “…,” he grinned: any past form right behind a pronoun or a person's name that stands right behind a quotation, and
    /// “…,” grinned Ruiz.
    private func unknownVerb(_ at: Int, in window: Range<Int>) -> Int? {
        let last = prose.tokens[window.lowerBound - 1].kind == .mark ? window.lowerBound - 2 : window.lowerBound - 1
        guard last > 0, prose.tokens[last].kind == .comma || prose.tokens[last].kind == .question else { return nil }
        if clauses.endsAsVerb(at) { return at + 1 < window.upperBound && isPerson(at + 1) ? at : nil }
        guard
            prose.tokens[at].traits.has(.personPronoun) && !prose.tokens[at].traits.has([.possessive, .object])
                || isPerson(at)
        else { return nil }
        let verb = isPerson(at) ? clauses.mention(around: at, in: window).upperBound : at + 1
        guard verb < window.upperBound, clauses.endsAsVerb(verb) else { return nil }
        return verb + 1 == window.upperBound || prose.tokens[verb + 1].kind == .period
            || prose.tokens[verb + 1].kind == .comma ? verb : nil
    }

    private func isPerson(_ at: Int) -> Bool {
        names.entity(at: at).map { names.entities[$0].kind == .person } ?? false
    }

    /// Whether nothing is reported behind a cue but the quotation: "Smith said.", "Smith said on Monday".
    func endsReport(_ cue: Int, _ window: Range<Int>) -> Bool {
        let behind = clauses.cue(at: cue).upperBound
        guard behind < window.upperBound else { return true }
        let next = prose.tokens[behind]
        return next.kind != .word || next.traits.has([.preposition, .date, .adverb])
    }

    func candidate(_ subject: Subject, _ cue: Range<Int>, _ rule: AttributionRule, _ clues: Clues)
        -> SpeakerCandidate
    {
        SpeakerCandidate(attribution: Attribution(subject: subject, cue: cue, rule: rule), clues: clues)
    }

    func isWeak(_ at: Int) -> Bool { !clauses.isCue(at) }

    /// “…?” asked the boy.
    private func isAsked(_ cue: Int, until limit: Int) -> Bool {
        prose.isWord(cue, "asked") && cue + 2 < limit && prose.tokens[cue + 1].isSmallWord
            && prose.tokens[cue + 1].traits.has([.determiner, .possessive, .indefinite])
    }

    /// Whether a name begins at a token, or a title before one: "asked Dr. Ruiz".
    func isNamed(_ at: Int, until limit: Int) -> Bool {
        var at = at
        while at < limit, names.entityOf[at] < 0, prose.tokens[at].isCapitalised,
            prose.tokens[at].traits.has([.honorific, .role])
        { at += 1 }
        return at < limit && names.entityOf[at] >= 0
    }

    /// The first finite cue that is not inside a relative clause.
    func firstCue(in window: Range<Int>) -> Int? {
        var weak: Int?
        for at in window {
            if prose.tokens[at].kind == .semicolon || prose.tokens[at].kind == .colon { break }
            if clauses.isQuoted[at] { continue }
            if clauses.isFiniteCue(at, after: window.lowerBound) { return at }
            let token = prose.tokens[at]
            if weak == nil, token.isSmallWord, token.traits.has(.weakCue), token.traits.has(.finiteCue),
                at - window.lowerBound <= 14
            {
                weak = at
            }
        }
        return weak
    }

    func addCuesBefore(_ window: Range<Int>, _ index: Int, _ found: inout [SpeakerCandidate]) {
        var at = window.upperBound
        var count = 0
        var tries = 0
        var isPastQuotation = false
        let first = window.first { !clauses.isQuoted[$0] && clauses.isFiniteCue($0, after: window.lowerBound) }
        while at > window.lowerBound, count < Reach.candidates, tries < 2 * Reach.candidates {
            at -= 1
            if clauses.isQuoted[at] {
                isPastQuotation = true
                continue
            }
            let token = prose.tokens[at]
            if token.kind == .semicolon, at < window.upperBound - 1 { break }
            let isGerund = isGerundCue(at) || isAbsolute(at, after: window.lowerBound) && token.traits.has(.cue)
            let isStrong = isGerund || clauses.isFiniteCue(at, after: window.lowerBound)
            guard isStrong || token.isSmallWord && token.traits.has(.weakCue) && !isNoun(at) else { continue }
            tries += 1
            let isSaidOfSubject = hasPassiveSubject(at, after: window.lowerBound) && agent(of: at, window) == nil
            if isSaidOfSubject, count == 0, !isPastQuotation, isTold(at, window.upperBound) {
                // "Smith was asked, “…”": by whom is not said.
                let cue = clauses.cue(at: at)
                found.append(
                    SpeakerCandidate(
                        attribution: Attribution(subject: nil, cue: cue, rule: .cueBefore),
                        clues: Clues(.cueRightBefore, .nearest, .firstInSentence, .ownClause)))
                return
            }
            guard !isSaidOfSubject, !isNounInIng(at), let (subject, isShared) = subjectOfCue(at, window),
                isStrong || agrees(subject, at) && !isToldOf(subject, window)
            else { continue }
            let cue = clauses.cue(at: at)
            let touches = !isPastQuotation && touches(cue.upperBound - 1, window.upperBound)
            var clues = Clues(touches ? .cueRightBefore : .cueBefore)
            clues.insert(.nearest, if: count == 0)
            clues.insert(.weakCue, if: !isStrong)
            clues.insert(.gerundCue, if: isGerund)
            clues.insert(.sharedSubject, if: isShared)
            clues.insert(.that, if: at + 1 < window.upperBound && prose.text(at + 1) == "that")
            clues.insert(.quotationBetween, if: isPastQuotation)
            clues.insert(.beyondTwelve, if: window.upperBound - at > 12)
            clues.insert(.beyondThirty, if: window.upperBound - at > 30)
            clues.insert(.firstInSentence, if: at <= first ?? at)
            clues.insert(
                .passive,
                if: !isShared && subject.words.upperBound <= at && clauses.isPassive(at, after: window.lowerBound))
            clues.insert(.absolute, if: isAbsolute(at, after: window.lowerBound))
            found.append(candidate(subject, cue, touches ? .cueBefore : .reportedSentence, clues))
            count += 1
            // "X visited Y to discuss Z, saying": the sentence's subject rather than the last name.
            if isGerund, !isShared, prose.tokens[at - 1].kind == .comma, let opening = opening(of: window) {
                clues.insert(.sharedSubject)
                found.append(candidate(opening, cue, touches ? .cueBefore : .reportedSentence, clues))
            }
        }
    }

    /// "the board's ruling was": no verb, as another follows.
    private func isNounInIng(_ at: Int) -> Bool {
        clauses.isGerund(at) && at + 1 < prose.tokens.count && prose.tokens[at + 1].isSmallWord
            && prose.tokens[at + 1].traits.has(.auxiliary)
    }

    /// "the judge said [he] saw": what is told of somebody is the teller's.
    private func isToldOf(_ subject: Subject, _ window: Range<Int>) -> Bool {
        guard case .pronoun(let token) = subject.kind, prose.tokens[token].traits.has(.personPronoun) else {
            return false
        }
        let cue = token > 0 && prose.isWord(token - 1, "that") ? token - 2 : token - 1
        return cue > window.lowerBound && !clauses.isQuoted[cue] && clauses.isFiniteCue(cue, after: window.lowerBound)
    }

    /// Whether only a comma or colon stands between a verb that addresses somebody and the quotation.
    private func isTold(_ cue: Int, _ open: Int) -> Bool {
        guard cue + 2 == open, prose.tokens[cue].traits.has(.addressing) || prose.isWord(cue, "asked") else {
            return false
        }
        return prose.tokens[cue + 1].kind == .comma || prose.tokens[cue + 1].kind == .colon
    }

    /// "The officials voice", and not "the little voice", where the verb is a noun.
    func agrees(_ subject: Subject, _ cue: Int) -> Bool {
        guard case .described = subject.kind, prose.tokens[cue].traits.has(.baseCue) else { return true }
        // "A banner read"
        return prose.tokens[subject.words.upperBound - 1].traits.has(.inscribed)
            || prose.bytes[Int(prose.tokens[subject.words.upperBound - 1].end) - 1] == UInt8(ascii: "s")
    }

    /// Whether only a colon, comma, "that" or the person spoken to stands between a cue and the quotation.
    func touches(_ cue: Int, _ open: Int) -> Bool {
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

    func isVerbLike(_ at: Int) -> Bool { prose.tokens[at].traits.has([.auxiliary, .cue]) }

    func addAccordingTo(_ after: Range<Int>, _ before: Range<Int>, _ found: inout [SpeakerCandidate]) {
        for window in [after, before] {
            for at in window where !clauses.isQuoted[at] {
                guard let match = clauses.matches.cues[at], match.end < window.upperBound,
                    clauses.leadsToSource(match, at: at)
                else { continue }
                guard let subject = clauses.subject(after: match.end - 1, until: window.upperBound) else { continue }
                var clues = Clues(.accordingTo)
                clues.insert(.cueBehind, if: window == after)
                clues.insert(.nearest, if: at == after.lowerBound || at == before.lowerBound)
                found.append(candidate(subject, at..<match.end, .accordingTo, clues))
                return
            }
        }
    }

    /// “…” is what we need, Smith said.
    func addCueAtEnd(_ window: Range<Int>, _ found: inout [SpeakerCandidate]) {
        guard window.count >= 3 else { return }
        for at in window.reversed() where clauses.isFiniteCue(at, after: window.lowerBound) {
            let isLast =
                at + 1 >= window.upperBound || prose.tokens[at + 1].kind != .word
                || prose.tokens[at + 1].traits.has([.preposition, .date])
            guard isLast, let subject = clauses.subject(before: at, from: window.lowerBound) else { return }
            found.append(candidate(subject, at..<at + 1, .reportedSentence, Clues(.cueAtEnd)))
            return
        }
    }
}
