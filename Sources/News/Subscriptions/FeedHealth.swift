/// How a feed does, for whoever wonders why nothing new comes.
package struct FeedHealth: Hashable, Sendable {
    /// As it calls itself, by its last answer.
    package let title: String?
    /// When it was fetched last, whatever came of it; nil when never.
    package let checked: Timestamp?
    /// When it last answered as a feed does.
    package let succeeded: Timestamp?
    /// When it last had something new.
    package let changed: Timestamp?
    /// Fetches in a row that failed, the last one included.
    package let failures: Int
    /// Why the last one failed; nil when it did not.
    package let failure: Problem?
    /// Whether its server says that it is gone for good.
    package let isGone: Bool
    /// Where it has moved for good, by its server.
    package let movedTo: String?
    /// Stories that the index has of it.
    package let stories: Int
    /// Stories a week, over the last four weeks, or since its first story when that is later; of one week at least.
    package let weekly: Double
    /// Half of its newest fifty stories are younger, in seconds; nil without stories.
    package let medianAge: Int?
    /// Bytes of its last answer, unpacked.
    package let size: Int?
    /// What was odd in its last answer that was a feed; nil when nothing was.
    package let note: String?

    package init(
        title: String? = nil, checked: Timestamp? = nil, succeeded: Timestamp? = nil, changed: Timestamp? = nil,
        failures: Int = 0, failure: Problem? = nil, isGone: Bool = false, movedTo: String? = nil, stories: Int = 0,
        weekly: Double = 0, medianAge: Int? = nil, size: Int? = nil, note: String? = nil
    ) {
        self.title = title
        self.checked = checked
        self.succeeded = succeeded
        self.changed = changed
        self.failures = failures
        self.failure = failure
        self.isGone = isGone
        self.movedTo = movedTo
        self.stories = stories
        self.weekly = weekly
        self.medianAge = medianAge
        self.size = size
        self.note = note
    }
}
