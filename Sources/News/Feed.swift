/// Where stories come from: a folder of articles, or a web feed.
package struct Feed: Hashable, Sendable, Identifiable {
    /// For a folder, the opened folder's name and the path below it ("Articles/World"); for a web feed, the key of its
    /// address, which begins with "https://".
    package let id: String
    /// As shown in the feed list ("World").
    package let name: String

    /// Of stories whose file is gone and that only a bookmark keeps. It is listed nowhere; no folder has such an id.
    package static let kept = Feed(id: "/Bookmarks", name: "Bookmarks")

    /// Whether its stories come over the network.
    package var isFetched: Bool { id.hasPrefix("https://") }

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
