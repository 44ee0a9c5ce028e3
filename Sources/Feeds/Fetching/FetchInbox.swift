import CCurl
import Synchronization

/// Something to fetch, and who wants to know what came of it.
struct FetchJob: Sendable {
    let ticket: FetchTicket
    let request: FetchRequest
    let report: @Sendable (FetchOutcome) -> Void
}

/// What nobody wants any more.
struct Cancelled: Sendable {
    fileprivate(set) var tickets: Set<FetchTicket> = []
    fileprivate(set) var last = 0

    var isEmpty: Bool { tickets.isEmpty && last == 0 }

    func contains(_ fetching: Fetching) -> Bool {
        fetching.job.ticket.number <= last || tickets.contains(fetching.job.ticket)
    }
}

/// What others ask of the fetcher's thread. It takes everything at once and sleeps in between.
final class FetchInbox: Sendable {
    // A class, because threads share it.
    private struct Contents {
        var jobs: [FetchJob] = []
        var cancelled = Cancelled()
        /// Somebody looks in from time to time.
        var isAttended = false
        /// To be woken up; nil while nobody sleeps there.
        var sleeper: Sleeper?
    }

    /// Where the fetcher's thread sleeps: a pointer that libcurl lets any thread use for waking it up, and that is used
    /// for nothing else; under the lock, under which `leave` forgets it before it is freed.
    struct Sleeper: @unchecked Sendable {
        fileprivate let multi: UnsafeMutableRawPointer

        init(_ multi: UnsafeMutableRawPointer) { self.multi = multi }

        fileprivate func wake() { ccurl_multi_wakeup(multi) }
    }

    private let contents = Mutex(Contents())

    /// - Returns: whether nobody attends: then somebody has to be sent.
    func add(_ jobs: [FetchJob]) -> Bool {
        contents.withLock { contents in
            contents.jobs += jobs
            contents.sleeper?.wake()
            defer { contents.isAttended = true }
            return !contents.isAttended
        }
    }

    func cancel(_ tickets: some Sequence<FetchTicket>) {
        contents.withLock { contents in
            // Nobody attends when there is nothing left that could be cancelled.
            guard contents.isAttended else { return }
            contents.cancelled.tickets.formUnion(tickets)
            contents.sleeper?.wake()
        }
    }

    /// All that was asked for until now.
    func cancel(through ticket: FetchTicket) {
        contents.withLock { contents in
            guard contents.isAttended else { return }
            contents.cancelled.last = ticket.number
            contents.sleeper?.wake()
        }
    }

    func take() -> (jobs: [FetchJob], cancelled: Cancelled) {
        contents.withLock { contents in
            defer { (contents.jobs, contents.cancelled) = ([], Cancelled()) }
            return (contents.jobs, contents.cancelled)
        }
    }

    func attend(_ sleeper: Sleeper) { contents.withLock { $0.sleeper = sleeper } }

    /// Nobody attends from now on, and nobody wakes the sleeper.
    /// - Returns: false when something has come meanwhile: then it is too early.
    func leave() -> Bool {
        contents.withLock { contents in
            guard contents.jobs.isEmpty else { return false }
            contents = Contents()
            return true
        }
    }
}
