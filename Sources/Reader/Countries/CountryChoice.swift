import News

/// Countries and regions being chosen, in the list or on the map: what is marked, and what it will mean.
struct CountryChoice: Sendable {
    /// Of the stories that everything else but the countries leaves in the list.
    let tally: CountryTally
    /// In the order in which they were marked.
    private(set) var marked: [CountryFilter.Part]
    var needsAll: Bool
    var sense: CountryFilter.Sense

    /// Several countries chosen before are marked; one alone is only where the choice stands.
    init(tally: CountryTally, present: CountryFilter?) {
        self.tally = tally
        let parts = present?.parts ?? []
        marked = parts.count > 1 ? parts : []
        needsAll = present?.needsAll ?? false
        sense = present?.sense ?? .about
    }

    mutating func toggle(_ part: CountryFilter.Part) {
        if let place = marked.firstIndex(of: part) {
            marked.remove(at: place)
        } else {
            marked.append(part)
        }
    }

    mutating func unmarkAll() { marked = [] }

    func isMarked(_ part: CountryFilter.Part) -> Bool { marked.contains(part) }

    /// Whether a country is marked by itself or by its region.
    func isIncluded(_ country: Country) -> Bool {
        marked.contains { $0 == .country(country) || country.region.map(CountryFilter.Part.region) == $0 }
    }

    func stories(of part: CountryFilter.Part) -> Int {
        switch part {
        case .country(let country): tally[country].stories(in: sense)
        case .region(let region): tally[region].stories(in: sense)
        }
    }

    /// What the marks mean, or, while nothing is marked, a part of the world.
    func filter(orElse part: CountryFilter.Part?) -> CountryFilter? {
        CountryFilter(marked.isEmpty ? part.map { [$0] } ?? [] : marked, needsAll: needsAll, sense: sense)
    }

    /// "2 selected, any of them"; nil while nothing is.
    var words: String? {
        guard !marked.isEmpty else { return nil }
        if marked.count == 1 { return Texts.selected(1) }
        return needsAll ? Texts.selectedAll(marked.count) : Texts.selectedAny(marked.count)
    }
}
