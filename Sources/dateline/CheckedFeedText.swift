import News
import Newsroom

/// A feed as `dateline feeds check` tells it to people.
struct CheckedFeedText {
    let text: String

    init(_ feed: CheckedFeed, place: String) {
        var lines = [clean(feed.title ?? place)]
        func tell(_ name: String, _ words: String?) {
            guard let words, !words.isEmpty else { return }
            lines.append("  \(name): \(clean(words))")
        }
        tell("about", feed.subtitle)
        tell("site", feed.link)
        tell("by", feed.author)
        tell("language", feed.language)
        tell("changed", (feed.updated ?? feed.published)?.iso8601)
        tell("asks to be left alone", feed.refreshMinutes.map { $0 == 1 ? "1 minute" : "\($0) minutes" })
        tell("has moved to", feed.newAddress)
        for fault in feed.faults { tell("odd", fault) }
        lines.append(feed.entries.count == 1 ? "  1 entry" : "  \(feed.entries.count) entries")
        for entry in feed.entries {
            lines.append("")
            lines += Self.lines(of: entry)
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    private static func lines(of entry: CheckedFeed.Entry) -> [String] {
        let day = (entry.published ?? entry.updated)?.iso8601 ?? "undated"
        var lines = ["  \(day)  \(clean(entry.title ?? "untitled"))"]
        if let author = entry.author { lines.append("    by \(clean(author))") }
        if let link = entry.link { lines.append("    \(clean(link))") }
        for enclosure in entry.enclosures {
            lines.append("    with \(clean(enclosure.url))" + (enclosure.type.map { " (\(clean($0)))" } ?? ""))
        }
        let words = [entry.content, entry.summary].compactMap { $0 }.first { !$0.isEmpty } ?? ""
        lines += words.split(separator: "\n").map { "    \(clean($0))" }
        return lines
    }
}
