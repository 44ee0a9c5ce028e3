import News
import Screen

extension AppState {
    /// 1, 2, 3: a tab of the side panel, and the keys go to it.
    mutating func show(_ tab: Panel.Tab) {
        self.tab = tab
        focus(on: .panel)
    }

    mutating func toggleZen() {
        guard open != nil else { return say(Texts.noStoryOpen) }
        isZen.toggle()
        if isZen { focus(on: .article) }
    }

    mutating func toggle(_ other: ArticleView) {
        guard open != nil else { return say(Texts.noStoryOpen) }
        view = view == other ? .story : other
        if layout.article == nil { focus(on: .article) }
    }

    /// Gives the pane that has the keys more or fewer columns; the others give or take them.
    mutating func widen(by steps: Int) {
        let old = layout
        guard old.kind != .narrow && old.kind != .tooSmall else { return say(Texts.onePane) }
        let step = steps * Layout.widthStep
        switch focus {
        case .feeds, .stories: listWish += step
        case .panel: panelWish += step
        case .article:
            listWish -= step
            panelWish -= step
        }
        limitWishes()
        if layout == old { say(steps > 0 ? Texts.noWider : Texts.noNarrower) }
    }

    /// What cannot be had is no longer wished for, so that the next step the other way is felt at once.
    mutating func limitWishes() {
        listWish = Layout.wish(ofList: listWish, of: size.columns, usually: listWidth)
        panelWish = Layout.wish(ofPanel: panelWish, of: size.columns, usually: panelWidth)
    }

    /// i: the facts of the story, or, in the feed list, of the feed or folder.
    mutating func showFacts() -> [Effect] {
        if factsAreOfFeed {
            overlay = .facts(top: 0)
            return askForFigures()
        }
        guard shown != nil else {
            say(whyNotShown)
            return []
        }
        overlay = .facts(top: 0)
        return askForOrigin()
    }

    /// !: what failed, and how every feed does.
    mutating func showProblems() -> [Effect] {
        guard !allProblems.isEmpty || !library.listing.feeds.isEmpty else {
            say(Texts.nothingFailed)
            return []
        }
        overlay = .problems(ProblemSheet())
        return askForFigures()
    }

    func askForFigures() -> [Effect] { library.listing.feeds.isEmpty ? [] : [.tellFeeds] }

    func askForOrigin() -> [Effect] { shown.map { [.trace(id: $0.id)] } ?? [] }

    /// r: the feed that is chosen, or that the chosen story is from.
    mutating func refreshFeed() -> [Effect] {
        if case .feed(let feed) = list.choice { return refresh(feed) }
        switch list.choice {
        case .folder, .smart: if focus == .feeds { return refresh(nil) }
        case .all, .unread, .bookmarks, .feed: break
        }
        guard let feed = chosenHeadline?.feed, feed != .kept else { return refresh(nil) }
        return refresh(feed)
    }

    mutating func refresh(_ feed: Feed?) -> [Effect] {
        if progress != nil {
            say(Texts.isReading)
            return []
        }
        if fetching != nil {
            say(Texts.isFetching(cancel: keymap.keyName(of: .cancel)))
            return []
        }
        let isFetched = feed.map(\.isFetched) ?? !library.listing.feeds.isEmpty
        if isFetched {
            say(feed.map { Texts.fetching($0.name) } ?? Texts.fetchingAll)
        } else {
            say(feed.map { Texts.refreshing($0.name) } ?? Texts.refreshingAll)
        }
        refreshing = Refreshing(said: notice, problems: problems.map(\.problem))
        return [.refresh(feed: feed?.id)]
    }

    /// F: the whole story, where its feed gave a part.
    mutating func fetchPage() -> [Effect] {
        guard let headline = chosenHeadline, headline.feed.isFetched else {
            say(chosenHeadline == nil ? Texts.noStory : Texts.nothingToFetch)
            return []
        }
        say(Texts.fetchingPage)
        return [.fetchPage(id: headline.id)]
    }

    mutating func showHelp() {
        let help = HelpList(place: place, keymap: keymap, glyphs: glyphs)
        covered = overlay
        overlay = .help(help)
    }
}
