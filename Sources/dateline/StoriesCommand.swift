import ArgumentParser
import Glibc
import News
import Newsroom

/// `dateline stories`: the list, filtered.
struct StoriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stories", abstract: "Lists stories, newest first, or best first when searching.")

    @Option(help: ArgumentHelp("Stories about a country, by code or name.", valueName: "country"))
    var country: String?

    @Option(help: ArgumentHelp("Stories in which somebody is quoted.", valueName: "name"))
    var speaker: String?

    @Flag(help: "Stories that were not read yet.")
    var unread = false

    @Flag(help: "Stories that are bookmarked, or a quote of them.")
    var bookmarked = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Stories that a query finds, as in the reader: canal country:eg -since:2d.", valueName: "query"))
    var search: String?

    @Option(help: "How to write the list: table or ndjson.")
    var format = ListFormat.table

    @OptionGroup var feed: FeedOption
    @OptionGroup var paths: StoryPaths
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if let search { try refuseOption(search, as: "--search") }
    }

    func run() throws {
        if let search { try check(query: search) }
        let country = try country.map { try CountryFilter($0) }
        let library = try OpenedLibrary(paths, options, bookmarksToo: bookmarked)
        let all = try library.newsroom.newestHeadlines()
        let feeds = try FeedFilter(feed, in: library.newsroom, hiddenToo: bookmarked)
        let isExplained = country?.complainUnlessMatching(all) ?? false
        let quoting = try speaker.map { try library.newsroom.stories(quoting: $0) }
        let stories = try ordered(all, by: library.newsroom).filter { story in
            country?.matches(story) != false && feeds.matches(story) && isWanted(story)
                && quoting?.contains(story.id) != false
        }
        switch format {
        case .table:
            var table = Table()
            for story in stories { table.add(Self.row(story)) }
            try table.print()
        case .ndjson:
            try put(try StoryListJSON(library.newsroom, stories).bytes)
        }
        // In a pipe, nothing is an answer; a person may wonder.
        if stories.isEmpty, !isExplained, isatty(STDOUT_FILENO) != 0 {
            complain(Self.explanation(all, library.newsroom))
        }
        try library.finish()
    }

    /// Why a list is empty.
    private static func explanation(_ all: [Headline], _ newsroom: Newsroom) -> Problem {
        if !all.isEmpty { return Problem("No story is as you ask.") }
        if newsroom.hasSubscriptions {
            return Problem("There are no stories yet.", remedy: "“dateline refresh” fetches your feeds.")
        }
        return Problem("There are no stories here.", remedy: "Name other files or folders.")
    }

    private func ordered(_ stories: [Headline], by newsroom: Newsroom) throws -> [Headline] {
        guard let search else { return stories }
        let byID = Dictionary(stories.map { ($0.id, $0) }) { first, _ in first }
        return try newsroom.search(search, limit: .max).hits.compactMap { byID[$0.id] }
    }

    private func isWanted(_ story: Headline) -> Bool {
        !(unread && story.isRead || bookmarked && !story.isBookmarked)
    }

    private static func row(_ headline: Headline) -> [String] {
        [
            headline.published?.day ?? "", (headline.isRead ? " " : "●") + (headline.isBookmarked ? "★" : " "),
            headline.countries.prefix(3).map(\.code).joined(separator: " "), headline.source ?? "", headline.title,
        ]
    }
}
