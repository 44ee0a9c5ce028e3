import ArgumentParser
import JSONText
import News
import Newsroom

/// `dateline feeds list`
struct FeedsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists subscriptions and smart feeds, in their order.")

    @Option(help: "How to write the list: table, ndjson or opml.")
    var format = Format.table

    @OptionGroup var options: CommonOptions

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable { case table, ndjson, opml }

    func run() throws {
        try options.startLog()
        let newsroom = Newsroom(dataFolder: options.knownDataFolder)
        let reading = try newsroom.subscriptions()
        for problem in reading.problems { complain(problem) }
        switch format {
        case .table: try Self.table(of: reading.subscriptions).print()
        case .ndjson: try put(Self.ndjson(of: reading.subscriptions))
        case .opml: try put(try newsroom.exportFeeds(.opml).text)
        }
        if !reading.problems.isEmpty { throw Outcome.inputFailed }
    }

    private static func table(of list: Subscriptions) -> Table {
        var table = Table()
        for feed in list.feeds {
            let facts = [
                feed.isHidden ? "hidden" : nil, feed.isFullText ? "full text" : nil,
                feed.interval.map { FeedInterval(minutes: $0).words },
            ]
            let tags = feed.tags.map { "#\($0)" }
            table.add([
                feed.folder.joined(separator: "/"), feed.shownName,
                (facts.compactMap { $0 } + tags).joined(separator: ", "), feed.address.shown,
            ])
        }
        for smart in list.smartFeeds {
            table.add([smart.folder.joined(separator: "/"), smart.name, "smart feed", smart.query])
        }
        return table
    }

    private static func ndjson(of list: Subscriptions) -> [UInt8] {
        var json = JSONWriter()
        for feed in list.feeds {
            json.object { json in
                json.field("address", feed.address.shown)
                json.field("name", feed.shownName)
                json.field("title", feed.title)
                json.field("site", feed.site)
                json.field("folder") { $0.array { json in for name in feed.folder { json.value(name) } } }
                json.field("tags") { $0.array { json in for tag in feed.tags { json.value(tag) } } }
                if let interval = feed.interval { json.field("interval", interval) }
                json.field("full_text", feed.isFullText)
                json.field("hidden", feed.isHidden)
                if let user = feed.signIn?.user { json.field("user", user) }
            }
            json.newLine()
        }
        for smart in list.smartFeeds {
            json.object { json in
                json.field("query", smart.query)
                json.field("name", smart.name)
                json.field("folder") { $0.array { json in for name in smart.folder { json.value(name) } } }
            }
            json.newLine()
        }
        return json.bytes
    }
}
