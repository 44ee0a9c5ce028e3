import Feeds
import News
import Storage

/// Makes stories of what a feed said. For one thread.
struct StoryDrafts {
    private let packer = TextPacker()
    private let feed: Subscription
    private let source: String?
    private let seen: Timestamp

    /// - Parameters:
    ///   - title: as the feed calls itself.
    ///   - seen: when it said so.
    init(of feed: Subscription, titled title: String?, seen: Timestamp) {
        self.feed = feed
        source = feed.source(titled: title)
        self.seen = seen
    }

    func draft(_ entry: ParsedEntry) -> StoryDraft {
        let key = entry.key
        var id = StableHash()
        id.add(feed.id.utf8)
        id.add(key.utf8)
        return StoryDraft(
            key: key, name: id.letters, title: entry.title ?? Self.title(of: entry), source: source,
            byline: entry.author, link: entry.link, published: date(of: entry), language: entry.language,
            text: StoredEntry(entry).stored, packer: packer)
    }

    /// When it was published; when it was seen first, where the feed says nothing or names a day that has not come.
    private func date(of entry: ParsedEntry) -> Timestamp {
        guard let date = entry.published ?? entry.updated, date.seconds <= seen.seconds + 86_400 else { return seen }
        return date
    }

    private static let titleLength = 80

    /// The first words of an entry that has no title.
    private static func title(of entry: ParsedEntry) -> String {
        guard let line = (entry.summary ?? entry.content)?.line else { return entry.link ?? entry.key }
        if line.count <= titleLength { return line }
        let start = line.prefix(titleLength)
        return (start.lastIndex(of: " ").map { start[..<$0] } ?? start) + "…"
    }
}

extension Subscription {
    /// What its stories say that they are from.
    /// - Parameter title: what the feed calls itself.
    func source(titled title: String?) -> String? { name ?? title ?? self.title }
}
