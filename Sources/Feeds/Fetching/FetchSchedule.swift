/// When a feed is asked again. Pure; whoever keeps the times asks.
package struct FetchSchedule: Hashable, Sendable {
    /// Seconds between two fetches when neither the user nor the server says otherwise.
    package static let usualInterval = 3_600
    private static let day = 86_400

    /// The user's for this feed, in seconds; nil is the usual one, or longer where the server says that nothing new will
    /// come sooner.
    package let interval: Int?

    package init(interval: Int?) { self.interval = interval.map { max($0, 60) } }

    /// - Parameter failures: in a row, with this one: each doubles the time, up to a day.
    /// - Returns: seconds to wait from now on; nil for ever, because it is gone.
    package func wait(after outcome: FetchOutcome, failures: Int) -> Int? {
        let own = interval ?? Self.usualInterval
        switch outcome {
        case .new(let fetched): return wait(own, fetched.facts)
        case .unchanged(let facts): return wait(own, facts)
        case .cancelled: return 0
        case .failed(let failure):
            if failure.isGone { return nil }
            let doubled = own << min(max(failures - 1, 0), 16)
            return max(own, min(doubled, Self.day), failure.retryAfter ?? 0)
        }
    }

    private func wait(_ own: Int, _ facts: AnswerFacts) -> Int {
        interval ?? max(own, min(facts.freshFor ?? 0, Self.day))
    }
}
