extension Bench {
    /// A stream of stories through `dateline extract`: how fast on one core and on all, and in how much memory.
    func extractSpeeds() throws -> [Row] {
        let stream = scratch.path("stream.ndjson")
        try maker.writeLines(bytes: 20_000_000, to: stream)
        let extract = [program, "extract", stream]
        let counting = ["/usr/bin/wc", "-w", stream]
        // One core and the same one for both.
        let alone = ["/usr/bin/taskset", "-c", "0"]
        let single = try byTurns(repeats.streams) {
            try ProgramRun(alone + extract)
        } beside: {
            try ProgramRun(alone + counting)
        }
        let all = try byTurns(repeats.streams) {
            try ProgramRun(extract)
        } beside: {
            try ProgramRun(counting)
        }
        return [
            row("`dateline extract` on one core, 20 MB", single, least: 5),
            row("`dateline extract` on all cores, 20 MB", all),
            try memory(),
        ]
    }

    private func row(_ what: String, _ runs: (ours: [ProgramRun], peer: [ProgramRun]), least: Double? = nil) -> Row {
        func speed(_ runs: [ProgramRun], _ time: KeyPath<ProgramRun, Duration>) -> Double {
            20_000 / Times(runs.map { $0[keyPath: time] }).median
        }
        let (ours, peer) = (speed(runs.ours, \.wall), speed(runs.peer, \.wall))
        let busy = speed(runs.ours, \.processor)
        var row = Row(
            what: what, ours: "\(rounded(ours)) MB/s (\(rounded(busy)) a processor second)",
            peer: "`wc -w`: \(rounded(peer)) MB/s", ratio: ours / peer)
        row.target = least.map { ("\(rounded($0)) MB/s or more", ours >= $0) }
        return row
    }

    /// Ten times the stories, and how much more memory they take.
    private func memory() throws -> Row {
        let (short, long) = (scratch.path("stream.ndjson"), scratch.path("long-stream.ndjson"))
        let file = try WrittenFile(long)
        for _ in 0..<10 { try readPieces(of: short, file.append) }
        let peaks = try [short, long].map { try peakMemory(of: [program, "extract", $0]) }
        return Row(
            what: "Most memory of `dateline extract`, 20 MB and 200 MB",
            ours: "\(megabytes(peaks[0])) and \(megabytes(peaks[1]))",
            target: ("the same", Double(peaks[1]) < 1.25 * Double(peaks[0])))
    }
}

/// "24 MB", of a million bytes each.
func megabytes(_ bytes: Int) -> String { "\(rounded(Double(bytes) / 1_000_000)) MB" }
