import News
import Storage
import Synchronization

extension Newsroom {
    /// Opens the stories of all feeds that the user is subscribed to, as the index has them, newest first: a page of them
    /// at once, then all. Nothing is fetched.
    package func openSubscriptions(_ report: (LoadReport) -> Void) {
        do {
            let reading = try subscriptions()
            for problem in reading.problems { report(.problem(problem)) }
            try enter(reading.subscriptions.feeds)
            for limit in [200, nil] {
                var table = try headlineTable(limit: limit)
                if table.count == 0 { return }
                if limit == nil { table.finish() }
                report(.table(table))
            }
        } catch {
            report(.problem(error))
        }
    }

    /// The stories of all feeds and files of this session.
    private func headlineTable(limit: Int?) throws(Problem) -> HeadlineTable {
        let session = session.withLock { $0 }
        return try index.headlines(
            of: session.feeds, where: session.members.contains,
            country: { countriesByCode[$0] ?? Country(code: $0, name: $0) }, limit: limit)
    }

    /// Makes feeds and their stories part of the session.
    func enter(_ feeds: [Subscription]) throws(Problem) {
        let known = Dictionary(try index.feeds().map { ($0.key, $0.number) }) { first, _ in first }
        for feed in feeds {
            let number =
                if let entered = known[feed.id] { entered } else { try index.number(ofFeed: feed.id, isWeb: true) }
            let stories = try index.numbers(ofFeed: number)
            session.withLock { session in
                session.name(Feed(id: feed.id, name: feed.shownName), number)
                stories.forEach { session.insert($0) }
            }
        }
    }
}
