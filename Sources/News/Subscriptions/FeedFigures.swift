/// How a feed does, in figures that take a while to count.
package struct FeedFigures: Hashable, Sendable {
    /// As the user may see it.
    package let address: String
    /// When it last had something new; nil when never.
    package let changed: Timestamp?
    /// Where it has moved for good, by its server.
    package let movedTo: String?
    /// Stories kept of it.
    package let stories: Int
    /// Stories a week, lately.
    package let weekly: Double
    /// Half of its newest stories are younger, in seconds; nil without stories.
    package let medianAge: Int?
    /// Bytes of its last answer, unpacked.
    package let size: Int?
    /// Minutes between two looks; nil for the usual.
    package let interval: Int?
    package let isFullText: Bool

    package init(
        address: String, changed: Timestamp? = nil, movedTo: String? = nil, stories: Int = 0, weekly: Double = 0,
        medianAge: Int? = nil, size: Int? = nil, interval: Int? = nil, isFullText: Bool = false
    ) {
        self.address = address
        self.changed = changed
        self.movedTo = movedTo
        self.stories = stories
        self.weekly = weekly
        self.medianAge = medianAge
        self.size = size
        self.interval = interval
        self.isFullText = isFullText
    }
}
