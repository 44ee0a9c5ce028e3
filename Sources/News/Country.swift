/// A country: its ISO 3166-1 code in two letters (`XK` for Kosovo) and its English name.
package struct Country: Hashable, Sendable, Identifiable {
    package let code: String
    package let name: String

    package init(code: String, name: String) {
        self.code = code
        self.name = name
    }

    package var id: String { code }
}

/// How much a story has to do with a country.
package struct CountryWeight: Hashable, Sendable {
    package let country: Country
    /// Where the text points to it: by name, people, city, capital or institution. Empty when only the title does.
    package let mentions: [TextSpan]
    /// Its part of all that the story says of countries, 0...1.
    package let share: Double
    /// Whether the story is about it, rather than mentioning it.
    package let isAbout: Bool

    package init(country: Country, mentions: [TextSpan], share: Double, isAbout: Bool) {
        self.country = country
        self.mentions = mentions
        self.share = share
        self.isAbout = isAbout
    }
}
