import Glibc
import News
import Newsroom
import Reader
import Settings
import Synchronization

/// A library read to its end for a command. What fails is told on standard error, and so is the progress when that is
/// a terminal.
final class OpenedLibrary: Sendable {
    // A class, because the tasks that read report to it.
    let newsroom: Newsroom
    private let log: MessageLog?
    private let failureCount = Atomic(0)
    private let lastShown = Mutex(ContinuousClock.now)
    private let showsProgress = isatty(STDERR_FILENO) != 0

    init(_ paths: StoryPaths, _ options: CommonOptions, bookmarksToo: Bool = false) throws {
        newsroom = Newsroom(dataFolder: options.knownDataFolder)
        log = try options.messageLog
        var missing = 0
        let chosen = try paths.sources(for: newsroom, folders: options.configuration().settings.folders) {
            missing += 1
            complain($0)
        }
        failureCount.store(missing, ordering: .relaxed)
        if chosen.isEmpty, !bookmarksToo {
            throw Misuse(
                "There are no stories here.",
                remedy: "Name article files or folders, or subscribe to feeds with dateline feeds add.")
        }
        newsroom.load(chosen, bookmarksToo: bookmarksToo) { self.take($0) }
    }

    /// - Throws: the outcome of a command that has done all it could, when some of the input failed.
    func finish() throws {
        if failureCount.load(ordering: .relaxed) > 0 { throw Outcome.inputFailed }
    }

    private func take(_ report: LoadReport) {
        log?.write(Message(report))
        switch report {
        case .problem(let problem):
            failureCount.add(1, ordering: .relaxed)
            complain(problem)
        case .progress(let done, let total): show(done, total)
        case .stories, .table, .removed, .fetched, .fetching, .feeds, .bookmarks, .mended: break
        }
    }

    private func show(_ done: Int, _ total: Int) {
        guard showsProgress else { return }
        lastShown.withLock { last in
            if done == total {
                tell("\r\u{1B}[K")
            } else if ContinuousClock.now - last > .milliseconds(300) {
                last = .now
                tell("\rReading \(done) of \(total)")
            }
        }
    }
}
