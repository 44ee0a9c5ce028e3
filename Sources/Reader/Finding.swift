import News

extension AppState {
    /// Lists the stories anew after a filter changed. A story being read stays open even when it is not listed.
    mutating func relist() {
        list.rebuild(from: library, kept: storiesWithKeptQuotes, staying: focus == .article || focus == .panel)
    }

    mutating func toggleBookmarksOnly() {
        list.isBookmarkedOnly.toggle()
        relist()
        say(list.isBookmarkedOnly ? "Bookmarks only." : "Bookmarked or not.")
    }

    mutating func chooseCountry() {
        var open = list
        open.country = nil
        var headlines: [Headline] = []
        for entry in library.entries where open.matches(entry.headline, kept: storiesWithKeptQuotes) {
            headlines.append(entry.headline)
        }
        overlay = .countries(CountryChooser(of: headlines, chosen: list.country))
    }

    mutating func choose(_ chooser: CountryChooser) {
        guard chooser.entries.indices.contains(chooser.chosen) else {
            say("No country has that name; \(keymap.keyName(of: .erase)) takes a letter back.")
            return
        }
        overlay = .none
        list.country = chooser.entries[chooser.chosen].country
        relist()
    }

    mutating func clearFilters() {
        guard list.isFiltered || !searchWords.isEmpty else { return say("No filter is set.") }
        list.country = nil
        list.isBookmarkedOnly = false
        endSearch()
        say("Every filter cleared.")
    }

    mutating func sort() {
        let orders = StoryOrder.allCases
        let place = orders.firstIndex(of: list.order) ?? 0
        list.sort(by: orders[(place + 1) % orders.count], from: library, kept: storiesWithKeptQuotes)
        say("Sorted by \(list.order.rawValue).")
    }

    mutating func startSearch() {
        endSearch()
        overlay = .search
    }

    /// The words typed have changed.
    mutating func search() -> [Effect] {
        guard !searchWords.allSatisfy(\.isWhitespace) else {
            list.found = nil
            relist()
            open?.walkQuotes()
            return []
        }
        markHits()
        return [.search(words: searchWords)]
    }

    /// Enter: the list stays narrowed, and the shown story goes to its first hit.
    mutating func finishSearch() {
        overlay = .none
        guard !searchWords.allSatisfy(\.isWhitespace) else { return endSearch() }
        if list.found?.isEmpty == true {
            say("No story has “\(searchWords)”; \(keymap.keyName(of: .back)) ends the search.")
        } else if let article = shown, article.walk.stops.isEmpty {
            say("“\(searchWords)” is not in this story; \(keymap.keyName(of: .nextStory)) goes to one that has it.")
        } else {
            open?.go(to: 0)
        }
    }

    mutating func endSearch() {
        searchWords = ""
        list.found = nil
        relist()
        if case .hits? = open?.walk.subject { open?.walkQuotes() }
    }
}
