import News

/// How many stories of a list have to do with each country and region.
struct CountryTally: Sendable {
    /// Stories about it, and stories that name it at all.
    struct Counts: Hashable, Sendable {
        var about = 0
        var mentioned = 0

        func stories(in sense: CountryFilter.Sense) -> Int { sense == .about ? about : mentioned }
    }

    private(set) var stories = 0
    private(set) var countries: [Country] = []
    private var counts: [Counts] = []
    private var regions: [WorldRegion?] = []
    private var ofRegions: [WorldRegion: Counts] = [:]
    /// By code: two stories may know a country by two names.
    private var numbers: [String: Int] = [:]

    init(of headlines: some Sequence<Headline>) {
        for headline in headlines { add(headline) }
    }

    subscript(country: Country) -> Counts { numbers[country.code].map { counts[$0] } ?? Counts() }
    subscript(region: WorldRegion) -> Counts { ofRegions[region] ?? Counts() }

    /// Those with stories: the most stories first, then by name.
    func ranked(in sense: CountryFilter.Sense) -> [(country: Country, stories: Int)] {
        countries.indices.map { (country: countries[$0], stories: counts[$0].stories(in: sense)) }
            .filter { $0.stories > 0 }
            .sorted { $0.stories != $1.stories ? $0.stories > $1.stories : $0.country.name < $1.country.name }
    }

    /// Those with stories: the most stories first, then by name.
    func rankedRegions(in sense: CountryFilter.Sense) -> [(region: WorldRegion, stories: Int)] {
        ofRegions.map { (region: $0.key, stories: $0.value.stories(in: sense)) }
            .filter { $0.stories > 0 }
            .sorted { $0.stories != $1.stories ? $0.stories > $1.stories : $0.region.name < $1.region.name }
    }

    private mutating func add(_ headline: Headline) {
        stories += 1
        var about: Set<WorldRegion> = []
        for country in headline.countries {
            let number = number(of: country)
            counts[number].about += 1
            counts[number].mentioned += 1
            if let region = regions[number] { about.insert(region) }
        }
        var named = about
        for country in headline.mentioned {
            let number = number(of: country)
            counts[number].mentioned += 1
            if let region = regions[number] { named.insert(region) }
        }
        // A story about two countries of a region is one story of it.
        for region in about { ofRegions[region, default: Counts()].about += 1 }
        for region in named { ofRegions[region, default: Counts()].mentioned += 1 }
    }

    private mutating func number(of country: Country) -> Int {
        if let number = numbers[country.code] { return number }
        let number = countries.count
        numbers[country.code] = number
        countries.append(country)
        counts.append(Counts())
        regions.append(country.region)
        return number
    }
}
