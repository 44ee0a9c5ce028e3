import Extraction
import Feeds
import Glibc
package import News
import Storage
import Synchronization

/// What is told while stories are read.
package enum LoadReport: Sendable {
    /// New ones, or changed ones of the same id.
    case stories([Headline])
    /// The same for very many at once.
    case table(HeadlineTable)
    /// The ids of stories that are there no longer.
    case removed([String])
    /// What the user is subscribed to.
    case feeds(FeedListing)
    /// Feeds that answered or failed, of those that are fetched; equal when all is done.
    case fetching(done: Int, total: Int)
    /// Files done, of those found; equal when all is read.
    case progress(done: Int, total: Int)
    case bookmarks([Bookmark])
    /// What came of asking a feed for news.
    case fetched(FeedResult)
    case problem(Problem)
    /// What was told as a problem of files or lists and is none any more.
    case mended([Problem])
}

extension Newsroom {
    /// Looks only whether something is there, so that a mistyped path is told before anything is drawn.
    package static func check(_ paths: [String]) throws(Problem) {
        for path in paths {
            var status = stat()
            if stat(path, &status) == 0 { continue }
            let cause = errno
            // What the system has as other bytes came to us with this sign in their place.
            let isOdd = path.contains("\u{FFFD}")
            throw Problem(
                "There is no file or folder “\(path)”.",
                remedy: isOdd
                    ? "A name that is not UTF-8 cannot be given; name the folder it is in." : "Check the path.",
                detail: String(cString: strerror(cause)))
        }
    }

    /// Opens the stories of these sources, with the user's bookmarks and read marks, and reports as it goes, from any
    /// thread. What the index knows already comes at once; the rest is read on all cores. Returns when all is read, or
    /// soon after `stop()`.
    /// - Parameter feed: reads only the files of the feed of this id; nil for all.
    /// - Parameter bookmarksToo: whether bookmarked stories that are in none of them become stories as well, in
    ///   `Feed.kept`; where paths were named, only those that are nowhere any more.
    package func load(
        _ sources: LibrarySources, feed: String? = nil, bookmarksToo: Bool = true,
        report: @escaping @Sendable (LoadReport) -> Void
    ) {
        if let problem = openIndex() { report(.problem(problem)) }
        session.withLock { $0.isOfNamedPaths = $0.isOfNamedPaths || sources.isNamed }
        loadMarks(report)
        if sources.hasSubscriptions, feed == nil { openSubscriptions(report) }
        readingTurn.withLock { _ in
            do throws(Problem) {
                let found = try findings(at: sources.paths)
                tell(of: found.problems, at: sources.paths, report)
                try load(found.files.filter { feed == nil || $0.feed.id == feed }, report)
                if bookmarksToo { try loadMissing(report) }
            } catch {
                report(.problem(error))
            }
        }
        if sources.hasSubscriptions { extractWaiting(report) }
    }

    /// Makes a file a story of the library.
    func enter(_ file: FoundFile) throws(Problem) {
        let failure = Mutex<Problem?>(nil)
        try load([file]) { report in
            if case .problem(let problem) = report { failure.withLock { $0 = problem } }
        }
        if let problem = failure.withLock({ $0 }) { throw problem }
    }

    private func loadMarks(_ report: (LoadReport) -> Void) {
        guard let data else { return }
        do {
            try repeatReadMarks()
        } catch {
            report(.problem(error))
        }
        do {
            let list = try data.bookmarks.list()
            take(list)
            for problem in list.problems { report(.problem(problem)) }
            report(.bookmarks(list.bookmarks))
        } catch {
            report(.problem(error))
        }
    }

    private func load(_ found: [FoundFile], _ report: @escaping @Sendable (LoadReport) -> Void) throws(Problem) {
        let sorted = try sortOut(found)
        if !sorted.gone.isEmpty { try remove(sorted.gone.map { ($0.number, $0.name) }, report) }
        recent.forget(sorted.changed.map(\.file.id))
        let done = found.count - sorted.changed.count
        report(.progress(done: 0, total: found.count))
        try tell(of: sorted.unchanged, report)
        let queue = FileQueue(sorted.changed, done: done, total: found.count)
        try readAll(queue, report)
        for problem in settle(queue.failures, of: found, report) { report(.problem(problem)) }
        report(.progress(done: found.count, total: found.count))
    }

    /// Reads anew what has changed in the folders since they were read last, and reports that alone.
    func loadChanges(at paths: [String], _ report: @escaping @Sendable (LoadReport) -> Void) throws(Problem) {
        let found = findingsLeft(at: paths)
        let before = session.withLock { $0 }
        let sorted = try sortOut(found.files)
        let places = Set(found.files.map(\.absolutePath))
        let gone = before.files.filter { _, known in
            let path = known.file.absolutePath
            return !places.contains(path) && access(path, F_OK) != 0
        }
        if !gone.isEmpty { try remove(gone.map { ($0.key, $0.value.file.id) }, report) }
        recent.forget(sorted.changed.map(\.file.id))
        try tell(of: sorted.unchanged.filter { !before.members.contains($0) }, report)
        let isLong = sorted.changed.count > 20
        let queue = FileQueue(sorted.changed, done: 0, total: sorted.changed.count)
        try readAll(queue) { told in
            switch told {
            case .progress where !isLong: break
            case .progress, .stories, .table, .removed, .bookmarks, .feeds, .fetching, .fetched, .problem, .mended:
                report(told)
            }
        }
        for problem in settle(queue.failures, of: found.files, report) { report(.problem(problem)) }
        tell(of: found.problems, at: paths, report)
        if !gone.isEmpty { try loadMissing(report) }
    }

    /// Which files have to be read: those that the index does not know, or knows otherwise. A file keeps the id that it
    /// was given first, from whichever folder above it is opened: bookmarks and read marks go by it.
    private func sortOut(_ found: [FoundFile]) throws(Problem) -> SortedFiles {
        var sorted = SortedFiles()
        var folders: [String: FolderFiles] = [:]
        var unknown: [FileToRead] = []
        for (place, file) in found.enumerated() {
            let path = file.absolutePath
            let folder = folder(of: path)
            if folders[folder] == nil {
                let number = try index.number(ofFeed: folder, isWeb: false)
                session.withLock { $0.name(file.feed, number) }
                folders[folder] = FolderFiles(feed: number, known: try index.files(ofFeed: number))
            }
            let story = FileStory(path: path, size: file.size, modified: file.modified)
            let known = folders[folder]?.known.removeValue(forKey: path)
            let toRead = FileToRead(
                file: known.map { file.named($0.name) } ?? file, story: story, feed: folders[folder]?.feed ?? 0,
                place: place)
            if let known, known.holds(for: story) {
                session.withLock { $0.insert(known.number, toRead.file, place: place) }
                sorted.unchanged.append(known.number)
            } else if known != nil {
                sorted.changed.append(toRead)
            } else {
                unknown.append(toRead)
            }
        }
        sorted.changed += try named(unknown)
        // A file that was named alone says nothing of its neighbours.
        sorted.gone = folders.values.flatMap { $0.known.filter { access($0.key, F_OK) != 0 }.map(\.value) }
        return sorted
    }

    /// New files, each by an id that no other has that is there: folders of one name have files of one name.
    private func named(_ files: [FileToRead]) throws(Problem) -> [FileToRead] {
        let taken = try index.filePaths(named: files.map(\.file.id))
        var given = Set(files.map(\.file.id))
        return try files.map { entry throws(Problem) in
            func isFree(_ paths: [String]?) -> Bool {
                !(paths ?? []).contains { $0 != entry.story.path && access($0, F_OK) == 0 }
            }
            if isFree(taken[entry.file.id]) { return entry }
            let components = entry.story.path.split(separator: "/")
            var count = entry.file.id.split(separator: "/").count
            // No other file has its whole path.
            var id = entry.story.path
            while count + 1 < components.count, id == entry.story.path {
                count += 1
                let candidate = components.suffix(count).joined(separator: "/")
                guard !given.contains(candidate) else { continue }
                if isFree(try index.filePaths(named: [candidate])[candidate]) { id = candidate }
            }
            given.insert(id)
            return FileToRead(file: entry.file.named(id), story: entry.story, feed: entry.feed, place: entry.place)
        }
    }

    private func remove(_ gone: [(number: Int, name: String)], _ report: (LoadReport) -> Void) throws(Problem) {
        try index.remove(gone.map(\.number))
        session.withLock { $0.remove(gone.map(\.number)) }
        recent.forget(gone.map(\.name))
        report(.removed(gone.map(\.name)))
    }

    private func tell(of problems: [Problem], at paths: [String], _ report: (LoadReport) -> Void) {
        let changes = toldProblems.withLock { $0.set(problems, ofFolders: paths) }
        tellMended(changes, report)
        for problem in changes.new { report(.problem(problem)) }
    }

    /// Notes which files could not be read, and tells which can be now.
    /// - Returns: what is to be told of the others.
    private func settle(
        _ failures: [String: Problem], of found: [FoundFile], _ report: (LoadReport) -> Void
    ) -> [Problem] {
        let changes = toldProblems.withLock { told in
            let read = Set(found.map(\.absolutePath))
            return told.set(failures) { read.contains($0) || access($0, F_OK) != 0 }
        }
        tellMended(changes, report)
        return changes.new
    }

    /// Reports stories that the index has: the first screen's at once.
    func tell(of numbers: [Int], _ report: (LoadReport) -> Void) throws(Problem) {
        var rest = numbers[...]
        var size = 100
        while !rest.isEmpty, !isStopped.load(ordering: .relaxed) {
            let rows = try index.stories(Array(rest.prefix(size)))
            report(.stories(session.withLock { session in rows.compactMap { session.headline($0) } }))
            rest = rest.dropFirst(size)
            size = 2_000
        }
    }

    private func readAll(_ queue: FileQueue, _ report: @escaping @Sendable (LoadReport) -> Void) throws(Problem) {
        let workers = (0..<min(availableCores, queue.waiting)).map { _ in Worker { self.work(on: queue, report) } }
        for worker in workers { worker.join() }
    }

    /// One of several workers. What it read is kept and reported in batches: at once at first, so that the list fills
    /// while the eye gets there, then seldom, so that the screen is not painted for every story.
    private func work(on queue: FileQueue, _ report: @Sendable (LoadReport) -> Void) {
        var batch: [(file: FileToRead, story: ReadStory)] = []
        var done = 0
        var reported = ContinuousClock.now
        func flush() {
            keep(batch, report)
            report(.progress(done: queue.finish(done), total: queue.total))
            batch.removeAll(keepingCapacity: true)
            done = 0
            reported = .now
        }
        while !isStopped.load(ordering: .relaxed), let (place, file) = queue.next() {
            do {
                let reading = read(try loaded(file.file))
                batch.append((file, ReadStory(.file(file.story, feed: file.feed), reading)))
                // Those that somebody will look at first.
                if place < 16 { recent.add(reading) }
            } catch {
                queue.fail(file.file.absolutePath, error)
            }
            done += 1
            if place < 16 || ContinuousClock.now - reported > .milliseconds(50) { flush() }
        }
        if done > 0 { flush() }
    }

    private func keep(_ batch: [(file: FileToRead, story: ReadStory)], _ report: (LoadReport) -> Void) {
        if batch.isEmpty { return }
        do {
            let numbers = try index.keep(batch.map(\.story), seen: now(), folded: { foldedWords($0) })
            session.withLock { session in
                for (number, entry) in zip(numbers, batch) {
                    if let number { session.insert(number, entry.file.file, place: entry.file.place) }
                }
            }
            try tell(of: numbers.compactMap { $0 }, report)
        } catch {
            report(.problem(error))
        }
    }
}

/// The files of one folder that the index knows and no walk has met yet.
private struct FolderFiles {
    let feed: Int
    var known: [String: IndexedFile]
}

private struct SortedFiles {
    /// The numbers of the stories.
    var unchanged: [Int] = []
    var changed: [FileToRead] = []
    var gone: [IndexedFile] = []
}

private struct FileToRead {
    let file: FoundFile
    let story: FileStory
    /// The number of its feed.
    let feed: Int
    /// Among all files found.
    let place: Int
}

/// The files still to read, handed out one by one, in order.
private final class FileQueue: Sendable {
    // A class, because all workers share it.
    private let files: [FileToRead]
    private let nextIndex = Atomic(0)
    private let finished: Atomic<Int>
    private let failed = Mutex<[String: Problem]>([:])
    let total: Int

    /// - Parameter done: of the total, those that need not be read.
    init(_ files: [FileToRead], done: Int, total: Int) {
        self.files = files
        finished = Atomic(done)
        self.total = total
    }

    var waiting: Int { files.count }

    /// By the paths of the files.
    var failures: [String: Problem] { failed.withLock { $0 } }

    func fail(_ path: String, _ problem: Problem) { failed.withLock { $0[path] = problem } }

    func next() -> (place: Int, file: FileToRead)? {
        let index = nextIndex.add(1, ordering: .relaxed).oldValue
        return index < files.count ? (index, files[index]) : nil
    }

    /// - Returns: how many are finished now.
    func finish(_ count: Int) -> Int { finished.add(count, ordering: .relaxed).newValue }
}

private func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
}

/// Cores that this process may use.
package var availableCores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

extension Timestamp {
    /// The moment of the call.
    package static var now: Timestamp { Timestamp(seconds: time(nil)) }
}
