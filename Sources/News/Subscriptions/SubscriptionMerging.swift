extension Subscriptions {
    /// What came of an import.
    package struct Merged: Hashable, Sendable {
        package var added: [Subscription] = []
        package var addedSmartFeeds: [SmartFeed] = []
        /// Those that are subscribed to already; they stay as they are.
        package var known: [Subscription] = []
        package var knownSmartFeeds: [SmartFeed] = []
        /// Those whose way to a password was not taken over.
        package var withoutSignIn: [Subscription] = []

        package init() {}
    }

    /// Adds what another list has and this one has not, in its order.
    /// - Parameters:
    ///   - folder: that all of it is put into.
    ///   - trustsSignIns: whether its commands and files for passwords are taken over. A list from somebody else could
    ///     run a command here, or have a file sent to their server.
    package mutating func merge(
        _ list: Subscriptions, into folder: [String] = [], trustsSignIns: Bool = false
    ) -> Merged {
        var merged = Merged()
        let top = Array(folder.compactMap(oneLine).prefix(Self.deepestFolder))
        var ids = Set(feeds.map(\.id))
        for var feed in list.feeds.lazy.map(\.tidied) {
            feed.folder = Array((top + feed.folder).prefix(Self.deepestFolder))
            guard ids.insert(feed.id).inserted else {
                merged.known.append(feed)
                continue
            }
            if feed.signIn != nil, !trustsSignIns {
                feed.signIn = nil
                merged.withoutSignIn.append(feed)
            }
            append(feed)
            merged.added.append(feed)
        }
        var names = Set(smartFeeds.map(\.name))
        for var smart in list.smartFeeds {
            smart.folder = Array((top + smart.folder).prefix(Self.deepestFolder))
            if names.insert(smart.name).inserted {
                append(smart)
                merged.addedSmartFeeds.append(smart)
            } else {
                merged.knownSmartFeeds.append(smart)
            }
        }
        return merged
    }
}
