/// A condition that can be asked of a story as it is: dates are moments, and it is known who has to say what.
package enum StoryTest: Hashable, Sendable {
    /// The words stand there; for `says`, in anybody's quote.
    case words(SoughtPlace, SoughtWords)
    /// The words stand in a quote of a speaker whom one of these names; there is at least one.
    case said(SoughtWords, by: [SoughtWords])
    case about(Territory)
    /// The story names it, whether or not it is about it.
    case mentions(Territory)
    /// A code of ISO 639 in small letters.
    case language(String)
    case state(StoryState)
    /// Published at `from` or later and before `before`; nil is no limit. Stories without a date do not pass.
    case published(from: Timestamp?, before: Timestamp?)
    /// Words in the body.
    case length(ClosedRange<Int>)

    /// Whether a headline does not tell and the index has to be asked.
    package var needsIndex: Bool {
        switch self {
        case .words(let place, _):
            switch place {
            case .title, .feed, .tag, .source: false
            case .text, .speaker, .says, .name, .byline, .link: true
            }
        case .said, .language, .state(.quoted): true
        case .about, .mentions, .state(.read), .state(.bookmarked), .published, .length: false
        }
    }

    /// Whether a headline passes; nil when it does not tell, or when only words decide, which `News` does not compare.
    package func isPassed(by headline: Headline) -> Bool? {
        switch self {
        case .words, .said, .language, .state(.quoted): nil
        case .about(let territory): headline.countries.contains(where: territory.includes)
        case .mentions(let territory):
            headline.countries.contains(where: territory.includes)
                || headline.mentioned.contains(where: territory.includes)
        case .state(.read): headline.isRead
        case .state(.bookmarked): headline.isBookmarked
        case .published(let from, let before):
            headline.published.map { from ?? $0 <= $0 && $0 < before ?? Timestamp(seconds: .max) } ?? false
        case .length(let range): range.contains(headline.wordCount)
        }
    }
}
