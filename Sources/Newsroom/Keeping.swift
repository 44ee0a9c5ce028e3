import Extraction
import Feeds
package import News
import Storage
import Synchronization

// What the user keeps. Every function here writes or reads a file; call them off the main thread, in order.

extension Newsroom {
    /// Keeps a story, with its text, or stops keeping it.
    /// - Returns: the bookmarks as they now stand in the file.
    package func setBookmark(_ isOn: Bool, id: String) throws(Problem) -> [Bookmark] {
        if !isOn { return take(try bookmarks.remove(Bookmark.Identity(id: id))) }
        let reading = try reading(id: id)
        return try keep(Bookmark(reading, saved: now()), of: reading.article)
    }

    /// Keeps one quote of a story, or stops keeping it.
    /// - Parameter quote: its index in `Reading.quotes`.
    package func setQuoteBookmark(_ isOn: Bool, id: String, quote: Int) throws(Problem) -> [Bookmark] {
        let reading = try reading(id: id)
        guard reading.quotes.indices.contains(quote) else { throw Problem("The story has no such quote.") }
        let kept = Bookmark.KeptQuote(reading.quotes[quote], in: reading.article)
        if !isOn { return take(try bookmarks.remove(Bookmark.Identity(id: id, quote: kept.words))) }
        return try keep(Bookmark(reading, saved: now(), quote: kept), of: reading.article)
    }

    /// A story of the library by its id, whether it is of this session or not, with what extraction finds in it. Reads the
    /// index, and a file; makes none.
    /// - Returns: nil when the index has no such story.
    package func libraryReading(id: String) throws(Problem) -> Reading? {
        guard let index = try indexToRead(), let number = try number(of: id) else { return nil }
        return try libraryReading(number, index)
    }

    /// The same for a file that was found, which becomes one of the library: it may be known there by another id than the
    /// place where it was found gives it.
    package func libraryReading(_ place: Int, of found: FoundStories) throws(Problem) -> Reading? {
        // Where it cannot be written there is one for this run, and the bookmark's own file says what it must.
        _ = openIndex()
        let file = found.files[place]
        try enter(file)
        return try index.number(ofFile: file.absolutePath).flatMap { number throws(Problem) in
            try libraryReading(number, index)
        }
    }

    private func libraryReading(_ number: Int, _ index: StoryIndex) throws(Problem) -> Reading? {
        guard let story = try index.source(of: number),
            let feed = try index.feeds().first(where: { $0.number == story.feed })
        else { return nil }
        session.withLock { session in
            if feed.key == Feed.kept.id { session.keptFeed = feed.number }
            if feed.isWeb, session.feeds[feed.number] == nil {
                session.name(Feed(id: feed.key, name: feed.title ?? feed.key), feed.number)
            }
        }
        return read(try article(story))
    }

    /// Adds a bookmark with the user's own words, or of something that is no story here.
    package func keep(_ bookmark: Bookmark, of story: Article?) throws(Problem) -> [Bookmark] {
        take(try bookmarks.add(bookmark, keeping: story))
    }

    /// Puts back a bookmark that was taken out, as it was.
    package func restoreBookmark(_ bookmark: Bookmark) throws(Problem) -> [Bookmark] {
        let story: Article?
        do {
            story = try reading(id: bookmark.id).article
        } catch {
            // Its file and the copy of it are gone: the bookmark itself is what matters.
            story = nil
        }
        return take(try bookmarks.restore(bookmark, keeping: story))
    }

    /// What could be taken back when the reader was left last; nothing when there is no folder for it.
    package func undoHistory() throws(Problem) -> UndoHistory { try data?.undo.history() ?? UndoHistory() }

    package func keep(_ history: UndoHistory) throws(Problem) { try data?.undo.keep(history) }

    /// Where the reader was left last; nil when it never was.
    package func bearings() throws(Problem) -> Bearings? { try data?.bearings.read() }

    package func keep(_ bearings: Bearings) throws(Problem) { try data?.bearings.keep(bearings) }

    package func removeBookmark(_ identity: Bookmark.Identity) throws(Problem) -> [Bookmark] {
        take(try bookmarks.remove(identity))
    }

    package func setRead(_ isRead: Bool, ids: [String]) throws(Problem) {
        let marks = try readMarks
        let before = marks.version?.words ?? ""
        try marks.set(isRead, ids: ids, at: now())
        // When another Dateline has written too, the file is read again at the next start.
        let isAlone = try index.readMarksState() ?? "" == before
        try index.setRead(isRead, names: ids, state: isAlone ? marks.version?.words : nil)
    }

    /// Brings the index's read marks up to the file's, when somebody else changed that.
    func repeatReadMarks() throws(Problem) {
        guard let marks = data?.readMarks else { return }
        let state = marks.version?.words ?? ""
        if try index.readMarksState() ?? "" == state { return }
        try index.replaceReadMarks(try marks.readIDs(), state: state)
    }

    /// The bookmarks from the file, and the lines of it that cannot be read.
    package func bookmarksInFile() throws(Problem) -> (bookmarks: [Bookmark], problems: [Problem]) {
        let list = try bookmarks.list()
        return (list.bookmarks, list.problems)
    }

    /// The bookmarks, when somebody else changed the file since they were read here; new stories come with them.
    /// One system call when nothing changed.
    package func reportChangedBookmarks(_ report: (LoadReport) -> Void) {
        guard let bookmarks = data?.bookmarks else { return }
        if bookmarks.version() == session.withLock({ $0.bookmarkVersion }) { return }
        do {
            let list = try bookmarks.list()
            take(list)
            try loadMissing(report)
            report(.bookmarks(list.bookmarks))
        } catch {
            // Told once, not at every look.
            session.withLock { $0.bookmarkVersion = bookmarks.version() }
            report(.problem(error))
        }
    }

    @discardableResult
    func take(_ list: BookmarkList) -> [Bookmark] {
        session.withLock {
            $0.setBookmarks(list.bookmarks)
            $0.bookmarkVersion = list.version
        }
        return list.bookmarks
    }
}

extension Bookmark {
    package init(_ reading: Reading, saved: Timestamp, note: String = "", quote: KeptQuote? = nil) {
        let article = reading.article
        self.init(
            id: article.id, title: article.title, source: article.source, link: article.link,
            countries: reading.countries.filter(\.isAbout).map(\.country.code), saved: saved, note: note, quote: quote)
    }
}
