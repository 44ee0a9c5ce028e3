/// One line of the table: what was measured, on what, beside what.
struct Row {
    let what: String
    let ours: String
    /// What was measured in the same run, and what came out of it.
    var peer: String?
    /// How much of the peer's ours is.
    var ratio: Double?
    /// What it should be, and whether it is.
    var target: (words: String, isMet: Bool)?

    var cells: [String] {
        [
            what, ours, peer ?? "", ratio.map { $0 < 1 ? "1 : \(rounded(1 / $0))" : "\(rounded($0)) : 1" } ?? "",
            target.map { $0.isMet ? $0.words : "**\($0.words), missed**" } ?? "",
        ]
    }
}

extension Row {
    /// How a row tells of many times: half of them were as short as the median.
    enum Spread {
        case fromShortestToLongest
        /// What one time of a hundred exceeds.
        case rareWorst

        func words(_ times: Times) -> String {
            let median = written(milliseconds: times.median)
            return switch self {
            case .fromShortestToLongest:
                "\(median) (\(written(milliseconds: times.shortest)) to \(written(milliseconds: times.longest)))"
            case .rareWorst: "\(median) (p99 \(written(milliseconds: times.percentile(99))))"
            }
        }
    }

    /// - Parameters:
    ///   - peer: nil where the other program is not installed.
    ///   - limit: what the median must not exceed, in milliseconds.
    init(
        _ what: String, _ times: Times, _ spread: Spread = .fromShortestToLongest, beside name: String? = nil,
        _ peer: Times? = nil, limit: Double? = nil
    ) {
        self.what = what
        ours = spread.words(times)
        if let name, let peer {
            self.peer = "\(name): \(written(milliseconds: peer.median))"
            ratio = times.median / peer.median
        }
        target = limit.map { ("within \(written(milliseconds: $0))", times.median <= $0) }
    }
}

/// "14 ms", "3.2 s", "0.41 ms".
func written(milliseconds: Double) -> String {
    milliseconds < 1000 ? "\(rounded(milliseconds)) ms" : "\(rounded(milliseconds / 1000)) s"
}

/// As many digits as a measured figure deserves: two after the point below one, none from a hundred on. Whole numbers
/// below ten stay whole: 5.
func rounded(_ value: Double) -> String {
    let unit = value < 0.995 ? 100.0 : value < 99.5 ? 10 : 1
    let parts = Int((value * unit).rounded())
    let (whole, fraction) = parts.quotientAndRemainder(dividingBy: Int(unit))
    if fraction == 0 { return String(whole) }
    return "\(whole)." + (unit == 100 && fraction < 10 ? "0" : "") + String(fraction)
}

/// "10,000"
func grouped(_ number: Int) -> String {
    number < 1000 ? String(number) : grouped(number / 1000) + "," + String(String(number % 1000 + 1000).dropFirst())
}
