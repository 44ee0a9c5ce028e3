import Screen

// The mouse on the title bar and on the footer: what stands there is pressed like a button.

extension AppState {
    /// What the hint under the mouse is for; nil beside them, and while something is typed there.
    func hint(at position: Position) -> Action? {
        switch overlay {
        case .search, .command: return nil
        case .none, .countries, .map, .help, .card, .facts, .links, .problems: break
        }
        guard let inside = layout.footer?.inset(by: 1), inside.contains(position) else { return nil }
        let footer = Footer(of: self, in: inside)
        let column = position.column - inside.column
        let hints = placed(hints, columns: footer.room.columns, from: footer.start)
        guard let (hint, start) = hints.last(where: { $0.column <= column }), column < start + hint.columns else {
            return nil
        }
        return hint.action(at: column - start)
    }

    /// The same as the key would do.
    mutating func take(_ action: Action) -> [Effect] {
        pending = []
        return perform(action, times: takeCount(for: action))
    }

    /// Takes back the filter under the mouse, sorts, or shows what failed.
    /// - Returns: nil where there is none of these.
    mutating func pressTitle(at position: Position) -> [Effect]? {
        guard !place.isOverlay, let inside = layout.title?.inset(by: 1), inside.contains(position) else { return nil }
        let column = position.column - inside.column
        let part = titleParts(of: self, columns: inside.columns).first {
            $0.column..<$0.column + $0.columns ~= column
        }
        switch part?.press {
        case nil: return nil
        case .clearCountries:
            list.countries = nil
            relist()
        case .showUnkept: toggleBookmarksOnly()
        case .endSearch:
            endSearch()
            say(Texts.searchOver)
        case .action(let action): return take(action)
        }
        return []
    }
}
