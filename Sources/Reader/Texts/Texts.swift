/// All words that the reader shows, in one place, so that they can be translated.
///
/// What is interpolated stands as a parameter: a translation puts it where its grammar wants it. `key` is always the
/// name of a key as the screen shows it. The help of keys and commands stands in the tables that declare them,
/// `Keys/KeyTable.swift`, `CommandForm` and `PlainForm`; by topic the rest is
///
///     Texts         things counted, lists, the title and the footer
///     PaneTexts     headers, the page, the side panel, empty lists
///     MovingTexts   moving about, the marks that n and p go to
///     KeepingTexts  bookmarks, read marks, the clipboard, undo
///     FindingTexts  search, filters and order, countries and the map
///     CommandTexts  the command line and the settings
///     StoryTexts    links, the card of a name, facts, problems
///     HelpTexts     help: chapters and places
///     PlainTexts    plain mode, where all is told and nothing drawn
enum Texts {
    // Things counted

    /// What is counted on the screen.
    enum Thing {
        case story, quote, mention, hit, speaker, name, country, word, problem

        var one: String {
            switch self {
            case .story: "story"
            case .quote: "quote"
            case .mention: "mention"
            case .hit: "hit"
            case .speaker: "speaker"
            case .name: "name"
            case .country: "country"
            case .word: "word"
            case .problem: "problem"
            }
        }

        var many: String {
            switch self {
            case .story: "stories"
            case .quote: "quotes"
            case .mention: "mentions"
            case .hit: "hits"
            case .speaker: "speakers"
            case .name: "names"
            case .country: "countries"
            case .word: "words"
            case .problem: "problems"
            }
        }
    }

    /// "1 quote", "27 stories": the one rule for plurals.
    static func counted(_ number: Int, _ thing: Thing) -> String {
        "\(number) \(number == 1 ? thing.one : thing.many)"
    }

    // Lists and signs

    /// "a, b and c"
    static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// In quotation marks.
    static func quoted(_ words: String) -> String { "“\(words)”" }

    static func percent(_ number: Int) -> String { "\(number) %" }

    // Title and footer

    static let program = "Dateline"
    static let keptOnly = "★ only"
    static let bestFirst = "best"
    static let largerWindow = "A larger window, please."

    static func unread(_ count: Int) -> String { "unread \(count)" }
    static func reading(_ done: Int, of total: Int) -> String { "reading \(done)/\(total)" }
    static func sort(by order: String) -> String { "Sort: \(order)" }

    /// What the footer says of keys whose meaning changes.
    static let backHint = "back"
    static let cardHint = "card"
    static let oneSpeakerHint = "this speaker"
    static let allSpeakersHint = "all speakers"
    static let keepStoryHint = "keep story"
    static let keepQuoteHint = "keep quote"

    static func keyDoesNothing(_ keys: String, help key: String) -> String {
        "\(keys) does nothing here; \(key) shows the keys."
    }

    // Said in many places

    static let noStory = "There is no story."
    static let noStoryOpen = "No story is open."
    static let stillOpening = "The story is still being opened."
    static let nobodyQuoted = "Nobody is quoted in this story."
}
