import Extraction
package import News

/// A story, and why each of its quotes has the speaker that it has.
package struct ExplainedStory: Sendable {
    package let reading: Reading
    /// One for each of `reading.quotes`.
    package let reasons: [SpeakerReasons]

    init(_ article: Article) {
        reading = read(article)
        reasons = explain(article).map { SpeakerReasons($0) }
    }
}

/// Why a quote has its speaker, in plain English: what extraction tells of it, for those who do not import extraction.
package struct SpeakerReasons: Sendable {
    /// Nil when nobody was likely enough.
    package let rule: String?
    /// The words that report; nil when the speaker is carried over.
    package let cue: TextSpan?
    /// The words that name the speaker, beside the quote or beside the one that it continues.
    package let subject: TextSpan?
    /// What a pronoun or description in `subject` takes up, and how that was found.
    package let antecedent: (words: TextSpan, link: String)?
    /// The quote whose speaker is carried over, as an index in `Reading.quotes`.
    package let continues: Int?
    /// Likeliest first.
    package let candidates: [Candidate]

    package struct Candidate: Sendable {
        package let subject: TextSpan
        /// In full; nil when the text does not say whose it is.
        package let name: String?
        package let rule: String
        package let score: Int
        /// What spoke for and against, each with its part of the score.
        package let clues: [(words: String, weight: Int)]
    }

    /// A candidate that scores no more is not named.
    package static let least = QuoteExplanation.least

    init(_ explanation: QuoteExplanation) {
        rule = explanation.rule?.rawValue
        cue = explanation.cue
        subject = explanation.subject
        antecedent = explanation.antecedent.map { ($0.words, $0.link.rawValue) }
        continues = explanation.continues
        candidates = explanation.candidates.map { candidate in
            Candidate(
                subject: candidate.subject, name: candidate.name, rule: candidate.rule.rawValue,
                score: candidate.score, clues: candidate.clues.map { ($0.clue, $0.weight) })
        }
    }
}
