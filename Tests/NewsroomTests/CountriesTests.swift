import Extraction
import News
import Testing

@testable import Newsroom

@Suite struct CountriesTests {
    @Test(arguments: [
        ("UA", ["UA"]), ("ua", ["UA"]), ("Ukraine", ["UA"]), ("ukrain", ["UA"]), ("Niger", ["NE"]),
        ("Åland islands", ["AX"]), ("aland", ["AX"]), ("Kosovo", ["XK"]), ("UK", ["GB"]), ("Holland", ["NL"]),
    ])
    func aCountryIsKnownByCodeNameAndWhatPointsToIt(_ words: String, _ codes: [String]) {
        #expect(countries(named: words).map(\.code) == codes)
    }

    @Test func aNameThatSeveralShareMeansAllOfThem() {
        #expect(Set(countries(named: "korea").map(\.code)).isSubset(of: ["KP", "KR"]))
    }

    @Test(arguments: ["", "xx", "!!!", "Nowhere", "\u{0}"])
    func whatIsNoCountryIsNone(_ words: String) {
        #expect(countries(named: words).isEmpty)
    }

    @Test func everyCountryHasACodeAndAName() {
        #expect(knownCountries.count > 240)
        #expect(Set(knownCountries.map(\.code)).count == knownCountries.count)
        #expect(knownCountries.allSatisfy { !$0.name.isEmpty })
    }

    @Test(arguments: [("TR", "Türkiye"), ("MM", "Burma"), ("CZ", "Czechia"), ("FR", "French Republic")])
    func countriesHaveOtherNames(_ code: String, _ name: String) {
        #expect(Newsroom.otherCountryNames[code]?.contains(name) == true)
    }

    @Test func everyCountryBelongsToOneRegion() {
        let regions = WorldRegion.allCases.flatMap(\.countryCodes)
        #expect(Set(regions).count == regions.count)
        #expect(Set(regions) == Set(knownCountries.map(\.code)))
        #expect(knownCountries.allSatisfy { $0.region != nil })
        #expect(WorldRegion(countryCode: "ZZ") == nil)
    }
}
