import News

/// Reads newsboat's `urls`.
struct NewsboatReader {
    private let name: String
    private var list = Subscriptions()
    private var ids: Set<String> = []
    private var smartNames: Set<String> = []
    private var problems: [Problem] = []

    /// - Throws: when no line says anything that can be understood.
    static func read(_ bytes: [UInt8], named name: String) throws(Problem) -> SubscriptionReading {
        var reader = NewsboatReader(name: name)
        let lines = bytes.split(omittingEmptySubsequences: false) { $0 == 0x0A || $0 == 0x0D }
        var number = 0
        for line in lines {
            number += 1
            if let line = NewsboatLine(line) { reader.take(line, number) }
            // Lines of other computers end with two signs.
            if line.endIndex + 1 < bytes.count, bytes[line.endIndex...].starts(with: [0x0D, 0x0A]) { number -= 1 }
        }
        guard !reader.ids.isEmpty || !reader.smartNames.isEmpty else {
            throw Problem(
                "\(name) has no feeds in it.", remedy: "A list of feeds is OPML, or has one address a line.",
                detail: reader.problems.first?.summary ?? "")
        }
        return SubscriptionReading(subscriptions: reader.list, problems: reader.problems)
    }

    private init(name: String) { self.name = name }

    private mutating func take(_ line: NewsboatLine, _ number: Int) {
        if line.source.hasPrefix("query:") { return takeQuery(line.source.dropFirst(6), number) }
        if line.source.hasPrefix("exec:") || line.source.hasPrefix("filter:") {
            return tell(number, "Dateline runs no programs to make feeds")
        }
        guard let address = FeedAddress(line.source) else {
            return tell(number, "“\(FeedAddress.withoutSignIn(line.source).prefix(80))” is no web address")
        }
        if address.hasPassword {
            return tell(number, "the address \(address.shown) has a password in it", remedy: passwordRemedy)
        }
        let feed = Subscription(
            address: address, name: line.name, tags: line.tags, isHidden: line.isHidden
        )
        if ids.insert(feed.id).inserted { list.append(feed) }
    }

    private mutating func takeQuery(_ words: Substring, _ number: Int) {
        let name = String(words.prefix { $0 != ":" })
        let filter = String(words.dropFirst(name.count + 1))
        do throws(NewsboatFilter.Unknown) {
            let query = try NewsboatFilter(filter).query
            if smartNames.insert(name).inserted { list.append(SmartFeed(name: name, query: query)) }
        } catch {
            tell(number, "the query feed “\(name)” cannot be translated: \(error.words)")
        }
    }

    private mutating func tell(_ number: Int, _ words: String, remedy: String = "") {
        problems.append(Problem("\(name), line \(number): \(words).", remedy: remedy))
    }
}
