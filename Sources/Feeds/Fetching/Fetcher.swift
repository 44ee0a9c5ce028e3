import CCurl
import Glibc
import News
import Synchronization

/// One fetch among those that were asked for.
package struct FetchTicket: Hashable, Sendable {
    /// Later ones have larger numbers.
    let number: Int
}

/// Fetches addresses over HTTP, several at once, politely: at most so many in all and per host, the hosts in turn, so
/// that one slow server never holds up another.
///
///     requests ─► FetchInbox ─► HostLine ─► Transfer (libcurl) ─► Answer ─► outcome
///                                  ▲                                │
///                                  └──────────── Route ◄────────────┘ a redirect: another transfer
///
/// Its thread begins with the first request, sleeps while servers think, and ends when nothing is left, and with it
/// every connection: a fetcher at rest costs nothing. libcurl is opened when something is fetched for the first time.
package final class Fetcher: Sendable {
    // A class, because whoever asks shares one queue.
    private let settings: FetchSettings
    private let inbox = FetchInbox()
    private let count = Atomic(0)
    /// The last one that was sent; it waits for the one before it.
    private let worker = Mutex<Worker?>(nil)

    package init(_ settings: FetchSettings) { self.settings = settings }

    deinit { worker.withLock { $0?.detach() } }

    /// Starts to fetch, and returns at once.
    /// - Parameter report: called exactly once for each request, with its place among them, on the fetcher's own thread,
    ///   which waits meanwhile: it should be quick.
    @discardableResult
    package func fetch(
        _ requests: [FetchRequest], report: @escaping @Sendable (_ place: Int, FetchOutcome) -> Void
    ) -> [FetchTicket] {
        let jobs = requests.enumerated().map { place, request in
            let number = count.wrappingAdd(1, ordering: .relaxed).newValue
            return FetchJob(ticket: FetchTicket(number: number), request: request) { report(place, $0) }
        }
        if !jobs.isEmpty, inbox.add(jobs) { sendWorker() }
        return jobs.map(\.ticket)
    }

    /// Fetches, and returns when all have been reported.
    package func fetchAll(
        _ requests: [FetchRequest], report: @escaping @Sendable (_ place: Int, FetchOutcome) -> Void
    ) {
        let done = Countdown(requests.count)
        fetch(requests) { place, outcome in
            report(place, outcome)
            done.countDown()
        }
        done.wait()
    }

    /// Ends them soon: each is reported as cancelled, unless it was done already.
    package func cancel(_ tickets: some Sequence<FetchTicket>) { inbox.cancel(tickets) }

    /// Ends all that is asked for so far, soon. From any thread, also from within a report.
    package func cancelAll() { inbox.cancel(through: FetchTicket(number: count.load(ordering: .relaxed))) }

    /// Ends all that is asked for so far, and returns when its thread is over. The program must not end before:
    /// libcurl's own libraries would be taken down under a thread that uses them. Not from within a report.
    package func close() {
        cancelAll()
        let last = worker.withLock { worker in
            defer { worker = nil }
            return worker
        }
        last?.join()
    }

    private func sendWorker() {
        worker.withLock { worker in
            let former = worker
            worker = Worker { [inbox, settings] in
                former?.join()
                attend(inbox, settings)
            }
        }
    }
}

private func attend(_ inbox: FetchInbox, _ settings: FetchSettings) {
    // TLS writes to sockets as to files: a server that hangs up would end the program.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let fault = ccurl_open().map { String(cString: $0) }
    if fault == nil, let loop = FetchLoop(inbox, settings) { return loop.run() }
    repeat {
        for job in inbox.take().jobs { job.report(.failed(Fetching(job).failure(.noLibrary, detail: fault ?? ""))) }
    } while !inbox.leave()
}
