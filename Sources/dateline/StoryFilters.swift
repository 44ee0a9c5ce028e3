import ArgumentParser
import News
import Newsroom

/// A country as people name it on the command line: by its code or by its name.
struct CountryFilter {
    private let words: String
    private let codes: Set<String>

    /// - Throws: for what is no country.
    init(_ words: String) throws(Misuse) {
        self.words = words
        codes = Set(countries(named: words).map(\.code))
        if codes.isEmpty {
            throw Misuse("“\(words)” is no country.", remedy: "Countries are named by code or name: UA, Ukraine.")
        }
    }

    func matches(_ headline: Headline) -> Bool { headline.countries.contains { codes.contains($0.code) } }

    /// Says that an empty list is no mistake in the name.
    func complainUnlessMatching(_ headlines: [Headline]) {
        if !headlines.contains(where: matches) { complain(Problem("No story is about “\(words)”.")) }
    }
}

/// A feed as people name it: by its id, or by words of it.
struct FeedFilter {
    private let words: String

    init(_ words: String) { self.words = words }

    func matches(_ headline: Headline) -> Bool {
        headline.feed.id == words || WordFilter(words).matches(headline.feed.id)
    }

    /// Names the feeds there are when it is none of them.
    func complainUnlessMatching(_ headlines: [Headline]) {
        if headlines.contains(where: matches) { return }
        let known = Set(headlines.map(\.feed.id)).sorted()
        complain(
            Problem(
                "There is no feed “\(words)”.",
                remedy: known.isEmpty ? "" : "There are \(known.joined(separator: ", "))."))
    }
}

/// One format of a list.
enum ListFormat: String, ExpressibleByArgument, CaseIterable, Sendable { case table, ndjson }

extension Newsroom {
    /// All headlines, newest first.
    func newestHeadlines() throws(Problem) -> [Headline] {
        try headlines().sorted { a, b in
            if a.published != b.published { return (a.published?.seconds ?? .min) > (b.published?.seconds ?? .min) }
            return (a.title, a.id) < (b.title, b.id)
        }
    }
}
