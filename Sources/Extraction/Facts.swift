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
        countries = FactTable("countries").map { Country(code: $0[0].text, name: $0[1].text) }
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
    private func keys(of phrase: FactTable.Field) -> [WordKey] {
        phrase.withBytes { bytes in
            var keys: [WordKey] = []
            var builder = WordKeyBuilder()
            var isInWord = false
            var at = 0
            while at < bytes.count {
                let (scalar, width) = decodedScalar(bytes, at)
                at += width
                switch scalar {
                case 0x2E, 0x27, 0x2019, 0x2018: continue
                case 0x61...0x7A, 0x40, 0x23:
                    builder.add(UInt8(scalar))
                    isInWord = true
                case 0x30...0x39:
                    builder.add(UInt8(scalar))
                    isInWord = true
                case 0x41...0x5A:
                    builder.add(UInt8(scalar | 0x20))
                    isInWord = true
                case 0xC0..<0x2000, 0x2C00..., 0xAA, 0xBA:
                    _ = folding.add(scalar, to: &builder)
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
    }

    private mutating func mark(_ word: FactTable.Field, _ traits: WordTraits) {
        let keys = keys(of: word)
        if keys.count == 1 { words[keys[0]] |= traits.rawValue }
    }

    private mutating func add(_ phrase: FactTable.Field, _ term: Term) {
        let keys = keys(of: phrase)
        guard let first = keys.first else { return }
        words[first] |= WordTraits.opensPhrase.rawValue
        phrases.add(keys, term)
    }

    // MARK: The tables

    private mutating func addFunctionWords() {
        let kinds: [String: WordTraits] = [
            "determiner": .determiner, "possessive": .possessive, "male": .male, "female": .female, "plural": .plural,
            "neuter": .neuter, "object": .object, "speaking": .speaking, "relative": .relative,
            "preposition": .preposition,
            "conjunction": .conjunction, "clause": .clauseOpener, "auxiliary": .auxiliary, "adverb": .adverb,
            "date": .date, "outlet": .outletWord, "naming": .namingWord, "language": .languageWord,
            "speaking-of": .languageOpener, "plural-noun": .pluralNoun, "particle": .particle,
            "generation": .generation, "organisation-noun": .organisationNoun, "office-modifier": .officeModifier,
            "abbreviation": .abbreviation,
        ]
        for row in FactTable("function-words") {
            guard let traits = kinds[row[0].text] else { preconditionFailure("function-words: \(row[0].text)") }
            for word in row[1].split(separator: UInt8(ascii: " ")) { mark(word, traits) }
        }
    }

    private mutating func addCommonWords() {
        for row in FactTable("words") { mark(row[0], row[1] == "date" ? [.common, .date] : .common) }
    }

    private mutating func addNames() {
        for row in FactTable("forenames") {
            var traits: WordTraits = row[1] == "f" ? .femaleForename : row[1] == "m" ? .maleForename : .sharedForename
            if row[2].contains("word") { traits.insert(.wordAndName) }
            if row[2].contains("place") { traits.insert(.placeAndName) }
            if row[2].contains("surname") { traits.insert(.surname) }
            mark(row[0], traits)
        }
        for row in FactTable("surnames") {
            mark(row[0], row[1].contains("word") ? [.surname, .wordAndName] : .surname)
        }
    }

    private mutating func addRoles() {
        for row in FactTable("roles") {
            let gender: Term.Notes = row[2] == "f" ? .female : row[2] == "m" ? .male : []
            let kind: (WordTraits, Term.Notes) =
                switch row[1].text {
                case "honorific": (.honorific, .honorific)
                case "modifier": (.roleModifier, .modifier)
                case "relation": ([], [])
                case "office": (.role, .office)
                case "party": ([], .office)
                default: (.role, [])
                }
            mark(row[0], kind.0)
            add(row[0], Term(kind: .role, notes: gender.union(kind.1)))
        }
    }

    private mutating func addCues() {
        let table = FactTable("cues")
        let nouns = Set(table.filter { $0[2].contains("noun") }.map { $0[0].text })
        for row in table {
            if row[2].contains("phrase") {
                add(row[0], Term(kind: .cuePhrase, notes: row[3] == "past" || row[3] == "present" ? .finite : []))
            }
            if row[2].contains("noun") {
                mark(row[0], .speechNoun)
                continue
            }
            var traits: WordTraits = row[2].contains("weak") ? .weakCue : .cue
            if row[2].contains("addressee") { traits.insert(.addressing) }
            // "Officials say": the base form is finite too, unless it is first of all a noun ("report").
            let tense = row[3]
            if tense == "past" || tense == "present" || tense == "base" && !nouns.contains(row[0].text) {
                traits.insert(.finiteCue)
            }
            if tense == "present", nouns.contains(row[0].text) { traits.insert(.pluralNoun) }
            mark(row[0], traits)
        }
    }

    private mutating func addOrganisations() {
        for row in FactTable("organisations") {
            if row[1] == "known" || row[1] == "acronym" {
                add(row[0], Term(kind: .organisation, notes: row[1] == "acronym" ? .capitals : []))
            } else if let head = row[0].split(separator: UInt8(ascii: " ")).last(where: {
                !($0 == "of" || $0 == "for" || $0 == "on")
            }),
                !(row[1] == "prefix" && row[0].contains(" "))
            {
                // "Department of", "Fire Department": the noun makes the organisation.
                mark(head, .organisationWord)
            }
        }
    }

    private mutating func addPlaces() {
        for row in FactTable("places") {
            if row[1] == "head" { mark(row[0], .placeWord) } else { add(row[0], Term(kind: .place)) }
        }
    }

    private mutating func addCountryTerms() {
        let kinds: [String: Term.Kind] = [
            "name": .country, "demonym": .demonym, "language-or-demonym": .languageOrDemonym, "capital": .capital,
            "seat": .seat, "weak-seat": .weakSeat, "region": .region, "us-postal": .postalState,
            "ca-postal": .postalState,
            "feature": .feature,
        ]
        for row in FactTable("country-terms") {
            guard let kind = kinds[row[2].text], let country = indexOfCountry[row[1].text] else { continue }
            var notes = Self.notes(row[3])
            if Self.isShortCapitals(row[0]) { notes.insert(.capitals) }
            add(row[0], Term(kind: kind, country: country, notes: notes))
        }
    }

    private mutating func addCities() {
        for row in FactTable("cities") {
            guard let country = indexOfCountry[row[1].text] else { continue }
            let region = row[2].isEmpty ? 0 : keys(of: row[2]).first ?? 0
            add(
                row[0],
                Term(
                    kind: .city, country: country, region: region, population: row[3].number, notes: Self.notes(row[4]))
            )
        }
    }

    private mutating func addBlockers() {
        for row in FactTable("blockers") {
            let isOrganisation = row[1] == "outlet" || row[1] == "firm" || row[1] == "club"
            add(row[0], Term(kind: .blocker, notes: isOrganisation ? .organisation : []))
        }
    }

    private static func notes(_ field: FactTable.Field) -> Term.Notes {
        guard !field.isEmpty else { return [] }
        var notes: Term.Notes = []
        if field.contains("needs-support") || field == "weak" { notes.insert(.needsSupport) }
        if field.contains("person") { notes.insert(.person) }
        if field.contains("word") || field.contains("bird") { notes.insert(.word) }
        return notes
    }

    /// US, UK, U.S., UAE: not to be met in small letters.
    private static func isShortCapitals(_ term: FactTable.Field) -> Bool {
        term.withBytes { $0.count <= 6 && $0.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x2E } }
    }
}

/// The scalar at an offset and how many bytes it takes. The bytes are valid UTF-8.
@inline(__always)
func decodedScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt32, Int) {
    let first = bytes[at]
    if first < 0x80 { return (UInt32(first), 1) }
    if first < 0xE0 { return (UInt32(first & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F), 2) }
    let second = UInt32(bytes[at + 1] & 0x3F)
    if first < 0xF0 { return (UInt32(first & 0x0F) << 12 | second << 6 | UInt32(bytes[at + 2] & 0x3F), 3) }
    let third = UInt32(bytes[at + 2] & 0x3F)
    return (UInt32(first & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[at + 3] & 0x3F), 4)
}
