import Screen
import News

// The reader: what is on the screen, as a value, and what keys and answers make of it.
//
// A key comes in as a `Message`; `update` looks it up in the `keymap`, changes the `AppState` and returns `Effect`s,
// things it wants done by a world that it knows nothing of; the answers come back as messages. `render` makes a `Frame`
// of the state. Both are pure, so a screen is a golden file and a key is a test. What each key does stands in the
// folder Acting, in files named for the doing (Moving, Walking, Keeping, Finding), how it looks in Drawing, and
// every size in Layout.

/// Takes in what happened. Total and pure: whatever the message, the state stays whole, and the world is only asked
/// by the effects that are returned.
package func update(_ state: inout AppState, _ message: Message) -> [Effect] {
    changed(&state, keepsHistory: !message.isHistory) { $0.take(message) }
}

/// The same for a command that did not come by a key.
func update(_ state: inout AppState, obeying command: Command) -> [Effect] {
    changed(&state, keepsHistory: true) { state in
        state.isTouched = true
        return state.obey(command)
    }
}

/// Changes the state and makes it whole again.
/// - Parameter keepsHistory: whether what can be undone is to be written down when it has changed.
private func changed(
    _ state: inout AppState, keepsHistory: Bool, _ change: (inout AppState) -> [Effect]
) -> [Effect] {
    let history = state.history
    var effects = change(&state)
    state.settle()
    effects += state.askForSmartFeed() + state.preview() + state.askForName()
    if keepsHistory, state.history != history { effects.append(.keepHistory(state.history)) }
    return effects
}

extension AppState {
    fileprivate mutating func take(_ message: Message) -> [Effect] {
        switch message {
        case .key(let key):
            return press(key)
        case .mouse(let event):
            return point(event)
        case .resized(let size):
            self.size = Size(columns: max(1, size.columns), rows: max(1, size.rows))
        case .feeds(let listing):
            takeIn(listing)
            goHome()
        case .evaluated(let smart, let stories): takeIn(stories, of: smart)
        case .fetching(let done, let total): return takeIn(fetched: done, of: total)
        case .fetched(let id, let name, let problem): takeIn(problem, ofFeed: id, named: name)
        case .loaded(let headlines):
            refreshing?.count(headlines, in: library)
            takeIn { $0.put(headlines) }
            goHome()
        case .loadedAll(let headlines):
            takeIn { $0.put(headlines) }
            goHome()
        case .removed(let ids): remove(ids)
        case .progress(let done, let total):
            progress = done < total ? Progress(done: done, total: total) : nil
            // What was found while stories were still being read may not be all.
            if done >= total { open?.nameAsked = nil }
            // A search begun while stories were still being read has not seen them all.
            guard done >= total else { break }
            settleHome()
            let search = searchWords.allSatisfy(\.isWhitespace) ? [] : [Effect.search(words: searchWords)]
            return search + askForSmartFeedsAnew()
        case .opened(let reading):
            return show(reading)
        case .found(let words, let hits, let others):
            // An answer to words that have changed since is of no use.
            guard words == searchWords, !words.isEmpty else { break }
            show(Findings(hits, others: others))
        case .figures(let figures): feedFigures = figures
        case .traced(let origin): self.origin = origin
        case .described(let card):
            take(card)
        case .bookmarks(let bookmarks):
            takeIn(bookmarks)
        case .history(let history):
            self.history = history
        case .failed(let effect, let problem):
            takeBack(effect, problem)
        case .problem(let problem): takeIn(problem)
        case .mended(let mended): problems.removeAll { mended.contains($0.problem) }
        case .refreshed: endRefresh()
        case .paths(let beginning, let paths): takeIn(paths, beginning: beginning)
        case .clock(let clock): self.clock = clock
        case .notice(let text):
            notice = Notice(text: text, isWarning: false)
        }
        return []
    }

    /// The chosen story has been read: it is laid out. Another one is an answer that comes too late.
    private mutating func show(_ reading: Reading) -> [Effect] {
        guard let headline = chosenHeadline, headline.id == reading.article.id else { return [] }
        opening = .nothing
        // The same answer twice must not throw the reader back to the top.
        guard open?.reading != reading else { return [] }
        let region = layout.words ?? Region(row: 0, column: 0, columns: Layout.measure, rows: 1)
        var article = OpenArticle(
            reading, minutes: headline.minutes, countryNames: countryNames, view: view, measure: region.columns,
            height: region.rows)
        article.keptQuotes = keptQuotes(of: reading)
        open = article
        showPlaceLeft()
        markHits()
        walkAwaitedName()
        let neighbours = list.neighbours.map { library.table.id($0) }
        return neighbours.isEmpty ? [] : [.readAhead(ids: neighbours)]
    }

    /// Undoes what was shown ahead of an effect that could not be done, and says why.
    private mutating func takeBack(_ effect: Effect, _ problem: Problem) {
        switch effect {
        case .open(let id):
            guard opening == .waiting(id: id) else { return }
            opening = .failed(id: id, problem)
            // The last story stays while the next is read, and must not be taken for it.
            open = nil
        case .setBookmark(let isOn, let id):
            if let number = library.number(of: id) { library.setBookmarked(!isOn, number) }
            if isOn { history.forget { $0 == .remove(Bookmark.Identity(id: id)) } }
        case .setQuoteBookmark(let isOn, let id, let quote):
            if open?.id == id { showQuote(quote, isKept: !isOn) }
        case .removeBookmark(let identity): showBookmark(identity, isKept: true)
        case .restoreBookmark(let bookmark): showBookmark(bookmark.identity, isKept: false)
        case .setRead(let isRead, let ids):
            library.setRead(!isRead, ids.compactMap { library.number(of: $0) })
        case .search, .describe, .copy, .quit, .keepHistory, .completePath, .load, .export, .openLink, .readAhead,
            .setTheme, .setMouse, .redraw, .refresh, .fetchPage, .evaluate, .cancelRefresh, .subscribe, .unsubscribe,
            .rename, .move, .save, .setFeed, .tellFeeds, .trace:
            break
        }
        let remedy = problem.remedy.isEmpty ? "" : " " + problem.remedy
        let cause = problem.detail.isEmpty ? "" : " (\(problem.detail))"
        notice = Notice(text: problem.summary + cause + remedy, isWarning: true)
    }

    /// Brings everything that depends on the screen's size or on the chosen rows in line with it.
    fileprivate mutating func settle() {
        let layout = layout
        countListed()
        fitArticle()
        if let inside = layout.feeds?.inside, let chosen = feedChoices.firstIndex(of: list.choice) {
            if focus == .feeds || feedsScrolledFrom != list.choice { feedsScrolledFrom = nil }
            let shown = feedsScrolledFrom == nil ? chosen : feedTop
            feedTop = top(feedTop, showing: shown, of: feedChoices.count, lines: inside.rows) { _ in 1 }
        }
        if let inside = layout.stories?.inside {
            let isFree = list.isScrolledAway && isReading
            list.top = top(
                list.top, showing: isFree ? list.top : list.row ?? 0, of: list.rows.count, lines: inside.rows,
                ahead: isFree ? 0 : inside.rows / 3
            ) { storyHeight(row: $0, columns: inside.columns) }
        }
        if let inside = layout.panel?.inside { settlePanel(inside) }
        settleOverlay()
    }

    /// Lays the open story out for its pane; where that is hidden it stays as it was.
    mutating func fitArticle() {
        if let words = layout.words { open?.fit(view: view, measure: words.columns, height: words.rows) }
    }

    private mutating func settlePanel(_ inside: Region) {
        if tab == .quotes { open?.fitQuotes(columns: inside.columns, rows: inside.rows) }
        guard let open, let sheet = panelSheet(in: inside) else { return }
        // A quote that does not stand out yet is still what the panel stays at.
        let choices = sheet.rows.indices.filter { !sheet.rows[$0].isHeading }
        guard let first = choices.first else { return }
        let chosen = sheet.chosen ?? choices[min(open.chosenRow(of: tab), choices.count - 1)]
        // The heading above the first choice is worth its line.
        let shown = chosen == first ? 0 : chosen
        self.open?.panel.tops[tab] = top(
            open.panel.tops[tab] ?? 0, showing: shown, of: sheet.rows.count, lines: sheet.list.rows
        ) { sheet.height(of: $0) }
    }

    /// The chosen story is always the one shown: asks for it when it is not.
    fileprivate mutating func preview() -> [Effect] {
        guard let id = chosenID else {
            open = nil
            opening = .nothing
            return []
        }
        switch opening {
        case .waiting(id), .failed(id, _): return []
        case .nothing, .waiting, .failed:
            guard open?.id != id else {
                opening = .nothing
                return []
            }
            opening = .waiting(id: id)
            return [.open(id: id)]
        }
    }
}
