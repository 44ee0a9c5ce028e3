extension Texts {
    // Panes and headers

    static let feedsHeader = "FEEDS"
    static let storiesHeader = "STORIES"
    static let articleHeader = "ARTICLE"
    static let originalHeader = "ORIGINAL TEXT"
    static let scriptHeader = "QUOTES ONLY"
    static let openingHeader = "OPENING …"
    static func outsideList(_ header: String) -> String { "\(header), NOT IN THE LIST" }

    /// Rows of the feed list.
    static let allStories = "All stories"
    static let unreadStories = "Unread"
    static let bookmarks = "Bookmarks"

    static let onePane = "One pane fills this window."
    static let noWider = "It gets no wider."
    static let noNarrower = "It gets no narrower."

    // Ages in the list of stories

    static let today = "today"

    /// As short as can be, with blanks that no line is broken at.
    static func minutes(_ number: Int) -> String { "\(number)\u{A0}min" }
    static func hours(_ number: Int) -> String { "\(number)\u{A0}h" }
    static func days(_ number: Int) -> String { "\(number)\u{A0}d" }

    // Side panel

    static let quotesTab = "Quotes"
    static let namesTab = "Names"
    static let countriesTab = "Countries"

    static let noNames = "No names were found in this story."
    static let noCountries = "No country is named in this story."

    static let people = "People"
    static let organisations = "Organisations"
    static let places = "Places"
    static let otherNames = "Others"
    static let aboutCountries = "The story is about"
    static let otherCountries = "Also named"

    static func quotes(of speaker: String) -> String { "Quotes of \(speaker)" }

    /// Who spoke, where the story does not name them.
    static let unattributed = "unattributed"
    static func notNamed(_ words: String) -> String { "“\(words)”, not named" }

    // Empty states

    static let readingStories = "Reading stories …"
    static let noStoriesYet = "No stories here yet."
    static let startWithFolder = "Start Dateline with a folder of articles:"
    static let startCommand = "dateline PATH"
    static let noBookmarks = "No bookmarks yet."
    static let allRead = "All read."
    static let nothingUnread = "Nothing is left unread here."
    static let noStoriesInFeed = "No stories in this feed."

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
