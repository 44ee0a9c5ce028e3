import Screen

/// Breaks words into lines, one under the other, at one measure.
///
/// Right to left: terminals that know of it turn the letters of each line round themselves, the others show them as they
/// come. So every line is sent in the order it is read, without a sign of direction, and is only moved: to the right end of
/// the measure, where its reading begins in the terminals that can, and where in the others it is read as well as anywhere.
struct PageSetter {
    /// What stands around words.
    struct Look {
        var role = Role.plain
        /// Columns left free on the side where reading begins.
        var indent = 0
        /// Before the first word, in the indent: a bullet.
        var lead = ""
        /// Whether a bar stands beside all lines.
        var isBarred = false
        /// Right before the first word, in the indent; right behind the last one.
        var opening = ""
        var closing = ""
        var isTinted = true
    }

    let measure: Int
    let countryNames: CountryNames
    private(set) var lines: [Page.Line] = []

    init(measure: Int, countryNames: CountryNames = .english) {
        self.measure = max(1, measure)
        self.countryNames = countryNames
    }

    var isAtStart: Bool { lines.isEmpty }

    /// Some words of a text.
    mutating func set(_ text: String, _ range: Range<Int>, _ look: Look) {
        let indent = room(for: look.indent)
        let width = max(1, measure - indent - columns(of: look.closing))
        let ranges = wrapped(text, range, width: width)
        let isReversed = isRightToLeft(text, range)
        let lead = columns(of: look.lead) < indent ? look.lead : ""
        for (number, range) in ranges.enumerated() {
            let used =
                isReversed || number == ranges.count - 1 && !look.closing.isEmpty
                ? columns(of: words(of: text, range)) : 0
            let column = isReversed ? max(0, measure - indent - used) : indent
            var line = Page.Line(
                words: Page.Piece(text, range, at: column, look.role, isTinted: look.isTinted),
                offset: range.lowerBound)
            if look.isBarred, indent > 1 {
                line.beside.append(Page.Piece(made: "│", at: isReversed ? measure - 1 : 0, .divider))
            }
            if number == 0, !lead.isEmpty {
                let place = isReversed ? measure - indent + 1 : indent - columns(of: lead) - 1
                line.beside.append(Page.Piece(made: lead, at: place, look.role))
            }
            if number == 0, !look.opening.isEmpty, column > 0 {
                line.beside.append(Page.Piece(made: look.opening, at: column - columns(of: look.opening), look.role))
            }
            if number == ranges.count - 1, !look.closing.isEmpty {
                line.beside.append(Page.Piece(made: look.closing, at: column + used, look.role))
            }
            lines.append(line)
        }
    }

    /// Words that are not the article's.
    /// - Parameters:
    ///   - offset: where in the article's text they belong.
    ///   - most: no more lines than these.
    mutating func set(made words: String, _ role: Role, indent: Int = 0, at offset: Int, atMost most: Int = .max) {
        let indent = room(for: indent)
        let width = max(1, measure - indent)
        let isReversed = isRightToLeft(words, 0..<words.utf8.count)
        for line in Reader.lines(of: words, width: width, atMost: most) {
            let column = isReversed ? max(0, measure - indent - columns(of: line)) : indent
            add([Page.Piece(made: line, at: column, role)], at: offset)
        }
    }

    /// Words whose line ends and blanks count. What has no room is carried on in the next line, with a sign that it was cut.
    mutating func setCode(_ text: String, _ range: Range<Int>, indent: Int) {
        let indent = room(for: indent)
        let width = max(1, measure - indent - 1)
        let bytes = text.utf8Span.span
        var start = range.lowerBound
        while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
        while start <= range.upperBound {
            var end = start
            while end < range.upperBound, bytes[end] != 0x0A { end += 1 }
            let ranges = cut(text, start..<end, width: width)
            for (number, range) in ranges.enumerated() {
                var line = Page.Line(
                    words: Page.Piece(text, range, at: indent, .code, isTinted: true), offset: range.lowerBound)
                if number < ranges.count - 1 { line.beside = [Page.Piece(made: "\\", at: measure - 1, .dim)] }
                lines.append(line)
            }
            start = end + 1
        }
    }

    /// One line of pieces, the first at its left.
    mutating func add(_ pieces: [Page.Piece], at offset: Int) {
        guard let first = pieces.first else { return addBlank(at: offset) }
        lines.append(Page.Line(words: first, beside: Array(pieces.dropFirst()), offset: offset))
    }

    /// A line across the page.
    mutating func addRule(at offset: Int) {
        let length = max(1, measure / 3)
        let rule = String(repeating: "─", count: length)
        add([Page.Piece(made: rule, at: (measure - length) / 2, .divider)], at: offset)
        addBlank()
    }

    /// The bar of a block quote goes on through the blank line at the page's end.
    mutating func barBlank() {
        guard room(for: 2) > 1, let last = lines.last, last.isBlank, lines.count > 1,
            let bar = lines[lines.count - 2].beside.first
        else { return }
        lines[lines.count - 1].beside = [bar]
    }

    /// A line from behind the last words to the end of the measure.
    mutating func underscore(from column: Int) {
        guard column < measure, let last = lines.popLast() else { return }
        var line = last
        line.beside.append(
            Page.Piece(made: String(repeating: "─", count: measure - column), at: column, .divider))
        lines.append(line)
    }

    /// A blank line, unless there is one or the page begins here.
    mutating func endBlock() {
        if lines.last?.isBlank == false { addBlank() }
    }

    mutating func addBlank(at offset: Int? = nil) {
        let offset = offset ?? lines.last?.offset ?? 0
        lines.append(Page.Line(words: Page.Piece(made: "", at: 0, .plain), offset: offset))
    }

    /// On the narrowest screens words matter more than their place.
    func room(for indent: Int) -> Int { max(0, min(indent, measure / 4)) }
}
