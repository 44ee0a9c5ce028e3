/// Where stories come from: a folder of articles, later a web feed.
package struct Feed: Hashable, Sendable, Identifiable {
    /// For a folder, the opened folder's name and the path below it ("Articles/World").
    package let id: String
    /// As shown in the feed list ("World").
    package let name: String

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
