/// Words that tell in which country a story is set without naming a place: "county sheriff", "Crown Court", "lakh".
///
/// They choose between places of one name, and speak for a story's country when it names no place that is known.
struct SettingWords: Sendable {
    /// Phrase key of up to `longest` words → the first of its rows; several countries share a habit. -1 for words that
    /// phrases only begin with.
    private var firstRow = KeyMap<Int32>(capacity: 1 << 11)
    private var rows: [(country: Int16, weight: Int16, next: Int32)] = []
    private var habits: Set<Int16> = []
    private static let longest = 3

    mutating func add(_ words: [WordKey], _ countries: [Int16], weight: Int) {
        precondition(words.count <= Self.longest, "a setting is told in few words")
        var key: WordKey = 0
        for word in words {
            key = phraseKey(key, word)
            _ = firstRow.add(key, -1)
        }
        for country in countries {
            let number = firstRow.add(key, -1)
            rows.append((country, Int16(weight), firstRow[number]))
            firstRow[number] = Int32(rows.count - 1)
            if weight == Self.ofHabit { habits.insert(country) }
        }
    }

    /// Whether the everyday words of a country's papers are known, not only a few that are met nowhere else.
    func tellHabits(of country: Int16) -> Bool { habits.contains(country) }

    private static let ofHabit = 1

    /// How much a story's words speak for each country; every word counts once.
    ///
    /// - Parameter spoken: is handed each word found, the first time, with its country.
    func weights(in prose: Prose, countries: Int, spoken: (Int16, Range<Int>) -> Void = { _, _ in }) -> [Int] {
        var weights = Array(repeating: 0, count: countries)
        var seen: Set<WordKey> = []
        let tokens = prose.tokens
        for start in tokens.indices where tokens[start].kind == .word {
            var key: WordKey = 0
            var at = start
            while at < tokens.count, at - start < Self.longest, tokens[at].kind == .word,
                tokens[at].paragraph == tokens[start].paragraph
            {
                key = phraseKey(key, tokens[at].key)
                at += 1
                guard var row = firstRow.number(of: key).map({ firstRow[$0] }) else { break }
                guard row >= 0, seen.insert(key).inserted else { continue }
                while row >= 0 {
                    let (country, weight, next) = rows[Int(row)]
                    weights[Int(country)] += Int(weight)
                    spoken(country, start..<at)
                    row = next
                }
            }
        }
        return weights
    }
}

/// What a word behind a name of a place or people makes of it; from `place-context.tsv`.
struct PlaceContext: OptionSet, Sendable {
    let rawValue: UInt8
    /// An address: Newmarket Road.
    static let street = PlaceContext(rawValue: 1 << 0)
    /// A sum: US dollars.
    static let money = PlaceContext(rawValue: 1 << 1)
    /// Before "US dollars": million.
    static let amount = PlaceContext(rawValue: 1 << 3)
    /// A dish, a breed, a make: Mexican restaurants.
    static let ware = PlaceContext(rawValue: 1 << 2)
    /// An office that a state of a federal country has: Georgia’s legislature, the governor of Georgia.
    static let state = PlaceContext(rawValue: 1 << 4)
    /// What is held in a town that has no part in it: talks, tribunal.
    static let hosted = PlaceContext(rawValue: 1 << 5)
}

extension PlaceContext {
    init?(named name: FactTable.Field) {
        if name == "street" {
            self = .street
        } else if name == "state" {
            self = .state
        } else if name == "money" {
            self = .money
        } else if name == "amount" {
            self = .amount
        } else if name == "ware" {
            self = .ware
        } else if name == "hosted" {
            self = .hosted
        } else {
            return nil
        }
    }
}
