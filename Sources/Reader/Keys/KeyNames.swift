import Screen

extension Binding {
    /// "Space, PgDn".
    package var keyNames: String { keys.map(name(of:)).joined(separator: " ") }
}

/// "Ctrl-N", "gg", "g Enter": keys pressed one after the other.
package func name(of keys: KeySequence) -> String {
    let isPlain = keys.allSatisfy { $0.name.count == 1 }
    return keys.map(\.name).joined(separator: isPlain ? "" : " ")
}

extension Key {
    /// As help and README write it.
    package var name: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(let letter): "Ctrl-" + letter.uppercased()
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .home: "Home"
        case .end: "End"
        case .function(let number): "F\(number)"
        }
    }
}

/// The README's table of keys, as Markdown.
package func keyTable(_ keymap: Keymap = .standard) -> String {
    var table = ""
    for chapter in Binding.Chapter.allCases {
        let bindings = keymap.bindings.filter {
            $0.chapter == chapter && !$0.keys.isEmpty && !$0.places.allSatisfy(\.isOverlay)
        }
        table += "| \(Texts.name(of: chapter)) | |\n|---|---|\n"
        for binding in bindings {
            let keys = binding.keys.map { "`\(name(of: $0))`" }.joined(separator: " ")
            table += "| \(keys) | \(binding.help)\(binding.whereWords) |\n"
        }
        if chapter == .moving { table += "| `5j` `3n` `012j` | \(Texts.countHelp) |\n" }
        table += "\n"
    }
    return table
}

extension Binding {
    /// Where a key of many meanings has this one: " (in the stories)"; empty for keys that work in every pane.
    var whereWords: String {
        let panes = Place.allCases.filter { !$0.isOverlay }
        let here = panes.filter(places.contains)
        guard here.count < panes.count else { return "" }
        return " (\(Texts.only(in: here)))"
    }
}

extension Place {
    /// As help writes it.
    var name: String { Texts.name(of: self) }

    /// Whether letters are typed here rather than being commands.
    var isTyped: Bool {
        switch self {
        case .search, .command, .countries, .help, .links: true
        case .feeds, .stories, .article, .panel, .map, .card, .facts, .problems: false
        }
    }

    var isOverlay: Bool {
        switch self {
        case .search, .command, .countries, .map, .card, .help, .facts, .links, .problems: true
        case .feeds, .stories, .article, .panel: false
        }
    }
}
