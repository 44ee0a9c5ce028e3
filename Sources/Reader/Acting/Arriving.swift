import News

// Stories and bookmarks that come and go while somebody reads.

extension AppState {
    /// Stories have come: the choice stays where it is, or, before the first key, with the first row.
    mutating func takeIn(_ put: (inout Library) -> HeadlineTable.Arrivals) {
        let arrivals = put(&library)
        if knowsBookmarks { library.setBookmarks(stories: keptStories, quoted: storiesWithKeptQuotes) }
        list.insert(arrivals, from: library, following: !isTouched)
        findRemovedChoice()
        settleFeed()
    }

    /// Stories are gone. One that is being read stays open until it is left.
    mutating func remove(_ ids: [String]) {
        let numbers = ids.compactMap { library.number(of: $0) }
        guard !numbers.isEmpty else { return }
        library.remove(numbers)
        list.remove(NumberSet(numbers), from: library, staying: isReading)
        settleFeed()
    }

    /// The bookmarks are these.
    mutating func takeIn(_ bookmarks: [Bookmark]) {
        self.bookmarks = bookmarks
        knowsBookmarks = true
        keptStories = Set(bookmarks.filter { $0.quote == nil }.map(\.id))
        storiesWithKeptQuotes = Set(bookmarks.filter { $0.quote != nil }.map(\.id))
        library.setBookmarks(stories: keptStories, quoted: storiesWithKeptQuotes)
        guard let reading = open?.reading else { return }
        let kept = keptQuotes(of: reading)
        open?.keptQuotes = kept
    }

    /// A story that went while it was read has come back: it is that one.
    private mutating func findRemovedChoice() {
        guard let chosen = list.chosen, library.table.isRemoved(chosen),
            let number = library.number(of: library.table.id(chosen))
        else { return }
        list.choose(story: number)
    }

    /// A feed may have another name now, or none of its stories may be left.
    private mutating func settleFeed() {
        let known = library.current(list.choice)
        if known == list.choice { return }
        list.choice = known ?? .all
        if known == nil { relist() }
    }
}
