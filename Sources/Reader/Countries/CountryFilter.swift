import News

/// Which countries the stories of a list have to do with.
struct CountryFilter: Hashable, Sendable {
    /// A country, or all those of a region.
    enum Part: Hashable, Sendable {
        case country(Country)
        case region(WorldRegion)

        func name(_ nameOf: (Country) -> String) -> String {
            switch self {
            case .country(let country): nameOf(country)
            case .region(let region): region.name
            }
        }
    }

    /// How much a story has to do with a country.
    enum Sense: Hashable, Sendable {
        case about
        /// It names the country, whether or not it is about it.
        case mentioned

        var other: Sense { self == .about ? .mentioned : .about }
    }

    /// In the order in which they were chosen; never empty.
    let parts: [Part]
    /// Whether a story must have to do with every part rather than with one of them.
    let needsAll: Bool
    let sense: Sense
    private let codes: Set<String>
    private let regions: Set<WorldRegion>

    /// - Returns: nil for no part.
    init?(_ parts: [Part], needsAll: Bool = false, sense: Sense = .about) {
        guard !parts.isEmpty else { return nil }
        self.init(those: parts, needsAll: needsAll, sense: sense)
    }

    init(_ country: Country, sense: Sense = .about) { self.init(those: [.country(country)], sense: sense) }

    private init(those parts: [Part], needsAll: Bool = false, sense: Sense) {
        self.parts = parts
        // Of one part there is nothing to choose.
        self.needsAll = needsAll && parts.count > 1
        self.sense = sense
        var codes: Set<String> = []
        var regions: Set<WorldRegion> = []
        for part in parts {
            switch part {
            case .country(let country): codes.insert(country.code)
            case .region(let region): regions.insert(region)
            }
        }
        self.codes = codes
        self.regions = regions
    }

    func matches(_ headline: Headline) -> Bool {
        if needsAll { return parts.allSatisfy { isMet($0, by: headline) } }
        return headline.contains(in: sense) { codes.contains($0.code) || isOfRegions($0) }
    }

    /// Whether it has a country by itself or by its region.
    func includes(_ country: Country) -> Bool { codes.contains(country.code) || isOfRegions(country) }

    /// What the title bar says: "Country: Ukraine", "Ukraine or Russia", "mentions Europe".
    func title(_ nameOf: (Country) -> String = \.name) -> String {
        if sense == .mentioned { return Texts.mentions(names(nameOf)) }
        if parts.count == 1, case .country(let country) = parts[0] { return Texts.country(nameOf(country)) }
        return names(nameOf)
    }

    /// What is said of a story: "is about Ukraine or Russia".
    func claim(_ nameOf: (Country) -> String = \.name) -> String {
        sense == .about ? Texts.isAbout(names(nameOf)) : Texts.mentions(names(nameOf))
    }

    /// What is said of stories: "about Ukraine or Russia".
    func phrase(_ nameOf: (Country) -> String) -> String {
        sense == .about ? Texts.about(names(nameOf)) : Texts.thatMention(names(nameOf))
    }

    /// "Ukraine, Russia or 2 more"
    private func names(_ nameOf: (Country) -> String) -> String {
        Texts.countries(parts.map { $0.name(nameOf) }, needsAll: needsAll)
    }

    private func isMet(_ part: Part, by headline: Headline) -> Bool {
        switch part {
        case .country(let country): headline.contains(in: sense) { $0.code == country.code }
        case .region(let region): headline.contains(in: sense) { $0.region == region }
        }
    }

    private func isOfRegions(_ country: Country) -> Bool {
        // Looking a region up costs more than all else here.
        guard !regions.isEmpty, let region = country.region else { return false }
        return regions.contains(region)
    }
}

extension Headline {
    fileprivate func contains(in sense: CountryFilter.Sense, _ isWanted: (Country) -> Bool) -> Bool {
        countries.contains(where: isWanted) || sense == .mentioned && mentioned.contains(where: isWanted)
    }
}
