import News
import Storage
import Synchronization

extension Newsroom {
    /// Opens the stories of all feeds that the user is subscribed to, as the index has them, newest first: a page of them
    /// at once, then all. Nothing is fetched.
    package func openSubscriptions(_ report: (LoadReport) -> Void) {
        do {
            // Before anything is read: what comes meanwhile is another state.
            try takeVersions()
            let reading = try mendedSubscriptions(report)
            for problem in reading.problems { report(.problem(problem)) }
            let feeds = try nameFeeds(reading.subscriptions.feeds)
            report(.feeds(try listing(of: reading.subscriptions)))
            for limit in [200, nil] {
                var (table, stories) = try headlineTable(of: feeds, limit: limit)
                session.withLock { $0.insert(stories) }
                if table.count == 0 { return }
                if limit == nil { table.finish() }
                report(.table(table))
            }
        } catch {
            report(.problem(error))
        }
    }

    /// The stories of some feeds, and their numbers.
    private func headlineTable(
        of feeds: [Int: Feed], limit: Int?
    ) throws(Problem) -> (table: HeadlineTable, stories: NumberSet) {
        var stories = NumberSet()
        let table = try index.headlines(
            of: feeds,
            where: { number in
                stories.insert(number)
                return true
            }, country: { countriesByCode[$0] ?? Country(code: $0, name: $0) }, limit: limit)
        return (table, stories)
    }

    /// Makes feeds part of the session; their stories are not yet.
    private func nameFeeds(_ feeds: [Subscription]) throws(Problem) -> [Int: Feed] {
        let known = Dictionary(try index.feeds().map { ($0.key, $0) }) { first, _ in first }
        var named: [Int: Feed] = [:]
        for feed in feeds {
            let number =
                if let entered = known[feed.id]?.number { entered } else {
                    try index.number(ofFeed: feed.id, isWeb: true)
                }
            named[number] = Feed(id: feed.id, name: feed.shownName(titled: known[feed.id]?.title))
        }
        session.withLock { session in for (number, feed) in named { session.name(feed, number) } }
        return named
    }

    /// Makes feeds and their stories part of the session.
    func enter(_ feeds: [Subscription]) throws(Problem) {
        let stories = try index.stories(ofFeeds: try nameFeeds(feeds).keys)
        session.withLock { $0.insert(stories) }
    }
}
