package import News

/// What the user's `config.toml` says, with the defaults where it says nothing.
///
///     text ─► statements, each parsed by itself ─► entries, each with its place ─► Settings, and the mistakes in words
///
/// A mistake never costs more than its own statement. What a theme, a role or an action is called this module does not
/// know: such names are handed on with their place, so that whoever knows them can say what is wrong where.
/// Nothing here knows a disk.
package struct Settings: Hashable, Sendable {
    /// What `dateline` without a path opens; as written, "~" and all.
    package var folders: [String] = []
    /// Nil is the default theme.
    package var theme: Placed<String>?
    /// Columns of the article's lines, at most.
    package var measure = Settings.usualMeasure
    package var mouse = true
    package var sort = StoryOrder.newest
    /// Nil follows the terminal's width.
    package var listWidth: PaneWidth?
    package var panelWidth: PaneWidth?
    /// In the file's order.
    package var keys: [KeySetting] = []
    package var themes: [ThemeSetting] = []

    package static let usualMeasure = 76
    package static let measures = 40...100
    package static let paneColumns = 16...120
    /// Hundredths of the screen.
    package static let paneShares = 10...60

    package init() {}

    /// - Parameter file: its name, for the mistakes.
    package init(text: String, file: String, problems: inout [Problem]) {
        self.init()
        var reader = SettingsReader(file: file)
        reader.read(text)
        self = reader.settings
        problems += reader.problems
    }
}

/// What a key is to do.
package struct KeySetting: Hashable, Sendable {
    /// "article"; nil is everywhere.
    package let pane: Placed<String>?
    /// "<c-n>", "gg"
    package let keys: Placed<String>
    /// Nil takes the key's meaning away.
    package let action: Placed<String>?
}

/// A theme of the user's own.
package struct ThemeSetting: Hashable, Sendable {
    package let name: String
    /// Nil is the default theme.
    package var base: Placed<String>?
    /// Role and look in words, in the file's order.
    package var looks: [LookSetting] = []
}

package struct LookSetting: Hashable, Sendable {
    package let role: Placed<String>
    package let look: Placed<String>
}

/// Something that stands somewhere in a file.
package struct Placed<Value: Hashable & Sendable>: Hashable, Sendable {
    package let value: Value
    package let place: FilePlace

    package init(_ value: Value, at place: FilePlace) {
        self.value = value
        self.place = place
    }
}

/// Line and column, from 1.
package struct FilePlace: Hashable, Sendable {
    package let file: String
    package let line: Int
    package let column: Int

    /// - Parameter fault: a sentence that goes on after "line 12, column 3: ".
    package func problem(_ fault: String, remedy: String, detail: String = "") -> Problem {
        Problem("\(file), line \(line), column \(column): \(fault)", remedy: remedy, detail: detail)
    }

    /// A name that there is not: says so, and which was probably meant.
    /// - Parameter kind: what it would be the name of: "action".
    package func unknown(_ kind: String, _ name: String, known: [String]) -> Problem {
        let remedy =
            if let near = nearest(to: name, among: known) {
                "Did you mean “\(near)”?"
            } else if known.count <= 12 {
                "There \(known.count == 1 ? "is" : "are") \(known.joined(separator: ", "))."
            } else {
                "“dateline config” lists them."
            }
        return problem("there is no \(kind) “\(name)”.", remedy: remedy)
    }
}
