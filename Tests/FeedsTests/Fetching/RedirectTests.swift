import News
import ServerKit
import Testing

@testable import Feeds

@Suite struct RedirectTests {
    /// A server that passes everything on: "/301/x" by that status to "/x".
    private func chainServer() throws -> LoopbackServer {
        try LoopbackServer { exchange in
            let parts = exchange.path.split(separator: "/")
            guard let status = parts.first, parts.count > 1 else { return exchange.answer(body: exchange.path) }
            exchange.answer(
                "\(status) Moved", ["Location: /\(parts.dropFirst().joined(separator: "/"))"], body: "moved")
        }
    }

    @Test(arguments: [
        ("/301/308/feed", true), ("/301/302/feed", false), ("/307/301/feed", false), ("/303/feed", false),
    ])
    func permanentAddressNeedsEveryRedirectForGood(path: String, isPermanent: Bool) throws {
        let server = try chainServer()
        let facts = outcome(of: FetchRequest(try server.address(path))).fetched?.facts
        #expect(facts?.address == (try server.address("/feed")))
        #expect(facts?.permanentAddress == (isPermanent ? try server.address("/feed") : nil))
    }

    @Test func fiveRedirectsAreFollowedAndNotSix() throws {
        let server = try chainServer()
        #expect(outcome(of: FetchRequest(try server.address("/302/302/302/302/302/feed"))).text == "/feed")
        let failure = outcome(of: FetchRequest(try server.address("/302/302/302/302/302/302/feed"))).failure
        #expect(failure?.reason == .tooManyRedirects(5))
    }

    @Test func goneBehindAPassingRedirectIsNotGoneForGood() throws {
        let server = try LoopbackServer { exchange in
            switch exchange.path {
            case "/now": exchange.answer("302 Found", ["Location: /gone"])
            case "/moved": exchange.answer("301 Moved", ["Location: /gone"])
            default: exchange.answer("410 Gone")
            }
        }
        let now = outcome(of: FetchRequest(try server.address("/now"))).failure
        let moved = outcome(of: FetchRequest(try server.address("/moved"))).failure
        #expect(now?.reason == .gone && now?.isGone == false)
        #expect(moved?.isGone == true)
    }

    @Test func endlessPageOfARedirectIsNotReadOut() throws {
        let server = try LoopbackServer { exchange in
            guard exchange.path == "/" else { return exchange.answer(body: "<rss/>") }
            exchange.send("HTTP/1.1 302 Found\r\nLocation: /feed\r\n\r\n")
            while exchange.drip(String(repeating: "x", count: 100_000), every: .zero) {}
        }
        #expect(outcome(of: FetchRequest(try server.address("/"))).text == "<rss/>")
    }

    @Test(arguments: [
        ("file:///etc/passwd", FetchReason.redirectOffTheWeb), ("ftp://127.0.0.1/x", .redirectOffTheWeb),
        ("javascript:alert(1)", .redirectOffTheWeb), ("http://", .redirectNowhere), ("", .redirectNowhere),
        ("http://host:99999/", .redirectNowhere), ("http://[::bad/", .redirectNowhere),
    ])
    func otherTargetsAreNotFollowed(target: String, reason: FetchReason) throws {
        let server = try LoopbackServer { $0.answer("301 Moved", ["Location: \(target)"]) }
        #expect(outcome(of: FetchRequest(try server.address("/"))).failure?.reason == reason)
    }

    // 127.0.0.2 plays the public network.
    private var settings: FetchSettings {
        var settings = FetchSettings()
        settings.countedAsPublic = Set([NetworkAddress("127.0.0.2")].compactMap { $0 })
        return settings
    }

    @Test func publicServerLeadsNobodyIntoThePrivateNetwork() throws {
        let inner = try LoopbackServer { $0.answer(body: "secret") }
        let target = try inner.address("/").text
        let server = try LoopbackServer(host: "127.0.0.2") { $0.answer("302 Found", ["Location: \(target)"]) }
        let failure = outcome(of: FetchRequest(try server.address("/")), by: Fetcher(settings)).failure
        #expect(failure?.reason == .redirectIntoPrivate("127.0.0.1"))
        // Also not where a fetch that may has left a connection open.
        let requests = [FetchRequest(try inner.address("/")), FetchRequest(try server.address("/"))]
        var slow = settings
        slow.atOnce = 1
        let both = outcomes(of: requests, by: Fetcher(slow))
        #expect(both.first?.text == "secret")
        #expect(both.last?.failure?.reason == .redirectIntoPrivate("127.0.0.1"))
    }

    @Test func privateServerMayLeadAnywhereUntilItIsLeft() throws {
        let inner = try LoopbackServer { $0.answer(body: "secret") }
        let back = try inner.address("/").text
        let outer = try LoopbackServer(host: "127.0.0.2") { exchange in
            if exchange.path == "/back" {
                exchange.answer("302 Found", ["Location: \(back)"])
            } else {
                exchange.answer(body: "open")
            }
        }
        let port = outer.port
        let server = try LoopbackServer(host: "127.0.0.3") { exchange in
            switch exchange.path {
            case "/in": exchange.answer("302 Found", ["Location: \(back)"])
            default: exchange.answer("302 Found", ["Location: http://127.0.0.2:\(port)\(exchange.path)"])
            }
        }
        func fetched(_ path: String) throws -> FetchOutcome {
            outcome(of: FetchRequest(try server.address(path)), by: Fetcher(settings))
        }
        #expect(try fetched("/in").text == "secret")
        #expect(try fetched("/out").text == "open")
        #expect(try fetched("/back").failure?.reason == .redirectIntoPrivate("127.0.0.1"))
    }

    @Test func proxyIsAskedAndNamesBehindItAreJudged() throws {
        let proxy = try LoopbackServer { exchange in
            switch exchange.path {
            case "http://news.example/feed": exchange.answer(body: "<rss/>")
            case "http://news.example/in": exchange.answer("302 Found", ["Location: http://localhost/x"])
            case "http://news.example/out": exchange.answer("302 Found", ["Location: http://other.example/feed"])
            case "http://other.example/feed": exchange.answer(body: "other")
            default: exchange.answer("502 Bad Gateway")
            }
        }
        let settings = FetchSettings(environment: ["http_proxy": "http://127.0.0.1:\(proxy.port)"])
        func fetched(_ path: String) throws -> FetchOutcome {
            let address = try #require(WebAddress("http://news.example\(path)"))
            return outcome(of: FetchRequest(address), by: Fetcher(settings))
        }
        #expect(try fetched("/feed").text == "<rss/>")
        #expect(try fetched("/out").text == "other")
        #expect(try fetched("/in").failure?.reason == .redirectIntoPrivate("localhost"))
    }
}
