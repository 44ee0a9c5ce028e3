import Glibc
package import News
import Storage
import Synchronization

/// The stories that somebody means by the words for a feed, a folder of feeds or a smart feed.
package struct FeedChoice: Sendable {
    private let feeds: Set<String>
    /// Those of a smart feed, as the index calls them.
    private let stories: NumberSet

    fileprivate init(feeds: Set<String> = [], stories: NumberSet = NumberSet()) {
        self.feeds = feeds
        self.stories = stories
    }

    package func contains(_ headline: Headline) -> Bool {
        feeds.contains(headline.feed.id) || stories.contains(Int(headline.indexKey))
    }
}

extension Newsroom {
    /// Which of this session's stories are meant: the id of a folder of files, what `Subscriptions.reference` finds, else
    /// all feeds with these words in their names. Reads the list and the index.
    /// - Throws: when there is nothing of that name, or several things.
    package func choice(of words: String) throws(Problem) -> FeedChoice {
        let open = session.withLock { $0.feeds.values.filter { $0.id != Feed.kept.id } }
        if open.contains(where: { $0.id == words && !$0.isFetched }) { return FeedChoice(feeds: [words]) }
        let list = try subscriptions().subscriptions
        let named = open.filter { feed in
            let filter = WordFilter(words)
            return filter.matches(feed.name) || !feed.isFetched && filter.matches(feed.id)
        }
        let found = list.references(to: words, titles: try titles())
        if found.isEmpty, !named.isEmpty { return FeedChoice(feeds: Set(named.map(\.id))) }
        if found.isEmpty { throw noFeed(words, list, open) }
        switch try list.reference(to: words, titles: try titles()) {
        case .feed(let id): return FeedChoice(feeds: [id])
        case .folder(let path): return FeedChoice(feeds: Set(list.feeds(in: path).map(\.id)))
        case .smartFeed(let name):
            let query = list.smartFeeds.first { $0.name == name }?.query ?? ""
            if let error = Self.queryError(in: query) {
                throw Problem(
                    "The smart feed “\(name)” cannot be understood: \(error.summary)", remedy: error.remedy)
            }
            return FeedChoice(stories: try stories(matching: query))
        }
    }

    /// What somebody means by the name of a feed, a smart feed or a folder. Feeds without a name in the list are known by
    /// what they call themselves. Reads the index where that matters, and makes none.
    /// - Throws: when it is nothing, or several.
    package func reference(
        to words: String, in list: Subscriptions
    ) throws(Problem) -> Subscriptions.Reference {
        if !list.references(to: words).isEmpty { return try list.reference(to: words) }
        return try list.reference(to: words, titles: try titles())
    }

    /// The feeds whose stories are left out of the lists of all feeds, by their ids. Reads the list.
    package func hiddenFeeds() throws(Problem) -> Set<String> {
        Set(try subscriptions().subscriptions.feeds.filter(\.isHidden).map(\.id))
    }

    /// Where feeds are fetched from, for people, by their ids. Reads the list.
    package func feedAddresses() throws(Problem) -> [String: String] {
        let feeds = try subscriptions().subscriptions.feeds
        return Dictionary(feeds.map { ($0.id, $0.address.shown) }) { first, _ in first }
    }

    /// The stories of a feed whose address was changed go with it. Writes the index, and makes none.
    package func moveStories(ofFeed id: String, to new: String) throws(Problem) {
        guard id != new else { return }
        try indexToRead()?.moveFeed(id, to: new)
    }

    /// Takes the stories of feeds that are no longer subscribed to out of the index. Writes it, and makes none.
    package func forgetStories(ofFeeds ids: [String]) throws(Problem) {
        if ids.isEmpty { return }
        for id in ids { try indexToRead()?.removeFeed(id) }
    }

    /// What feeds call themselves, by their ids.
    private func titles() throws(Problem) -> [String: String] {
        guard let index = try indexToRead() else { return [:] }
        return Dictionary(try index.feeds().compactMap { feed in feed.title.map { (feed.key, $0) } }) { first, _ in
            first
        }
    }

    private func noFeed(_ words: String, _ list: Subscriptions, _ open: [Feed]) -> Problem {
        let known = Set(open.map { $0.isFetched ? $0.name : $0.id }).sorted()
        let isList = known.count > 8 && !list.feeds.isEmpty
        return Problem(
            "There is no feed “\(FeedAddress.withoutSignIn(words))”.",
            remedy: isList
                ? "“dateline feeds” lists them." : known.isEmpty ? "" : "There are \(known.joined(separator: ", ")).")
    }
}

extension Subscriptions {
    /// Those in a folder and in the folders in it.
    package func feeds(in folder: [String]) -> [Subscription] { feeds.filter { $0.folder.starts(with: folder) } }
}
