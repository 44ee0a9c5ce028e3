/// A saved filter that is listed like a feed.
package struct SmartFeed: Hashable, Sendable {
    package var name: String
    /// In the query language, as the user wrote it.
    package var query: String
    /// The names of the folders it is in, outermost first.
    package var folder: [String]

    package init(name: String, query: String, folder: [String] = []) {
        self.name = name
        self.query = query
        self.folder = folder
    }
}
