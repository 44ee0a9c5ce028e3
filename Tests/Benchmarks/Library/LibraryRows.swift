import News
import Newsroom
import PtyKit
import Storage

extension Bench {
    /// A large library of feeds, from the first fetch to the end of a session, beside newsboat with the same feeds.
    func libraries() throws -> [Row] {
        var rows: [Row] = []
        let small = try MadeLibrary(ofStories: 1000, for: self)
        let (_, smallData) = try ingesting(small)
        let library = try MadeLibrary(ofStories: repeats.libraryStories, for: self)
        let (ingestRows, data) = try ingesting(library)
        rows += ingestRows
        let newsboat = try NewsboatLibrary(of: library, in: scratch)
        let smallNewsboat = try NewsboatLibrary(of: small, in: scratch)
        if let smallNewsboat { _ = try ProgramRun(smallNewsboat.reload) }
        rows += attempt("Ingest by a command") { try ingestingByCommand(library, newsboat) }
        rows += attempt("Refresh with nothing new") { [try refreshing(data, library, newsboat)] }
        rows += attempt("Start, 1,000 stories") { try starts(smallData, small, smallNewsboat) }
        rows += attempt("Start") { try starts(data, library, newsboat) }
        rows += attempt("Finding") { try finding(data, library, newsboat) }
        rows += attempt("Disk") { [try disk(data, library, newsboat)] }
        return rows
    }

    /// A part that fails is told in the table as well: the others are measured all the same.
    private func attempt(_ what: String, _ rows: () throws -> [Row]) -> [Row] {
        do {
            return try rows()
        } catch {
            Benchmarks.say("\(what): \(error)")
            let words = "\(error)".prefix { $0 != "\n" }
            return [Row(what: what, ours: "failed: \(words)", target: ("to work", false))]
        }
    }

    private func ingesting(_ library: MadeLibrary) throws -> (rows: [Row], data: String) {
        let name = "\(grouped(library.count)) stories"
        Benchmarks.say("ingesting \(name), \(megabytes(try library.feeds.byteCount)) …")
        var runs: [IngestedLibrary] = []
        for _ in 0..<repeats.ingests { runs.append(try IngestedLibrary(of: library, by: self)) }
        guard let last = runs.last else { preconditionFailure("there is one at least") }
        let peak = runs.map(\.peak).max() ?? 0
        return (
            [
                Row("Fetched in the reader until readable, \(name)", Times(runs.map(\.readable)), limit: 3500),
                latest("key to its paint, typing while stories are fetched", runs.flatMap(\.letters)),
                Row(
                    "All extracted in the reader, from the start of fetching", Times(runs.map(\.extracted)),
                    limit: 60_000),
                latest("key to its paint, going down the list while stories are extracted", runs.flatMap(\.moves)),
                Row(
                    what: "Most memory of the reader meanwhile", ours: megabytes(peak),
                    target: ("150 MB or less", peak <= 150_000_000)),
            ], last.data
        )
    }

    private func latest(_ what: String, _ keys: [Duration]) -> Row {
        let name = "Longest from a \(what)"
        // Then nothing was measured, and nothing is to be claimed.
        guard !keys.isEmpty else { return Row(what: name, ours: "no key in the time", target: ("within 16 ms", false)) }
        let times = Times(keys)
        return Row(
            what: name,
            ours: "\(written(milliseconds: times.longest)) of \(keys.count) keys (median "
                + "\(written(milliseconds: times.median)), p99 \(written(milliseconds: times.percentile(99))))",
            target: ("within 16 ms", times.longest <= 16))
    }

    /// Once: newsboat may need minutes.
    private func ingestingByCommand(_ library: MadeLibrary, _ newsboat: NewsboatLibrary?) throws -> [Row] {
        let data = try subscribed(to: library)
        let ours = try timedPeak(refresh(data))
        Benchmarks.say("newsboat fetches …")
        let peer = try newsboat.map { try timedPeak($0.reload) }
        return [
            Row(
                "`dateline refresh` of all, until all is extracted", Times([ours.time]), beside: "`newsboat -x reload`",
                peer.map { Times([$0.time]) }),
            Row(
                what: "Most memory of it", ours: megabytes(ours.memory),
                peer: peer.map { "newsboat: \(megabytes($0.memory))" },
                ratio: peer.map { Double(ours.memory) / Double($0.memory) },
                target: ("150 MB or less", ours.memory <= 150_000_000)),
        ]
    }

    private func timedPeak(_ command: [String]) throws -> (time: Duration, memory: Int) {
        var memory = 0
        let time = try time { memory = try peakMemory(of: command) }
        return (time, memory)
    }

    private func refreshing(_ data: String, _ library: MadeLibrary, _ newsboat: NewsboatLibrary?) throws -> Row {
        let nothingNew = FeedServer.Answers(whole: 0, unchanged: MadeFeeds.feedCount, failed: 0)
        var peerAnswers = FeedServer.Answers()
        _ = library.server.takeAnswers()
        let times = try byTurns(repeats.folders) {
            let time = try ProgramRun(refresh(data)).wall
            let answers = library.server.takeAnswers()
            guard answers == nothingNew else { throw Obstacle("The server answered otherwise: \(answers)") }
            return time
        } beside: {
            let time = try newsboat.map { try ProgramRun($0.reload).wall }
            peerAnswers = library.server.takeAnswers()
            return time
        }
        let peers = times.peer.compactMap(\.self)
        // It is told when the other program fetches whole feeds again.
        let note = peerAnswers.whole > 0 ? " (\(peerAnswers.whole) feeds whole)" : ""
        return Row(
            "Refresh with nothing new, \(MadeFeeds.feedCount) feeds", Times(times.ours),
            beside: "`newsboat -x reload`\(note)", peers.isEmpty ? nil : Times(peers), limit: 150)
    }

    /// Start, memory and end of the same runs.
    private func starts(_ data: String, _ library: MadeLibrary, _ newsboat: NewsboatLibrary?) throws -> [Row] {
        typealias Run = (start: Duration, memory: Int, end: Duration)
        let runs = try byTurns(repeats.starts) { () throws -> Run in
            let start = ContinuousClock.now
            let reader = try feedReader(of: data, stories: library.count)
            try reader.waitForAll()
            let time = ContinuousClock.now - start
            try reader.program.pass(.milliseconds(500))
            return (time, try reader.program.residentMemory, try reader.quit())
        } beside: { () throws -> Run? in
            guard let (program, time) = try newsboat?.start() else { return nil }
            try program.pass(.milliseconds(500))
            return (time, try program.residentMemory, try program.newsboatQuits())
        }
        let peers = runs.peer.compactMap(\.self)
        func times(_ part: KeyPath<Run, Duration>) -> Times? {
            peers.isEmpty ? nil : Times(peers.map { $0[keyPath: part] })
        }
        let name = "\(grouped(library.count)) stories"
        let memory = runs.ours.map(\.memory).max() ?? 0
        let peerMemory = peers.map(\.memory).max()
        return [
            Row(
                "Start until all are listed, \(name)", Times(runs.ours.map(\.start)), beside: "newsboat",
                times(\.start),
                limit: 50),
            Row(
                what: "Memory after the start, \(name)", ours: megabytes(memory),
                peer: peerMemory.map { "newsboat: \(megabytes($0))" },
                ratio: peerMemory.map { Double(memory) / Double($0) },
                target: ("40 MB or less", memory <= 40_000_000)),
            Row("End, \(name)", Times(runs.ours.map(\.end)), beside: "newsboat", times(\.end), limit: 10),
        ]
    }

    private func finding(_ data: String, _ library: MadeLibrary, _ newsboat: NewsboatLibrary?) throws -> [Row] {
        let reader = try feedReader(of: data, stories: library.count)
        try reader.waitForAll()
        try reader.program.quiet()
        let peer = try newsboat?.start().program
        let feeds = library.feeds
        let session = try OpenedNewsroom(data)
        let country = MadeFeeds.Mark(words: "norway", count: try session.count("country:norway"))
        guard country.count > 0 else { throw Obstacle("No story is about Norway.") }
        func found(_ what: String, _ mark: MadeFeeds.Mark, limit: Double) -> [Row] {
            attempt("Search for \(what)") {
                let times = try byTurns(repeats.finds) {
                    try reader.find(mark)
                } beside: {
                    try peer?.newsboatFinds(mark)
                }
                let peers = times.peer.compactMap(\.self)
                let inside = try (0..<repeats.finds).map { _ in try time { try session.expect(mark) } }
                let name = "\(what), \(grouped(mark.count)) stories"
                return [
                    Row(
                        "Words typed until painted: \(name)", Times(times.ours), beside: "newsboat's search",
                        peers.isEmpty ? nil : Times(peers), limit: limit),
                    Row("… of which the search itself, alone", Times(inside)),
                ]
            }
        }
        let unread = library.count - library.count / MadeFeeds.feedCount
        return found("a rare word", feeds.rare, limit: 20) + found("a word of most stories", feeds.common, limit: 30)
            + attempt("Search for a speaker") {
                let times = try (0..<repeats.finds).map { _ in try reader.find(feeds.speaker) }
                let name = "who is quoted in \(grouped(feeds.speaker.count)) stories"
                return [Row("`speaker:` typed until painted: \(name)", Times(times), limit: 20)]
            }
            + attempt("Stories about a country") {
                let times = try (0..<repeats.finds).map { _ in try reader.list(country: country) }
                return [Row("Stories about a country: \(grouped(country.count))", Times(times), limit: 20)]
            }
            + attempt("Unread stories") {
                try reader.markRead(feed: MadeFeeds.name(ofFeed: 7), leaving: unread)
                let times = try (0..<repeats.finds).map { _ in try reader.listUnread(unread) }
                return [Row("Unread stories: \(grouped(unread))", Times(times), limit: 20)]
            }
            + attempt("Opening") { [try opening(reader, peer)] }
    }

    private func opening(_ reader: WatchedReader, _ peer: PtyProgram?) throws -> Row {
        peer?.send("\r")
        try peer?.wait("newsboat's list") { $0.screen.line(0).contains("Articles in feed") }
        try peer?.quiet()
        let times = try byTurns(repeats.keys / 5) {
            try reader.openNext()
        } beside: {
            try peer?.newsboatOpens()
        }
        let peers = times.peer.compactMap(\.self)
        return Row(
            "The next story opened, with quotes, names and countries", Times(times.ours), .rareWorst,
            beside: "newsboat, the text", peers.isEmpty ? nil : Times(peers), limit: 16)
    }

    private func disk(_ data: String, _ library: MadeLibrary, _ newsboat: NewsboatLibrary?) throws -> Row {
        let (ours, peer) = (try bytes(ofFiles: data), try newsboat?.disk)
        // Of a hundred thousand stories; a smaller library is to take as little for each.
        let limit = 3500 * library.count
        return Row(
            what: "Disk for \(grouped(library.count)) stories of \(megabytes(try library.feeds.byteCount))",
            ours: megabytes(ours), peer: peer.map { "newsboat: \(megabytes($0))" },
            ratio: peer.map { Double(ours) / Double($0) }, target: ("\(megabytes(limit)) or less", ours <= limit))
    }
}

/// The model's own door to a data folder, without a screen.
private struct OpenedNewsroom {
    private let newsroom: Newsroom

    init(_ data: String) throws {
        newsroom = Newsroom(dataFolder: data)
        newsroom.load(LibrarySources(paths: [], hasSubscriptions: true)) { _ in }
    }

    func count(_ words: String) throws -> Int {
        let found = try newsroom.search(words, limit: 200)
        return found.hits.count + found.others.count
    }

    func expect(_ mark: MadeFeeds.Mark) throws {
        let count = try count(mark.words)
        guard count == mark.count else {
            throw Obstacle("“\(mark.words)” is in \(mark.count) stories; \(count) were found.")
        }
    }
}
