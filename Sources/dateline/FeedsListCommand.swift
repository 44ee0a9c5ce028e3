import ArgumentParser
import News
import Newsroom

/// `dateline feeds list`
struct FeedsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists subscriptions and smart feeds, in their order, and how the feeds do.")

    @Option(help: "How to write the list: table, ndjson or opml.")
    var format = Format.table

    @OptionGroup var options: CommonOptions

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable { case table, ndjson, opml }

    func run() throws {
        try options.startLog()
        let newsroom = Newsroom(dataFolder: options.knownDataFolder)
        let reading = try newsroom.subscriptions()
        for problem in reading.problems { complain(problem) }
        var hasFailed = !reading.problems.isEmpty
        var health: [String: FeedHealth] = [:]
        do {
            health = try newsroom.feedHealth()
        } catch {
            // The list itself is in another file.
            hasFailed = true
            complain(error)
        }
        let list = ListedFeeds(reading.subscriptions, health)
        switch format {
        case .table: try put(list.text(columns: terminalColumns))
        case .ndjson: try put(list.ndjson)
        case .opml:
            let export = try newsroom.exportFeeds(.opml)
            for problem in export.problems { complain(problem) }
            try put(export.text)
        }
        if hasFailed { throw Outcome.inputFailed }
    }
}
