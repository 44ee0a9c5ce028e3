/// What the names in a query mean to whoever asks: `News` itself knows codes alone.
package struct QueryNames: Sendable {
    /// The countries that words mean: by code, name, or a part of a name. None when they name no country.
    package let countries: @Sendable (String) -> [Country]
    /// All countries, to say which was meant by a misspelt one.
    package let knownCountries: [Country]
    /// The code of a language by its code or name; nil when it is none.
    package let language: @Sendable (String) -> String?

    package init(
        countries: @escaping @Sendable (String) -> [Country], knownCountries: [Country] = [],
        language: @escaping @Sendable (String) -> String? = Self.languageCode
    ) {
        self.countries = countries
        self.knownCountries = knownCountries
        self.language = language
    }

    /// Knows countries and languages by their codes.
    package static let codes = QueryNames { words in
        let code = words.uppercased()
        return WorldRegion(countryCode: code) == nil ? [] : [Country(code: code, name: code)]
    }

    /// What looks like a code of ISO 639, without country or script: "en-GB" is "en". Nil for other words.
    @Sendable package static func languageCode(_ words: String) -> String? {
        let code = words.lowercased().prefix { $0 != "-" && $0 != "_" }
        guard 2...3 ~= code.utf8.count, code.utf8.allSatisfy({ 0x61...0x7A ~= $0 }) else { return nil }
        return String(code)
    }
}
