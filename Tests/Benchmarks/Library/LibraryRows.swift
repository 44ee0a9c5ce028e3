import PtyKit

extension Bench {
    /// A large library of feeds, from the first fetch to the end of a session, beside newsboat with the same feeds.
    func libraries() throws -> [Row] {
        var rows: [Row] = []
        let small = try ServedLibrary(ofStories: 1000, for: self)
        let (_, smallData) = try ingesting(small)
        let library =
            try given.map { try ServedLibrary(LibraryFeeds($0), for: self) }
            ?? ServedLibrary(ofStories: repeats.libraryStories, for: self)
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
    func attempt(_ what: String, _ rows: () throws -> [Row]) -> [Row] {
        do {
            return try rows()
        } catch {
            Benchmarks.say("\(what): \(error)")
            let words = "\(error)".prefix { $0 != "\n" }
            return [Row(what: what, ours: "failed: \(words)", target: ("to work", false))]
        }
    }

    private func refreshing(_ data: String, _ library: ServedLibrary, _ newsboat: NewsboatLibrary?) throws -> Row {
        let nothingNew = FeedServer.Answers(whole: 0, unchanged: library.feeds.feeds.count, failed: 0)
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
            "Refresh with nothing new, \(library.feeds.feeds.count) feeds", Times(times.ours),
            beside: "`newsboat -x reload`\(note)", peers.isEmpty ? nil : Times(peers), limit: 150)
    }

    /// Start, memory and end of the same runs.
    private func starts(_ data: String, _ library: ServedLibrary, _ newsboat: NewsboatLibrary?) throws -> [Row] {
        typealias Run = (list: Duration, start: Duration, memory: Int, end: Duration)
        let runs = try byTurns(repeats.starts) { () throws -> Run in
            let start = ContinuousClock.now
            let reader = try feedReader(of: data, stories: library.count)
            try reader.waitForList()
            let list = ContinuousClock.now - start
            try reader.waitForAll()
            let time = ContinuousClock.now - start
            try reader.program.pass(.seconds(2))
            return (list, time, try reader.program.residentMemory, try reader.quit())
        } beside: { () throws -> Run? in
            guard let (program, time) = try newsboat?.start() else { return nil }
            try program.pass(.seconds(2))
            return (time, time, try program.residentMemory, try program.newsboatQuits())
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
                "Start to a usable list, \(name)", Times(runs.ours.map(\.list)), beside: "newsboat",
                times(\.list), limit: 50),
            Row("… until all are listed", Times(runs.ours.map(\.start))),
            Row(
                what: "Memory after the start, \(name)", ours: megabytes(memory),
                peer: peerMemory.map { "newsboat: \(megabytes($0))" },
                ratio: peerMemory.map { Double(memory) / Double($0) },
                target: ("40 MB or less", memory <= 40_000_000)),
            Row("End, \(name)", Times(runs.ours.map(\.end)), beside: "newsboat", times(\.end), limit: 10),
        ]
    }

    private func disk(_ data: String, _ library: ServedLibrary, _ newsboat: NewsboatLibrary?) throws -> Row {
        let (ours, peer) = (try bytes(ofFiles: data), try newsboat?.disk)
        // Of a hundred thousand stories; a smaller library is to take as little for each.
        let limit = 3500 * library.count
        return Row(
            what: "Disk for \(grouped(library.count)) stories of \(megabytes(try library.feeds.byteCount))",
            ours: megabytes(ours), peer: peer.map { "newsboat: \(megabytes($0))" },
            ratio: peer.map { Double(ours) / Double($0) }, target: ("\(megabytes(limit)) or less", ours <= limit))
    }
}
