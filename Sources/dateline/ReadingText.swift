import News
import Screen

/// A reading as plain text for a person: the story with its quotes numbered, then who said them, the names and the
/// countries.
struct ReadingText {
    private let reading: Reading
    private let article: Article
    private static let width = 80

    init(_ reading: Reading) {
        self.reading = reading
        article = reading.article
    }

    var text: String {
        let parts = [head, story, quotes] + Entity.Kind.allCases.map(names) + [countries]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var head: String {
        let facts: [String?] = [
            article.source, article.byline, article.published?.shortDay,
            reading.countries.filter(\.isAbout).map(\.country.name).joined(separator: ", "),
        ]
        let line = facts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
        return ([article.title] + (line.isEmpty ? [] : [line])).map(Self.filled).joined(separator: "\n")
    }

    private var story: String {
        article.paragraphs.filter { $0.part != .headline && $0.part != .furniture && $0.part != .byline }
            .map { Self.filled(numbered($0.span)) }.joined(separator: "\n\n")
    }

    /// A paragraph with the number of each quote before its words: “[3]We will rebuild”.
    private func numbered(_ paragraph: TextSpan) -> String {
        var words = ""
        var at = paragraph.start
        for (index, quote) in reading.quotes.enumerated() {
            for span in quote.words where paragraph.contains(span) && span.start >= at {
                words += article.text[TextSpan(at, span.start)] + "[\(index + 1)]"
                at = span.start
            }
        }
        return words + article.text[TextSpan(at, paragraph.end)]
    }

    private var quotes: String {
        if reading.quotes.isEmpty { return "" }
        let lines = reading.quotes.enumerated().map { index, quote in
            let words = quote.words.map { String(article.text[$0]) }.joined(separator: " … ")
            let cue = quote.cue.map { " (\(article.text[$0]))" } ?? ""
            return Self.filled("[\(index + 1)] \(speaker(of: quote))\(cue): “\(words)”", hanging: 4)
        }
        return (["QUOTES"] + lines).joined(separator: "\n")
    }

    private func speaker(of quote: Quote) -> String {
        quote.speaker?.name ?? quote.speaker?.written.map { String(article.text[$0]) } ?? "unattributed"
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
            let role = entity.role.map { ", \($0)" } ?? ""
            return Self.filled("\(entity.name)\(role) \(entity.mentions.count)", hanging: 4)
        }
        return lines.isEmpty ? "" : ([title] + lines).joined(separator: "\n")
    }

    private var countries: String {
        if reading.countries.isEmpty { return "" }
        let lines = reading.countries.map { weight in
            let share = Int((weight.share * 100).rounded())
            return "\(weight.country.code) \(weight.country.name) \(share)%\(weight.isAbout ? " (about)" : "")"
        }
        return (["COUNTRIES"] + lines).joined(separator: "\n")
    }

    /// Broken into lines, cleaned as for the screen.
    private static func filled(_ text: String) -> String { filled(text, hanging: 0) }

    private static func filled(_ text: String, hanging: Int) -> String {
        let lines = wrapped(text, 0..<text.utf8.count, width: width - hanging)
        let blanks = String(repeating: " ", count: hanging)
        return lines.map { clean(text[TextSpan($0.lowerBound, $0.upperBound)]) }.joined(separator: "\n" + blanks)
    }
}
