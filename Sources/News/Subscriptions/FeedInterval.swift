/// How long to wait between two looks at a feed, as people write it: "30", "30m", "2h", "1d", "1w".
package struct FeedInterval: Hashable, Sendable {
    package let minutes: Int

    /// A year; what is longer is a mistake.
    private static let longest = 525_600

    /// - Returns: nil for what is no time, none, or longer than a year.
    package init?(_ words: String) {
        let words = words.filter { !$0.isWhitespace }.lowercased()
        let digits = words.prefix { $0.isASCII && $0.isNumber }
        let factor: Int? =
            switch words.dropFirst(digits.count) {
            case "", "m", "min", "minutes": 1
            case "h", "hours": 60
            case "d", "days": 1_440
            case "w", "weeks": 10_080
            default: nil
            }
        guard let factor, let number = Int(digits), 1...Self.longest ~= number, number * factor <= Self.longest else {
            return nil
        }
        minutes = number * factor
    }

    package init(minutes: Int) { self.minutes = minutes }

    /// The shortest that means the same: "2h".
    package var words: String {
        for (letter, factor) in [("w", 10_080), ("d", 1_440), ("h", 60)] where minutes.isMultiple(of: factor) {
            return "\(minutes / factor)\(letter)"
        }
        return "\(minutes)m"
    }
}
