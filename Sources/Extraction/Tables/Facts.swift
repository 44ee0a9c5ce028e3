import News

/// Everything that extraction knows before it reads: the tables of CLanguageFacts, made ready for look-up.
///
/// A class, so that all stages of a reading hold one: as a struct, handing it from stage to stage cost more than many of
/// them.
final class Facts: Sendable {
    static let standard = Facts(FactsMaker(.english), .english)

    /// What is known for reading a text in a language: shared facts, and the words of that language alone.
    static func facts(for language: Language) -> Facts {
        language.isEnglish ? standard : others.facts(for: language)
    }

    private static let others = FactsByLanguage()

    let language: Language
    let folding: Folding
    let countries: [Country]
    let phrases: PhraseTable
    private let words: KeyMap<WordFacts>
    /// What compound words for roles end in, and the node of that role in `phrases`.
    let roleEndings: [(letters: [UInt8], node: Int)]
    let settingWords: SettingWords
    private let placeContexts: KeyMap<PlaceContext>
    let indexOfCountry: [String: Int16]

    init(_ made: FactsMaker, _ language: Language) {
        self.language = language
        folding = made.folding
        countries = made.countries
        phrases = made.phrases
        words = made.words
        roleEndings = made.roleEndings
        settingWords = made.settingWords
        placeContexts = made.placeContexts
        indexOfCountry = made.indexOfCountry
    }

    func word(_ key: WordKey) -> WordFacts { words.number(of: key).map { words[$0] } ?? WordFacts() }
    func placeContext(of key: WordKey) -> PlaceContext {
        placeContexts.number(of: key).map { placeContexts[$0] } ?? []
    }
    func traits(of key: WordKey) -> WordTraits { word(key).traits }
}

/// Makes the facts for one language from the tables.
struct FactsMaker: Sendable {
    private let language: Language
    let folding: Folding
    let countries: [Country]
    private(set) var phrases = PhraseTable()
    private(set) var words = KeyMap<WordFacts>(capacity: 1 << 16)
    private(set) var roleEndings: [(letters: [UInt8], node: Int)] = []
    private(set) var settingWords = SettingWords()
    private(set) var placeContexts = KeyMap<PlaceContext>(capacity: 1 << 8)
    let indexOfCountry: [String: Int16]

    init(_ language: Language) {
        self.language = language
        folding = Folding(table: FactTable("folding"))
        countries = FactTable("countries").map { Country(code: $0[0].text, name: $0[1].text) }
        indexOfCountry = Dictionary(uniqueKeysWithValues: countries.enumerated().map { ($1.code, Int16($0)) })
        if language.isEnglish {
            addWords(FactTable("function-words"))
            addCommonWords()
            addRoles()
            addCues()
        } else if language.hasFacts {
            addWords(FactTable("languages/" + language.code))
        }
        addNames()
        addOrganisations()
        addPlaces()
        addCountryTerms()
        addCities()
        addBlockers()
        addNamesakes()
        addSettingWords()
        addPlaceContexts()
        addCountryNames()
    }

    private mutating func mark(_ word: FactTable.Field, _ traits: WordTraits) {
        var keys = WordKeys(of: word, folding)
        if let key = keys.next(), keys.next() == nil { words[words.add(key, WordFacts())].traits.insert(traits) }
    }

    private mutating func add(_ phrase: FactTable.Field, _ term: Term) {
        let keys = WordKeys(of: phrase, folding)
        guard let first = keys.first else { return }
        let node = phrases.add(keys, term)
        words[words.add(first, WordFacts())].node = node
    }

    // MARK: The tables

    /// Words by what they do: kind, then the words; "_" joins the words of a phrase.
    private mutating func addWords(_ table: FactTable) {
        for row in table {
            guard let meaning = WordMeaning(kind: row[0].text) else { preconditionFailure("words: \(row[0].text)") }
            for word in row[1].split(separator: UInt8(ascii: " ")) {
                mark(word, meaning.traits)
                if let term = meaning.term { add(word, term) }
                if meaning.isEnding { addEnding(word) }
            }
        }
    }

    private mutating func addEnding(_ role: FactTable.Field) {
        var prefix: WordKey = 0
        guard let key = WordKeys(of: role, folding).first, let node = phrases.step(&prefix, key) else { return }
        roleEndings.append((role.withBytes { Array($0) }, node))
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
                case "relation": ([], .relation)
                case "consort": (.role, [.office, .consort])
                case "plural": (.role, .plural)
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
                var notes: Term.Notes = row[2].contains("source") ? .source : []
                if row[3] == "past" || row[3] == "present" { notes.insert(.finite) }
                add(row[0], Term(kind: .cuePhrase, notes: notes))
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
            if tense == "base", traits.contains(.weakCue) { traits.insert(.baseCue) }
            if tense == "present", nouns.contains(row[0].text) { traits.insert(.pluralNoun) }
            mark(row[0], traits)
        }
    }

    private mutating func addOrganisations() {
        for row in FactTable("organisations") {
            if row[1] == "known" || row[1] == "acronym" {
                add(row[0], Term(kind: .organisation, notes: row[1] == "acronym" ? .capitals : []))
            } else if language.isEnglish,
                let head = row[0].split(separator: UInt8(ascii: " ")).last(where: {
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
            if row[1] == "head" {
                if language.isEnglish { mark(row[0], .placeWord) }
            } else {
                add(row[0], Term(kind: .place))
            }
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
            if row[2] == "ambiguous" { addOtherMeanings(row) }
            guard let kind = kinds[row[2].text], let country = indexOfCountry[row[1].text] else { continue }
            var notes = Self.notes(row[3])
            if Self.isShortCapitals(row[0]) { notes.insert(.capitals) }
            if kind == .region, Self.isAbbreviation(row[0]) { notes.insert(.tailOnly) }
            add(row[0], Term(kind: kind, country: country, notes: notes))
        }
    }

    /// In thousands.
    private static let sizeableCity: Int32 = 150

    /// "Tamil IN ambiguous LK": also people of Sri Lanka, where the story is.
    private mutating func addOtherMeanings(_ row: FactTable.Row) {
        for code in row[3].split(separator: UInt8(ascii: ",")) {
            guard let country = indexOfCountry[code.text] else { continue }
            add(row[0], Term(kind: .feature, country: country, notes: .needsSupport))
        }
    }

    private mutating func addCities() {
        for row in FactTable("cities") {
            guard let country = indexOfCountry[row[1].text] else { continue }
            let region = row[2].isEmpty ? 0 : WordKeys(of: row[2], folding).first ?? 0
            var notes = Self.notes(row[4])
            // Small towns are words of other languages too often: San, Cerro, Hof.
            if !language.isEnglish, row[3].number < Self.sizeableCity { notes.insert(.needsSupport) }
            add(row[0], Term(kind: .city, country: country, region: region, population: row[3].number, notes: notes))
        }
    }

    private mutating func addBlockers() {
        for row in FactTable("blockers") {
            let isOrganisation = row[1] == "outlet" || row[1] == "firm" || row[1] == "club"
            add(row[0], Term(kind: .blocker, notes: isOrganisation ? .organisation : []))
        }
    }

    private mutating func addNamesakes() {
        for row in FactTable("namesakes") {
            for code in row[1].split(separator: UInt8(ascii: " ")) {
                guard let country = indexOfCountry[code.text] else { continue }
                add(row[0], Term(kind: .city, country: country, notes: [.namesake, .needsSupport]))
            }
        }
    }

    /// Those in Latin letters; `ScriptNames` reads the others.
    private mutating func addCountryNames() {
        for row in FactTable("country-names") where ScriptNames.isLatin(row[0]) {
            guard let country = indexOfCountry[row[1].text] else { continue }
            add(row[0], Term(kind: .country, country: country, notes: row[3] == "other" ? .otherLanguage : []))
        }
    }

    private mutating func addSettingWords() {
        for row in FactTable("setting-words") {
            let countries = row[1].split(separator: UInt8(ascii: " ")).compactMap { indexOfCountry[$0.text] }
            settingWords.add(Array(WordKeys(of: row[0], folding)), countries, weight: Int(row[2].number))
        }
    }

    private mutating func addPlaceContexts() {
        for row in FactTable("place-context") {
            if row[1] == "particle" { continue }
            guard let context = PlaceContext(named: row[1]), let key = WordKeys(of: row[0], folding).first else {
                preconditionFailure("place-context: \(row[0].text)")
            }
            placeContexts[placeContexts.add(key, [])].insert(context)
        }
    }

    private static func notes(_ field: FactTable.Field) -> Term.Notes {
        guard !field.isEmpty else { return [] }
        var notes: Term.Notes = []
        if field.contains("needs-support") || field == "weak" { notes.insert(.needsSupport) }
        if field.contains("host") { notes.insert(.host) }
        if field.contains("person") { notes.insert(.person) }
        if field.contains("word") || field.contains("bird") { notes.insert(.word) }
        return notes
    }

    /// Ga., Calif., NSW.
    private static func isAbbreviation(_ term: FactTable.Field) -> Bool {
        isShortCapitals(term) || term.withBytes { $0.last == UInt8(ascii: ".") }
    }

    /// US, UK, U.S., UAE: not to be met in small letters.
    private static func isShortCapitals(_ term: FactTable.Field) -> Bool {
        term.withBytes { $0.count <= 6 && $0.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x2E } }
    }
}

/// The scalar at an offset and how many bytes it takes. The bytes are valid UTF-8.
@inline(__always)
func decodedScalar(_ bytes: Span<UInt8>, _ at: Int) -> (UInt32, Int) {
    let first = bytes[at]
    if first < 0x80 { return (UInt32(first), 1) }
    if first < 0xE0 { return (UInt32(first & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F), 2) }
    let second = UInt32(bytes[at + 1] & 0x3F)
    if first < 0xF0 { return (UInt32(first & 0x0F) << 12 | second << 6 | UInt32(bytes[at + 2] & 0x3F), 3) }
    let third = UInt32(bytes[at + 2] & 0x3F)
    return (UInt32(first & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[at + 3] & 0x3F), 4)
}
