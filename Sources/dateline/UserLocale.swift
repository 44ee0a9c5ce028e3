import Newsroom
import Reader

/// What the environment says of the user's language, and of the characters that their terminal shows.
struct UserLocale: Hashable {
    /// Whether the terminal is said to show UTF-8. It is not where nothing is said: a bare environment is the locale C, as
    /// for every other program, and ASCII can be read where UTF-8 is shown while the other way round there is rubbish.
    /// Whether the C library has the locale does not matter: the name came from where the user sits.
    let isUTF8: Bool
    /// The languages that are wanted, the most wanted first, as the tables write them: "de", "zh-Hant". Empty where
    /// nothing is said.
    let languages: [String]

    /// - Parameter variable: of the environment; nil when it is not set or empty.
    init(_ variable: (String) -> String?) {
        func first(_ names: String...) -> String? { names.compactMap(variable).first }
        isUTF8 = first("LC_ALL", "LC_CTYPE", "LANG").map(Self.namesUTF8) ?? false
        guard let messages = first("LC_ALL", "LC_MESSAGES", "LANG"), let own = Self.language(of: messages) else {
            // As gettext has it, the locale C knows no list of languages.
            languages = []
            return
        }
        let list = variable("LANGUAGE")?.split(separator: ":").compactMap { Self.language(of: $0) } ?? []
        languages = list + [own]
    }

    static var current: UserLocale { UserLocale(environment) }

    var glyphs: Glyphs { isUTF8 ? .unicode : .ascii }
    var countryNames: CountryNames {
        CountryNames(Newsroom.countryNames(in: languages), others: { Newsroom.otherCountryNames })
    }

    /// "de_DE.UTF-8", "C.utf8", and the bare "UTF-8" that other systems set LC_CTYPE to. Without a code set the C library
    /// means an older one nearly always.
    private static func namesUTF8(_ locale: String) -> Bool {
        let codeSet = locale.prefix { $0 != "@" }.split(separator: ".").last ?? ""
        return codeSet.lowercased().filter { $0 != "-" } == "utf8"
    }

    /// "de" for "de_AT.UTF-8@euro"; nil for C and POSIX.
    private static func language(of locale: some StringProtocol) -> String? {
        let parts = locale.prefix { $0 != "." && $0 != "@" }.split { $0 == "_" || $0 == "-" }.map { $0.lowercased() }
        guard let language = parts.first, !["c", "posix", "utf"].contains(language) else { return nil }
        switch language {
        case "zh": return parts.contains { ["hant", "tw", "hk", "mo"].contains($0) } ? "zh-Hant" : "zh-Hans"
        // Both written forms of Norwegian call countries nearly the same.
        case "no", "nn": return "nb"
        // As old systems write Hebrew and Indonesian.
        case "iw": return "he"
        case "in": return "id"
        default: return language
        }
    }
}
