import News
import Screen

/// A number on the map.
struct MapLabel: Hashable, Sendable {
    /// Where its words begin, from the map's corner.
    let position: Position
    let words: String
    /// An index of `WorldMap.stops`.
    let stop: Int
}

extension WorldMap {
    /// From so many columns on the numbers have room for the countries' codes.
    private static let codesFrom = 150

    /// The numbers that fit on the map without touching each other: the country that stands out first, then the most
    /// stories.
    func labels() -> [MapLabel] {
        guard let projection = raster?.projection, chosen != nil else { return [] }
        var taken: Set<Position> = []
        var labels: [MapLabel] = []
        for stop in [cursor] + stops.indices.filter({ $0 != cursor }) {
            for words in words(of: stop, columns: projection.size.columns) {
                let width = columns(of: words)
                let cell = projection.cell(of: stops[stop].place)
                let column = max(0, min(cell.column - width / 2, projection.size.columns - width))
                // A blank on either side keeps two numbers from becoming one.
                let span = (column - 1...column + width).map { Position(row: cell.row, column: $0) }
                guard span[1...width].allSatisfy({ !taken.contains($0) }) else { continue }
                taken.formUnion(span)
                labels.append(
                    MapLabel(position: Position(row: cell.row, column: column), words: words, stop: stop))
                break
            }
        }
        return labels
    }

    /// The best first: "UA 5", "5".
    private func words(of stop: Int, columns: Int) -> [String] {
        let (country, stories) = (stops[stop].country, stops[stop].stories)
        let signs = (stop == cursor ? "▸" : "") + (choice.isIncluded(country) ? "✓" : "")
        let number = signs + String(stories)
        return columns < Self.codesFrom ? [number] : ["\(signs)\(country.code) \(stories)", number]
    }
}
