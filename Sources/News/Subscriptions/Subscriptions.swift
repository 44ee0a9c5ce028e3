/// All that the user is subscribed to, in their order, in folders; and how the file of it stands, so that a change leaves
/// everything else as it is, comments and what other programs wrote included.
///
/// Pure: the reader and the commands change it by the same functions and differ only in who writes it down.
package struct Subscriptions: Hashable, Sendable {
    /// What the file has before its list and behind it; nil for a new one.
    package var frame: Frame?
    /// The list itself.
    package var body: SubscriptionEntry

    package struct Frame: Hashable, Sendable {
        package let before: String
        package let after: String

        package init(before: String, after: String) {
            self.before = before
            self.after = after
        }
    }

    package init() { self.init(frame: nil, body: SubscriptionEntry(.folder(nil))) }

    package init(frame: Frame?, body: SubscriptionEntry) {
        self.frame = frame
        self.body = body
    }

    /// Every feed once. One that is listed in several folders is in the first, and has the names of the others as tags:
    /// so programs with tags write their lists.
    package var feeds: [Subscription] {
        var feeds: [Subscription] = []
        var places: [String: Int] = [:]
        body.walk { entry, folder in
            guard case .feed(var feed) = entry.content else { return }
            feed.folder = folder
            if let place = places[feed.id] {
                feeds[place].take(over: feed)
            } else {
                places[feed.id] = feeds.count
                feeds.append(feed)
            }
        }
        return feeds
    }

    /// Every smart feed, of each name the first.
    package var smartFeeds: [SmartFeed] {
        var smartFeeds: [SmartFeed] = []
        var names: Set<String> = []
        body.walk { entry, folder in
            guard case .smartFeed(var smart) = entry.content, names.insert(smart.name).inserted else { return }
            smart.folder = folder
            smartFeeds.append(smart)
        }
        return smartFeeds
    }

    /// The path of every folder, in order, those with nothing in them too.
    package var folders: [[String]] {
        var folders: [[String]] = []
        var known: Set<[String]> = []
        body.walk { entry, folder in
            guard case .folder(let name?) = entry.content, known.insert(folder + [name]).inserted else { return }
            folders.append(folder + [name])
        }
        return folders
    }

    /// - Parameter id: the key of an address.
    package func feed(id: String) -> Subscription? { feeds.first { $0.id == id } }
}

extension Subscription {
    /// Takes what a second listing of the same feed says beside the first.
    fileprivate mutating func take(over copy: Subscription) {
        for tag in copy.tags + copy.folder.suffix(1) where !tags.contains(tag) && folder.last != tag {
            tags.append(tag)
        }
        name = name ?? copy.name
        title = title ?? copy.title
        site = site ?? copy.site
        interval = interval ?? copy.interval
        isFullText = isFullText || copy.isFullText
        isHidden = isHidden || copy.isHidden
        signIn = signIn ?? copy.signIn
        for other in copy.others where !others.contains(where: { $0.name == other.name }) { others.append(other) }
    }
}

extension Subscriptions {
    /// Puts a feed that is not there yet at the end of its folder, as lists in a file have them.
    package mutating func append(_ feed: Subscription) {
        body.insert(SubscriptionEntry(.feed(feed.tidied)), in: feed.folder[...])
    }

    /// The same with a smart feed.
    package mutating func append(_ smart: SmartFeed) {
        body.insert(SubscriptionEntry(.smartFeed(smart)), in: smart.folder[...])
    }
}
