/// A library fetched from nothing, until its stories are listed and until all is known of them.
extension Bench {
    /// The goals are meant for a hundred thousand stories; fewer are to take as little for each.
    func ingesting(_ library: ServedLibrary) throws -> (rows: [Row], data: String) {
        let name = "\(grouped(library.count)) stories"
        Benchmarks.say("ingesting \(name), \(megabytes(try library.feeds.byteCount)) …")
        var runs: [IngestedLibrary] = []
        for _ in 0..<repeats.ingests { runs.append(try IngestedLibrary(of: library, by: self)) }
        guard let last = runs.last else { preconditionFailure("there is one at least") }
        let peak = runs.map(\.peak).max() ?? 0
        return (
            [
                Row(
                    "Fetched in the reader until readable, \(name)", Times(runs.map(\.readable)),
                    limit: 0.035 * Double(library.count)),
                latest("key to its paint, typing while stories are fetched", runs.flatMap(\.letters)),
                Row(
                    "All extracted in the reader, from the start of fetching", Times(runs.map(\.extracted)),
                    limit: 0.6 * Double(library.count)),
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
    func ingestingByCommand(_ library: ServedLibrary, _ newsboat: NewsboatLibrary?) throws -> [Row] {
        let data = try subscribed(to: library)
        let ours = try timedPeak(refresh(data))
        Benchmarks.say("newsboat fetches …")
        let peer = try newsboat.map { try timedPeak($0.reload) }
        return [
            Row(
                "`dateline refresh` of all, until all is extracted", Times([ours.time]),
                beside: "`newsboat -x reload`, which extracts nothing", peer.map { Times([$0.time]) }),
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
}
