import ArgumentParser
import News
import Newsroom

/// `dateline feeds export`
struct FeedsExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes the subscriptions for other programs.",
        discussion: "What a format cannot say is told on standard error.")

    @Option(help: "How to write them: opml, or urls for newsboat.")
    var format = SubscriptionFormat.opml

    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.startLog()
        let export = try Newsroom(dataFolder: options.knownDataFolder).exportFeeds(format)
        for problem in export.problems { complain(problem) }
        try put(export.text)
    }
}
