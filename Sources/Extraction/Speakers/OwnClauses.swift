import News

/// Whom grammar forbids, however near they stand: others than the source of a sentence, and the subjects of clauses
/// that the quotation is no part of.
extension BesideQuotation {
    /// "According to prosecutors, Ana Ruiz took “…”": the source's words, not hers whom the sentence is about.
    func leaveToSource(_ found: inout [SpeakerCandidate]) {
        guard found.contains(where: { $0.attribution.rule == .accordingTo }) else { return }
        found.removeAll {
            switch $0.attribution.rule {
            case .sentenceOpening, .sentenceSubject: true
            case .cueBefore, .reportedSentence: $0.clues.has(.weakCue)
            default: false
            }
        }
    }
}
