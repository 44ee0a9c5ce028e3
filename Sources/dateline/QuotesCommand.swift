import ArgumentParser
import News
import Newsroom

/// `dateline quotes`: who said what, across all stories.
struct QuotesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quotes", abstract: "Lists who said what, newest story first.")

    @Option(help: ArgumentHelp("Quotes of one speaker.", valueName: "name"))
    var speaker: String?

    @Option(help: ArgumentHelp("Quotes in stories about a country, by code or name.", valueName: "country"))
    var country: String?

    @Option(
        help: ArgumentHelp(
            "Quotes in stories of this day or later: 2026-11-22, yesterday, monday; or of the last 2d, 3h, 1w.",
            valueName: "day"))
    var since: String?

    @Option(help: "How to write the list: table, ndjson, csv or markdown.")
    var format = ListedQuotes.Format.table

    @OptionGroup var feed: FeedOption
    @OptionGroup var paths: StoryPaths
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if let since, QueryMoment(since) == nil, Timestamp(iso8601: since) == nil {
            throw ValidationError(
                "“\(clean(since))” is no day; days are written 2026-11-22, yesterday, monday, 2d, 1w.")
        }
    }

    func run() throws {
        let country = try country.map { try CountryFilter($0) }
        let library = try OpenedLibrary(paths, options)
        let all = try library.newsroom.newestHeadlines()
        country?.complainUnlessMatching(all)
        let feeds = try FeedFilter(feed, in: library.newsroom)
        let quoting = try speaker.map { try library.newsroom.stories(quoting: $0) }
        let first = since.flatMap { Self.start(of: $0, library.newsroom) }
        let stories = all.filter { story in
            country?.matches(story) != false && feeds.matches(story) && quoting?.contains(story.id) != false
                && Self.isPublished(story, from: first)
        }
        var quotes = try ListedQuotes(of: stories, in: library.newsroom)
        if let speaker { quotes.keep(speaker: WordFilter(speaker)) }
        try put(quotes.bytes(as: format, columns: terminalColumns))
        try library.finish()
    }

    /// As `since:` in a query has it, or a moment to the second.
    private static func start(of words: String, _ newsroom: Newsroom) -> Timestamp? {
        QueryMoment(words).flatMap { newsroom.start(of: $0) } ?? Timestamp(iso8601: words)
    }

    private static func isPublished(_ story: Headline, from first: Timestamp?) -> Bool {
        guard let first else { return true }
        return story.published.map { $0 >= first } ?? false
    }
}
