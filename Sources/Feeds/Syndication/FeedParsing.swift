package import News

/// What a feed says, of RSS, Atom, CDF or JSON Feed in any version, however carelessly made.
///
/// - Parameters:
///   - contentType: as served: "text/xml; charset=utf-8". Nil for a file.
///   - address: of the feed itself, which relative addresses in it are relative to; nil when nobody knows.
/// - Throws: when these bytes are no feed, saying what they are instead. One without entries is a feed.
package func parsedFeed(
    _ bytes: [UInt8], contentType: String? = nil, address: String? = nil
) throws(Problem) -> ParsedFeed {
    guard bytes.contains(where: { !$0.isBlank }) else { throw Problem("It is empty.") }
    let text = feedText(bytes, contentType: contentType)
    if let feed = try parsedJSONFeed(text, address: address) { return feed }
    let builder = FeedBuilder(address: address)
    let (faults, endsEarly) = readXML(text, into: builder)
    var feed = builder.finished()
    guard builder.isFeed else { throw notAFeed(text, rootName: builder.rootName, address: address) }
    feed.faults = faults + feed.faults
    feed.endsEarly = endsEarly
    return feed
}
