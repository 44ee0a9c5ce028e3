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

    @Option(help: ArgumentHelp("Quotes in stories of this day or later (2026-11-22).", valueName: "day"))
    var since: String?

    @Option(help: "How to write the list: table, ndjson, csv or markdown.")
    var format = ListedQuotes.Format.table

    @OptionGroup var paths: StoryPaths
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if let since, Timestamp(iso8601: since) == nil {
            throw ValidationError("“\(clean(since))” is no day; days are written 2026-11-22.")
        }
    }

    func run() throws {
        let country = try country.map { try CountryFilter($0) }
        let library = try OpenedLibrary(paths, options)
        let all = try library.newsroom.newestHeadlines()
        country?.complainUnlessMatching(all)
        let quoting = try speaker.map { try library.newsroom.stories(quoting: $0) }
        let stories = all.filter { country?.matches($0) != false && quoting?.contains($0.id) != false && isWanted($0) }
        var quotes = try ListedQuotes(of: stories, in: library.newsroom)
        if let speaker { quotes.keep(speaker: WordFilter(speaker)) }
        try put(quotes.bytes(as: format, columns: terminalColumns))
        try library.finish()
    }

    private func isWanted(_ story: Headline) -> Bool {
        if let first = since.flatMap({ Timestamp(iso8601: $0) }) {
            guard let published = story.published, published >= first else { return false }
        }
        return true
    }
}
