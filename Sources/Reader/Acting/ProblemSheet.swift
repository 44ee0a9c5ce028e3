import News
import Screen

/// What `!` shows: what failed, and below it how every feed does. Broken into lines once, not for every key: there may be
/// a thousand feeds.
struct ProblemSheet: Sendable {
    struct Line: Hashable, Sendable {
        let words: String
        /// At the right edge.
        var end = ""
        let role: Role
    }

    /// Of what the lines are made.
    private struct Source: Hashable {
        let columns: Int
        let problems: [ToldProblem]
        let entries: [FeedListing.Entry]
        let figures: [String: FeedFigures]
        let clock: Clock?
    }

    /// The first line shown.
    var top = 0
    private(set) var lines: [Line] = []
    private(set) var title = ""
    private var source: Source?

    /// Makes the lines anew where anything changed.
    mutating func fit(_ state: AppState) {
        let columns = OverlayRegion.columns(on: state.size) - 2
        let source = Source(
            columns: columns, problems: state.problems, entries: state.library.listing.entries,
            figures: state.feedFigures, clock: state.clock)
        guard source != self.source else { return }
        self.source = source
        let problems = state.allProblems
        title = problems.isEmpty ? Texts.feeds : Texts.counted(problems.count, .problem)
        lines = problems.enumerated().flatMap { number, told in
            (number == 0 ? [] : [Line(words: "", role: .overlay)]) + Self.lines(of: told, columns: columns)
        }
        let feeds = state.library.listing.feeds
        if feeds.isEmpty { return }
        if !problems.isEmpty {
            lines += [Line(words: "", role: .overlay), Line(words: Texts.feeds, role: .overlayTitle)]
        }
        for feed in feeds { lines += Self.lines(of: feed, state, columns: columns) }
    }

    /// What failed, what to do about it and the cause.
    private static func lines(of told: ToldProblem, columns: Int) -> [Line] {
        let problem = told.problem
        let time = told.time.map { $0 + "  " } ?? ""
        let parts = [
            (time + problem.summary, Role.overlay), (problem.remedy, .overlayDim), (problem.detail, .overlayDim),
        ]
        return parts.filter { !$0.0.isEmpty }.flatMap { part, role in
            Reader.lines(of: part, width: columns, atMost: 6).map { Line(words: $0, role: role) }
        }
    }

    /// The name with the age of its last answer, and what else there is to know.
    private static func lines(of feed: ListedFeed, _ state: AppState, columns: Int) -> [Line] {
        let age = feed.lastSucceeded.map { state.clock?.age(of: $0) ?? $0.shortDay } ?? Texts.never
        let name = elided(feed.name, to: columns - Screen.columns(of: age) - 2)
        return [Line(words: name, end: age, role: .overlay)]
            + Reader.lines(of: health(of: feed, state).joined(separator: " · "), width: columns - 2, atMost: 3)
            .map { Line(words: "  " + $0, role: .overlayDim) }
    }

    /// "3.5 a week", "half younger than 2 d", "34 stories", "120 kB"; before them why it failed.
    private static func health(of feed: ListedFeed, _ state: AppState) -> [String] {
        let failure = feed.failure.map { Texts.failed(feed.failures, $0.summary) }
        let gone = feed.isGone ? Texts.goneForGood : nil
        let stories = state.library.tally(of: feed.feed).stories
        let facts = [failure, gone, Texts.counted(stories, .story)].compactMap { $0 }
        guard let health = state.feedFigures[feed.id]?.health else { return facts }
        return facts + (health.stories == 0 ? [] : health.rhythm)
            + [health.size.map { Texts.bytes($0) }].compactMap { $0 }
    }
}

extension AppState {
    /// The same in sentences, a feed each.
    var feedHealthSentences: [String] {
        library.listing.feeds.map { feed in
            let last = feed.lastSucceeded.map { Texts.lastAnswered($0.shortDay) } ?? Texts.neverAnswered
            let failure = feed.failure.map { Texts.failed(feed.failures, $0.summary) }
            let rhythm = feedFigures[feed.id]?.health?.rhythm ?? []
            return "\(feed.name): " + ([last] + [failure].compactMap { $0 } + rhythm).joined(separator: "; ") + "."
        }
    }
}
