import News

/// What the reader's own language calls the countries. A country is known by its code and its English name everywhere;
/// these are for showing, and for finding it by what is typed.
package struct CountryNames: Sendable {
    package static let english = CountryNames([:])

    private let byCode: [String: String]
    private let others: @Sendable () -> [String: [String]]

    /// - Parameters:
    ///   - byCode: a country that is not in it keeps its English name.
    ///   - others: what else countries are called, by code. Asked for when somebody types one: a table to be read.
    package init(_ byCode: [String: String], others: @escaping @Sendable () -> [String: [String]] = { [:] }) {
        self.byCode = byCode
        self.others = others
    }

    func name(of country: Country) -> String { byCode[country.code] ?? country.name }

    /// As it stands within a sentence: in English some need an article there.
    func nameInSentence(_ country: Country) -> String { byCode[country.code] ?? Texts.inSentence(country.name) }

    /// Whether the name in either language holds what is typed, or the code starts with it.
    func matches(_ country: Country, _ words: Folded) -> Bool {
        Folded(name(of: country)).contains(words) || Folded(country.name).contains(words)
            || Folded(country.code).starts(with: words)
    }

    /// Whether the name in either language is what is typed.
    func `is`(_ country: Country, _ words: Folded) -> Bool {
        Folded(name(of: country)).bytes == words.bytes || Folded(country.name).bytes == words.bytes
    }

    /// The one among some whose code or whole name is what is typed; nil when there is none.
    func country(_ words: Folded, among countries: [Country]) -> Country? {
        countries.first { Folded($0.code).bytes == words.bytes } ?? countries.first { `is`($0, words) }
    }

    /// The one among some that is also called what is typed; nil when there is none.
    func country(otherwise words: Folded, among countries: [Country]) -> Country? {
        countries.first { others(of: $0).contains { Folded($0).bytes == words.bytes } }
    }

    /// Whether the name in either language starts with what is typed.
    func starts(_ country: Country, with words: Folded) -> Bool {
        Folded(name(of: country)).starts(with: words) || Folded(country.name).starts(with: words)
    }

    /// What else the country is called.
    func others(of country: Country) -> [String] { others()[country.code] ?? [] }

    /// Without the names that would be question marks.
    func spelled(in glyphs: Glyphs) -> CountryNames {
        CountryNames(byCode.filter { glyphs.canSpell($0.value) }, others: others)
    }
}

extension AppState {
    /// As it is shown.
    func localName(of country: Country) -> String { countryNames.name(of: country) }
}
