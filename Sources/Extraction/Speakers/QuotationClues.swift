import News

/// What can be said of any candidate beside a quotation.
extension BesideQuotation {
    /// Adds what can be said of any candidate beside a quotation: who it is, and how the way to the quotation looks.
    func describe(_ candidate: inout SpeakerCandidate, _ index: Int, _ window: Range<Int>) {
        let run = runs[index]
        let open = run.outside.lowerBound
        clauses.describe(candidate.attribution.subject, &candidate.clues)
        describeRun(run, &candidate.clues)
        let lastInside = prose.tokens[run.inside.upperBound - 1].kind
        let next = run.outside.upperBound
        let isFollowedByComma = next < prose.tokens.count && prose.tokens[next].kind == .comma
        let leadsOn = lastInside == .comma || lastInside == .question || lastInside == .dash || isFollowedByComma
        candidate.clues.insert(.leadsOn, if: leadsOn)
        candidate.clues.insert(.behindLeadingOn, if: leadsOn && candidate.clues.has(.cueBehind))
        candidate.clues.insert(.sentenceEndsBefore, if: window.isEmpty)
        candidate.clues.insert(
            .describedBehindCue, if: candidate.clues.has(.described) && candidate.clues.has(.cueBehind))
        candidate.clues.insert(
            .fragmentBehindCue,
            if: candidate.clues.has(.fragment) && candidate.clues.has(.cueBehind) && !leadsOn)
        if let last = window.last {
            candidate.clues.insert(.colon, if: prose.tokens[last].kind == .colon)
            candidate.clues.insert(
                .fragmentBehindColon, if: prose.tokens[last].kind == .colon && candidate.clues.has(.cueBehind))
        }
        guard let subject = candidate.attribution.subject, let cue = candidate.attribution.cue else { return }
        candidate.clues.insert(.apartFromSubject, if: abs(cue.lowerBound - subject.words.upperBound) > 2)
        if subject.words.upperBound <= open, subject.words.lowerBound > window.lowerBound {
            let before = prose.tokens[subject.words.lowerBound - 1]
            candidate.clues.insert(.insideClause, if: before.isSmallWord && before.traits.has(.clauseOpener))
        }
        candidate.clues.insert(.subjectOpensSentence, if: prose.isFirstInSentence(subject.words.lowerBound))
    }

    func describeRun(_ run: QuotedRun, _ clues: inout Clues) {
        let paragraph = prose.paragraphs[Int(prose.tokens[run.outside.lowerBound].paragraph)]
        clues.insert(.fragment, if: prose.tokens[run.inside.lowerBound].shape == .small)
        clues.insert(.opensParagraph, if: run.outside.lowerBound == paragraph.lowerBound)
        clues.insert(.wholeParagraph, if: run.outside == paragraph)
    }
}
