import CMemory
import Glibc
import News
import Newsroom
import Reader
import Synchronization

/// What a round of fetching came to, told as it goes.
final class RefreshRound: Sendable {
    // A class, because the threads that fetch and read report to it.
    private struct Tally {
        var summary = RefreshSummary()
        /// Each is told once, however many threads met it.
        var problems: Set<Problem> = []
        var doing = "Fetching"
        var shown = ContinuousClock.now
    }

    private let tally = Mutex(Tally())
    private let log: MessageLog?
    private let showsProgress = isatty(STDERR_FILENO) != 0

    init(_ log: MessageLog?) { self.log = log }

    /// Fetches, and reads what is new; the sum of it goes to standard output.
    /// - Parameter feeds: their ids; nil for all.
    /// - Throws: the outcome when something failed.
    func run(_ newsroom: Newsroom, feeds: Set<String>?, onlyDue: Bool = false) throws {
        // What could not be kept is not fetched.
        try newsroom.checkIndex()
        memory_keep_large_apart()
        newsroom.refresh(feeds: feeds, onlyDue: onlyDue) { self.take($0) }
        tally.withLock { $0.doing = "Reading" }
        newsroom.extractWaiting { self.take($0) }
        endProgress()
        let (summary, hasProblems) = tally.withLock { ($0.summary, !$0.problems.isEmpty) }
        let words = summary.isEmpty ? (onlyDue ? "No feed is due." : "No feed was fetched.") : summary.words
        try put(words + "\n")
        if summary.failed > 0 || hasProblems { throw Outcome.inputFailed }
    }

    private func take(_ report: LoadReport) {
        log?.write(Message(report))
        switch report {
        case .fetched(let result): take(result)
        case .problem(let problem):
            if tally.withLock({ $0.problems.insert(problem).inserted }) { complainAside(problem) }
        case .fetching(let done, let total), .progress(let done, let total): show(done, total)
        case .stories, .table, .removed, .bookmarks, .feeds, .mended: break
        }
    }

    private func endProgress() { if showsProgress { tell("\r\u{1B}[K") } }

    private func take(_ result: FeedResult) {
        tally.withLock { $0.summary.add(result.outcome) }
        switch result.outcome {
        case .failed(let problem):
            complainAside(
                Problem("\(result.name): \(problem.summary)", remedy: problem.remedy, detail: problem.detail))
        case .leftAlone(let until):
            let wish =
                until.map { "Its server asked to be left alone until \($0.localMinute)." } ?? "It is gone for good."
            complainAside(Problem("\(result.name): \(wish)", remedy: "Name it to have it asked all the same."))
        case .new, .unchanged, .cancelled:
            if let note = result.note { complainAside(Problem("\(result.name): \(note)")) }
        }
    }

    /// On a line of its own, whatever the progress has written there.
    private func complainAside(_ problem: Problem) {
        endProgress()
        complain(problem)
    }

    private func show(_ done: Int, _ total: Int) {
        guard showsProgress else { return }
        let words: String? = tally.withLock { tally in
            guard ContinuousClock.now - tally.shown > .milliseconds(100) else { return nil }
            tally.shown = .now
            return tally.doing
        }
        if let words { tell("\r\u{1B}[K\(words) \(done) of \(total)") }
    }
}
