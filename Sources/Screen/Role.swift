/// What a cell means; a theme says how it looks. A golden screen shows each by its letter.
package enum Role: Character, Hashable, Sendable, CaseIterable {
    case plain = "."
    case dim = "d"

    // The two bars.
    case title = "t"
    /// The program's name and the list that is shown.
    case titleStrong = "T"
    /// A filter or a search that narrows the list.
    case titleFilter = "F"
    case titleProblem = "!"
    /// The full part of a progress bar.
    case progress = "P"
    case hint = "h"
    case hintKey = "k"
    /// Where n and p stand: "quote 4/13".
    case status = "="
    case notice = "i"
    case warning = "w"
    /// What is being typed.
    case prompt = "?"

    // Panes and lists.
    case divider = "|"
    case header = "g"
    /// The header of the pane that the keys go to.
    case headerFocused = "G"
    /// The chosen row of the pane that the keys go to.
    case chosen = "C"
    /// The second line of that row.
    case chosenDim = "c"
    /// The chosen row of another pane.
    case resting = "R"
    case restingDim = "r"
    case unread = "U"
    case unreadMark = "o"
    case bookmark = "*"
    /// Words that were searched for.
    case hit = "/"
    /// The same in the chosen row.
    case chosenHit = "K"

    // The article.
    case headline = "H"
    case standfirst = "S"
    /// Source, byline, date, reading time, countries.
    case facts = "f"
    case heading = "B"
    /// Words that the page itself sets apart.
    case blockQuote = "b"
    case credits = "e"
    /// Words that lead to a page of the web.
    case link = "L"
    /// Words whose line ends and blanks count.
    case code = "`"
    case quote = "q"
    case currentQuote = "Q"
    case name = "n"
    /// A name within a quote.
    case quotedName = "N"
    /// A mention or hit that n and p walk.
    case mark = "m"
    case currentMark = "M"
    /// The bar beside the lines of the current quote or mark.
    case gutter = ">"

    // The side panel.
    case speaker = "s"
    case cue = "u"
    case bar = "x"
    /// The bar of a country that the story is about.
    case barAbout = "X"

    // What one speaker said, in the text: six of them are told apart, where the terminal can.
    case tintA = "1"
    case tintB = "2"
    case tintC = "3"
    case tintD = "4"
    case tintE = "5"
    case tintF = "6"
    // That speaker's name, in the side panel.
    case speakerA = "α"
    case speakerB = "β"
    case speakerC = "γ"
    case speakerD = "δ"
    case speakerE = "ε"
    case speakerF = "ζ"

    // The world map.
    /// Land with stories.
    case mapLand = "l"
    /// How many stories a country has.
    case mapNumber = "#"

    // What lies over the panes.
    case overlay = "y"
    case overlayDim = "Y"
    case overlayTitle = "Z"
    case overlayBorder = "+"
    case overlayChosen = "O"
    case overlayBar = "I"
}

extension Role {
    /// Of the words of the first, second … speaker; `speakerTints` are those of their names, in the same order.
    package static let tints: [Role] = [.tintA, .tintB, .tintC, .tintD, .tintE, .tintF]
    package static let speakerTints: [Role] = [.speakerA, .speakerB, .speakerC, .speakerD, .speakerE, .speakerF]

    /// As it is written in the config: "current-quote".
    package var name: String {
        "\(self)".reduce(into: "") { name, letter in
            name += letter.isUppercase ? "-\(letter.lowercased())" : String(letter)
        }
    }

    /// - Returns: nil when no role has this name.
    package init?(named name: String) {
        guard let role = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = role
    }
}
