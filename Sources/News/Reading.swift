/// What extraction found in one story.
package struct Reading: Hashable, Sendable {
    package let article: Article
    /// In text order.
    package let quotes: [Quote]
    /// Most mentioned first within each kind; people, organisations, places, others.
    package let entities: [Entity]
    /// Most important first.
    package let countries: [CountryWeight]

    package init(article: Article, quotes: [Quote], entities: [Entity], countries: [CountryWeight]) {
        self.article = article
        self.quotes = quotes
        self.entities = entities
        self.countries = countries
    }
}

/// Somebody's own words in a story.
package struct Quote: Hashable, Sendable {
    /// The quoted words, inside the marks, in text order: one span a paragraph, and one more where the writer
    /// breaks in (“No,” she said, “never.”). Never empty.
    package let words: [TextSpan]
    /// The verb or phrase that reports it ("said", "according to"); nil when there is none beside it.
    package let cue: TextSpan?
    /// Nil when the text does not say who spoke.
    package let speaker: Speaker?

    package init(words: [TextSpan], cue: TextSpan?, speaker: Speaker?) {
        precondition(!words.isEmpty, "a quote has words")
        self.words = words
        self.cue = cue
        self.speaker = speaker
    }

    /// From the first quoted word to the last, the writer's words in between included.
    package var extent: TextSpan { TextSpan(words[0].start, words[words.count - 1].end) }
}

/// Who said a quote.
package struct Speaker: Hashable, Sendable {
    /// The words that name the speaker ("he", "Foreign Ministry spokesman Oleg Nikolenko"): beside the quote, or, where
    /// it carries on, beside what it carries on from. Nil when there are none.
    package let written: TextSpan?
    /// The resolved full name, or the source as described ("a police spokesman"); nil when "he" stays unknown.
    package let name: String?
    package let certainty: Certainty

    package enum Certainty: Hashable, Sendable {
        /// Named in full beside the quote.
        case written
        /// A pronoun, a surname or a role, resolved to somebody named elsewhere in the story.
        case resolved
        /// Nothing beside the quote; it continues what the same speaker said just before.
        case carriedOver
    }

    package init(written: TextSpan?, name: String?, certainty: Certainty) {
        self.written = written
        self.name = name
        self.certainty = certainty
    }
}

/// A person, organisation or place that a story names, under one name however it is varied.
package struct Entity: Hashable, Sendable {
    /// The fullest form in the story.
    package let name: String
    package let kind: Kind
    /// What the story says a person is ("NATO Secretary General"); nil when it does not say.
    package let role: String?
    /// In text order; never empty.
    package let mentions: [TextSpan]

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case person, organisation, place, other
    }

    package init(name: String, kind: Kind, role: String?, mentions: [TextSpan]) {
        self.name = name
        self.kind = kind
        self.role = role
        self.mentions = mentions
    }
}
