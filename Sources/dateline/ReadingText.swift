import News
import Screen

/// A reading as a page for a person: the story with quotes, names and countries marked, then who said what, the names and
/// the countries.
struct ReadingText {
    private let reading: Reading
    private let article: Article
    private let look: PageLook

    init(_ reading: Reading, look: PageLook) {
        self.reading = reading
        article = reading.article
        self.look = look
    }

    var text: String {
        let parts = [head] + story + [quotes] + Entity.Kind.allCases.map(names) + [countries]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var head: String {
        let facts: [String?] = [
            article.source, article.byline, article.published?.shortDay,
            reading.countries.filter(\.isAbout).map(\.country.name).joined(separator: ", "),
        ]
        let line = facts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
        return look.lines(of: article.title, .headline) + (line.isEmpty ? "" : "\n" + look.lines(of: line, .facts))
    }

    /// The paragraphs, the meaning of their marks before them.
    private var story: [String] {
        let marked = MarkedStory(reading, look: look)
        return [marked.legend.map { look.lines(of: $0) } ?? ""]
            + MarkedStory.shown(article).map { paragraph in
                let words = marked.paragraph(paragraph)
                return paragraph.part == .listEntry ? "• " + look.lines(of: words, hanging: 2) : look.lines(of: words)
            }
    }

    private var quotes: String {
        section(
            "QUOTES",
            reading.quotes.enumerated().map { index, quote in
                let words = quote.words.map { String(article.text[$0]) }.joined(separator: " … ")
                var line = StyledText("[\(index + 1)] ", .dim)
                line.add(
                    quote.speaker?.words(in: article.text) ?? "unattributed", quote.speaker == nil ? .dim : .speaker)
                if let beside = beside(quote) { line.add(" (\(beside))", .cue) }
                line.add(": “\(words)”")
                return look.lines(of: line, hanging: 4)
            })
    }

    /// The cue, or that there is none.
    private func beside(_ quote: Quote) -> String? {
        quote.speaker?.certainty == .carriedOver ? "goes on" : quote.cue.map { String(article.text[$0]) }
    }

    private func names(_ kind: Entity.Kind) -> String {
        let title =
            switch kind {
            case .person: "PEOPLE"
            case .organisation: "ORGANISATIONS"
            case .place: "PLACES"
            case .other: "OTHER NAMES"
            }
        let lines = reading.entities.filter { $0.kind == kind }.map { entity in
            var line = StyledText(entity.name, kind == .person ? .speaker : .plain)
            if let role = entity.role { line.add(", \(role)") }
            line.add(" \(entity.mentions.count)", .dim)
            return look.lines(of: line, hanging: 4)
        }
        return section(title, lines)
    }

    private var countries: String {
        section(
            "COUNTRIES",
            reading.countries.map { weight in
                let share = Int((weight.share * 100).rounded())
                return look.lines(
                    of: "\(weight.country.code) \(weight.country.name) \(share)%\(weight.isAbout ? " (about)" : "")",
                    weight.isAbout ? .barAbout : .plain)
            })
    }

    /// Empty without lines.
    private func section(_ title: String, _ lines: [String]) -> String {
        lines.isEmpty ? "" : ([look.lines(of: title, .heading)] + lines).joined(separator: "\n")
    }
}
