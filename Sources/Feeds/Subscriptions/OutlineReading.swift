import News

/// Reads an OPML document into subscriptions.
struct OutlineReader {
    private let document: OutlineDocument
    /// What the list is called in what is told.
    private let name: String
    private let isForeign: Bool
    private var problems: [Problem] = []

    /// - Parameter isForeign: whether it is not the user's own file, in which a password is their own business.
    /// - Throws: when it is no OPML.
    static func read(
        _ document: OutlineDocument, named name: String, isForeign: Bool = false
    ) throws(Problem) -> SubscriptionReading {
        guard let root = document.root, root.tag.name == "opml" else {
            throw notOPML(name, root: document.root?.tag.name)
        }
        var reader = OutlineReader(document: document, name: name, isForeign: isForeign)
        // Some lists stand in the root itself.
        let holder = root.elements.first { $0.tag.name == "body" } ?? root
        let body = reader.entry(holder, .folder(nil), lead: nil)
        let frame = Subscriptions.Frame(
            before: document.text(0..<holder.opening.lowerBound),
            after: document.text(holder.whole.upperBound..<document.bytes.count))
        return SubscriptionReading(
            subscriptions: Subscriptions(frame: frame, body: body), problems: reader.problems)
    }

    private init(document: OutlineDocument, name: String, isForeign: Bool) {
        self.document = document
        self.name = name
        self.isForeign = isForeign
    }

    private static func notOPML(_ name: String, root: String?) -> Problem {
        let what =
            switch root {
            case nil: "has no list of feeds in it"
            case "rss", "feed", "rdf:rdf": "is a feed, not a list of feeds"
            case "html": "is a web page, not a list of feeds"
            case let root?: "is no list of feeds but <\(root)>"
            }
        let isFeed = ["rss", "feed", "rdf:rdf"].contains(root)
        return Problem(
            "\(name) \(what).",
            remedy: isFeed ? "Subscribe to its address with “dateline feeds add”." : "A list of feeds is OPML.")
    }

    private mutating func entry(
        _ element: OutlineElement, _ content: SubscriptionEntry.Content, lead: String?
    ) -> SubscriptionEntry {
        if content == .other {
            let form = SubscriptionEntry.Form(
                meaning: .other, opening: document.text(element.whole), tail: nil, closing: "")
            return SubscriptionEntry(.other, lead: lead, form: form)
        }
        var entries: [SubscriptionEntry] = []
        var between = ""
        for part in element.content {
            switch part {
            case .text(let range): between += document.text(range)
            case .element(let inner):
                entries.append(entry(inner, self.content(of: inner), lead: between))
                between = ""
            }
        }
        let isClosed = element.tag.isClosed
        let form = SubscriptionEntry.Form(
            meaning: content, opening: element.tag.text, tail: isClosed ? nil : between,
            closing: isClosed ? "" : element.closing.map(document.text) ?? "</\(element.tag.name)>")
        return SubscriptionEntry(content, entries: entries, lead: lead, form: form)
    }

    private mutating func content(of element: OutlineElement) -> SubscriptionEntry.Content {
        let tag = element.tag
        guard tag.name == "outline" else { return .other }
        let folderName = (tag[.text] ?? tag[.title]).flatMap(nonBlank)
        if let query = tag[.datelineQuery], let folderName {
            return .smartFeed(SmartFeed(name: folderName, query: query))
        }
        let feed = tag.subscription
        if let feed, !isForeign || !feed.address.hasPassword {
            check(tag, of: feed, at: element)
            return .feed(feed)
        }
        let holdsFeeds = element.holdsFeeds
        if let feed {
            tell(element, "the address \(feed.address.shown) has a password in it", remedy: passwordRemedy)
        } else if let address = tag.address {
            tell(element, "“\(FeedAddress.withoutSignIn(address))” is no web address")
        } else if let include = include(tag) {
            tell(element, "the list at “\(FeedAddress.withoutSignIn(include))” is not read along")
        } else if element.elements.isEmpty, let type = tag[.type]?.lowercased(), ["rss", "atom"].contains(type) {
            tell(element, "“\(folderName ?? type)” has no address")
        } else if holdsFeeds || folderName != nil && tag["url"] == nil {
            return .folder(folderName)
        }
        return holdsFeeds ? .folder(folderName) : .other
    }

    /// The address of a list that this one would have read in its place.
    private func include(_ tag: OutlineTag) -> String? {
        guard let type = tag[.type]?.lowercased(), let address = tag["url"] else { return nil }
        return type == "include" || type == "link" && address.lowercased().hasSuffix(".opml") ? address : nil
    }

    private mutating func check(_ tag: OutlineTag, of feed: Subscription, at element: OutlineElement) {
        if let interval = tag[.datelineInterval], feed.interval == nil {
            tell(element, "“\(interval)” is no interval; it is minutes, as 30", remedy: "Correct it.")
        }
    }

    private mutating func tell(_ element: OutlineElement, _ words: String, remedy: String = "") {
        problems.append(
            Problem("\(name), line \(document.line(at: element.opening.lowerBound)): \(words).", remedy: remedy))
    }
}
