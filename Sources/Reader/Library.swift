import News

/// Every story known, and what the feed list says of them.
struct Library: Sendable {
    /// In order of arrival: a story keeps its number for good.
    private(set) var table = HeadlineTable()
    /// By name.
    private(set) var feeds: [Feed] = []
    /// What the user is subscribed to.
    private(set) var listing = FeedListing()
    /// Of the stories in the list of all: those of hidden feeds are counted among the bookmarked ones alone.
    private(set) var total = HeadlineTally()
    /// Another number whenever a story or its marks change.
    private(set) var revision = 0
    /// The table's numbers of feeds whose stories are left out of the list of all.
    private(set) var hiddenFeeds = NumberSet()
    private(set) var isEmpty = true
    /// By the table's numbers of feeds.
    private var tallies: [HeadlineTally] = []
    /// By their ids.
    private var feedNumbers: [String: Int] = [:]
    private(set) var smartFeeds: [SmartFeed] = []
    /// What tells feeds of one name apart, by their ids.
    private var distinctions: [String: String] = [:]
    /// What smart feeds found, as the index calls it.
    private var smartStories: [SmartFeed: NumberSet] = [:]

    func number(of id: String) -> Int? { table.number(of: id) }
    func isRead(_ number: Int) -> Bool { table.isRead(number) }
    func isBookmarked(_ number: Int) -> Bool { table.isBookmarked(number) }

    /// Made when it is asked for: where one thing of many stories matters, ask the table.
    subscript(number: Int) -> Headline { table[number] }

    subscript(id: String) -> Headline? { table.number(of: id).map { table[$0] } }

    /// The table's number of a feed; nil when no story was ever of it.
    func feedNumber(of feed: Feed) -> Int? { feedNumbers[feed.id] }

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

    /// Feeds that are in it are called as it says.
    mutating func setListing(_ listing: FeedListing) {
        self.listing = listing
        for feed in listing.feeds where feedNumbers[feed.id] != nil { _ = table.number(of: feed.feed) }
        self.smartFeeds = listing.smartFeeds
        let smartFeeds = Set(self.smartFeeds)
        smartStories = smartStories.filter { smartFeeds.contains($0.key) }
        countAnew()
    }

    /// - Parameter stories: as the index calls them.
    mutating func setStories(_ stories: NumberSet, of smart: SmartFeed) {
        smartStories[smart] = stories
        revision += 1
    }

    private mutating func change(_ number: Int, _ change: (inout HeadlineTable) -> Void) {
        count(number, by: -1)
        change(&table)
        count(number, by: 1)
        revision += 1
    }

    private mutating func count(_ number: Int, by step: Int) {
        let feed = table.feedNumber(number)
        tallies[feed].count(number, of: table, by: step)
        var change = HeadlineTally()
        change.count(number, of: table, by: step)
        total.add(change, isHidden: hiddenFeeds.contains(feed))
    }

    /// Faster than story by story when many have changed.
    private mutating func countAnew() {
        revision += 1
        tallies = table.tallies
        feedNumbers = Dictionary(table.feeds.indices.map { (table.feeds[$0].id, $0) }) { first, _ in first }
        hiddenFeeds = NumberSet(listing.feeds.filter(\.isHidden).compactMap { feedNumbers[$0.id] })
        total = HeadlineTally()
        for (feed, tally) in tallies.enumerated() { total.add(tally, isHidden: hiddenFeeds.contains(feed)) }
        isEmpty = tallies.allSatisfy { $0.stories == 0 }
        let listed = table.feeds.indices.filter { tallies[$0].stories > 0 && table.feeds[$0] != .kept }
        feeds = listed.map { table.feeds[$0] }.sorted { $0.name != $1.name ? $0.name < $1.name : $0.id < $1.id }
        distinctions = feedDistinctions(
            listing.feeds.map { ($0.feed, $0.folder) }
                + feeds.filter { listing.feed(id: $0.id) == nil }.map { ($0, []) })
    }
}

// What the rows of the feed list stand for.
extension Library {
    func tally(of feed: Feed) -> HeadlineTally { feedNumber(of: feed).map { tallies[$0] } ?? HeadlineTally() }

    /// Of all feeds in a folder, and in those within it.
    func tally(ofFolder path: [String]) -> HeadlineTally {
        var total = HeadlineTally()
        for feed in feedNumbers(ofFolder: path) { total.add(tallies[feed], isHidden: false) }
        return total
    }

    /// The table's numbers of feeds.
    func feedNumbers(ofFolder path: [String]) -> [Int] {
        listing.feeds.filter { $0.folder.starts(with: path) }.compactMap { feedNumbers[$0.id] }
    }

    /// As lists show it: feeds of one name with what tells them apart, "World (lib)".
    func shownName(of choice: FeedChoice) -> String {
        guard case .feed(let feed) = choice, let distinction = distinctions[feed.id] else { return choice.name }
        return "\(choice.name) (\(distinction))"
    }

    /// Of all feeds in a folder; where it has smart feeds alone, what they found, and nil while they have not been asked.
    func count(ofFolder path: [String]) -> Int? {
        guard let smart = smartFeeds(aloneIn: path) else { return tally(ofFolder: path).stories }
        guard smart.allSatisfy({ smartStories[$0] != nil }) else { return nil }
        return keys(of: smart).count
    }

    /// The stories of a folder that has smart feeds alone; nil for other folders.
    func smartStories(inFolder path: [String]) -> NumberSet? {
        guard let smart = smartFeeds(aloneIn: path) else { return nil }
        var stories = NumberSet()
        table.insertNumbers(ofIndexKeys: keys(of: smart), into: &stories)
        return stories
    }

    private func smartFeeds(aloneIn path: [String]) -> [SmartFeed]? {
        let smart = smartFeeds.filter { $0.folder.starts(with: path) }
        guard !smart.isEmpty, !listing.feeds.contains(where: { $0.folder.starts(with: path) }) else { return nil }
        return smart
    }

    private func keys(of smart: [SmartFeed]) -> NumberSet {
        var keys = NumberSet()
        for feed in smart { if let found = smartStories[feed] { keys.formUnion(found) } }
        return keys
    }

    /// How many stories a smart feed found; nil when nobody has looked.
    func count(of smart: SmartFeed) -> Int? { smartStories[smart]?.count }

    /// The stories that a smart feed found, by their numbers in the table; none when nobody has looked.
    func stories(of smart: SmartFeed) -> NumberSet {
        var stories = NumberSet()
        if let keys = smartStories[smart] { table.insertNumbers(ofIndexKeys: keys, into: &stories) }
        return stories
    }

    /// The same row as it is called now; nil when it is there no longer.
    func current(_ choice: FeedChoice) -> FeedChoice? {
        switch choice {
        case .all, .unread, .bookmarks: choice
        case .feed(let feed): self.feed(id: feed.id).map { .feed($0) }
        case .folder(let path): listing.folders.contains(path) ? choice : nil
        case .smart(let smart): smartFeed(named: smart.name).map { .smart($0) }
        }
    }

    /// A feed of the list: subscribed to, or one that has stories.
    func feed(id: String) -> Feed? { listing.feed(id: id)?.feed ?? feeds.first { $0.id == id } }

    func smartFeed(named name: String) -> SmartFeed? { listing.smartFeeds.first { $0.name == name } }
}

extension HeadlineTally {
    /// - Parameter isHidden: whether it counts for the bookmarked stories alone.
    fileprivate mutating func add(_ tally: HeadlineTally, isHidden: Bool) {
        kept += tally.kept
        if isHidden { return }
        stories += tally.stories
        unread += tally.unread
    }
}
