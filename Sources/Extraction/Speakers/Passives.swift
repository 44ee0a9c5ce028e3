import News

/// Of whom something is said, and who says it: "X was described by Y as “…”".
extension BesideQuotation {
    /// Who does a passive verb: "was asked by [host Ana Ruiz]", "a plan described by [Ana Ruiz] as".
    func agent(of cue: Int, _ window: Range<Int>) -> Subject? {
        var by = clauses.cue(at: cue).upperBound
        if by - 1 > cue, prose.text(cue + 1) != "by" { by = cue + 1 }
        guard by + 1 < window.upperBound, prose.tokens[by].isSmallWord, prose.text(by) == "by",
            names.entityOf[by + 1] >= 0 || !clauses.isGerund(by + 1),
            let subject = clauses.subject(after: by, until: window.upperBound)
        else { return nil }
        if clauses.isPassive(cue, after: window.lowerBound) { return subject }
        // Without "was", only somebody named: not "said by Friday", "replied by e-mail".
        guard case .entity(let entity) = subject.kind, names.entities[entity].kind != .place else { return nil }
        return clauses.endsInEd(prose.tokens[cue]) ? subject : nil
    }

    /// Whether a cue's own subject is one of whom something is said: "was told", but not "was quoted as saying".
    func hasPassiveSubject(_ cue: Int, after lower: Int) -> Bool {
        clauses.isPassive(cue, after: lower) && !clauses.isQuotedAsSaying(cue)
    }

    /// "X was jailed for “…”": words of which X is no source. "X was relieved: “…”" may lead to X's.
    func isActedUpon(_ subject: Subject, _ window: Range<Int>) -> Bool {
        var at = subject.words.upperBound
        var isPassive = false
        while at < window.upperBound, clauses.isBetweenSubjectAndVerb(at), !clauses.isQuoted[at] {
            if clauses.isFormOfBe(at) { isPassive = true }
            at += 1
        }
        guard isPassive, at < window.upperBound, !clauses.isQuoted[at], !clauses.isGerund(at) else { return false }
        let isCue = prose.tokens[at].traits.has([.cue, .weakCue])
        guard isCue || clauses.endsInEd(prose.tokens[at]) else { return false }
        let leadsOn = window.last.map { prose.tokens[$0].kind == .colon } ?? false
        return !clauses.isQuotedAsSaying(at) && (!leadsOn || prose.tokens[at].traits.has([.addressing, .cue]))
    }

    /// "faces a charge of", "received threats that": something said to the subject, not by it.
    func isReceived(_ noun: Int, _ window: Range<Int>) -> Bool {
        (max(window.lowerBound, noun - 5)..<noun).contains {
            prose.tokens[$0].isSmallWord && prose.tokens[$0].traits.has(.receiving)
        }
    }
}

extension ClauseReader {
    func isFormOfBe(_ at: Int) -> Bool {
        prose.tokens[at].isSmallWord
            && ["was", "were", "been", "is", "are", "be", "being", "wasn't", "weren't", "isn't", "aren't"].contains(
                prose.text(at))
    }

    /// "was quoted [by the paper] as saying", "can be heard saying".
    func isQuotedAsSaying(_ cue: Int) -> Bool {
        let limit = max(cue + 1, prose.tokens.count - 1)
        if cue + 1 < limit, prose.text(cue + 1) == "saying" { return true }
        return asSaying(cue + 1..<min(cue + 12, limit)) != nil
    }

    /// Where "as saying" stands in a stretch.
    func asSaying(_ range: Range<Int>) -> Int? {
        range.first { prose.tokens[$0].isSmallWord && prose.text($0) == "as" && prose.text($0 + 1) == "saying" }
    }
}
