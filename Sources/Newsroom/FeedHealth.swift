package import News
import Storage

/// How a feed does, for whoever wonders why nothing new comes.
package struct FeedHealth: Hashable, Sendable {
    /// As it calls itself, by its last answer.
    package let title: String?
    /// When it was fetched last, whatever came of it; nil when never.
    package let checked: Timestamp?
    /// When it last answered as a feed does.
    package let succeeded: Timestamp?
    /// When it last had something new.
    package let changed: Timestamp?
    /// Fetches in a row that failed, the last one included.
    package let failures: Int
    /// Why the last one failed; nil when it did not.
    package let failure: Problem?
    /// Whether its server says that it is gone for good.
    package let isGone: Bool
    /// Where it has moved for good, by its server.
    package let movedTo: String?
    /// Stories that the index has of it.
    package let stories: Int
    /// Stories a week, over the last four weeks, or since its first story when that is later; of one week at least.
    package let weekly: Double
    /// Half of its newest fifty stories are younger, in seconds; nil without stories.
    package let medianAge: Int?
    /// Bytes of its last answer, unpacked.
    package let size: Int?
    /// What was odd in its last answer that was a feed; nil when nothing was.
    package let note: String?
}

extension Newsroom {
    /// How the feeds do, by their ids; none before the first fetch. Reads the index, and makes none.
    package func feedHealth() throws(Problem) -> [String: FeedHealth] {
        guard let index = try indexToRead() else { return [:] }
        var health: [String: FeedHealth] = [:]
        let now = now().seconds
        for feed in try index.feeds() where feed.isWeb {
            let dates = try index.dates(ofFeed: feed.number)
            let newest = dates.prefix(50)
            health[feed.key] = FeedHealth(
                title: feed.title, checked: feed.checked, succeeded: feed.succeeded, changed: feed.changed,
                failures: feed.failures, failure: feed.failure, isGone: feed.isGone, movedTo: feed.movedTo,
                stories: try index.stories(ofFeeds: [feed.number]).count, weekly: weekly(dates, now),
                medianAge: newest.isEmpty ? nil : max(0, now - newest[newest.count / 2]), size: feed.size,
                note: feed.note)
        }
        return health
    }
}

private let week = 604_800

/// Stories a week.
/// - Parameter dates: of all stories, newest first.
private func weekly(_ dates: [Int], _ now: Int) -> Double {
    guard let first = dates.last else { return 0 }
    let recent = dates.count { $0 >= now - 4 * week }
    return Double(recent) / min(4, max(1, Double(now - first) / Double(week)))
}
