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

        /// Whether it is the country, or a region that the country is in.
        func has(_ country: Country) -> Bool {
            switch self {
            case .country(let one): one.code == country.code
            case .region(let region): country.region == region
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

    /// The same in the numbers of a table.
    func selection(of table: HeadlineTable) -> CountrySelection {
        CountrySelection(
            parts.map { part in { part.has($0) } }, of: table, needsAll: needsAll, mentionedToo: sense == .mentioned)
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

    private func isOfRegions(_ country: Country) -> Bool {
        // Looking a region up costs more than all else here.
        guard !regions.isEmpty, let region = country.region else { return false }
        return regions.contains(region)
    }
}
