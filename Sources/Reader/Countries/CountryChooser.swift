import News

/// The list of countries and regions to choose from: each region with its countries below it.
struct CountryChooser: Sendable {
    struct Entry: Hashable, Sendable {
        /// Nil stands for all countries.
        let part: CountryFilter.Part?
        let stories: Int
        /// Whether it stands below its region.
        let isIndented: Bool
        /// As it is shown.
        let name: String

        init(part: CountryFilter.Part?, stories: Int, isIndented: Bool, names: CountryNames) {
            self.part = part
            self.stories = stories
            self.isIndented = isIndented
            name = part?.name(names.name) ?? Texts.allCountries
        }

        var country: Country? { if case .country(let country)? = part { country } else { nil } }
        var isRegion: Bool { if case .region? = part { true } else { false } }
    }

    private(set) var choice: CountryChoice
    /// Those that match what is typed.
    private(set) var entries: [Entry] = []
    /// A row of `entries`.
    var chosen = 0
    var top = 0
    private(set) var words = ""
    /// "All countries" first, then the region with the most stories.
    private var all: [Entry] = []
    private let names: CountryNames
    /// All there are, whether or not a story has to do with them.
    private let known: [Country]

    init(
        _ choice: CountryChoice, present: CountryFilter?, names: CountryNames = .english, known: [Country] = []
    ) {
        self.choice = choice
        self.names = names
        self.known = known
        listAll()
        entries = all
        if let part = present?.parts.first { stand(on: part) }
    }

    /// The longest bar stands for so many.
    var most: Int { all.lazy.filter { $0.part != nil }.map(\.stories).max() ?? 1 }

    /// Rows when nothing is typed: the box keeps its height while it is narrowed.
    var mostRows: Int { all.count }

    var chosenEntry: Entry? { entries.indices.contains(chosen) ? entries[chosen] : nil }

    /// Blanks and case do not matter: "southkorea" is South Korea.
    mutating func narrow(to words: String) {
        self.words = words
        let wanted = Folded(letters(of: words))
        guard !wanted.bytes.isEmpty else {
            entries = all
            chosen = 0
            top = 0
            return
        }
        var ranks = all.map { $0.rank(for: wanted) }
        // What is shown comes first: the rest is for "Burma" and "Ivory Coast".
        if ranks.allSatisfy({ $0 == nil }) {
            ranks = all.map { entry in otherNames(of: entry).contains { $0.starts(with: wanted) } ? 0 : nil }
        }
        // "ua" is Ukraine, not a part of Papua, also where no story is about it.
        if !ranks.contains(0), known.contains(where: { Folded($0.code).bytes == wanted.bytes }) {
            ranks = ranks.map { $0 == Entry.within ? nil : $0 }
        }
        entries = all.indices.filter { ranks[$0] != nil }.map { all[$0] }
        let best = ranks.compactMap { $0 }
        chosen = best.indices.min { best[$0] < best[$1] } ?? 0
        top = 0
    }

    /// The countries that have what is typed, where no row has: the nearest alone.
    var missing: [Country] {
        let wanted = Folded(letters(of: words))
        guard entries.isEmpty, !wanted.bytes.isEmpty else { return [] }
        func rank(_ country: Country) -> Int? {
            if Folded(country.code).bytes == wanted.bytes { return 0 }
            let own = [names.name(of: country), country.name].map { Folded(letters(of: $0)) }
            if own.contains(where: { $0.bytes == wanted.bytes }) { return 1 }
            if own.contains(where: { $0.starts(with: wanted) }) { return 2 }
            let others = names.others(of: country).map { Folded(letters(of: $0)) }
            if others.contains(where: { $0.bytes == wanted.bytes }) { return 3 }
            return others.contains { $0.starts(with: wanted) } ? 4 : nil
        }
        let ranks = known.map(rank)
        guard let best = ranks.compactMap({ $0 }).min() else { return [] }
        return known.indices.filter { ranks[$0] == best }.map { known[$0] }
    }

    /// Whether a blank goes on with a name: "united" with " states". Elsewhere it can only mean to mark the row.
    var goesOnAfterBlank: Bool {
        let begun = Folded(words + " ")
        guard let last = words.last, last != " " else { return false }
        return entries.contains { entry in
            Folded(entry.name).contains(begun)
                || entry.country.map { names.others(of: $0).contains { Folded($0).starts(with: begun) } } ?? false
        }
    }

    /// Marks the chosen row, or takes its mark back; every row is listed again, so that the next can be typed.
    mutating func toggle() {
        guard let entry = chosenEntry else { return }
        if let part = entry.part { choice.toggle(part) } else { choice.unmarkAll() }
        guard !words.isEmpty else { return }
        narrow(to: "")
        if let part = entry.part { stand(on: part) }
    }

    mutating func toggleMeaning() { choice.needsAll.toggle() }

    mutating func toggleSense() {
        let part = chosenEntry?.part
        choice.sense = choice.sense.other
        listAll()
        narrow(to: words)
        if let part { stand(on: part) }
    }

    /// What Enter takes; nil for all countries.
    var filter: CountryFilter? {
        guard let entry = chosenEntry, let part = entry.part else { return nil }
        return choice.filter(orElse: part)
    }

    private func otherNames(of entry: Entry) -> [Folded] {
        guard let country = entry.country else { return [] }
        return names.others(of: country).map { Folded(letters(of: $0)) }
    }

    private mutating func stand(on part: CountryFilter.Part) {
        if let row = entries.firstIndex(where: { $0.part == part }) { chosen = row }
    }

    private mutating func listAll() {
        let (tally, sense) = (choice.tally, choice.sense)
        let countries = tally.ranked(in: sense, by: names.name)
        func entries(of region: WorldRegion?) -> [Entry] {
            countries.filter { $0.country.region == region }.map {
                Entry(part: .country($0.country), stories: $0.stories, isIndented: region != nil, names: names)
            }
        }
        all = [Entry(part: nil, stories: tally.stories, isIndented: false, names: names)]
        for (region, stories) in tally.rankedRegions(in: sense) {
            all.append(Entry(part: .region(region), stories: stories, isIndented: false, names: names))
            all += entries(of: region)
        }
        all += entries(of: nil)
    }
}

extension CountryChooser.Entry {
    /// The rank of a name that has what was typed somewhere within.
    fileprivate static let within = 4

    /// How near a name is to what was typed, the smallest nearest; nil when it is something else.
    fileprivate func rank(for wanted: Folded) -> Int? {
        // In the reader's language and in English.
        let names = [name, country?.name ?? name].map { Folded(letters(of: $0)) }
        // "af" begins Afghanistan: whoever wants Africa types on.
        if let country, Folded(country.code).bytes == wanted.bytes { return 0 }
        if names.contains(where: { $0.starts(with: wanted) }) { return country != nil ? 1 : 2 }
        if let country, Folded(country.code).starts(with: wanted) { return 3 }
        return names.contains { $0.contains(wanted) } ? Self.within : nil
    }
}

/// A name without what stands between its words.
private func letters(of words: String) -> String {
    let letters = words.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    return String(String.UnicodeScalarView(letters))
}
