import News

/// Every story known, and what the feed list says of them.
struct Library: Sendable {
    /// How many stories a feed has.
    struct Tally: Hashable, Sendable {
        var stories = 0
        var unread = 0
        var bookmarked = 0
    }

    /// A story with the keys it is sorted by.
    struct Entry: Sendable {
        var headline: Headline
        let titleKey: SortKey
        let sourceKey: SortKey

        init(_ headline: Headline) {
            self.headline = headline
            titleKey = SortKey(headline.title)
            sourceKey = SortKey(headline.source ?? "")
        }
    }

    /// In order of arrival: a story keeps its number for good.
    private(set) var entries: [Entry] = []
    /// By name.
    private(set) var feeds: [Feed] = []
    private(set) var total = Tally()
    /// Another number whenever a story or its marks change.
    private(set) var revision = 0
    private var tallies: [String: Tally] = [:]
    private var numbers: [String: Int] = [:]

    func number(of id: String) -> Int? { numbers[id] }
    func tally(of feed: Feed) -> Tally { tallies[feed.id] ?? Tally() }
    func isRead(_ number: Int) -> Bool { entries[number].headline.isRead }
    func isBookmarked(_ number: Int) -> Bool { entries[number].headline.isBookmarked }
    subscript(number: Int) -> Headline { entries[number].headline }

    subscript(id: String) -> Headline? { numbers[id].map { entries[$0].headline } }

    /// Adds a story, or replaces the one of its id.
    /// - Returns: its number, and whether it is new.
    mutating func put(_ headline: Headline) -> (number: Int, isNew: Bool) {
        if let number = numbers[headline.id] {
            count(entries[number].headline, by: -1)
            entries[number] = Entry(headline)
            count(headline, by: 1)
            return (number, false)
        }
        let number = entries.count
        numbers[headline.id] = number
        entries.append(Entry(headline))
        count(headline, by: 1)
        return (number, true)
    }

    mutating func setRead(_ isRead: Bool, _ number: Int) {
        change(number) { $0.isRead = isRead }
    }

    mutating func setBookmarked(_ isBookmarked: Bool, _ number: Int) {
        change(number) { $0.isBookmarked = isBookmarked }
    }

    /// Whether one story stands before another; total.
    func stands(_ one: Int, before other: Int, by order: StoryOrder) -> Bool {
        switch order {
        case .newest:
            // Undated stories come last.
            let moment = entries[one].headline.published?.seconds ?? .min
            let otherMoment = entries[other].headline.published?.seconds ?? .min
            if moment != otherMoment { return moment > otherMoment }
        case .source:
            let isUnnamed = entries[one].sourceKey.isEmpty
            if isUnnamed != entries[other].sourceKey.isEmpty { return !isUnnamed }
            if let stands = entries[one].sourceKey.stands(before: entries[other].sourceKey) { return stands }
        case .title: break
        case .length:
            let words = entries[one].headline.wordCount
            if words != entries[other].headline.wordCount { return words < entries[other].headline.wordCount }
        }
        if let stands = entries[one].titleKey.stands(before: entries[other].titleKey) { return stands }
        return entries[one].headline.id < entries[other].headline.id
    }

    private mutating func change(_ number: Int, _ change: (inout Headline) -> Void) {
        count(entries[number].headline, by: -1)
        change(&entries[number].headline)
        count(entries[number].headline, by: 1)
    }

    private mutating func count(_ headline: Headline, by step: Int) {
        revision += 1
        func add(_ tally: inout Tally) {
            tally.stories += step
            if !headline.isRead { tally.unread += step }
            if headline.isBookmarked { tally.bookmarked += step }
        }
        add(&total)
        if tallies[headline.feed.id] == nil, headline.feed != .kept { insert(headline.feed) }
        add(&tallies[headline.feed.id, default: Tally()])
    }

    private mutating func insert(_ feed: Feed) {
        let place = feeds.firstIndex { feed.name != $0.name ? feed.name < $0.name : feed.id < $0.id } ?? feeds.endIndex
        feeds.insert(feed, at: place)
    }
}

/// Words without case and accents, to sort by. Most differ in their first eight bytes, which compare as one number: among
/// ten thousand stories that is the difference between waiting and not.
struct SortKey: Sendable {
    /// The first bytes, highest first, zeros behind them.
    private let start: UInt64
    private let bytes: [UInt8]

    init(_ words: String) {
        bytes = Folded(words).bytes
        var start: UInt64 = 0
        for place in 0..<8 { start = start << 8 | UInt64(place < bytes.count ? bytes[place] : 0) }
        self.start = start
    }

    var isEmpty: Bool { bytes.isEmpty }

    /// Nil when both are the same.
    func stands(before other: SortKey) -> Bool? {
        if start != other.start { return start < other.start }
        return bytes == other.bytes ? nil : bytes.lexicographicallyPrecedes(other.bytes)
    }
}
