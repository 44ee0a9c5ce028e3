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
            if let filter = NewsboatQuery.filter(for: smart.query) {
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
}
