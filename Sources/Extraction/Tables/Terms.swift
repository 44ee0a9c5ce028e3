/// One meaning of a word or phrase in the tables.
struct Term: Sendable {
    enum Kind: UInt8, Sendable {
        // Countries.
        case country, demonym, languageOrDemonym, capital, seat, weakSeat, region, postalState, feature, city
        /// Contains a country's or city's name and points to none: Washington Post.
        case blocker
        // Others.
        case role, organisation, place, cuePhrase
    }

    let kind: Kind
    /// Index in `Facts.countries`; -1 when the term points to no country.
    let country: Int16
    /// For cities of a federal country, its part ("TX"), as a key; 0 when not told.
    let region: WordKey
    /// In thousands, for cities.
    let population: Int32
    let notes: Notes

    init(kind: Kind, country: Int16 = -1, region: WordKey = 0, population: Int32 = 0, notes: Notes = []) {
        self.kind = kind
        self.country = country
        self.region = region
        self.population = population
        self.notes = notes
    }

    /// The same, where it counts only with support of its country.
    var needingSupport: Term {
        Term(
            kind: kind, country: country, region: region, population: population, notes: notes.union(.needsSupport))
    }

    /// The same, where its place in the story says that it is a place.
    var standingAlone: Term {
        Term(
            kind: kind, country: country, region: region, population: population,
            notes: notes.subtracting([.needsSupport, .person, .word]))
    }

    struct Notes: OptionSet, Sendable {
        let rawValue: UInt32
        /// Counts only with support of the same country in the article.
        static let needsSupport = Notes(rawValue: 1 << 0)
        /// Also people's name: Jordan, Paris.
        static let person = Notes(rawValue: 1 << 1)
        /// Also an ordinary word: Turkey, Nice.
        static let word = Notes(rawValue: 1 << 2)
        /// A finite verb of several words: shot back.
        static let finite = Notes(rawValue: 1 << 3)
        /// Must be written in capitals: US, UK.
        static let capitals = Notes(rawValue: 1 << 4)
        static let female = Notes(rawValue: 1 << 5)
        static let male = Notes(rawValue: 1 << 6)
        /// A role that stands before a name without a job of its own: Mr, Dame.
        static let honorific = Notes(rawValue: 1 << 7)
        /// A role held by one person at a time, or the party that stands for one: the senator, the Republican.
        static let office = Notes(rawValue: 1 << 15)
        /// A role towards somebody: his son, her colleague.
        static let relation = Notes(rawValue: 1 << 16)
        /// An office held by marriage: First Lady.
        static let consort = Notes(rawValue: 1 << 17)
        /// What several who follow are: senators.
        static let plural = Notes(rawValue: 1 << 18)
        static let modifier = Notes(rawValue: 1 << 8)
        /// A cue phrase that its speaker follows: according to, selon.
        static let source = Notes(rawValue: 1 << 13)
        /// Only right behind a comma: "…“, so Huber".
        static let afterComma = Notes(rawValue: 1 << 14)
        /// A country's name in another language that is an English word too: counts only where the text is not English.
        static let otherLanguage = Notes(rawValue: 1 << 9)
        /// Counts only behind a place, as in "Athens, Ga.": PA is also an agency.
        static let tailOnly = Notes(rawValue: 1 << 10)
        /// A lesser place of that name: counts only in a story that is set in its country.
        static let namesake = Notes(rawValue: 1 << 11)
        /// A town where courts and talks of other countries are held: The Hague.
        static let host = Notes(rawValue: 1 << 19)
        /// The blocked phrase is itself an organisation.
        static let organisation = Notes(rawValue: 1 << 12)
    }
}

/// The phrases of all tables, one word and longer, as a trie over word keys.
struct PhraseTable: Sendable {
    private struct Node: Sendable {
        /// In `entries`; -1 when the node is only a prefix.
        var firstEntry: Int32 = -1
        /// Whether a longer phrase begins with this one.
        var goesOn = false
    }

    fileprivate struct Entry: Sendable {
        let term: Term
        /// The next meaning of the same phrase; -1 behind the last.
        let next: Int32
    }

    /// By the phrase key of every prefix.
    private var nodes = KeyMap<Node>(capacity: 1 << 16)
    fileprivate private(set) var entries: [Entry] = []

    /// - Returns: the node of the first word; -1 when there are no words.
    @discardableResult
    mutating func add(_ words: some Sequence<WordKey>, _ term: Term) -> Int32 {
        var key: WordKey = 0
        var node = -1
        var first: Int32 = -1
        for word in words {
            if node >= 0 { nodes[node].goesOn = true }
            key = phraseKey(key, word)
            node = nodes.add(key, Node())
            if first < 0 { first = Int32(node) }
        }
        guard node >= 0 else { return first }
        entries.append(Entry(term: term, next: nodes[node].firstEntry))
        nodes[node].firstEntry = Int32(entries.count - 1)
        return first
    }

    /// The node of the phrase that extends `prefix` (0 at the start) by a word, nil when no phrase goes on so.
    func step(_ prefix: inout WordKey, _ word: WordKey) -> Int? {
        let longer = phraseKey(prefix, word)
        guard let node = nodes.number(of: longer) else { return nil }
        prefix = longer
        return node
    }

    func hasTerms(_ node: Int) -> Bool { nodes[node].firstEntry >= 0 }

    /// Whether a longer phrase begins with the one that ends at a node.
    func goesOn(_ node: Int) -> Bool { nodes[node].goesOn }

    /// The term of one of these kinds that ends at a node.
    func term(at node: Int, where isWanted: (Term.Kind) -> Bool) -> Term? {
        terms(at: node).first { isWanted($0.kind) }
    }

    /// Every meaning of the phrase that ends at a node. Nothing is copied.
    func terms(at node: Int) -> Terms { Terms(table: self, first: nodes[node].firstEntry) }
}

/// The meanings of one phrase, the last of the tables first.
struct Terms: Sequence, IteratorProtocol {
    private let entries: [PhraseTable.Entry]
    private var at: Int32

    fileprivate init(table: PhraseTable, first: Int32) {
        entries = table.entries
        at = first
    }

    mutating func next() -> Term? {
        guard at >= 0 else { return nil }
        let entry = entries[Int(at)]
        at = entry.next
        return entry.term
    }
}
