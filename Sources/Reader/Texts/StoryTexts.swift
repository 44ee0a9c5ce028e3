/// What is told of a story beside its text: its links, its names and its facts.
extension Texts {
    // MARK: Links

    static let links = "Links in this story"
    static let noLinks = "No link stands in this story."
    static let noOwnLink = "The story has no link of its own."

    static func noLinks(openStory key: String) -> String {
        "No link stands in this story; \(key) opens the story’s own page."
    }

    static func noOwnLink(links key: String) -> String {
        "The story has no link of its own; \(key) lists the links in it."
    }

    static func noSuchLink(close key: String) -> String { "No link has that letter; \(key) closes." }
    static func notOfTheWeb(_ link: String) -> String { "“\(link)” is no link to the web." }
    static func opening(_ host: String) -> String { "Opening \(host) …" }
    static func isPrivate(_ host: String) -> String {
        "The link leads into your own network, to \(host); it is not opened."
    }

    // MARK: The card of a name

    static let person = "person"
    static let organisation = "organisation"
    static let place = "place"
    static let otherName = "name"
    static let firstSentence = "First sentence"
    static let saysHere = "Says here"
    static let noOtherStory = "In no other story here"

    static func named(times count: Int) -> String { "named \(count)×" }
    static func otherStories(_ count: Int) -> String {
        "In \(count) other \(count == 1 ? Thing.story.one : Thing.story.many)"
    }

    static func wholeCard(key: String) -> String { "… \(key) shows the whole card" }

    // MARK: Facts of a story: what each is, and what it can be

    static let facts = "This story"
    static let headline = "Headline"
    static let origin = "From"
    static let feed = "Feed"
    static let source = "Source"
    static let byline = "Byline"
    static let date = "Date"
    static let link = "Link"
    static let length = "Length"
    static let quotes = "Quotes"
    static let names = "Names"
    static let about = "About"
    static let read = "Read"
    static let bookmarked = "Bookmarked"

    static let fetched = "Fetched"
    static let readAt = "Read at"
    static let earlier = "Earlier"

    /// "2 kept, read 24 Nov 2026 14:03 and 25 Nov 2026 09:10"
    static func earlier(_ moments: [String]) -> String {
        guard !moments.isEmpty else { return "no earlier version is kept" }
        let shown = list(moments.suffix(3).map { $0 })
        return "\(moments.count) kept, read \(moments.count > 3 ? "last " : "")\(shown)"
    }

    static let keptCopy = "the file is gone; this copy was kept with the bookmark"
    static let noFeedAnyMore = "none any more"
    static let noCountry = "no country"
    static let notGiven = "not given"
    static let yes = "yes"
    static let no = "no"

    static func length(_ words: Int, minutes: Int) -> String { "\(counted(words, .word)), \(minutes) min" }
    static func quotes(_ count: Int, ofSpeakers speakers: Int) -> String {
        "\(count), of \(counted(speakers, .speaker))"
    }
}
