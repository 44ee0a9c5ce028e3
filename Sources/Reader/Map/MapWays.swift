/// The country that an arrow leads to from each country with stories.
///
/// An arrow goes to the next place that way; left and right go around the world. To lie aside costs the more the steeper
/// it is, and how much is weighed so that every country can be reached from every other.
struct MapWays: Sendable {
    enum Direction: Int, Hashable, Sendable, CaseIterable { case left, right, up, down }

    /// For each stop the next one in each direction; nil where none lies that way.
    private var next: [[Int?]] = []

    /// - Parameter places: one for each stop, see `MapProjection.flat`.
    init(_ places: [(x: Double, y: Double)]) {
        for cost in Self.costs {
            next = places.indices.map { stop in
                Direction.allCases.map { Self.next(from: stop, $0, places, cost: cost) }
            }
            if isConnected { return }
        }
    }

    func next(from stop: Int, _ direction: Direction) -> Int? { next[stop][direction.rawValue] }

    /// At no cost right is the next place eastwards, wherever it lies: so all are reached for sure.
    private static let costs = [1.5, 2.0, 1.0, 0.5, 0.0]

    private static func next(
        from stop: Int, _ direction: Direction, _ places: [(x: Double, y: Double)], cost: Double
    ) -> Int? {
        var best: (stop: Int, cost: Double)?
        for other in places.indices where other != stop {
            // Two countries at one place lie a hair apart.
            let hair = Double(other - stop) / 10_000
            let east = places[other].x - places[stop].x + hair
            let south = places[other].y - places[stop].y + hair
            var ahead: Double
            let aside: Double
            switch direction {
            case .left: (ahead, aside) = (-east, abs(south))
            case .right: (ahead, aside) = (east, abs(south))
            case .up: (ahead, aside) = (-south, abs(east))
            case .down: (ahead, aside) = (south, abs(east))
            }
            if ahead <= 0 {
                guard direction == .left || direction == .right else { continue }
                // Around the world, after all that lies this side of it.
                ahead += MapProjection.around * 2
            }
            let sum = ahead + aside * aside / ahead * cost
            if sum < best?.cost ?? .infinity { best = (other, sum) }
        }
        return best?.stop
    }

    /// Whether arrows lead from each stop to each other: from the first to all, and from all to the first.
    private var isConnected: Bool {
        var back = Array(repeating: [Int](), count: next.count)
        for (stop, ways) in next.enumerated() { for way in ways { if let way { back[way].append(stop) } } }
        return reach { next[$0].compactMap { $0 } } == next.count && reach { back[$0] } == next.count
    }

    /// How many stops can be reached from the first.
    private func reach(by ways: (Int) -> [Int]) -> Int {
        guard !next.isEmpty else { return 0 }
        var isReached = Array(repeating: false, count: next.count)
        isReached[0] = true
        var waiting = [0]
        var count = 1
        while let stop = waiting.popLast() {
            for other in ways(stop) where !isReached[other] {
                isReached[other] = true
                waiting.append(other)
                count += 1
            }
        }
        return count
    }
}
