import JSONText
import News

// A kept story as one JSON object. Spans are pairs of UTF-8 offsets, as everywhere in Dateline.

extension JSONObject {
    init(_ story: Article) {
        func words(_ words: String?) -> JSONValue { words.map { .string($0) } ?? .null }
        self.init([
            Field("id", .string(story.id)),
            Field("feed", .string(story.feed)),
            Field("title", .string(story.title)),
            Field("title_span", story.titleSpan.map { .array(JSONValue.numbers($0)) } ?? .null),
            Field("source", words(story.source)),
            Field("byline", words(story.byline)),
            Field("published", words(story.published?.iso8601)),
            Field("link", words(story.link)),
            Field("text", .string(story.text)),
            Field("original", words(story.original)),
            Field(
                "paragraphs",
                .array(story.paragraphs.map { .array([.string($0.part.word)] + JSONValue.numbers($0.span)) })),
            // Apart from the paragraphs, so that older programs read the story all the same.
            Field("forms", .array(story.paragraphs.enumerated().compactMap { JSONValue(formOf: $1, at: $0) })),
            Field(
                "links",
                .array(story.links.map { .array(JSONValue.numbers($0.span) + [.string($0.address)]) })),
        ])
    }
}

extension Article {
    /// Nil when a field is missing, or a span does not lie in the text.
    init?(_ object: JSONObject) {
        guard let id = object["id"]?.string, let feed = object["feed"]?.string, let text = object["text"]?.string,
            let title = object["title"]?.string, let rows = object["paragraphs"]?.array
        else { return nil }
        let forms = StoredForms(object["forms"]?.array ?? [])
        var paragraphs: [Paragraph] = []
        for (index, row) in rows.enumerated() {
            guard let parts = row.array, let word = parts.first?.string, let part = Paragraph.Part(word: word),
                let span = TextSpan(parts.dropFirst(), in: text)
            else { return nil }
            paragraphs.append(Paragraph(span, part, form: forms[index], isAfterRule: forms.isAfterRule(index)))
        }
        self.init(
            id: id, feed: feed, text: text, original: object["original"]?.string, title: title,
            titleSpan: object["title_span"]?.array.flatMap { TextSpan($0[...], in: text) },
            paragraphs: paragraphs, source: object["source"]?.string, byline: object["byline"]?.string,
            published: object["published"]?.string.flatMap { Timestamp(iso8601: $0) },
            link: object["link"]?.string, links: (object["links"]?.array ?? []).compactMap { Link($0, in: text) })
    }
}

extension Link {
    fileprivate init?(_ value: JSONValue, in text: String) {
        guard let parts = value.array, parts.count == 3, let span = TextSpan(parts[..<2], in: text), !span.isEmpty,
            let address = parts[2].string.flatMap({ WebAddress($0) })
        else { return nil }
        self.init(span: span, address: address.text)
    }
}

extension JSONValue {
    static func numbers(_ span: TextSpan) -> [JSONValue] {
        [.number(String(span.start)), .number(String(span.end))]
    }
}

extension TextSpan {
    fileprivate init?(_ numbers: ArraySlice<JSONValue>, in text: String) {
        guard numbers.count == 2, let start = numbers.first?.int, let end = numbers.last?.int, 0 <= start,
            start <= end, end <= text.utf8.count
        else { return nil }
        let bytes = text.utf8
        for offset in [start, end] {
            let index = bytes.index(bytes.startIndex, offsetBy: offset)
            if index < bytes.endIndex, bytes[index] & 0xC0 == 0x80 { return nil }
        }
        self.init(start, end)
    }
}

extension Paragraph.Part {
    private static let all: [Paragraph.Part] = [
        .headline, .standfirst, .byline, .body, .heading, .listEntry, .blockQuote, .caption, .credits, .furniture,
    ]

    fileprivate init?(word: String) {
        guard let part = Self.all.first(where: { $0.word == word }) else { return nil }
        self = part
    }

    fileprivate var word: String {
        switch self {
        case .headline: "headline"
        case .standfirst: "standfirst"
        case .byline: "byline"
        case .body: "body"
        case .heading: "heading"
        case .listEntry: "list entry"
        case .blockQuote: "block quote"
        case .caption: "caption"
        case .credits: "credits"
        case .furniture: "furniture"
        }
    }
}
