import Extraction
import News
import Storage
import Synchronization

// Stories that were fetched wait in the index until extraction has read them.

extension Newsroom {
    /// Reads all stories that wait, the newest first, on all cores, and reports as it goes, from any thread. Returns when
    /// none waits any more, or soon after `stop()`; at once when it is going on already.
    package func extractWaiting(_ report: @escaping @Sendable (LoadReport) -> Void) {
        guard isExtracting.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing).exchanged
        else { return }
        defer { isExtracting.store(false, ordering: .releasing) }
        do {
            let total = try index.countWaiting()
            if total == 0 { return }
            let queue = WaitingStories(try index, total: total)
            let workers = (0..<min(availableCores, total)).map { _ in
                Worker(isPatient: true) { self.extract(queue, report) }
            }
            for worker in workers { worker.join() }
            if !isStopped.load(ordering: .relaxed) { try index.settle() }
            report(.progress(done: total, total: total))
        } catch {
            report(.problem(error))
        }
    }

    /// One of several workers.
    private func extract(_ queue: WaitingStories, _ report: @Sendable (LoadReport) -> Void) {
        do throws(Problem) {
            while !isStopped.load(ordering: .relaxed) {
                let sources = try queue.next()
                if sources.isEmpty { return }
                var stories: [ReadStory] = []
                for source in sources where !isStopped.load(ordering: .relaxed) {
                    do throws(Problem) {
                        let reading = read(try article(source))
                        stories.append(ReadStory(.indexed(source.number, version: source.version), reading))
                    } catch {
                        report(.problem(error))
                    }
                }
                let numbers = try index.keep(stories, seen: now(), folded: { foldedWords($0) })
                try tell(of: numbers.compactMap { $0 }, report)
                report(
                    .progress(done: queue.finish(sources.count, read: numbers.compactMap { $0 }), total: queue.total))
            }
        } catch {
            report(.problem(error))
        }
    }
}

/// The stories that wait, handed out in small lots, the newest first.
private final class WaitingStories: Sendable {
    // A class, because all workers share it.
    private static let lot = 100

    private struct State {
        /// With a worker, or impossible to read: not to be handed out again.
        var taken: Set<Int> = []
        var finished = 0
    }

    private let index: StoryIndex
    private let state = Mutex(State())
    let total: Int

    init(_ index: StoryIndex, total: Int) {
        self.index = index
        self.total = total
    }

    /// None when no more wait.
    func next() throws(Problem) -> [StorySource] {
        try state.withLock { (state: inout sending State) throws(Problem) -> [StorySource] in
            let sources = try index.waiting(limit: Self.lot, without: state.taken)
            state.taken.formUnion(sources.map(\.number))
            return sources
        }
    }

    /// - Returns: how many are finished now.
    func finish(_ count: Int, read numbers: [Int]) -> Int {
        state.withLock { state in
            state.finished += count
            state.taken.subtract(numbers)
            return min(state.finished, total)
        }
    }
}
