/// All words that the reader shows, in one folder, so that they can be translated: here what all areas share, beside it
/// an extension for each area.
///
/// What is interpolated stands as a parameter: a translation puts it where its grammar wants it. `key` is always the
/// name of a key as the screen shows it. The help of keys and commands stands in the tables that declare them:
/// `Keys/KeyTable.swift`, `CommandForm` and `PlainForm`.
enum Texts {
    // MARK: Things counted

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

    // MARK: Lists and signs

    /// "a, b and c"
    static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// In quotation marks.
    static func quoted(_ words: String) -> String { "“\(words)”" }

    static func percent(_ number: Int) -> String { "\(number) %" }

    // MARK: Said in many places

    static let noStory = "There is no story."
    static let noStoryOpen = "No story is open."
    static let stillOpening = "The story is still being opened."
    static let nobodyQuoted = "Nobody is quoted in this story."
}
