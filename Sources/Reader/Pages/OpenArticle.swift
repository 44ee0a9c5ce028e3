import News
import Screen

/// The story that is shown, laid out once per measure, and where its reader stands in it.
struct OpenArticle: Sendable {
    let reading: Reading
    /// The words of each quote on one line, for the panel.
    let quoteLines: [String]
    let minutes: Int
    let countryNames: CountryNames
    private(set) var page: Page
    private(set) var walk: Walk
    /// Whether somebody went to the current mark.
    private var isMarkSought = false
    private(set) var tints: Tints
    let speakers: SpeakerTints
    /// The first line on the screen.
    private(set) var top = 0
    /// What the reader chose to see on top, in the article's own text. It changes by moving, never by a resize or a look
    /// at another view, so that a screen made small and wide again shows the same line.
    private(set) var place = PagePosition.top
    /// The same in the source as it was written, where that is another text, and whether the reader has moved there.
    private var foreignPlace = (position: PagePosition.top, isChosen: false)
    /// Lines that the screen shows of it.
    private var height = 1
    /// The quotes that are bookmarked, by their index.
    var keptQuotes: Set<Int> = []
    var panel = Panel()
    /// Whose quotes alone are listed; nil for everybody's.
    var speaker: String?
    /// The quotes that the panel lists and n walks, by their index.
    var listedQuotes: [Int]
    var quoteRoom = QuoteRoom()
    /// The name that the library was asked about last, and what it answered last.
    var nameAsked: NameCard.Question?
    var card: NameCard?

    init(
        _ reading: Reading, minutes: Int, countryNames: CountryNames, view: ArticleView, measure: Int, height: Int
    ) {
        self.reading = reading
        self.countryNames = countryNames
        self.minutes = minutes
        self.height = max(1, height)
        quoteLines = reading.quotes.map { $0.line(in: reading.article.text) }
        page = Page(reading, view: view, minutes: minutes, measure: measure, countryNames: countryNames)
        walk = Walk(.quotes, stops: reading.quotes.map(\.words))
        listedQuotes = Array(reading.quotes.indices)
        speakers = SpeakerTints(reading)
        tints = Tints(reading, speakers)
    }

    var id: String { reading.article.id }
    var text: String { reading.article.text }
    var visible: Range<Int> { top..<min(page.lines.count, top + height) }
    var lastTop: Int { max(0, page.lines.count - height) }

    /// How much of it has been seen, 0...100.
    var percent: Int {
        page.lines.isEmpty ? 100 : min(100, visible.upperBound * 100 / page.lines.count)
    }

    /// The quote that is chosen; nil while mentions or hits are walked, and before the first n.
    var currentQuote: Int? {
        guard walk.subject.isQuotes else { return nil }
        return walk.current.map { listedQuotes[$0] }
    }

    /// The quote that somebody went to, not one that scrolling came by.
    var soughtQuote: Int? { isMarkSought ? currentQuote : nil }

    /// The quote of the row that stands out in the panel; nil when none is listed.
    var chosenQuote: Int? {
        listedQuotes.isEmpty ? nil : listedQuotes[min(chosenRow(of: .quotes), listedQuotes.count - 1)]
    }

    /// The row of a tab that stands out, counted without headings. In the quotes it is the quote that n and p are at.
    func chosenRow(of tab: Panel.Tab) -> Int {
        switch tab {
        case .quotes: (walk.subject.isQuotes ? walk.current : nil) ?? panel.chosen[tab] ?? 0
        case .names, .countries: panel.chosen[tab] ?? 0
        }
    }

    /// Lays it out for a screen. Does nothing when nothing changed.
    mutating func fit(view: ArticleView, measure: Int, height: Int) {
        let height = max(1, height)
        guard page.view != view || page.measure != measure || self.height != height else { return }
        self.height = height
        let old = page
        if page.view != view || page.measure != measure {
            page = Page(reading, view: view, minutes: minutes, measure: measure, countryNames: countryNames)
        }
        // Markup and text have no offsets in common: the same share of the way is the best guess.
        let share = top * page.lines.count / max(1, old.lines.count)
        switch (isForeign(old.view), isForeign(view)) {
        case (false, true):
            top = min(share, lastTop)
            foreignPlace = (page.position(of: top), isChosen: false)
        case (true, false) where foreignPlace.isChosen: setTop(min(share, lastTop))
        case (true, false), (false, false): top = page.line(at: place)
        case (true, true): top = page.line(at: foreignPlace.position)
        }
        top = min(top, lastTop)
    }

    mutating func scroll(by lines: Int) { scroll(to: top + lines) }

    /// Puts a line on top, as far as there are lines, and lets the chosen mark follow.
    mutating func scroll(to line: Int) {
        let wanted = max(0, min(line, lastTop))
        guard wanted != top else { return }
        setTop(wanted)
        followScroll()
    }

    /// Puts a line on top.
    mutating func show(place: PagePosition) {
        guard !isForeign(page.view) else {
            self.place = place
            return
        }
        scroll(to: page.line(at: place))
        // Also where the end of the story lets no line of it go to the top.
        self.place = place
    }

    /// Goes to a mark and shows it.
    mutating func go(to stop: Int) {
        guard walk.stops.indices.contains(stop) else { return }
        walk.current = stop
        isMarkSought = true
        guard let first = walk.stops[stop].first, let line = page.line(of: first) else { return }
        let last = walk.stops[stop].last.flatMap { page.lastLine(of: $0) } ?? line
        // A line more than the mark, so that the eye sees that it ends.
        let end = min(last + 2, page.lines.count)
        if visible.contains(line) && end <= visible.upperBound { return }
        // A third down: what leads to the mark is seen too. Higher where its end would be cut, unless it is cut anyway.
        let third = line - height / 3
        setTop(max(0, min(end - line > height ? third : max(third, end - height), lastTop)))
    }

    /// Starts walking other marks; those that the page leaves out (in furniture) are no stops.
    mutating func start(_ subject: Walk.Subject, stops: [[TextSpan]]) {
        walk = Walk(subject, stops: stops.filter { $0.contains(where: isInStory) })
        tints.setMarks(subject.isQuotes ? [] : Array(walk.stops.joined()))
    }

    mutating func walkQuotes() {
        let subject = shortSpeaker.map { Walk.Subject.quotesOf($0) } ?? .quotes
        guard walk.subject != subject else { return }
        walk = Walk(subject, stops: listedQuotes.map { reading.quotes[$0].words })
        followScroll()
        tints.setMarks([])
    }

    /// Where words stand in the story: together, or, where they never do, each of them.
    func hits(of words: SearchWords) -> [[TextSpan]] {
        let text = Folded(text)
        let together = text.occurrences(of: words.together)
        if !together.isEmpty { return together.map { [$0] } }
        return words.parts.flatMap { text.occurrences(of: $0) }.sorted().map { [$0] }
    }

    private mutating func setTop(_ line: Int) {
        top = line
        if isForeign(page.view) {
            foreignPlace = (page.position(of: line), isChosen: true)
        } else {
            place = page.position(of: line)
        }
    }

    /// Chooses the mark that the reader sees: the current one while it is in sight, else the first in sight, else the
    /// last one above.
    private mutating func followScroll() {
        guard !isForeign(page.view) else { return }
        guard let sight = page.sight(of: visible) else { return }
        if let current = walk.current, walk.stops[current].contains(where: { $0.overlaps(sight) }) { return }
        isMarkSought = false
        if top == 0 {
            walk.current = nil
            return
        }
        // Stops stand in text order: those above come first.
        let above = walk.stops.boundary(of: { ($0.last?.end ?? 0) > sight.start })
        let seen = walk.stops[above...].prefix { ($0.first?.start ?? 0) < sight.end }.firstIndex {
            $0.contains { $0.overlaps(sight) }
        }
        walk.current = seen ?? (above > 0 ? above - 1 : nil)
    }

    /// Whether a view shows another text than the one that quotes and names point into.
    private func isForeign(_ view: ArticleView) -> Bool { view == .original && reading.article.original != nil }

    private func isInStory(_ span: TextSpan) -> Bool {
        if let title = reading.article.titleSpan, title.overlaps(span) { return true }
        guard let paragraph = paragraph(at: span.start) else { return false }
        switch paragraph.part {
        case .headline, .byline, .furniture: return false
        case .standfirst, .body, .heading, .listEntry, .blockQuote, .caption, .credits: return true
        }
    }

    /// Paragraphs stand in text order: halving finds one among thousands.
    private func paragraph(at offset: Int) -> Paragraph? {
        let paragraphs = reading.article.paragraphs
        let index = paragraphs.boundary(of: { $0.span.end > offset })
        return index < paragraphs.count && paragraphs[index].span.contains(offset) ? paragraphs[index] : nil
    }
}
