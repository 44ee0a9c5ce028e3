package import News
import Storage
import Synchronization

extension Newsroom {
    /// What the user is subscribed to, and how its feeds do. Reads their file and the index.
    package func feedListing() throws(Problem) -> FeedListing { try listing(of: subscriptions().subscriptions) }

    func listing(of subscriptions: Subscriptions) throws(Problem) -> FeedListing {
        let records = Dictionary(try index.feeds().map { ($0.key, $0) }) { first, _ in first }
        let listing = subscriptions.listing { ListedFeed($0, records[$0.id]) }
        session.withLock { session in
            for feed in listing.feeds {
                if let number = records[feed.id]?.number { session.name(feed.feed, number) }
            }
        }
        return listing
    }

    /// Takes a feed, a smart feed or a folder of feeds out of the list, and its stories out of the index. Bookmarked ones
    /// stay, as they were kept.
    package func leave(
        _ reference: Subscriptions.Reference, _ report: @escaping @Sendable (LoadReport) -> Void
    ) throws(Problem) {
        let feeds = Set(try unsubscribe(reference).map(\.id))
        for record in try index.feeds() where feeds.contains(record.key) {
            let numbers = try index.stories(ofFeeds: [record.number]).numbers
            let names = try index.names(of: numbers)
            try index.removeFeed(record.key)
            session.withLock { $0.remove(numbers) }
            recent.forget(names)
            report(.removed(names))
        }
        report(.feeds(try feedListing()))
        if !feeds.isEmpty { try loadMissing(report) }
    }
}

extension ListedFeed {
    fileprivate init(_ feed: Subscription, _ record: FeedRecord?) {
        self.init(
            id: feed.id, name: feed.shownName(titled: record?.title), folder: feed.folder, tags: feed.tags,
            isHidden: feed.isHidden, failure: record?.failure, failures: record?.failures ?? 0,
            isGone: record?.isGone ?? false, lastChecked: record?.checked, lastSucceeded: record?.succeeded)
    }
}
