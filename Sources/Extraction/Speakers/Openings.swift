import News

/// Sources that no verb gives: who a sentence begins with, whose claim it is, whose name is set beside the quotation.
extension BesideQuotation {
    /// A sentence that handles something said, as a statement, note or tweet does; or that only leads to a quotation.
    func addOpening(_ window: Range<Int>, _ index: Int, _ found: inout [SpeakerCandidate]) {
        guard let subject = opening(of: window), !isActedUpon(subject, window), !isSpokenOf(subject, index) else {
            return
        }
        let noun = window.reversed().first {
            !clauses.isQuoted[$0] && prose.tokens[$0].isSmallWord && prose.tokens[$0].traits.has(.speechNoun)
        }
        if let noun {
            if let author = author(of: noun, window) {
                found.append(candidate(author, noun..<noun + 1, .sentenceSubject, Clues(.speechNoun, .nearest)))
                return
            }
            if isReceived(noun, window) { return }
            found.append(candidate(subject, noun..<noun + 1, .sentenceSubject, Clues(.speechNoun)))
        } else {
            found.append(
                SpeakerCandidate(
                    attribution: Attribution(subject: subject, rule: .sentenceOpening), clues: Clues(.opensSentence)))
        }
    }

    /// "The minister, “does not have the support”": the quotation has its verb.
    private func isSpokenOf(_ subject: Subject, _ index: Int) -> Bool {
        let run = runs[index]
        var end = run.outside.lowerBound
        if end > subject.words.upperBound, prose.tokens[end - 1].kind == .comma { end -= 1 }
        let first = prose.tokens[run.inside.lowerBound]
        return end == subject.words.upperBound && first.isSmallWord && first.traits.has(.auxiliary)
    }

    /// "a charge of", "Smith's reports": a word that is a verb elsewhere, not "to charge".
    func isNoun(_ at: Int) -> Bool {
        guard at > 0, prose.tokens[at].traits.has([.baseCue, .speechNoun]) || clauses.endsInS(at) else { return false }
        let before = prose.tokens[at - 1]
        // "protocol (IP) addresses"
        if before.kind == .closeBracket, prose.tokens[at].traits.has(.speechNoun) { return true }
        return before.kind == .possessive
            || before.isSmallWord && before.traits.has([.determiner, .possessive, .preposition])
                && !before.traits.has([.personPronoun, .relative, .adverb]) && prose.text(at - 1) != "to"
    }

    /// "her remark that “…”", "Clinton's allegations of a “…”".
    func addPossessor(_ window: Range<Int>, _ found: inout [SpeakerCandidate]) {
        guard
            let noun = window.suffix(12).last(where: {
                !clauses.isQuoted[$0] && prose.tokens[$0].isSmallWord && prose.tokens[$0].traits.has(.speechNoun)
            })
        else { return }
        var at = noun - 1
        while at > window.lowerBound, at > noun - 4, prose.tokens[at].isSmallWord,
            !prose.tokens[at].traits.has(.possessive)
        {
            at -= 1
        }
        guard at >= window.lowerBound, at < noun, !clauses.isQuoted[at] else { return }
        if prose.tokens[at].isSmallWord, prose.tokens[at].traits.has(.possessive),
            prose.tokens[at].traits.has([.personPronoun, .plural, .neuter])
                || ["his", "their", "its"].contains(prose.text(at))
        {
            let subject = Subject(words: at..<at + 1, kind: .pronoun(at))
            found.append(candidate(subject, noun..<noun + 1, .sentenceSubject, Clues(.possessor)))
        } else if prose.tokens[at].kind == .possessive, at > window.lowerBound, let entity = names.entity(at: at - 1),
            names.entities[entity].kind != .place
        {
            let subject = Subject(words: clauses.mention(around: at - 1, in: window), kind: .entity(entity))
            found.append(candidate(subject, noun..<noun + 1, .sentenceSubject, Clues(.possessor)))
        }
    }

    /// "And she's like, “…”": what people say in speech.
    func addLike(_ window: Range<Int>, _ found: inout [SpeakerCandidate]) {
        guard prose.language.isEnglish, var at = window.last, at > window.lowerBound + 1 else { return }
        if prose.tokens[at].kind == .comma || prose.tokens[at].kind == .colon { at -= 1 }
        guard at > window.lowerBound + 1, prose.isWord(at, "like"),
            clauses.isFormOfBe(at - 1) || ["’s", "'s", "’m", "'m", "’re", "'re"].contains(prose.text(at - 1)),
            let phrase = clauses.nounPhrase(endingAt: at - 1, from: window.lowerBound),
            let subject = clauses.head(of: phrase)
        else { return }
        let clues = Clues(.cueRightBefore, .nearest, .firstInSentence)
        found.append(candidate(subject, at..<at + 1, .cueBefore, clues))
    }

    /// "Philip Bump: “…”", and a paragraph “…” with "– Philip Bump" under it.
    func addLabel(_ index: Int, _ window: Range<Int>, _ found: inout [SpeakerCandidate]) {
        let run = runs[index]
        if let colon = window.last, prose.tokens[colon].kind == .colon, colon > window.lowerBound,
            let entity = names.entity(at: colon - 1), names.entities[entity].kind != .place
        {
            let words = clauses.mention(around: colon - 1, in: window)
            let isAlone =
                words.lowerBound == window.lowerBound || prose.tokens[words.lowerBound - 1].kind != .word
                || clauses.matches.roles[words.lowerBound - 1] != nil && !isSentTo(words, window)
            if isAlone, names.entities[entity].kind != .person, words.lowerBound > window.lowerBound + 1,
                prose.tokens[words.lowerBound - 1].kind == .comma, let person = names.entity(at: words.lowerBound - 2),
                names.entities[person].kind == .person
            {
                // "Ana Ruiz, The Tarma Herald: “…”"
                let name = clauses.mention(around: words.lowerBound - 2, in: window)
                found.append(label(Subject(words: name, kind: .entity(person))))
                return
            }
            if isAlone {
                found.append(label(Subject(words: words, kind: .entity(entity))))
                return
            }
        }
        if let signature = signature(run) { found.append(label(signature)) }
    }

    /// "a message to the chairman Philip Bump: “…”"
    private func isSentTo(_ name: Range<Int>, _ window: Range<Int>) -> Bool {
        var at = name.lowerBound - 1
        while at > window.lowerBound, at > name.lowerBound - 6,
            names.entityOf[at] >= 0 || prose.tokens[at].isCapitalised
                || prose.tokens[at].traits.has([.role, .roleModifier, .officeModifier, .determiner])
        { at -= 1 }
        return prose.tokens[at].isSmallWord && prose.tokens[at].traits.has(.preposition)
    }

    /// “…” – Philip Bump, columnist: whose name ends the paragraph behind a dash or in brackets, or stands under it.
    private func signature(_ run: QuotedRun) -> Subject? {
        let paragraph = Int(prose.tokens[run.outside.lowerBound].paragraph)
        var at = run.outside.upperBound
        while at < prose.tokens.count, at < run.outside.upperBound + 2, prose.tokens[at].kind == .period { at += 1 }
        guard at + 1 < prose.tokens.count, Int(prose.tokens[at].paragraph) <= paragraph + 2 else { return nil }
        if let signature = signatureBelow(at, run) { return signature }
        let isBracket = prose.tokens[at].kind == .openBracket
        guard prose.tokens[at].kind == .dash && prose.tokens[at].gap != .none || isBracket else { return nil }
        let line = prose.paragraphs[Int(prose.tokens[at].paragraph)]
        var name = at + 1
        while name < min(at + 5, line.upperBound), names.entityOf[name] < 0, clauses.matches.roles[name] != nil {
            name += 1
        }
        // "- Reuters" is whose the story is.
        guard name < line.upperBound, let entity = names.entity(at: name), names.entities[entity].kind == .person else {
            return nil
        }
        let words = clauses.mention(around: name, in: name..<line.upperBound)
        let rest = words.upperBound..<line.upperBound
        // Nothing but who that is may follow: no "– Philip Bump said on Monday that".
        guard rest.count < 12,
            !rest.contains(where: { prose.tokens[$0].isSmallWord && prose.tokens[$0].traits.has([.auxiliary, .cue]) }),
            rest.first.map({ prose.tokens[$0].kind != .word && prose.tokens[$0].kind != .possessive }) ?? true
        else { return nil }
        return Subject(words: words, kind: .entity(entity))
    }

    /// “…” and under it a line "Philip Bump, columnist".
    private func signatureBelow(_ at: Int, _ run: QuotedRun) -> Subject? {
        let line = prose.paragraphs[Int(prose.tokens[at].paragraph)]
        guard at == line.lowerBound, line.count < 14, let last = line.last, prose.tokens[last].kind == .word,
            run.outside.lowerBound == prose.paragraphs[Int(prose.tokens[run.outside.lowerBound].paragraph)].lowerBound,
            let entity = names.entity(at: at), names.entities[entity].kind == .person,
            names.entities[entity].words.count > 1
        else { return nil }
        let words = clauses.mention(around: at, in: line)
        guard words.count > 1, words.upperBound == line.upperBound || prose.tokens[words.upperBound].kind == .comma,
            !line.contains(where: {
                prose.tokens[$0].isSmallWord && prose.tokens[$0].traits.has([.auxiliary, .cue, .weakCue])
            })
        else { return nil }
        return Subject(words: words, kind: .entity(entity))
    }

    func label(_ subject: Subject) -> SpeakerCandidate {
        SpeakerCandidate(attribution: Attribution(subject: subject, rule: .label), clues: Clues(.label))
    }

    /// "WASHINGTON, Dec. 8 (UPI) — In response": where the sentence behind a dateline begins.
    func behindDateline(_ window: Range<Int>) -> Int {
        guard let first = window.first, prose.tokens[first].shape == .capitals,
            let dash = window.prefix(12).first(where: { prose.tokens[$0].kind == .dash })
        else { return window.first.map(turns.behindLabel) ?? window.lowerBound }
        return dash + 1
    }
}
