import News

/// Finds who may have said a quotation with nothing beside it: who spoke before it, or right behind.
struct CarriedOver {
    let prose: Prose
    let names: Names
    let runs: [QuotedRun]
    let clauses: ClauseReader
    let beside: BesideQuotation
    let turns: Turns

    /// - Parameter attributions: who said the quotations before this one.
    /// - Parameter next: who said the quotation behind it, by the words beside that.
    func candidates(of index: Int, after attributions: [Attribution?], before next: Attribution?) -> [SpeakerCandidate]
    {
        var found: [SpeakerCandidate] = []
        let isLedTo = isLedTo(index)
        if !isLedTo { addRunBefore(index, attributions, &found) }
        if turns.turn(at: runs[index].outside.lowerBound) == nil { addStatementBefore(index, &found) }
        if index > 0, let before = attributions[index - 1], hasGoneOver(to: index, from: before.entity) {
            for place in found.indices where found[place].attribution.rule == .statementBefore {
                found[place].clues.insert(.goneOver)
            }
        }
        if let next, !isLedTo { addQuotationBehind(index, next, &found) }
        // What "I" did is no word of mine.
        found.removeAll {
            turns.isSpeaking($0) && ($0.attribution.rule == .statementBefore || $0.clues.has(.quotationBehind))
        }
        let run = runs[index]
        for place in found.indices {
            clauses.describe(found[place].attribution.subject, &found[place].clues)
            beside.describeRun(run, &found[place].clues)
            found[place].clues.insert(.fragmentCarried, if: found[place].clues.has(.fragment))
            found[place].clues.insert(.organisationCarried, if: found[place].clues.has(.organisation))
        }
        return found
    }

    // MARK: From a quotation

    private func addRunBefore(_ index: Int, _ attributions: [Attribution?], _ found: inout [SpeakerCandidate]) {
        guard index > 0, let before = attributions[index - 1] else { return }
        let run = runs[index]
        let previous = runs[index - 1]
        let paragraph = Int(prose.tokens[run.outside.lowerBound].paragraph)
        let isSameParagraph =
            prose.tokens[previous.outside.lowerBound].paragraph == prose.tokens[run.outside.lowerBound].paragraph
        let rule: AttributionRule
        var clues = Clues()
        let between: Range<Int>
        if run.continues {
            rule = .runOn
            clues.insert(.runsOn)
            between = run.outside.lowerBound..<run.outside.lowerBound
        } else if isSameParagraph {
            rule = .sameParagraph
            clues.insert(.sameParagraph)
            between = previous.outside.upperBound..<run.outside.lowerBound
            // “Is it?” “It is.”: one speaks after the other.
            if between.isEmpty, prose.tokens[previous.inside.upperBound - 1].endsSentence, run.inside.count < 16,
                previous.inside.count < 16
            {
                return
            }
            if hasGoneOver(to: index, from: before.entity) { return }
        } else {
            let isRightBefore = Int(prose.tokens[previous.outside.lowerBound].paragraph) == paragraphBefore(paragraph)
            guard run.outside.lowerBound - previous.outside.upperBound < Reach.window else { return }
            let leading = prose.paragraphs[paragraph].lowerBound..<run.outside.lowerBound
            if !leading.isEmpty, isAboutAnother(leading, than: before.entity, run) { return }
            if isRightBefore, let answerer = answerer(to: index - 1, before) {
                found.append(answerer)
                return
            }
            clues.insert(.paragraphBetween, if: !isRightBefore)
            rule = .paragraphBefore
            clues.insert(.paragraphBefore)
            let end = prose.paragraphs[Int(prose.tokens[previous.outside.lowerBound].paragraph)].upperBound
            between = previous.outside.upperBound..<max(end, previous.outside.upperBound)
            clues.insert(.nothingBetween, if: between.count < 2)
            clues.insert(.wordsBetween, if: run.outside.lowerBound > prose.paragraphs[paragraph].lowerBound)
        }
        if !run.continues,
            !turns.carries(previous.outside.upperBound..<run.outside.lowerBound, isQuoted: clauses.isQuoted)
        {
            return
        }
        clues.insert(.anotherIntroduced, if: introducesAnother(between.suffix(Reach.window), than: before.entity))
        clues.insert(.carriedBefore, if: before.cue == nil)
        clues.insert(.beyondTwelve, if: between.count > 20)
        clues.insert(.beyondThirty, if: between.count > 60)
        found.append(carry(before, rule, clues, from: index - 1))
    }

    /// “How are you?” X asked Y. “Very well.”: in the paragraph behind a question to somebody, it is Y who answers.
    private func answerer(to question: Int, _ attribution: Attribution) -> SpeakerCandidate? {
        let run = runs[question]
        guard let cue = attribution.cue, cue.lowerBound >= run.outside.upperBound, cue.upperBound < prose.tokens.count,
            prose.tokens[run.inside.upperBound - 1].kind == .question,
            ["asked", "asks"].contains(prose.text(cue.lowerBound)),
            let person = names.entity(at: cue.upperBound), names.entities[person].kind == .person,
            person != attribution.entity
        else { return nil }
        let words = clauses.mention(around: cue.upperBound, in: prose.sentence(of: cue.upperBound))
        let subject = Subject(words: words, kind: .entity(person))
        return SpeakerCandidate(
            attribution: Attribution(subject: subject, rule: .statementBefore), clues: Clues(.statementBefore))
    }

    private func carry(_ other: Attribution, _ rule: AttributionRule, _ clues: Clues, from run: Int) -> SpeakerCandidate
    {
        var attribution = other
        attribution.cue = nil
        attribution.rule = rule
        attribution.continues = run
        return SpeakerCandidate(attribution: attribution, clues: clues)
    }

    /// Whether words between two quotations bring in another person as a subject.
    private func introducesAnother(_ range: Range<Int>, than entity: Int?) -> Bool {
        for at in range where !clauses.isQuoted[at] {
            if let other = names.entity(at: at), names.entities[other].kind == .person, other != entity,
                prose.isFirstInSentence(at)
            {
                return true
            }
        }
        return false
    }

    /// “A,” X said. Y was less sure. “B.”: whether the last sentence between two quotations, if it is about a person, is
    /// about another.
    private func hasGoneOver(to index: Int, from entity: Int?) -> Bool {
        let between = runs[index - 1].outside.upperBound..<runs[index].outside.lowerBound
        guard prose.tokens[between.lowerBound - 1].paragraph == prose.tokens[between.upperBound].paragraph else {
            return false
        }
        return isAboutAnother(between, than: entity, runs[index])
    }

    private func isAboutAnother(_ between: Range<Int>, than entity: Int?, _ run: QuotedRun) -> Bool {
        let isFragment = prose.tokens[run.inside.lowerBound].shape == .small
        return newSubject(in: between).map { subject in
            switch subject.kind {
            case .entity(let other):
                other != entity
                    && (names.entities[other].kind == .person
                        || isFragment && names.entities[other].kind == .organisation)
            case .described: clauses.genderOfSomebodyNew(subject.words) != nil || isInscribed(subject.words)
            case .pronoun: false
            }
        } ?? false
    }

    /// "A sign hung at the door.", "The letter was short.": what is quoted then stands on it.
    private func isInscribed(_ words: Range<Int>) -> Bool {
        prose.tokens[words.lowerBound].traits.has([.determiner, .possessive])
            && (words.contains { prose.tokens[$0].traits.has(.inscribed) }
                || prose.tokens[words.upperBound - 1].traits.has(.speechNoun))
    }

    /// Who the last sentence is about that begins in a stretch.
    private func newSubject(in between: Range<Int>) -> Subject? {
        guard let last = between.suffix(Reach.window).last(where: { !clauses.isQuoted[$0] }) else { return nil }
        let sentence = prose.sentence(of: last)
        guard sentence.lowerBound >= between.lowerBound, !clauses.isQuoted[sentence.lowerBound] else { return nil }
        return beside.opening(of: sentence.lowerBound..<min(sentence.upperBound, between.upperBound))
    }

    /// “A.” “B,” he said.
    private func addQuotationBehind(_ index: Int, _ next: Attribution, _ found: inout [SpeakerCandidate]) {
        guard index + 1 < runs.count, next.rule == .cueAfter || next.rule == .cueBefore else { return }
        let between = runs[index].outside.upperBound..<runs[index + 1].outside.lowerBound
        guard
            prose.tokens[runs[index].outside.lowerBound].paragraph
                == prose.tokens[runs[index + 1].outside.lowerBound].paragraph,
            between.count < 40
        else { return }
        var clues = Clues(.quotationBehind)
        clues.insert(.anotherIntroduced, if: introducesAnother(between, than: next.entity))
        found.append(carry(next, .sameParagraph, clues, from: index + 1))
    }

    /// "A sign at the door read: “A.”": it is the words of what its sentence begins with, not of who speaks before or behind it.
    private func isLedTo(_ index: Int) -> Bool {
        let start = runs[index].outside.lowerBound
        let leading = prose.sentence(of: start).lowerBound..<start
        guard !leading.isEmpty, prose.tokens[start - 1].kind == .colon, let subject = beside.opening(of: leading)
        else { return false }
        if case .pronoun = subject.kind { return false }
        return true
    }

    // MARK: From a sentence

    private func paragraphBefore(_ paragraph: Int) -> Int {
        var before = paragraph - 1
        while before >= 0, prose.paragraphs[before].isEmpty || !prose.article.paragraphs[before].part.isBody {
            before -= 1
        }
        return before
    }

    /// "X said Y." and then a quotation that begins a sentence.
    private func addStatementBefore(_ index: Int, _ found: inout [SpeakerCandidate]) {
        guard let sentence = sentenceBefore(runs[index]) else { return }
        if sentence.allSatisfy({ clauses.isQuoted[$0] }) { return }
        var clues = Clues()
        let start = runs[index].outside.lowerBound
        let isNewParagraph = prose.tokens[sentence.lowerBound].paragraph != prose.tokens[start].paragraph
        clues.insert(.wordsBetween, if: !isNewParagraph)
        let window = sentence.prefix(Reach.window)
        for at in window where !clauses.isQuoted[at] && clauses.isFiniteCue(at, after: sentence.lowerBound) {
            if beside.hasPassiveSubject(at, after: sentence.lowerBound) {
                // "X was asked whether": what comes next is X's answer.
                guard prose.isWord(at, "asked") || prose.isWord(at, "pressed"),
                    let subject = clauses.subject(before: at, from: sentence.lowerBound)
                else { continue }
                found.append(
                    SpeakerCandidate(
                        attribution: Attribution(subject: subject, rule: .statementBefore),
                        clues: Clues(.statementBefore)))
                return
            }
            guard let (subject, isShared) = beside.subjectOfCue(at, window.startIndex..<window.endIndex) else {
                continue
            }
            // "X asked Y whether": what comes next is Y's answer.
            if isNewParagraph, prose.text(at) == "asked" {
                guard let entity = names.entity(at: at + 1), names.entities[entity].kind == .person
                else {
                    return
                }
                let words = clauses.mention(around: at + 1, in: sentence)
                let answerer = Subject(words: words, kind: .entity(entity))
                found.append(
                    SpeakerCandidate(
                        attribution: Attribution(subject: answerer, rule: .statementBefore),
                        clues: Clues(.statementBefore)))
                return
            }
            clues.insert(.statementBefore)
            clues.insert(.sharedSubject, if: isShared)
            found.append(
                SpeakerCandidate(
                    attribution: Attribution(subject: subject, cue: nil, rule: .statementBefore), clues: clues))
            return
        }
        // No cue: who the sentence is about, if it names somebody. "When the first eleven boxes were unloaded" does not.
        guard let subject = beside.opening(of: window) else { return }
        if case .described = subject.kind { return }
        // "Ana Ruiz and Juan Vega have": one of two.
        let behind = subject.words.upperBound
        if behind + 1 < window.endIndex, prose.isWord(behind, "and"), names.entityOf[behind + 1] >= 0 { return }
        clues.insert(.sentenceBefore)
        found.append(
            SpeakerCandidate(attribution: Attribution(subject: subject, cue: nil, rule: .statementBefore), clues: clues)
        )
    }

    private func sentenceBefore(_ run: QuotedRun) -> Range<Int>? {
        let paragraph = Int(prose.tokens[run.outside.lowerBound].paragraph)
        if run.outside.lowerBound == prose.paragraphs[paragraph].lowerBound {
            let before = paragraphBefore(paragraph)
            guard before >= 0, let last = prose.paragraphs[before].last else { return nil }
            return prose.sentence(of: last)
        }
        guard prose.sentence(of: run.outside.lowerBound).lowerBound == run.outside.lowerBound else { return nil }
        return prose.sentence(of: run.outside.lowerBound - 1)
    }
}
