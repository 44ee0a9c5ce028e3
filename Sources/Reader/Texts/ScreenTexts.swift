/// What the title, the footer, the panes and the side panel say.
extension Texts {
    // MARK: Title and footer

    static let program = "Dateline"
    static let keptOnly = "★ only"
    static let bestFirst = "best"
    static let largerWindow = "A larger window, please."

    static func unread(_ count: Int) -> String { "unread \(count)" }
    static func reading(_ done: Int, of total: Int) -> String { "reading \(done)/\(total)" }
    static func fetching(_ done: Int, of total: Int) -> String { "Fetching \(done) of \(total)" }
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

    // MARK: Panes and headers

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

    // MARK: Ages in the list of stories

    static let today = "today"
    static let now = "now"
    static let openHint = "open"
    static let mentionsHint = "mentions"

    /// As short as can be, with blanks that no line is broken at.
    static func minutes(_ number: Int) -> String { "\(number)\u{A0}min" }
    static func hours(_ number: Int) -> String { "\(number)\u{A0}h" }
    static func days(_ number: Int) -> String { "\(number)\u{A0}d" }

    // MARK: Side panel

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
}
