import JSONText
import News

/// A feed in JSON (JSON Feed 1.0 and 1.1); nil when the text is no JSON object.
///
/// - Throws: when it is JSON, but no feed.
func parsedJSONFeed(_ text: [UInt8], address: String?) throws(Problem) -> ParsedFeed? {
    guard text.first(where: { !$0.isBlank }) == UInt8(ascii: "{") else { return nil }
    let value: JSONValue
    do {
        value = try JSONValue(parsing: text.span)
    } catch {
        throw Problem(
            "It looks like a feed in JSON, but cannot be read: \(error.words).")
    }
    guard let object = value.object, let items = object["items"]?.array else {
        throw Problem("It is JSON, but no feed.")
    }
    var feed = ParsedFeed()
    feed.title = object.line("title")
    feed.subtitle = object.line("description")
    feed.link = object.address("home_page_url", on: address) ?? object.address("feed_url", on: address)
    feed.id = object.line("feed_url")
    feed.language = object.line("language")
    feed.author = object.authors
    feed.leftOut = max(0, items.count - ParsedFeed.mostEntries)
    feed.entries = items.prefix(ParsedFeed.mostEntries).compactMap {
        $0.object.map { ParsedEntry(json: $0, base: address) }
    }
    feed.inheritAuthor()
    feed.resolveAgainstOwnLink()
    return feed
}

extension ParsedEntry {
    fileprivate init(json: JSONObject, base: String?) {
        self.init()
        // An id should be text; numbers are met as well.
        id = json.line("id")
        title = json.line("title")
        let (own, elsewhere) = (json.address("url", on: base), json.address("external_url", on: base))
        link = own ?? elsewhere
        if link == nil, let id, AddressReference.scheme(of: id)?.hasPrefix("http") ?? false { link = id }
        links = [link, own, elsewhere].compactMap { $0 }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        author = json.authors
        published = json.line("date_published").flatMap(feedTimestamp)
        updated = json.line("date_modified").flatMap(feedTimestamp)
        summary = json.marked("summary", .plain, base: base)
        content =
            json.marked("content_html", .html, base: base) ?? json.marked("content_text", .plain, base: base)
        tags = (json["tags"]?.array ?? []).compactMap { $0.string.flatMap(nonBlank) }
        language = json.line("language")
        enclosures = (json["attachments"]?.array ?? []).compactMap { $0.object }.compactMap { file in
            file.address("url", on: base).map {
                Enclosure(url: $0, type: file.line("mime_type"), length: file["size_in_bytes"]?.int)
            }
        }
    }
}

extension JSONObject {
    /// A text or number in one line; nil when blank or anything else.
    fileprivate func line(_ name: String) -> String? {
        switch self[name] {
        case .string(let words): nonBlank(words)
        case .number(let digits): digits
        default: nil
        }
    }

    fileprivate func address(_ name: String, on base: String?) -> String? {
        line(name).flatMap { resolvedAddress($0, on: base) }
    }

    fileprivate func marked(_ name: String, _ kind: MarkedText.Kind, base: String?) -> MarkedText? {
        guard let words = self[name]?.string, nonBlank(words) != nil else { return nil }
        return MarkedText(words, kind, base: base)
    }

    /// Version 1.1 has a list, 1.0 one.
    fileprivate var authors: String? {
        let people = (self["authors"]?.array ?? []) + [self["author"]].compactMap { $0 }
        var names: [String] = []
        for person in people {
            let name = person.object?.line("name") ?? person.string.flatMap(nonBlank)
            if let name, !names.contains(name) { names.append(name) }
        }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}
