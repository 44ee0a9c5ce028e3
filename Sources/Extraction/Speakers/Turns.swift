import News

/// Who speaks in the paragraphs of an interview or a transcript, where the text itself is somebody's speech.
///
/// Known by labels that come again ("Q:", "ANA RUIZ:", "((WN))", a dash), or by questions to "you" that paragraphs with "I"
/// answer. Stories of other forms have no turns.
struct Turns {
    struct Turn {
        /// The paragraph from which on its "he" and "she" are named: the question's, for an answer.
        let start: Int
        /// Who is "I", as an index in `Names.entities`; nil where the text does not say.
        var speaker: Int?
        /// Who is "you" in a question.
        var addressee: Int?
    }

    /// For each paragraph, its turn; empty in a story that has none.
    private let turns: [Turn?]
    private let prose: Prose
    private let labels: [Range<Int>]

    init(prose: Prose, names: Names, isQuoted: [Bool]) {
        self.prose = prose
        var reader = TurnReader(prose: prose, names: names, isQuoted: isQuoted)
        (turns, labels) = reader.turns()
    }

    /// Of a story that nobody reads for quotations.
    init(prose: Prose) {
        self.prose = prose
        turns = []
        labels = []
    }

    /// Nil outside turns.
    func turn(at token: Int) -> Turn? { turns.isEmpty ? nil : turns[Int(prose.tokens[token].paragraph)] }

    /// Whether a token is part of a label: it tells who speaks, and is nobody spoken of.
    func isLabel(_ token: Int) -> Bool {
        !labels.isEmpty && labels[Int(prose.tokens[token].paragraph)].contains(token)
    }

    /// Behind the label that a sentence begins with; else where it begins.
    func behindLabel(_ start: Int) -> Int {
        isLabel(start) ? labels[Int(prose.tokens[start].paragraph)].upperBound : start
    }

    /// The first token that a pronoun may take up.
    func reach(of token: Int) -> Int { turn(at: token).map { prose.paragraphs[$0.start].lowerBound } ?? 0 }

    /// Whom "I", or in a question "you", stands for.
    func person(saying pronoun: Int) -> Int? {
        guard let turn = turn(at: pronoun) else { return nil }
        switch prose.text(pronoun).lowercased() {
        case "i": return turn.speaker
        case "you": return turn.addressee
        default: return nil
        }
    }

    /// Leaves out whom speech does not quote: labels, and who a sentence is only about. "I" and "we" are quoted by a verb
    /// right beside, "you" in turns alone: elsewhere it is everybody.
    func leaveToSpeech(_ found: inout [SpeakerCandidate], at token: Int) {
        let isInTurn = turn(at: token) != nil
        found.removeAll { candidate in
            if let pronoun = speaking(candidate), !isBeside(candidate, token) || !isInTurn && isYou(pronoun) {
                return true
            }
            guard isInTurn else { return false }
            switch candidate.attribution.rule {
            case .sentenceOpening, .sentenceSubject: return true
            case .label: return false
            default: return candidate.attribution.subject.map { isLabel($0.words.lowerBound) } ?? false
            }
        }
    }

    func isSpeaking(_ candidate: SpeakerCandidate) -> Bool { speaking(candidate) != nil }

    /// The "I", "we" or "you" that a candidate is.
    private func speaking(_ candidate: SpeakerCandidate) -> Int? {
        guard let subject = candidate.attribution.subject, case .pronoun(let token) = subject.kind else { return nil }
        return prose.tokens[token].traits.has(.speaking) ? token : nil
    }

    /// "I told her, “…”"; not "As far as I can tell, Ruiz sells “…”", nor "I say if “…”".
    private func isBeside(_ candidate: SpeakerCandidate, _ open: Int) -> Bool {
        if candidate.clues.has(.cueBehind) { return true }
        guard let cue = candidate.attribution.cue, cue.upperBound <= open, open - cue.upperBound < 8,
            !candidate.clues.has(.weakCue) || turn(at: open) != nil, !candidate.clues.has(.passive),
            !candidate.clues.has(.sharedSubject) || turn(at: open) != nil
        else { return false }
        return (cue.upperBound..<open).allSatisfy { at in
            let token = prose.tokens[at]
            return token.kind == .word
                ? !token.traits.has([.clauseOpener, .auxiliary]) || prose.text(at) == "that"
                : token.kind == .possessive || at == open - 1
        }
    }

    private func isYou(_ token: Int) -> Bool { prose.text(token).lowercased() == "you" }

    /// Whether the speaker of one quotation may be carried over to another: in speech, with nobody else's words between.
    func carries(_ between: Range<Int>, isQuoted: [Bool]) -> Bool {
        guard let last = between.last, turn(at: last) != nil else { return true }
        return prose.tokens[between.lowerBound].paragraph == prose.tokens[last].paragraph
            && !between.contains {
                !isQuoted[$0] && prose.tokens[$0].traits.has(.pronoun.union(.object))
                    && !prose.tokens[$0].traits.has([.possessive, .neuter])
            }
    }
}
