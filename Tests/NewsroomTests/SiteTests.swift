import FolderKit
import News
import ServerKit
import Testing

@testable import Newsroom

/// What is found at an address that somebody types.
@Suite struct SiteTests {
    private static let feed =
        "<rss><channel><title>The Gull</title><link>https://gull.example/</link><item/></channel></rss>"

    private func answer(_ path: String) throws -> SiteAnswer { try asking(path) { try $0.answer(of: $1) } }

    private func asking<Answer>(_ path: String, _ ask: (Newsroom, Subscription) throws -> Answer) throws -> Answer {
        let server = try LoopbackServer { exchange in
            switch exchange.path {
            case "/feed": exchange.answer(body: Self.feed)
            case "/old": exchange.answer("301 Moved Permanently", ["Location: /feed"])
            case "/site":
                exchange.answer(
                    body: """
                        <!doctype html><head><link rel="alternate" type="application/rss+xml" href="/comments/feed"
                        title="The Gull: comments"><link rel="alternate" type="application/rss+xml" href="/feed"></head>
                        """)
            case "/page": exchange.answer(body: "<!doctype html><html><body>Hello")
            case "/fault": exchange.answer("503 Busy")
            default: exchange.answer("404 Not Found")
            }
        }
        let address = try #require(FeedAddress("http://127.0.0.1:\(server.port)\(path)"))
        let newsroom = Newsroom(dataFolder: nil)
        defer { newsroom.close() }
        return try withExtendedLifetime(server) { try ask(newsroom, Subscription(address: address, name: "Mine")) }
    }

    @Test(arguments: ["/feed", "/old"])
    func aFeedSaysWhatItIsAndWhereItIs(_ path: String) throws {
        guard case .feed(let found, stories: 1) = try answer(path) else {
            Issue.record("no feed")
            return
        }
        #expect(found.title == "The Gull" && found.site == "https://gull.example/" && found.name == "Mine")
        #expect(found.address.text.hasSuffix("/feed"))
    }

    @Test func aPageSaysWhereItsFeedsAre() throws {
        guard case .page(let offers) = try answer("/site") else {
            Issue.record("no page")
            return
        }
        #expect(offers.map(\.isOfComments) == [true, false])
        #expect(offers.last?.address.text.hasSuffix("/feed") == true)
    }

    @Test(arguments: [("/feed", "/feed"), ("/old", "/feed"), ("/site", "/feed"), ("/fault", "/fault")])
    func theFeedMeantIsWhatStandsThere(_ path: String, _ wanted: String) throws {
        let meant = try asking(path) { try $0.feedMeant(by: $1) }
        #expect(meant.address.text.hasSuffix(wanted) && meant.name == "Mine")
    }

    @Test func aFaultOfTheServerSaysNothingOfTheFeed() throws {
        guard case .silence(let problem) = try answer("/fault") else {
            Issue.record("no silence")
            return
        }
        #expect(problem.summary.contains("overloaded"))
    }

    @Test(arguments: [("/page", "names no feed"), ("/none", "has nothing at this address")])
    func whatIsNoFeedIsSaid(_ path: String, _ words: String) throws {
        do {
            _ = try answer(path)
            Issue.record("it is none")
        } catch let problem as Problem {
            #expect(problem.summary.contains(words))
        }
    }
}
