package import News
import Storage

// What the reader asks of a story and of the feeds when somebody wants to know more.

extension Newsroom {
    /// Where a story came from; nil for one that the index does not have. Reads the index and the list of feeds.
    package func origin(of id: String) throws(Problem) -> StoryOrigin? {
        guard let number = try number(of: id), let source = try index.source(of: number),
            let moments = try index.moments(of: number)
        else { return nil }
        let key = source.body == nil ? nil : try index.feeds().first { $0.number == source.feed }?.key
        let address = try key.map { key throws(Problem) in
            try subscriptions().subscriptions.feed(id: key)?.address.shown ?? key
        }
        return StoryOrigin(id: id, feedAddress: address, seen: moments.seen, earlier: moments.earlier)
    }

    /// How the feeds do, by their ids. Reads the index: some milliseconds for every ten thousand stories.
    package func feedFigures() throws(Problem) -> [String: FeedFigures] {
        let health = try feedHealth()
        var figures: [String: FeedFigures] = [:]
        for feed in try subscriptions().subscriptions.feeds {
            figures[feed.id] = FeedFigures(
                address: feed.address.shown, interval: feed.interval, isFullText: feed.isFullText,
                health: health[feed.id])
        }
        return figures
    }

    /// Changes how a feed is fetched and shown.
    package func set(_ setting: FeedSetting, ofFeed id: String) throws(Problem) {
        try changeSubscriptions { list throws(Problem) in try list.set(id) { setting.apply(to: &$0) } }
    }

    /// Saves a query under a name, or gives a saved one another query.
    package func save(_ smart: SmartFeed) throws(Problem) {
        try changeSubscriptions { list throws(Problem) in
            if list.smartFeeds.contains(where: { $0.name == smart.name }) {
                try list.setSmartFeed(smart.name) { $0.query = smart.query }
            } else {
                try list.add(smart)
            }
        }
    }
}
