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

        /// What its marks are.
        var mark: Texts.Thing {
            switch self {
            case .quotes, .quotesOf: .quote
            case .mentions: .mention
            case .hits: .hit
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
            case .quotes: return stops.isEmpty ? Texts.noQuotes : Texts.counted(stops.count, .quote)
            case .quotesOf(let name): return Texts.quotes(stops.count, of: name)
            case .mentions(let name): return Texts.named(name, times: stops.count)
            case .hits(let words):
                return stops.isEmpty ? Texts.notHere(words) : Texts.found(words, times: stops.count)
            }
        }
        let place = "\(current + 1)/\(stops.count)"
        return switch subject {
        case .quotes: Texts.quote(at: place)
        case .quotesOf(let name): Texts.quote(at: place, of: name)
        case .mentions(let name): Texts.mention(of: name, at: place)
        case .hits(let words): Texts.hit(of: words, at: place)
        }
    }
}
