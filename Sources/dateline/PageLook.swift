import Glibc
import Screen

/// How text for a person is set: how wide, and with styles (on a terminal) or plain.
struct PageLook: Sendable {
    /// How wide a page is when no terminal says, and at most: longer lines are hard to read.
    private static let usual = 80
    private static let widest = 100
    private static let narrowest = 20

    let columns: Int
    /// How many colours styles may use, 0 for bold and the like alone; nil for plain text.
    let colours: Int?

    init(columns: Int = usual, colours: Int? = nil) {
        self.columns = max(Self.narrowest, min(columns, Self.widest))
        self.colours = colours
    }

    /// What suits whatever standard output goes to.
    static var ofOutput: PageLook {
        let asked = environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        return PageLook(columns: asked ?? terminalColumns ?? usual, colours: terminalColours)
    }

    var hasStyles: Bool { colours != nil }

    /// A text broken into lines, cleaned as for the screen.
    /// - Parameter hanging: blanks before every line but the first, which is taken to have something of its own there.
    func lines(of text: StyledText, hanging: Int = 0) -> String {
        let whole = 0..<text.words.utf8.count
        let lines = wrapped(text.words, whole, width: columns - hanging)
        return lines.map { line(text, $0) }.joined(separator: "\n" + String(repeating: " ", count: hanging))
    }

    func lines(of words: some StringProtocol, _ role: Role = .plain, hanging: Int = 0) -> String {
        lines(of: StyledText(words, role), hanging: hanging)
    }

    /// The paint is put on and off within each line, so that a pager may cut the page anywhere.
    private func line(_ text: StyledText, _ range: Range<Int>) -> String {
        let bytes = text.words.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        let words = text.words[start..<bytes.index(start, offsetBy: range.count)]
        guard let colours else { return clean(words) }
        var line = ""
        var current = Paint()
        for cluster in Drawable(words) {
            let paint = Theme.standard.paint(
                for: text.roles[range.lowerBound + cluster.source.lowerBound], colours: colours)
            if paint != current { line += paint.sequence }
            current = paint
            line += cluster.glyph
        }
        return current == Paint() ? line : line + Paint().sequence
    }
}

/// Words, each with what it means to whoever reads them.
struct StyledText {
    private(set) var words = ""
    /// Of every byte of `words`.
    private(set) var roles: [Role] = []

    init() {}
    init(_ words: some StringProtocol, _ role: Role = .plain) { add(words, role) }

    mutating func add(_ more: some StringProtocol, _ role: Role = .plain) {
        words += more
        roles += repeatElement(role, count: more.utf8.count)
    }
}

/// The columns of the terminal that standard output goes to; nil when it goes elsewhere.
var terminalColumns: Int? {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else { return nil }
    return Int(window.ws_col)
}

/// The rows of the terminal that standard output goes to; nil when it goes elsewhere, or the terminal does not say.
var terminalRows: Int? {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0 else { return nil }
    return Int(window.ws_row)
}

/// Nil when standard output is no terminal, or one that knows no styles.
private var terminalColours: Int? {
    guard isatty(STDOUT_FILENO) != 0, let type = environment("TERM"), type != "dumb" else { return nil }
    if environment("NO_COLOR") != nil || type.hasPrefix("vt") { return 0 }
    let isRich = type.contains("256color") || type.contains("direct") || environment("COLORTERM") != nil
    return isRich ? 256 : 8
}

/// Nil for what is not set, and for what is set to nothing.
func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
}

extension Paint {
    /// What makes a terminal paint so, whatever it did before (ECMA-48, and xterm's palette of 256).
    fileprivate var sequence: String {
        var numbers = ["0"]
        if bold { numbers.append("1") }
        if dim { numbers.append("2") }
        if italic { numbers.append("3") }
        if underline { numbers.append("4") }
        if reverse { numbers.append("7") }
        if let ink { numbers.append(ink < 8 ? "\(30 + ink)" : "38;5;\(ink)") }
        if let ground { numbers.append(ground < 8 ? "\(40 + ground)" : "48;5;\(ground)") }
        return "\u{1B}[" + numbers.joined(separator: ";") + "m"
    }
}
