import Synchronization

/// The language of a text.
struct Language: Sendable {
    /// As in ISO 639-1; "und" for a script that tells no language.
    let code: String
    let isEnglish: Bool
    /// Whether `CLanguageFacts/data/languages` has a file of its words.
    var hasFacts = false
    /// Whether every noun begins with a capital, as in German: a capital makes no name there.
    var capitalisesNouns = false
    /// Whether von and van stand in names behind forenames alone, and elsewhere mean "of".
    var particlesFollowForenames = false
    /// Whether names change their endings, so that a word behind a role may be what the role is over: президент России.
    var inflectsNames = false

    static let english = Language(code: "en")
    static let undetermined = Language(code: "und")

    init(code: String) {
        self.code = code
        isEnglish = code == "en"
    }
}

/// The facts for languages other than English, each made when a text first asks for it, and kept.
final class FactsByLanguage: Sendable {
    // A class, because a mutex cannot be copied.
    private let kept = Mutex<[String: Facts]>([:])
    // Languages without a file of their own know the same: the shared facts.
    private static let shared = FactsMaker(.undetermined)

    func facts(for language: Language) -> Facts {
        kept.withLock { kept in
            if let known = kept[language.code] { return known }
            let facts = Facts(language.hasFacts ? FactsMaker(language) : Self.shared, language)
            kept[language.code] = facts
            return facts
        }
    }
}
