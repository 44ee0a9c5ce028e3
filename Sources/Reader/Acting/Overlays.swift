import News
import Screen

/// The keys of one place, narrowed by typing.
struct HelpList: Sendable {
    enum Row: Hashable, Sendable {
        case heading(String)
        /// Keys, what they do, and the name that `:` knows it by.
        case key(String, String, name: String = "")
    }

    /// Where the help was asked for.
    let place: Place
    let keymap: Keymap
    var glyphs = Glyphs.unicode
    var top = 0
    var words = ""

    var rows: [Row] {
        let wanted = Folded(words)
        var rows: [Row] = []
        for chapter in Binding.Chapter.allCases {
            var entries = keymap.bindings.filter { $0.chapter == chapter && $0.places.contains(place) }.map {
                Row.key(
                    $0.keys.isEmpty ? ":" + $0.action.name : glyphs.spelled(keys: $0.keyNames), $0.help,
                    name: $0.action.name)
            }
            if chapter == .moving { entries.append(.key("5j 3n 012j", Texts.countHelp)) }
            entries = entries.filter { $0.matches(wanted) }
            if !entries.isEmpty { rows += [.heading(Texts.name(of: chapter))] + entries }
        }
        let commands = CommandForm.all.map { Row.key(":" + $0.name, $0.help) }.filter { $0.matches(wanted) }
        return commands.isEmpty || place.isOverlay ? rows : rows + [.heading(Texts.commands)] + commands
    }
}

extension HelpList.Row {
    fileprivate func matches(_ words: Folded) -> Bool {
        switch self {
        case .heading(let heading): Folded(heading).contains(words)
        case .key(let keys, let help, let name): Folded("\(keys) \(help) \(name)").contains(words)
        }
    }
}

extension AppState {
    private static let longestSearch = 200

    /// A letter typed into a search, the country chooser or the help.
    mutating func type(_ letter: Character) -> [Effect] {
        switch overlay {
        case .none, .facts, .problems, .map, .card: return []
        case .links(let links): return type(letter, into: links)
        case .search(var prompt):
            guard prompt.words.count < Self.longestSearch else { return [] }
            prompt.type(prompt.words + String(letter))
            overlay = .search(prompt)
            return search(for: prompt.words)
        case .command(let prompt): return setCommand(prompt.words + String(letter))
        case .countries(var chooser):
            chooser.narrow(to: chooser.words + String(letter))
            overlay = .countries(chooser)
        case .help(var help):
            // Nobody looks a word up by this letter who has not read how to leave.
            help.words.append(letter)
            help.top = 0
            overlay = .help(help)
        }
        return []
    }

    mutating func erase(all: Bool) -> [Effect] {
        func erased(_ words: String) -> String { all ? "" : String(words.dropLast()) }
        switch overlay {
        case .none, .facts, .problems, .map, .card: return []
        case .links(var links):
            links.erase()
            overlay = .links(links)
        case .search(var prompt):
            // Taking back what is not there leaves, as in every editor with such a line.
            guard !prompt.words.isEmpty else { return back() }
            prompt.type(erased(prompt.words))
            overlay = .search(prompt)
            return search(for: prompt.words)
        case .command(let prompt):
            guard !prompt.words.isEmpty else { return back() }
            return setCommand(erased(prompt.words))
        case .countries(var chooser):
            chooser.narrow(to: erased(chooser.words))
            overlay = .countries(chooser)
        case .help(var help):
            help.words = erased(help.words)
            help.top = 0
            overlay = .help(help)
        }
        return []
    }

    /// - Returns: whether an overlay took the step.
    mutating func moveOverlay(by steps: Int) -> Bool {
        switch overlay {
        case .none, .search, .command: return false
        case .facts(let top): overlay = .facts(top: top + steps)
        case .links(var links):
            links.chosen = max(0, min(links.chosen + steps, links.entries.count - 1))
            overlay = .links(links)
        case .countries(var chooser):
            chooser.chosen = max(0, min(chooser.chosen + steps, chooser.entries.count - 1))
            overlay = .countries(chooser)
        case .help(var help):
            help.top += steps
            overlay = .help(help)
        case .problems(var sheet):
            sheet.top += steps
            overlay = .problems(sheet)
        case .map: moveOnMap(steps < 0 ? .up : .down, times: abs(steps))
        case .card(let card): overlay = .card(moved(card, by: steps))
        }
        return true
    }

    /// Keeps what an overlay shows within it.
    mutating func settleOverlay() {
        if case .map = overlay { return settleMap() }
        if case .problems(var sheet) = overlay {
            sheet.fit(self)
            overlay = .problems(sheet)
        }
        guard let region = overlayRegion else { return }
        switch overlay {
        case .none, .search, .command, .map: break
        case .facts(let top):
            overlay = .facts(top: max(0, min(top, factLines.count - region.inside.rows)))
        case .countries(var chooser):
            chooser.top = top(
                chooser.top, showing: chooser.chosen, of: chooser.entries.count, lines: region.inside.rows
            ) { _ in 1 }
            overlay = .countries(chooser)
        case .links(var links):
            links.top = top(links.top, showing: links.chosen, of: links.entries.count, lines: region.inside.rows) { _ in
                1
            }
            overlay = .links(links)
        case .help(var help):
            help.top = max(0, min(help.top, helpLineCount(help) - region.inside.rows))
            overlay = .help(help)
        case .card(let card): settle(card, rows: region.inside.rows)
        case .problems(var sheet):
            sheet.top = max(0, min(sheet.top, sheet.lines.count - region.inside.rows))
            overlay = .problems(sheet)
        }
    }
}
