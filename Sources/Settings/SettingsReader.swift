import News

/// Makes settings of a text, and sentences of what is wrong in it.
struct SettingsReader {
    private(set) var settings = Settings()
    private(set) var problems: [Problem] = []
    private let file: String
    /// Tables without a meaning, each told once.
    private var unknownTables: Set<[String]> = []

    /// The names at the top of the file.
    static let names = ["folders", "theme", "measure", "mouse", "sort", "panes", "keys", "themes"]
    static let paneNames = ["list", "panel"]

    init(file: String) { self.file = file }

    mutating func read(_ text: String) {
        var reader = EntryReader(file: file)
        // A line end of Windows is one letter to Swift, and a mark at the start is none to anybody.
        let text = text.replacing("\r\n", with: "\n")
        reader.read(text.first == "\u{FEFF}" ? String(text.dropFirst()) : text)
        problems = reader.problems
        for entry in reader.entries { take(entry) }
    }

    private mutating func take(_ entry: Entry) {
        let path = entry.path
        switch (path[0], path.count) {
        case ("folders", 1): takeFolders(entry)
        case ("theme", 1):
            if let name = words(of: entry, as: "the name of a theme") {
                settings.theme = Placed(name.lowercased(), at: entry.valuePlace)
            }
        case ("measure", 1): takeMeasure(entry)
        case ("mouse", 1):
            if case .truth(let isOn) = entry.value { settings.mouse = isOn } else { refuse(entry, "true or false") }
        case ("sort", 1): takeSort(entry)
        case ("panes", 2): takePane(entry)
        case ("keys", 2), ("keys", 3): takeKey(entry)
        // What TOML itself allows only where “theme” is no name; who wrote so meant it so.
        case ("themes", 3), ("theme", 3): takeLook(entry)
        default: refuseName(entry)
        }
    }

    private mutating func takeFolders(_ entry: Entry) {
        switch entry.value {
        case .words(let folder): settings.folders = [folder]
        case .list(let values):
            settings.folders = values.compactMap { value in
                if case .words(let folder) = value, !folder.isEmpty { return folder }
                refuse(entry, "a list of folders: [\"~/News\"]")
                return nil
            }
        case .number, .fraction, .truth, .other: refuse(entry, "a list of folders: [\"~/News\"]")
        }
    }

    private mutating func takeMeasure(_ entry: Entry) {
        let range = Settings.measures
        guard case .number(let columns) = entry.value, range.contains(columns) else {
            return refuse(
                entry, "a number of columns from \(range.lowerBound) to \(range.upperBound)",
                used: "\(settings.measure) is used.")
        }
        settings.measure = columns
    }

    private mutating func takeSort(_ entry: Entry) {
        guard let name = words(of: entry, as: "the name of an order") else { return }
        guard let order = StoryOrder(rawValue: name) else {
            problems.append(
                entry.valuePlace.unknown("order", name, known: StoryOrder.allCases.map(\.rawValue)))
            return
        }
        settings.sort = order
    }

    private mutating func takePane(_ entry: Entry) {
        let isList = entry.path[1] == "list"
        guard isList || entry.path[1] == "panel" else { return refuseName(entry) }
        guard let width = PaneWidth(entry.value) else {
            let (columns, shares) = (Settings.paneColumns, Settings.paneShares)
            return refuse(
                entry,
                "columns from \(columns.lowerBound) to \(columns.upperBound), or a share of the screen from "
                    + "\"\(shares.lowerBound)%\" to \"\(shares.upperBound)%\"")
        }
        if isList { settings.listWidth = width } else { settings.panelWidth = width }
    }

    private mutating func takeKey(_ entry: Entry) {
        guard let action = words(of: entry, as: "the name of an action, or \"none\"") else { return }
        let isUnbound = action.isEmpty || action == "none"
        settings.keys.append(
            KeySetting(
                pane: entry.path.count == 3 ? Placed(entry.path[1], at: entry.keyPlace) : nil,
                keys: Placed(entry.path[entry.path.count - 1], at: entry.keyPlace),
                action: isUnbound ? nil : Placed(action, at: entry.valuePlace)))
    }

    private mutating func takeLook(_ entry: Entry) {
        // Commands are typed in small letters.
        let (name, role) = (entry.path[1].lowercased(), entry.path[2])
        guard let look = words(of: entry, as: "a look, as in \"bold #ff8800 on 236\"") else { return }
        if !settings.themes.contains(where: { $0.name == name }) { settings.themes.append(ThemeSetting(name: name)) }
        guard let index = settings.themes.firstIndex(where: { $0.name == name }) else { return }
        if role == "base" {
            settings.themes[index].base = Placed(look, at: entry.valuePlace)
        } else {
            settings.themes[index].looks.append(
                LookSetting(role: Placed(role, at: entry.keyPlace), look: Placed(look, at: entry.valuePlace)))
        }
    }

    private mutating func words(of entry: Entry, as wanted: String) -> String? {
        if case .words(let words) = entry.value { return words }
        refuse(entry, wanted)
        return nil
    }

    private mutating func refuse(_ entry: Entry, _ wanted: String, used: String = "") {
        let name = entry.path[entry.path.count - 1]
        problems.append(
            entry.valuePlace.problem("“\(name)” has to be \(wanted), not \(entry.value.inWords).", remedy: used))
    }

    /// A name without a meaning, or one that stands in the wrong table.
    private mutating func refuseName(_ entry: Entry) {
        let path = entry.path
        if Self.names.contains(path[0]) {
            switch path[0] {
            case "panes" where path.count == 2:
                problems.append(entry.keyPlace.unknown("pane", path[1], known: Self.paneNames))
            case "panes", "keys", "themes":
                problems.append(
                    entry.keyPlace.problem(
                        "“\(path.joined(separator: "."))” has no meaning.", remedy: Self.shape(of: path[0])))
            default:
                problems.append(
                    entry.keyPlace.problem(
                        "“\(path[0])” is no table.", remedy: "“dateline config” shows how it is set."))
            }
        } else if path.count == 1 {
            problems.append(entry.keyPlace.unknown("setting", path[0], known: Self.names))
        } else if unknownTables.insert([path[0]]).inserted {
            problems.append(entry.keyPlace.unknown("table", path[0], known: ["panes", "keys", "themes"]))
        }
    }

    private static func shape(of table: String) -> String {
        switch table {
        case "panes": "[panes] has list = 30 and panel = 36."
        case "keys": "[keys] and [keys.article] have \"key\" = \"action\"."
        default: "[themes.mine] has base = \"default\" and role = \"bold 208\"."
        }
    }
}

extension PaneWidth {
    /// 30 is columns; 0.3 and "30%" a share.
    fileprivate init?(_ value: Entry.Value) {
        switch value {
        case .number(let columns) where Settings.paneColumns.contains(columns): self = .columns(columns)
        case .fraction(let share) where (0..<1).contains(share):
            let hundredths = Int((share * 100).rounded())
            guard Settings.paneShares.contains(hundredths) else { return nil }
            self = .share(hundredths)
        case .words(let words):
            guard words.last == "%", let hundredths = Int(words.dropLast()), Settings.paneShares.contains(hundredths)
            else { return nil }
            self = .share(hundredths)
        case .number, .fraction, .truth, .list, .other: return nil
        }
    }
}
