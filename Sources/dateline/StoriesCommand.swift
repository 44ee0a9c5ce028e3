import ArgumentParser
import JSONText
import News
import Newsroom

/// `dateline stories`: the list, filtered.
struct StoriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stories", abstract: "Lists stories, newest first, or best first when searching.")

    @Option(help: ArgumentHelp("Stories about a country, by code or name.", valueName: "country"))
    var country: String?

    @Option(help: ArgumentHelp("Stories of a feed, by the words of its name.", valueName: "feed"))
    var feed: String?

    @Option(help: ArgumentHelp("Stories in which somebody is quoted.", valueName: "name"))
    var speaker: String?

    @Flag(help: "Stories that were not read yet.")
    var unread = false

    @Flag(help: "Stories that are bookmarked, or a quote of them.")
    var bookmarked = false

    @Option(help: ArgumentHelp("Stories with all these words.", valueName: "words"))
    var search: String?

    @Option(help: "How to write the list: table or ndjson.")
    var format = ListFormat.table

    @OptionGroup var paths: StoryPaths
    @OptionGroup var options: CommonOptions

    func run() throws {
        let country = try country.map { try CountryFilter($0) }
        let feed = feed.map { FeedFilter($0) }
        let library = try OpenedLibrary(paths, options, bookmarksToo: bookmarked)
        let all = try library.newsroom.newestHeadlines()
        country?.complainUnlessMatching(all)
        feed?.complainUnlessMatching(all)
        let quoting = try speaker.map { try library.newsroom.stories(quoting: $0) }
        let stories = try ordered(all, by: library.newsroom).filter { story in
            country?.matches(story) != false && feed?.matches(story) != false && isWanted(story)
                && quoting?.contains(story.id) != false
        }
        switch format {
        case .table:
            var table = Table()
            for story in stories { table.add(Self.row(story)) }
            try table.print()
        case .ndjson:
            var json = JSONWriter()
            for story in stories { Self.write(story, to: &json) }
            try put(json.bytes)
        }
        try library.finish()
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

    private static func write(_ headline: Headline, to json: inout JSONWriter) {
        json.object { json in
            json.field("id", headline.id)
            json.field("title", headline.title)
            json.field("feed", headline.feed.id)
            json.field("source", headline.source)
            json.field("published", headline.published?.iso8601)
            json.field("countries") {
                $0.array { json in for country in headline.countries { json.value(country.code) } }
            }
            json.field("words", headline.wordCount)
            json.field("minutes", headline.minutes)
            json.field("read", headline.isRead)
            json.field("bookmarked", headline.isBookmarked)
        }
        json.newLine()
    }
}
