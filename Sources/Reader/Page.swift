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
        case .story: "ARTICLE"
        case .original: "ORIGINAL TEXT"
        case .script: "QUOTES ONLY"
        }
    }
}

/// A story broken into lines for one measure.
struct Page: Sendable {
    struct Line: Sendable {
        /// The text that `range` counts in: the article's own, or words made for the page.
        let text: String
        let range: Range<Int>
        let role: Role
        /// Columns left free before the words.
        let indent: Int
        /// Drawn before the words, inside the indent: a bullet.
        var lead = ""
        /// Drawn after the words.
        var tail = ""
        /// Where in the article's text this line belongs: how a place is found again at another measure.
        let offset: Int
        /// Whether `range` counts in the article's text, so that quotes and names can be tinted.
        let isTinted: Bool

        var isBlank: Bool { range.isEmpty }
    }

    let view: ArticleView
    let measure: Int
    private let countryNames: CountryNames
    private(set) var lines: [Line] = []

    /// - Parameters:
    ///   - minutes: reading time, for the line of facts.
    ///   - measure: columns of a line, at least 1.
    init(_ reading: Reading, view: ArticleView, minutes: Int, measure: Int, countryNames: CountryNames = .english) {
        self.countryNames = countryNames
        self.view = view
        self.measure = measure
        switch view {
        case .story: setStory(reading, minutes: minutes)
        case .original: setOriginal(reading.article)
        case .script: setScript(reading, minutes: minutes)
        }
    }

    /// The first line that shows words of this span; nil when it is not on the page.
    func line(of span: TextSpan) -> Int? {
        lines.firstIndex { $0.isTinted && $0.range.lowerBound < span.end && span.start < $0.range.upperBound }
    }

    /// The last line that shows words of this span; nil when it is not on the page.
    func lastLine(of span: TextSpan) -> Int? {
        lines.lastIndex { $0.isTinted && $0.range.lowerBound < span.end && span.start < $0.range.upperBound }
    }

    /// The line to put on top so that the reader goes on at this offset.
    func line(at offset: Int) -> Int {
        guard let best = lines.lazy.map(\.offset).filter({ $0 <= offset }).max() else { return 0 }
        return lines.firstIndex { $0.offset == best } ?? 0
    }

    /// Whether a span stands in words that are shown.
    func shows(_ span: TextSpan) -> Bool { line(of: span) != nil }

    private mutating func setStory(_ reading: Reading, minutes: Int) {
        setHead(reading, minutes: minutes)
        let paragraphs = reading.article.paragraphs
        for paragraph in paragraphs where paragraph.part.isBody || paragraph.part == .caption {
            if paragraph.part != .listEntry { endList() }
            set(paragraph, reading.article)
        }
        endList()
        for paragraph in paragraphs where paragraph.part == .credits { set(paragraph, reading.article) }
    }

    private mutating func setHead(_ reading: Reading, minutes: Int) {
        let article = reading.article
        if let span = article.titleSpan {
            set(article.text, span.start..<span.end, .headline, isTinted: true)
        } else {
            set(made: article.title, .headline, at: 0)
        }
        if let standfirst = article.standfirst {
            addBlank()
            set(article.text, standfirst.start..<standfirst.end, .standfirst, isTinted: true)
        }
        addBlank()
        set(made: facts(of: reading, minutes: minutes), .facts, at: lines.last?.offset ?? 0)
        addBlank()
    }

    /// "ABC News · Jane Doe · 22 Nov 2026 · 3 min · Russia, Ukraine": what is known of it.
    private func facts(of reading: Reading, minutes: Int) -> String {
        let article = reading.article
        let countries = reading.countries.filter(\.isAbout).map { countryNames.name(of: $0.country) }.joined(
            separator: ", ")
        let known = [
            article.source, article.byline, article.published?.shortDay, "\(minutes)\u{A0}min",
            countries.isEmpty ? nil : countries,
        ]
        return known.compactMap { $0 }.joined(separator: " · ")
    }

    private mutating func set(_ paragraph: Paragraph, _ article: Article) {
        let range = paragraph.span.start..<paragraph.span.end
        switch paragraph.part {
        case .body: set(article.text, range, .plain, isTinted: true)
        case .heading: set(article.text, range, .heading, isTinted: true)
        case .listEntry:
            set(article.text, range, .plain, indent: 2, lead: "•", isTinted: true)
            return
        case .blockQuote: set(article.text, range, .blockQuote, indent: 2, bar: true, isTinted: true)
        case .caption: set(article.text, range, .facts, indent: 2, isTinted: true)
        case .credits: set(article.text, range, .credits, isTinted: true)
        case .headline, .standfirst, .byline, .furniture: return
        }
        addBlank()
    }

    private mutating func setOriginal(_ article: Article) {
        let text = article.original ?? article.text
        var start = 0
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let range = start..<start + line.count
            if range.isEmpty {
                addBlank(at: start)
            } else {
                set(text, range, .plain, isTinted: article.original == nil)
            }
            start = range.upperBound + 1
        }
    }

    private mutating func setScript(_ reading: Reading, minutes: Int) {
        setHead(reading, minutes: minutes)
        let text = reading.article.text
        var previous: String?
        for quote in reading.quotes {
            let speaker = quote.speakerName(in: text)
            if speaker != previous {
                set(made: speaker.uppercased(), .speaker, at: quote.extent.start)
            }
            previous = speaker
            for (number, words) in quote.words.enumerated() {
                set(
                    text, words.start..<words.end, .plain, indent: 4, lead: number == 0 ? "“" : "",
                    tail: number == quote.words.count - 1 ? "”" : " …", isTinted: true)
            }
            if let cue = quote.cue { set(made: "— " + String(text[cue]), .cue, indent: 4, at: quote.extent.end) }
            addBlank()
        }
        if reading.quotes.isEmpty { set(made: "Nobody is quoted in this story.", .dim, at: 0) }
    }

    private mutating func set(made words: String, _ role: Role, indent: Int = 0, at offset: Int) {
        let width = max(1, measure - indent)
        for range in wrapped(words, 0..<words.utf8.count, width: width) {
            lines.append(Line(text: words, range: range, role: role, indent: indent, offset: offset, isTinted: false))
        }
    }

    private mutating func set(
        _ text: String, _ range: Range<Int>, _ role: Role, indent: Int = 0, lead: String = "", tail: String = "",
        bar: Bool = false, isTinted: Bool
    ) {
        // On the narrowest screens words matter more than their place.
        let indent = measure >= indent * 4 ? indent : 0
        let width = max(1, measure - indent - columns(of: tail))
        let ranges = wrapped(text, range, width: width)
        for (number, range) in ranges.enumerated() {
            lines.append(
                Line(
                    text: text, range: range, role: role, indent: indent, lead: bar ? "│" : number == 0 ? lead : "",
                    tail: number == ranges.count - 1 ? tail : "", offset: range.lowerBound, isTinted: isTinted))
        }
    }

    /// The entries of a list stand close together; a blank follows the last.
    private mutating func endList() {
        if lines.last?.isBlank == false { addBlank() }
    }

    private mutating func addBlank(at offset: Int? = nil) {
        let offset = offset ?? lines.last?.offset ?? 0
        lines.append(Line(text: "", range: 0..<0, role: .plain, indent: 0, offset: offset, isTinted: false))
    }
}

extension Quote {
    /// The speaker as shown: the full name, the words beside the quote, or that nobody is named.
    func speakerName(in text: String) -> String {
        guard let speaker else { return "unattributed" }
        if let name = speaker.name { return name }
        return speaker.written.map { "“\(text[$0])”, not named" } ?? "unattributed"
    }

    /// All its words on one line, blanks evened out.
    func line(in text: String) -> String {
        words.map { text[$0].split(whereSeparator: \.isWhitespace).joined(separator: " ") }.joined(separator: " … ")
    }
}
