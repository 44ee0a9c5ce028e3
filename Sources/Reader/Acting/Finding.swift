import News

/// A search being typed, and what stood before it.
struct SearchPrompt: Sendable {
    var words = ""
    /// What could stand there, once Tab was pressed: whole lines, of which one is chosen.
    var completions: [CommandPrompt.Completion] = []
    var chosen: Int?
    /// What was typed before a completion took its place.
    private var begun = ""
    /// Whether anything has been typed: until then the screen is as it was.
    var isTouched = false
    let wordsBefore: String
    let foundBefore: Findings?
    let chosenBefore: Int?
    let topBefore: Int
    let openBefore: OpenArticle?
    /// How far back in the history the words are from; 0 for none of it.
    private(set) var age = 0
    /// What was typed before an older search took its place.
    private var typed = ""

    init(
        wordsBefore: String, foundBefore: Findings?, chosenBefore: Int?, topBefore: Int, openBefore: OpenArticle?
    ) {
        self.wordsBefore = wordsBefore
        self.foundBefore = foundBefore
        self.chosenBefore = chosenBefore
        self.topBefore = topBefore
        self.openBefore = openBefore
    }

    mutating func type(_ words: String) {
        self.words = words
        isTouched = true
        age = 0
        completions = []
        chosen = nil
    }

    /// The next or previous completion takes the place of what was typed; after the last it stands there again.
    mutating func complete(by step: Int, from found: () -> [CommandPrompt.Completion]) {
        if completions.isEmpty {
            completions = found()
            begun = words
            chosen = nil
        }
        guard !completions.isEmpty else { return }
        let count = completions.count + 1
        let place = ((chosen ?? count - 1) + step + count) % count
        chosen = place == count - 1 ? nil : place
        words = chosen.map { completions[$0].line } ?? begun
        isTouched = true
        age = 0
        if completions.count == 1 { completions = [] }
    }

    /// - Returns: whether there is such a search.
    mutating func recall(by step: Int, of history: [String]) -> Bool {
        guard 0...history.count ~= age - step else { return false }
        if age == 0 { typed = words }
        age -= step
        words = age == 0 ? typed : history[history.count - age]
        completions = []
        isTouched = true
        return true
    }
}

extension AppState {
    /// Lists the stories anew after a filter changed. A story being read stays open even when it is not listed.
    mutating func relist() {
        list.rebuild(from: library, staying: focus == .article || focus == .panel)
    }

    /// Says, after what was said of the list, that the story being read is not in it.
    mutating func sayWhetherOutside() {
        guard isOutsideList, focus == .article || focus == .panel else { return }
        say([notice?.text, Texts.staysOpen].compactMap { $0 }.joined(separator: " "))
    }

    mutating func toggleBookmarksOnly() {
        let chosen = list.chosen
        list.isBookmarkedOnly.toggle()
        relist()
        // Where nothing is bookmarked, the way back leads to where it began.
        if list.isBookmarkedOnly {
            leftForNothing = list.chosen == nil ? chosen : nil
        } else if let left = leftForNothing, list.rows.place(of: left) != nil {
            list.choose(story: left)
        }
        say(list.isBookmarkedOnly ? Texts.bookmarksOnly : Texts.bookmarkedOrNot)
        sayWhetherOutside()
    }

    mutating func clearFilters() {
        guard list.isFiltered || !searchWords.isEmpty else { return say(Texts.noFilter) }
        list.countries = nil
        list.isBookmarkedOnly = false
        endSearch()
        say(Texts.filtersCleared)
    }

    mutating func sort() {
        let orders = StoryOrder.allCases
        let next = list.isRanked ? 0 : (orders.firstIndex(of: list.order) ?? 0) + 1
        if next == orders.count && list.found != nil {
            list.sortBestFirst(from: library)
            return say(Texts.bestHitsFirst)
        }
        sort(by: orders[next % orders.count])
    }

    mutating func sort(by order: StoryOrder) {
        list.sort(by: order, from: library)
        say(Texts.sorted(by: list.order.rawValue))
    }

    /// What was searched for stays until something else is typed.
    mutating func startSearch() {
        overlay = .search(
            SearchPrompt(
                wordsBefore: searchWords, foundBefore: list.found, chosenBefore: list.chosen, topBefore: list.top,
                openBefore: open))
    }

    /// The words typed have changed.
    mutating func search(for words: String) -> [Effect] {
        searchWords = words
        guard !searchWords.allSatisfy(\.isWhitespace) else {
            list.found = nil
            relist()
            open?.walkQuotes()
            return []
        }
        markHits()
        return [.search(words: searchWords)]
    }

    /// Up and down: earlier searches, tried at once.
    mutating func recallSearch(_ prompt: SearchPrompt, by step: Int) -> [Effect] {
        var prompt = prompt
        guard prompt.recall(by: step, of: searchHistory) else { return [] }
        overlay = .search(prompt)
        return search(for: prompt.words)
    }

    /// A search that was more than a try.
    mutating func rememberSearch(_ words: String) {
        let words = words.trimmed
        guard !words.isEmpty else { return }
        searchHistory.removeAll { $0 == words }
        searchHistory.append(words)
    }

    /// A search was answered: the list shows its hits, the best one chosen while words are being typed.
    mutating func show(_ found: Findings) {
        list.found = found
        relist()
        guard case .search = overlay, focus == .feeds || focus == .stories, list.isRanked else { return }
        list.choose(row: 0)
        list.top = 0
    }

    /// Esc: back to the story, the place in it and the search that there were before this one.
    mutating func leaveSearch(_ prompt: SearchPrompt) -> [Effect] {
        overlay = .none
        guard prompt.isTouched else { return [] }
        searchWords = prompt.wordsBefore
        list.found = prompt.foundBefore
        list.restore(chosen: prompt.chosenBefore, top: prompt.topBefore)
        list.rebuild(from: library, staying: true)
        if prompt.openBefore?.id == chosenHeadline?.id { open = prompt.openBefore }
        // Stories may have come in since it was answered.
        return searchWords.isEmpty ? [] : [.search(words: searchWords)]
    }

    /// Enter: the list stays narrowed, and the shown story goes to its first hit.
    mutating func finishSearch(_ prompt: SearchPrompt) {
        overlay = .none
        guard prompt.isTouched else { return }
        guard !searchWords.allSatisfy(\.isWhitespace) else { return endSearch() }
        rememberSearch(searchWords)
        if let error = queryError(in: searchWords) {
            // The rest is searched for all the same.
            say([error.summary, error.remedy].filter { !$0.isEmpty }.joined(separator: " "))
        } else if list.found?.isEmpty == true {
            say(Texts.noStory(has: searchWords, back: keymap.keyName(of: .back)))
        } else if let article = shown, case .hits(let words) = article.walk.subject {
            if article.walk.stops.isEmpty {
                say(Texts.notInThisStory(words, next: keymap.keyName(of: .nextStory)))
            } else {
                open?.go(to: 0)
            }
        }
    }

    mutating func endSearch() {
        searchWords = ""
        list.found = nil
        relist()
        if case .hits? = open?.walk.subject { open?.walkQuotes() }
    }

    /// One step out of what is gone through: from the mentions of a name back to the hits or quotes, and then out of the
    /// search. The same in the list and in the article.
    /// - Returns: whether there was such a step.
    mutating func leaveMarks() -> Bool {
        if case .mentions? = open?.walk.subject {
            open?.walkQuotes()
            markHits()
            if case .hits? = open?.walk.subject {
                say(Texts.backToHits)
            } else {
                if tab == .names || tab == .countries { tab = .quotes }
                say(Texts.backToQuotes)
            }
            return true
        }
        if open?.speaker != nil {
            showAllSpeakers()
            return true
        }
        guard !searchWords.isEmpty else { return false }
        endSearch()
        say(Texts.searchOver)
        return true
    }
}
