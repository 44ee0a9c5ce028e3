extension Bookmark {
    /// What makes two bookmarks the same one: the story, and the words when a quote of it is kept.
    package struct Identity: Hashable, Sendable {
        package let id: String
        package let quote: String?

        package init(id: String, quote: String? = nil) {
            self.id = id
            self.quote = quote
        }
    }

    package var identity: Identity { Identity(id: id, quote: quote?.words) }
}
