/// A feed that the user is subscribed to, as a list shows it: what they said of it, and how fetching it goes.
package struct ListedFeed: Hashable, Sendable, Identifiable {
    /// The subscription's, and the one of `Feed`.
    package let id: String
    package let name: String
    /// The names of the folders it is in, outermost first.
    package let folder: [String]
    package let tags: [String]
    /// Whether its stories are left out of the lists of all feeds.
    package let isHidden: Bool
    /// Why the last fetch failed; nil when it did not.
    package let failure: Problem?
    /// Fetches in a row that failed, the last one included.
    package let failures: Int
    /// When it last answered as a feed does; nil when never.
    package let lastSucceeded: Timestamp?
    /// Whether its server says that it is gone for good.
    package let isGone: Bool
    /// When it was fetched last, whatever came of it; nil when never.
    package let lastChecked: Timestamp?

    package init(
        id: String, name: String, folder: [String] = [], tags: [String] = [], isHidden: Bool = false,
        failure: Problem? = nil, failures: Int = 0, isGone: Bool = false, lastChecked: Timestamp? = nil,
        lastSucceeded: Timestamp? = nil
    ) {
        self.id = id
        self.name = name
        self.folder = folder
        self.tags = tags
        self.isHidden = isHidden
        self.failure = failure
        self.failures = failures
        self.lastSucceeded = lastSucceeded
        self.isGone = isGone
        self.lastChecked = lastChecked
    }

    package var feed: Feed { Feed(id: id, name: name) }
}

/// All that the user is subscribed to, in their order: what is in a folder stands behind it.
package struct FeedListing: Hashable, Sendable {
    package enum Entry: Hashable, Sendable {
        /// The whole path.
        case folder([String])
        case feed(ListedFeed)
        case smart(SmartFeed)

        /// The folder that it is in.
        package var folder: [String] {
            switch self {
            case .folder(let path): path.dropLast()
            case .feed(let feed): feed.folder
            case .smart(let smart): smart.folder
            }
        }
    }

    package let entries: [Entry]
    private let places: [String: Int]

    package init(_ entries: [Entry] = []) {
        self.entries = entries
        var places: [String: Int] = [:]
        for (place, entry) in entries.enumerated() {
            if case .feed(let feed) = entry { places[feed.id] = place }
        }
        self.places = places
    }

    package var isEmpty: Bool { entries.isEmpty }

    package var feeds: [ListedFeed] {
        entries.compactMap { if case .feed(let feed) = $0 { feed } else { nil } }
    }

    package var smartFeeds: [SmartFeed] {
        entries.compactMap { if case .smart(let smart) = $0 { smart } else { nil } }
    }

    /// The paths of all folders.
    package var folders: [[String]] {
        entries.compactMap { if case .folder(let path) = $0 { path } else { nil } }
    }

    /// - Returns: nil for a feed that nobody is subscribed to.
    package func feed(id: String) -> ListedFeed? {
        guard let place = places[id], case .feed(let feed) = entries[place] else { return nil }
        return feed
    }
}

extension Subscriptions {
    /// The list of them.
    /// - Parameter listed: what is shown of a feed.
    package func listing(_ listed: (Subscription) -> ListedFeed) -> FeedListing {
        let feeds = Dictionary(feeds.map { ($0.id, $0) }) { first, _ in first }
        let smartFeeds = Dictionary(smartFeeds.map { ($0.name, $0) }) { first, _ in first }
        var within: [[String]: [FeedListing.Entry]] = [:]
        var known: Set<Reference> = []
        body.walk { entry, folder in
            switch entry.content {
            case .feed(let feed):
                guard known.insert(.feed(feed.id)).inserted, let feed = feeds[feed.id] else { return }
                within[folder, default: []].append(.feed(listed(feed)))
            case .smartFeed(let smart):
                guard known.insert(.smartFeed(smart.name)).inserted, let smart = smartFeeds[smart.name] else { return }
                within[folder, default: []].append(.smart(smart))
            case .folder(let name?):
                guard known.insert(.folder(folder + [name])).inserted else { return }
                within[folder, default: []].append(.folder(folder + [name]))
            case .folder(nil), .other: return
            }
        }
        // A file may have a folder in two parts: what is in both stands together.
        func entries(in folder: [String]) -> [FeedListing.Entry] {
            (within[folder] ?? []).flatMap { entry in
                if case .folder(let path) = entry { [entry] + entries(in: path) } else { [entry] }
            }
        }
        return FeedListing(entries(in: []))
    }
}
