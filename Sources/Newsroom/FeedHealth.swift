package import News
import Storage

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
