package import Screen

/// Keys pressed one after the other: most often one.
package typealias KeySequence = [Key]

/// Where a key is pressed. The raw value is its name in the config.
package enum Place: String, Hashable, Sendable, CaseIterable {
    case feeds, stories, article, panel
    /// Typing a search.
    case search
    /// Typing a command.
    case command
    case countries, map, help, card, facts, links, problems
}

/// What a footer says of a binding.
package enum Hint: Hashable, Sendable {
    case words(String)
    /// The kind of mark that the key jumps to: "quote", "mention", "hit".
    case mark
    /// What the key keeps: "keep story", "keep quote".
    case keep
    /// Whom the key shows: "this speaker", "all speakers", "card".
    case who
    /// What Enter does on a name's card: "open" a chosen story, else "mentions".
    case card
}

/// What can be done at some places, and the keys that do it: none where it can only be asked for by name.
package struct Binding: Hashable, Sendable {
    /// The one that the help names comes first.
    package internal(set) var keys: [KeySequence]
    package let action: Action
    package internal(set) var places: [Place]
    package let help: String
    /// Nil keeps it out of the footer.
    package let hint: Hint?
    /// The heading it stands under in help and README.
    package let chapter: Chapter

    package enum Chapter: Hashable, Sendable, CaseIterable {
        case moving, reading, keeping, finding, looking, leaving
    }

    init(
        _ keys: Key..., to action: Action, in places: [Place], help: String, hint: Hint? = nil, _ chapter: Chapter
    ) {
        self.keys = keys.map { [$0] }
        self.action = action
        self.places = places
        self.help = help
        self.hint = hint
        self.chapter = chapter
    }
}

/// So that the table of keys reads like one.
extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
    package init(extendedGraphemeClusterLiteral letter: Character) { self = .character(letter) }
}
