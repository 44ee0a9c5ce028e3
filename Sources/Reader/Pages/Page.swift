import News
import Screen

/// How the open story is shown.
enum ArticleView: Hashable, Sendable {
    case story
    /// The source as it was written.
    case original
    /// The quotes alone, as a script.
    case script

    var header: String {
        switch self {
        case .story: Texts.articleHeader
        case .original: Texts.originalHeader
        case .script: Texts.scriptHeader
        }
    }
}

/// A story broken into lines for one measure.
///
///     Reading ─► Page sets its parts in order ─► PageSetter breaks words into lines ─► Page.Line
///                (PageTable, PageScript)
struct Page: Sendable {
    /// Words that stand in one line, at one column.
    struct Piece: Sendable {
        /// The text that `range` counts in: the article's own, or words made for the page.
        let text: String
        let range: Range<Int>
        let column: Int
        let role: Role
        /// Whether `range` counts in the article's text, so that quotes and names can be tinted.
        let isTinted: Bool

        init(_ text: String, _ range: Range<Int>, at column: Int, _ role: Role, isTinted: Bool) {
            self.text = text
            self.range = range
            self.column = column
            self.role = role
            self.isTinted = isTinted
        }

        /// Words made for the page.
        init(made text: String, at column: Int, _ role: Role) {
            self.init(text, 0..<text.utf8.count, at: column, role, isTinted: false)
        }
    }

    struct Line: Sendable {
        let words: Piece
        /// Bullets, bars, quotation marks; the cells to the right in a table.
        var beside: [Piece] = []
        /// Where in the article's text this line belongs: how a place is found again at another measure.
        let offset: Int

        var isBlank: Bool { words.range.isEmpty && beside.isEmpty }
    }

    let view: ArticleView
    let measure: Int
    let lines: [Line]
    /// Whether the lines stand in the order of the text: credits above it, or a standfirst below, stand elsewhere here.
    let isInOrder: Bool
    /// Where the article's own words stand.
    private let places: PagePlaces

    /// - Parameters:
    ///   - minutes: reading time, for the line of facts.
    ///   - measure: columns of a line, at least 1.
    init(_ reading: Reading, view: ArticleView, minutes: Int, measure: Int, countryNames: CountryNames = .english) {
        self.view = view
        self.measure = measure
        var setter = PageSetter(measure: measure, countryNames: countryNames)
        switch view {
        case .story: setter.setStory(reading, minutes: minutes)
        case .original: setter.setOriginal(reading.article)
        case .script: setter.setScript(reading, minutes: minutes)
        }
        lines = setter.lines
        isInOrder = zip(lines, lines.dropFirst()).allSatisfy { $0.offset <= $1.offset }
        places = PagePlaces(of: lines)
    }

    /// The first line that shows words of this span; nil when it is not on the page.
    func line(of span: TextSpan) -> Int? { places.lines(of: span)?.first }

    /// The last line that shows words of this span; nil when it is not on the page.
    func lastLine(of span: TextSpan) -> Int? { places.lines(of: span)?.last }

    /// The article's words that some lines show, from the first to the last; nil when they show none.
    func sight(of visible: Range<Int>) -> TextSpan? {
        var sight: TextSpan?
        for line in lines[visible] {
            for piece in [line.words] + line.beside where piece.isTinted {
                let (start, end) = (piece.range.lowerBound, piece.range.upperBound)
                sight = TextSpan(min(sight?.start ?? start, start), max(sight?.end ?? end, end))
            }
        }
        return sight
    }
}

/// Which line shows which words: found by halving, among a million lines too.
private struct PagePlaces: Sendable {
    private struct Place {
        let range: Range<Int>
        let line: Int
    }

    /// By their start.
    private var places: [Place] = []
    /// For each place, the furthest end of it and those before it.
    private var reaches: [Int] = []

    init(of lines: [Page.Line]) {
        places.reserveCapacity(lines.count)
        var isInOrder = true
        func add(_ piece: Page.Piece, _ line: Int) {
            guard piece.isTinted else { return }
            isInOrder = isInOrder && places.last.map { $0.range.lowerBound <= piece.range.lowerBound } ?? true
            places.append(Place(range: piece.range, line: line))
        }
        for (number, line) in lines.enumerated() {
            add(line.words, number)
            for piece in line.beside { add(piece, number) }
        }
        // A standfirst may stand below the lead in the text, credits above it.
        if !isInOrder { places.sort { ($0.range.lowerBound, $0.line) < ($1.range.lowerBound, $1.line) } }
        reaches.reserveCapacity(places.count)
        var reach = 0
        for place in places {
            reach = max(reach, place.range.upperBound)
            reaches.append(reach)
        }
    }

    /// The first and the last line that show words of a span.
    func lines(of span: TextSpan) -> (first: Int, last: Int)? {
        var at = reaches.boundary(of: { $0 > span.start })
        var found: (first: Int, last: Int)?
        while at < places.count, places[at].range.lowerBound < span.end {
            let place = places[at]
            if place.range.upperBound > span.start {
                found = (min(found?.first ?? place.line, place.line), max(found?.last ?? place.line, place.line))
            }
            at += 1
        }
        return found
    }
}

extension Array {
    /// Where a question is first answered with yes, in an array where all that follow are too; its end when none is.
    func boundary(of isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
