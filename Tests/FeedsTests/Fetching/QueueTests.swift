import Glibc
import News
import Synchronization
import ServerKit
import Testing

@testable import Feeds

/// Who is fetched when: counted, never timed.
@Suite struct QueueTests {
    /// How many are answered at once, and at most were.
    private final class Gauge: Sendable {
        private let counts = Mutex((now: 0, most: 0))
        private let met = Countdown(1)
        private let meeting: Int

        /// - Parameter meeting: so many wait for each other; the others pass.
        init(meeting: Int) { self.meeting = meeting }

        var most: Int { counts.withLock { $0.most } }

        func enter() {
            let now = counts.withLock { counts in
                counts.now += 1
                counts.most = max(counts.most, counts.now)
                return counts.now
            }
            if now == meeting { met.countDown() }
            met.wait()
            met.countDown()
        }

        func leave() { counts.withLock { $0.now -= 1 } }
    }

    @Test func atMostTwoOfOneHostAtOnce() throws {
        let gauge = Gauge(meeting: 2)
        let server = try LoopbackServer { exchange in
            gauge.enter()
            gauge.leave()
            exchange.answer(body: "<rss/>")
        }
        let requests = try (0..<12).map { FetchRequest(try server.address("/\($0)")) }
        var settings = FetchSettings()
        settings.atOnce = 12
        #expect(outcomes(of: requests, by: Fetcher(settings)).count { $0.fetched != nil } == 12)
        #expect(gauge.most == 2)
    }

    @Test func atMostSixAtOnce() throws {
        let gauge = Gauge(meeting: 6)
        let servers = try (1...10).map { number in
            try LoopbackServer(host: "127.0.0.\(number)") { exchange in
                gauge.enter()
                gauge.leave()
                exchange.answer(body: "<rss/>")
            }
        }
        let requests = try (0..<20).map { FetchRequest(try servers[$0 % 10].address("/\($0)")) }
        #expect(outcomes(of: requests).count { $0.fetched != nil } == 20)
        #expect(gauge.most == 6)
    }

    @Test func slowServerHoldsNobodyUpAndIsCancelled() throws {
        let slow = try LoopbackServer { $0.waitForHangUp() }
        let quick = try LoopbackServer(host: "127.0.0.2") { $0.answer(body: "<rss/>") }
        let fetcher = Fetcher(FetchSettings())
        let cancelled = Mutex(0)
        let slowDone = Countdown(5)
        let tickets = fetcher.fetch(try (0..<5).map { FetchRequest(try slow.address("/\($0)")) }) { _, outcome in
            cancelled.withLock { $0 += outcome.isCancelled ? 1 : 0 }
            slowDone.countDown()
        }
        let done = Mutex(0)
        fetcher.fetchAll(try (0..<10).map { FetchRequest(try quick.address("/\($0)")) }) { _, outcome in
            done.withLock { $0 += outcome.fetched == nil ? 0 : 1 }
        }
        #expect(done.withLock { $0 } == 10)
        #expect(cancelled.withLock { $0 } == 0)
        fetcher.cancel(tickets)
        slowDone.wait()
        #expect(cancelled.withLock { $0 } == 5)
        fetcher.close()
    }

    @Test func closingEndsEverything() throws {
        let slow = try LoopbackServer { $0.waitForHangUp() }
        let fetcher = Fetcher(FetchSettings())
        let cancelled = Mutex(0)
        fetcher.fetch(try (0..<9).map { FetchRequest(try slow.address("/\($0)")) }) { _, outcome in
            cancelled.withLock { $0 += outcome.isCancelled ? 1 : 0 }
        }
        fetcher.close()
        #expect(cancelled.withLock { $0 } == 9)
        let quick = try LoopbackServer { $0.answer(body: "<rss/>") }
        #expect(outcome(of: FetchRequest(try quick.address("/")), by: fetcher).text == "<rss/>")
    }

    @Test func hostsTakeTurns() {
        var line = HostLine<Int>(limit: 3, perHost: 2)
        for (element, host) in [(1, "a"), (2, "a"), (3, "a"), (4, "b"), (5, "c")] { line.add(element, host: host) }
        #expect([line.next(), line.next(), line.next(), line.next()].map { $0?.element } == [1, 4, 5, nil])
        line.finished(host: "b")
        #expect(line.next()?.element == 2)
        line.finished(host: "c")
        #expect(line.next() == nil)
        line.add(6, host: "a", isFirst: true)
        line.finished(host: "a")
        #expect(line.remove { $0 == 3 } == [3])
        #expect(line.next()?.element == 6)
        #expect(line.next() == nil)
        line.finished(host: "a")
        line.finished(host: "a")
        #expect(line.isEmpty)
    }
}
