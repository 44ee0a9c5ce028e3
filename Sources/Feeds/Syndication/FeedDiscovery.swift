import News

/// A feed that a page says it has.
package struct DiscoveredFeed: Hashable, Sendable {
    /// As the page calls it; nil when it does not.
    package let title: String?
    package let address: String
    /// "application/rss+xml"; nil for one that is only linked to.
    package let type: String?

    /// Whether it seems to be of what readers say beneath the stories, by its title or address.
    package var isOfComments: Bool {
        let words = "\(title ?? "") \(AddressReference(address).path)".lowercased()
        return ["comment", "kommentar", "comentario", "commenti", "reacties"].contains { words.contains($0) }
    }
}

/// The feeds of a page, in its order: those that its head names, else what it links to that is called a feed.
///
/// - Parameter address: of the page.
package func discoveredFeeds(inPage bytes: [UInt8], address: String?) -> [DiscoveredFeed] {
    discoveredFeeds(inText: Array(decoded(bytes, declared: declaredCharacterSet(ofPage: bytes)).utf8), address: address)
}

func discoveredFeeds(inText text: [UInt8], address: String?) -> [DiscoveredFeed] {
    // What a page is about stands at its top.
    let text = Array(text.prefix(1 << 19))
    var scanner = MarkupScanner(text)
    var base = address
    var named: [DiscoveredFeed] = []
    var linked: [DiscoveredFeed] = []
    while let token = scanner.next() {
        guard case .open(let element, let attributes) = token else { continue }
        switch element {
        case .base:
            base = text.attribute("href", in: attributes).flatMap { resolvedAddress($0, on: address) } ?? base
        case .link:
            if let feed = namedFeed(text, attributes, base), !named.contains(where: { $0.address == feed.address }) {
                named.append(feed)
            }
        case .a:
            guard linked.count < 10, let href = text.attribute("href", in: attributes), looksLikeFeed(href),
                let place = resolvedAddress(href, on: base), !linked.contains(where: { $0.address == place })
            else { continue }
            linked.append(DiscoveredFeed(title: nil, address: place, type: nil))
        default: break
        }
    }
    return named.isEmpty ? linked : named
}

/// `<link rel="alternate" type="application/rss+xml" href="…" title="…">`
private func namedFeed(_ text: [UInt8], _ attributes: Range<Int>, _ base: String?) -> DiscoveredFeed? {
    guard let relation = text.attribute("rel", in: attributes)?.lowercased(),
        let href = text.attribute("href", in: attributes),
        let address = resolvedAddress(href, on: base)
    else { return nil }
    let relations = relation.split(separator: " ")
    let type = text.attribute("type", in: attributes)?.lowercased()
    let isFeed = type.map { feedTypes.contains($0) } ?? relations.contains("feed")
    guard isFeed, relations.contains("alternate") || relations.contains("feed") else { return nil }
    return DiscoveredFeed(
        title: text.attribute("title", in: attributes).flatMap(nonBlank), address: address, type: type)
}

private let feedTypes: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json",
    "text/xml", "application/xml", "application/x.atom+xml", "application/x-atom+xml",
]

/// "/feed/", "/index.rdf", "atom.xml", "/rss".
private func looksLikeFeed(_ href: String) -> Bool {
    let path = AddressReference(href).path.lowercased()
    let steps = path.split(separator: "/")
    guard let last = steps.last else { return false }
    return ["feed", "feeds", "rss", "atom"].contains(last)
        || ["rss.xml", "atom.xml", "feed.xml", "index.xml", "feed.json"].contains(last) || last.hasSuffix(".rss")
        || last.hasSuffix(".rdf") || last.hasSuffix(".atom")
}

/// Why these are no feed: what they are instead, and where feeds are.
func notAFeed(_ text: [UInt8], rootName: String?, address: String?) -> Problem {
    switch rootName {
    case "opml":
        return Problem("It is a list of feeds (OPML), not a feed.", remedy: "Import it: dateline feeds import FILE.")
    case "urlset", "sitemapindex": return Problem("It is a map of a site, not a feed.")
    default: break
    }
    if looksLikePage(text, rootName) {
        let feeds = discoveredFeeds(inText: text, address: address).prefix(5)
        let remedy = feeds.isEmpty ? "" : "It links to \(feeds.map(\.address).joined(separator: ", "))."
        return Problem("It is a web page, not a feed.", remedy: remedy)
    }
    if !isText(String(decoding: text.prefix(4_096), as: UTF8.self)) { return Problem("It is not text, and no feed.") }
    if let rootName { return Problem("It is XML of another kind (\(rootName.prefix(40))), not a feed.") }
    return Problem("It is text, but no feed.")
}

private func looksLikePage(_ text: [UInt8], _ rootName: String?) -> Bool {
    if ["html", "head", "body"].contains(rootName) { return true }
    let head = text.prefix(2_048).map(\.lowercased)
    return ["<!doctype html", "<html", "<head", "<body"].contains { head.range(of: Array($0.utf8), from: 0) != nil }
}
