import News

/// All names of a story, and which of them each token belongs to.
struct Names {
    private(set) var entities: [NamedEntity] = []
    /// For each token, an index in `entities`; -1 outside names.
    private(set) var entityOf: [Int32]
    /// For each token, the index in `stretches` of the adjective or people's name there; used by countries alone.
    private(set) var stretches: [NamedStretch]
    private(set) var kinds: [Entity.Kind?]
    /// For each token, whether it was cut as a part of a person's name.
    private var isInPerson: [Bool]

    let prose: Prose
    let facts: Facts
    let roles: RoleReader
    /// People who share a word of their names are told apart among the last so many of them.
    static let mostNamesakes = 40

    /// Single names of people, by folded word, in order of introduction.
    private(set) var peopleByWord: [WordKey: [Int]] = [:]
    /// Other names that the story tells of people, and whose they are.
    var aliases: [[WordKey]: Int] = [:]
    /// People by how their surnames sound, the first of each.
    private(set) var peopleBySound: [WordKey: Int] = [:]
    /// The first place or organisation of several words that ends in a word.
    private var longerNames: [WordKey: Int] = [:]

    init(_ prose: Prose, _ facts: Facts, _ matches: PhraseMatches) {
        self.prose = prose
        self.facts = facts
        roles = RoleReader(prose: prose, facts: facts, matches: matches)
        entityOf = Array(repeating: -1, count: prose.tokens.count)
        isInPerson = Array(repeating: false, count: prose.tokens.count)
        var cutter = NameCutter(prose: prose, facts: facts, matches: matches)
        let cut = cutter.cut()
        if prose.language.isEnglish {
            let lattice = NameLattice(prose, facts, matches, cut)
            (stretches, kinds) = cutter.cut(as: NameTagger(lattice, .standard).tag(), from: cut)
        } else {
            // The model has learnt English alone.
            stretches = cut
            kinds = NameJudge(prose: prose, facts: facts, matches: matches).kinds(of: cut)
        }
        if prose.language.isEnglish {
            (stretches, kinds) = NameExtents(prose: prose, facts: facts, matches: matches).mended(stretches, kinds)
            (stretches, kinds) = NameMending(prose: prose, facts: facts, matches: matches).mended(stretches, kinds)
            Sides(prose: prose, facts: facts).label(stretches, &kinds)
            (stretches, kinds) = NameJoining(prose: prose).joined(stretches, kinds)
            (stretches, kinds) = Nicknames(prose: prose).joined(stretches, kinds)
        }
        for (index, stretch) in stretches.enumerated() where kinds[index] == .person {
            for token in stretch.tokens { isInPerson[token] = true }
        }
        addFullNames()
        addAliases()
        addSingleNames()
        addOthers()
        dropOpeningWords()
    }

    func entity(at token: Int) -> Int? {
        let index = entityOf[token]
        return index < 0 ? nil : Int(index)
    }

    /// Where the run of tokens of one entity that a token is part of ends.
    func end(ofMentionAt token: Int) -> Int {
        var end = token + 1
        while end < entityOf.count, entityOf[end] == entityOf[token], end < token + 32 { end += 1 }
        return end
    }

    func name(of entity: Int) -> String {
        var words = prose.text(entities[entity].fullest)
        if words.utf8.contains(0x0A) { words = words.split(whereSeparator: \.isNewline).joined(separator: " ") }
        return words
    }

    // MARK: Kinds

    private func part(of range: Range<Int>) -> Paragraph.Part {
        prose.article.paragraphs[Int(prose.tokens[range.lowerBound].paragraph)].part
    }

    private func isHeadline(_ range: Range<Int>) -> Bool { part(of: range) == .headline }

    // MARK: People

    func words(_ range: Range<Int>) -> [WordKey] {
        range.compactMap { prose.tokens[$0].kind == .word ? prose.tokens[$0].key : nil }
    }

    private mutating func addFullNames() {
        for (index, stretch) in stretches.enumerated() where kinds[index] == .person && introducesPeople(stretch) {
            let words = words(stretch.tokens)
            guard words.count > 1, !isSurnameAlone(stretch.tokens), !noteAlias(stretch, words) else { continue }
            if let known = person(matching: words, stretch) ?? person(soundingLike: stretch) {
                mention(known, index)
                if words.count > entities[known].words.count {
                    entities[known].fullest = stretch.tokens
                    entities[known].words = words
                    register(known)
                }
            } else {
                introduce(index, .person, words)
            }
        }
    }

    /// Headlines write every word with a capital, and who wrote a story is not in it.
    private func introducesPeople(_ stretch: NamedStretch) -> Bool {
        switch part(of: stretch.tokens) {
        case .headline, .byline: false
        case .standfirst, .body, .heading, .listEntry, .blockQuote, .caption, .credits, .furniture: true
        }
    }

    private mutating func register(_ person: Int) {
        if let sound = sound(ofName: entities[person].fullest), peopleBySound[sound] == nil {
            peopleBySound[sound] = person
        }
        for word in entities[person].words where !(peopleByWord[word] ?? []).suffix(Self.mostNamesakes).contains(person)
        {
            peopleByWord[word, default: []].append(person)
        }
    }

    /// A person already met whose name this is a longer or shorter form of.
    private func person(matching words: [WordKey], _ stretch: NamedStretch) -> Int? {
        guard let last = surname(of: words) else { return nil }
        return (peopleByWord[last] ?? []).suffix(Self.mostNamesakes).last { candidate in
            let known = entities[candidate].words
            guard entities[candidate].gender.agrees(with: stretch.gender) else { return false }
            if known == words { return true }
            guard surname(of: known) == last || known.contains(last) && words.allSatisfy(known.contains) else {
                return false
            }
            if words.allSatisfy(known.contains) || known.allSatisfy(words.contains) { return true }
            return words.count > 1 && known.count > 1 && sharesForename(stretch.tokens, entities[candidate].fullest)
        }
    }

    /// The last word that is no Jr. or III.
    func surname(of words: [WordKey]) -> WordKey? {
        words.last { !facts.traits(of: $0).has(.generation) } ?? words.last
    }

    /// James and J., or James and James B.
    private func sharesForename(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        let first = prose.tokens[a.lowerBound]
        let second = prose.tokens[b.lowerBound]
        if first.key == second.key { return true }
        return (first.shape == .initial || second.shape == .initial)
            && prose.bytes[Int(first.start)] == prose.bytes[Int(second.start)]
    }

    private mutating func noteLongerNames() {
        for index in stretches.indices where kinds[index] == .place || kinds[index] == .organisation {
            guard stretches[index].tokens.count > 1, let last = stretches[index].tokens.last,
                !prose.tokens[last].traits.has([.placeWord, .organisationWord]),
                longerNames[prose.tokens[last].key] == nil
            else { continue }
            longerNames[prose.tokens[last].key] = index
        }
    }

    private mutating func addSingleNames() {
        noteLongerNames()
        for (index, stretch) in stretches.enumerated()
        where !stretch.isDemonym && entityOf[stretch.tokens.lowerBound] < 0 {
            let isPerson = kinds[index] == .person
            let words = words(stretch.tokens)
            guard let word = words.last else { continue }
            if isSurnamed(stretch.tokens) {
                kinds[index] = .person
                introduce(index, .person, words)
                continue
            }
            if isPerson, isHeadline(stretch.tokens), let known = person(endingWords: words) {
                name(known, by: index)
                continue
            }
            if words.count == 1 || isSurnameAlone(stretch.tokens)
                || (isHeadline(stretch.tokens) || !prose.language.isEnglish) && words.count < 4
            {
                if let known = knownPerson(word, words, stretch, isPerson: isPerson) {
                    if isFirstOfSeveral(known, word, stretch) { stretches[index].role = nil }
                    name(known, by: index)
                    continue
                }
                if isPerson, let known = person(soundingLike: stretch) {
                    name(known, by: index)
                    continue
                }
            }
            guard isPerson, introducesPeople(stretch) || isHeadline(stretch.tokens) else { continue }
            if words.count == 1, !stretch.hasHonorific, stretch.role == nil, let longer = longerName(endingIn: word) {
                kinds[index] = kinds[longer]
                continue
            }
            if words.count == 1, !stretch.hasHonorific, stretch.role == nil {
                if isHeadline(stretch.tokens) { continue }
                // "a crofter from Lewis": nobody has introduced such a person.
                if prose.isPlacedBySmallWord(stretch.tokens.lowerBound) {
                    kinds[index] = .place
                    continue
                }
            }
            introduce(index, .person, words)
        }
        nameInHeadline()
        nameOverlooked()
    }

    /// "Magyar told crowds", behind Péter Magyar: a word that only opens its sentence, or may be a people's, is a known
    /// person's surname before a verb.
    private mutating func nameOverlooked() {
        guard prose.language.isEnglish else { return }
        for sentence in prose.sentences {
            guard let first = sentence.first, entityOf[first] < 0, prose.tokens[first].shape == .capital,
                first + 1 < sentence.upperBound,
                prose.tokens[first + 1].isSmallWord,
                prose.tokens[first + 1].traits.has([.finiteCue, .auxiliary]),
                !prose.tokens[first].traits.has(.functionWord),
                let person = peopleByWord[prose.tokens[first].key]?.last(where: {
                    surname(of: entities[$0].words) == prose.tokens[first].key && entities[$0].words.count > 1
                        && entities[$0].mention(before: first) != nil
                })
            else { continue }
            entities[person].add(first..<first + 1)
            entityOf[first] = Int32(person)
        }
    }

    /// Those whom the story names by one word alone are named so in its headline, too.
    private mutating func nameInHeadline() {
        for (index, stretch) in stretches.enumerated()
        where kinds[index] == .person && isHeadline(stretch.tokens) && entityOf[stretch.tokens.lowerBound] < 0 {
            let words = words(stretch.tokens)
            guard words.count == 1, let known = knownPerson(words[0], words, stretch, isPerson: true) else { continue }
            mention(known, index)
        }
    }

    /// A place or organisation of several words whose last is this one: "Lewis", where the story has the Isle of Lewis.
    private func longerName(endingIn word: WordKey) -> Int? { longerNames[word] }

    /// "an accountant surnamed [Chang]" is nobody who was named before.
    private func isSurnamed(_ name: Range<Int>) -> Bool {
        name.count == 1 && name.lowerBound > 0 && prose.isWord(name.lowerBound - 1, "surnamed")
    }

    /// "Star Ana Ruiz": somebody whose whole name ends a stretch of a headline.
    private func person(endingWords words: [WordKey]) -> Int? {
        guard words.count > 2, let last = words.last else { return nil }
        return peopleByWord[last]?.suffix(Self.mostNamesakes).last {
            entities[$0].words.count > 1 && words.suffix(entities[$0].words.count) == entities[$0].words[...]
        }
    }

    /// Van Halen, De La Cruz: particles and a surname.
    private func isSurnameAlone(_ name: Range<Int>) -> Bool {
        guard name.count > 1, prose.language.isEnglish else { return false }
        return name.dropLast().allSatisfy { prose.tokens[$0].traits.has(.particle) }
            && peopleByWord[prose.tokens[name.upperBound - 1].key] != nil
    }

    /// Takes a stretch for a person's name.
    mutating func name(_ person: Int, by index: Int) {
        mention(person, index)
        kinds[index] = .person
    }

    // MARK: Organisations, places

    private mutating func addOthers() {
        var forms = NameForms(prose: prose, facts: facts)
        for (index, stretch) in stretches.enumerated()
        where !stretch.isDemonym && entityOf[stretch.tokens.lowerBound] < 0 {
            guard let kind = kinds[index], kind != .person else { continue }
            // A line of writer, publisher and place names the publisher alone for the story.
            if part(of: stretch.tokens) == .byline, kind != .organisation { continue }
            if let known = forms.entity(named: stretch, kind, kinds: { entities[$0].kind }) {
                mention(known, index)
                continue
            }
            let isStormOrShip = prose.tokens[stretch.tokens.lowerBound].traits.has([.stormWord, .shipPrefix])
            if kind == .other && isHeadline(stretch.tokens) && !isStormOrShip { continue }
            if let known = forms.entity(shortFor: stretch, kind) {
                entities[known].kind = kind
                entities[known].fullest = stretch.tokens
                entities[known].words = words(stretch.tokens)
                mention(known, index)
                continue
            }
            forms.add(stretch, kind, as: entities.count)
            introduce(index, kind, words(stretch.tokens))
        }
    }

    /// A word met only at the start of sentences, of no known kind, is an ordinary word: "Nineteen dunes".
    private mutating func dropOpeningWords() {
        for (index, entity) in entities.enumerated() where entity.kind == .other && entity.fullest.count == 1 {
            guard entity.mentions.allSatisfy({ prose.isFirstInSentence($0.lowerBound) }) else { continue }
            for mention in entity.mentions { for token in mention { entityOf[token] = -1 } }
            entities[index].removeMentions()
        }
    }

    // These take the tokens alone: a method of this large value copies it where it is being changed.

    /// LONDON, as datelines are written.
    private static func isShouted(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
        range.allSatisfy { tokens[$0].shape == .capitals && tokens[$0].end - tokens[$0].start > 3 }
    }

    /// A role that says more than Mr or Dr.
    private static func isProperRole(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
        !range.allSatisfy { tokens[$0].traits.has(.honorific) }
    }

    // MARK: Keeping

    private mutating func introduce(_ index: Int, _ kind: Entity.Kind, _ words: [WordKey]) {
        let stretch = stretches[index]
        entities.append(
            NamedEntity(
                kind: kind, fullest: stretch.tokens, words: words, gender: stretch.gender, role: nil))
        if kind == .person {
            register(entities.count - 1)
        }
        mention(entities.count - 1, index)
    }

    private mutating func mention(_ entity: Int, _ index: Int) {
        let stretch = stretches[index]
        // "beside his brother Jamie": whom a relative’s word brings in before the whole name.
        if entities[entity].kind == .person, !entities[entity].isRelative,
            entities[entity].mention(before: stretch.tokens.lowerBound) == nil, roles.isRelative(stretch.tokens)
        {
            entities[entity].isRelative = true
        }
        entities[entity].add(stretch.tokens)
        if entities[entity].gender == .unknown { entities[entity].gender = stretch.gender }
        if entities[entity].kind != .organisation, Self.isShouted(entities[entity].fullest, prose.tokens),
            stretch.tokens.count >= entities[entity].fullest.count, !Self.isShouted(stretch.tokens, prose.tokens)
        {
            entities[entity].fullest = stretch.tokens
        }
        if entities[entity].kind == .person, entities[entity].role == nil {
            if let role = stretch.role, Self.isProperRole(role, prose.tokens),
                let whole = roles.whole(role, isInPerson: isInPerson, names: stretches)
            {
                entities[entity].role = whole
            } else {
                entities[entity].role = roles.apposition(of: stretch.tokens)
            }
        }
        for token in stretch.tokens { entityOf[token] = Int32(entity) }
    }
}
