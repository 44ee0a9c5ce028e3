import Glibc
import News
import Reader
import Screen
import Settings

/// What the user's `config.toml` makes of the program: keys and themes by their names, and what is wrong in it.
struct Configuration {
    private(set) var settings = Settings()
    private(set) var keymap = Keymap.standard
    /// The built-in ones and the user's own.
    private(set) var themes = Theme.all
    private(set) var theme = Theme.standard
    private(set) var problems: [Problem] = []
    /// The keys that it gave a meaning, in its order.
    private var bound: [(keys: KeySequence, setting: KeySetting)] = []

    /// What holds without a file.
    init() {}

    init(text: String, file: String) {
        settings = Settings(text: text, file: file, problems: &problems)
        for theme in settings.themes { add(theme) }
        if let name = settings.theme {
            if let theme = themes.last(where: { $0.name == name.value }) {
                self.theme = theme
            } else {
                problems.append(name.place.unknown("theme", name.value, known: themes.map(\.name)))
            }
        }
        for key in settings.keys { bind(key) }
    }

    /// The defaults, when a file cannot be read.
    init(unread problem: Problem) { problems = [problem] }

    /// - Throws: when the file is there and cannot be read.
    init?(reading file: String) throws(Problem) {
        guard let bytes = try contents(of: file) else { return nil }
        // What is no UTF-8 becomes a sign that is no name of anything, and is told where it stands.
        self.init(text: String(decoding: bytes, as: UTF8.self), file: file)
    }

    var preferences: Preferences {
        Preferences(
            measure: settings.measure, order: settings.sort, listWidth: settings.listWidth,
            panelWidth: settings.panelWidth)
    }

    /// The file that is read when nobody names one, as the XDG base directory specification has it; nil without a home.
    static var usualFile: String? {
        if let folder = getenv("XDG_CONFIG_HOME"), folder[0] == CChar(bitPattern: UInt8(ascii: "/")) {
            return String(cString: folder) + "/dateline/config.toml"
        }
        guard let home = getenv("HOME"), home[0] == CChar(bitPattern: UInt8(ascii: "/")) else { return nil }
        return String(cString: home) + "/.config/dateline/config.toml"
    }

    private mutating func add(_ setting: ThemeSetting) {
        var base = Theme.standard
        if let name = setting.base {
            if let known = themes.last(where: { $0.name == name.value.lowercased() }) {
                base = known
            } else {
                problems.append(name.place.unknown("theme", name.value, known: themes.map(\.name)))
            }
        }
        var paints: [Role: Paint] = [:]
        for look in setting.looks {
            guard let role = Role(named: look.role.value) else {
                problems.append(look.role.place.unknown("role", look.role.value, known: Role.allCases.map(\.name)))
                continue
            }
            do {
                paints[role] = try Paint(words: look.look.value)
            } catch {
                problems.append(look.look.place.unknown("colour or attribute", error.word, known: error.known))
            }
        }
        themes.removeAll { $0.name == setting.name }
        themes.append(Theme(name: setting.name, basedOn: base, paints: paints))
    }

    private mutating func bind(_ setting: KeySetting) {
        let keys: [Key]
        do {
            keys = try KeyScript(setting.keys.value).keys
        } catch {
            problems.append(
                setting.keys.place.problem(
                    error.description.lowercasedFirst, remedy: "Keys are written x, gg, <c-n>, <enter>, <f2>."))
            return
        }
        guard !keys.isEmpty else {
            problems.append(setting.keys.place.problem("a key is missing.", remedy: "Write it before the “=”."))
            return
        }
        if let meant = Self.meant(by: setting.keys.value) {
            problems.append(
                setting.keys.place.problem(
                    "“\(setting.keys.value)” are \(keys.count) keys, one after the other.",
                    remedy: "Did you mean “\(meant)”?"))
            return
        }
        var places: [Place]?
        if let pane = setting.pane {
            guard let place = Place(rawValue: pane.value) else {
                problems.append(pane.place.unknown("pane", pane.value, known: Place.allCases.map(\.rawValue)))
                return
            }
            places = [place]
        }
        var action: Action?
        if let name = setting.action {
            guard let known = Action(named: name.value) else {
                problems.append(name.place.unknown("action", name.value, known: Action.allCases.map(\.name)))
                return
            }
            action = known
        }
        do {
            try keymap.bind(keys, to: action, in: places)
            if action != nil { note(keys, setting) }
        } catch {
            problems.append(Self.problem(of: error, at: setting))
        }
    }

    /// Of “g” and “gg” only one can be had: the other was given a meaning in vain.
    private mutating func note(_ keys: KeySequence, _ setting: KeySetting) {
        let hidden = bound.first { other in
            let isHere =
                other.setting.pane == nil || setting.pane == nil || other.setting.pane?.value == setting.pane?.value
            return isHere && other.keys != keys && (other.keys.starts(with: keys) || keys.starts(with: other.keys))
        }
        if let hidden {
            let other = hidden.setting.keys
            problems.append(
                setting.keys.place.problem(
                    "“\(setting.keys.value)” takes the place of “\(other.value)” of line \(other.place.line).",
                    remedy: "They begin alike: keep one of them."))
        }
        bound.append((keys, setting))
    }

    /// The key that somebody meant who wrote "enter" or "Ctrl-N", which are keys one after the other; nil for a sequence.
    private static func meant(by words: String) -> String? {
        let words = words.lowercased()
        let control = ["ctrl-", "ctrl+", "c-", "^"].first { words.hasPrefix($0) && words.count == $0.count + 1 }
        if control != nil, let letter = words.last { return "<c-\(letter)>" }
        guard words.count > 1, words.first != "<" else { return nil }
        do {
            return KeyScript.text(try KeyScript("<\(words)>").keys)
        } catch {
            return nil
        }
    }

    private static func problem(of fault: Keymap.Fault, at setting: KeySetting) -> Problem {
        switch fault {
        case .uselessAction(let action, let place):
            (setting.action ?? setting.keys).place.problem(
                "“\(action.name)” does nothing in “\(place.rawValue)”.",
                remedy: "“dateline keys” tells where each action works.")
        case .letterIsTyped(let keys, let place):
            setting.keys.place.problem(
                "“\(KeyScript.text(keys))” is typed in “\(place.rawValue)”.",
                remedy: "Choose a key with Ctrl there, or a function key.")
        case .digitCounts(let keys):
            setting.keys.place.problem(
                "“\(KeyScript.text(keys))” is part of a count, as in 5j.", remedy: "Choose another key.")
        }
    }
}

extension String {
    /// As it goes on in a sentence.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

/// The bytes of a file; nil when there is none.
private func contents(of path: String) throws(Problem) -> [UInt8]? {
    func unreadable(_ cause: Int32) -> Problem {
        Problem("\(path) cannot be read.", remedy: "The defaults are used.", detail: String(cString: strerror(cause)))
    }
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard file >= 0 else {
        let cause = errno
        if cause == ENOENT || cause == ENOTDIR { return nil }
        throw unreadable(cause)
    }
    defer { close(file) }
    guard let bytes = try allBytes(of: file, atMost: 1 << 20, orElse: unreadable) else {
        throw Problem("\(path) is longer than 1 MB.", remedy: "The defaults are used.")
    }
    return bytes
}
