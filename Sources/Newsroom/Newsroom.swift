import Extraction
import Feeds
import Glibc
package import News
import Storage
import Synchronization

/// The model's one door: opens feeds and folders, reads their stories in the background, and answers for them.
///
///     paths, feeds ─► Feeds finds and parses ─► Extraction reads ─► the index: headlines, words, names, quotes
///                                               Storage ─► bookmarks, kept stories, read marks
///
/// A class, because one index is filled by background threads while others ask it. Nothing here knows that there is a
/// screen. Functions that read or write a file or the index say so: call them off the main thread.
package final class Newsroom: Sendable {
    /// Nil where there is none: then nothing is marked, and nothing can be.
    let data: DataFolder?
    let now: @Sendable () -> Timestamp
    /// Held for moments, never while a file is read or written.
    let session = Mutex(Session())
    let isStopped = Atomic(false)
    let recent = RecentReadings()
    /// While it is true, one thread sees to it that every story that waits is read.
    let isExtracting = Atomic(false)
    let fetcher: Fetcher
    /// Files are read by one thread's order at a time: who comes later finds what the earlier one has read.
    let readingTurn = Mutex(())
    let toldProblems = Mutex(ToldProblems())
    /// The watch over the folders, while there is one.
    let watching = Mutex<FolderWatch?>(nil)
    let watchingOthers = Mutex<DataFolderWatch?>(nil)
    private let openedIndex = Mutex<StoryIndex?>(nil)

    /// - Parameter dataFolder: of the user's own files and of the index; it need not be there yet. Nil is none: stories
    ///   can be read, nothing can be kept.
    /// - Parameter environment: the process's, for proxies and certificates.
    package init(
        dataFolder: String?, environment: [String: String] = [:],
        now: @escaping @Sendable () -> Timestamp = { .now }
    ) {
        data = dataFolder.map { DataFolder(path: $0) }
        fetcher = Fetcher(FetchSettings(environment: environment))
        self.now = now
    }

    var bookmarks: Bookmarks {
        get throws(Problem) { try dataFolder.bookmarks }
    }

    var readMarks: ReadMarks {
        get throws(Problem) { try dataFolder.readMarks }
    }

    var dataFolder: DataFolder {
        get throws(Problem) {
            if let data { return data }
            throw Problem("There is no folder to keep bookmarks and read marks in.", remedy: "Name one with --data.")
        }
    }

    /// The index, opened when it is asked for first.
    var index: StoryIndex {
        get throws(Problem) {
            try openedIndex.withLock { (opened: inout sending StoryIndex?) throws(Problem) -> StoryIndex in
                if let opened { return opened }
                let index = try StoryIndex(file: data?.indexFile)
                opened = index
                return index
            }
        }
    }

    /// Whether what is fetched can be kept.
    /// - Throws: when not, why.
    package func checkIndex() throws(Problem) { _ = try index }

    /// Opens the index; where it cannot be written, in memory, with what its file has.
    /// - Returns: what is to be told of it.
    func openIndex() -> Problem? {
        do {
            let problem = try index.openingProblem
            try index.expect(extraction: extractionNumber)
            return problem
        } catch {
            do {
                let (index, remedy) = try passingIndex()
                openedIndex.withLock { $0 = index }
                return Problem(
                    error.summary, remedy: [error.remedy, remedy].filter { !$0.isEmpty }.joined(separator: " "),
                    detail: error.detail)
            } catch {
                return error
            }
        }
    }

    /// The index for a command that only reads; nil when there is none. One that cannot be written is read into memory.
    func indexToRead() throws(Problem) -> StoryIndex? {
        guard let file = data?.indexFile, access(file, F_OK) == 0 else { return nil }
        do {
            return try index
        } catch {
            let copy = try StoryIndex(copyOf: file)
            openedIndex.withLock { $0 = copy }
            return copy
        }
    }

    /// An index for this run alone, and what that means.
    private func passingIndex() throws(Problem) -> (StoryIndex, String) {
        if let file = data?.indexFile, access(file, R_OK) == 0 {
            do {
                let copy = try StoryIndex(copyOf: file)
                try copy.expect(extraction: extractionNumber)
                return (copy, "Its stories are shown; new ones are not kept.")
            } catch {
                // Nothing can be had of it: what that means is said below.
            }
        }
        return (try StoryIndex(file: nil), "Stories are read without it.")
    }

    /// Where the user's own files are when nobody says otherwise; nil without a home.
    package static func usualDataFolder(environment: [String: String]) -> String? {
        DataFolder.usual(environment: environment)?.path
    }

    /// All headlines of this session: files in the order they were found, then what was fetched, newest first, then what
    /// only a bookmark keeps. Reads the index.
    package func headlines() throws(Problem) -> [Headline] {
        var files: [(place: Int, headline: Headline)] = []
        var fetched: [Headline] = []
        var kept: [Headline] = []
        let session = session.withLock { $0 }
        try index.forEachStory { row in
            guard let headline = session.headline(row) else { return }
            if let place = session.files[row.number]?.place {
                files.append((place, headline))
            } else if row.feed == session.keptFeed {
                kept.append(headline)
            } else {
                fetched.append(headline)
            }
        }
        return files.sorted { $0.place < $1.place }.map(\.headline) + fetched + kept
    }

    /// The beginning of a moment that somebody named, as `since:` has it.
    package func start(of moment: QueryMoment) -> Timestamp? { moment.start(now: now(), ahead: secondsAhead) }

    /// Seconds that the local time is ahead of UTC.
    var secondsAhead: Int {
        var moment = now().seconds
        var local = tm()
        localtime_r(&moment, &local)
        return local.tm_gmtoff
    }

    /// Ends whatever is being loaded; the reader is left.
    package func stop() {
        isStopped.store(true, ordering: .sequentiallyConsistent)
        watching.withLock { $0?.end() }
        watchingOthers.withLock { $0?.end() }
    }

    /// Ends everything, before the program does: libcurl's libraries must not be taken down under a thread that uses them.
    package func close() {
        stop()
        fetcher.close()
        openedIndex.withLock { index in
            index?.close()
            index = nil
        }
    }
}
