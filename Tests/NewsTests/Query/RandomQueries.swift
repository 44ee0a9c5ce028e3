import News

/// Random numbers that are the same in every run (SplitMix64, Sebastiano Vigna, public domain).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

/// Makes queries of all kinds.
struct RandomQueries {
    var numbers: SeededNumbers

    private static let words = [
        "nato", "border guard", "or", "AND", "not", "unread", "country", "10:30", "re:", "-5", "it's", "C++ 2",
        "日本", "été", "a(b)", "x|y",
        "words>5", "since:2d", "U.S.", "!a", "ua,kr", "e\u{301}", "https://example.com/", "a & b", "bookmarked",
        "read", "1,5",
    ].compactMap { SoughtWords($0) }

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    /// With groups of at least two and no `not` of a `not`, as the parser makes them.
    mutating func query(depth: Int = 4) -> Query {
        switch depth == 0 ? 0 : Int.random(in: 0..<6, using: &numbers) {
        case 0, 1: return .term(term())
        case 2:
            let part = query(depth: depth - 1)
            return if case .not = part { part } else { .not(part) }
        case 3, 4: return .all(parts(depth: depth - 1))
        default: return .any(parts(depth: depth - 1))
        }
    }

    /// With empty groups, groups of one and `not`s of `not`s.
    mutating func anyQuery(depth: Int = 4) -> Query {
        let count = Int.random(in: 0..<4, using: &numbers)
        switch depth == 0 ? 0 : Int.random(in: 0..<5, using: &numbers) {
        case 0, 1: return .term(term())
        case 2: return .not(anyQuery(depth: depth - 1))
        case 3: return .all((0..<count).map { _ in anyQuery(depth: depth - 1) })
        default: return .any((0..<count).map { _ in anyQuery(depth: depth - 1) })
        }
    }

    private mutating func parts(depth: Int) -> [Query] {
        (0..<Int.random(in: 2...4, using: &numbers)).map { _ in query(depth: depth) }
    }

    private mutating func one<Element>(of elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &numbers)]
    }

    mutating func term() -> QueryTerm {
        switch Int.random(in: 0..<9, using: &numbers) {
        case 0, 1: .words(.text, one(of: Self.words))
        case 2, 3: .words(one(of: SoughtPlace.allCases), one(of: Self.words))
        case 4: .about(territory())
        case 5: .mentions(territory())
        case 6: one(of: [.language("en"), .state(.read), .state(.bookmarked), .state(.quoted)])
        case 7:
            one(of: [QueryPeriod.since, QueryPeriod.before, QueryPeriod.on].map { QueryTerm.published($0(moment())) })
        default: .length(one(of: [0...299, 801 ... .max, 300...800, 0 ... .max, 0...0, 1 ... .max]))
        }
    }

    private mutating func territory() -> Territory {
        Bool.random(using: &numbers)
            ? .country(one(of: ["UA", "RU", "AQ", "US"])) : .region(one(of: WorldRegion.allCases))
    }

    private mutating func moment() -> QueryMoment {
        switch Int.random(in: 0..<5, using: &numbers) {
        case 0: .ago(Int.random(in: 1...9_999, using: &numbers), one(of: QueryMoment.Unit.allCases))
        case 1: one(of: [.today, .yesterday, .ago(0, .minute)])
        case 2: .weekday(one(of: QueryMoment.Weekday.allCases))
        case 3: .calendar(year: Int.random(in: 1...9_999, using: &numbers), month: one(of: [nil, 2, 12]), day: nil)
        default: .calendar(year: 2_024, month: 2, day: Int.random(in: 1...29, using: &numbers))
        }
    }
}
