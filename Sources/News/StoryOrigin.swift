/// Where a story came from, and when.
package struct StoryOrigin: Hashable, Sendable {
    /// The story's id.
    package let id: String
    /// Of its feed, as the user may see it; nil for a file.
    package let feedAddress: String?
    /// When it was read as it is now.
    package let seen: Timestamp
    /// When each older version that is kept was read, oldest first.
    package let earlier: [Timestamp]

    package init(id: String, feedAddress: String?, seen: Timestamp, earlier: [Timestamp]) {
        self.id = id
        self.feedAddress = feedAddress
        self.seen = seen
        self.earlier = earlier
    }
}
