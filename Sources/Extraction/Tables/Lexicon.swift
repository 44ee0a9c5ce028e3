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
    /// A weak cue in its base form, which is often a noun: voice, welcome.
    static let baseCue = WordTraits(rawValue: 1 << 38)
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

    /// A preposition that a phrase for a person goes on over: a spokesman for the ministry.
    static let linking = WordTraits(rawValue: 1 << 41)
    /// Cut off from the next word by an apostrophe: l’Ukraine, dell’Ucraina.
    static let elided = WordTraits(rawValue: 1 << 42)
    /// Stands for an organisation named before, whatever its name: the company.
    static let organisationNoun = WordTraits(rawValue: 1 << 43)
    /// Makes another office of the one behind it: prime, vice, deputy.
    static let officeModifier = WordTraits(rawValue: 1 << 44)
    /// Limits or takes back the role behind it: alleged, former, acting.
    static let roleQualifier = WordTraits(rawValue: 1 << 45)
    /// Behind it and "of" stands a person: murder, widow.
    static let befallsPeople = WordTraits(rawValue: 1 << 46)
    /// Stands for many people without an article: police, staff.
    static let collective = WordTraits(rawValue: 1 << 47)
    /// What is said is said to the subject: faces a charge.
    static let receiving = WordTraits(rawValue: 1 << 48)
    /// A stretch of time: hours, day.
    static let timeNoun = WordTraits(rawValue: 1 << 49)

    /// What a monarch or cleric is addressed by, with "his" or "her": majesty, highness.
    static let styleNoun = WordTraits(rawValue: 1 << 50)
    /// A rank with a capital, an adjective in small letters: private, major.
    static let rankOrAdjective = WordTraits(rawValue: 1 << 51)
    /// Somebody or some, of nobody named: someone, another, several.
    static let indefinite = WordTraits(rawValue: 1 << 60)
    /// A thing that words stand on: a sign, a law.
    static let inscribed = WordTraits(rawValue: 1 << 61)
    /// One of a party: Republican.
    static let affiliate = WordTraits(rawValue: 1 << 59)
    /// A past form that is no noun, with an ending of its own: made.
    static let pastVerb = WordTraits(rawValue: 1 << 57)
    /// Tells of others' words: an indictment, records.
    static let document = WordTraits(rawValue: 1 << 58)
    /// Talking with somebody: met, an interview.
    static let talking = WordTraits(rawValue: 1 << 62)

    /// Before a ship's name, in capitals: HMS.
    static let shipPrefix = WordTraits(rawValue: 1 << 52)
    /// Before a storm's name: Hurricane.
    static let stormWord = WordTraits(rawValue: 1 << 53)
    /// Ends the name of a law, a prize or a contest: Act, Prize.
    static let thingWord = WordTraits(rawValue: 1 << 54)
    /// Stands behind a person's name, in capitals: KC, OBE.
    static let postnominal = WordTraits(rawValue: 1 << 55)

    /// What a side does to another, in a report of a game: beat.
    static let gameWord = WordTraits(rawValue: 1 << 56)

    /// What firms do and mass nouns do not: owns, makes.
    static let firmVerb = WordTraits(rawValue: 1 << 57)

    /// Of a part of the world or a party: African, Democrat.
    static let regional = WordTraits(rawValue: 1 << 58)

    static let forename: WordTraits = [.femaleForename, .maleForename, .sharedForename]
    static let personPronoun: WordTraits = [.male, .female]
    static let functionWord: WordTraits = [
        .determiner, .possessive, .male, .female, .plural, .neuter, .speaking, .relative, .preposition, .conjunction,
        .clauseOpener, .auxiliary, .adverb,
    ]
    static let pronoun: WordTraits = [.male, .female, .plural, .neuter, .speaking]

    func has(_ some: WordTraits) -> Bool { !isDisjoint(with: some) }
}

/// What the tables say of a word.
struct WordFacts: Sendable {
    var traits: WordTraits = []
    /// Its node as the first word of phrases; -1 when none begins with it.
    var node: Int32 = -1
}

/// A map from word or phrase keys, numbered in the order they come, to values: open addressing, linear probing. Keys are
/// hashes already.
///
/// The places are small and apart from the entries: what a text asks for again and again stays near the processor, and
/// a word that is not in the map seldom costs more than its place.
struct KeyMap<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        let key: WordKey
        var value: Value
    }

    /// The high bits of a key over the number of its entry from 1; 0 where nothing is.
    private var places: [UInt32]
    private var entries: [Entry] = []
    private static var numberBits: UInt32 { 20 }

    /// - Parameter capacity: a power of two, twice the keys that are expected.
    init(capacity: Int) {
        precondition(capacity.nonzeroBitCount == 1, "places are found by the low bits of a key")
        places = Array(repeating: 0, count: capacity)
        entries.reserveCapacity(capacity / 2)
    }

    /// The number of a key; nil when it was never added.
    @inline(__always)
    func number(of key: WordKey) -> Int? {
        let number = Self.number(places[place(of: key)])
        return number < 0 ? nil : number
    }

    /// The value of the key with a number.
    subscript(number: Int) -> Value {
        get { entries[number].value }
        _modify { yield &entries[number].value }
    }

    /// The number of a key, which gets a value when it is new.
    mutating func add(_ key: WordKey, _ value: @autoclosure () -> Value) -> Int {
        let place = place(of: key)
        if places[place] != 0 { return Self.number(places[place]) }
        entries.append(Entry(key: key, value: value()))
        precondition(entries.count < 1 << Self.numberBits, "the tables have too many words")
        places[place] = Self.tag(key) | UInt32(entries.count)
        if entries.count * 2 > places.count { grow() }
        return entries.count - 1
    }

    /// Where a key is, or where it would go.
    @inline(__always)
    private func place(of key: WordKey) -> Int {
        var place = Int(truncatingIfNeeded: key) & (places.count - 1)
        while places[place] != 0 {
            if places[place] & Self.tag(.max) == Self.tag(key), entries[Self.number(places[place])].key == key {
                break
            }
            place = (place + 1) & (places.count - 1)
        }
        return place
    }

    private static func tag(_ key: WordKey) -> UInt32 {
        UInt32(truncatingIfNeeded: key >> 32) & ~((1 << numberBits) - 1)
    }

    /// -1 for an empty place.
    private static func number(_ place: UInt32) -> Int { Int(place & ((1 << numberBits) - 1)) - 1 }

    private mutating func grow() {
        places = Array(repeating: 0, count: places.count * 2)
        for (number, entry) in entries.enumerated() {
            places[place(of: entry.key)] = Self.tag(entry.key) | UInt32(number + 1)
        }
    }
}
