extension Texts {
    // Commands

    static let commands = "Commands"

    static func noCommand(_ typed: String) -> String { "There is no command “\(typed)”." }
    static func noCommand(_ typed: String, help key: String) -> String {
        "There is no command “\(typed)”; \(key) shows what there is."
    }

    static func takesNothing(_ command: String) -> String { "“\(command)” takes nothing behind it." }
    static func needsWord(_ command: String) -> String { "“\(command)” needs a word behind it." }
    static func needsWord(_ command: String, as examples: String) -> String {
        "“\(command)” needs a word behind it: \(examples) …"
    }

    /// - Parameter hasMore: whether the command may be more than those.
    static func mayBe(_ typed: String, _ commands: String, hasMore: Bool) -> String {
        "“\(typed)” may be \(commands)\(hasMore ? " …" : "")."
    }

    static func cannotSort(by typed: String, but orders: String) -> String {
        "Stories cannot be sorted by “\(typed)”; there are \(orders)."
    }

    static func noStory(about typed: String, countries key: String) -> String {
        "No story here is about “\(typed)”; \(key) shows the countries."
    }

    static func noFeed(_ typed: String) -> String { "There is no feed “\(typed)”." }

    // Settings

    static let mouseIsOn = "The mouse is on."
    static let mouseIsOff = "The mouse is off."
    static let mouseOnOrOff = "The mouse can be on or off."

    static func theme(_ name: String) -> String { "Theme \(name) until you quit; the config can keep it." }
    static func noTheme(_ typed: String, but themes: String) -> String {
        "There is no theme “\(typed)”; there are \(themes)."
    }

    static func themeIs(_ name: String, of themes: String) -> String { "The theme is \(name); there are \(themes)." }
    static func measure(_ columns: Int) -> String { "Lines of up to \(columns) columns." }
    static func measureIs(_ columns: Int) -> String { "The measure is \(columns) columns." }
    static func measures(_ range: ClosedRange<Int>) -> String {
        "A measure is \(range.lowerBound) to \(range.upperBound) columns."
    }

    static func settings(_ names: String) -> String { "What can be set: \(names)." }
}
