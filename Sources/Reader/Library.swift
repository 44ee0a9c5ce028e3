import News

/// Every story known, and what the feed list says of them.
struct Library: Sendable {
    /// In order of arrival: a story keeps its number for good.
    private(set) var table = HeadlineTable()
    /// By name.
    private(set) var feeds: [Feed] = []
    private(set) var total = HeadlineTally()
    /// Another number whenever a story or its marks change.
    private(set) var revision = 0
    /// By the table's numbers of feeds.
    private var tallies: [HeadlineTally] = []

    var isEmpty: Bool { total.stories == 0 }

    func number(of id: String) -> Int? { table.number(of: id) }
    func tally(of feed: Feed) -> HeadlineTally { feedNumber(of: feed).map { tallies[$0] } ?? HeadlineTally() }
    func isRead(_ number: Int) -> Bool { table.isRead(number) }
    func isBookmarked(_ number: Int) -> Bool { table.isBookmarked(number) }

    /// Made when it is asked for: where one thing of many stories matters, ask the table.
    subscript(number: Int) -> Headline { table[number] }

    subscript(id: String) -> Headline? { table.number(of: id).map { table[$0] } }

    /// The table's number of a feed; nil when no story was ever of it.
    func feedNumber(of feed: Feed) -> Int? { table.feeds.firstIndex { $0.id == feed.id } }

    /// Adds stories, or replaces those of the same ids.
    mutating func put(_ headlines: [Headline]) -> HeadlineTable.Arrivals {
        var arrivals = HeadlineTable.Arrivals()
        for headline in headlines { arrivals.add(table.put(headline)) }
        countAnew()
        return arrivals
    }

    /// The same for very many: an empty library takes them over as they are.
    mutating func put(_ headlines: HeadlineTable) -> HeadlineTable.Arrivals {
        let arrivals = table.put(headlines)
        countAnew()
        return arrivals
    }

    /// Takes stories out. Their numbers still tell of them, but none has their ids.
    mutating func remove(_ numbers: [Int]) {
        for number in numbers { table.remove(number) }
        countAnew()
    }

    mutating func setRead(_ isRead: Bool, _ number: Int) {
        change(number) { $0.setRead(isRead, number) }
    }

    mutating func setRead(_ isRead: Bool, _ numbers: [Int]) {
        for number in numbers { table.setRead(isRead, number) }
        countAnew()
    }

    mutating func setBookmarked(_ isBookmarked: Bool, _ number: Int) {
        change(number) { $0.setBookmarked(isBookmarked, number) }
    }

    /// Bookmarked are these stories, and quotes of those; nobody else.
    mutating func setBookmarks(stories: Set<String>, quoted: Set<String>) {
        let stories = NumberSet(stories.compactMap { table.number(of: $0) })
        let quoted = NumberSet(quoted.compactMap { table.number(of: $0) })
        table.setBookmarks(stories: stories, quoted: quoted)
        countAnew()
    }

    private mutating func change(_ number: Int, _ change: (inout HeadlineTable) -> Void) {
        count(number, by: -1)
        change(&table)
        count(number, by: 1)
        revision += 1
    }

    private mutating func count(_ number: Int, by step: Int) {
        tallies[table.feedNumber(number)].count(number, of: table, by: step)
        total.count(number, of: table, by: step)
    }

    /// Faster than story by story when many have changed.
    private mutating func countAnew() {
        revision += 1
        tallies = table.tallies
        total = tallies.reduce(into: HeadlineTally()) { total, tally in
            total.stories += tally.stories
            total.unread += tally.unread
            total.kept += tally.kept
        }
        let listed = table.feeds.indices.filter { tallies[$0].stories > 0 && table.feeds[$0] != .kept }
        feeds = listed.map { table.feeds[$0] }.sorted { $0.name != $1.name ? $0.name < $1.name : $0.id < $1.id }
    }
}
