import News
import ServerKit
import Testing

@testable import Feeds

/// Servers that break off, lie and dawdle: each gives a reason, in time.
@Suite struct BadAnswerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let answer: String
        let reason: FetchReason
        var waits = false

        var testDescription: String { name }
    }

    static let quick = Duration.milliseconds(300)

    static let cases = [
        Case(name: "closes at once", answer: "", reason: .noAnswer),
        Case(name: "no HTTP", answer: "SSH-2.0-server\r\n\r\n", reason: .notHTTP),
        Case(name: "a body alone", answer: "<rss></rss>", reason: .notHTTP),
        Case(name: "too short", answer: "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<rss/>", reason: .cutShort),
        Case(
            name: "negative length", answer: "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n<rss/>", reason: .brokenOff),
        Case(
            name: "bad chunk", answer: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n0\r\n\r\n",
            reason: .brokenOff),
        Case(
            name: "last chunk missing", answer: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
            reason: .cutShort),
        Case(
            name: "says gzip, is plain", answer: "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n<rss/>",
            reason: .cannotUnpack),
        Case(
            name: "endless head", answer: "HTTP/1.1 200 OK\r\n" + String(repeating: "X-Pad: a\r\n", count: 40_000),
            reason: .endlessHead),
        Case(
            name: "endless answers before the answer",
            answer: String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: 20_000), reason: .endlessHead),
        Case(name: "empty", answer: "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", reason: .empty),
        Case(name: "no content", answer: "HTTP/1.1 204 No Content\r\n\r\n", reason: .empty),
        Case(name: "nothing new, unasked", answer: "HTTP/1.1 304 Not Modified\r\n\r\n", reason: .nothingNewUnasked),
        Case(
            name: "missing, its page cut short", answer: "HTTP/1.1 404 No\r\nContent-Length: 99\r\n\r\nsorry",
            reason: .notFound),
        Case(name: "silent", answer: "", reason: .silent(quick), waits: true),
        Case(name: "stops in the head", answer: "HTTP/1.1 200 OK\r\nX-", reason: .stalled(quick), waits: true),
        Case(
            name: "stops in the body", answer: "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n<rss>",
            reason: .stalled(quick), waits: true),
    ]

    @Test(arguments: cases) func badAnswerHasItsReason(_ expected: Case) throws {
        let server = try LoopbackServer { exchange in
            exchange.send(expected.answer)
            if expected.waits { exchange.waitForHangUp() }
        }
        var limits = FetchLimits()
        if expected.waits { limits.idle = Self.quick }
        let failure = try #require(outcome(of: FetchRequest(try server.address("/"), limits: limits)).failure)
        #expect(failure.reason == expected.reason)
        #expect(failure.problem.summary.hasSuffix("."))
        #expect(!failure.problem.remedy.isEmpty)
    }

    @Test func dripIsEndedByTheTotalDeadline() throws {
        let server = try LoopbackServer { exchange in
            exchange.send("HTTP/1.1 200 OK\r\n\r\n")
            // A word now and then keeps it from being silent: the client hangs up in the end.
            while exchange.drip("<", every: .milliseconds(20)) {}
        }
        var limits = FetchLimits()
        limits.total = .milliseconds(300)
        let failure = outcome(of: FetchRequest(try server.address("/"), limits: limits)).failure
        #expect(failure?.reason == .slow(.milliseconds(300)))
        #expect(failure?.status == 200)
        #expect(failure?.problem.summary == "The server of 127.0.0.1 did not finish within 300 milliseconds.")
    }

    @Test(arguments: [
        ("401 Unauthorized", FetchReason.needsPassword), ("403 Forbidden", .forbidden), ("404 Not Found", .notFound),
        ("410 Gone", .gone), ("429 Too Many Requests", .tooOften), ("500 Oops", .serverFault(500)),
        ("503 Busy", .overloaded), ("999 Odd", .otherStatus(999)),
    ])
    func noIsTold(status: String, reason: FetchReason) throws {
        let server = try LoopbackServer { $0.answer(status, ["Retry-After: 120"], body: "<h1>No</h1>") }
        let failure = try #require(outcome(of: FetchRequest(try server.address("/"))).failure)
        #expect(failure.reason == reason)
        #expect(failure.isGone == (reason == .gone))
        #expect(failure.retryAfter == (reason == .tooOften || reason == .overloaded ? 120 : nil))
        #expect(failure.status == Int(status.prefix(3)))
    }

    @Test func wrongPasswordIsTold() throws {
        let server = try LoopbackServer { $0.answer("401 Unauthorized", ["WWW-Authenticate: Basic realm=\"a\""]) }
        let request = FetchRequest(try server.address("/"), credentials: Credentials(user: "ana", password: "old"))
        #expect(outcome(of: request).failure?.reason == .wrongPassword)
    }

    @Test func controlsOfServersAreNotShown() throws {
        let server = try LoopbackServer {
            $0.answer("302 \u{1B}]0;x\u{7}", ["Location: http://[::bad/\u{1B}]0;x\u{7}"])
        }
        let problem = try #require(outcome(of: FetchRequest(try server.address("/"))).failure).problem
        let all = problem.summary + problem.remedy + problem.detail
        #expect(all.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
    }
}
