import News

/// Everything that extraction knows before it reads: the tables of CLanguageFacts, made ready for look-up.
struct Facts: Sendable {
    static let standard = Facts()

    let folding: Folding
    let countries: [Country]
    private(set) var phrases = PhraseTable()
    private var words = KeyMap<UInt64>(absent: 0, capacity: 1 << 16)
    private let indexOfCountry: [String: Int16]

    private init() {
        folding = Folding(table: FactTable("folding"))
        countries = FactTable("countries").rows.map { Country(code: String($0[0]), name: String($0[1])) }
        indexOfCountry = Dictionary(uniqueKeysWithValues: countries.enumerated().map { ($1.code, Int16($0)) })
        addFunctionWords()
        addCommonWords()
        addNames()
        addRoles()
        addCues()
        addOrganisations()
        addPlaces()
        addCountryTerms()
        addCities()
        addBlockers()
    }

    func traits(of key: WordKey) -> WordTraits { WordTraits(rawValue: words[key]) }

    /// The keys of a phrase's words, cut as the tokeniser cuts them.
    func keys(of phrase: some StringProtocol) -> [WordKey] {
        var keys: [WordKey] = []
        var builder = WordKeyBuilder()
        var isInWord = false
        for scalar in phrase.unicodeScalars {
            switch scalar {
            case ".", "'", "’", "‘":
                continue
            case "a"..."z", "A"..."Z", "0"..."9", "@", "#":
                builder.add(UInt8(scalar.value) | (scalar.properties.isAlphabetic ? 0x20 : 0))
                isInWord = true
            case _ where scalar.value >= 0xC0 && scalar.properties.isAlphabetic:
                _ = folding.add(scalar.value, to: &builder)
                isInWord = true
            default:
                if isInWord { keys.append(builder.key) }
                builder = WordKeyBuilder()
                isInWord = false
            }
        }
        if isInWord { keys.append(builder.key) }
        return keys
    }

    private mutating func mark(_ word: some StringProtocol, _ traits: WordTraits) {
        let keys = keys(of: word)
        if keys.count == 1 { words[keys[0]] |= traits.rawValue }
    }

    private mutating func add(_ phrase: some StringProtocol, _ term: Term) {
        let keys = keys(of: phrase)
        guard let first = keys.first else { return }
        words[first] |= WordTraits.opensPhrase.rawValue
        phrases.add(keys, term)
    }

    // MARK: The tables

    private mutating func addFunctionWords() {
        let kinds: [Substring: WordTraits] = [
            "determiner": .determiner, "possessive": [.possessive], "male": .male, "female": .female, "plural": .plural,
            "neuter": .neuter, "speaking": .speaking, "relative": .relative, "preposition": .preposition,
            "conjunction": .conjunction, "clause": .clauseOpener, "auxiliary": .auxiliary, "adverb": .adverb,
            "date": .date, "particle": .particle, "generation": .generation, "abbreviation": .abbreviation,
        ]
        for row in FactTable("function-words").rows {
            guard row.count > 1, let traits = kinds[row[0]] else { preconditionFailure("function-words: \(row)") }
            for word in row[1].split(separator: " ") { mark(word, traits) }
        }
    }

    private mutating func addCommonWords() {
        for row in FactTable("words").rows {
            mark(row[0], row.count > 1 && row[1] == "date" ? [.common, .date] : .common)
        }
    }

    private mutating func addNames() {
        for row in FactTable("forenames").rows {
            var traits: WordTraits =
                switch row[1] {
                case "f": .femaleForename
                case "m": .maleForename
                default: .sharedForename
                }
            if row.count > 2 {
                if row[2].contains("word") { traits.insert(.wordAndName) }
                if row[2].contains("place") { traits.insert(.placeAndName) }
                if row[2].contains("surname") { traits.insert(.surname) }
            }
            mark(row[0], traits)
        }
        for row in FactTable("surnames").rows {
            mark(row[0], row.count > 1 && row[1].contains("word") ? [.surname, .wordAndName] : .surname)
        }
    }

    private mutating func addRoles() {
        for row in FactTable("roles").rows {
            let gender: (WordTraits, Term.Notes) =
                switch row.count > 2 ? row[2] : "" {
                case "f": (.femaleRole, .female)
                case "m": (.maleRole, .male)
                default: ([], [])
                }
            let kind: (WordTraits, Term.Notes) =
                switch row[1] {
                case "honorific": (.honorific, .honorific)
                case "modifier": (.roleModifier, .modifier)
                case "relation": (.kinship, .kinship)
                case "party": ([], .party)
                default: (.role, [])
                }
            mark(row[0], gender.0.union(kind.0))
            add(row[0], Term(kind: .role, country: -1, region: 0, population: 0, notes: gender.1.union(kind.1)))
        }
    }

    private mutating func addCues() {
        let rows = FactTable("cues").rows
        let nouns = Set(rows.filter { $0[2].contains("noun") }.map(\.[0]))
        for row in rows {
            let flags = row[2].split(separator: ",")
            var traits: WordTraits = []
            if flags.contains("noun") {
                traits = .speechNoun
            } else {
                traits = flags.contains("weak") ? .weakCue : .cue
                if flags.contains("addressee") { traits.insert(.addressing) }
                if flags.contains("goes-on") { traits.insert(.goingOn) }
                // "Officials say": the base form is finite too, unless it is first of all a noun ("report").
                let tense = row.count > 3 ? row[3] : ""
                if tense == "past" || tense == "present" || tense == "base" && !nouns.contains(row[0]) { traits.insert(.finiteCue) }
            }
            mark(row[0], traits)
            if row[0].contains(" ") { add(row[0], Term(kind: .cuePhrase, country: -1, region: 0, population: 0, notes: [])) }
        }
    }

    private mutating func addOrganisations() {
        for row in FactTable("organisations").rows {
            switch row[1] {
            case "head", "suffix", "prefix": mark(row[0], .organisationWord)
            default:
                let notes: Term.Notes = row[1] == "acronym" ? .capitals : []
                add(row[0], Term(kind: .organisation, country: -1, region: 0, population: 0, notes: notes))
            }
        }
    }

    private mutating func addPlaces() {
        for row in FactTable("places").rows {
            if row[1] == "head" {
                mark(row[0], .placeWord)
            } else {
                add(row[0], Term(kind: .place, country: -1, region: 0, population: 0, notes: []))
            }
        }
    }

    private mutating func addCountryTerms() {
        let kinds: [Substring: Term.Kind] = [
            "name": .country, "demonym": .demonym, "language-or-demonym": .languageOrDemonym, "capital": .capital,
            "seat": .seat, "weak-seat": .weakSeat, "region": .region, "us-postal": .postalState, "feature": .feature,
        ]
        for row in FactTable("country-terms").rows {
            guard let kind = kinds[row[2]], let country = indexOfCountry[String(row[1])] else { continue }
            var notes: Term.Notes = row.count > 3 ? Self.notes(row[3]) : []
            if Self.isShortCapitals(row[0]) { notes.insert(.capitals) }
            add(row[0], Term(kind: kind, country: country, region: 0, population: 0, notes: notes))
        }
    }

    private mutating func addCities() {
        for row in FactTable("cities").rows {
            guard let country = indexOfCountry[String(row[1])] else { continue }
            let region = row[2].isEmpty ? 0 : keys(of: row[2]).first ?? 0
            add(
                row[0],
                Term(
                    kind: .city, country: country, region: region, population: Int32(row[3]) ?? 0,
                    notes: row.count > 4 ? Self.notes(row[4]) : []))
        }
    }

    private mutating func addBlockers() {
        for row in FactTable("blockers").rows {
            var notes: Term.Notes = row[1] == "outlet" ? .outlet : []
            if row[1] == "outlet" || row[1] == "firm" || row[1] == "club" { notes.insert(.organisation) }
            add(row[0], Term(kind: .blocker, country: -1, region: 0, population: 0, notes: notes))
        }
    }

    private static func notes(_ words: Substring) -> Term.Notes {
        var notes: Term.Notes = []
        if words.contains("needs-support") { notes.insert(.needsSupport) }
        if words.contains("person") { notes.insert(.person) }
        if words.contains("word") || words.contains("bird") { notes.insert(.word) }
        if words.contains("us-state") { notes.insert(.state) }
        return notes
    }

    /// US, UK, U.S., UAE: not to be met in small letters.
    private static func isShortCapitals(_ term: Substring) -> Bool {
        term.utf8.count <= 6 && term.unicodeScalars.allSatisfy { $0 == "." || ("A"..."Z").contains($0) }
    }
}
