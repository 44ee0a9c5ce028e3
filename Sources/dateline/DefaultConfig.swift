import News
import Reader
import Screen
import Settings

/// The default config with a word about everything, made of the tables that the program itself uses.
func defaultConfig() -> String {
    """
    # What can be set in Dateline. Everything here is the default: keep what you change, delete the rest.
    # It is read from ~/.config/dateline/config.toml, or from the file that --config names. A mistake is named with
    # its line, and the rest is used.

    # What “dateline” opens when no file or folder is named: ["~/News", "/srv/wire"]. None is Articles/ in the current folder.
    folders = []

    # How it looks: \(quoted(Theme.all.map(\.name))), or one of your own (see below).
    theme = "\(Theme.standard.name)"

    # Columns of the article's lines, at most: \(range(Settings.measures)); 66 to 80 are easy to read.
    measure = \(Settings.usualMeasure)

    # Whether the mouse is Dateline's. Without, the terminal selects text with it.
    mouse = \(Settings().mouse)

    # How stories are sorted until you sort them otherwise: \(quoted(StoryOrder.allCases.map(\.rawValue))).
    sort = "\(Settings().sort.rawValue)"

    [panes]
    # Columns (\(range(Settings.paneColumns))), or a share of the screen ("\(Settings.paneShares.lowerBound)%" to "\(Settings.paneShares.upperBound)%"). Not set, they follow the screen.
    # list = 30
    # panel = 36


    """ + keySection() + themeSection()
}

private func quoted(_ names: [String]) -> String { names.map { "\"\($0)\"" }.joined(separator: ", ") }

private func range(_ range: ClosedRange<Int>) -> String { "\(range.lowerBound) to \(range.upperBound)" }

private func keySection() -> String {
    var text = """
        # Keys: one ("x", "<c-n>", "<enter>", "<f2>"), or several one after the other ("gg"), and what they do; "none" takes
        # a key's meaning away. Here for all panes in which the action means something; below, for one alone.
        [keys]

        """
    for place in [nil] + Place.allCases.map({ Optional($0) }) {
        let rows = keyRows.filter { $0.place == place }
        if let place { text += "\n[keys.\(place.rawValue)]\n" }
        let width = rows.map { columns(of: $0.setting) }.max() ?? 0
        for row in rows {
            let gap = String(repeating: " ", count: width - columns(of: row.setting) + 2)
            text += "# \(row.setting)\(gap)# \(row.help)\n"
        }
    }
    return text + "\n"
}

/// A key as the config sets it.
private struct KeyRow {
    /// Nil where one line says it for every place.
    let place: Place?
    let setting: String
    let help: String
}

private var keyRows: [KeyRow] {
    let keymap = Keymap.standard
    var rows: [KeyRow] = []
    var said: Set<String> = []
    for binding in keymap.bindings {
        for keys in binding.keys {
            let setting = "\(tomlWord(KeyScript.text(keys))) = \"\(binding.action.name)\""
            let alike = keymap.bindings.filter { $0.action == binding.action && $0.keys.contains(keys) }
            let places = keymap.places(for: keys, binding.action)
            if Set(alike.flatMap(\.places)).isSuperset(of: places), panes.allSatisfy(places.contains) {
                guard said.insert(setting).inserted else { continue }
                let help = alike.map(\.help)
                let words = help.prefix(2).joined(separator: "; ") + (help.count > 2 ? " …" : "")
                rows.append(KeyRow(place: nil, setting: setting, help: words))
            } else {
                rows += binding.places.filter(places.contains).map {
                    KeyRow(place: $0, setting: setting, help: binding.help)
                }
            }
        }
    }
    return rows
}

private let panes: [Place] = [.feeds, .stories, .article, .panel]

extension Keymap {
    /// Where the config can give some keys this meaning.
    fileprivate func places(for keys: KeySequence, _ action: Action) -> [Place] {
        Place.allCases.filter { place in
            var trial = self
            do {
                try trial.bind(keys, to: action, in: [place])
                return true
            } catch {
                return false
            }
        }
    }
}

private func tomlWord(_ words: String) -> String {
    "\"" + words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}

private func themeSection() -> String {
    var text = """
        # A theme of your own: another one as its base, and the roles that look otherwise. A look is attributes
        # (\(Paint.attributeNames.joined(separator: ", "))), a colour, and after "on" the ground's:
        # "bold #ff8800 on 236". Colours are numbers (0 to 255), "#rrggbb", or names:
        # \(Paint.colourNames.prefix(9).joined(separator: ", ")),
        # \(Paint.colourNames.dropFirst(9).joined(separator: ", ")).
        [themes.mine]
        # base = "\(Theme.standard.name)"

        """
    for role in Role.allCases {
        let paint = Theme.standard.paint(for: role, colours: 256)
        text += "# \(role.name) = \"\(paint.words)\"\n"
    }
    return text
}
