/// A field of the query language: what stands before the colon, and what it asks.
package struct QueryField: Hashable, Sendable {
    /// What is asked of a story.
    package enum Kind: Hashable, Sendable {
        case words(SoughtPlace)
        case about, mentions, region, language, state, since, before, on, length
    }

    package let kind: Kind
    package let name: String
    /// Other names that are taken for it.
    package let aliases: [String]
    /// A whole condition: "country:ua".
    package let example: String
    /// What it finds, in a few words, for help: "stories about the country, by code or name".
    package let meaning: String

    private init(_ kind: Kind, _ name: String, _ aliases: String..., example: String, _ meaning: String) {
        self.kind = kind
        self.name = name
        self.aliases = aliases
        self.example = example
        self.meaning = meaning
    }

    /// The one table of fields, in the order of help.
    package static let all = [
        QueryField(.words(.text), "text", example: "text:ceasefire", "words of the story, as without a field"),
        QueryField(.words(.title), "title", "headline", example: "title:budget", "words of the headline"),
        QueryField(.about, "country", "about", "countries", example: "country:ua", "about the country: code or name"),
        QueryField(
            .mentions, "mentions", "mentioned", example: "mentions:poland", "names the country, or one of the region"),
        QueryField(.region, "region", "continent", "regions", example: "region:europe", "about a country there"),
        QueryField(
            .words(.speaker), "speaker", "speakers", example: "speaker:stoltenberg", "quotes whom the words name"),
        QueryField(
            .words(.says), "says", "said", "say", example: "says:\"border\"",
            "words within quotes; beside speaker:, within that speaker’s"),
        QueryField(
            .words(.name), "name", "names", example: "name:nato", "a person, organisation or place that is named"),
        QueryField(.words(.feed), "feed", "feeds", "folder", example: "feed:world", "stories of the feed"),
        QueryField(.words(.tag), "tag", "tags", example: "tag:morning", "stories of feeds with the tag"),
        QueryField(.words(.source), "source", "publisher", example: "source:reuters", "published by"),
        QueryField(.words(.byline), "byline", "author", "by", example: "byline:smith", "written by"),
        QueryField(.language, "lang", "language", example: "lang:en", "in the language, by its code"),
        QueryField(
            .state, "is", "has", example: "is:unread", "unread, read, bookmarked, or quoted (somebody is quoted)"),
        QueryField(
            .since, "since", "after", example: "since:2d", "published since then: 2d, 3h, 1w, 1m, monday, 2026-01"),
        QueryField(.before, "before", example: "before:2026-01-01", "published before that day"),
        QueryField(.on, "on", "date", example: "on:yesterday", "published on that day, in that month or year"),
        QueryField(.length, "words", "length", example: "words>800", "longer or shorter than so many words"),
        QueryField(.words(.link), "link", "url", "site", example: "link:example.com", "words of the web address"),
    ]

    /// - Parameter name: a name or another one, in letters of any case.
    package static func named(_ name: String) -> QueryField? { byName[name.lowercased()] }

    /// The field that somebody meant who wrote another name; nil when none is near.
    static func nearest(to name: String) -> QueryField? {
        guard let near = nearestWord(to: name, among: byName.keys.sorted()) else { return nil }
        return byName[near]
    }

    static func of(_ kind: Kind) -> QueryField {
        guard let field = byKind[kind] else { preconditionFailure("every kind has a row in the table") }
        return field
    }

    /// The name with what follows it: "country:", "words>".
    package var opening: String { kind == .length ? "\(name)>" : "\(name):" }

    /// Whether "country:ua,ru" asks for one of them. In other fields a comma is a part of the text.
    var takesList: Bool {
        switch kind {
        case .about, .mentions, .region, .language, .state, .words(.feed), .words(.tag): true
        default: false
        }
    }

    /// Letters in the longest name.
    static let longestName = byName.keys.map(\.utf8.count).max() ?? 0

    private static let byName: [String: QueryField] = {
        let named = all.flatMap { field in ([field.name] + field.aliases).map { ($0, field) } }
        return Dictionary(uniqueKeysWithValues: named)
    }()

    private static let byKind = Dictionary(uniqueKeysWithValues: all.map { ($0.kind, $0) })
}

/// What the language has besides fields, for help: an example and what it means.
package struct QueryForm: Hashable, Sendable {
    package let example: String
    package let meaning: String

    package static let all = [
        QueryForm(example: "ceasefire talks", meaning: "both; a word finds longer ones that start with it"),
        QueryForm(example: "\"border guard\"", meaning: "words that stand together"),
        QueryForm(example: "war or peace", meaning: "one of them; also war | peace"),
        QueryForm(example: "nato -russia", meaning: "without the second; also not russia, !russia"),
        QueryForm(example: "nato (kyiv or lviv)", meaning: "brackets hold together"),
        QueryForm(example: "says:(border or wall)", meaning: "a field for all in the brackets"),
        QueryForm(example: "country:ua,pl", meaning: "one of a list: countries, regions, languages, feeds, tags"),
        QueryForm(example: "unread bookmarked", meaning: "short for is:unread is:bookmarked"),
    ]
}
