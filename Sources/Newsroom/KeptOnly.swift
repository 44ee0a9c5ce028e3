import Extraction
import Glibc
import News
import Storage
import Synchronization

extension Newsroom {
    /// Bookmarked stories that are nowhere else become stories, from what was kept of them.
    func loadMissing(_ report: (LoadReport) -> Void) throws(Problem) {
        let missing = try missingBookmarks()
        if missing.isEmpty { return }
        let feed = try index.number(ofFeed: Feed.kept.id, isWeb: false)
        session.withLock { session in
            session.keptFeed = feed
            session.name(.kept, feed)
        }
        let known = try index.files(ofFeed: feed)
        var numbers: [Int] = []
        for bookmark in missing {
            let story = keptStory(bookmark, report)
            let file = FileStory(path: bookmark.id, text: "\(story.title)\n\(story.text)")
            if let known = known[bookmark.id], known.holds(for: file) {
                numbers.append(known.number)
                continue
            }
            let reading = story.text.isEmpty ? bookmark.reading(of: story) : read(story)
            let kept = ReadStory(.file(file, feed: feed), reading)
            numbers += try index.keep([kept], seen: now(), folded: { foldedWords($0) }).compactMap { $0 }
        }
        session.withLock { session in numbers.forEach { session.insert($0) } }
        try tell(of: numbers, report)
    }

    /// Bookmarked stories that this session does not have, each once.
    private func missingBookmarks() throws(Problem) -> [Bookmark] {
        var seen: Set<String> = []
        var missing: [Bookmark] = []
        for bookmark in session.withLock({ $0.bookmarks }) where seen.insert(bookmark.id).inserted {
            let numbers = try index.numbers(ofStory: bookmark.id)
            if session.withLock({ session in numbers.contains { session.members.contains($0) } }) { continue }
            if session.withLock({ $0.isOfNamedPaths }), try isElsewhere(bookmark.id) { continue }
            missing.append(bookmark)
        }
        return missing
    }

    /// Whether a story can still be had where it came from.
    private func isElsewhere(_ id: String) throws(Problem) -> Bool {
        if try index.isFetched(id) { return true }
        return try index.filePaths(named: [id])[id, default: []].contains { access($0, F_OK) == 0 }
    }

    /// The story behind a bookmark; without a text when none was kept.
    private func keptStory(_ bookmark: Bookmark, _ report: (LoadReport) -> Void) -> Article {
        do {
            if let story = try bookmarks.kept.story(bookmark.id) { return story }
        } catch {
            report(.problem(error))
        }
        return Article(
            id: bookmark.id, feed: Feed.kept.id, text: "", title: bookmark.title, paragraphs: [],
            source: bookmark.source,
            link: bookmark.link)
    }
}

extension Bookmark {
    /// What its line says of the countries, when there is nothing else to go by.
    fileprivate func reading(of story: Article) -> Reading {
        let weights = countries.map { code in
            CountryWeight(
                country: countriesByCode[code] ?? Country(code: code, name: code), mentions: [],
                share: 1 / Double(countries.count), isAbout: true)
        }
        return Reading(article: story, quotes: [], entities: [], countries: weights)
    }
}
