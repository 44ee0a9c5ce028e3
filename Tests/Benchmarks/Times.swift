/// How long something took, each time it was done; in milliseconds.
struct Times {
    private let sorted: [Double]

    /// - Parameter durations: at least one.
    init(_ durations: [Duration]) {
        precondition(!durations.isEmpty, "there is no median of nothing")
        sorted = durations.map { $0 / .milliseconds(1) }.sorted()
    }

    var median: Double { (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2 }
    var shortest: Double { percentile(0) }
    var longest: Double { percentile(100) }

    /// The shortest time that so many of a hundred do not exceed.
    func percentile(_ percent: Int) -> Double {
        sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
    }
}

/// How long it took to do this.
func time(_ work: () throws -> Void) rethrows -> Duration {
    let start = ContinuousClock.now
    try work()
    return ContinuousClock.now - start
}

/// Measures two programs by turns, so that whatever else the machine does meanwhile disturbs both. The first turn warms
/// the caches and does not count.
func byTurns<Ours, Peer>(
    _ times: Int, _ ours: () throws -> Ours, beside peer: () throws -> Peer
) rethrows -> (ours: [Ours], peer: [Peer]) {
    var results: (ours: [Ours], peer: [Peer]) = ([], [])
    for turn in 0...times {
        let pair = (try ours(), try peer())
        if turn == 0 { continue }
        results.ours.append(pair.0)
        results.peer.append(pair.1)
    }
    return results
}
