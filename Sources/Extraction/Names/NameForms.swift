import News

/// The forms under which the organisations and places of a story are known: whole, by a word of them, by their letters.
struct NameForms {
    let prose: Prose
    let facts: Facts

    private var wholes: [WordKey: Int] = [:]
    /// Suncor, of Suncor Energy.
    private var partsOfLonger: [WordKey: Int] = [:]
    /// Of those that were named in full.
    private var acronyms: [WordKey: Int] = [:]
    /// Acronyms met before what they stand for, as in headlines.
    private var unexplained: [WordKey: Int] = [:]
    /// By country: Kyiv and Kiev. Abidjan and Yamoussoukro, with other initials, are two.
    private var capitals: [Int16: (entity: Int, initial: UInt8)] = [:]

    init(prose: Prose, facts: Facts) {
        self.prose = prose
        self.facts = facts
    }

    /// The known one that a name is a form of, which is noted; nil when there is none.
    /// - Parameter kinds: what an entity is.
    mutating func entity(named stretch: NamedStretch, _ kind: Entity.Kind, kinds: (Int) -> Entity.Kind) -> Int? {
        let name = key(stretch.tokens)
        if let known = wholes[name], kinds(known) == kind { return known }
        guard let known = otherForm(of: stretch, kind, name) else { return nil }
        wholes[name] = known
        return known
    }

    private func otherForm(of stretch: NamedStretch, _ kind: Entity.Kind, _ name: WordKey) -> Int? {
        if kind == .place, let country = capitalCountry(stretch), let known = capitals[country],
            known.initial == initial(stretch)
        {
            return known.entity
        }
        guard stretch.tokens.count == 1 else { return nil }
        if kind == .place { return isCountry(stretch) ? acronyms[letters(stretch.tokens)] : nil }
        return acronyms[letters(stretch.tokens)] ?? partsOfLonger[name]
    }

    /// The one that was known by its letters alone until now, when its whole name comes; it is noted.
    mutating func entity(shortFor stretch: NamedStretch, _ kind: Entity.Kind) -> Int? {
        let told = toldAcronym(behind: stretch.tokens).map(letters)
        let mayBeShort =
            kind == .organisation && (stretch.tokens.count > 2 || told != nil)
            || kind == .place && stretch.tokens.count > 1 && isCountry(stretch)
        guard mayBeShort, let known = unexplained.removeValue(forKey: told ?? initials(stretch.tokens)) else {
            return nil
        }
        wholes[key(stretch.tokens)] = known
        return known
    }

    /// Notes a new one.
    mutating func add(_ stretch: NamedStretch, _ kind: Entity.Kind, as entity: Int) {
        wholes[key(stretch.tokens)] = entity
        if kind == .place, let country = capitalCountry(stretch) {
            capitals[country] = (entity, initial(stretch))
        }
        let isCountry = kind == .place && isCountry(stretch)
        if stretch.tokens.count == 1 {
            let isAcronym = prose.tokens[stretch.tokens.lowerBound].shape == .capitals
            if isAcronym, kind != .place || isCountry { unexplained[letters(stretch.tokens)] = entity }
        } else if kind == .organisation {
            acronyms[initials(stretch.tokens)] = entity
            if let told = toldAcronym(behind: stretch.tokens) { acronyms[letters(told)] = entity }
            for edge in [stretch.tokens.prefix(1), stretch.tokens.suffix(1)] where standsForLonger(edge.lowerBound) {
                partsOfLonger[key(edge)] = entity
            }
        } else if kind == .other, isOwnNamed(stretch.tokens) {
            partsOfLonger[key(stretch.tokens.suffix(1))] = entity
        } else if isCountry {
            acronyms[initials(stretch.tokens)] = entity
        }
    }

    private func initial(_ stretch: NamedStretch) -> UInt8 {
        prose.bytes[Int(prose.tokens[stretch.tokens.lowerBound].start)] | 0x20
    }

    private func key(_ range: Range<Int>) -> WordKey {
        range.reduce(0) { prose.tokens[$1].kind == .word ? phraseKey($0, prose.tokens[$1].key) : $0 }
    }

    /// Whether it is a country by name: United States, US.
    private func isCountry(_ stretch: NamedStretch) -> Bool {
        stretch.match.map { facts.phrases.term(at: $0.node) { $0 == .country } != nil } ?? false
    }

    /// Export Development Canada (EDC): the token in brackets.
    private func toldAcronym(behind name: Range<Int>) -> Range<Int>? {
        let at = name.upperBound + 1
        guard at + 1 < prose.tokens.count, prose.tokens[at - 1].kind == .openBracket,
            prose.tokens[at].shape == .capitals, prose.tokens[at + 1].kind == .closeBracket,
            prose.bytes[Int(prose.tokens[at].start)] == prose.bytes[Int(prose.tokens[name.lowerBound].start)]
        else { return nil }
        return at..<at + 1
    }

    /// Whether a word of a longer name may stand for it: Suncor for Suncor Energy; not Canada for Canada Post.
    private func standsForLonger(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        guard token.isCapitalised, !token.traits.has([.common, .organisationWord, .role]) || token.traits.has(.surname)
        else { return false }
        var prefix: WordKey = 0
        return !(facts.phrases.step(&prefix, token.key).map(facts.phrases.hasTerms) ?? false)
    }

    /// HMS Argyll is Argyll too, Storm Agnes Agnes.
    private func isOwnNamed(_ name: Range<Int>) -> Bool {
        let first = prose.tokens[name.lowerBound].traits
        return first.has(.stormWord) || first.has(.shipPrefix) && prose.tokens[name.lowerBound].shape == .capitals
    }

    private func capitalCountry(_ stretch: NamedStretch) -> Int16? {
        guard let match = stretch.match else { return nil }
        return facts.phrases.term(at: match.node) { $0 == .capital }?.country
    }

    /// The first letters of a name's words as a key: of what `letters` gives for its acronym.
    private func initials(_ range: Range<Int>) -> WordKey {
        var key = WordKeyBuilder()
        for at in range where prose.tokens[at].kind == .word && !prose.tokens[at].isSmallWord {
            let start = Int(prose.tokens[at].start)
            key.add(prose.bytes[start])
            for byte in prose.bytes[(start + 1)...].prefix(while: { $0 & 0xC0 == 0x80 }) { key.add(byte) }
        }
        return key.key
    }

    /// The letters of an acronym as a key, without its dots: case and accents count.
    private func letters(_ range: Range<Int>) -> WordKey {
        var key = WordKeyBuilder()
        let span = prose.span(range)
        for byte in prose.bytes[span.start..<span.end] where byte != UInt8(ascii: ".") { key.add(byte) }
        return key.key
    }
}
