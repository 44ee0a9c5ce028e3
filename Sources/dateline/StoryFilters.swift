import ArgumentParser
import News
import Newsroom

/// A country as people name it on the command line: by its code or by its name.
struct CountryFilter {
    private let code: String
    private let name: WordFilter

    init(_ words: String) {
        code = words.uppercased()
        name = WordFilter(words)
    }

    func matches(_ headline: Headline) -> Bool {
        headline.countries.contains { $0.code == code || code.count > 2 && name.matches($0.name) }
    }
}

/// One format of a list.
enum ListFormat: String, ExpressibleByArgument, CaseIterable, Sendable { case table, ndjson }

/// A story and what was found in it.
struct ListedStory {
    let headline: Headline
    let reading: Reading?
}

extension Newsroom {
    /// All stories, newest first.
    var listedStories: [ListedStory] {
        let readings = Dictionary(readings.map { ($0.article.id, $0) }) { first, _ in first }
        return headlines.map { ListedStory(headline: $0, reading: readings[$0.id]) }
            .sorted { a, b in
                let (a, b) = (a.headline, b.headline)
                if a.published != b.published { return (a.published?.seconds ?? .min) > (b.published?.seconds ?? .min) }
                return (a.title, a.id) < (b.title, b.id)
            }
    }
}

extension Reading {
    func hasSpeaker(_ filter: WordFilter) -> Bool {
        quotes.contains { quote in quote.speaker?.name.map { filter.matches($0) } ?? false }
    }
}
