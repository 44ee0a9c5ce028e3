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

    @Test func whatAsciiCannotSpellStaysEnglish() throws {
        var desk = desk(.ascii)
        try desk.press("c")
        #expect(desk.text.contains("Danemark"))
        #expect(desk.text.contains("Japan"))
    }
}
