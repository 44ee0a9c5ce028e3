import News

/// Headlines that differ in everything, the same for the same numbers.
enum MadeHeadlines {
    static let countries = WorldRegion.allCases.flatMap(\.countryCodes).map { Country(code: $0, name: "Land \($0)") }
    private static let beginnings = [
        "", "The council", "Élection à Łódź: ", "ÉLECTION À ŁÓDŹ: ", "Storm — ", "Storm - ", "中文标题", "straße",
        "\u{130}stanbul", "a\u{301}",
        "Long " + String(repeating: "and longer ", count: 20),
    ]
    private static let sources = [nil, "", "Zeitung", "zeitung", "Évening Post", "Evening Post", "Daily"]

    static func headline(_ number: Int) -> Headline {
        let feed = News.Feed(id: "News/\(number % 5)", name: "Feed \(number % 5)")
        let id = number % 3 == 0 ? "elsewhere/\(number)" : "\(feed.id)/story-\(number).txt"
        let ending = number % 4 == 0 ? "" : "\(number * 7919 % 23)"
        return Headline(
            id: id, feed: feed, title: beginnings[number % beginnings.count] + ending,
            source: sources[number * 31 % sources.count],
            published: number % 9 == 0 ? nil : Timestamp(seconds: number * 104_729 % 50 * 1000 - 20_000),
            wordCount: number * 37 % 11,
            countries: (0..<number % 4).map { countries[(number * 7 + $0 * 50) % countries.count] },
            mentioned: (0..<number % 3).map { countries[(number * 13 + $0 * 70) % countries.count] },
            isRead: number % 2 == 0, isBookmarked: number % 7 == 0)
    }

    static func all(_ count: Int) -> [Headline] { (0..<count).map { headline($0) } }
}

extension Headline {
    /// The same of another feed, with another title or other marks.
    func changed(title: String? = nil, feed: News.Feed? = nil, isRead: Bool? = nil) -> Headline {
        Headline(
            id: id, feed: feed ?? self.feed, title: title ?? self.title, source: source, published: published,
            wordCount: wordCount, countries: countries, mentioned: mentioned, isRead: isRead ?? self.isRead,
            isBookmarked: isBookmarked)
    }

    func folded(_ words: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in words.unicodeScalars { fold(scalar) { bytes.append($0) } }
        return bytes
    }

    /// What the table says with columns, said plainly.
    func stands(before other: Headline, by order: StoryOrder) -> Bool {
        switch order {
        case .newest:
            let (moment, otherMoment) = (published?.seconds ?? .min, other.published?.seconds ?? .min)
            if moment != otherMoment { return moment > otherMoment }
        case .source:
            let (name, otherName) = (folded(source ?? ""), folded(other.source ?? ""))
            if name.isEmpty != otherName.isEmpty { return !name.isEmpty }
            if name != otherName { return name.lexicographicallyPrecedes(otherName) }
        case .title: break
        case .length: if wordCount != other.wordCount { return wordCount < other.wordCount }
        }
        let (name, otherName) = (folded(title), folded(other.title))
        if name != otherName { return name.lexicographicallyPrecedes(otherName) }
        return Array(id.utf8).lexicographicallyPrecedes(Array(other.id.utf8))
    }
}
