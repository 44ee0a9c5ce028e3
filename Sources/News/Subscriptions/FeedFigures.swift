/// What the user wants of a feed, and how it does: what takes a while to count.
package struct FeedFigures: Hashable, Sendable {
    /// As the user may see it.
    package let address: String
    /// Minutes between two looks; nil for the usual.
    package let interval: Int?
    package let isFullText: Bool
    /// Nil before the first fetch.
    package let health: FeedHealth?

    package init(address: String, interval: Int? = nil, isFullText: Bool = false, health: FeedHealth?) {
        self.address = address
        self.interval = interval
        self.isFullText = isFullText
        self.health = health
    }
}
