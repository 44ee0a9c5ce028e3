import News
import Testing

@testable import Reader

struct QueryHelpTests {
    private func desk() -> Desk {
        var desk = Desk(120, 40)
        desk.send(.feeds(FeedListTests.listing))
        return desk
    }

    private func lineAboveFooter(_ desk: Desk) -> String {
        desk.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().last.map(String.init) ?? ""
    }

    @Test func aMistakeIsToldAtItsColumnOnceItCannotBeMendedByTypingOn() throws {
        var desk = desk()
        try desk.press("/country:atlantis")
        #expect(!lineAboveFooter(desk).contains("▼"))
        try desk.press(" boat")
        let line = lineAboveFooter(desk)
        #expect(line.contains("▼ “atlantis” is no country"))
        let mark = try #require(line.firstIndex(of: "▼"))
        let fault = try #require(desk.footer.firstRange(of: "atlantis"))
        #expect(
            line.distance(from: line.startIndex, to: mark)
                == desk.footer.distance(from: desk.footer.startIndex, to: fault.lowerBound))
    }

    @Test func enterTellsWhatIsLeftUnfinished() throws {
        var desk = desk()
        try desk.press("/boats and (country:ee<enter>")
        #expect(!desk.state.searchWords.isEmpty && desk.footer.contains(")"), "\(desk.footer)")
    }

    @Test func aFilterWithAMistakeIsNotDone() throws {
        var desk = desk()
        try desk.press(":")
        desk.give("filter country:atlantis")
        #expect(desk.state.searchWords.isEmpty && desk.state.place == .command)
        desk.give("filter country:ee list")
        #expect(desk.effects.contains(.search(words: "country:ee list")))
    }

    @Test func tabCompletesFieldsAndValues() throws {
        var desk = desk()
        try desk.press("/coun<tab>")
        #expect(desk.state.searchWords == "country:")
        try desk.press("esto<tab>")
        #expect(desk.state.searchWords == "country:estonia")
        try desk.press(" tag:mor<tab>")
        #expect(desk.state.searchWords == "country:estonia tag:morning")
        try desk.press("<esc>:filter feed:harb<tab>")
        let words = if case .command(let prompt) = desk.state.overlay { prompt.words } else { "" }
        #expect(words == "filter feed:\"Harbour Wire\"")
    }

    @Test func tabGoesThroughWhatFitsAndBack() throws {
        var desk = desk()
        try desk.press("/l<tab>")
        let first = desk.state.searchWords
        try desk.press("<tab>")
        #expect(desk.state.searchWords != first)
        try desk.press("<s-tab><s-tab>")
        #expect(desk.state.searchWords == "l")
    }

    @Test(
        arguments: [
            ("country:ua border", "border"), ("speaker:kask says:\"one sea\"", "one sea"), ("country:ua", ""),
            ("-tractor boats", "boats"), ("list boats", "list boats"),
        ])
    func wordsOfAQueryAreMarkedNotItsFields(_ query: String, _ words: String) {
        #expect(SearchWords(query).together.bytes == Folded(words).bytes)
    }

    @Test func whatIsFoundByCountryAloneHasNoHits() throws {
        var desk = desk()
        try desk.press("<enter>/country:ee<enter>n")
        #expect(desk.state.open?.walk.subject == .quotes)
    }
}
