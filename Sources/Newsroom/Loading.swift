import Extraction
import Feeds
import Glibc
package import News
import Storage
import Synchronization

/// What is told while stories are read.
package enum LoadReport: Sendable {
    case stories([Headline])
    /// Files done, of those found; equal when all is read.
    case progress(done: Int, total: Int)
    case bookmarks([Bookmark])
    case problem(Problem)
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

    /// Reads bookmarks, read marks and every story below these paths, on all cores, and reports as it goes, from any
    /// thread. Returns when all is read, or soon after `stop()`.
    /// - Parameter feed: reads only the files of the feed of this id; nil for all.
    /// - Parameter bookmarksToo: whether bookmarked stories that are not below these paths become stories as well, in
    ///   `Feed.kept`.
    package func load(
        _ paths: [String], feed: String? = nil, bookmarksToo: Bool = true,
        report: @escaping @Sendable (LoadReport) -> Void
    ) {
        loadMarks(report)
        let found: Findings
        do {
            found = try findings(at: paths)
        } catch {
            report(.problem(error))
            return
        }
        for problem in found.problems { report(.problem(problem)) }
        let files = found.files.filter { feed == nil || $0.feed.id == feed }
        report(.progress(done: 0, total: files.count))
        readAll(files, report)
        if bookmarksToo { loadMissing(report) }
        report(.progress(done: files.count, total: files.count))
    }

    /// Ends whatever is being loaded; the reader is left.
    package func stop() { isStopped.store(true, ordering: .relaxed) }

    private func loadMarks(_ report: (LoadReport) -> Void) {
        guard let data else { return }
        do {
            let ids = try data.readMarks.readIDs()
            library.withLock { $0.setRead(true, ids) }
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

    private func readAll(_ files: [FoundFile], _ report: @escaping @Sendable (LoadReport) -> Void) {
        let queue = FileQueue(files)
        let workers = (0..<min(availableCores, files.count)).map { _ in Worker { self.work(on: queue, report) } }
        for worker in workers { worker.join() }
    }

    /// One of several workers. What it read is reported in batches: at once at first, so that the list fills while the eye
    /// gets there, then seldom, so that the screen is not painted for every story.
    private func work(on queue: FileQueue, _ report: @Sendable (LoadReport) -> Void) {
        var batch: [Library.Story] = []
        var done = 0
        var reported = ContinuousClock.now
        func flush() {
            let headlines = library.withLock { $0.insert(batch) }
            if !headlines.isEmpty { report(.stories(headlines)) }
            report(.progress(done: queue.finish(done), total: queue.total))
            batch.removeAll(keepingCapacity: true)
            done = 0
            reported = .now
        }
        while !isStopped.load(ordering: .relaxed), let (place, file) = queue.next() {
            do {
                let reading = read(try loaded(file))
                batch.append(Library.Story(reading, in: file.feed, place: place))
            } catch {
                report(.problem(error))
            }
            done += 1
            if place < 16 || ContinuousClock.now - reported > .milliseconds(50) { flush() }
        }
        if done > 0 { flush() }
    }

    /// Bookmarked stories whose files are gone become stories, from what was kept of them.
    func loadMissing(_ report: (LoadReport) -> Void) {
        let missing = library.withLock { $0.missing }
        if missing.isEmpty { return }
        let firstPlace = 1 << 40
        var stories: [Library.Story] = []
        for (index, bookmark) in missing.enumerated() {
            do {
                if let kept = try bookmarks.kept.story(bookmark.id) {
                    stories.append(Library.Story(read(kept), in: .kept, place: firstPlace + index))
                    continue
                }
            } catch {
                report(.problem(error))
            }
            stories.append(Library.Story(bookmark, in: .kept, place: firstPlace + index))
        }
        report(.stories(library.withLock { $0.insert(stories) }))
    }
}

/// The files still to read, handed out one by one, in order.
private final class FileQueue: Sendable {
    // A class, because all workers share it.
    private let files: [FoundFile]
    private let nextIndex = Atomic(0)
    private let finished = Atomic(0)

    init(_ files: [FoundFile]) { self.files = files }

    var total: Int { files.count }

    func next() -> (place: Int, file: FoundFile)? {
        let index = nextIndex.add(1, ordering: .relaxed).oldValue
        return index < files.count ? (index, files[index]) : nil
    }

    /// - Returns: how many are finished now.
    func finish(_ count: Int) -> Int { finished.add(count, ordering: .relaxed).newValue }
}

/// Cores that this process may use.
package var availableCores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

extension Timestamp {
    /// The moment of the call.
    package static var now: Timestamp { Timestamp(seconds: time(nil)) }
}
