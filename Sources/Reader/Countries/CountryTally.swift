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
    private var ofRegions: [WorldRegion: Counts] = [:]
    /// By code: two stories may know a country by two names.
    private var numbers: [String: Int] = [:]

    init(of stories: StoryNumbers, in table: HeadlineTable) {
        self.stories = stories.count
        let found = CountryCounts(of: stories, in: table)
        for (place, country) in table.countries.enumerated() where found.mentioned[place] > 0 {
            let number = number(of: country)
            counts[number].about += found.about[place]
            counts[number].mentioned += found.mentioned[place]
        }
        for (place, region) in WorldRegion.allCases.enumerated() where found.regionsMentioned[place] > 0 {
            ofRegions[region] = Counts(about: found.regionsAbout[place], mentioned: found.regionsMentioned[place])
        }
    }

    subscript(country: Country) -> Counts { numbers[country.code].map { counts[$0] } ?? Counts() }
    subscript(region: WorldRegion) -> Counts { ofRegions[region] ?? Counts() }

    /// Those with stories: the most stories first, then by name.
    /// - Parameter nameOf: what the countries are called where they are listed.
    func ranked(
        in sense: CountryFilter.Sense, by nameOf: (Country) -> String = \.name
    ) -> [(country: Country, stories: Int)] {
        countries.indices.map {
            (country: countries[$0], stories: counts[$0].stories(in: sense), name: Folded(nameOf(countries[$0])))
        }
        .filter { $0.stories > 0 }
        .sorted {
            $0.stories != $1.stories
                ? $0.stories > $1.stories : $0.name.bytes.lexicographicallyPrecedes($1.name.bytes)
        }
        .map { (country: $0.country, stories: $0.stories) }
    }

    /// Those with stories: the most stories first, then by name.
    func rankedRegions(in sense: CountryFilter.Sense) -> [(region: WorldRegion, stories: Int)] {
        ofRegions.map { (region: $0.key, stories: $0.value.stories(in: sense)) }
            .filter { $0.stories > 0 }
            .sorted { $0.stories != $1.stories ? $0.stories > $1.stories : $0.region.name < $1.region.name }
    }

    private mutating func number(of country: Country) -> Int {
        if let number = numbers[country.code] { return number }
        let number = countries.count
        numbers[country.code] = number
        countries.append(country)
        counts.append(Counts())
        return number
    }
}
