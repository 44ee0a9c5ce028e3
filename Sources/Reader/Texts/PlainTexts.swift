/// Plain mode: the reader without a screen. Its commands' help stands in `PlainForm`.
extension Texts {
    static let greeting = "A number reads that story; help tells the commands."
    static let thatWasAll = "That was all."
    static let moreFollows = "More follows: press Enter."
    static let nothingToSet = "There is nothing to set without a screen."
    static let noSuchLinkTold = "There is no such link; “links” tells them."

    static func more(_ stories: Int) -> String { "\(counted(stories, .story)) more: press Enter." }
    static func needsNumber(_ command: String) -> String { "“\(command)” needs a number behind it." }
    static func needsScreen(_ command: String) -> String { "“\(command)” changes the screen, and there is none here." }
    static func noStory(_ number: Int, of stories: Int) -> String {
        "There is no story \(number); there are \(counted(stories, .story))."
    }

    static func noSuchQuote(of quotes: Int) -> String { "There is no such quote; there are \(quotes)." }
    static func noSuchName(of names: Int) -> String { "There is no such name; there are \(names)." }
    static let readAlready = "The story is read already."
    static let unreadAlready = "The story is unread already."

    static let numberHelp = "A number reads that story of the list."
    static let cutHelp = "A name may be cut short where only one command begins so."

    /// "next-story or J: reads the next story."
    static func help(_ command: String, key: String?, _ help: String) -> String {
        "\(command)\(key.map { " or \($0)" } ?? ""): \(help)."
    }

    // MARK: The list of stories, told

    static let bestFirstTold = "the best first"

    static func sortedTold(by order: String) -> String { "sorted by \(order)" }

    /// "5 stories in Unread about Ukraine with “border”, bookmarked ones only, 2 unread, sorted by newest."
    /// - Parameters:
    ///   - feed, countries, words: what narrows the list; nil for nothing. `countries` as `about` says it.
    ///   - order: `bestFirstTold` or `sortedTold`.
    static func listed(
        _ stories: Int, in feed: String?, _ countries: String?, with words: String?, isBookmarkedOnly: Bool,
        unread: Int, _ order: String
    ) -> String {
        counted(stories, .story) + (feed.map { " in \($0)" } ?? "") + (countries.map { " \($0)" } ?? "")
            + (words.map { " with “\($0)”" } ?? "") + (isBookmarkedOnly ? ", bookmarked ones only" : "")
            + ", \(unread) unread, \(order)."
    }

    /// What is told of a story in the list.
    static let unreadTold = "unread"
    static let bookmarkedTold = "bookmarked"
    static let quoteBookmarkedTold = "a quote bookmarked"

    static func minutesTold(_ number: Int) -> String { "\(number) min" }
    static func aboutTold(_ countries: String) -> String { "About \(countries)." }

    static let noStoryAboutCountries = "No story is about a country."

    static func countriesTold(_ count: Int) -> String { "\(counted(count, .country)). “country NAME” keeps one." }
    static func told(country name: String, code: String, stories: Int) -> String {
        "\(name), \(code): \(counted(stories, .story))."
    }

    static func told(feed name: String, stories: Int, unread: Int) -> String {
        "\(name): \(counted(stories, .story))\(unread > 0 ? ", \(unread) unread" : "")."
    }

    static func told(smart name: String) -> String { "\(name): a search; “feed \(name)” tells its stories." }

    static func told(problems: Int) -> String { "\(counted(problems, .problem))." }

    // MARK: A story, told

    static let bookmarkedSentence = "Bookmarked."
    static let endOfStory = "End of the story."
    static let noOwnPage = "The story names no page of its own."

    static func ownPage(_ link: String) -> String { "The story’s own page: \(link)" }

    /// "11 quotes, 7 names."
    static func told(quotes: Int, names: Int) -> String { "\(counted(quotes, .quote)), \(counted(names, .name))." }

    /// "11 quotes in “Headline”."
    static func told(_ count: Int, _ thing: Thing, in headline: String) -> String {
        "\(counted(count, thing)) in “\(headline)”."
    }

    /// A mark, by its number among so many, and its words or those around it.
    static func told(quote number: Int, of count: Int, _ words: String) -> String {
        "Quote \(number) of \(count). \(words)"
    }

    static func told(mentionOf name: String, _ number: Int, of count: Int, _ words: String) -> String {
        "\(name), mention \(number) of \(count). \(words)"
    }

    static func told(hitOf searched: String, _ number: Int, of count: Int, _ words: String) -> String {
        "“\(searched)”, hit \(number) of \(count). \(words)"
    }

    static func told(name: String, _ role: String?, mentions: Int) -> String {
        "\(name)\(role.map { ", \($0)" } ?? ""), \(counted(mentions, .mention))."
    }

    static func told(country name: String, code: String, isAbout: Bool, mentions: Int) -> String {
        "\(name), \(code)\(isAbout ? ", the story is about it" : ""), \(counted(mentions, .mention))."
    }

    /// Who said what; `words` stand in quotation marks.
    static func told(unattributed words: String) -> String { "The text does not say who: \(words)" }
    static func told(goingOn words: String, by speaker: String) -> String { "\(speaker) goes on: \(words)" }
    static func told(_ words: String, by speaker: String) -> String { "\(speaker): \(words)" }
    static func told(_ words: String, by speaker: String, cue: String) -> String { "\(speaker) \(cue): \(words)" }
    static func told(quoted words: String, by speaker: String) -> String { "\(speaker), as quoted: \(words)" }

    /// What stands behind a quote in the text: " [quote 3, Ana Lima]".
    static func label(ofQuote number: Int, by speaker: String?) -> String {
        " [quote \(number)\(speaker.map { ", \($0)" } ?? "")]"
    }
}
