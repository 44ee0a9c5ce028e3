import News
import Screen

extension AppState {
    /// 1, 2, 3: a tab of the side panel, and the keys go to it.
    mutating func show(_ tab: Panel.Tab) {
        self.tab = tab
        focus(on: .panel)
    }

    mutating func toggleZen() {
        guard open != nil else { return say("No story is open.") }
        isZen.toggle()
        if isZen { focus(on: .article) }
    }

    mutating func toggle(_ other: ArticleView) {
        guard open != nil else { return say("No story is open.") }
        view = view == other ? .story : other
        if layout.article == nil { focus(on: .article) }
    }

    /// Gives the pane that has the keys more or fewer columns; the others give or take them.
    mutating func widen(by steps: Int) {
        let old = layout
        guard old.kind != .narrow && old.kind != .tooSmall else { return say("One pane fills this window.") }
        let step = steps * Layout.widthStep
        switch focus {
        case .feeds, .stories: listWish += step
        case .panel: panelWish += step
        case .article:
            listWish -= step
            panelWish -= step
        }
        limitWishes()
        if layout == old { say(steps > 0 ? "It gets no wider." : "It gets no narrower.") }
    }

    /// What cannot be had is no longer wished for, so that the next step the other way is felt at once.
    mutating func limitWishes() {
        listWish = Layout.wish(ofList: listWish, of: size.columns, usually: listWidth)
        panelWish = Layout.wish(ofPanel: panelWish, of: size.columns, usually: panelWidth)
    }

    mutating func showFacts() {
        if case .failed(_, let problem) = opening { return say(problem.summary) }
        guard shown != nil else {
            return say(chosenHeadline == nil ? "There is no story." : "The story is still being opened.")
        }
        overlay = .facts
    }

    mutating func showProblems() {
        guard !problems.isEmpty else { return say("Nothing has failed.") }
        overlay = .problems(top: 0)
    }

    mutating func showHelp() { overlay = .help(HelpList(place: focus.place, keymap: keymap)) }

    /// The facts of the shown story: what each is, and what it is here.
    var facts: [(name: String, words: String)] {
        guard let article = shown?.reading.article, let reading = shown?.reading, let headline = chosenHeadline else {
            return []
        }
        let countries = reading.countries.filter(\.isAbout).map { localName(of: $0.country) }.joined(separator: ", ")
        let facts: [(String, String?)] = [
            ("Headline", article.title),
            ("From", headline.feed == .kept ? "the file is gone; this copy was kept with the bookmark" : article.id),
            ("Feed", headline.feed == .kept ? "none any more" : headline.feed.name),
            ("Source", article.source),
            ("Byline", article.byline),
            ("Date", article.published?.shortDay),
            ("Link", article.link),
            ("Length", "\(counted(headline.wordCount, "word")), \(headline.minutes) min"),
            ("Quotes", "\(reading.quotes.count), of \(counted(speakerCount(of: reading), "speaker"))"),
            ("Names", "\(reading.entities.count)"),
            ("About", countries.isEmpty ? "no country" : countries),
            ("Read", headline.isRead ? "yes" : "no"),
            ("Bookmarked", headline.isBookmarked ? "yes" : "no"),
        ]
        return facts.map { (name: $0.0, words: $0.1 ?? "not given") }
    }

    private func speakerCount(of reading: Reading) -> Int { Set(reading.quotes.compactMap { $0.speaker?.name }).count }
}
