import News

/// A command being typed.
struct CommandPrompt: Sendable {
    /// What could stand there.
    struct Completion: Hashable, Sendable {
        /// The whole line.
        let line: String
        let help: String
        /// The key that does the same; empty when there is none.
        let key: String
    }

    var words = ""
    /// What was typed before a completion or an older command took its place.
    var typed = ""
    /// For what was typed; the best first.
    var completions: [Completion] = []
    /// The completion that stands in the line.
    var chosen: Int?
    /// How far back in the history the line is from; 0 for none of it.
    var age = 0
}

extension AppState {
    mutating func startCommand() {
        overlay = .command(CommandPrompt(completions: completions(of: "")))
    }

    /// The line as somebody typed it.
    /// - Returns: what has to be asked of the world to complete it.
    @discardableResult
    mutating func setCommand(_ words: String) -> [Effect] {
        overlay = .command(CommandPrompt(words: words, typed: words, completions: completions(of: words)))
        return pathBeginning(words).map { [.completePath($0)] } ?? []
    }

    /// Paths that could stand in the command line, if it is still the one that they were asked for.
    mutating func takeIn(_ paths: [String], beginning: String) {
        guard case .command(var prompt) = overlay, pathBeginning(prompt.typed) == beginning, prompt.chosen == nil else {
            return
        }
        let command = prompt.typed.prefix { !$0.isWhitespace }
        prompt.completions = paths.map {
            CommandPrompt.Completion(line: "\(command) \($0)", help: "", key: "")
        }
        overlay = .command(prompt)
    }

    /// The path being typed behind a command that takes one; nil for any other line.
    private func pathBeginning(_ line: String) -> String? {
        guard let blank = line.firstIndex(where: \.isWhitespace) else { return nil }
        let typed = String(line[..<blank])
        let name = CommandForm.aliases[typed] ?? typed
        guard CommandForm.all.contains(where: { $0.name == name && $0.argument == .path }) else { return nil }
        return String(line[blank...]).trimmed
    }

    /// Tab: the next or previous completion takes the place of what was typed; after the last it stands there again.
    mutating func complete(by step: Int) -> [Effect] {
        if case .search(let prompt) = overlay { return complete(prompt, by: step) }
        guard case .command(var prompt) = overlay, !prompt.completions.isEmpty else { return [] }
        let count = prompt.completions.count + 1
        let place = ((prompt.chosen ?? count - 1) + step + count) % count
        prompt.chosen = place == count - 1 ? nil : place
        prompt.words = prompt.chosen.map { prompt.completions[$0].line } ?? prompt.typed
        // The only one there is: what may follow it is shown at once.
        if prompt.completions.count == 1, prompt.chosen != nil { return setCommand(prompt.words) }
        overlay = .command(prompt)
        return []
    }

    /// Up and down in a line that is typed: what was typed there before.
    mutating func recallTyped(by step: Int) -> [Effect] {
        if case .search(let prompt) = overlay { return recallSearch(prompt, by: step) }
        recall(by: step)
        return []
    }

    /// Commands given before.
    mutating func recall(by step: Int) {
        guard case .command(var prompt) = overlay else { return }
        let age = prompt.age - step
        guard 0...commandHistory.count ~= age else { return }
        prompt.age = age
        prompt.chosen = nil
        prompt.words = age == 0 ? prompt.typed : commandHistory[commandHistory.count - age]
        overlay = .command(prompt)
    }

    /// Enter: does what is asked for. What is not understood stays, to be mended.
    mutating func finish(_ prompt: CommandPrompt) -> [Effect] {
        do {
            guard let command = try command(prompt.words) else {
                overlay = .none
                return []
            }
            overlay = .none
            commandHistory.removeAll { $0 == prompt.words }
            commandHistory.append(prompt.words)
            return obey(command)
        } catch {
            say(error.sentence)
            return []
        }
    }

    /// Does what a command asks for.
    mutating func obey(_ command: Command) -> [Effect] {
        if command != .action(.unsubscribe) { unsubscribing = nil }
        switch command {
        case .action(.markAllRead): return markAllRead()
        case .action(let action): return perform(action)
        case .story(let number):
            // There already: nothing to say about the end of the list.
            guard number - 1 == list.row else { return chooseRow(number - 1) }
            return focus == .article || focus == .panel ? markRead() : []
        case .country(let part):
            list.countries = part.flatMap { CountryFilter([$0]) }
            relist()
            sayWhetherOutside()
        case .feed(let choice): chooseFeed(choice)
        case .sort(let order): sort(by: order)
        case .search(let words):
            rememberSearch(words)
            return search(for: words)
        case .open(let path): return [.load(path: path)]
        case .export(let path): return [.export(ids: list.rows.map { library.table.id($0) }, path: path)]
        case .subscribe(let feed): return subscribe(feed)
        case .rename(let name): return rename(to: name)
        case .move(let folder): return move(to: folder)
        case .smart(let name, let query): return save(name, query)
        case .setFeed(let setting): return set(setting)
        case .set(let setting): return set(setting)
        }
        return []
    }

    /// What may stand in a line that begins so: the commands, or the words behind one.
    func completions(of line: String) -> [CommandPrompt.Completion] {
        guard let blank = line.firstIndex(where: \.isWhitespace) else { return names(beginning: line.lowercased()) }
        let typed = String(line[..<blank])
        let name = CommandForm.aliases[typed] ?? typed
        let argument = String(line[blank...]).trimmed
        guard let form = CommandForm.all.first(where: { $0.name == name }) else { return [] }
        if form.argument == .query {
            return queryCompletions(of: String(line[line.index(after: blank)...]), behind: form.name + " ")
        }
        return completions(of: form.argument, beginning: argument).map {
            CommandPrompt.Completion(line: "\(form.name) \($0)", help: "", key: "")
        }
    }

    /// The words that can stand behind a command.
    func completions(of argument: CommandForm.Argument, beginning typed: String = "") -> [String] {
        switch argument {
        case .country:
            fitting(typed, ["all"] + localCountryNames + library.regions.map(\.name))
        case .feed: fitting(typed, everyFeedChoice.map(\.name))
        case .folder: fitting(typed, ["/"] + library.listing.folders.map { $0.joined(separator: "/") })
        case .order: fitting(typed, StoryOrder.allCases.map(\.rawValue))
        case .setting:
            fitting(
                typed,
                themes.map { "theme \($0)" } + ["mouse on", "mouse off", "measure 66", "measure 72", "measure 80"])
        case .theme: fitting(typed, themes)
        case .feedSetting:
            fitting(
                typed,
                ["interval 30m", "interval 2h", "interval 1d", "interval usual"]
                    + ["full-text", "hidden"].flatMap { ["\($0) on", "\($0) off"] } + ["tags "])
        case .words, .query, .path, .address, .name, .smart: []
        }
    }

    /// Of the countries that stories are about.
    private var localCountryNames: [String] {
        library.countries.map { localName(of: $0) }
            .sorted { Folded($0).bytes.lexicographicallyPrecedes(Folded($1).bytes) }
    }

    /// Those that begin so, then those of which a word does.
    func fitting(_ typed: String, _ words: [String]) -> [String] {
        let wanted = Folded(typed)
        let begun = words.filter { Folded($0).starts(with: wanted) }
        return begun + words.filter { !begun.contains($0) && Folded($0).contains(wanted) }
    }

    private func names(beginning typed: String) -> [CommandPrompt.Completion] {
        fitting(typed, Self.commandNames).map { name in
            let form = CommandForm.all.first { $0.name == name }
            let action = Action(named: name)
            let help = action.map(\.help) ?? form?.help ?? ""
            let key = action.map { keymap.keyName(of: $0) } ?? ""
            return CommandPrompt.Completion(
                line: form == nil ? name : name + (action == nil ? " " : ""), help: help,
                key: key.hasPrefix(":") && key.count > 1 ? "" : key)
        }
    }
}
