import Extraction
package import News
import Storage
import Synchronization

/// The model's one door: opens folders of stories, reads them all in the background, and answers for them.
///
///     paths ─► Feeds finds and parses ─► Extraction reads ─► headlines, readings, search
///                                        Storage ─► bookmarks, kept stories, read marks
///
/// A class, because one library is filled by background tasks while others ask it. Every answer comes from memory
/// at once, but those that are said to write or read a file. Nothing here knows that there is a screen.
package final class Newsroom: Sendable {
    /// Nil where there is none: then nothing is marked, and nothing can be.
    let data: DataFolder?
    let now: @Sendable () -> Timestamp
    /// Held for moments, never while a file is read or written.
    let library = Mutex(Library())
    let isStopped = Atomic(false)

    /// - Parameter dataFolder: of the user's own files; it need not be there yet. Nil is none: stories can be read,
    ///   nothing can be kept.
    package init(dataFolder: String?, now: @escaping @Sendable () -> Timestamp = { .now }) {
        data = dataFolder.map { DataFolder(path: $0) }
        self.now = now
    }

    var bookmarks: Bookmarks {
        get throws(Problem) { try dataFolder.bookmarks }
    }

    var readMarks: ReadMarks {
        get throws(Problem) { try dataFolder.readMarks }
    }

    private var dataFolder: DataFolder {
        get throws(Problem) {
            if let data { return data }
            throw Problem("There is no folder to keep bookmarks and read marks in.", remedy: "Name one with --data.")
        }
    }

    /// Where the user's own files are when nobody says otherwise; nil without a home.
    package static func usualDataFolder(environment: [String: String]) -> String? {
        DataFolder.usual(environment: environment)?.path
    }

    /// All headlines, in the order their files were found.
    package var headlines: [Headline] { library.withLock { $0.headlines } }

    /// What extraction found in every story, in the order of `headlines`; kept bookmarks without a text are left out.
    package var readings: [Reading] { library.withLock { $0.order.compactMap { $0.reading } } }

    /// What extraction found in a story. Reads a file when the story is only kept beside the bookmarks.
    package func reading(id: String) throws(Problem) -> Reading {
        if let reading = library.withLock({ $0.stories[id]?.reading }) { return reading }
        guard let story = try bookmarks.kept.story(id) else {
            let title = library.withLock { library in library.bookmarks.first { $0.id == id }?.title }
            throw Problem("The text of “\(title ?? id)” is gone and no copy was kept.")
        }
        return read(story)
    }

    /// Only so many of the best hits get a snippet: those that somebody may scroll to before typing another letter. To
    /// read a thousand stories again would cost more than the search itself.
    static let snippetLimit = 200

    /// The stories with all these words in headline, text, names or speakers, best first. Case and accents do not
    /// matter; a word finds longer ones that start with it; words between quotation marks have to stand together.
    /// Some milliseconds for a thousand stories.
    package func search(_ words: String) -> [SearchHit] {
        let query = SearchQuery(words)
        // Signs alone are in every story and in none.
        if query.words.isEmpty, !words.allSatisfy(\.isWhitespace) { return [] }
        let stories = library.withLock { $0.order }
        var found: [(match: SearchMatch, place: Int)] = []
        for (place, story) in stories.enumerated() {
            if let match = query.match(story.search) { found.append((match, place)) }
        }
        found.sort { a, b in
            if a.match.score != b.match.score { return a.match.score > b.match.score }
            return stories[a.place].isNewer(than: stories[b.place])
        }
        return found.enumerated().map { rank, found in
            let story = stories[found.place]
            let isLookedAt = rank < Self.snippetLimit && !query.words.isEmpty
            let reading = isLookedAt ? story.reading : nil
            return SearchHit(found.match, of: query, in: reading, id: story.headline.id)
        }
    }
}
