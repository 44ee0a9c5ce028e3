import JSONText
package import News

/// Where the reader was left: `state.json`, one small object, replaced whole. Of two readers the one left last is right.
package struct BearingsFile: Sendable {
    package let file: String
    var patience = 3_000
    /// Nothing waits for the disk: after a power cut the reader may begin as it does the first time.
    var replacement = SafeReplacement(sync: { _ in 0 })

    package init(file: String) { self.file = file }

    /// Nil when there is none, or none that can be understood: then the reader begins as it does the first time.
    package func read() throws(Problem) -> Bearings? {
        let bytes: [UInt8]?
        do {
            bytes = try wholeFile(file)
        } catch {
            throw error.problem("\(file) cannot be read.")
        }
        guard let bytes else { return nil }
        do {
            return try JSONValue(parsing: bytes.span).object.map { Bearings($0) }
        } catch {
            return nil
        }
    }

    package func keep(_ bearings: Bearings) throws(Problem) {
        let lock = try FileLock(changing: file, patience: patience)
        try replacement.replace(file, with: JSONWriter.bytes(of: JSONObject(bearings)) + [0x0A])
        extendLifetime(lock)
    }
}

extension JSONObject {
    fileprivate init(_ bearings: Bearings) {
        func number(_ number: Int) -> JSONValue { .number(String(number)) }
        let listing: (name: String, feed: JSONValue) =
            switch bearings.listing {
            case .all: ("all", .null)
            case .unread: ("unread", .null)
            case .bookmarks: ("bookmarks", .null)
            case .feed(let id): ("feed", .string(id))
            case .folder(let path): ("folder", .array(path.map { .string($0) }))
            case .smartFeed(let name): ("smart_feed", .string(name))
            }
        self.init([
            Field("story", bearings.story.map { .string($0) } ?? .null),
            Field("place", number(bearings.place)),
            Field("place_line", number(bearings.placeLine)),
            Field("list", .string(listing.name)),
            Field("feed", listing.feed),
            Field("countries", .array(bearings.countries.map { .string($0) })),
            Field("all_countries", .bool(bearings.needsAllCountries)),
            Field("mentioned", .bool(bearings.mentionsCountries)),
            Field("bookmarks_only", .bool(bearings.isBookmarkedOnly)),
            Field("sort", bearings.order.map { .string($0.rawValue) } ?? .null),
            Field("focus", .string(bearings.focus.rawValue)),
            Field("tab", .string(bearings.tab.rawValue)),
            Field("panel_out", .bool(bearings.isPanelOut)),
            Field("zen", .bool(bearings.isZen)),
            Field("list_wider", number(bearings.listWish)),
            Field("panel_wider", number(bearings.panelWish)),
            Field("theme", bearings.theme.map { .string($0.name) } ?? .null),
            Field("theme_instead_of", bearings.theme.map { .string($0.insteadOf) } ?? .null),
        ])
    }
}

extension Bearings {
    /// What is missing or makes no sense is as it is the first time.
    fileprivate init(_ object: JSONObject) {
        self.init()
        story = object["story"]?.string
        place = max(0, object["place"]?.int ?? 0)
        placeLine = max(0, object["place_line"]?.int ?? 0)
        switch object["list"]?.string {
        case "unread": listing = .unread
        case "bookmarks": listing = .bookmarks
        case "feed": listing = object["feed"]?.string.map { .feed($0) } ?? .all
        case "folder": listing = object["feed"]?.array.map { .folder($0.compactMap(\.string)) } ?? .all
        case "smart_feed": listing = object["feed"]?.string.map { .smartFeed($0) } ?? .all
        default: listing = .all
        }
        countries = object["countries"]?.array?.compactMap(\.string) ?? []
        needsAllCountries = object["all_countries"] == .bool(true)
        mentionsCountries = object["mentioned"] == .bool(true)
        isBookmarkedOnly = object["bookmarks_only"] == .bool(true)
        order = object["sort"]?.string.flatMap { StoryOrder(rawValue: $0) }
        focus = object["focus"]?.string.flatMap { Pane(rawValue: $0) } ?? .stories
        tab = object["tab"]?.string.flatMap { Tab(rawValue: $0) } ?? .quotes
        isPanelOut = object["panel_out"] == .bool(true)
        isZen = object["zen"] == .bool(true)
        listWish = Self.wish(object["list_wider"])
        panelWish = Self.wish(object["panel_wider"])
        if let name = object["theme"]?.string, let other = object["theme_instead_of"]?.string {
            theme = ChosenTheme(name, insteadOf: other)
        }
    }

    /// No screen is wider than this.
    private static func wish(_ value: JSONValue?) -> Int { max(-500, min(500, value?.int ?? 0)) }
}
