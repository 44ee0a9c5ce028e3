import JSONText
import News
import Newsroom
import Screen

/// What the user is subscribed to, in their order, and how the feeds do.
struct ListedFeeds {
    private enum Entry {
        case folder([String])
        case feed(Subscription, FeedHealth?)
        case smart(SmartFeed)
    }

    private let entries: [Entry]

    /// - Parameter health: by the ids of the feeds; without one, a feed was never fetched.
    init(_ list: Subscriptions, _ health: [String: FeedHealth]) {
        let feeds = Dictionary(list.feeds.map { ($0.id, $0) }) { first, _ in first }
        let listing = list.listing { ListedFeed(id: $0.id, name: $0.shownName) }
        entries = listing.entries.compactMap { entry in
            switch entry {
            case .folder(let path): .folder(path)
            case .smart(let smart): .smart(smart)
            case .feed(let listed):
                feeds[listed.id].map { feed in
                    var named = feed
                    named.title = feed.title ?? health[feed.id]?.title
                    return .feed(named, health[feed.id])
                }
            }
        }
    }

    /// - Parameter limit: the columns of a terminal, on which each entry has lines of its own and nothing is cut; nil for a
    ///   row each.
    func text(columns limit: Int?) -> String {
        if let limit { return entries.flatMap { Self.lines(of: $0, limit) }.map { $0 + "\n" }.joined() }
        var table = Table()
        for case let row? in entries.map(Self.row) { table.add(row) }
        return table.text(columns: nil)
    }

    private static func row(of entry: Entry) -> [String]? {
        switch entry {
        case .folder: nil
        case .feed(let feed, let health):
            [
                feed.folder.joined(separator: "/"), feed.shownName,
                facts(of: feed, health).joined(separator: ", "), feed.address.shown,
            ]
        case .smart(let smart): [smart.folder.joined(separator: "/"), smart.name, "smart feed", smart.query]
        }
    }

    private static func facts(of feed: Subscription, _ health: FeedHealth?) -> [String] {
        let facts = [
            feed.isHidden ? "hidden" : nil, feed.isFullText ? "full text" : nil,
            feed.interval.map { FeedInterval(minutes: $0).words },
        ]
        return facts.compactMap { $0 } + feed.tags.map { "#\($0)" } + (health?.words ?? ["not fetched yet"])
    }

    /// As a tree: what is in a folder stands behind it, further in.
    private static func lines(of entry: Entry, _ limit: Int) -> [String] {
        switch entry {
        case .folder(let path): return [indent(path.count - 1) + clean(path.last ?? "") + "/"]
        case .smart(let smart):
            return [indent(smart.folder.count) + clean(smart.name)]
                + wrapped("smart feed: \(smart.query)", indent(smart.folder.count + 2), limit)
        case .feed(let feed, let health):
            let margin = indent(feed.folder.count)
            let facts = wrapped(facts(of: feed, health).joined(separator: ", "), margin + indent(2), limit)
            let (name, address) = (clean(feed.shownName), clean(feed.address.shown))
            // A name that is the address is said once.
            if address.hasSuffix(name) { return [margin + address] + facts }
            let whole = "\(margin)\(name)  \(address)"
            if columns(of: whole) <= limit { return [whole] + facts }
            return [margin + name, margin + indent(2) + address] + facts
        }
    }

    private static func indent(_ steps: Int) -> String { String(repeating: "  ", count: max(0, steps)) }

    /// Lines of whole words, as long as they may be.
    private static func wrapped(_ words: String, _ margin: String, _ limit: Int) -> [String] {
        var lines: [String] = []
        var line = margin
        for word in clean(words).split(separator: " ") {
            let isFirst = line.count == margin.count
            if !isFirst, columns(of: line) + 1 + columns(of: String(word)) > limit {
                lines.append(line)
                line = margin + word
            } else {
                line += isFirst ? word : " " + word
            }
        }
        return lines + [line]
    }

    var ndjson: [UInt8] {
        var json = JSONWriter()
        for entry in entries {
            switch entry {
            case .folder: continue
            case .feed(let feed, let health): json.object { Self.write(feed, health, to: &$0) }
            case .smart(let smart):
                json.object { json in
                    json.field("query", smart.query)
                    json.field("name", smart.name)
                    Self.write(smart.folder, as: "folder", to: &json)
                }
            }
            json.newLine()
        }
        return json.bytes
    }

    private static func write(_ feed: Subscription, _ health: FeedHealth?, to json: inout JSONWriter) {
        json.field("address", feed.address.shown)
        json.field("name", feed.shownName)
        json.field("title", feed.title)
        json.field("site", feed.site)
        write(feed.folder, as: "folder", to: &json)
        write(feed.tags, as: "tags", to: &json)
        if let interval = feed.interval { json.field("interval", interval) }
        json.field("full_text", feed.isFullText)
        json.field("hidden", feed.isHidden)
        if let user = feed.signIn?.user { json.field("user", user) }
        health?.write(to: &json)
    }

    private static func write(_ words: [String], as name: String, to json: inout JSONWriter) {
        json.field(name) { $0.array { json in for word in words { json.value(word) } } }
    }
}
