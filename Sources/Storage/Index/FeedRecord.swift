package import News

/// What the index knows of a feed: a folder, or an address that is fetched.
package struct FeedRecord: Hashable, Sendable {
    /// Its number in the index.
    package let number: Int
    /// A folder's path, or the address.
    package let key: String
    package let isWeb: Bool
    /// As the feed calls itself.
    package let title: String?
    /// The address of its site.
    package let site: String?
    package let validators: Validators
    /// When it was fetched last, whatever came of it; nil when never.
    package let checked: Timestamp?
    package let succeeded: Timestamp?
    /// When it had something new last.
    package let changed: Timestamp?
    /// When it is next its turn; nil before its first fetch, and when it is gone.
    package let notBefore: Timestamp?
    /// The server, which failed, asked to be left alone until then; nil when it said no such thing.
    package let retryAfter: Timestamp?
    /// Fetches in a row that failed, the last one included.
    package let failures: Int
    /// Why the last fetch failed; nil when it did not.
    package let failure: Problem?
    /// Whether the server said that it is gone for good.
    package let isGone: Bool
    /// Where it has moved for good.
    package let movedTo: String?
    /// Bytes of the last answer, unpacked.
    package let size: Int?
    /// What was odd in the last answer that was a feed; nil when nothing was.
    package let note: String?

    /// What a server gave so that it can say "unchanged" the next time.
    package struct Validators: Hashable, Sendable {
        package let etag: String?
        package let lastModified: String?

        package init(etag: String? = nil, lastModified: String? = nil) {
            self.etag = etag
            self.lastModified = lastModified
        }
    }
}

/// What became of one fetch.
package struct FetchRecord: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        /// The feed came, with these numbers of stories new and edited.
        case new(Content)
        case unchanged
        /// - retryAfter: when the server may be asked again, if it said so.
        case failed(Problem, isGone: Bool, retryAfter: Timestamp? = nil)
    }

    /// What a feed said of itself.
    package struct Content: Hashable, Sendable {
        package let title: String?
        package let site: String?
        package let validators: FeedRecord.Validators
        package let size: Int
        /// What is odd in it, for who wonders why stories are missing.
        package let note: String?

        package init(
            title: String?, site: String?, validators: FeedRecord.Validators, size: Int, note: String? = nil
        ) {
            self.note = note
            self.title = title
            self.site = site
            self.validators = validators
            self.size = size
        }
    }

    package let at: Timestamp
    package let outcome: Outcome
    package let notBefore: Timestamp?
    package let movedTo: String?
    package let milliseconds: Int

    package init(
        at: Timestamp, outcome: Outcome, notBefore: Timestamp? = nil, movedTo: String? = nil, milliseconds: Int = 0
    ) {
        self.at = at
        self.outcome = outcome
        self.notBefore = notBefore
        self.movedTo = movedTo
        self.milliseconds = milliseconds
    }
}
