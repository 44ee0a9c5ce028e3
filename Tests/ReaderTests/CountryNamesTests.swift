import News
import Screen
import Testing

@testable import Reader

struct CountryNamesTests {
    private let german = CountryNames(["NO": "Norwegen", "DK": "Dänemark", "JP": "日本"])

    private func desk(_ glyphs: Glyphs = .unicode) -> Desk { Desk(120, 40, glyphs: glyphs, countryNames: german) }

    @Test func countriesAreShownInTheReadersLanguage() throws {
        var desk = desk()
        try desk.press("/nine hundred<enter><enter>3")
        #expect(desk.text.contains("Norwegen") && desk.text.contains("Dänemark"))
    }

    @Test(arguments: ["dän", "denm", "DK", "daenemark"])
    func theChooserKnowsThemInBothLanguages(_ typed: String) throws {
        var desk = desk()
        try desk.press("c\(typed)<enter>")
        let denmark = CountryFilter(Country(code: "DK", name: "Denmark"))
        #expect(desk.state.list.countries == (typed == "daenemark" ? nil : denmark))
        #expect(desk.title.contains("Country: Dänemark") == (typed != "daenemark"))
    }

    @Test(arguments: ["dän", "denmark", "dk"])
    func theCommandLineKnowsThemInBothLanguages(_ typed: String) throws {
        var desk = desk()
        try desk.press(":country \(typed)<enter>")
        #expect(desk.title.contains("Country: Dänemark"))
    }

    /// Under names that are shown nowhere: for who knows a country by them.
    @Test(arguments: ["c", ":country "], ["Danmark", "kongeriget dan"])
    func otherNamesFindACountryToo(_ beginning: String, _ typed: String) throws {
        let names = CountryNames([:], others: { ["DK": ["Danmark", "Kongeriget Danmark"], "NO": ["Den"]] })
        var desk = Desk(120, 40, countryNames: names)
        try desk.press("\(beginning)\(typed)<enter>")
        #expect(desk.title.contains("Country: Denmark"))
        // The names that are shown come first.
        try desk.press("C\(beginning)den<enter>")
        #expect(desk.title.contains("Country: Denmark"))
    }

    @Test func whatAsciiCannotSpellStaysEnglish() throws {
        var desk = desk(.ascii)
        try desk.press("c")
        #expect(desk.text.contains("Danemark"))
        #expect(desk.text.contains("Japan"))
    }
}
