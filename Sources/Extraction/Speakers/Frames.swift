import News

/// Sources that other words than a verb of saying frame: "in X's words", "is how X put it", "came the reply from X".
extension BesideQuotation {
    /// "In Ana Ruiz's words, it was “…”"
    func addWords(_ after: Range<Int>, _ before: Range<Int>, _ found: inout [SpeakerCandidate]) {
        guard prose.language.isEnglish else { return }
        for window in [after, before] {
            guard
                let words = window.first(where: {
                    prose.tokens[$0].isSmallWord && !clauses.isQuoted[$0] && prose.isWord($0, "words")
                }),
                let opening = (max(window.lowerBound, words - 8)..<words).last(where: {
                    prose.isWord($0, "in") || prose.isWord($0, "In")
                }), opening + 1 < words, let subject = possessor(opening + 1..<words)
            else { continue }
            var clues = Clues(.accordingTo, .nearest)
            clues.insert(.cueBehind, if: window == after)
            found.append(candidate(subject, opening..<words + 1, .accordingTo, clues))
        }
    }

    /// Whose something is, by the words before it.
    private func possessor(_ words: Range<Int>) -> Subject? {
        guard let last = words.last else { return nil }
        if prose.tokens[last].kind == .possessive, last > words.lowerBound {
            return clauses.head(of: words.lowerBound..<last)
        }
        let token = prose.tokens[words.lowerBound]
        guard words.count == 1, token.isSmallWord, token.traits.has(.possessive),
            ["his", "her"].contains(prose.text(last))
        else { return nil }
        return Subject(words: words, kind: .pronoun(last))
    }

    /// “…” is how X put it. “…” were the words of X. “…” came the reply from X.
    func addFrameBehind(_ start: Int, _ window: Range<Int>, _ found: inout [SpeakerCandidate]) {
        guard prose.language.isEnglish, start + 3 < window.upperBound, prose.tokens[start].isSmallWord else { return }
        if clauses.isFormOfBe(start), prose.isWord(start + 1, "how") {
            let inside = start + 2..<window.upperBound
            guard
                let cue = inside.first(where: {
                    clauses.isFiniteCue($0, after: inside.lowerBound) || prose.isWord($0, "put")
                }), let subject = clauses.subject(before: cue, from: inside.lowerBound)
            else { return }
            found.append(
                candidate(subject, cue..<cue + 1, .cueAfter, Clues(.cueBehind, .nearest, .cueEndsSentence)))
        } else if clauses.isFormOfBe(start) || prose.isWord(start, "came") {
            var noun = start + 1
            while noun < min(start + 4, window.upperBound), !isSaid(noun), prose.tokens[noun].isSmallWord { noun += 1 }
            guard noun + 2 < window.upperBound, isSaid(noun), ["of", "from"].contains(prose.text(noun + 1)),
                let subject = clauses.subject(after: noun + 1, until: window.upperBound)
            else { return }
            found.append(
                candidate(subject, noun..<noun + 1, .cueAfter, Clues(.cueBehind, .nearest, .cueEndsSentence)))
        }
    }

    private func isSaid(_ at: Int) -> Bool {
        prose.tokens[at].isSmallWord && (prose.tokens[at].traits.has(.speechNoun) || prose.isWord(at, "words"))
    }

    /// "received a text from [Ana Ruiz]: “…”"
    func author(of noun: Int, _ window: Range<Int>) -> Subject? {
        guard prose.language.isEnglish, noun + 2 < window.upperBound, prose.isWord(noun + 1, "from"),
            let subject = clauses.subject(after: noun + 1, until: window.upperBound), case .entity = subject.kind,
            window.upperBound - subject.words.upperBound < 3
        else { return nil }
        return subject
    }
}
