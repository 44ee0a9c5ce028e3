/// All that a row of the story list needs, and all that filters ask for.
package struct Headline: Hashable, Sendable, Identifiable {
    /// The article's id.
    package let id: String
    package let feed: Feed
    package let title: String
    package let source: String?
    package let published: Timestamp?
    /// Reading time, at least 1.
    package let minutes: Int
    /// Words in the body, the measure of "length".
    package let wordCount: Int
    /// The countries the story is about, most important first.
    package let countries: [Country]
    /// Those that it merely mentions, most important first.
    package let mentioned: [Country]
    package var isRead: Bool
    package var isBookmarked: Bool
    /// What an index calls the story; 0 when it is in none.
    package let indexKey: UInt32

    package init(
        id: String, feed: Feed, title: String, source: String?, published: Timestamp?, wordCount: Int,
        countries: [Country], mentioned: [Country] = [], isRead: Bool = false, isBookmarked: Bool = false,
        indexKey: UInt32 = 0
    ) {
        self.id = id
        self.feed = feed
        self.title = title
        self.source = source
        self.published = published
        self.wordCount = wordCount
        minutes = Self.minutes(ofWords: wordCount)
        self.countries = countries
        self.mentioned = mentioned
        self.isRead = isRead
        self.isBookmarked = isBookmarked
        self.indexKey = indexKey
    }

    /// Reading time of so many words, at least 1: 230 a minute is what adults read of such prose (Brysbaert 2019: 238 for
    /// non-fiction).
    package static func minutes(ofWords count: Int) -> Int { max(1, (count + 115) / 230) }
}

/// Which stories a list shows. All conditions hold at once; nil and false ask for nothing.
package struct Filter: Hashable, Sendable {
    /// A `Feed.id`.
    package var feed: String?
    /// A country's code: stories about it.
    package var country: String?
    package var isUnreadOnly = false
    package var isBookmarkedOnly = false

    package init(
        feed: String? = nil, country: String? = nil, isUnreadOnly: Bool = false, isBookmarkedOnly: Bool = false
    ) {
        self.feed = feed
        self.country = country
        self.isUnreadOnly = isUnreadOnly
        self.isBookmarkedOnly = isBookmarkedOnly
    }

    package func matches(_ headline: Headline) -> Bool {
        if let feed, headline.feed.id != feed { return false }
        if let country, !headline.countries.contains(where: { $0.code == country }) { return false }
        if isUnreadOnly && headline.isRead { return false }
        if isBookmarkedOnly && !headline.isBookmarked { return false }
        return true
    }
}

/// The order of the story list. Ties go by title, then id, so that an order is always total.
package enum StoryOrder: String, Hashable, Sendable, CaseIterable {
    case newest, source, title, length
}
