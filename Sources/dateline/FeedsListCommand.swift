import ArgumentParser
import JSONText
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
        let health = try newsroom.feedHealth()
        switch format {
        case .table: try Self.table(of: reading.subscriptions, health).print()
        case .ndjson: try put(Self.ndjson(of: reading.subscriptions, health))
        case .opml: try put(try newsroom.exportFeeds(.opml).text)
        }
        if !reading.problems.isEmpty { throw Outcome.inputFailed }
    }

    private static func table(of list: Subscriptions, _ health: [String: FeedHealth]) -> Table {
        var table = Table()
        for feed in list.feeds {
            let facts = [
                feed.isHidden ? "hidden" : nil, feed.isFullText ? "full text" : nil,
                feed.interval.map { FeedInterval(minutes: $0).words },
            ]
            let tags = feed.tags.map { "#\($0)" }
            table.add([
                feed.folder.joined(separator: "/"), feed.shownName,
                (facts.compactMap { $0 } + tags + (health[feed.id]?.words ?? [])).joined(separator: ", "),
                feed.address.shown,
            ])
        }
        for smart in list.smartFeeds {
            table.add([smart.folder.joined(separator: "/"), smart.name, "smart feed", smart.query])
        }
        return table
    }

    private static func ndjson(of list: Subscriptions, _ health: [String: FeedHealth]) -> [UInt8] {
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
                health[feed.id]?.write(to: &json)
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

extension FeedHealth {
    /// "failed 3 times: …", "fetched 2026-11-26, 14 stories a week": what a person wants to know first.
    fileprivate var words: [String] {
        guard let checked else { return [] }
        var words: [String] = []
        if let failure {
            let reason = failure.summary.hasSuffix(".") ? failure.summary.dropLast() : failure.summary[...]
            words.append("failed \(failures == 1 ? "once" : "\(failures) times"): \(reason)")
            words.append(succeeded.map { "last fetched \($0.day)" } ?? "never fetched")
        } else {
            words.append("fetched \(checked.day)")
        }
        if isGone { words.append("gone for good") }
        if let movedTo { words.append("moved to \(movedTo)") }
        words.append("\(stories) stories")
        if weekly > 0 { words.append("\(weekly < 10 ? tenths(weekly) : String(Int(weekly.rounded()))) a week") }
        if let medianAge { words.append("half of them younger than \(age(medianAge))") }
        if let size { words.append(size < 1_000_000 ? "\(size / 1_000) kB" : "\(tenths(Double(size) / 1e6)) MB") }
        return words
    }

    fileprivate func write(to json: inout JSONWriter) {
        json.field("checked", checked?.iso8601)
        json.field("succeeded", succeeded?.iso8601)
        json.field("changed", changed?.iso8601)
        json.field("failures", failures)
        json.field("failure", failure?.summary)
        json.field("gone", isGone)
        json.field("moved_to", movedTo)
        json.field("stories", stories)
        json.field("stories_a_week", tenths(weekly))
        if let medianAge { json.field("median_age_seconds", medianAge) }
        if let size { json.field("bytes", size) }
    }

    private func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }

    private func age(_ seconds: Int) -> String {
        switch seconds {
        case ..<7_200: "\(seconds / 60) min"
        case ..<172_800: "\(seconds / 3_600) h"
        default: "\(seconds / 86_400) days"
        }
    }
}
