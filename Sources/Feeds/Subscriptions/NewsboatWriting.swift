import News

/// Writes newsboat's `urls`. Folders become tags, as newsboat itself makes them of OPML.
enum NewsboatWriter {
    static func export(_ subscriptions: Subscriptions) -> SubscriptionExport {
        var text = ""
        var problems: [Problem] = []
        for feed in subscriptions.feeds {
            text += line(of: feed).text + "\n"
            if let unsaid = unsaid(of: feed) {
                problems.append(Problem("newsboat's list cannot say \(unsaid) of “\(feed.shownName)”."))
            }
        }
        for smart in subscriptions.smartFeeds {
            let name = smart.name.replacing(":", with: " ")
            if let filter = filter(for: smart.query) {
                text += NewsboatLine(source: "query:\(name):\(filter)").text + "\n"
            } else {
                text += "# \(name): \(smart.query)\n"
                problems.append(
                    Problem("newsboat has no words for the smart feed “\(smart.name)”.", remedy: "It is a comment now.")
                )
            }
        }
        return SubscriptionExport(text: text, problems: problems)
    }

    private static func line(of feed: Subscription) -> NewsboatLine {
        let folder = feed.folder.isEmpty ? [] : [feed.folder.joined(separator: "/")]
        var tags: [String] = []
        for tag in folder + feed.tags {
            // At the beginning of a tag these would make it a name, or hide the feed.
            let said = String(tag.drop { $0 == "~" || $0 == "!" || $0 == " " })
            if !said.isEmpty, !tags.contains(said) { tags.append(said) }
        }
        return NewsboatLine(source: feed.address.text, tags: tags, name: feed.name, isHidden: feed.isHidden)
    }

    private static func unsaid(of feed: Subscription) -> String? {
        let unsaid = [
            feed.interval == nil ? nil : "the interval", feed.isFullText ? "the full text" : nil,
            feed.signIn == nil ? nil : "the password",
        ].compactMap { $0 }
        return unsaid.isEmpty ? nil : unsaid.joined(separator: " and ")
    }

    /// Nil when newsboat has no words for a part of it.
    static func filter(for query: String) -> String? {
        var conditions: [String] = []
        for term in terms(of: query) {
            if term == "and" { continue }
            guard let condition = condition(of: term) else { return nil }
            conditions.append(condition)
        }
        return conditions.isEmpty ? nil : conditions.joined(separator: " and ")
    }

    private static func condition(of term: String) -> String? {
        switch term {
        case "unread", "is:unread": return "unread = \"yes\""
        case "read", "is:read": return "unread = \"no\""
        case "or", "not", "&", "|": return nil
        default: break
        }
        guard let first = term.first, !"-!(".contains(first), !term.hasSuffix(")") else { return nil }
        let quote = term.firstIndex(of: "\"") ?? term.endIndex
        guard let colon = term.firstIndex(of: ":"), colon < quote else {
            // One of a state or of a length is no word.
            if ["bookmarked", "quoted"].contains(term) || term.hasPrefix("words") { return nil }
            return "(title =~ \"\(pattern(term))\" or content =~ \"\(pattern(term))\")"
        }
        let value = String(term[term.index(after: colon)...])
        switch term[..<colon].lowercased() {
        case "tag": return "tags # \"\(plain(value))\""
        case "title": return "title =~ \"\(pattern(value))\""
        case "text": return "content =~ \"\(pattern(value))\""
        case "feed": return "feedtitle =~ \"\(pattern(value))\""
        case "byline", "author": return "author =~ \"\(pattern(value))\""
        case "link": return "link =~ \"\(pattern(value))\""
        case "since": return days(value).map { "age < \($0)" }
        default: return nil
        }
    }

    private static func days(_ words: String) -> Int? {
        guard words.hasSuffix("d") || words.hasSuffix("w"), let minutes = FeedInterval(words)?.minutes else {
            return nil
        }
        return minutes / 1_440
    }

    private static func plain(_ value: String) -> String { value.filter { $0 != "\"" } }

    /// As a regular expression, within quotation marks.
    private static func pattern(_ value: String) -> String {
        plain(value).reduce(into: "") { pattern, character in
            if "\\.[](){}*+?^$|".contains(character) { pattern += "\\\\" }
            pattern.append(character)
        }
    }

    /// Between blanks that are not within quotation marks.
    private static func terms(of query: String) -> [String] {
        var terms: [String] = [""]
        var isQuoted = false
        for character in query {
            if character == "\"" { isQuoted.toggle() }
            if character == " ", !isQuoted {
                terms.append("")
            } else {
                terms[terms.count - 1].append(character)
            }
        }
        return terms.filter { !$0.isEmpty }
    }
}
