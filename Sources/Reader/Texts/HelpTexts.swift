/// The help about keys, and the list of problems.
extension Texts {
    // MARK: Problems

    static let nothingFailed = "Nothing has failed."

    /// "3 times in a row; last fetched on 2026-11-26. (404)"
    /// - Parameter day: the last one on which it did not; nil for never.
    static func failed(_ times: Int, since day: String?, _ cause: String) -> String {
        let often = times == 1 ? "Once" : "\(times) times in a row"
        let words = "\(often); \(day.map { "last fetched on \($0)" } ?? "never fetched")."
        return cause.isEmpty ? words : "\(words) (\(cause))"
    }

    // MARK: Help

    static let noSuchKey = "No key does that here."

    /// How counts work: digits are not bindings, so their help stands here.
    static let countHelp = "a number before a key repeats it; 0 first where 1, 2 or 3 would open a tab"

    static func keys(in place: Place) -> String { "Keys in the \(place.name)" }

    /// - Parameter scrolling: the keys that scroll.
    static func helpHint(scrolling keys: String) -> String { "type to narrow · \(keys) scroll · Esc closes" }

    /// "in the stories and article": where a key of many meanings has this one.
    static func only(in places: [Place]) -> String { "in the \(places.map(\.name).joined(separator: " and "))" }

    static func name(of chapter: Binding.Chapter) -> String {
        switch chapter {
        case .moving: "Moving"
        case .reading: "Reading"
        case .keeping: "Keeping"
        case .finding: "Finding"
        case .looking: "Looking"
        case .leaving: "Leaving"
        }
    }

    static func name(of place: Place) -> String {
        switch place {
        case .feeds: "feeds"
        case .stories: "stories"
        case .article: "article"
        case .panel: "side panel"
        case .search: "search"
        case .command: "command line"
        case .countries: "countries"
        case .map: "world map"
        case .help: "help"
        case .card: "name’s card"
        case .facts: "facts"
        case .links: "list of links"
        case .problems: "problems"
        }
    }
}
