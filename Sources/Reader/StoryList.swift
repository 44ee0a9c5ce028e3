import News

/// A row of the feed list.
enum FeedChoice: Hashable, Sendable {
    case all, unread, bookmarks
    case feed(Feed)

    var name: String {
        switch self {
        case .all: Texts.allStories
        case .unread: Texts.unreadStories
        case .bookmarks: Texts.bookmarks
        case .feed(let feed): feed.name
        }
    }
}

/// Which stories are listed, in which order, and which one is chosen.
///
/// A story stays listed until the list is made anew, also when it no longer matches (an unread one that was just
/// read), so that nothing vanishes under the reader's hands.
struct StoryList: Sendable {
    var choice = FeedChoice.all
    var countries: CountryFilter?
    var isBookmarkedOnly = false
    /// What a search found; nil when nothing is searched.
    var found: Findings? { didSet { if found == nil { isBestFirst = true } } }
    private(set) var order = StoryOrder.newest
    /// Whether a search lists its best hits first: until the reader asks for another order.
    private(set) var isBestFirst = true

    /// Every story of the library in order, so that only a new order sorts them all.
    private var ranked: [Int] = []
    /// All of them in each order that was asked for since the last came in.
    private var rankings: [StoryOrder: [Int]] = [:]
    /// The library's numbers of the listed stories.
    private(set) var rows: [Int] = [] { didSet { revision += 1 } }
    /// Another number whenever other rows are listed.
    private(set) var revision = 0
    /// The library's number of the story that is shown; it may be absent from the list while it is being read.
    private(set) var chosen: Int?
    /// Where the chosen story stands in `rows`; nil when it is absent.
    private(set) var row: Int?
    /// The first row on the screen.
    var top = 0

    /// Whether the best hits of a search stand first.
    var isRanked: Bool { found != nil && isBestFirst }

    /// As the title says it.
    var orderName: String { isRanked ? Texts.bestFirst : order.rawValue }

    /// Whether anything but the choice in the feed list narrows it.
    var isFiltered: Bool { countries != nil || isBookmarkedOnly || found != nil }

    mutating func choose(row: Int) {
        guard rows.indices.contains(row) else { return }
        self.row = row
        chosen = rows[row]
    }

    /// Goes back to a story chosen before; `rebuild` then finds its row.
    mutating func restore(chosen: Int?, top: Int) {
        self.chosen = chosen
        self.top = top
    }

    /// Chooses a story of the library, listed or not.
    mutating func choose(story number: Int) {
        chosen = number
        findRow()
    }

    /// Lists the matching stories anew. The chosen story stays chosen when it is still listed, or where `staying`;
    /// otherwise the first is chosen.
    mutating func rebuild(from library: Library, kept: Set<String>, staying: Bool) {
        rows = listed(from: library, kept: kept)
        findRow()
        // The pane may be hidden: nothing else brings its first row back into a shorter list.
        top = min(top, max(0, rows.count - 1))
        if row == nil && !(staying && chosen != nil) {
            chosen = rows.first
            row = rows.isEmpty ? nil : 0
            top = 0
        }
    }

    /// Sorts anew after what stories are sorted by has changed.
    mutating func sortAgain(from library: Library, kept: Set<String>) {
        rankings = [:]
        arrange(by: order, from: library, kept: kept)
    }

    /// The order to list stories in, before there are any.
    mutating func begin(in order: StoryOrder) { self.order = order }

    mutating func sort(by order: StoryOrder, from library: Library, kept: Set<String>) {
        isBestFirst = false
        arrange(by: order, from: library, kept: kept)
    }

    /// While a search is on.
    mutating func sortBestFirst(from library: Library, kept: Set<String>) {
        isBestFirst = true
        rebuild(from: library, kept: kept, staying: true)
    }

    private mutating func arrange(by order: StoryOrder, from library: Library, kept: Set<String>) {
        self.order = order
        ranked = rankings[order] ?? library.entries.indices.sorted { library.stands($0, before: $1, by: order) }
        rankings[order] = ranked
        rebuild(from: library, kept: kept, staying: true)
    }

    /// Lists more stories at their places.
    /// - Parameter following: whether the choice stays with the first row rather than with its story.
    mutating func insert(_ numbers: [Int], from library: Library, kept: Set<String>, following: Bool) {
        if !numbers.isEmpty { rankings = [:] }
        let wasAtTop = top == 0 && row == 0
        let sorted = numbers.sorted { library.stands($0, before: $1, by: order) }
        ranked = merged(ranked, sorted) { library.stands($0, before: $1, by: order) }
        let new = sorted.filter { matches(library[$0], kept: kept) }
        guard !new.isEmpty else { return }
        if isRanked { return rebuild(from: library, kept: kept, staying: true) }
        let topStory = rows.indices.contains(top) ? rows[top] : nil
        rows = merged(rows, new) { library.stands($0, before: $1, by: order) }
        if chosen == nil || following && wasAtTop {
            choose(row: 0)
        } else {
            findRow()
            if let topStory, let place = rows.firstIndex(of: topStory) { top = place }
        }
    }

    /// Asks what is cheap first: thousands are asked at one key.
    func matches(_ headline: Headline, kept: Set<String>) -> Bool {
        var isKeptOnly = isBookmarkedOnly
        switch choice {
        case .all: break
        case .unread: if headline.isRead { return false }
        case .bookmarks: isKeptOnly = true
        case .feed(let feed): if headline.feed.id != feed.id { return false }
        }
        if isKeptOnly && !headline.isBookmarked && !kept.contains(headline.id) { return false }
        if let countries, !countries.matches(headline) { return false }
        return found?.contains(headline.id) ?? true
    }

    private func listed(from library: Library, kept: Set<String>) -> [Int] {
        if let found, isBestFirst {
            return found.ids.compactMap { library.number(of: $0) }.filter {
                matches(library.entries[$0].headline, kept: kept)
            }
        }
        let isWhole = choice == .all && !isFiltered
        return isWhole ? ranked : ranked.filter { matches(library.entries[$0].headline, kept: kept) }
    }

    private mutating func findRow() { row = chosen.flatMap { rows.firstIndex(of: $0) } }

    private func merged(_ a: [Int], _ b: [Int], by stands: (Int, Int) -> Bool) -> [Int] {
        var result: [Int] = []
        result.reserveCapacity(a.count + b.count)
        var (i, j) = (0, 0)
        while i < a.count && j < b.count {
            if stands(b[j], a[i]) {
                result.append(b[j])
                j += 1
            } else {
                result.append(a[i])
                i += 1
            }
        }
        return result + a[i...] + b[j...]
    }
}
