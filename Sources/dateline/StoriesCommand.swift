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
        country?.complainUnlessMatching(library.newsroom.headlines)
        feed?.complainUnlessMatching(library.newsroom.headlines)
        let stories = ordered(library.newsroom.listedStories, by: library.newsroom).filter { story in
            country?.matches(story.headline) != false && feed?.matches(story.headline) != false && isWanted(story)
        }
        switch format {
        case .table:
            var table = Table()
            for story in stories { table.add(Self.row(story.headline)) }
            try table.print()
        case .ndjson:
            var json = JSONWriter()
            for story in stories { Self.write(story.headline, to: &json) }
            try put(json.bytes)
        }
        try library.finish()
    }

    private func ordered(_ stories: [ListedStory], by newsroom: Newsroom) -> [ListedStory] {
        guard let search else { return stories }
        let byID = Dictionary(stories.map { ($0.headline.id, $0) }) { first, _ in first }
        return newsroom.search(search).compactMap { byID[$0.id] }
    }

    private func isWanted(_ story: ListedStory) -> Bool {
        let headline = story.headline
        if unread && headline.isRead || bookmarked && !headline.isBookmarked { return false }
        if let speaker, story.reading?.hasSpeaker(WordFilter(speaker)) != true { return false }
        return true
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
