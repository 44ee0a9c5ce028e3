/// What is known of a word by itself, whatever its case: facts, not decisions.
struct WordTraits: OptionSet, Sendable {
    let rawValue: UInt64

    // Names.
    static let femaleForename = WordTraits(rawValue: 1 << 0)
    static let maleForename = WordTraits(rawValue: 1 << 1)
    /// Given to women and men.
    static let sharedForename = WordTraits(rawValue: 1 << 2)
    static let surname = WordTraits(rawValue: 1 << 3)
    /// A forename or surname that is first of all an English word: Will, Grace, Young.
    static let wordAndName = WordTraits(rawValue: 1 << 4)
    /// A forename that is first of all a place: Paris, Georgia, Sydney.
    static let placeAndName = WordTraits(rawValue: 1 << 5)
    /// Inside names, in small letters: de, van, bin.
    static let particle = WordTraits(rawValue: 1 << 6)
    /// After names: Jr, III.
    static let generation = WordTraits(rawValue: 1 << 7)

    // Roles.
    static let honorific = WordTraits(rawValue: 1 << 8)
    /// The last or only word of an office, rank or job.
    static let role = WordTraits(rawValue: 1 << 9)
    static let roleModifier = WordTraits(rawValue: 1 << 10)

    // Organisations and places.
    /// Makes a capitalised run an organisation: Ministry, Corp.
    static let organisationWord = WordTraits(rawValue: 1 << 14)
    /// Makes a capitalised run a place: River, Mount.
    static let placeWord = WordTraits(rawValue: 1 << 15)

    // Reporting.
    /// Reports speech beside its subject: said, wrote.
    static let cue = WordTraits(rawValue: 1 << 16)
    /// A cue only right beside a quotation: laughed, began.
    static let weakCue = WordTraits(rawValue: 1 << 17)
    /// Takes the person spoken to: told reporters.
    static let addressing = WordTraits(rawValue: 1 << 18)
    /// A noun for something said: statement, tweet.
    static let speechNoun = WordTraits(rawValue: 1 << 20)
    /// A finite form: said, says. Not saying, say.
    static let finiteCue = WordTraits(rawValue: 1 << 21)

    // The closed classes.
    static let determiner = WordTraits(rawValue: 1 << 22)
    static let possessive = WordTraits(rawValue: 1 << 23)
    static let male = WordTraits(rawValue: 1 << 24)
    static let female = WordTraits(rawValue: 1 << 25)
    static let plural = WordTraits(rawValue: 1 << 26)
    static let neuter = WordTraits(rawValue: 1 << 27)
    /// I, we, you.
    static let speaking = WordTraits(rawValue: 1 << 28)
    static let relative = WordTraits(rawValue: 1 << 29)
    static let preposition = WordTraits(rawValue: 1 << 30)
    static let conjunction = WordTraits(rawValue: 1 << 31)
    /// Opens a clause with a subject of its own: that, because.
    static let clauseOpener = WordTraits(rawValue: 1 << 32)
    static let auxiliary = WordTraits(rawValue: 1 << 33)
    static let adverb = WordTraits(rawValue: 1 << 34)
    static let date = WordTraits(rawValue: 1 << 35)
    static let abbreviation = WordTraits(rawValue: 1 << 36)

    /// An ordinary English word.
    static let common = WordTraits(rawValue: 1 << 37)
    /// A phrase of the tables begins with it.
    static let opensPhrase = WordTraits(rawValue: 1 << 38)
    /// Pronouns that are never subjects: him, them.
    static let object = WordTraits(rawValue: 1 << 39)
    /// Ends the name of a paper or broadcaster: Herald, Times.
    static let outletWord = WordTraits(rawValue: 1 << 11)
    /// Says that what follows is a word or a title, not speech: dubbed, so-called, film.
    static let namingWord = WordTraits(rawValue: 1 << 12)
    /// Behind "French", makes it a language: speaking, lessons.
    static let languageWord = WordTraits(rawValue: 1 << 13)
    /// Before "French", may make it a language: in, speaks.
    static let languageOpener = WordTraits(rawValue: 1 << 19)
    /// A present form that is also the plural of a noun: states, reports.
    static let pluralNoun = WordTraits(rawValue: 1 << 40)

    /// Stands for an organisation named before, whatever its name: the company.
    static let organisationNoun = WordTraits(rawValue: 1 << 41)
    /// Makes another office of the one behind it: prime, vice, deputy.
    static let officeModifier = WordTraits(rawValue: 1 << 42)

    static let forename: WordTraits = [.femaleForename, .maleForename, .sharedForename]
    static let personPronoun: WordTraits = [.male, .female]
    static let pronoun: WordTraits = [.male, .female, .plural, .neuter, .speaking]

    func has(_ some: WordTraits) -> Bool { !isDisjoint(with: some) }
}

/// A map from word or phrase keys to values: open addressing, linear probing. Keys are hashes already.
struct KeyMap<Value: Sendable>: Sendable {
    private var keys: [WordKey]
    private var values: [Value]
    private let absent: Value
    private(set) var count = 0

    init(absent: Value, capacity: Int = 1 << 12) {
        self.absent = absent
        keys = Array(repeating: 0, count: capacity)
        values = Array(repeating: absent, count: capacity)
    }

    subscript(key: WordKey) -> Value {
        get {
            var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
            while keys[slot] != 0 {
                if keys[slot] == key { return values[slot] }
                slot = (slot + 1) & (keys.count - 1)
            }
            return absent
        }
        set {
            if count * 2 >= keys.count { grow() }
            var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
            while keys[slot] != 0 && keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
            if keys[slot] == 0 { count += 1 }
            keys[slot] = key
            values[slot] = newValue
        }
    }

    private mutating func grow() {
        var larger = KeyMap(absent: absent, capacity: keys.count * 2)
        for slot in keys.indices where keys[slot] != 0 { larger[keys[slot]] = values[slot] }
        self = larger
    }
}
