import News
import Screen
import Testing

@testable import Reader

struct CountryFilterTests {
    private static let codes = ["UA": "Ukraine", "RU": "Russia", "FR": "France", "BR": "Brazil", "JP": "Japan"]

    private static func country(_ code: String) -> Country { Country(code: code, name: codes[code] ?? code) }

    /// A story about some countries that mentions others: "UA RU / FR".
    private static func headline(_ words: String) -> Headline {
        let parts = words.split(separator: "/", omittingEmptySubsequences: false).map {
            $0.split(separator: " ").map { country(String($0)) }
        }
        return Headline(
            id: words, feed: Feed(id: "News", name: "News"), title: words, source: nil, published: nil, wordCount: 1,
            countries: parts[0], mentioned: parts.count > 1 ? parts[1] : [])
    }

    private static func part(_ word: String) -> CountryFilter.Part {
        WorldRegion(rawValue: word).map { .region($0) } ?? .country(country(word))
    }

    @Test(arguments: [
        ("UA", false, "about", "UA RU", true), ("UA", false, "about", "RU / UA", false),
        ("UA", false, "mentioned", "RU / UA", true), ("UA", false, "mentioned", "UA", true),
        ("UA RU", false, "about", "RU", true), ("UA RU", true, "about", "RU", false),
        ("UA RU", true, "about", "RU UA FR", true), ("UA RU", true, "mentioned", "RU / UA", true),
        ("europe", false, "about", "FR", true), ("europe", false, "about", "BR", false),
        ("europe asia", true, "about", "FR JP", true), ("europe asia", true, "about", "FR RU", false),
        ("europe BR", false, "about", "BR", true), ("europe", false, "about", "BR / FR", false),
        ("europe", false, "about", "", false),
    ])
    func storyIsFound(by words: String, needsAll: Bool, sense: String, story: String, isFound: Bool) throws {
        let parts = words.split(separator: " ").map { Self.part(String($0)) }
        let filter = try #require(
            CountryFilter(parts, needsAll: needsAll, sense: sense == "about" ? .about : .mentioned))
        let table = HeadlineTable([Self.headline(story)])
        var selection = HeadlineSelection()
        selection.countries = filter.selection(of: table)
        #expect(table.matches(0, selection) == isFound)
    }

    @Test(arguments: [
        ("UA", false, "about", "Country: Ukraine"), ("UA RU", false, "about", "Ukraine or Russia"),
        ("UA RU", true, "about", "Ukraine and Russia"), ("europe", false, "about", "Europe"),
        ("UA", false, "mentioned", "mentions Ukraine"), ("UA", true, "about", "Country: Ukraine"),
        ("UA RU FR BR", false, "about", "Ukraine, Russia or 2 more"),
    ])
    func titleSaysWhatIsListed(words: String, needsAll: Bool, sense: String, title: String) throws {
        let parts = words.split(separator: " ").map { Self.part(String($0)) }
        let filter = try #require(
            CountryFilter(parts, needsAll: needsAll, sense: sense == "about" ? .about : .mentioned))
        #expect(filter.title() == title)
    }

    @Test func aStoryOfTwoCountriesIsOneStoryOfTheirRegion() {
        let tally = CountryTally(of: ["UA RU / FR", "RU", "BR / UA"].map(Self.headline))
        #expect(tally.stories == 3)
        #expect(tally[Self.country("RU")] == CountryTally.Counts(about: 2, mentioned: 2))
        #expect(tally[Self.country("UA")] == CountryTally.Counts(about: 1, mentioned: 2))
        #expect(tally[WorldRegion.europe] == CountryTally.Counts(about: 2, mentioned: 3))
        #expect(tally.ranked(in: .about).map(\.country.code) == ["RU", "BR", "UA"])
        #expect(tally.ranked(in: .mentioned).map(\.country.code) == ["RU", "UA", "BR", "FR"])
    }

    // The chooser.

    @Test func regionsAndSeveralCountriesAreChosen() throws {
        var desk = Desk(120, 40)
        try desk.press("ceurope<enter>")
        #expect(desk.title.contains(" Europe ✕"))
        let europe = desk.state.list.rows.count
        try desk.press("cestonia<space>nor<space><enter>")
        #expect(desk.title.contains("Estonia or Norway ✕"))
        #expect(desk.state.list.rows.count > 0 && desk.state.list.rows.count <= europe)
        try desk.press("c")
        #expect(desk.text.contains("2 selected, any of them"))
        try desk.press("<tab>")
        #expect(desk.text.contains("2 selected, all of them"))
        try desk.press("<enter>")
        #expect(desk.title.contains("Estonia and Norway ✕"))
        try desk.press("c<home><enter>")
        #expect(desk.state.list.countries == nil)
    }

    @Test func mentionsAreCountedAndListedWhenAskedFor() throws {
        var desk = Desk(120, 40)
        try desk.press("c")
        #expect(desk.text.contains("Stories about …"))
        try desk.press("<c-t>")
        #expect(desk.text.contains("Stories that mention …"))
        try desk.press("estonia<enter>")
        #expect(desk.title.contains("mentions Estonia ✕"))
        try desk.press("C")
        #expect(!desk.title.contains("✕"))
    }

    @Test(
        arguments: [
            ("southkorea", "South Korea"), ("korea", "South Korea"), ("us", "United States"), ("af", "Afghanistan"),
            ("afr", "Africa"), ("cote", nil), ("SOUTH", "South Korea"), ("ivory", "Ivory Coast"),
        ] as [(String, String?)])
    func narrowingIgnoresBlanksAndCase(words: String, name: String?) {
        let names = ["KR": "South Korea", "US": "United States", "AF": "Afghanistan", "CI": "Ivory Coast"]
        let headlines = names.sorted { $0.key < $1.key }.map { code, name in
            Headline(
                id: code, feed: Feed(id: "News", name: "News"), title: name, source: nil, published: nil, wordCount: 1,
                countries: [Country(code: code, name: name)])
        }
        var chooser = CountryChooser(
            CountryChoice(tally: CountryTally(of: headlines), present: nil), present: nil)
        chooser.narrow(to: words)
        #expect(chooser.chosenEntry?.name == name)
    }

    @Test(arguments: [
        ("ukr", "No story here is about Ukraine; Ctrl-T shows those that mention it."),
        ("ua", "No story here is about Ukraine; Ctrl-T shows those that mention it."),
        ("fra", "No story here is about France."), ("xq", "No country has that name; Backspace takes a letter back."),
        ("ukr<c-t>", ""), ("fra<c-t>", "No story here mentions France."),
    ])
    func whatNoStoryIsAboutIsSaid(typed: String, answer: String) throws {
        let known = Self.codes.map { Country(code: $0.key, name: $0.value) }
        var state = AppState(
            size: Size(columns: 120, rows: 40), queryNames: QueryNames(countries: { _ in [] }, knownCountries: known))
        let papua = Country(code: "PG", name: "Papua New Guinea")
        let headline = Headline(
            id: "1", feed: Feed(id: "News", name: "News"), title: "News", source: nil, published: nil, wordCount: 1,
            countries: [papua], mentioned: [Self.country("UA")])
        _ = update(&state, .loaded([headline]))
        for key in try KeyScript("c" + typed).keys { _ = update(&state, .key(key)) }
        guard case .countries(let chooser) = state.overlay else { throw NoChooser() }
        #expect(chooser.entries.isEmpty == !answer.isEmpty)
        if !answer.isEmpty { #expect(state.noEntryWords(of: chooser) == answer) }
    }

    private struct NoChooser: Error {}

    @Test func theOwnCodeOfACountryComesFirst() throws {
        let names = ["KR": "South Korea", "UA": "Ukraine", "PG": "Papua New Guinea"]
        let headlines = names.map { code, name in
            Headline(
                id: code, feed: Feed(id: "News", name: "News"), title: name, source: nil, published: nil, wordCount: 1,
                countries: [Country(code: code, name: name)])
        }
        var chooser = CountryChooser(
            CountryChoice(tally: CountryTally(of: headlines), present: nil), present: nil)
        chooser.narrow(to: "ua")
        #expect(chooser.chosenEntry?.name == "Ukraine")
    }

    @Test func aBlankWithinANameIsTypedAndElsewhereSelects() throws {
        let names = ["GB": "United Kingdom", "US": "United States", "UA": "Ukraine"]
        var state = AppState(size: Size(columns: 120, rows: 40))
        let headlines = names.map { code, name in
            Headline(
                id: code, feed: Feed(id: "News", name: "News"), title: name, source: nil, published: nil, wordCount: 1,
                countries: [Country(code: code, name: name)])
        }
        _ = update(&state, .loaded(headlines))
        let keys = "cunited<space>states<space>ukr<space>united<space>k<space><enter>"
        for key in try KeyScript(keys).keys { _ = update(&state, .key(key)) }
        #expect(state.list.countries?.title() == "United States, Ukraine or 1 more")
    }
}

extension CountryTally {
    fileprivate init(of headlines: [Headline]) {
        let table = HeadlineTable(headlines)
        self.init(of: table.numbers, in: table)
    }
}
