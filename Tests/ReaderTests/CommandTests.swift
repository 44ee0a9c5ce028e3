import News
import Screen
import Testing

@testable import Reader

/// The command line: what is understood, what is completed, and what it does.
struct CommandTests {
    private let state = Desk(120, 40).state

    @Test(arguments: [
        ("country ee", Command.country(.country(Country(code: "EE", name: "Estonia")))),
        ("country finl", .country(.country(Country(code: "FI", name: "Finland")))),
        ("country europe", .country(.region(.europe))),
        ("country all", .country(nil)), ("sort source", .sort(.source)), ("sort t", .sort(.title)),
        ("search border guards", .search(words: "border guards")), ("search", .action(.search)), ("q", .action(.quit)),
        ("next-story", .action(.nextStory)), ("next-st", .action(.nextStory)), ("zen", .action(.zen)), ("3", .story(3)),
        ("set theme mono", .set(.theme("mono"))), ("theme mono", .set(.theme("mono"))),
        ("set measure 66", .set(.measure(66))),
        ("set mouse off", .set(.mouse(false))),
        ("open ~/News", .open(path: "~/News")), ("e x.txt", .open(path: "x.txt")),
        ("feed world", .feed(.feed(Feed(id: "News/World", name: "World")))),
        ("  bookmarks-only  ", .action(.bookmarksOnly)),
    ])
    func aLineIsUnderstood(_ line: String, _ command: Command) throws {
        #expect(try state.command(line) == command)
    }

    @Test(arguments: [
        ("frobnicate", "There is no command “frobnicate”"), ("next", "“next” may be next-mark, next-pane, next-story"),
        ("sort size", "newest, source, title, length"), ("country atlantis", "No story here is about “atlantis”"),
        ("set theme pink", "there are default"), ("set measure 7", "40 to 100"), ("open", "“open” needs a word"),
        ("zen now", "takes nothing behind it"), ("feed moon", "There is no feed “moon”"),
    ])
    func whatIsNotUnderstoodIsSaid(_ line: String, _ words: String) {
        let error = #expect(throws: Misunderstanding.self) { try state.command(line) }
        #expect(error?.sentence.contains(words) == true, "\(error?.sentence ?? "")")
    }

    /// "ua" is Ukraine and no part of Papua, "niger" no part of Nigeria.
    @Test(arguments: [
        ("ua", "about Ukraine."), ("ukraine", "about Ukraine."), ("niger", "about Niger."),
        ("ru", "about Russia; :filter mentions:ru lists the one that mentions it."),
    ])
    func aCountryIsNeverTakenForAnother(typed: String, answer: String) {
        let known = [
            "UA": "Ukraine", "PG": "Papua New Guinea", "RU": "Russia", "RW": "Rwanda", "NE": "Niger", "NG": "Nigeria",
        ]
        .map { Country(code: $0.key, name: $0.value) }
        func country(_ code: String) -> [Country] { known.filter { $0.code == code } }
        var state = AppState(
            size: Size(columns: 120, rows: 40), queryNames: QueryNames(countries: { _ in [] }, knownCountries: known))
        let headline = Headline(
            id: "1", feed: Feed(id: "News", name: "News"), title: "News", source: nil, published: nil, wordCount: 1,
            countries: country("PG") + country("RW") + country("NG"), mentioned: country("RU"))
        _ = update(&state, .loaded([headline]))
        let error = #expect(throws: Misunderstanding.self) { try state.command("country " + typed) }
        #expect(error?.sentence == "No story here is " + answer)
        #expect((try? state.command("country papua")) == .country(.country(country("PG")[0])))
    }

    @Test(arguments: Action.allCases.filter(\.isCommand))
    func everyActionHasItsNameAsACommand(action: Action) throws {
        #expect(try state.command(action.name) == .action(action))
        #expect(!action.help.isEmpty)
    }

    @Test func tabCompletesAndGoesOnToTheWordsBehind() throws {
        var desk = Desk(120, 40)
        try desk.press(":countr<tab>")
        #expect(desk.footer.hasPrefix(" :countries") || desk.footer.hasPrefix(" :country"))
        try desk.press("<esc>:country es<tab><enter>")
        #expect(desk.title.contains("Country: Estonia"))
    }

    @Test func whatIsWrongStaysToBeMended() throws {
        var desk = Desk(120, 40)
        try desk.press(":sort siz<enter>")
        #expect(desk.footer.contains(":sort siz"))
        #expect(desk.footer.contains("cannot be sorted"))
        try desk.press("<c-u>sort title<enter>")
        #expect(desk.title.contains("Sort: title"))
    }

    @Test func commandsGivenBeforeComeBack() throws {
        var desk = Desk(120, 40)
        try desk.press(":sort title<enter>:sort source<enter>:so<up>")
        #expect(desk.footer.contains(":sort source"))
        try desk.press("<up>")
        #expect(desk.footer.contains(":sort title"))
        try desk.press("<down><down>")
        #expect(desk.footer.hasPrefix(" :so "))
    }

    @Test func effectsAreAskedOfTheWorld() throws {
        var desk = Desk(120, 40)
        try desk.press(":open ~/News<enter>:set mouse off<enter>:set theme light<enter>:export q.csv<enter>")
        #expect(desk.effects.contains(.load(path: "~/News")))
        #expect(desk.effects.contains(.setMouse(false)))
        #expect(desk.effects.contains(.setTheme("light")))
        #expect(desk.effects.contains { if case .export(let ids, "q.csv") = $0 { ids.count == 6 } else { false } })
    }

    @Test func keysOfASequenceAreShownWhileTheyWait() throws {
        var keymap = Keymap.standard
        try keymap.bind(["g", "g"], to: .first)
        try keymap.bind(["g", "e"], to: .last)
        var desk = Desk(120, 40, keymap: keymap)
        try desk.press("g")
        #expect(desk.footer.contains("g first"))
        #expect(desk.footer.contains("e last"))
        #expect(desk.footer.hasSuffix("g…"))
        try desk.press("e")
        #expect(desk.state.list.row == 5)
        try desk.press("gx")
        #expect(desk.footer.contains("gx does nothing here"))
    }

    @Test func pathsAreCompletedByTheWorld() throws {
        var desk = Desk(120, 40)
        try desk.press(":open ~/Ne")
        #expect(desk.effects.last == .completePath("~/Ne"))
        desk.send(.paths(beginning: "~/N", ["~/Nothing"]))
        desk.send(.paths(beginning: "~/Ne", ["~/News/"]))
        try desk.press("<tab>")
        #expect(desk.footer.hasPrefix(" :open ~/News/"))
        #expect(desk.effects.last == .completePath("~/News/"))
    }
}
