import News

/// The countries of a map by region, for screens that cannot show it.
struct MapTable: Sendable {
    enum Row: Hashable, Sendable {
        case region(String, stories: Int)
        /// An index of `WorldMap.stops`.
        case country(Int)
    }

    let rows: [Row]

    /// The region with the most stories first, and so its countries.
    init(_ map: WorldMap) {
        var rows: [Row] = []
        func add(_ region: WorldRegion?, _ name: String, _ stories: Int) {
            let stops = map.stops.indices.filter { map.stops[$0].country.region == region }
            guard !stops.isEmpty else { return }
            rows.append(.region(name, stories: stories))
            rows += stops.map { .country($0) }
        }
        for (region, stories) in map.choice.tally.rankedRegions(in: map.choice.sense) {
            add(region, region.name, stories)
        }
        self.rows = rows
    }

    /// The row of a stop; 0 when there is none.
    func row(of stop: Int) -> Int { rows.firstIndex(of: .country(stop)) ?? 0 }

    /// The first row shown where the row of a stop stands in the middle.
    func top(showing stop: Int, rows count: Int) -> Int { max(0, min(row(of: stop) - count / 2, rows.count - count)) }

    /// Up and down go through the countries, left and right from region to region.
    /// - Returns: nil where the table ends.
    func next(from stop: Int, _ direction: MapWays.Direction) -> Int? {
        let row = row(of: stop)
        switch direction {
        case .up: return stops(in: rows[..<row]).last
        case .down: return stops(in: rows[min(row + 1, rows.count)...]).first
        case .right:
            guard let heading = rows[row...].firstIndex(where: \.isHeading) else { return nil }
            return stops(in: rows[heading...]).first
        case .left:
            // The heading above is this region's own.
            guard let own = rows[..<row].lastIndex(where: \.isHeading) else { return nil }
            guard let heading = rows[..<own].lastIndex(where: \.isHeading) else { return nil }
            return stops(in: rows[heading...]).first
        }
    }

    private func stops(in rows: ArraySlice<Row>) -> [Int] {
        rows.compactMap { if case .country(let stop) = $0 { stop } else { nil } }
    }
}

extension MapTable.Row {
    fileprivate var isHeading: Bool { if case .region = self { true } else { false } }
}
