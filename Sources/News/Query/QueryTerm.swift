/// One condition of a query, as it was written.
package enum QueryTerm: Hashable, Sendable {
    /// The words stand there. `says` is about whoever speaks in the same conjunction: see `QueryPlan`.
    case words(SoughtPlace, SoughtWords)
    /// The story is about the country, or about one of the region.
    case about(Territory)
    /// The story names the country or one of the region, whether or not it is about it.
    case mentions(Territory)
    /// A code of ISO 639 in small letters: "en".
    case language(String)
    case state(StoryState)
    /// Stories without a date are of no period.
    case published(QueryPeriod)
    /// Words in the body.
    case length(ClosedRange<Int>)
}

/// Where words are looked for.
package enum SoughtPlace: Hashable, Sendable, CaseIterable {
    /// Headline and text, and the names found in them.
    case text
    case title
    /// The names of those who are quoted.
    case speaker
    /// Within quotes.
    case says
    /// The people, organisations and places that are named, speakers among them.
    case name
    /// The feed's name or its whole id.
    case feed
    /// A tag of the feed, whole.
    case tag
    case source
    case byline
    /// The web address of the story: a part of it, word by word.
    case link

    /// Whether the words are those of a language, whose punctuation means nothing.
    var isProse: Bool {
        switch self {
        case .text, .title, .speaker, .says, .name, .byline: true
        case .feed, .tag, .source, .link: false
        }
    }
}

/// What is so of a story, or is not.
package enum StoryState: Hashable, Sendable, CaseIterable {
    case read, bookmarked
    /// Somebody is quoted in it.
    case quoted
}

/// A country, by its code in capitals (ISO 3166-1), or all countries of a region.
package enum Territory: Hashable, Sendable {
    case country(String)
    case region(WorldRegion)

    /// Whether a country is it or lies in it.
    package func includes(_ country: Country) -> Bool {
        switch self {
        case .country(let code): country.code == code
        case .region(let region): country.region == region
        }
    }
}
