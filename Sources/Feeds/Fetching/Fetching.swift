/// One fetch with all its redirects, from the queue to its outcome.
final class Fetching {
    // A class, because it goes from the queue to a transfer and back; on the fetcher's thread alone.
    let job: FetchJob
    var route: Route
    /// In transfers that are over.
    var spent = Duration.zero
    var transfer: Transfer?

    init(_ job: FetchJob) {
        self.job = job
        route = Route(job.request.address)
    }

    var limits: FetchLimits { job.request.limits }

    /// How long the transfer may still go on before it is too slow or too silent; not above 0 when it is.
    func left(at now: SuspendingClock.Instant) -> Duration {
        guard let transfer else { return .zero }
        return min(
            limits.total - spent - transfer.begun.duration(to: now),
            limits.idle - transfer.lastHeard.duration(to: now))
    }

    /// Why it has to end now that nothing is left.
    func lateness(at now: SuspendingClock.Instant) -> FetchReason {
        guard let transfer, transfer.lastHeard.duration(to: now) >= limits.idle else { return .slow(limits.total) }
        return transfer.head.byteCount == 0 ? .silent(limits.idle) : .stalled(limits.idle)
    }
}
