import Feeds
import News
import Testing

/// A feed with something odd about it, and what a reader should make of it, in lines.
struct OddFeed: CustomTestStringConvertible {
    /// What is odd.
    let name: String
    let bytes: [UInt8]
    var contentType: String?
    var address: String?
    /// As `told` tells it.
    let told: String
    var testDescription: String { name }

    init(_ name: String, _ text: String, contentType: String? = nil, at address: String? = nil, tells told: String) {
        self.init(name, Array(text.utf8), contentType: contentType, at: address, tells: told)
    }

    init(_ name: String, _ bytes: [UInt8], contentType: String? = nil, at address: String? = nil, tells told: String) {
        self.name = name
        self.bytes = bytes
        self.contentType = contentType
        self.address = address
        self.told = told
    }
}

/// What a feed said, a line for each thing, an indented one for each thing of an entry; what it did not say is left out.
func told(_ feed: ParsedFeed) -> String {
    var lines: [String] = []
    func tell(_ name: String, _ words: String?) {
        if let words { lines.append("\(name): \(words.replacing("\n", with: " / "))") }
    }
    tell("title", feed.title)
    tell("subtitle", feed.subtitle)
    tell("link", feed.link)
    tell("id", feed.id)
    tell("language", feed.language)
    tell("author", feed.author)
    tell("published", feed.published?.iso8601)
    tell("updated", feed.updated?.iso8601)
    tell("minutes", feed.refreshMinutes.map(String.init))
    tell("moved to", feed.newAddress)
    for entry in feed.entries {
        lines.append("entry:")
        tell("  title", entry.title)
        tell("  link", entry.link)
        for link in entry.links where link != entry.link { tell("  other link", link) }
        tell("  id", entry.id)
        tell("  author", entry.author)
        tell("  published", entry.published?.iso8601)
        tell("  updated", entry.updated?.iso8601)
        tell("  summary", entry.summary?.words)
        tell("  content", entry.content?.words)
        for enclosure in entry.enclosures {
            let facts = [enclosure.type, enclosure.length.map(String.init)].compactMap { $0 }
            tell("  enclosure", ([enclosure.url] + facts).joined(separator: " "))
        }
        if !entry.tags.isEmpty { tell("  tags", entry.tags.joined(separator: ", ")) }
        tell("  language", entry.language)
    }
    // How many places were put right is a matter of taste, and told by a test of its own.
    for fault in feed.faults where !fault.hasPrefix("It is not well-formed XML") { tell("odd", fault) }
    return lines.joined(separator: "\n")
}

/// Tells it, or why it is no feed.
func told(_ feed: OddFeed) -> String {
    do {
        return told(try parsedFeed(feed.bytes, contentType: feed.contentType, address: feed.address))
    } catch {
        return [error.summary, error.remedy].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
