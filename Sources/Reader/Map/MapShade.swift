/// How densely a country is dotted for its stories.
enum MapShade: Int, Hashable, Sendable, CaseIterable {
    case none, sparse, light, half, full

    /// - Parameter most: the stories of the country that has the most. Each shade is as many times more than the one
    ///   before it: a few countries have most of the news.
    init(stories: Int, most: Int) {
        let share = Double(stories) * Double(stories)
        let whole = Double(most) + 1
        switch stories {
        case ..<1: self = .none
        case _ where share * share >= whole * whole * whole: self = .full
        case _ where share >= whole: self = .half
        case _ where share * share >= whole: self = .light
        default: self = .sparse
        }
    }

    /// The dots of a cell within such a country, numbered as in `MapRaster.Cell`.
    func dots(inColumn column: Int) -> UInt8 {
        switch self {
        case .none: 0
        // Every other column lower, so that they make no lines.
        case .sparse: column.isMultiple(of: 2) ? 0b0000_0001 : 0b0000_0100
        case .light: 0b0010_0001
        case .half: 0b1001_0101
        case .full: 0xFF
        }
    }

    /// The shades in use with the stories that they stand for: "1", "2–4", "5–9".
    static func legend(most: Int) -> [(shade: MapShade, words: String)] {
        guard most > 0 else { return [] }
        var ranges: [(shade: MapShade, first: Int, last: Int)] = []
        var first = 1
        while first <= most {
            let shade = MapShade(stories: first, most: most)
            let last = lastStories(of: shade, from: first, most: most)
            ranges.append((shade, first, last))
            first = last + 1
        }
        return ranges.map { ($0.shade, $0.first == $0.last ? "\($0.first)" : "\($0.first)–\($0.last)") }
    }

    private static func lastStories(of shade: MapShade, from first: Int, most: Int) -> Int {
        var (low, high) = (first, most)
        while low < high {
            let middle = (low + high + 1) / 2
            if MapShade(stories: middle, most: most).rawValue > shade.rawValue {
                high = middle - 1
            } else {
                low = middle
            }
        }
        return low
    }
}
