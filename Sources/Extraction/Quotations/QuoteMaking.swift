import News

/// Decides which quoted runs are somebody's words, and puts the pieces of one utterance together.
struct QuoteMaker {
    let prose: Prose
    let names: Names
    let runs: [QuotedRun]
    let attributions: [Attribution?]

    func quotes() -> [Quote] {
        utterances().map { runs in quote(runs.map(span), attributions[runs[0]]) }
    }

    /// The runs of each quote, as indices; none is empty.
    func utterances() -> [[Int]] {
        var made: [[Int]] = []
        for index in runs.indices where isSpeech(index) {
            if let last = made.last?.last, joins(index, last) {
                made[made.count - 1].append(index)
            } else {
                made.append([index])
            }
        }
        return made
    }

    private func span(_ index: Int) -> TextSpan { prose.span(runs[index].inside) }

    /// A run that goes on from the one before: over a paragraph's end, or after a comma and "he said,".
    private func joins(_ index: Int, _ before: Int) -> Bool {
        guard index == before + 1 else { return false }
        if runs[index].continues { return true }
        let between = runs[before].outside.upperBound..<runs[index].outside.lowerBound
        guard let last = between.last, between.count <= 12, attributions[before]?.rule == .cueAfter,
            prose.tokens[last].kind == .comma,
            prose.tokens[runs[index].inside.lowerBound].shape == .small,
            prose.sentence(of: between.lowerBound) == prose.sentence(of: runs[index].outside.lowerBound)
        else { return false }
        let beside = attributions[index]
        return beside == nil || beside?.cue == nil || beside?.cue == attributions[before]?.cue
            || beside?.entity == attributions[before]?.entity
    }

    // MARK: Speech or not

    private func isSpeech(_ index: Int) -> Bool {
        let run = runs[index]
        if prose.article.paragraphs[Int(prose.tokens[run.outside.lowerBound].paragraph)].part == .headline {
            return false
        }
        let words = run.inside.filter { prose.tokens[$0].kind == .word || prose.tokens[$0].kind == .number }
        let last = prose.tokens[run.inside.upperBound - 1]
        let endsAsSentence = last.endsSentence || last.kind == .comma || last.kind == .dash
        if isInsideName(run) { return false }
        if isTerm(index) || isNamedThing(run), !endsAsSentence { return false }
        if isTitle(words), !endsAsSentence || !followsCueOrPause(run) || followsNamingWord(run) { return false }
        if isTitle(words), last.kind == .comma, !isSaidBeside(index) { return false }
        guard let attribution = attributions[index] else {
            let count = words.reduce(0) { $0 + wordCount(of: $1) }
            return count >= 6 || count >= 3 && endsAsSentence
        }
        if attribution.rule.isCarriedOver, !endsAsSentence, words.count < 6, isSubject(run) { return false }
        switch attribution.rule {
        case .cueAfter, .cueBefore, .accordingTo: return words.count >= 2 || endsAsSentence || isNearCue(index)
        case .reportedSentence: return words.count >= 2 || isNearCue(index) || isPredicate(index) || isPaired(index)
        case .sentenceOpening, .label: return words.count >= 6 || words.count >= 3 && endsAsSentence
        case .sameParagraph: return words.count >= 3 || last.endsSentence && goesRightOn(index)
        case .sentenceSubject, .paragraphBefore, .statementBefore: return words.count >= 3
        case .runOn: return true
        }
    }

    /// "told the court she had been “terrified”"
    private func isPredicate(_ index: Int) -> Bool {
        let open = runs[index].outside.lowerBound
        guard let cue = attributions[index]?.cue, prose.tokens[cue.lowerBound].traits.has(.cue), cue.upperBound < open,
            open - cue.upperBound < 12, isComplete(runs[index]),
            // Not "learned to write because her parents were “persistent”".
            (cue.upperBound..<open).allSatisfy({
                let token = prose.tokens[$0]
                return !token.isSmallWord || !token.traits.has(.clauseOpener) || prose.isWord($0, "that")
            })
        else { return false }
        return ["was", "were", "is", "are", "been", "be", "being"].contains(prose.text(open - 1))
    }

    /// Whether no noun or verb follows: not "would be “immediate” concerns".
    private func isComplete(_ run: QuotedRun) -> Bool {
        let next = run.outside.upperBound
        return next >= prose.tokens.count || prose.tokens[next].kind != .word
            || prose.sentenceOf[next] != prose.sentenceOf[run.inside.lowerBound]
            || prose.tokens[next].traits.has([.conjunction, .preposition, .adverb])
    }

    /// "“reckless”, “hasty” and “cruel”": the last of a few that go with one verb.
    private func isPaired(_ index: Int) -> Bool {
        guard isComplete(runs[index]), let cue = attributions[index]?.cue else { return false }
        var at = index
        while at > 0, index - at < 3, attributions[at - 1]?.cue == cue {
            let between = runs[at - 1].outside.upperBound..<runs[at].outside.lowerBound
            guard between.count < 3,
                between.allSatisfy({
                    prose.tokens[$0].kind == .comma || prose.isWord($0, "and") || prose.isWord($0, "or")
                })
            else { return false }
            at -= 1
            if runs[at].inside.count > 2 || isNearCue(at) || isPredicate(at) { return true }
        }
        return false
    }

    /// "said the “gig economy” was growing": a word that the story has, too.
    private func isNamedThing(_ run: QuotedRun) -> Bool {
        let next = run.outside.upperBound
        guard run.inside.count < 4, run.outside.lowerBound > 0, next < prose.tokens.count else { return false }
        // "waved “free the gulls” signs"
        if prose.tokens[next].traits.has(.inscribed) { return true }
        let before = run.outside.lowerBound - 1
        return (prose.isWord(before, "the") || prose.isWord(before, "The")) && prose.tokens[next].isSmallWord
            && prose.tokens[next].traits.has(.auxiliary)
    }

    /// Whether a verb of saying stands beside a run: not “The Tennis Club,” published in 1979.
    private func isSaidBeside(_ index: Int) -> Bool {
        guard let attribution = attributions[index], let cue = attribution.cue else { return false }
        if attribution.rule == .cueBefore || prose.tokens[cue.lowerBound].traits.has(.cue) { return true }
        // “Show me the key,” he grimaced.
        guard attribution.rule == .cueAfter, runs[index].inside.count > 2, let subject = attribution.subject,
            subject.words.upperBound == cue.lowerBound
        else { return false }
        if case .described = subject.kind { return false }
        return true
    }

    /// “He is going,” Smith said. “He must.”
    private func goesRightOn(_ index: Int) -> Bool {
        guard index > 0, let before = attributions[index - 1], before.rule == .cueAfter,
            attributions[index]?.continues == index - 1
        else { return false }
        return runs[index].outside.lowerBound - runs[index - 1].outside.upperBound <= 8
            && prose.tokens[runs[index].outside.lowerBound - 1].kind == .period
    }

    /// A token of a script without blanks is a whole clause: two of its characters, of three bytes each, count as a word.
    private func wordCount(of token: Int) -> Int {
        let token = prose.tokens[token]
        return token.kind == .word && token.shape == .none ? max(1, Int(token.end - token.start) / 6) : 1
    }

    private func isNearCue(_ index: Int) -> Bool {
        guard let cue = attributions[index]?.cue else { return false }
        let run = runs[index]
        return cue.upperBound <= run.outside.lowerBound && run.outside.lowerBound - cue.upperBound <= 4
    }

    /// “Law and order” was a common theme.
    private func isSubject(_ run: QuotedRun) -> Bool {
        let next = run.outside.upperBound
        return prose.isFirstInSentence(run.outside.lowerBound) && next < prose.tokens.count
            && prose.tokens[next].isSmallWord && prose.tokens[next].traits.has(.auxiliary)
    }

    /// José “Pepe” Mujica.
    private func isInsideName(_ run: QuotedRun) -> Bool {
        let next = run.outside.upperBound
        guard run.outside.lowerBound > 0, next < prose.tokens.count, run.inside.count <= 4 else { return false }
        let before = prose.tokens[run.outside.lowerBound - 1]
        return before.isCapitalised && prose.tokens[next].isCapitalised && prose.tokens[next].gap == .blank
            && !prose.tokens[next].traits.has([.common, .cue]) && before.traits.has(.forename)
    }

    /// The words before say that what follows is a word, not speech: the so-called “surge”, dubbed “X”.
    private func isTerm(_ index: Int) -> Bool {
        let run = runs[index]
        guard run.outside.lowerBound > 0, run.inside.count <= 10 else { return false }
        let before = run.outside.lowerBound - 1
        // "known as “surge”", not "described it as “a mess”".
        if before > 1, prose.text(before) == "as" {
            return (before - 2..<before).contains { prose.tokens[$0].traits.has(.namingWord) }
        }
        guard run.inside.count <= 6 else { return false }
        // "to show “restraint”": a verb here.
        if before > 0, prose.text(before - 1) == "to" { return false }
        // "so-called" ends in a hyphenated "called".
        return prose.tokens[before].traits.has(.namingWord) && !isCalledBySomebody(index)
    }

    /// "what he called “a very small fleet”", and not "a film called “A Very Small Fleet”".
    private func isCalledBySomebody(_ index: Int) -> Bool {
        guard let attribution = attributions[index], let subject = attribution.subject, let cue = attribution.cue,
            cue.upperBound == runs[index].outside.lowerBound
        else { return false }
        if case .described = subject.kind, attribution.entity == nil { return false }
        return subject.words.upperBound <= cue.lowerBound && cue.lowerBound - subject.words.upperBound < 3
            && (attribution.entity.map { names.entities[$0].kind != .place } ?? true)
    }

    /// "his memoir, “Tough Choices.”"
    private func followsNamingWord(_ run: QuotedRun) -> Bool {
        var at = run.outside.lowerBound - 1
        if at > 0, prose.tokens[at].kind == .comma { at -= 1 }
        return at >= 0 && prose.tokens[at].traits.has(.namingWord)
    }

    /// Words In Capitals: a title.
    private func isTitle(_ words: [Int]) -> Bool {
        guard (1...10).contains(words.count) else { return false }
        let long = words.filter {
            let token = prose.tokens[$0]
            return token.kind == .word && token.end - token.start > 3
                && !(token.isSmallWord && ["and", "from", "with", "into", "over", "than"].contains(prose.text($0)))
        }
        return !long.isEmpty && long.allSatisfy { prose.tokens[$0].isCapitalised }
            && prose.tokens[words[0]].isCapitalised
    }

    /// Speech set in a sentence stands behind a verb of saying or a pause; “Face the Nation” stands behind "on".
    private func followsCueOrPause(_ run: QuotedRun) -> Bool {
        guard run.outside.lowerBound > 0 else { return true }
        let before = prose.tokens[run.outside.lowerBound - 1]
        return before.kind != .word && before.kind != .possessive || before.traits.has([.cue, .weakCue])
            || before.paragraph != prose.tokens[run.outside.lowerBound].paragraph
    }

    // MARK: Making

    private func quote(_ words: [TextSpan], _ attribution: Attribution?) -> Quote {
        Quote(words: words, cue: attribution?.cue.map { prose.span($0) }, speaker: attribution.flatMap(speaker))
    }

    private func speaker(_ attribution: Attribution) -> Speaker? {
        guard let subject = attribution.subject else { return nil }
        // "that", which stands for nobody named, tells a reader nothing.
        if attribution.entity == nil, case .pronoun(let token) = subject.kind,
            prose.tokens[token].traits.has(.relative), !prose.tokens[token].traits.has([.personPronoun, .plural])
        {
            return nil
        }
        let name: String? =
            if let entity = attribution.entity { names.name(of: entity) } else {
                switch subject.kind {
                case .described: name(of: subject.words)
                case .entity: nil
                case .pronoun: attribution.described.map { prose.text($0) }
                }
            }
        return Speaker(written: prose.span(subject.words), name: name, certainty: certainty(of: attribution, subject))
    }

    /// Of a description, its words; of two people, both names in full.
    private func name(of words: Range<Int>) -> String {
        // "David and Jeanne Heidler" share the surname: David is not the last David of the story.
        guard let pair = names.pair(endingAt: words.upperBound - 1, in: words, prose),
            pair.and - words.lowerBound > 1 || words.upperBound - pair.and == 2
        else { return prose.text(words) }
        return names.name(of: pair.first) + " and " + names.name(of: pair.second)
    }

    private func certainty(of attribution: Attribution, _ subject: Subject) -> Speaker.Certainty {
        if attribution.rule.isCarriedOver { return .carriedOver }
        switch subject.kind {
        case .entity(let entity):
            return names.entities[entity].fullest.count <= subject.words.count ? .written : .resolved
        case .described: return attribution.entity == nil ? .written : .resolved
        case .pronoun: return .resolved
        }
    }
}
