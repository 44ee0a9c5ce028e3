import News

/// What the words beside a name say of a person: whether it acts, which office it holds, its gender.
extension ClauseReader {
    /// Whether a name stands where a subject does: a verb behind it, or a verb of saying before it.
    func isBesideVerb(_ mention: Range<Int>) -> Bool {
        var next = mention.upperBound
        while next < prose.tokens.count, next < mention.upperBound + 3, isBetweenSubjectAndVerb(next) {
            if prose.tokens[next].traits.has(.auxiliary) { return true }
            next += 1
        }
        if next < prose.tokens.count, !isQuoted[next], names.entityOf[next] < 0 {
            let token = prose.tokens[next]
            if token.isSmallWord, token.traits.has([.cue, .weakCue, .auxiliary]) || endsInEd(token) { return true }
            // "Nordic Cables bought": what else would stand there.
            if token.isSmallWord, prose.isFirstInSentence(mention.lowerBound),
                !token.traits.has([.preposition, .conjunction, .determiner, .possessive, .pronoun])
            {
                return true
            }
            // "Ana Ruiz, who", "Ana Ruiz, harbour master of Vigo, said".
            if token.kind == .comma || token.kind == .dash || token.kind == .openBracket, next + 1 < prose.tokens.count
            {
                return prose.tokens[next + 1].traits.has(.relative) || opensSentence(mention)
            }
        }
        return mention.lowerBound > 0 && isFiniteCue(mention.lowerBound - 1, after: max(0, mention.lowerBound - 3))
    }

    /// The gender of a noun for a person that ends a description ("spokeswoman"); nil when it ends in no such noun.
    func genderOfPersonNoun(endingAt end: Int, in words: Range<Int>) -> Gender? {
        for at in max(words.lowerBound, end - 3)..<end {
            guard let match = matches.roles[at], match.end == end else { continue }
            let terms = facts.phrases.terms(at: match.node).filter { $0.kind == .role }
            guard terms.contains(where: { !$0.notes.contains(.modifier) }) else { continue }
            if terms.contains(where: { $0.notes.contains(.female) }) { return .female }
            return terms.contains(where: { $0.notes.contains(.male) }) ? .male : .unknown
        }
        return nil
    }

    /// Whether a description ends in a word for kin or acquaintance: "my daughter", "a neighbour".
    func isRelation(endingAt end: Int, in words: Range<Int>) -> Bool {
        (max(words.lowerBound, end - 3)..<end).contains { at in
            guard let match = matches.roles[at], match.end == end else { return false }
            return facts.phrases.terms(at: match.node).contains { $0.kind == .role && $0.notes.contains(.relation) }
        }
    }

    /// Whether a description ends in an office, of which a story has one holder at a time: the senator, not the judge.
    func isOffice(endingAt end: Int, in words: Range<Int>) -> Bool {
        (max(words.lowerBound, end - 3)..<end).contains { at in
            guard let match = matches.roles[at], match.end == end else { return false }
            return facts.phrases.terms(at: match.node).contains { $0.kind == .role && $0.notes.contains(.office) }
        }
    }

    /// A Peruvian: one of a country's people, in the singular.
    func isDemonym(_ at: Int) -> Bool {
        guard let match = matches.names[at], match.end == at + 1, !endsInS(at) else { return false }
        return facts.phrases.terms(at: match.node).contains { $0.kind == .demonym || $0.kind == .languageOrDemonym }
    }

    /// First in its sentence, or with nothing but a role before it: "Liberal MP Marco Mendicino".
    func opensSentence(_ mention: Range<Int>) -> Bool {
        let start = prose.sentence(of: mention.lowerBound).lowerBound
        return mention.lowerBound - start <= 6
            && (start..<mention.lowerBound).allSatisfy {
                prose.tokens[$0].kind == .word
                    && !prose.tokens[$0].traits.has([.preposition, .auxiliary, .cue, .pronoun, .conjunction])
            }
    }

    /// Whether Mr, Mrs or another title of one gender stands before one of a person's names.
    func hasGenderedTitle(_ person: Int) -> Bool {
        names.entities[person].mentions.prefix(20).contains { mention in
            guard mention.lowerBound > 0, let match = matches.roles[mention.lowerBound - 1] else { return false }
            return facts.phrases.terms(at: match.node).contains {
                $0.kind == .role && $0.notes.contains(.honorific) && !$0.notes.isDisjoint(with: [.female, .male])
            }
        }
    }

    func endsAsVerb(_ at: Int) -> Bool { endsInEd(prose.tokens[at]) && names.entityOf[at] < 0 }
}
