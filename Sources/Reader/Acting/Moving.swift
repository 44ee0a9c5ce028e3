import News
import Screen

extension AppState {
    /// One down or up, so many times, in whatever has the keys.
    mutating func move(by steps: Int) -> [Effect] {
        if moveOverlay(by: steps) { return [] }
        switch focus {
        case .feeds: return chooseFeed(by: steps)
        case .stories: return chooseRow((list.row ?? -1) + steps)
        case .article: scroll(by: steps)
        case .panel: chooseInPanel(by: steps)
        }
        return []
    }

    mutating func movePage(_ times: Int, isHalf: Bool = false) -> [Effect] {
        let lines = pageLines
        let page = max(1, isHalf ? lines / 2 : lines)
        switch focus {
        case .article where !place.isOverlay:
            // The last line stays in sight, so that the eye finds its place.
            scroll(by: times * max(1, isHalf ? page : page - 1))
            return []
        case .feeds, .stories, .article, .panel:
            return move(by: times * max(1, page / (focus == .stories ? Layout.headlineRows + 1 : 1)))
        }
    }

    mutating func moveToEnd(isLast: Bool) -> [Effect] {
        let far = isLast ? Int(Int32.max) : -Int(Int32.max)
        if moveOverlay(by: far) { return [] }
        switch focus {
        case .feeds: return chooseFeed(by: far)
        case .stories: return chooseRow(isLast ? list.rows.count - 1 : 0)
        case .article: open?.scroll(to: isLast ? .max : 0)
        case .panel: chooseInPanel(by: far)
        }
        return []
    }

    /// "12G": to a row or line, from 0, or to the last one where there are fewer.
    mutating func move(toRow row: Int) -> [Effect] {
        switch focus {
        case .feeds: chooseFeed(feedChoices[min(row, feedChoices.count - 1)])
        case .stories: return chooseRow(row)
        case .article: open?.scroll(to: row)
        case .panel: chooseInPanel(row: row)
        }
        return []
    }

    mutating func enter() -> [Effect] {
        switch overlay {
        case .none: break
        case .search(let prompt):
            finishSearch(prompt)
            return []
        case .command(let prompt): return finish(prompt)
        case .countries(let chooser):
            choose(chooser)
            return []
        case .map(let map):
            choose(map)
            return []
        case .card(let card): return follow(card)
        case .links(let links): return openChosen(of: links)
        case .help:
            closeHelp()
            return []
        case .facts, .problems:
            overlay = .none
            return []
        }
        switch focus {
        case .feeds: if case .folder = list.choice { fold() } else { focus(on: .stories) }
        case .stories: return read()
        case .article: focus(on: .panel)
        case .panel: jump()
        }
        return []
    }

    mutating func focus(on pane: Pane) {
        focus = pane
        switch pane {
        case .feeds, .stories:
            isPanelOut = false
            isZen = false
        case .article: break
        case .panel:
            isPanelOut = true
            isZen = false
        }
    }

    mutating func focusPane(by step: Int) {
        let panes = Pane.allCases
        let place = panes.firstIndex(of: focus) ?? 0
        focus(on: panes[(place + step + panes.count) % panes.count])
    }

    /// Closes what is open, one thing at a time, until the list is reached.
    mutating func back() -> [Effect] {
        switch overlay {
        case .none: break
        case .search(let prompt): return leaveSearch(prompt)
        case .help:
            closeHelp()
            return []
        case .command, .countries, .map, .card, .facts, .links, .problems:
            overlay = .none
            return []
        }
        switch focus {
        case .feeds: focus(on: .stories)
        case .panel:
            if tab == .quotes && open?.speaker != nil {
                showAllSpeakers()
                return []
            }
            focus(on: .article)
            isPanelOut = false
        case .article: leaveArticle()
        case .stories: return leaveStories()
        }
        return []
    }

    private mutating func closeHelp() {
        overlay = covered
        covered = .none
    }

    mutating func backOrQuit() -> [Effect] {
        switch focus {
        case .feeds, .stories: return [.quit]
        case .panel:
            focus(on: .article)
            isPanelOut = false
        case .article: if isZen { isZen = false } else { focus(on: .stories) }
        }
        return []
    }

    /// Goes to a story of the list, as near to the row as there is one.
    mutating func chooseRow(_ row: Int) -> [Effect] {
        guard !list.rows.isEmpty else {
            say(Texts.noStoryHere)
            return []
        }
        let wanted = max(0, min(row, list.rows.count - 1))
        if wanted == list.row {
            let isLast = wanted == list.rows.count - 1 && row >= wanted
            say(list.rows.count == 1 ? Texts.onlyStory : isLast ? Texts.lastStory : Texts.firstStory)
        }
        list.choose(row: wanted)
        if view == .original { view = .story }
        return isReading ? markRead() : []
    }

    mutating func chooseStory(by steps: Int) -> [Effect] {
        chooseRow(list.row(by: steps))
    }

    mutating func chooseUnread(by steps: Int) -> [Effect] {
        let from = list.row ?? -1
        let unread = list.rows.indices.filter { !library.isRead(list.rows[$0]) }
        let ahead = steps > 0 ? unread.filter { $0 > from } : unread.filter { $0 < from }.reversed()
        guard let row = ahead.prefix(abs(steps)).last else {
            say(steps > 0 ? Texts.noUnreadBelow : Texts.noUnreadAbove)
            return []
        }
        return chooseRow(row)
    }

    /// Goes to a row of the feed list.
    mutating func chooseFeed(_ choice: FeedChoice) {
        unfold(choice)
        guard choice != list.choice else { return }
        unsubscribing = nil
        list.choice = choice
        relist()
        if case .smart(let smart) = choice, let error = queryError(in: smart.query) {
            say([error.summary, error.remedy].joined(separator: " "))
        }
        if let failure = failure(of: choice) { say(failure) }
        sayWhetherOutside()
    }

    /// Chooses a row of the side panel; the article goes along with a quote.
    mutating func chooseInPanel(row: Int) {
        guard let article = shown else { return }
        let count = article.choices(of: tab).count
        guard count > 0 else {
            say(tab.emptyWords)
            return
        }
        let row = max(0, min(row, count - 1))
        open?.panel.chosen[tab] = row
        guard tab == .quotes else { return }
        open?.walkQuotes()
        open?.go(to: row)
    }

    private mutating func chooseInPanel(by steps: Int) {
        guard let article = shown else { return }
        chooseInPanel(row: article.chosenRow(of: tab) + steps)
    }

    private mutating func chooseFeed(by steps: Int) -> [Effect] {
        let choices = feedChoices
        let row = choices.firstIndex(of: list.choice) ?? 0
        chooseFeed(choices[max(0, min(row + steps, choices.count - 1))])
        return []
    }

    private mutating func scroll(by lines: Int) {
        guard let article = open else { return say(Texts.noStoryOpen) }
        open?.scroll(by: lines)
        guard open?.top == article.top else { return }
        say(lines > 0 ? Texts.end(next: keymap.keyName(of: .nextStory)) : Texts.top)
    }

    private mutating func leaveArticle() {
        if leaveMarks() { return }
        if isZen {
            isZen = false
        } else if view != .story {
            view = .story
        } else if isPanelOut && layout.kind == .medium {
            isPanelOut = false
        } else {
            focus(on: .stories)
        }
    }

    private mutating func leaveStories() -> [Effect] {
        if leaveMarks() { return [] }
        if fetching != nil, !isCancelling { return cancelFetching() }
        let quit = keymap.keyName(of: .quit)
        say(
            list.isFiltered
                ? Texts.clearsOrQuits(clear: keymap.keyName(of: .clearFilters), quit: quit) : Texts.quits(key: quit))
        return []
    }

    /// Whether a story that is chosen now is being read rather than looked over.
    var isReading: Bool { focus == .article || focus == .panel }

    /// Opens the chosen story for reading.
    private mutating func read() -> [Effect] {
        guard list.chosen != nil else {
            say(Texts.noStoryToRead)
            return []
        }
        focus(on: .article)
        return markRead()
    }

    /// Lines of the pane that has the keys.
    private var pageLines: Int {
        switch overlay {
        case .countries, .help, .card, .facts, .links, .problems: return overlayRegion?.inside.rows ?? 1
        case .none, .search, .command, .map: break
        }
        let layout = layout
        let pane =
            switch focus {
            case .feeds: layout.feeds
            case .stories: layout.stories
            case .article: layout.article
            case .panel: layout.panel
            }
        return pane?.inside.rows ?? 1
    }
}
