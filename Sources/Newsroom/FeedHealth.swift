import Glibc
package import News
import Storage

/// How a feed does, for whoever wonders why nothing new comes.
package struct FeedHealth: Hashable, Sendable {
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
    /// Stories a week, over the last four.
    package let weekly: Double
    /// Half of its newest fifty stories are younger, in seconds; nil without stories.
    package let medianAge: Int?
    /// Bytes of its last answer, unpacked.
    package let size: Int?
}

extension Newsroom {
    /// How the feeds do, by their ids; none before the first fetch. Reads the index, and makes none.
    package func feedHealth() throws(Problem) -> [String: FeedHealth] {
        guard let file = data?.indexFile, access(file, F_OK) == 0 else { return [:] }
        var health: [String: FeedHealth] = [:]
        let now = now().seconds
        for feed in try index.feeds() where feed.isWeb {
            let dates = try index.dates(ofFeed: feed.number)
            let recent = dates.count { $0 >= now - 28 * 86_400 }
            let newest = dates.prefix(50)
            health[feed.key] = FeedHealth(
                checked: feed.checked, succeeded: feed.succeeded, changed: feed.changed, failures: feed.failures,
                failure: feed.failure, isGone: feed.isGone, movedTo: feed.movedTo, stories: dates.count,
                weekly: Double(recent) / 4,
                medianAge: newest.isEmpty ? nil : max(0, now - newest[newest.count / 2]), size: feed.size)
        }
        return health
    }
}
