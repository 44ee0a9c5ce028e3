import News

/// A row of the feed list.
enum FeedChoice: Hashable, Sendable {
    case all, unread, bookmarks
    case feed(Feed)
    /// A folder of feeds, by its path, which is never empty.
    case folder([String])
    /// A query that is listed like a feed.
    case smart(SmartFeed)

    var name: String {
        switch self {
        case .all: Texts.allStories
        case .unread: Texts.unreadStories
        case .bookmarks: Texts.bookmarks
        case .feed(let feed): feed.name
        case .folder(let path): path.last ?? ""
        case .smart(let smart): smart.name
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

    /// Every story of the library in each order that was asked for, and by title, but those that wait for it.
    private var rankings: [StoryOrder: StoryNumbers] = [:]
    /// Stories that are put at their places in an order when it is asked for again.
    private var waiting: [StoryOrder: StoryNumbers] = [:]
    /// The library's numbers of the listed stories.
    private(set) var rows = StoryNumbers() { didSet { revision += 1 } }
    /// Another number whenever other rows are listed.
    private(set) var revision = 0
    /// The library's number of the story that is shown; it may be absent from the list while it is being read.
    private(set) var chosen: Int?
    /// Where the chosen story stands in `rows`; nil when it is absent.
    private(set) var row: Int?
    /// Where the chosen story stood that was taken out of the list while it is being read.
    private(set) var gap: Int?
    /// The first row on the screen.
    var top = 0
    /// Whether the rows were moved away from the chosen one by themselves, until another is chosen.
    private(set) var isScrolledAway = false

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
        gap = nil
        isScrolledAway = false
    }

    /// Shows other rows; the choice stays where it is.
    mutating func scroll(by steps: Int) {
        top = max(0, min(top + steps, rows.count - 1))
        isScrolledAway = true
    }

    /// The row so many from the chosen story, which may be none. Where that story was taken out, its neighbours are the next.
    func row(by steps: Int) -> Int {
        if let row { return row + steps }
        if let gap { return steps > 0 ? gap + steps - 1 : gap + steps }
        return (steps > 0 ? -1 : rows.count) + steps
    }

    /// The library's numbers of the stories after and before the chosen one, as far as there are any.
    var neighbours: [Int] { [row(by: 1), row(by: -1)].filter(rows.indices.contains).map { rows[$0] } }

    /// Goes back to a story chosen before; `rebuild` then finds its row.
    mutating func restore(chosen: Int?, top: Int) {
        isScrolledAway = false
        self.chosen = chosen
        self.top = top
    }

    /// Chooses a story of the library, listed or not.
    mutating func choose(story number: Int) {
        isScrolledAway = false
        chosen = number
        findRow()
    }

    /// Lists the matching stories anew. The chosen story stays chosen when it is still listed, or where `staying`;
    /// otherwise the first is chosen.
    mutating func rebuild(from library: Library, staying: Bool) {
        rows = listed(from: library)
        findRow()
        // The pane may be hidden: nothing else brings its first row back into a shorter list.
        top = min(top, max(0, rows.count - 1))
        if row == nil && !(staying && chosen != nil) {
            chosen = rows.first
            row = rows.isEmpty ? nil : 0
            top = 0
        }
    }

    /// The order to list stories in, before there are any.
    mutating func begin(in order: StoryOrder) { self.order = order }

    mutating func sort(by order: StoryOrder, from library: Library) {
        isBestFirst = false
        self.order = order
        rank(library, by: order)
        rebuild(from: library, staying: true)
    }

    /// While a search is on.
    mutating func sortBestFirst(from library: Library) {
        isBestFirst = true
        rebuild(from: library, staying: true)
    }

    /// Lists more stories at their places, and those that changed at their new ones.
    /// - Parameter following: whether the choice stays with the first row rather than with its story.
    mutating func insert(_ arrivals: HeadlineTable.Arrivals, from library: Library, following: Bool) {
        if !arrivals.new.isEmpty { insert(arrivals.new, arrivals.rankings, from: library, following: following) }
        guard !arrivals.changed.isEmpty else { return }
        var changed = NumberSet()
        // One may have changed twice.
        let once = StoryNumbers(arrivals.changed.filter { changed.insert($0) })
        forget(changed)
        for order in rankings.keys { wait(for: order, once) }
        rank(library, by: order)
        rebuild(from: library, staying: true)
    }

    /// Takes stories out that are no longer in the library. The choice goes to the neighbour, unless `staying`.
    mutating func remove(_ numbers: NumberSet, from library: Library, staying: Bool) {
        forget(numbers)
        let before = rows
        rows = rows.without(numbers)
        guard rows.count < before.count else { return }
        top = before.prefix(top).count { !numbers.contains($0) }
        guard let chosen, let old = row else { return findRow() }
        guard numbers.contains(chosen) else { return findRow() }
        let place = before.prefix(old).count { !numbers.contains($0) }
        row = nil
        if staying {
            gap = place
        } else {
            self.chosen = nil
            choose(row: min(place, rows.count - 1))
        }
    }

    /// The stories that would be listed if no country narrowed the list, in no order.
    func storiesOfAllCountries(from library: Library) -> StoryNumbers {
        var open = self
        open.countries = nil
        if open.isWhole(of: library) { return library.table.numbers }
        let found = found?.stories(in: library.table).all
        return library.table.numbers(library.table.numbers, matching: open.selection(from: library, found))
    }

    /// What is asked of a story but what was searched for, in the library's numbers.
    private func selection(from library: Library) -> HeadlineSelection {
        var selection = HeadlineSelection()
        selection.isKeptOnly = isBookmarkedOnly
        switch choice {
        case .all: selection.withoutFeeds = library.hiddenFeeds
        case .unread:
            selection.withoutFeeds = library.hiddenFeeds
            selection.isUnreadOnly = true
        case .bookmarks: selection.isKeptOnly = true
        // No story is of a feed that is not known.
        case .feed(let feed): selection.feed = library.feedNumber(of: feed) ?? -1
        case .folder(let path):
            if let smart = library.smartStories(inFolder: path) {
                selection.among = smart
            } else {
                selection.feeds = NumberSet(library.feedNumbers(ofFolder: path))
            }
        case .smart(let smart): selection.among = library.stories(of: smart)
        }
        selection.countries = countries?.selection(of: library.table)
        return selection
    }

    private func selection(from library: Library, _ found: NumberSet?) -> HeadlineSelection {
        var selection = selection(from: library)
        selection.found = found
        return selection
    }

    private func listed(from library: Library) -> StoryNumbers {
        let ranked = rankings[order] ?? StoryNumbers()
        if isWhole(of: library) { return ranked }
        let stories = found?.stories(in: library.table)
        let selection = selection(from: library, stories?.all)
        guard let found, let stories, isBestFirst else { return library.table.numbers(ranked, matching: selection) }
        let best = library.table.numbers(stories.best, matching: selection)
        if found.others.isEmpty { return best }
        // Behind the best the others, in the order that there would be without a search.
        let rest = library.table.numbers(ranked.without(NumberSet(stories.best)), matching: selection)
        return StoryNumbers(best.values + rest.values)
    }

    private mutating func insert(
        _ new: StoryNumbers, _ known: [StoryOrder: StoryNumbers], from library: Library, following: Bool
    ) {
        let wasAtTop = top == 0 && row == 0
        let ordering = HeadlineOrdering(order, of: library.table)
        var sorted = new
        if rankings.values.allSatisfy(\.isEmpty) {
            rankings = known
            rank(library, by: order)
            sorted = rankings[order] ?? new
        } else {
            sorted = known[order] ?? ordering.sorted(new)
            for (order, ranking) in rankings {
                let other = HeadlineOrdering(order, of: library.table)
                if let more = order == self.order ? sorted : known[order] {
                    rankings[order] = other.merged(ranking, more)
                } else {
                    wait(for: order, new)
                }
            }
        }
        let found = found?.stories(in: library.table).all
        let listed = library.table.numbers(sorted, matching: selection(from: library, found))
        guard !listed.isEmpty else { return }
        if isRanked { return rebuild(from: library, staying: true) }
        let topStory = rows.indices.contains(top) ? rows[top] : nil
        rows = isWhole(of: library) ? rankings[order] ?? rows : ordering.merged(rows, listed)
        if chosen == nil || following && wasAtTop {
            choose(row: 0)
        } else {
            findRow()
            if let topStory, let place = rows.place(of: topStory) { top = place }
        }
    }

    /// Whether it lists every story of the library.
    private func isWhole(of library: Library) -> Bool {
        choice == .all && !isFiltered && library.hiddenFeeds.isEmpty
    }

    /// Sorts all stories in an order, as far as that is not done.
    private mutating func rank(_ library: Library, by order: StoryOrder) {
        let ordering = HeadlineOrdering(order, of: library.table)
        if let ranking = rankings[order] {
            guard let waiting = waiting.removeValue(forKey: order) else { return }
            rankings[order] = ordering.merged(ranking, ordering.sorted(waiting))
            return
        }
        // From it every other order is soon made; but the newest mostly come in their order.
        if order != .newest, order != .title { rank(library, by: .title) }
        let isUpToDate = waiting[.title] == nil
        rankings[order] = ordering.ranking(titles: isUpToDate ? rankings[.title] : nil)
    }

    private mutating func wait(for order: StoryOrder, _ numbers: StoryNumbers) {
        waiting[order] = StoryNumbers((waiting[order]?.values ?? []) + numbers.values)
    }

    /// Takes stories out of every order.
    private mutating func forget(_ numbers: NumberSet) {
        rankings = rankings.mapValues { $0.without(numbers) }
        waiting = waiting.mapValues { $0.without(numbers) }
    }

    private mutating func findRow() {
        row = chosen.flatMap { rows.place(of: $0) }
        gap = nil
    }
}
