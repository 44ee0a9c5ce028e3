import Screen

/// The keys that go on from where the reader is, whichever pane has just been opened.
private let jumps: Set<Action> = [.nextMark, .previousMark, .nextStory, .previousStory, .nextUnread, .previousUnread]

extension AppState {
    /// Takes one key: a digit of a count, a letter being typed, or what the keymap says.
    mutating func press(_ key: Key) -> [Effect] {
        notice = nil
        isTouched = true
        if pending.isEmpty, takesDigit(key) { return [] }
        if key == .escape, !pending.isEmpty {
            pending = []
            return []
        }
        pending.append(key)
        switch keymap.lookup(pending, in: place) {
        case .waiting: return []
        case .found(let binding):
            pending = []
            return press(key, binding)
        case .nothing:
            defer { pending = [] }
            count = nil
            if pending.count == 1, place.isTyped, case .character(let letter) = key { return type(letter) }
            say(Texts.keyDoesNothing(name(of: pending), help: keymap.keyName(of: .help)))
            return []
        }
    }

    private mutating func press(_ key: Key, _ binding: Binding) -> [Effect] {
        if binding.action == .back, let pending = count, pending.before == nil {
            count = nil
            return []
        }
        if [.first, .last].contains(binding.action), let wanted = count, wanted.before == nil, wanted.value > 0 {
            count = nil
            return move(toRow: wanted.value - 1)
        }
        let times = takeCount(for: binding.action)
        return perform(binding.action, times: times)
    }

    mutating func say(_ text: String) { notice = Notice(text: text, isWarning: false) }

    /// Does what an action says, however it was asked for.
    mutating func perform(_ action: Action, times: Int = 1) -> [Effect] {
        switch action {
        case .down: return move(by: times)
        case .up: return move(by: -times)
        case .pageDown: return movePage(times)
        case .pageUp: return movePage(-times)
        case .halfDown: return movePage(times, isHalf: true)
        case .halfUp: return movePage(-times, isHalf: true)
        case .first: return moveToEnd(isLast: false)
        case .last: return moveToEnd(isLast: true)
        case .nextPane: focusPane(by: 1)
        case .previousPane: focusPane(by: -1)
        case .enter: return enter()
        case .back: return back()
        case .nextMark: walk(by: times)
        case .previousMark: walk(by: -times)
        case .nextStory: return chooseStory(by: times)
        case .previousStory: return chooseStory(by: -times)
        case .nextUnread: return chooseUnread(by: times)
        case .previousUnread: return chooseUnread(by: -times)
        case .quotesTab: show(.quotes)
        case .namesTab: show(.names)
        case .countriesTab: show(.countries)
        case .bookmark: return bookmark()
        case .toggleRead: return toggleRead()
        case .markAllRead: return markAllRead()
        case .copy: return copy()
        case .who: showWho()
        case .bookmarksOnly: toggleBookmarksOnly()
        case .chooseCountry: chooseCountry()
        case .worldMap: showMap()
        case .select: select()
        case .anyOrAll: toggleMeaning()
        case .aboutOrMentioned: toggleSense()
        case .left: moveOnMap(.left, times: times)
        case .right: moveOnMap(.right, times: times)
        case .clearFilters: clearFilters()
        case .search: startSearch()
        case .command: startCommand()
        case .complete: return complete(by: 1)
        case .completeBack: return complete(by: -1)
        case .older: return recallTyped(by: -1)
        case .newer: return recallTyped(by: 1)
        case .sort: sort()
        case .zen: toggleZen()
        case .original: toggle(.original)
        case .script: toggle(.script)
        case .narrower: widen(by: -times)
        case .wider: widen(by: times)
        case .openLink: return openStoryLink()
        case .links: showLinks()
        case .undo: return undo(times: times)
        case .redo: return redo(times: times)
        case .redraw: return [.redraw]
        case .refreshFeed: return refreshFeed()
        case .refresh: return refresh(nil)
        case .cancel: return cancelFetching()
        case .fold: fold()
        case .unsubscribe: return unsubscribe()
        case .fetchPage: return fetchPage()
        case .facts: return showFacts()
        case .problems: return showProblems()
        case .help: showHelp()
        case .erase: return erase(all: false)
        case .eraseAll: return erase(all: true)
        case .backOrQuit: return backOrQuit()
        case .quit: return [.quit]
        }
        return []
    }

    /// Takes a digit as part of a count, where it is one: 1, 2 and 3 open their tabs, one after the other too, and only
    /// become a count when a digit without a tab or a key that jumps follows.
    private mutating func takesDigit(_ key: Key) -> Bool {
        guard !place.isOverlay, case .character(let letter) = key, letter.isASCII, let digit = letter.wholeNumberValue
        else { return false }
        let binding = keymap.binding(for: key, in: place)
        if let known = count, known.before == nil || binding == nil {
            restore(known.before)
            // More than anybody counts, less than overflows.
            count = Count(value: min(known.value * 10 + digit, 9_999))
        } else if let binding {
            let before = Count.Before(focus: focus, tab: tab, isPanelOut: isPanelOut, isZen: isZen)
            _ = perform(binding.action, times: 1)
            count = Count(value: digit, before: before)
        } else {
            count = Count(value: digit)
        }
        return true
    }

    /// How often to do an action: the count typed before it, if it is one that counts.
    mutating func takeCount(for action: Action) -> Int {
        defer { count = nil }
        guard let count, count.value > 0 else { return 1 }
        guard count.before != nil else { return count.value }
        // "2j" goes to the names and one down, but nobody opens the countries to go to the next quote: "3n".
        guard jumps.contains(action) else { return 1 }
        restore(count.before)
        return count.value
    }

    private mutating func restore(_ before: Count.Before?) {
        guard let before else { return }
        focus = before.focus
        tab = before.tab
        isPanelOut = before.isPanelOut
        isZen = before.isZen
    }
}
