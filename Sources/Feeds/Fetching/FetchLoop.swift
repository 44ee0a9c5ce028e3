import CCurl
import Glibc
import News

/// The fetcher's thread: starts what may start, lets libcurl work, ends what is done or late, and sleeps until something
/// moves.
final class FetchLoop {
    // A class, because it changes as it goes and lives on one thread alone.
    private let inbox: FetchInbox
    private let settings: FetchSettings
    /// Freed at the end of `run`, when nobody can wake it any more.
    private let multi: UnsafeMutableRawPointer
    private var line: HostLine<Fetching>
    private var running: [Fetching] = []
    /// Handles that rest; to make one anew costs more than to fetch a feed that has not changed. Freed as `multi` is.
    private var handles: [UnsafeMutableRawPointer] = []
    private let clock = SuspendingClock()

    /// - Returns: nil without memory for it. libcurl has to be open.
    init?(_ inbox: FetchInbox, _ settings: FetchSettings) {
        guard let multi = ccurl_multi_init() else { return nil }
        self.inbox = inbox
        self.settings = settings
        self.multi = multi
        line = HostLine(limit: settings.atOnce, perHost: settings.perHost)
    }

    /// Returns when there is nothing left to do; connections are closed then.
    func run() {
        inbox.attend(FetchInbox.Sleeper(multi))
        repeat {
            takeOrders()
            startAll()
            ccurl_multi_perform(multi)
            let before = running.count
            finishAll()
            endLate()
            // Whoever has made room lets others start before we sleep.
            if running.count == before, !running.isEmpty { ccurl_multi_poll(multi, Int32(clamping: patience)) }
        } while !line.isEmpty || !inbox.leave()
        for handle in handles { ccurl_easy_cleanup(handle) }
        ccurl_multi_cleanup(multi)
    }

    /// Milliseconds until the first of those who run is late.
    private var patience: Int {
        let now = clock.now
        return running.map { max($0.left(at: now), .zero).milliseconds }.min() ?? 0
    }

    private func takeOrders() {
        let (jobs, cancelled) = inbox.take()
        for job in jobs {
            let fetching = Fetching(job)
            line.add(fetching, host: fetching.route.parts.host)
        }
        guard !cancelled.isEmpty else { return }
        for fetching in line.remove(where: { cancelled.contains($0) }) { fetching.job.report(.cancelled) }
        for fetching in running where cancelled.contains(fetching) {
            hangUp(fetching)
            fetching.job.report(.cancelled)
        }
    }

    private func startAll() {
        while let (fetching, host) = line.next() {
            do {
                try start(fetching)
                running.append(fetching)
            } catch {
                line.finished(host: host)
                fetching.job.report(.failed(fetching.failure(error)))
            }
        }
    }

    private func start(_ fetching: Fetching) throws(FetchReason) {
        guard fetching.route.parts.request != nil else { throw .badAddress }
        guard let easy = handles.popLast() ?? ccurl_easy_init() else { throw .other }
        let transfer = Transfer(fetching.job.request, fetching.route, settings, on: easy)
        // A proxy looks names up itself: we can judge the name alone.
        let isForbidden = transfer.isProxied && fetching.route.isPublic && fetching.route.address.isPrivate
        guard !isForbidden, ccurl_multi_add(multi, easy) else {
            transfer.end()
            handles.append(easy)
            throw isForbidden ? .redirectIntoPrivate(fetching.route.address.host) : .other
        }
        fetching.transfer = transfer
    }

    private func finishAll() {
        var code = CURLE_OK
        while let easy = ccurl_multi_ended(multi, &code) {
            guard let transfer = Transfer.from(ccurl_owner(easy)),
                let fetching = running.first(where: { $0.transfer === transfer })
            else { continue }
            finish(fetching, transfer, code)
        }
    }

    private func finish(_ fetching: Fetching, _ transfer: Transfer, _ code: CURLcode) {
        let answer = Answer(transfer, fetching.route, code)
        hangUp(fetching)
        do {
            if let redirect = answer.redirect {
                try fetching.route.follow(
                    redirect.location, status: answer.head.status, limit: fetching.limits.redirects,
                    isPublicServer: answer.isPublicServer)
                line.add(fetching, host: fetching.route.parts.host, isFirst: true)
            } else {
                fetching.job.report(try answer.outcome(of: fetching))
            }
        } catch {
            fetching.job.report(.failed(fetching.failure(error, answer)))
        }
    }

    private func endLate() {
        let now = clock.now
        for fetching in running where fetching.left(at: now) <= .zero {
            let reason = fetching.lateness(at: now)
            let answer = fetching.transfer.map { Answer($0, fetching.route, CURLE_OK) }
            hangUp(fetching)
            fetching.job.report(.failed(fetching.failure(reason, answer)))
        }
    }

    /// Takes a fetch off its connection, and gives its place to others.
    private func hangUp(_ fetching: Fetching) {
        guard let transfer = fetching.transfer else { return }
        ccurl_multi_remove(multi, transfer.easy)
        fetching.spent += transfer.begun.duration(to: clock.now)
        fetching.transfer = nil
        transfer.end()
        handles.append(transfer.easy)
        running.removeAll { $0 === fetching }
        line.finished(host: fetching.route.parts.host)
    }
}
