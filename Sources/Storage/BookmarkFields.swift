import JSONText
import News

extension Bookmark {
    /// Reads a line's fields. Only `id` must be there; what is missing or of an unexpected kind counts as not said,
    /// since people edit the file. Nil without an id.
    /// - Parameter line: what the fields were read from.
    init?(_ object: JSONObject, line: ArraySlice<UInt8>) {
        guard let id = object["id"]?.string, !id.isEmpty else { return nil }
        let words = object["quote"]?.string
        let bookmark = Bookmark(
            id: id,
            title: object["title"]?.string ?? id,
            source: object["source"]?.string,
            link: object["link"]?.string,
            countries: object["countries"]?.array?.compactMap(\.string) ?? [],
            saved: object["saved"]?.string.flatMap { Timestamp(iso8601: $0) },
            note: object["note"]?.string ?? "",
            quote: words.map { KeptQuote(words: $0, speaker: object["speaker"]?.string) })
        let isOurs = JSONWriter.bytes(of: JSONObject(bookmark)).elementsEqual(line)
        self.init(
            id: bookmark.id, title: bookmark.title, source: bookmark.source, link: bookmark.link,
            countries: bookmark.countries, saved: bookmark.saved, note: bookmark.note, quote: bookmark.quote,
            line: isOurs ? nil : String(decoding: line, as: UTF8.self))
    }
}

extension JSONObject {
    /// A new line's fields, in the order that people read them.
    init(_ bookmark: Bookmark) {
        func words(_ words: String?) -> JSONValue { words.map { .string($0) } ?? .null }
        var fields = [
            Field("id", .string(bookmark.id)),
            Field("title", .string(bookmark.title)),
            Field("source", words(bookmark.source)),
            Field("link", words(bookmark.link)),
            Field("countries", .array(bookmark.countries.map { .string($0) })),
            Field("saved", words(bookmark.saved?.iso8601)),
            Field("note", .string(bookmark.note)),
        ]
        if let quote = bookmark.quote {
            fields += [Field("quote", .string(quote.words)), Field("speaker", words(quote.speaker))]
        }
        self.init(fields)
    }
}
