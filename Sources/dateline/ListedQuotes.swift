import ArgumentParser
import JSONText
import News
import Newsroom

/// Quotes of many stories, as a list to print or to keep.
struct ListedQuotes {
    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
        case table, ndjson, csv, markdown

        /// What a file's name asks for by its ending; nil for another ending.
        init?(endOf path: String) {
            switch path.split(separator: ".").last?.lowercased() {
            case "ndjson", "jsonl": self = .ndjson
            case "csv": self = .csv
            case "md": self = .markdown
            case "txt": self = .table
            default: return nil
            }
        }
    }

    private var quotes: [ListedQuote]

    init(of stories: [Headline], in newsroom: Newsroom) throws(Problem) {
        quotes = []
        for story in stories { quotes += try newsroom.quotes(ofStory: story.id)?.listed(story) ?? [] }
    }

    var count: Int { quotes.count }

    mutating func keep(speaker: WordFilter) {
        quotes.removeAll { !($0.speaker.map { speaker.matches($0) } ?? false) }
    }

    /// - Parameter limit: columns of a table; nil where nothing is cut.
    func bytes(as format: Format, columns limit: Int? = nil) -> [UInt8] {
        switch format {
        case .table:
            var table = Table()
            for quote in quotes { table.add([quote.day, quote.speaker ?? "unattributed", "“\(quote.words)”"]) }
            return Array(table.text(columns: limit).utf8)
        case .ndjson:
            var json = JSONWriter()
            for quote in quotes { quote.write(to: &json) }
            return json.bytes
        case .csv:
            let head = ["published", "speaker", "cue", "quote", "title", "source", "story"]
            let rows = quotes.map {
                [
                    $0.day, $0.speaker ?? "", $0.cue ?? "", $0.words, $0.headline.title, $0.headline.source ?? "",
                    $0.headline.id,
                ]
            }
            return Array(([head] + rows).map { $0.map(Self.csv).joined(separator: ",") + "\r\n" }.joined().utf8)
        case .markdown: return Array(quotes.map(\.markdown).joined(separator: "\n").utf8)
        }
    }

    /// RFC 4180. A sign that spreadsheets take for a formula is made harmless.
    private static func csv(_ field: String) -> String {
        let isFormula = field.first.map { "=+-@\t\r".contains($0) } ?? false
        let words = isFormula ? "'" + field : field
        guard words.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return words }
        return "\"" + words.replacing("\"", with: "\"\"") + "\""
    }
}

/// A quote as a list shows it.
private struct ListedQuote {
    let headline: Headline
    let words: String
    let speaker: String?
    let cue: String?

    var day: String { headline.published?.day ?? "" }

    func write(to json: inout JSONWriter) {
        json.object {
            $0.field("quote", words)
            $0.field("speaker", speaker)
            $0.field("cue", cue)
            $0.field("story", headline.id)
            $0.field("title", headline.title)
            $0.field("source", headline.source)
            $0.field("published", headline.published?.iso8601)
        }
        json.newLine()
    }

    var markdown: String {
        let facts = [speaker ?? "unattributed", headline.source, headline.published?.shortDay]
        return
            "> “\(clean(words))”\n>\n> — \(clean(facts.compactMap { $0 }.joined(separator: ", "))), *\(clean(headline.title))*\n"
    }
}

extension QuotedStory {
    fileprivate func listed(_ headline: Headline) -> [ListedQuote] {
        quotes.map { quote in
            ListedQuote(
                headline: headline, words: Bookmark.KeptQuote(quote, in: article).words, speaker: quote.speaker?.name,
                cue: quote.cue.map { String(article.text[$0]) })
        }
    }
}
