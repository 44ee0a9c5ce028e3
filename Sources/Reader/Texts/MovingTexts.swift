/// What is said of going through stories, pages and marks.
extension Texts {
    // MARK: Moving

    static let noStoryHere = "There is no story here."
    static let noStoryToRead = "There is no story to read."
    static let onlyStory = "This is the only story."
    static let firstStory = "This is the first story."
    static let lastStory = "This is the last story."
    static let noUnreadAbove = "No unread story above."
    static let noUnreadBelow = "No unread story below."
    static let top = "This is the top."

    static func end(next key: String) -> String { "This is the end; \(key) goes to the next story." }
    static func quits(key: String) -> String { "\(key) quits." }
    static func clearsOrQuits(clear: String, quit: String) -> String { "\(clear) clears the filter, \(quit) quits." }

    // MARK: Marks: quotes, mentions and hits, of which a walk goes through one kind

    static let noStoryToWalk = "There is no story to walk through."
    static let backToHits = "Back to the hits."
    static let backToQuotes = "Back to the quotes."

    static func originalHasNo(_ mark: Thing, back key: String) -> String {
        "The original shows no \(mark.many); \(key) goes back."
    }

    static func noneBelow(_ mark: Thing) -> String { "No \(mark.one) below here." }
    static func noneAbove(_ mark: Thing) -> String { "No \(mark.one) above here." }
    static func first(_ mark: Thing) -> String { "This is the first \(mark.one)." }
    static func last(_ mark: Thing) -> String { "This is the last \(mark.one)." }
    static func last(_ mark: Thing, next key: String) -> String {
        "This is the last \(mark.one); \(key) goes to the next story that has it."
    }

    static func notNamedHere(_ name: String) -> String { "\(name) is not named here." }
    static func notInWordsShown(_ name: String) -> String { "\(name) is not named in the words shown." }
    static func notFoundHere(_ words: String, next key: String) -> String {
        "“\(words)” is not in this story; \(key) goes to the next."
    }

    /// Where a walk stands, in the footer; `place` is "4/13".
    static let noQuotes = "no quotes"
    static func quotes(_ count: Int, of speaker: String) -> String { "\(counted(count, .quote)) of \(speaker)" }
    static func named(_ name: String, times count: Int) -> String { "\(name) \(count)×" }
    static func found(_ words: String, times count: Int) -> String { "“\(words)” \(count)×" }
    static func notHere(_ words: String) -> String { "“\(words)” not here" }
    static func quote(at place: String) -> String { "quote \(place)" }
    static func quote(at place: String, of speaker: String) -> String { "quote \(place) of \(speaker)" }
    static func mention(of name: String, at place: String) -> String { "\(name) \(place)" }
    static func hit(of words: String, at place: String) -> String { "“\(words)” \(place)" }

    // MARK: One speaker

    static let noSpeakerSaid = "The story does not say who spoke here."
    static let allSpeakers = "The quotes of all speakers."

    static func chooseQuoteFirst(key: String) -> String {
        "\(key) chooses a quote; then its speaker can be picked out."
    }

    static func chooseQuoteFirst(tab key: String) -> String {
        "\(key) leads to the quotes; then the speaker of one can be picked out."
    }

    static func everyQuote(by speaker: String) -> String { "Every quote in this story is by \(speaker)." }
    static func onlyQuotes(of speaker: String, back key: String) -> String {
        "Only the quotes of \(speaker); \(key) shows all."
    }
}
