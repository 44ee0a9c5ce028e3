package import News

/// Why a quote has the speaker that it has: the rule, the words that it rests on, and who else came into question.
package struct QuoteExplanation: Hashable, Sendable {
    /// Nil when nobody was likely enough.
    package let rule: AttributionRule?
    /// The verb, phrase or noun that reports; nil for what is carried over.
    package let cue: TextSpan?
    /// The words that name the speaker, beside the quote or beside the one that it continues.
    package let subject: TextSpan?
    /// What a pronoun or description in `subject` takes up; nil for names, and where the text does not say.
    package let antecedent: TakenUp?
    /// The quote whose speaker is carried over, as an index in `Reading.quotes`.
    package let continues: Int?
    /// Everybody who came into question, likeliest first; the first is the speaker when there is one.
    package let candidates: [Candidate]

    package struct TakenUp: Hashable, Sendable {
        /// The name, or an earlier pronoun that stands for it.
        package let words: TextSpan
        package let link: AntecedentLink
    }

    package struct Candidate: Hashable, Sendable {
        package let subject: TextSpan
        /// The name in full; nil when the text does not say whose it is.
        package let name: String?
        package let rule: AttributionRule
        /// In hundredths; `least` and less is not enough.
        package let score: Int
        /// What spoke for and against, in plain English, with its share of the score.
        package let clues: [Weighed]
    }

    package struct Weighed: Hashable, Sendable {
        package let clue: String
        package let weight: Int
    }

    /// A candidate that scores no more is not named.
    package static let least = SpeakerCandidate.least
}

/// Explains every quote of `read(article).quotes`, in order.
package func explain(_ article: Article) -> [QuoteExplanation] {
    let analysis = Analysis(article)
    var attributor = analysis.attributor(keepsCandidates: true)
    let attributions = attributor.attribute()
    let utterances = analysis.quoteMaker(attributions).utterances()
    let explainer = Explainer(prose: analysis.prose, names: analysis.names, utterances: utterances)
    return utterances.map { explainer.explanation(attributions[$0[0]], attributor.considered[$0[0]]) }
}

private struct Explainer {
    let prose: Prose
    let names: Names
    let utterances: [[Int]]

    func explanation(_ attribution: Attribution?, _ considered: [SpeakerCandidate]) -> QuoteExplanation {
        QuoteExplanation(
            rule: attribution?.rule, cue: attribution?.cue.map { prose.span($0) },
            subject: (attribution?.subject?.words).map { prose.span($0) },
            antecedent: attribution?.antecedent.map { .init(words: prose.span($0.mention), link: $0.link) },
            continues: attribution?.continues.flatMap { run in utterances.firstIndex { $0.contains(run) } },
            candidates: ranked(considered).compactMap(candidate))
    }

    /// Likeliest first, in the order found where two are equal.
    private func ranked(_ considered: [SpeakerCandidate]) -> [SpeakerCandidate] {
        considered.enumerated().sorted {
            $0.element.score != $1.element.score ? $0.element.score > $1.element.score : $0.offset < $1.offset
        }.map(\.element)
    }

    private func candidate(_ candidate: SpeakerCandidate) -> QuoteExplanation.Candidate? {
        guard let subject = candidate.attribution.subject else { return nil }
        return QuoteExplanation.Candidate(
            subject: prose.span(subject.words), name: candidate.attribution.entity.map { names.name(of: $0) },
            rule: candidate.attribution.rule, score: candidate.score,
            clues: candidate.clues.all.map { .init(clue: $0.words, weight: $0.weight) })
    }
}
