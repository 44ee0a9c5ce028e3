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
        case cancelled
    }

    /// The subscription's.
    package let id: String
    /// As lists show it.
    package let name: String
    package let address: String
    package let outcome: Outcome
    package let duration: Duration

    /// Nil when it did not fail.
    package var failure: Problem? {
        if case .failed(let problem) = outcome { problem } else { nil }
    }
}

extension Newsroom {
    /// Fetches feeds, keeps what is new, and reports as it goes, from any thread: each feed's result, its stories, the
    /// progress in feeds. Returns when all are done, or soon after `stop()` or `cancelRefresh()`. Extraction comes after:
    /// `extractWaiting`.
    /// - Parameters:
    ///   - feeds: their ids; nil for all.
    ///   - isForced: also those that were asked a moment ago, or that asked to be left alone.
    package func refresh(
        feeds wanted: Set<String>? = nil, isForced: Bool = true, _ report: @escaping @Sendable (LoadReport) -> Void
    ) {
        do {
            if let problem = openIndex() { report(.problem(problem)) }
            let feeds = try subscriptions().subscriptions.feeds.filter { wanted?.contains($0.id) ?? true }
            try enter(feeds)
            let records = Dictionary(try index.feeds().map { ($0.key, $0) }) { first, _ in first }
            let due = feeds.compactMap { feed -> FeedToFetch? in
                guard let record = records[feed.id] else { return nil }
                return isForced || isDue(record) ? FeedToFetch(feed: feed, record: record) : nil
            }
            RefreshRun(self, due, report).run(with: fetcher)
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
        if !changes.edited.isEmpty { recent.forget(try index.stories(changes.edited).map(\.name)) }
        try tell(of: changes.new + changes.edited, report)
    }

    private func isDue(_ record: FeedRecord) -> Bool {
        !record.isGone && record.notBefore.map { now() >= $0 } ?? true
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
    private let done = Atomic(0)

    init(_ newsroom: Newsroom, _ feeds: [FeedToFetch], _ report: @escaping @Sendable (LoadReport) -> Void) {
        self.newsroom = newsroom
        self.feeds = feeds
        self.report = report
    }

    func run(with fetcher: Fetcher) {
        if feeds.isEmpty { return }
        report(.progress(done: 0, total: feeds.count))
        let workers = (0..<min(availableCores, feeds.count)).map { _ in Worker { self.work() } }
        let asked = requests()
        fetcher.fetchAll(asked.map(\.request)) { index, outcome in self.answers.add(asked[index].place, outcome) }
        answers.end(workers: workers.count)
        for worker in workers { worker.join() }
        report(.progress(done: feeds.count, total: feeds.count))
    }

    /// One for each feed whose password, if it needs one, can be had.
    private func requests() -> [(place: Int, request: FetchRequest)] {
        var requests: [(place: Int, request: FetchRequest)] = []
        for (place, entry) in feeds.enumerated() {
            do {
                requests.append((place, try entry.request()))
            } catch {
                keep([], entry, .failed(error, isGone: false))
                finish(entry, .failed(error), .zero)
            }
        }
        return requests
    }

    private func work() {
        while let (place, outcome) = answers.next() { take(outcome, of: feeds[place]) }
    }

    private func take(_ outcome: FetchOutcome, of entry: FeedToFetch) {
        let schedule = FetchSchedule(interval: entry.feed.interval.map { $0 * 60 })
        let wait = schedule.wait(after: outcome, failures: entry.record.failures + 1)
        let notBefore = wait.map { Timestamp(seconds: newsroom.now().seconds + $0) }
        switch outcome {
        case .new(let fetched): take(fetched, of: entry, notBefore)
        case .unchanged(let facts):
            keep([], entry, .unchanged, notBefore: notBefore, facts.duration)
            finish(entry, .unchanged, facts.duration)
        case .failed(let failure):
            keep([], entry, .failed(failure.problem, isGone: failure.isGone), notBefore: notBefore, failure.duration)
            finish(entry, .failed(failure.problem), failure.duration)
        case .cancelled: finish(entry, .cancelled, .zero)
        }
    }

    private func take(_ fetched: Fetched, of entry: FeedToFetch, _ notBefore: Timestamp?) {
        let facts = fetched.facts
        do throws(Problem) {
            let feed = try parsedFeed(fetched.bytes, contentType: facts.contentType, address: facts.address.text)
            let content = FetchRecord.Content(
                title: feed.title, site: feed.link,
                validators: FeedRecord.Validators(etag: facts.etag, lastModified: facts.lastModified),
                size: fetched.bytes.count)
            let drafts = StoryDrafts(of: entry.feed, titled: feed.title, seen: newsroom.now())
            let stories = feed.entries.map { drafts.draft($0) }
            let changes = keep(
                stories, entry, .new(content), notBefore: notBefore, movedTo: facts.permanentAddress?.text,
                facts.duration)
            if entry.feed.isFullText { try newsroom.fetchPages(changes.new, report) }
            try newsroom.tell(of: changes, report)
            finish(entry, .new(stories: changes.new.count, edited: changes.edited.count), facts.duration)
        } catch {
            keep([], entry, .failed(error, isGone: false), notBefore: notBefore, facts.duration)
            finish(entry, .failed(error), facts.duration)
        }
    }

    @discardableResult
    private func keep(
        _ stories: [StoryDraft], _ entry: FeedToFetch, _ outcome: FetchRecord.Outcome, notBefore: Timestamp? = nil,
        movedTo: String? = nil, _ duration: Duration = .zero
    ) -> (new: [Int], edited: [Int]) {
        let fetch = FetchRecord(
            at: newsroom.now(), outcome: outcome, notBefore: notBefore, movedTo: movedTo,
            milliseconds: Int(duration / .milliseconds(1)))
        do {
            return try newsroom.index.keep(stories, fetch, feed: entry.record.number)
        } catch {
            report(.problem(error))
            return ([], [])
        }
    }

    private func finish(_ entry: FeedToFetch, _ outcome: FeedResult.Outcome, _ duration: Duration) {
        report(
            .fetched(
                FeedResult(
                    id: entry.feed.id, name: entry.feed.shownName, address: entry.feed.address.shown, outcome: outcome,
                    duration: duration)))
        report(.progress(done: done.add(1, ordering: .relaxed).newValue, total: feeds.count))
    }
}

extension FeedToFetch {
    fileprivate func request() throws(Problem) -> FetchRequest {
        guard let address = WebAddress(feed.address.text) else {
            throw Problem("“\(feed.address.shown)” is no address that can be fetched.")
        }
        var credentials: Credentials?
        if let signIn = feed.signIn {
            switch signIn.password {
            case .command(let command): credentials = try Credentials(user: signIn.user, from: .command(command))
            case .file(let path): credentials = try Credentials(user: signIn.user, from: .file(path))
            }
        }
        return FetchRequest(
            address, etag: record.validators.etag, lastModified: record.validators.lastModified,
            credentials: credentials)
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

    /// A feed may be 10 MB: more than a few are not kept waiting.
    private static let mostWaiting: UInt32 = 4

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
