import News
import Screen

extension AppState {
    private static let wheelLines = 3

    /// A click focuses and chooses, a double click goes in, the wheel moves what lies under it.
    mutating func point(_ event: MouseEvent) -> [Effect] {
        let hasNotice = notice != nil
        notice = nil
        isTouched = true
        switch event.act {
        case .press, .doublePress:
            if !hasNotice, let action = hint(at: event.position) { return take(action) }
            if let effects = pressTitle(at: event.position) { return effects }
        case .drag, .release, .wheelDown, .wheelUp: break
        }
        count = nil
        pending = []
        switch event.act {
        case .wheelDown: return turnWheel(1, at: event.position)
        case .wheelUp: return turnWheel(-1, at: event.position)
        case .press:
            if place.isOverlay { return press(at: event.position) }
            dragging = layout.divider(at: event.position)?.kind
            return dragging == nil ? press(at: event.position) : []
        case .drag:
            drag(to: event.position.column)
            return []
        case .release:
            dragging = nil
            return []
        case .doublePress:
            let effects = press(at: event.position)
            return place.isOverlay ? effects : effects + enter()
        }
    }

    private mutating func turnWheel(_ direction: Int, at position: Position) -> [Effect] {
        if moveOverlay(by: direction) { return [] }
        guard let pane = layout.pane(at: position) else { return [] }
        switch pane {
        // What is being read stays: who wants to look at other rows has not chosen one.
        case .stories where isReading: list.scroll(by: direction)
        case .feeds where isReading:
            feedTop = max(0, feedTop + direction)
            feedsScrolledFrom = list.choice
        case .feeds, .stories, .panel:
            let focus = focus
            self.focus = pane
            defer { self.focus = focus }
            return move(by: direction)
        case .article: open?.scroll(by: direction * Self.wheelLines)
        }
        return []
    }

    /// The line that the mouse holds goes where the mouse is, as far as the panes let it.
    private mutating func drag(to column: Int) {
        switch dragging {
        case .list?: listWish += column - (layout.dividers.first { $0.kind == .list }?.region.column ?? column)
        case .panel?: panelWish -= column - (layout.dividers.first { $0.kind == .panel }?.region.column ?? column)
        case nil: return
        }
        limitWishes()
    }

    private mutating func press(at position: Position) -> [Effect] {
        if case .none = overlay {
        } else {
            switch overlay {
            case .search, .command: return []
            case .none, .countries, .map, .help, .card, .facts, .links, .problems: break
            }
            return pressOverlay(at: position)
        }
        let layout = layout
        guard let pane = layout.pane(at: position) else { return [] }
        focus = pane
        switch pane {
        case .feeds:
            let row = feedTop + position.row - (layout.feeds?.inside.row ?? 0)
            if feedChoices.indices.contains(row), row >= feedTop { chooseFeed(feedChoices[row]) }
        case .stories:
            guard let inside = layout.stories?.inside, inside.contains(position) else { break }
            let row = rowAt(position.row - inside.row, from: list.top, of: list.rows.count) {
                storyHeight(row: $0, columns: inside.columns)
            }
            if let row { return row == list.row ? [] : chooseRow(row) }
        case .article: break
        case .panel: pressPanel(at: position, layout)
        }
        return []
    }

    private mutating func pressPanel(at position: Position, _ layout: Layout) {
        guard let pane = layout.panel, let article = shown else { return }
        guard pane.inside.contains(position) else {
            let column = position.column - pane.inside.column
            let pressed = tabs(of: self, columns: pane.inside.columns).last { $0.column <= column }
            if let pressed { tab = pressed.tab }
            return
        }
        guard let sheet = panelSheet(in: pane.inside), sheet.list.contains(position) else { return }
        let row = rowAt(position.row - pane.inside.row, from: article.panel.tops[tab] ?? 0, of: sheet.rows.count) {
            sheet.height(of: $0)
        }
        guard let row, !sheet.rows[row].isHeading else { return }
        chooseInPanel(row: sheet.rows[..<row].count { !$0.isHeading })
    }

    private mutating func pressOverlay(at position: Position) -> [Effect] {
        if case .map(let map) = overlay {
            pressMap(map, at: position)
            return []
        }
        guard let region = overlayRegion, region.border.contains(position) else {
            overlay = .none
            return []
        }
        if case .card(let card) = overlay { return press(card, line: card.top + position.row - region.inside.row) }
        if case .links(var links) = overlay {
            links.chosen = links.top + position.row - region.inside.row
            return openChosen(of: links)
        }
        guard case .countries(var chooser) = overlay else { return [] }
        let row = chooser.top + position.row - region.inside.row
        guard chooser.entries.indices.contains(row) else { return [] }
        chooser.chosen = row
        choose(chooser)
        return []
    }

    /// The row that is drawn at a line; nil below the last.
    private func rowAt(_ line: Int, from top: Int, of count: Int, height: (Int) -> Int) -> Int? {
        var line = line
        for row in min(top, count)..<count {
            line -= height(row)
            if line < 0 { return row }
        }
        return nil
    }
}
