import News
import Screen

func drawFeeds(_ state: AppState, in pane: PaneRegion, on frame: inout Frame) {
    let isFocused = state.focus == .feeds
    let rows = state.feedRows
    if let header = pane.header {
        // Where all of them are in sight, nobody asks how many there are.
        let place = rows.firstIndex { $0.choice == state.list.choice }.map { "\($0 + 1)/\(rows.count)" } ?? ""
        let end = rows.count > pane.inside.rows ? place : ""
        drawHeader(Texts.feedsHeader, end: end, in: header, isFocused: isFocused, on: &frame)
    }
    for (line, feedRow) in rows.dropFirst(state.feedTop).prefix(pane.inside.rows).enumerated() {
        let choice = feedRow.choice
        let isChosen = choice == state.list.choice
        let row = Region(row: pane.inside.row + line, column: pane.inside.column, columns: pane.inside.columns, rows: 1)
        let hasUnread = state.unreadCount(of: choice) > 0
        let role: Role = isChosen ? (isFocused ? .chosen : .resting) : hasUnread ? .unread : .plain
        let dim: Role = isChosen ? (isFocused ? .chosenDim : .restingDim) : .dim
        frame.fill(row, role: role)
        if isChosen { frame.write("▸", in: row, role: role) }
        let words = state.count(of: choice).map { "\($0) " } ?? " "
        var end = frame.write(words, atEndOf: row, role: dim)
        if state.failure(of: choice) != nil {
            end = max(0, end - 2)
            frame.write("!", in: row, at: end, role: isChosen ? role : .warning)
        }
        let indent = 2 + 2 * min(feedRow.depth, Layout.deepestIndent)
        let name = sign(of: choice, isFolded: state.isFolded(choice)) + state.library.shownName(of: choice)
        frame.write(elided(name, to: end - indent - 1), in: row, at: indent, role: role)
    }
}

/// What stands before the name of what is no feed.
private func sign(of choice: FeedChoice, isFolded: Bool) -> String {
    switch choice {
    case .folder: isFolded ? "▸ " : "▾ "
    case .smart: "/ "
    case .all, .unread, .bookmarks, .feed: ""
    }
}

extension AppState {
    fileprivate func isFolded(_ choice: FeedChoice) -> Bool {
        if case .folder(let path) = choice { folded.contains(path) } else { false }
    }
}

extension AppState {
    /// Lines that a story takes in a list so wide.
    func storyHeight(row: Int, columns: Int) -> Int {
        let width = Layout.headlineColumns(of: columns)
        return lines(of: library.table.title(list.rows[row]), width: width, atMost: Layout.headlineRows).count + 1
    }
}

func drawStories(_ state: AppState, in pane: PaneRegion, on frame: inout Frame) {
    let isFocused = state.focus == .stories
    if let header = pane.header {
        let place = state.list.row.map { "\($0 + 1)/\(state.list.rows.count)" } ?? ""
        drawHeader(Texts.storiesHeader, end: place, in: header, isFocused: isFocused, on: &frame)
    }
    var line = 0
    var row = state.list.top
    while line < pane.inside.rows, row < state.list.rows.count {
        line += drawStory(state, row: row, line: line, in: pane.inside, isFocused: isFocused, on: &frame)
        row += 1
    }
    guard state.list.rows.isEmpty else { return }
    for (number, words) in lines(of: emptyWords(state).headline, width: pane.inside.inset(by: 2).columns, atMost: 3)
        .enumerated()
    {
        frame.write(words, in: pane.inside.inset(by: 2), line: number, role: .dim)
    }
}

/// A row of the list: the headline on up to two lines, and a line of source, countries and date.
/// - Returns: the lines used.
private func drawStory(
    _ state: AppState, row: Int, line: Int, in inside: Region, isFocused: Bool, on frame: inout Frame
) -> Int {
    let headline = state.library[state.list.rows[row]]
    let isChosen = row == state.list.row
    let width = Layout.headlineColumns(of: inside.columns)
    let title = lines(of: headline.title, width: width, atMost: Layout.headlineRows)
    let look = StoryLook(isChosen: isChosen, isFocused: isFocused, isRead: headline.isRead)
    if isChosen {
        let block = Region(
            row: inside.row + line, column: inside.column, columns: inside.columns,
            rows: min(title.count + 1, inside.rows - line))
        frame.fill(block, role: look.title)
        frame.write("▸", in: block, role: look.title)
    }
    if !headline.isRead { frame.write("●", in: inside, line: line, at: 1, role: isChosen ? look.title : .unreadMark) }
    let isQuoteKept = state.storiesWithKeptQuotes.contains(headline.id)
    if headline.isBookmarked || isQuoteKept {
        frame.write(
            headline.isBookmarked ? "★" : "”", in: inside, line: line, at: inside.columns - 2,
            role: isChosen ? look.title : .bookmark)
    }
    let searched = state.searchedWords
    for (number, words) in title.enumerated() {
        frame.write(
            words, marking: searched, in: inside, line: line + number, at: Layout.rowIndent,
            roles: (look.title, look.hit))
    }
    let facts = line + title.count
    if let hit = state.list.found?[headline.id], let snippet = hit.snippet {
        drawHit(hit, snippet, line: facts, in: inside, roles: (look.facts, look.hit), on: &frame)
    } else {
        drawStoryFacts(headline, state.clock, line: facts, in: inside, role: look.facts, on: &frame)
    }
    return title.count + 1
}

/// "ABC News · RU UA BY      3 d": where it is narrow the source is cut, then of a date the year is left, then nothing.
private func drawStoryFacts(
    _ headline: Headline, _ clock: Clock?, line: Int, in inside: Region, role: Role, on frame: inout Frame
) {
    var codes = headline.countries.prefix(Layout.rowCountries).map(\.code).joined(separator: " ")
    if !codes.isEmpty { codes = " · " + codes }
    let room = inside.columns - Layout.rowIndent - 1 - columns(of: codes)
    let age = headline.published.map { clock?.age(of: $0) ?? $0.shortDay } ?? ""
    let year = headline.published.map { $0.shortDay.suffix(4) } ?? ""
    func left(beside age: String) -> Int { room - (age.isEmpty ? 0 : columns(of: age) + 2) }
    let shown = [age, age.hasSuffix(year) ? String(year) : ""].first { left(beside: $0) >= Layout.leastSource } ?? ""
    let source = elided(headline.source ?? headline.feed.name, to: left(beside: shown))
    frame.write(source + codes, in: inside, line: line, at: Layout.rowIndent, role: role)
    if !shown.isEmpty { frame.write(shown + " ", atEndOf: inside, line: line, role: role) }
}

private struct StoryLook {
    let title: Role
    let facts: Role
    /// Words that were searched for.
    let hit: Role

    init(isChosen: Bool, isFocused: Bool, isRead: Bool) {
        switch (isChosen, isFocused) {
        case (true, true): (title, facts, hit) = (.chosen, .chosenDim, .chosenHit)
        case (true, false): (title, facts, hit) = (.resting, .restingDim, .resting)
        case (false, _): (title, facts, hit) = (isRead ? .plain : .unread, .dim, .hit)
        }
    }
}

/// What an empty list says, and what helps.
func emptyWords(_ state: AppState) -> (headline: String, help: [String]) {
    let clear = state.keymap.keyName(of: .clearFilters)
    if let progress = state.progress, state.library.isEmpty {
        return (Texts.readingStories, [Texts.readSoFar(progress.done, of: progress.total)])
    }
    if let fetching = state.fetching, state.library.isEmpty {
        return (Texts.fetchingStories, [Texts.readSoFar(fetching.done, of: fetching.total)])
    }
    if state.library.isEmpty, !state.library.listing.feeds.isEmpty {
        let failure = state.failure(of: state.list.choice)
        return (failure ?? Texts.nothingFetched, [Texts.fetchHelp(key: state.keymap.keyName(of: .refresh))])
    }
    if state.library.isEmpty {
        return (Texts.noStoriesYet, [Texts.filesAppear, Texts.openHelp, Texts.subscribeHelp])
    }
    if state.list.isFiltered {
        guard let found = state.list.found else { return (narrowedWords(state), [Texts.clearHelp(key: clear)]) }
        let end = Texts.endSearchHelp(key: state.keymap.keyName(of: .back), clear: clear)
        return (narrowedWords(state), [searchHelp(state, found), end].compactMap { $0 })
    }
    switch state.list.choice {
    case .bookmarks:
        return (Texts.noBookmarks, [Texts.bookmarkHelp(key: state.keymap.keyName(of: .bookmark))])
    case .unread: return (Texts.allRead, [Texts.nothingUnread])
    case .feed(let feed):
        if let failure = state.failure(of: state.list.choice) { return (failure, []) }
        if let listed = state.library.listing.feed(id: feed.id), listed.lastChecked == nil {
            return (Texts.notFetched, [Texts.fetchFeedHelp(key: state.keymap.keyName(of: .refreshFeed))])
        }
        return (Texts.noStoriesInFeed, [])
    case .smart(let smart):
        let isKnown = state.library.count(of: smart) != nil
        return (isKnown ? Texts.noStoryFits(smart.query) : Texts.searching, [])
    case .all, .folder: return (Texts.noStoriesInFeed, [])
    }
}

/// What would find more.
private func searchHelp(_ state: AppState, _ found: Findings) -> String? {
    if !found.isEmpty { return Texts.foundElsewhere(found.count) }
    if state.progress != nil { return Texts.stillReading }
    if SearchWords.hasPhrase(state.searchWords) { return Texts.withoutQuotationMarks }
    if SearchWords(state.searchWords, names: state.queryNames).parts.count > 1 { return Texts.fewerWords }
    return Texts.firstLetters
}

/// All that together left nothing: "No unread story here is about the Czech Republic and has “beer”."
private func narrowedWords(_ state: AppState) -> String {
    let list = state.list
    let feed: String? =
        switch list.choice {
        case .all, .unread, .bookmarks: nil
        case .feed, .folder, .smart: list.choice.name
        }
    var claims: [String] = []
    if let countries = list.countries { claims.append(countries.claim(state.countryNames.nameInSentence)) }
    if list.found != nil { claims.append(Texts.has(state.searchWords)) }
    return Texts.noStory(
        isUnread: list.choice == .unread, isBookmarked: list.isBookmarkedOnly || list.choice == .bookmarks, in: feed,
        that: claims)
}
