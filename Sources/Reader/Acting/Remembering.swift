package import News
import Screen

// Where the reader was left last, and how it gets there again. What needs no story is there before the first screen; a
// feed, a country and the story itself when the stories that tell of them arrive. Whoever presses a key before that goes
// on from where they are.

extension AppState {
    /// Where the reader is now, to begin there the next time.
    package var bearings: Bearings {
        // Not arrived yet, and nobody has gone elsewhere: what was kept still holds.
        if let homing, !isTouched || library.isEmpty { return homing }
        var bearings = Bearings()
        bearings.story = chosenHeadline?.id
        if let article = shown {
            bearings.place = article.place.offset
            bearings.placeLine = article.place.line
        }
        bearings.listing = list.choice.listing
        if let filter = list.countries {
            bearings.countries = filter.parts.map(\.bearing)
            bearings.needsAllCountries = filter.needsAll
            bearings.mentionsCountries = filter.sense == .mentioned
        }
        bearings.isBookmarkedOnly = list.isBookmarkedOnly
        bearings.order = list.order
        bearings.focus = focus.bearing
        bearings.tab = tab.bearing
        bearings.isPanelOut = isPanelOut
        bearings.isZen = isZen
        bearings.listWish = listWish
        bearings.panelWish = panelWish
        bearings.theme = chosenTheme
        return bearings
    }

    /// Begins at a place: what can be set without a story is set at once.
    mutating func begin(at bearings: Bearings) {
        homing = bearings
        listWish = bearings.listWish
        panelWish = bearings.panelWish
        chosenTheme = bearings.theme
        tab = Panel.Tab(bearings.tab)
        list.isBookmarkedOnly = bearings.isBookmarkedOnly
        switch bearings.listing {
        case .all, .feed, .folder, .smartFeed: break
        case .unread: list.choice = .unread
        case .bookmarks: list.choice = .bookmarks
        }
        if let order = bearings.order { list.begin(in: order) }
    }

    /// Stories have arrived: goes on to the feed, the country and the story that was left, once they are there.
    mutating func goHome() {
        guard let home = homing else { return }
        guard !isTouched else {
            homing = nil
            return
        }
        var isChanged = false
        if list.choice == .all, let choice = feedChoice(of: home) {
            list.choice = choice
            isChanged = true
        }
        if list.countries == nil, let filter = countryFilter(of: home) {
            list.countries = filter
            isChanged = true
        }
        guard let story = home.story, let number = library.number(of: story) else {
            if isChanged || home.story == nil { relist() }
            if home.story == nil, isFiltered(as: home) {
                // An empty list was left: there is nothing to wait for.
                if !home.isReading { focus = Pane(home.focus) }
                homing = nil
            }
            return
        }
        list.restore(chosen: number, top: 0)
        // It may have been outside its list when it was left. One read in the list of the unread has only gone from there.
        let stays = home.isReading || home.listing != .unread
        list.rebuild(from: library, staying: stays)
        // What it waits for may still be on its way: the filters go with the story.
        guard isFiltered(as: home) else { return }
        if list.chosen == number { arrive(at: home) }
        homing = nil
    }

    /// All has arrived: bookmarked stories alone are not shown on, from another place, where there is none.
    mutating func settleHome() {
        guard homing != nil, list.isBookmarkedOnly, list.rows.isEmpty, !isTouched else { return }
        list.isBookmarkedOnly = false
        relist()
    }

    /// The story that was left is open: its line comes on top.
    mutating func showPlaceLeft() {
        guard let (story, place) = placeLeft, open?.id == story else { return }
        placeLeft = nil
        open?.show(place: place)
    }

    private mutating func arrive(at home: Bearings) {
        // From here on newer stories must not take the choice away.
        isTouched = true
        focus = Pane(home.focus)
        isPanelOut = home.isPanelOut
        isZen = home.isZen
        if let story = home.story {
            placeLeft = (story, PagePosition(offset: home.place, line: home.placeLine))
        }
        showPlaceLeft()
    }

    /// Nil while it has not arrived, and where all, unread or bookmarked stories were listed.
    private func feedChoice(of home: Bearings) -> FeedChoice? {
        switch home.listing {
        case .all, .unread, .bookmarks: nil
        case .feed(let id): library.feed(id: id).map { .feed($0) }
        case .folder(let path): library.current(.folder(path))
        case .smartFeed(let name): library.smartFeed(named: name).map { .smart($0) }
        }
    }

    /// Nil while a country of it is in no story that has arrived.
    private func countryFilter(of home: Bearings) -> CountryFilter? {
        let parts = home.countries.compactMap { name in
            WorldRegion(rawValue: name).map { CountryFilter.Part.region($0) }
                ?? library.country(name).map { .country($0) }
        }
        guard parts.count == home.countries.count else { return nil }
        return CountryFilter(
            parts, needsAll: home.needsAllCountries, sense: home.mentionsCountries ? .mentioned : .about)
    }

    private func isFiltered(as home: Bearings) -> Bool {
        switch home.listing {
        case .all, .unread, .bookmarks: break
        case .feed, .folder, .smartFeed: if list.choice == .all { return false }
        }
        return home.countries.isEmpty || list.countries != nil
    }
}

extension Library {
    fileprivate func country(_ code: String) -> Country? {
        table.countries.first { $0.code == code }
    }
}

extension CountryFilter.Part {
    fileprivate var bearing: String {
        switch self {
        case .country(let country): country.code
        case .region(let region): region.rawValue
        }
    }
}

extension Bearings {
    fileprivate var isReading: Bool { focus == .article || focus == .panel }
}

extension FeedChoice {
    fileprivate var listing: Bearings.Listing {
        switch self {
        case .all: .all
        case .unread: .unread
        case .bookmarks: .bookmarks
        case .feed(let feed): .feed(feed.id)
        case .folder(let path): .folder(path)
        case .smart(let smart): .smartFeed(smart.name)
        }
    }
}

extension Pane {
    fileprivate var bearing: Bearings.Pane {
        switch self {
        case .feeds: .feeds
        case .stories: .stories
        case .article: .article
        case .panel: .panel
        }
    }

    fileprivate init(_ bearing: Bearings.Pane) {
        switch bearing {
        case .feeds: self = .feeds
        case .stories: self = .stories
        case .article: self = .article
        case .panel: self = .panel
        }
    }
}

extension Panel.Tab {
    fileprivate var bearing: Bearings.Tab {
        switch self {
        case .quotes: .quotes
        case .names: .names
        case .countries: .countries
        }
    }

    fileprivate init(_ bearing: Bearings.Tab) {
        switch bearing {
        case .quotes: self = .quotes
        case .names: self = .names
        case .countries: self = .countries
        }
    }
}
