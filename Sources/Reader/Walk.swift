import News

/// The marks that n and p jump between, and where they are.
struct Walk: Sendable {
    enum Subject: Hashable, Sendable {
        case quotes
        /// Those of one speaker.
        case quotesOf(String)
        /// The mentions of a person, organisation, place or country.
        case mentions(of: String)
        /// Where the words of a search stand.
        case hits(of: String)

        /// One of its marks: "quote".
        var mark: String {
            switch self {
            case .quotes, .quotesOf: "quote"
            case .mentions: "mention"
            case .hits: "hit"
            }
        }

        var isQuotes: Bool {
            switch self {
            case .quotes, .quotesOf: true
            case .mentions, .hits: false
            }
        }
    }

    let subject: Subject
    /// In text order; each has one span or, for a quote in pieces, more.
    let stops: [[TextSpan]]
    /// The stop that stands out; nil before the first n.
    var current: Int?

    init(_ subject: Subject, stops: [[TextSpan]]) {
        self.subject = subject
        self.stops = stops
    }

    /// "quote 4/13", "Stoltenberg 2/9", "“border” 1/5"; "13 quotes" before the first n.
    var status: String {
        guard let current else {
            switch subject {
            case .quotes: return stops.isEmpty ? "no quotes" : counted(stops.count, "quote")
            case .quotesOf(let name): return "\(counted(stops.count, "quote")) of \(name)"
            case .mentions(let name): return "\(name) \(stops.count)×"
            case .hits(let words): return stops.isEmpty ? "“\(words)” not here" : "“\(words)” \(stops.count)×"
            }
        }
        let place = "\(current + 1)/\(stops.count)"
        return switch subject {
        case .quotes: "quote " + place
        case .quotesOf(let name): "quote \(place) of \(name)"
        case .mentions(let name): "\(name) \(place)"
        case .hits(let words): "“\(words)” \(place)"
        }
    }
}

/// "1 story", "27 stories".
func countedStories(_ number: Int) -> String { number == 1 ? "1 story" : "\(number) stories" }

/// "1 quote", "13 quotes".
func counted(_ number: Int, _ noun: String) -> String { number == 1 ? "1 \(noun)" : "\(number) \(noun)s" }
