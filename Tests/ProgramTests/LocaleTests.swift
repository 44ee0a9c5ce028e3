import Newsroom
import Testing

@testable import dateline

/// What the environment says of languages and characters.
@Suite struct LocaleTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let set: [String: String]
        let languages: [String]
        let isUTF8: Bool

        init(_ set: [String: String], _ languages: [String], isUTF8: Bool = true) {
            self.set = set
            self.languages = languages
            self.isUTF8 = isUTF8
        }

        var testDescription: String { "\(set)" }
    }

    @Test(arguments: [
        Case([:], [], isUTF8: false),
        Case(["LANG": "C"], [], isUTF8: false),
        Case(["LANG": "POSIX", "LANGUAGE": "de"], [], isUTF8: false),
        Case(["LANG": "C.UTF-8"], []),
        Case(["LANG": "C.utf8"], []),
        Case(["LANG": "en_US.UTF-8"], ["en"]),
        Case(["LANG": "de_AT.UTF-8"], ["de"]),
        Case(["LANG": "de_DE.ISO-8859-1"], ["de"], isUTF8: false),
        Case(["LANG": "de_DE@euro"], ["de"], isUTF8: false),
        Case(["LANG": "sr_RS.UTF-8@latin"], ["sr"]),
        Case(["LANG": "de_DE.UTF-8", "LC_ALL": "C"], [], isUTF8: false),
        Case(["LANG": "C", "LC_CTYPE": "UTF-8"], []),
        Case(["LANG": "fr_FR.UTF-8", "LC_MESSAGES": "it_IT.UTF-8", "LC_CTYPE": "C"], ["it"], isUTF8: false),
        Case(["LANG": "ca_ES.UTF-8", "LANGUAGE": "ca:es:C"], ["ca", "es", "ca"]),
        Case(["LANG": "zh_CN.UTF-8"], ["zh-Hans"]),
        Case(["LANG": "zh_HK.UTF-8"], ["zh-Hant"]),
        Case(["LANG": "nn_NO.UTF-8"], ["nb"]),
        Case(["LANG": ".@", "LC_CTYPE": "@"], [], isUTF8: false),
    ])
    func theFirstVariableThatIsSetDecides(_ test: Case) {
        let locale = UserLocale { test.set[$0] }
        #expect(locale.languages == test.languages)
        #expect(locale.isUTF8 == test.isUTF8)
    }

    @Test(arguments: [
        (["de"], "Deutschland"), (["fr"], "Allemagne"), (["zh-Hant"], "德國"), (["zh-Hans"], "德国"), (["ja"], "ドイツ"),
        (["ar"], "ألمانيا"), (["sr", "ru"], "Германия"), (["en", "de"], nil), (["ca"], nil), ([], nil), (["d"], nil),
    ])
    func theFirstLanguageWithNamesGivesThem(_ languages: [String], _ germany: String?) {
        #expect(Newsroom.countryNames(in: languages)["DE"] == germany)
    }
}
