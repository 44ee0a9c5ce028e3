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
    /// - Returns: whether it had to.
    @discardableResult
    func complainUnlessMatching(_ headlines: [Headline]) -> Bool {
        if headlines.contains(where: matches) { return false }
        complain(Problem("No story is about “\(words)”."))
        return true
    }
}

/// The option that narrows a list to feeds.
struct FeedOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Stories of a feed, a folder of feeds or a smart feed: by name, by words of it, or by address.",
            valueName: "feed"), completion: .feeds)
    var feed: String?
}

/// Whose stories a list has: those of the feeds that were named, else of all but the hidden ones.
struct FeedFilter {
    private let choice: FeedChoice?
    private let hidden: Set<String>

    /// - Parameter hiddenToo: whether it is no list of all feeds.
    /// - Throws: when there is no such feed.
    init(_ option: FeedOption, in newsroom: Newsroom, hiddenToo: Bool = false) throws(Problem) {
        if let words = option.feed {
            choice = try newsroom.choice(of: words)
            hidden = []
        } else {
            choice = nil
            hidden = hiddenToo ? [] : try newsroom.hiddenFeeds()
        }
    }

    func matches(_ headline: Headline) -> Bool {
        choice?.contains(headline) ?? !hidden.contains(headline.feed.id)
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
