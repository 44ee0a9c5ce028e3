package import News

/// What a feed said, whatever its format: nothing is added, made up or checked but what its fields' comments say.
package struct ParsedFeed: Hashable, Sendable {
    /// One line, without markup; nil when missing or blank. So are all other texts of a feed and its entries but the marked ones.
    package var title: String?
    package var subtitle: String?
    /// The address of the site that the feed is of, absolute where anything says what to.
    package var link: String?
    package var id: String?
    /// As written: "en-GB".
    package var language: String?
    /// Names alone, several joined by ", ".
    package var author: String?
    package var published: Timestamp?
    package var updated: Timestamp?
    /// How long the feed asks to be left alone between two visits, in minutes, at least 1; nil when it does not say.
    package var refreshMinutes: Int?
    /// Where the feed says that it has moved to.
    package var newAddress: String?
    package var entries: [ParsedEntry] = []
    /// What was odd, in words for people: "The feed ends early." Nothing that keeps it from being read.
    package var faults: [String] = []
    /// Whether it breaks off: there may be more entries than came.
    package var endsEarly = false
    /// Entries that were left out, because there are too many.
    package var leftOut = 0

    /// The first that a feed says are taken: more are an archive, or an attack on memory.
    package static let mostEntries = 20_000

    /// What somebody should know who wonders why stories are missing; nil when none are.
    package var note: String? {
        if endsEarly { return "The feed breaks off; what came of it is kept." }
        return leftOut > 0 ? "The feed has more than \(Self.mostEntries) entries; the first of them are kept." : nil
    }

    package init() {}
}

/// One entry, in the feed's order. What several elements of it say is taken from the most telling one.
package struct ParsedEntry: Hashable, Sendable {
    /// As the feed gave it; nil when it gave none. `entryKey` is there for all entries.
    package var id: String?
    package var title: String?
    /// Where the story is.
    package var link: String?
    /// All addresses that the entry gives, `link` among them: related pages, where the story came from.
    package var links: [String] = []
    package var author: String?
    package var published: Timestamp?
    package var updated: Timestamp?
    package var summary: MarkedText?
    package var content: MarkedText?
    package var enclosures: [Enclosure] = []
    package var tags: [String] = []
    package var language: String?

    package init() {}

    /// A sound, a film or another file that comes with an entry.
    package struct Enclosure: Hashable, Sendable {
        package var url: String
        /// "audio/mpeg"; nil when the feed does not say.
        package var type: String?
        /// In bytes.
        package var length: Int?

        package init(url: String, type: String? = nil, length: Int? = nil) {
            self.url = url
            self.type = type
            self.length = length
        }
    }
}
