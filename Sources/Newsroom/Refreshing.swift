import Feeds
import Glibc
package import News
import Storage
import Synchronization

/// What came of asking a feed for news.
package struct FeedResult: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        case new(stories: Int, edited: Int)
        case unchanged
        case failed(Problem)
        /// Not asked, as its server wants it: until when, or for good where it said that the feed is gone.
        case leftAlone(until: Timestamp?)
        case cancelled
    }

    /// The subscription's.
    package let id: String
    /// As lists show it.
    package let name: String
    package let address: String
    package let outcome: Outcome
    /// What was wrong with a feed whose stories came all the same; nil when nothing was.
    package let note: String?
    package let duration: Duration

    /// Nil when it did not fail.
    package var failure: Problem? {
        if case .failed(let problem) = outcome { problem } else { nil }
    }
}

extension Newsroom {
    /// Fetches feeds, keeps what is new, and reports as it goes, from any thread: each feed's result, its stories, the
    /// progress in feeds, and at the end how all feeds do. Returns when all are done, or soon after `stop()` or
    /// `cancelRefresh()`. Extraction comes after: `extractWaiting`.
    /// - Parameters:
    ///   - feeds: their ids: they are asked whatever their servers said. Nil for all but those whose servers want to be
    ///     left alone, which are reported as such.
    ///   - onlyDue: only those whose turn it is.
    package func refresh(
        feeds wanted: Set<String>? = nil, onlyDue: Bool = false, _ report: @escaping @Sendable (LoadReport) -> Void
    ) {
        do {
            if let problem = openIndex() { report(.problem(problem)) }
            let feeds = try mendedSubscriptions(report).subscriptions.feeds.filter { wanted?.contains($0.id) ?? true }
            try enter(feeds)
            let records = Dictionary(try index.feeds().map { ($0.key, $0) }) { first, _ in first }
            let known = feeds.compactMap { feed in records[feed.id].map { FeedToFetch(feed: feed, record: $0) } }
            let willing = wanted == nil ? known.filter { !wantsToBeLeftAlone($0.record) } : known
            let asked = onlyDue ? willing.filter { isDue($0.record) } : willing
            if !onlyDue, wanted == nil {
                for feed in known where wantsToBeLeftAlone(feed.record) { report(.fetched(feed.leftAlone)) }
            }
            RefreshRun(self, asked, report).run(with: fetcher)
            if !asked.isEmpty { report(.feeds(try feedListing())) }
        } catch {
            report(.problem(error))
        }
    }

    /// Ends the fetching that is going on; what came already stays.
    package func cancelRefresh() { fetcher.close() }

    /// Stories that came, or came otherwise, become part of the session.
    fileprivate func tell(
        of changes: (new: [Int], edited: [Int]), _ report: (LoadReport) -> Void
    ) throws(Problem) {
        session.withLock { session in changes.new.forEach { session.insert($0) } }
        if !changes.edited.isEmpty { recent.forget(try index.names(of: changes.edited)) }
        try tell(of: changes.new + changes.edited, report)
    }

    private func isDue(_ record: FeedRecord) -> Bool {
        !record.isGone && record.notBefore.map { now() >= $0 } ?? true
    }

    private func wantsToBeLeftAlone(_ record: FeedRecord) -> Bool {
        record.isGone || record.retryAfter.map { now() < $0 } ?? false
    }
}

struct FeedToFetch: Sendable {
    let feed: Subscription
    let record: FeedRecord
}

/// One round of fetching. The fetcher's thread hands answers over at once; workers parse and keep them.
private final class RefreshRun: Sendable {
    // A class, because the fetcher's thread and the workers share it.
    private let newsroom: Newsroom
    private let feeds: [FeedToFetch]
    private let report: @Sendable (LoadReport) -> Void
    private let answers = AnswerQueue()
    private static let mostAtOnce = 5_000
    private let done = Atomic(0)
    /// Nothing can be kept: the disk is full, or another program holds the index.
    private let isBroken = Atomic(false)

    init(_ newsroom: Newsroom, _ feeds: [FeedToFetch], _ report: @escaping @Sendable (LoadReport) -> Void) {
        self.newsroom = newsroom
        self.feeds = feeds
        self.report = report
    }

    func run(with fetcher: Fetcher) {
        if feeds.isEmpty { return }
        report(.fetching(done: 0, total: feeds.count))
        let workers = (0..<min(availableCores, feeds.count)).map { _ in Worker(isPatient: true) { self.work() } }
        let asked = requests()
        fetcher.fetchAll(asked.map(\.request)) { index, outcome in self.answers.add(asked[index].place, outcome) }
        answers.end(workers: workers.count)
        for worker in workers { worker.join() }
        report(.fetching(done: feeds.count, total: feeds.count))
    }

    /// One for each feed whose password, if it needs one, can be had.
    private func requests() -> [(place: Int, request: FetchRequest)] {
        var requests: [(place: Int, request: FetchRequest)] = []
        for (place, entry) in feeds.enumerated() {
            do {
                requests.append((place, try entry.request()))
            } catch {
                fail(entry, error)
            }
        }
        return requests
    }

    private func work() {
        while let (place, outcome) = answers.next() {
            do throws(Problem) {
                if isBroken.load(ordering: .relaxed) {
                    finish(feeds[place], .cancelled, .zero)
                } else {
                    try take(outcome, of: feeds[place])
                }
            } catch {
                giveUp(feeds[place], error)
            }
        }
    }

    /// - Throws: when it cannot be kept.
    private func take(_ outcome: FetchOutcome, of entry: FeedToFetch) throws(Problem) {
        let schedule = FetchSchedule(interval: entry.feed.interval.map { $0 * 60 })
        let wait = schedule.wait(after: outcome, failures: entry.record.failures + 1)
        let notBefore = wait.map { Timestamp(seconds: newsroom.now().seconds + $0) }
        switch outcome {
        case .new(let fetched): try take(fetched, of: entry, notBefore)
        case .unchanged(let facts):
            try keep(
                entry, .unchanged, notBefore: notBefore, movedTo: facts.permanentAddress?.text, facts.duration)
            finish(entry, .unchanged, facts.duration, note: entry.move(by: facts))
        case .failed(let failure):
            let retryAfter = failure.retryAfter.map { Timestamp(seconds: newsroom.now().seconds + $0) }
            let record = FetchRecord.Outcome.failed(
                failure.problem, isGone: failure.isGone, retryAfter: retryAfter)
            try keep(entry, record, notBefore: notBefore, failure.duration)
            finish(entry, .failed(failure.problem), failure.duration)
        case .cancelled: finish(entry, .cancelled, .zero)
        }
    }

    private func take(_ fetched: Fetched, of entry: FeedToFetch, _ notBefore: Timestamp?) throws(Problem) {
        let facts = fetched.facts
        let feed: ParsedFeed
        do throws(Problem) {
            feed = try parsedFeed(fetched.bytes, contentType: facts.contentType, address: facts.address.text)
        } catch {
            try keep(entry, .failed(error, isGone: false), notBefore: notBefore, facts.duration)
            return finish(entry, .failed(error), facts.duration)
        }
        let changes = try keep(feed, fetched, entry, notBefore)
        if entry.feed.isFullText { try newsroom.fetchPages(changes.new, report) }
        try newsroom.tell(of: changes, report)
        finish(
            entry, .new(stories: changes.new.count, edited: changes.edited.count), facts.duration,
            note: feed.note ?? entry.move(by: facts))
    }

    private func keep(
        _ feed: ParsedFeed, _ fetched: Fetched, _ entry: FeedToFetch, _ notBefore: Timestamp?
    ) throws(Problem) -> (new: [Int], edited: [Int]) {
        let facts = fetched.facts
        // The rest of what broke off has to come the next time: nothing may say that it is here already.
        let validators =
            feed.endsEarly
            ? FeedRecord.Validators() : FeedRecord.Validators(etag: facts.etag, lastModified: facts.lastModified)
        let content = FetchRecord.Content(
            title: feed.title, site: feed.link, validators: validators, size: fetched.bytes.count, note: feed.note)
        let drafts = StoryDrafts(of: entry.feed, titled: feed.title, seen: newsroom.now())
        func keep(_ stories: some Sequence<StoryDraft>) throws(Problem) -> (new: [Int], edited: [Int]) {
            try self.keep(
                stories, entry, .new(content), notBefore: notBefore, movedTo: facts.permanentAddress?.text,
                facts.duration)
        }
        // Made before the index is written, which only one can do at a time; very many one by one, as memory is not to
        // hold them twice.
        let stories = feed.entries.lazy.map { drafts.draft($0) }
        return try feed.entries.count <= Self.mostAtOnce ? keep(Array(stories)) : keep(stories)
    }

    private func keep(
        _ entry: FeedToFetch, _ outcome: FetchRecord.Outcome, notBefore: Timestamp? = nil, movedTo: String? = nil,
        _ duration: Duration = .zero
    ) throws(Problem) {
        _ = try keep(EmptyCollection(), entry, outcome, notBefore: notBefore, movedTo: movedTo, duration)
    }

    private func keep(
        _ stories: some Sequence<StoryDraft>, _ entry: FeedToFetch, _ outcome: FetchRecord.Outcome,
        notBefore: Timestamp?, movedTo: String? = nil, _ duration: Duration
    ) throws(Problem) -> (new: [Int], edited: [Int]) {
        let fetch = FetchRecord(
            at: newsroom.now(), outcome: outcome, notBefore: notBefore, movedTo: movedTo,
            milliseconds: Int(duration / .milliseconds(1)))
        return try newsroom.index.keep(stories, fetch, feed: entry.record.number)
    }

    /// For one that cannot even be asked.
    private func fail(_ entry: FeedToFetch, _ problem: Problem) {
        do throws(Problem) {
            try keep(entry, .failed(problem, isGone: false))
            finish(entry, .failed(problem), .zero)
        } catch {
            giveUp(entry, error)
        }
    }

    /// What cannot be kept need not be fetched. Told once; as no server is told that we have its answer, all comes again
    /// the next time.
    private func giveUp(_ entry: FeedToFetch, _ problem: Problem) {
        if !isBroken.exchange(true, ordering: .relaxed) {
            newsroom.fetcher.cancelAll()
            report(.problem(problem))
        }
        finish(entry, .cancelled, .zero)
    }

    private func finish(
        _ entry: FeedToFetch, _ outcome: FeedResult.Outcome, _ duration: Duration, note: String? = nil
    ) {
        report(.fetched(entry.result(outcome, note: note, duration)))
        report(.fetching(done: done.add(1, ordering: .relaxed).newValue, total: feeds.count))
    }
}

extension FeedToFetch {
    fileprivate var leftAlone: FeedResult {
        result(.leftAlone(until: record.isGone ? nil : record.retryAfter), note: nil, .zero)
    }

    /// Told once: where its server sends for good those who ask here. The list is the user's own, and is not changed unasked.
    fileprivate func move(by facts: AnswerFacts) -> String? {
        guard let address = facts.permanentAddress?.text, address != record.movedTo else { return nil }
        return "It has moved for good to \(FeedAddress.withoutSignIn(address)). "
            + "“dateline feeds set FEED --address ADDRESS” takes that over, with its stories."
    }

    fileprivate func result(_ outcome: FeedResult.Outcome, note: String?, _ duration: Duration) -> FeedResult {
        FeedResult(
            id: feed.id, name: feed.shownName(titled: record.title), address: feed.address.shown, outcome: outcome,
            note: note, duration: duration)
    }

    fileprivate func request() throws(Problem) -> FetchRequest {
        try feed.request(etag: record.validators.etag, lastModified: record.validators.lastModified)
    }
}

extension Subscription {
    /// What a server is asked for it, with the password, if it needs one.
    func request(etag: String? = nil, lastModified: String? = nil) throws(Problem) -> FetchRequest {
        guard let address = WebAddress(address.text) else {
            throw Problem("“\(address.shown)” is no address that can be fetched.")
        }
        var credentials: Credentials?
        if let signIn {
            switch signIn.password {
            case .command(let command): credentials = try Credentials(user: signIn.user, from: .command(command))
            case .file(let path): credentials = try Credentials(user: signIn.user, from: .file(path))
            }
        }
        return FetchRequest(address, etag: etag, lastModified: lastModified, credentials: credentials)
    }
}

/// Answers on their way from the fetcher's thread to the workers.
private final class AnswerQueue: Sendable {
    // A class, because they share it.

    /// Nil sends a worker home.
    private let waiting = Mutex<[(place: Int, outcome: FetchOutcome)?]>([])
    /// How many wait, and how many feeds' bytes may still be taken in. A semaphore is made to be used by several threads
    /// at once; they live as long as the queue.
    private nonisolated(unsafe) let count = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    private nonisolated(unsafe) let room = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    /// A feed may be 10 MB, and the workers have one each besides.
    private static let mostWaiting: UInt32 = 2

    init() {
        sem_init(count, 0, 0)
        sem_init(room, 0, Self.mostWaiting)
    }

    deinit {
        for semaphore in [count, room] {
            sem_destroy(semaphore)
            semaphore.deallocate()
        }
    }

    /// Waits while others that came with bytes wait: then the servers wait, too, for the time that it takes to parse a feed.
    func add(_ place: Int, _ outcome: FetchOutcome) {
        if case .new = outcome { while sem_wait(room) != 0 {} }
        put((place, outcome))
    }

    /// No more will come.
    func end(workers: Int) { for _ in 0..<workers { put(nil) } }

    /// Waits for the next; nil when there will be none.
    func next() -> (place: Int, outcome: FetchOutcome)? {
        while sem_wait(count) != 0 {}
        let answer = waiting.withLock { $0.removeFirst() }
        if case .new? = answer?.outcome { sem_post(room) }
        return answer
    }

    private func put(_ answer: (place: Int, outcome: FetchOutcome)?) {
        waiting.withLock { $0.append(answer) }
        sem_post(count)
    }
}
