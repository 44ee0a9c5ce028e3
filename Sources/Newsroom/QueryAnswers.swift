import Extraction
import News
import Storage
import Synchronization

/// Answers the conditions of a query from the index, each for all stories at once.
struct QueryAnswers {
    let newsroom: Newsroom
    let index: StoryIndex
    let session: Session
    /// Asked now and then; true ends what takes long with what there is.
    let isStale: () -> Bool
    private let quoting = QuotingStories()

    init(_ newsroom: Newsroom, isStale: @escaping () -> Bool) throws(Problem) {
        self.newsroom = newsroom
        index = try newsroom.index
        session = newsroom.session.withLock { $0 }
        self.isStale = isStale
    }

    /// - Parameter rows: among which to look, where each has to be read.
    func stories(passing test: StoryTest, among rows: NumberSet) throws(Problem) -> NumberSet {
        switch test {
        case .words(let place, let words): try stories(with: words, in: place, among: rows)
        case .said(let words, let speakers): try stories(saying: words, by: speakers, among: rows)
        case .about(let territory): try index.stories(ofCountries: codes(in: territory), mentionedToo: false)
        case .mentions(let territory): try index.stories(ofCountries: codes(in: territory), mentionedToo: true)
        case .language(let code):
            try index.stories(by: .language) { $0.lowercased().prefix { $0 != "-" && $0 != "_" } == code }
        case .state(.read): try index.storiesRead()
        case .state(.quoted): try index.storiesWithQuotes()
        case .state(.bookmarked): try bookmarked()
        case .published(let from, let before): try index.stories(publishedFrom: from, before: before)
        case .length(let range): try index.stories(ofLength: range)
        }
    }

    private func stories(
        with words: SoughtWords, in place: SoughtPlace, among rows: NumberSet
    ) throws(Problem) -> NumberSet {
        guard words.hasLetters else { return NumberSet() }
        let query = SearchQuery(phrases: [words.text])
        switch place {
        case .text:
            let found = try index.stories(with: query.indexed)
            return query.hasPhrase ? try verified(found, rows) { query.match($0.search) != nil } : found
        case .title:
            let found = try index.stories(with: query.indexed, in: .title)
            return query.hasPhrase ? try verified(found, rows) { query.isFound(in: $0.article.title) } : found
        case .says: return try stories(saying: words, by: [], among: rows)
        case .speaker, .name:
            let names = try index.names(with: query.indexed).filter { query.isFound(in: $0.value) }
            return try place == .speaker ? stories(quoting: Set(names.keys)) : index.stories(naming: names.keys)
        case .feed: return try stories(ofFeeds: { query.isFound(in: $0.name) || $0.id == words.text })
        case .tag: return try stories(tagged: words.text)
        case .source: return try index.stories(by: .source, where: query.isFound)
        case .byline: return try index.stories(by: .byline, where: query.isFound)
        case .link: return try index.stories(by: .link, where: query.isFound)
        }
    }

    /// Stories that quote one of these names.
    func stories(quoting names: Set<Int>) throws(Problem) -> NumberSet {
        if let known = quoting.known[names] { return known }
        let stories = try index.stories(naming: names, asSpeakers: true)
        quoting.known[names] = stories
        return stories
    }

    /// Where one quote has the words and, if speakers are named, is of one of them.
    private func stories(
        saying words: SoughtWords, by speakers: [SoughtWords], among rows: NumberSet
    ) throws(Problem) -> NumberSet {
        let query = SearchQuery(phrases: [words.text])
        var found = try index.stories(with: query.indexed, in: .quotes)
        var names: [Int: String] = [:]
        for speaker in speakers {
            let sought = SearchQuery(phrases: [speaker.text])
            names.merge(try index.names(with: sought.indexed).filter { sought.isFound(in: $0.value) }) { name, _ in name
            }
        }
        if speakers.isEmpty {
            if query.indexed.words.count == 1 { return found }
        } else {
            found.formIntersection(try stories(quoting: Set(names.keys)))
        }
        var quoting: [Int: QuoteList] = [:]
        found.formIntersection(rows)
        for number in found.numbers { quoting[number] = try index.quotes(of: number) }
        return try verified(found, rows) { story in
            let text = story.article.text
            return quoting[story.number]?.entries.contains { quote in
                guard speakers.isEmpty || quote.speaker.map({ names[$0] != nil }) ?? false,
                    quote.words.allSatisfy({ $0.upperBound <= text.utf8.count })
                else { return false }
                let said = quote.words.map { text[TextSpan($0.lowerBound, $0.upperBound)] }
                return query.isFound(in: said.joined(separator: " "))
            } ?? false
        }
    }

    /// Reads stories again, the newest first, to see whether something holds for them.
    private func verified(
        _ found: NumberSet, _ rows: NumberSet, _ holds: (FoundStory) -> Bool
    ) throws(Problem) -> NumberSet {
        var candidates = found
        candidates.formIntersection(rows)
        var verified = NumberSet()
        for number in try index.newest(of: candidates, limit: candidates.count) {
            if isStale() { break }
            if let story = try newsroom.foundStory(number), holds(story) { verified.insert(number) }
        }
        return verified
    }

    private func codes(in territory: Territory) -> [String] {
        switch territory {
        case .country(let code): [code]
        case .region: knownCountries.filter(territory.includes).map(\.code)
        }
    }

    private func stories(ofFeeds isWanted: (Feed) -> Bool) throws(Problem) -> NumberSet {
        try index.stories(ofFeeds: session.feeds.filter { isWanted($0.value) }.keys)
    }

    /// By the tags of the feeds, and the folders they are in.
    private func stories(tagged tag: String) throws(Problem) -> NumberSet {
        let wanted = foldedWords(tag)
        let feeds = try newsroom.subscriptions().subscriptions.feeds.filter { feed in
            (feed.tags + feed.folder).contains { foldedWords($0) == wanted }
        }
        let ids = Set(feeds.map(\.id))
        return try stories(ofFeeds: { ids.contains($0.id) })
    }

    private func bookmarked() throws(Problem) -> NumberSet {
        var stories = NumberSet()
        for bookmark in session.bookmarks {
            for number in try index.numbers(ofStory: bookmark.id) { stories.insert(number) }
        }
        return stories
    }
}

/// What was found already: a search asks for the same speakers to find and to rank.
private final class QuotingStories {
    // A class, because questions are asked of a value that does not change.
    var known: [Set<Int>: NumberSet] = [:]
}

/// The countries of a story as the index has them: "UA RU|BY".
struct CountryLists {
    let about: [Country]
    let mentioned: [Country]

    init(_ codes: String) {
        let parts = codes.split(separator: "|", omittingEmptySubsequences: false)
        func countries(_ part: Int) -> [Country] {
            guard part < parts.count else { return [] }
            return parts[part].split(separator: " ").map { code in
                countriesByCode[String(code)] ?? Country(code: String(code), name: String(code))
            }
        }
        about = countries(0)
        mentioned = countries(1)
    }
}
