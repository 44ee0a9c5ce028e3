/// What stands where there is nothing to show, and what would find more.
extension Texts {
    static let readingStories = "Reading stories …"
    static let noStoriesYet = "No stories here yet."
    static let filesAppear = "Article files appear here as soon as they are in the folder."
    static let openHelp = ":open PATH reads others, too."
    static let subscribeHelp = ":subscribe ADDRESS follows a feed."
    static let noBookmarks = "No bookmarks yet."
    static let allRead = "All read."
    static let nothingUnread = "Nothing is left unread here."
    static let noStoriesInFeed = "No stories in this feed."
    static let fetchingStories = "Fetching feeds …"
    static let nothingFetched = "No feed has been fetched yet."
    static let notFetched = "This feed has not been fetched yet."
    static let searching = "Searching …"

    static func fetchHelp(key: String) -> String { "\(key) fetches all feeds." }
    static func fetchFeedHelp(key: String) -> String { "\(key) fetches it." }
    static func noStoryFits(_ query: String) -> String { "No story fits “\(query)”." }

    static func readSoFar(_ done: Int, of total: Int) -> String { "\(done) of \(total) so far." }
    static func bookmarkHelp(key: String) -> String { "\(key) keeps the story that you are on." }
    static func clearHelp(key: String) -> String { "\(key) clears the filter." }
    static func endSearchHelp(key: String, clear: String) -> String {
        "\(key) ends the search, \(clear) clears everything."
    }

    /// What would find more.
    static let stillReading = "Stories are still being read; it may be in one of them."
    static let withoutQuotationMarks = "Without quotation marks the words may stand apart."
    static let fewerWords = "Fewer words find more."
    static let firstLetters = "The first letters of a word find it too."

    static func foundElsewhere(_ stories: Int) -> String {
        "\(counted(stories, .story)) outside this feed or filter would have it."
    }

    /// All that together left nothing: "No unread story here is about the Czech Republic and has “beer”."
    /// - Parameters:
    ///   - feed: the one looked in; nil for all of them.
    ///   - claims: what was asked of a story, as `isAbout`, `mentions` and `has` say it.
    static func noStory(isUnread: Bool, isBookmarked: Bool, in feed: String?, that claims: [String]) -> String {
        var words = ["No"]
        if isUnread { words.append("unread") }
        if isBookmarked { words.append("bookmarked") }
        words += ["story", feed.map { "in \($0)" } ?? "here"]
        if !claims.isEmpty { words.append(claims.joined(separator: " and ")) }
        return words.joined(separator: " ") + "."
    }

    static func isAbout(_ countries: String) -> String { "is about \(countries)" }
    static func mentions(_ countries: String) -> String { "mentions \(countries)" }
    static func has(_ words: String) -> String { "has “\(words)”" }

    /// The same of several stories, behind their number.
    static func about(_ countries: String) -> String { "about \(countries)" }
    static func thatMention(_ countries: String) -> String { "that mention \(countries)" }

    /// A country within a sentence, with its article: "the Czech Republic".
    static func inSentence(_ country: String) -> String {
        let kinds = ["Republic", "Kingdom", "States", "Emirates", "Islands", "Netherlands", "Philippines", "Bahamas"]
        let others = ["Gambia", "Maldives", "Comoros", "Seychelles"]
        let takesThe =
            country.split(separator: " ").contains { kinds.contains(String($0)) } || others.contains(country)
        return takesThe && !country.hasPrefix("The ") ? "the " + country : country
    }
}
