import ArgumentParser
import JSONText
import News
import Newsroom

/// `dateline quotes`: who said what, across all stories.
struct QuotesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quotes", abstract: "Lists who said what, newest story first.")

    @Option(help: ArgumentHelp("Quotes of one speaker.", valueName: "name"))
    var speaker: String?

    @Option(help: ArgumentHelp("Quotes in stories about a country, by code or name.", valueName: "country"))
    var country: String?

    @Option(help: ArgumentHelp("Quotes in stories of this day or later (2026-11-22).", valueName: "day"))
    var since: String?

    @Option(help: "How to write the list: table, ndjson, csv or markdown.")
    var format = Format.table

    @OptionGroup var paths: StoryPaths
    @OptionGroup var options: CommonOptions

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable { case table, ndjson, csv, markdown }

    func validate() throws {
        if let since, Timestamp(iso8601: since) == nil {
            throw ValidationError("“\(clean(since))” is no day; days are written 2026-11-22.")
        }
    }

    func run() async throws {
        let country = try country.map { try CountryFilter($0) }
        let library = try await OpenedLibrary(paths, options)
        country?.complainUnlessMatching(library.newsroom.headlines)
        let stories = library.newsroom.listedStories.filter { country?.matches($0.headline) != false }
        let quotes = stories.filter(isWanted).flatMap(\.listedQuotes).filter(isWanted)
        try put(quotes)
        try library.finish()
    }

    private func isWanted(_ story: ListedStory) -> Bool {
        if let first = since.flatMap({ Timestamp(iso8601: $0) }) {
            guard let published = story.headline.published, published >= first else { return false }
        }
        return true
    }

    private func isWanted(_ quote: ListedQuote) -> Bool {
        guard let speaker else { return true }
        return quote.speaker.map { WordFilter(speaker).matches($0) } ?? false
    }

    private func put(_ quotes: [ListedQuote]) throws(Problem) {
        switch format {
        case .table:
            var table = Table()
            for quote in quotes { table.add([quote.day, quote.speaker ?? "unattributed", "“\(quote.words)”"]) }
            try table.print()
        case .ndjson:
            var json = JSONWriter()
            for quote in quotes { quote.write(to: &json) }
            try dateline.put(json.bytes)
        case .csv:
            let head = ["published", "speaker", "cue", "quote", "title", "source", "story"]
            let rows = quotes.map {
                [
                    $0.day, $0.speaker ?? "", $0.cue ?? "", $0.words, $0.headline.title, $0.headline.source ?? "",
                    $0.headline.id,
                ]
            }
            try dateline.put(([head] + rows).map { $0.map(Self.csv).joined(separator: ",") + "\r\n" }.joined())
        case .markdown:
            try dateline.put(quotes.map(\.markdown).joined(separator: "\n"))
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

extension ListedStory {
    fileprivate var listedQuotes: [ListedQuote] {
        guard let reading else { return [] }
        let text = reading.article.text
        return reading.quotes.map { quote in
            ListedQuote(
                headline: headline, words: Bookmark.KeptQuote(quote, in: reading.article).words,
                speaker: quote.speaker?.name, cue: quote.cue.map { String(text[$0]) })
        }
    }
}
