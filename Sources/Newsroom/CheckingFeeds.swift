import Feeds
package import News

/// A feed's bytes, and how they were served.
package struct ServedFeed: Sendable {
    package let bytes: [UInt8]
    /// "text/xml; charset=utf-8"; nil when nobody said.
    package let contentType: String?
    /// Of the feed itself; nil when nobody knows.
    package let address: String?

    package init(bytes: [UInt8], contentType: String? = nil, address: String? = nil) {
        self.bytes = bytes
        self.contentType = contentType
        self.address = address
    }

    /// A file as if it had been served so; `-` is standard input.
    /// - Throws: when it cannot be read.
    package init(file: String, contentType: String? = nil, address: String? = nil) throws(Problem) {
        self.init(bytes: try feedBytes(ofFile: file), contentType: contentType, address: address)
    }
}

/// A feed as a reader would show it: plain texts. Nil stands for what the feed does not say.
package struct CheckedFeed: Sendable {
    package let title, subtitle, link, id, language, author: String?
    package let published, updated: Timestamp?
    /// How long the feed asks to be left alone between two visits.
    package let refreshMinutes: Int?
    package let newAddress: String?
    package let entries: [Entry]
    /// What was odd, in sentences.
    package let faults: [String]

    package struct Entry: Sendable {
        package let id, title, link, author, language: String?
        package let published, updated: Timestamp?
        package let summary, content: String?
        /// The entry's own and those of its texts, each once.
        package let links: [String]
        package let tags: [String]
        package let enclosures: [Enclosure]
    }

    package struct Enclosure: Sendable {
        package let url: String
        package let type: String?
        /// In bytes.
        package let length: Int?
    }

    /// - Throws: when it is no feed, saying what it is instead.
    package init(_ served: ServedFeed) throws(Problem) {
        let feed = try parsedFeed(served.bytes, contentType: served.contentType, address: served.address)
        (title, subtitle, link, id) = (feed.title, feed.subtitle, feed.link, feed.id)
        (language, author) = (feed.language, feed.author)
        (published, updated) = (feed.published, feed.updated)
        (refreshMinutes, newAddress) = (feed.refreshMinutes, feed.newAddress)
        entries = feed.entries.map { Entry($0) }
        faults = feed.faults
    }
}

extension CheckedFeed.Entry {
    fileprivate init(_ entry: ParsedEntry) {
        let texts = [entry.summary, entry.content].compactMap { $0 }
        var links = entry.links
        for address in texts.flatMap(\.addresses) where !links.contains(address) { links.append(address) }
        self.init(
            id: entry.id, title: entry.title, link: entry.link, author: entry.author, language: entry.language,
            published: entry.published, updated: entry.updated, summary: entry.summary?.words,
            content: entry.content?.words, links: links, tags: entry.tags,
            enclosures: entry.enclosures.map {
                CheckedFeed.Enclosure(url: $0.url, type: $0.type, length: $0.length)
            })
    }
}
