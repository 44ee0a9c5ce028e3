import News
import ServerKit
import Synchronization

/// Sites that publish, edit, fail, move and come back, hour by hour, and what is true of each.
final class FeedWeek: Sendable {
    // A class, because the connections of a server share it.

    struct Truth {
        var asked: Timestamp?
        var succeeded: Timestamp?
        var failures = 0
        var isGone = false
        var hasMoved = false
        /// As they were served last, by the numbers of the stories.
        var titles: [Int: String] = [:]
    }

    private enum Act {
        case serve, serverFault, nothingThere, hangUp, page, bomb, breakOff, gone, tooOften, move
    }

    let count: Int
    private let state: Mutex<(hour: Int, truths: [Truth])>
    private static let beginning = 1_795_340_400
    private static let lastHour = 7 * 24
    private static let bomb = [UInt8](repeating: 0x20, count: 11_000_000)

    init(sites: Int) {
        count = sites
        state = Mutex((0, Array(repeating: Truth(), count: sites)))
    }

    var now: Timestamp { Timestamp(seconds: Self.beginning + state.withLock { $0.hour } * 3_600) }

    func setHour(_ hour: Int) { state.withLock { $0.hour = hour } }

    func truth(of site: Int) -> Truth { state.withLock { $0.truths[site] } }

    func answer(_ exchange: LoopbackServer.Exchange) {
        let parts = exchange.path.split(separator: "/")
        guard let site = parts.first.flatMap({ Int($0) }), site < count else { return exchange.answer("404 Not Found") }
        let hour = state.withLock { $0.hour }
        let isMoved = parts.count > 1
        let act = isMoved ? .serve : Self.act(of: site, hour)
        let stories = Self.stories(of: site, hour)
        enter(act, site, stories)
        switch act {
        case .serve: serve(Self.feed(site, stories), to: exchange)
        case .serverFault: exchange.answer("500 Oops")
        case .nothingThere: exchange.answer("404 Not Found")
        case .hangUp: break
        case .page: exchange.answer(body: "<html><body>Please sign in to the network.</body></html>")
        case .bomb: exchange.answer(body: Self.bomb)
        case .breakOff: serve(Array(Self.feed(site, stories).dropLast(120)), to: exchange)
        case .gone: exchange.answer("410 Gone")
        case .tooOften: exchange.answer("429 Too Many Requests", ["Retry-After: 7200"])
        case .move: exchange.answer("301 Moved Permanently", ["Location: /\(site)/new"])
        }
    }

    /// What a site does in an hour: in the end, all is well again.
    private static func act(of site: Int, _ hour: Int) -> Act {
        if site % 10 == 5, hour >= 50 { return .move }
        if hour == lastHour { return .serve }
        return switch (site % 10, hour) {
        case (1, 20..<30), (1, 100..<103): .serverFault
        case (3, 40..<45): .breakOff
        case (4, 60..<62): .bomb
        case (6, 70..<80): .page
        case (7, 90...): .gone
        case (8, 24..<26): .hangUp
        case (8, 30..<33): .nothingThere
        case (9, 55..<56): .tooOften
        default: .serve
        }
    }

    private func enter(_ act: Act, _ site: Int, _ stories: [(number: Int, title: String)]) {
        let now = now
        state.withLock { state in
            var truth = state.truths[site]
            defer { state.truths[site] = truth }
            truth.asked = now
            switch act {
            case .serve, .breakOff:
                truth.succeeded = now
                (truth.failures, truth.isGone) = (0, false)
                for story in stories { truth.titles[story.number] = story.title }
            // What follows is asked for by itself.
            case .move: truth.hasMoved = true
            case .serverFault, .nothingThere, .hangUp, .page, .bomb, .gone, .tooOften:
                truth.failures += 1
                truth.isGone = act == .gone
            }
        }
    }

    /// The newest first; one site edits what it has published.
    private static func stories(of site: Int, _ hour: Int) -> [(number: Int, title: String)] {
        let newest = (hour + site) / 6
        return (max(0, newest - 15)...newest).reversed().map { number in
            let edit = site % 10 == 2 && number == newest ? ", corrected \(hour % 6 / 3)" : ""
            return (number, "Ship \(number) enters the harbour of town \(site)\(edit)")
        }
    }

    private static func feed(_ site: Int, _ stories: [(number: Int, title: String)]) -> [UInt8] {
        let items = stories.map { story in
            """
            <item><guid>urn:\(site):\(story.number)</guid><title>\(story.title)</title>
            <link>https://town.example/\(site)/\(story.number)</link>
            <description>“It carries grain,” said the harbour master of town \(site).</description></item>
            """
        }
        // Some say everything twice.
        let all = site % 10 == 9 ? items + items : items
        return Array("<rss><channel><title>Town \(site)</title>\(all.joined(separator: "\n"))</channel></rss>".utf8)
    }

    private func serve(_ body: [UInt8], to exchange: LoopbackServer.Exchange) {
        var sum: UInt64 = 14_695_981_039_346_656_037
        for byte in body { sum = (sum ^ UInt64(byte)) &* 1_099_511_628_211 }
        let etag = "\"\(sum)\""
        if exchange.field("If-None-Match") == etag { return exchange.answer("304 Not Modified", ["ETag: \(etag)"]) }
        exchange.answer("200 OK", ["Content-Type: application/rss+xml", "ETag: \(etag)"], body: body)
    }
}
