import ArgumentParser
import JSONText
import News
import Newsroom

/// `dateline countries`: how many stories are about each country.
struct CountriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "countries", abstract: "Lists the countries that stories are about, with the number of stories.")

    @Option(help: "How to write the list: table or ndjson.")
    var format = ListFormat.table

    @OptionGroup var feed: FeedOption
    @OptionGroup var paths: StoryPaths
    @OptionGroup var options: CommonOptions

    func run() throws {
        let library = try OpenedLibrary(paths, options)
        var counts: [Country: Int] = [:]
        let feeds = try FeedFilter(feed, in: library.newsroom)
        for headline in try library.newsroom.headlines() where feeds.matches(headline) {
            for country in headline.countries { counts[country, default: 0] += 1 }
        }
        let rows = counts.sorted { ($1.value, $0.key.name) < ($0.value, $1.key.name) }
        switch format {
        case .table:
            var table = Table()
            for (country, count) in rows { table.add([country.code, String(count), country.name]) }
            try table.print()
        case .ndjson:
            var json = JSONWriter()
            for (country, count) in rows {
                json.object {
                    $0.field("code", country.code)
                    $0.field("name", country.name)
                    $0.field("stories", count)
                }
                json.newLine()
            }
            try put(json.bytes)
        }
        try library.finish()
    }
}
