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

    struct Notes: OptionSet, Sendable {
        let rawValue: UInt16
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
        static let office = Notes(rawValue: 1 << 9)
        static let modifier = Notes(rawValue: 1 << 8)
        /// The blocked phrase is itself an organisation.
        static let organisation = Notes(rawValue: 1 << 12)
    }
}

/// The phrases of all tables, one word and longer, as a trie over word keys.
struct PhraseTable: Sendable {
    /// Phrase key of every prefix → its node.
    private var nodes = KeyMap<Int32>(absent: -1, capacity: 1 << 15)
    /// For each node, its first term in `terms`; -1 when it is only a prefix.
    private var firstTerm: [Int32] = []
    private var terms: [(term: Term, next: Int32)] = []

    mutating func add(_ words: [WordKey], _ term: Term) {
        var key: WordKey = 0
        var node: Int32 = -1
        for word in words {
            key = phraseKey(key, word)
            node = nodes[key]
            if node < 0 {
                node = Int32(firstTerm.count)
                firstTerm.append(-1)
                nodes[key] = node
            }
        }
        guard node >= 0 else { return }
        terms.append((term, firstTerm[Int(node)]))
        firstTerm[Int(node)] = Int32(terms.count - 1)
    }

    /// The node of the phrase that extends `prefix` (0 at the start) by a word, nil when no phrase goes on so.
    func step(_ prefix: inout WordKey, _ word: WordKey) -> Int? {
        let longer = phraseKey(prefix, word)
        let node = nodes[longer]
        guard node >= 0 else { return nil }
        prefix = longer
        return Int(node)
    }

    func hasTerms(_ node: Int) -> Bool { firstTerm[node] >= 0 }

    /// The term of one of these kinds that ends at a node.
    func term(at node: Int, where isWanted: (Term.Kind) -> Bool) -> Term? {
        var at = firstTerm[node]
        while at >= 0 {
            let entry = terms[Int(at)]
            if isWanted(entry.term.kind) { return entry.term }
            at = entry.next
        }
        return nil
    }

    /// Every meaning of the phrase that ends at a node.
    func terms(at node: Int) -> [Term] {
        var found: [Term] = []
        var at = firstTerm[node]
        while at >= 0 {
            found.append(terms[Int(at)].term)
            at = terms[Int(at)].next
        }
        return found
    }
}
