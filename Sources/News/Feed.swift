/// Where stories come from: a folder of articles, later a web feed.
package struct Feed: Hashable, Sendable, Identifiable {
    /// For a folder, the opened folder's name and the path below it ("Articles/World").
    package let id: String
    /// As shown in the feed list ("World").
    package let name: String

    /// Of stories whose file is gone and that only a bookmark keeps. It is listed nowhere; no folder has such an id.
    package static let kept = Feed(id: "/Bookmarks", name: "Bookmarks")

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
