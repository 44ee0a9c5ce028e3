/// How many of some stories have to do with each country of a table, and with each region.
package struct CountryCounts: Sendable {
    /// By the country's number: stories about it, and stories that name it at all.
    package private(set) var about: [Int]
    package private(set) var mentioned: [Int]
    /// The same of regions, in the order of `WorldRegion.allCases`. A story about two countries of one is one story of it.
    package private(set) var regionsAbout = Array(repeating: 0, count: WorldRegion.allCases.count)
    package private(set) var regionsMentioned = Array(repeating: 0, count: WorldRegion.allCases.count)
}

extension CountryCounts {
    package init(of numbers: StoryNumbers, in table: HeadlineTable) {
        about = Array(repeating: 0, count: table.countries.count)
        mentioned = about
        let regions = WorldRegion.allCases
        let bits = table.countries.map { country in
            country.region.flatMap { regions.firstIndex(of: $0) }.map { 1 << $0 } ?? 0
        }
        // By the set of the regions that a story is about or names.
        var setsAbout = Array(repeating: 0, count: 1 << regions.count)
        var setsMentioned = setsAbout
        // Local ones are counted in twice as fast.
        var (about, mentioned) = (self.about, self.mentioned)
        for number in numbers.values {
            let start = Int(table.countryStarts[Int(number)])
            let counts = table.countryLists[start]
            let behindAbout = start + 1 + Int(counts >> 8)
            var set = 0
            for place in start + 1..<behindAbout {
                let country = Int(table.countryLists[place])
                about[country] += 1
                set |= bits[country]
            }
            setsAbout[set] += 1
            for place in behindAbout..<behindAbout + Int(counts & 0xFF) {
                let country = Int(table.countryLists[place])
                mentioned[country] += 1
                set |= bits[country]
            }
            setsMentioned[set] += 1
        }
        self.about = about
        self.mentioned = zip(about, mentioned).map { $0 + $1 }
        for set in setsAbout.indices {
            for region in regions.indices where set & 1 << region != 0 {
                regionsAbout[region] += setsAbout[set]
                regionsMentioned[region] += setsMentioned[set]
            }
        }
    }
}

extension HeadlineTable {
    /// Those that stories are about, in the order of arrival.
    package var countriesAbout: [Country] {
        var isFound = Array(repeating: false, count: countries.count)
        for number in 0..<count where !isRemoved(number) {
            let start = Int(countryStarts[number])
            for place in start + 1..<start + 1 + Int(countryLists[start] >> 8) {
                isFound[Int(countryLists[place])] = true
            }
        }
        return countries.indices.filter { isFound[$0] }.map { countries[$0] }
    }
}
