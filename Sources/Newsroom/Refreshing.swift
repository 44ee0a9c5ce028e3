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
                return isForced || isDue(feed, record) ? FeedToFetch(feed: feed, record: record) : nil
            }
            RefreshRun(self, due, report).run(with: fetcher)
        } catch {
            report(.problem(error))
        }
    }

    /// Ends the fetching that is going on; what came already stays.
    package func cancelRefresh() { fetcher.close() }

    /// Stories that came, or came otherwise, become part of the session.
    fileprivate func tellNew(_ numbers: [Int], _ report: (LoadReport) -> Void) throws(Problem) {
        session.withLock { session in numbers.forEach { session.insert($0) } }
        recent.forget(try index.stories(numbers).map(\.name))
        try tell(of: numbers, report)
    }

    private func isDue(_ feed: Subscription, _ record: FeedRecord) -> Bool {
        let now = now()
        if record.isGone { return false }
        if let notBefore = record.notBefore, now < notBefore { return false }
        guard let checked = record.checked else { return true }
        return now.seconds - checked.seconds >= (feed.interval ?? Self.usualInterval) * 60
    }

    /// Minutes between two looks at a feed whose subscription says nothing.
    private static let usualInterval = 60
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
        switch outcome {
        case .new(let fetched): take(fetched, of: entry)
        case .unchanged(let facts):
            keep([], entry, .unchanged, facts)
            finish(entry, .unchanged, facts.duration)
        case .failed(let failure):
            let wait = failure.retryAfter.map { Timestamp(seconds: newsroom.now().seconds + $0) }
            keep([], entry, .failed(failure.problem, isGone: failure.isGone), notBefore: wait, failure.duration)
            finish(entry, .failed(failure.problem), failure.duration)
        case .cancelled: finish(entry, .cancelled, .zero)
        }
    }

    private func take(_ fetched: Fetched, of entry: FeedToFetch) {
        let facts = fetched.facts
        do throws(Problem) {
            let feed = try parsedFeed(fetched.bytes, contentType: facts.contentType, address: facts.address.text)
            let content = FetchRecord.Content(
                title: feed.title, site: feed.link,
                validators: FeedRecord.Validators(etag: facts.etag, lastModified: facts.lastModified),
                size: fetched.bytes.count)
            let drafts = StoryDrafts(of: entry.feed, titled: feed.title, seen: newsroom.now())
            let stories = feed.entries.map { drafts.draft($0) }
            let changes = keep(stories, entry, .new(content), facts)
            if entry.feed.isFullText { try newsroom.fetchPages(changes.new, report) }
            try newsroom.tellNew(changes.new + changes.edited, report)
            finish(entry, .new(stories: changes.new.count, edited: changes.edited.count), facts.duration)
        } catch {
            keep([], entry, .failed(error, isGone: false), facts)
            finish(entry, .failed(error), facts.duration)
        }
    }

    @discardableResult
    private func keep(
        _ stories: [StoryDraft], _ entry: FeedToFetch, _ outcome: FetchRecord.Outcome, _ facts: AnswerFacts
    ) -> (new: [Int], edited: [Int]) {
        let fresh = facts.freshFor.map { Timestamp(seconds: newsroom.now().seconds + $0) }
        return keep(
            stories, entry, outcome, notBefore: fresh, movedTo: facts.permanentAddress?.text, facts.duration)
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
    /// How many wait. A semaphore is made to be used by several threads at once; it lives as long as the queue.
    private nonisolated(unsafe) let count = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init() { sem_init(count, 0, 0) }

    deinit {
        sem_destroy(count)
        count.deallocate()
    }

    func add(_ place: Int, _ outcome: FetchOutcome) { put((place, outcome)) }

    /// No more will come.
    func end(workers: Int) { for _ in 0..<workers { put(nil) } }

    /// Waits for the next; nil when there will be none.
    func next() -> (place: Int, outcome: FetchOutcome)? {
        while sem_wait(count) != 0 {}
        return waiting.withLock { $0.removeFirst() }
    }

    private func put(_ answer: (place: Int, outcome: FetchOutcome)?) {
        waiting.withLock { $0.append(answer) }
        sem_post(count)
    }
}
