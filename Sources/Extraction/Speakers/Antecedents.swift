import News

/// Whom a pronoun or a description stands for, and why.
struct Antecedent {
    /// Index in `Names.entities`.
    let entity: Int
    /// The name, or the earlier pronoun, that it takes up.
    let mention: Range<Int>
    let link: AntecedentLink
}

/// How a pronoun or description finds whom it stands for; the raw value says it in plain English.
package enum AntecedentLink: String, Hashable, Sendable, CaseIterable {
    case subject = "the subject of a sentence before"
    case mention = "named before"
    case pronoun = "an earlier pronoun of the same gender"
    case relative = "the name before who, which or that"
    case role = "the story gives that office to"
    case kind = "the last organisation of that kind"
}

/// Finds whom pronouns and descriptions stand for: candidates in the sentences before, weighed.
struct Antecedents {
    let prose: Prose
    let names: Names
    let clauses: ClauseReader
    let beside: BesideQuotation
    let turns: Turns
    let genders: [KnownGender]
    let titles: Titles
    /// Whose life an obituary tells.
    private let departed: Int?
    /// Whom pronouns stand for whom the story describes and does not name: token → "A neighbour".
    var described: [Int: Range<Int>] = [:]
    /// Pronouns already resolved: token → antecedent; nil for those that stay unknown.
    private var resolved: [Int: Antecedent?] = [:]

    init(prose: Prose, names: Names, clauses: ClauseReader, beside: BesideQuotation, turns: Turns) {
        self.prose = prose
        self.turns = turns
        self.beside = beside
        self.names = names
        self.clauses = clauses
        genders = genderEvidence(prose: prose, names: names, clauses: clauses)
        titles = Titles(prose: prose, names: names)
        departed = Obituary(prose: prose, names: names, isQuoted: clauses.isQuoted).departed
    }

    /// Nil when the text does not say; also for subjects that are names themselves.
    /// - Parameter lastSpeaker: who said the quotation before, as an index in `Names.entities`.
    mutating func antecedent(of subject: Subject, lastSpeaker: Int?) -> Antecedent? {
        switch subject.kind {
        case .entity: nil
        case .pronoun(let token): antecedent(ofPronoun: token, lastSpeaker, depth: 0)
        case .described: antecedent(ofDescription: subject.words, lastSpeaker)
        }
    }

    // MARK: Pronouns

    private mutating func antecedent(ofPronoun token: Int, _ lastSpeaker: Int?, depth: Int) -> Antecedent? {
        if let known = resolved[token] { return known }
        let traits = prose.tokens[token].traits
        let found: Antecedent? =
            if let departed = departed(tellingOf: token) { departed } else if traits.has(.relative) {
                antecedent(ofRelative: token)
            } else if traits.has(.male) {
                person(before: token, .male, lastSpeaker, depth)
            } else if traits.has(.female) {
                person(before: token, .female, lastSpeaker, depth)
            } else if traits.has(.possessive), !traits.has(.plural) {
                owner(token, lastSpeaker, depth)
            } else if traits.has(.neuter) { organisation(before: token) } else { nil }
        resolved[token] = .some(found)
        return found
    }

    /// "in her words", "his remark"
    mutating func owner(_ token: Int, _ lastSpeaker: Int?, _ depth: Int) -> Antecedent? {
        switch prose.text(token).lowercased() {
        case "her": person(before: token, .female, lastSpeaker, depth)
        case "his": person(before: token, .male, lastSpeaker, depth)
        default: nil
        }
    }

    /// "Born in Rye, she was sent": who a paragraph goes back to in an obituary, whoever has spoken of her before.
    private func departed(tellingOf token: Int) -> Antecedent? {
        guard let departed, prose.tokens[token].traits.has(.personPronoun),
            genders[departed].gender.agrees(with: prose.tokens[token].traits.has(.male) ? .male : .female),
            let mention = names.entities[departed].mention(before: token)
        else { return nil }
        let start = prose.paragraphs[Int(prose.tokens[token].paragraph)].lowerBound
        var next = token + 1
        while next < prose.tokens.count, clauses.isBetweenSubjectAndVerb(next) { next += 1 }
        let isFirst = !(start..<token).contains {
            clauses.isQuoted[$0] || names.entity(at: $0).map { names.entities[$0].kind == .person } ?? false
        }
        guard isFirst, next < prose.tokens.count, !clauses.isCue(next) else { return nil }
        return Antecedent(entity: departed, mention: mention, link: .mention)
    }

    private mutating func antecedent(ofRelative token: Int) -> Antecedent? {
        let sentence = prose.sentence(of: token)
        guard let subject = clauses.antecedent(ofRelative: token, from: sentence.lowerBound) else { return nil }
        switch subject.kind {
        case .entity(let entity): return Antecedent(entity: entity, mention: subject.words, link: .relative)
        case .pronoun(let other) where other < token: return antecedent(ofPronoun: other, nil, depth: 1)
        case .pronoun, .described: return nil
        }
    }

    /// The likeliest person of a gender in the sentences before a token, those of quotations passed over.
    mutating func person(before token: Int, _ wanted: Gender, _ lastSpeaker: Int?, _ depth: Int) -> Antecedent? {
        var best: PersonCandidate?
        var sentence = Int(prose.sentenceOf[token])
        var distance = 0
        var range = max(prose.sentences[sentence].lowerBound, token - Reach.window)..<token
        let reach = turns.reach(of: token)
        let object = object(of: token)
        while true {
            for candidate in people(in: range, before: token, wanted, depth) {
                if object != nil, candidate.antecedent?.entity == object { continue }
                if let best, isOutdone(candidate.antecedent, by: best.antecedent, wanted) { continue }
                var score = candidate.score - distance * Weight.sentence
                if distance == 0 { score += Weight.sameSentence }
                if let lastSpeaker, candidate.antecedent?.entity == lastSpeaker { score += Weight.lastSpeaker }
                if prose.tokens[range.lowerBound].paragraph == prose.tokens[token].paragraph {
                    score += Weight.sameParagraph
                }
                if score > best?.score ?? Int.min {
                    best = PersonCandidate(candidate.antecedent, score, as: distance < 2 ? candidate.described : nil)
                }
            }
            if let best, best.score >= Weight.most - (distance + 1) * Weight.sentence { break }
            repeat {
                sentence -= 1
            } while sentence >= 0 && prose.sentences[sentence].allSatisfy { clauses.isQuoted[$0] }
            guard sentence >= 0, distance < 14, prose.sentences[sentence].lowerBound >= reach,
                token - prose.sentences[sentence].lowerBound < Reach.antecedent
            else { break }
            distance += 1
            range = prose.sentences[sentence]
        }
        if let words = best?.described { described[token] = words }
        return best.flatMap { $0.score >= Weight.least ? $0.antecedent : nil }
    }

    /// "he told [Ana Ruiz]", "he said that [Ana Ruiz]": whom a pronoun does not stand for.
    private func object(of pronoun: Int) -> Int? {
        var at = pronoun + 1
        while at < prose.tokens.count, clauses.isBetweenSubjectAndVerb(at) { at += 1 }
        at += 1
        guard at < prose.tokens.count, prose.tokens[at - 1].isSmallWord, names.entityOf[at - 1] < 0 else { return nil }
        if prose.isWord(at, "that") { at += 1 }
        while at < prose.tokens.count, names.entityOf[at] < 0, prose.tokens[at].isCapitalised,
            prose.tokens[at].traits.has([.honorific, .role])
        { at += 1 }
        guard at < prose.tokens.count, let entity = names.entity(at: at), names.entities[entity].kind == .person,
            !clauses.isQuoted[at]
        else { return nil }
        return entity
    }

    /// Whether a nearer antecedent leaves none for another: one of the other gender when somebody has been named or
    /// described since, one described (nil) when somebody has got a name since.
    private func isOutdone(_ other: Antecedent?, by nearer: Antecedent?, _ wanted: Gender) -> Bool {
        guard let other else { return nearer.map { $0.link != .mention } ?? true }
        return !genders[other.entity].gender.agrees(with: wanted)
            && nearer.map { genders[$0.entity].gender.agrees(with: wanted) } ?? true
    }

    /// In hundredths, set by hand.
    enum Weight {
        static let sentence = 60
        static let subject = 80
        static let beforeVerb = 60
        static let behindPreposition = -70
        /// Behind a preposition, but with "a …" said of it, and nobody else in the sentence.
        static let introduced = 182
        static let possessive = -90
        static let knownGender = 30
        /// Neither a forename nor a role says that it is a person.
        static let doubtful = -60
        static let lastSpeaker = 30
        static let singleMention = -60
        static let pronoun = 0
        static let sameSentence = 60
        static let sameParagraph = 20
        static let caption = -200
        /// A forename that a list gives to the other gender: lists know too few places.
        static let otherForename = -300
        static let most = 280
        /// An antecedent that scores less is none.
        static let least = -330
    }

    /// The people whom a stretch of text names or takes up by a pronoun, outside quotations.
    private mutating func people(in range: Range<Int>, before pronoun: Int, _ wanted: Gender, _ depth: Int)
        -> [PersonCandidate]
    {
        let opening = range.isEmpty || clauses.isQuoted[range.lowerBound] ? nil : beside.opening(of: range)
        var (found, hasSubject) = unnamedPeople(in: range, opening, before: pronoun, wanted, depth)
        var at = range.lowerBound
        while at < range.upperBound, found.count < 8 {
            defer { at += 1 }
            if clauses.isQuoted[at] { continue }
            let token = prose.tokens[at]
            if token.traits.has(.personPronoun), names.entityOf[at] < 0, !token.traits.has([.object, .possessive]) {
                // "The day that he left, Ruiz said": who he is comes behind.
                if let opening, at < opening.words.lowerBound { continue }
                let isWanted = wanted == .unknown || token.traits.has(wanted == .male ? .male : .female)
                if isWanted, depth < 6, let known = antecedent(ofPronoun: at, nil, depth: depth + 1) {
                    let score =
                        Weight.pronoun + Weight.knownGender + (hasSubject ? 0 : Weight.subject) + Weight.beforeVerb
                    found.append(
                        PersonCandidate(
                            Antecedent(entity: known.entity, mention: at..<at + 1, link: .pronoun), score))
                }
                hasSubject = true
                continue
            }
            guard let entity = names.entity(at: at), names.entities[entity].kind == .person, !turns.isLabel(at),
                !isAskedAbout(at, in: range)
            else { continue }
            var end = at
            while end < range.upperBound, names.entityOf[end] == entity { end += 1 }
            let mention = at..<end
            at = end - 1
            let isOpening = opening?.words.overlaps(mention) ?? false
            let isAdverbial = opening.map { isPlacedBefore(mention, $0) } ?? false
            let isSubject =
                isOpening || reports(mention) || isKin(mention)
                || !hasSubject && !isAdverbial && canBeSubject(mention, from: range.lowerBound)
            if isSubject { hasSubject = true }
            let agrees = genders[entity].gender.agrees(with: wanted)
            guard agrees || !genders[entity].isSure else { continue }
            var score = score(of: mention, entity, isSubject, isOpening, wanted, by: pronoun)
            if found.isEmpty, isIntroduced(mention), isBehindPreposition(mention) { score += Weight.introduced }
            let link: AntecedentLink = isSubject ? .subject : .mention
            found.append(PersonCandidate(Antecedent(entity: entity, mention: mention, link: link), score))
        }
        return found
    }

    /// "Asked about [Ruiz], he shrugged": he is somebody else.
    private func isAskedAbout(_ name: Int, in sentence: Range<Int>) -> Bool {
        let first = sentence.lowerBound
        guard first + 1 < name, prose.tokens[first].isCapitalised, names.entityOf[first] < 0,
            prose.isWord(first, "Asked") || prose.isWord(first, "Pressed") || prose.isWord(first, "Questioned")
                || prose.isWord(first, "Told")
        else { return false }
        // Not whom the sentence is about: "Asked about it, [Ruiz] shrugged".
        return !(first..<name).contains { prose.tokens[$0].kind == .comma && !clauses.isQuoted[$0] }
    }

    /// "and his mother, [Pilar], left"
    private func isKin(_ mention: Range<Int>) -> Bool {
        let comma = mention.lowerBound - 1
        guard comma > 1, prose.tokens[comma].kind == .comma, mention.upperBound < prose.tokens.count,
            prose.tokens[mention.upperBound].kind == .comma, prose.tokens[comma - 2].traits.has(.possessive)
        else { return false }
        return clauses.isRelation(endingAt: comma, in: comma - 1..<comma)
    }

    /// "The teacher locked the door, Ruiz said.": whose the sentence is.
    private func reports(_ mention: Range<Int>) -> Bool {
        let cue = mention.upperBound
        return cue + 1 < prose.tokens.count && mention.lowerBound > 0 && prose.tokens[cue + 1].kind == .period
            && prose.tokens[mention.lowerBound - 1].kind == .comma
            && clauses.isFiniteCue(cue, after: mention.lowerBound)
    }

    /// "For Ruiz, Vega is"; not "According to Ruiz, most are", "When Ruiz spoke, she was".
    private func isPlacedBefore(_ mention: Range<Int>, _ opening: Subject) -> Bool {
        if case .pronoun = opening.kind { return false }
        return mention.upperBound <= opening.words.lowerBound && !clauses.endsCuePhrase(mention.lowerBound)
    }

    private func score(
        of mention: Range<Int>, _ entity: Int, _ isSubject: Bool, _ isOpening: Bool, _ wanted: Gender, by token: Int
    ) -> Int {
        // "Ruiz's sister, Pilar, flew in. “…,” she said.": whom the paragraph is about is a person.
        let isAtHand =
            (isOpening || isKin(mention)) && prose.tokens[mention.lowerBound].paragraph == prose.tokens[token].paragraph
        var score = isSubject ? Weight.subject : 0
        let isPossessive =
            mention.upperBound < prose.tokens.count && prose.tokens[mention.upperBound].kind == .possessive
        if isPossessive { score += Weight.possessive }
        if isBehindPreposition(mention) { score += Weight.behindPreposition }
        if isOpening || clauses.isBesideVerb(mention) || isBehindVerb(mention) { score += Weight.beforeVerb }
        if !genders[entity].gender.agrees(with: wanted) {
            score += Weight.otherForename
        } else if genders[entity].gender != .unknown {
            score += Weight.knownGender
        } else if isDoubtful(entity), !isAtHand {
            score += Weight.doubtful
        }
        // "Judge Ruiz" is a person however seldom she is named.
        let hasTitle = isOpening && mention.lowerBound > 0 && clauses.matches.roles[mention.lowerBound - 1] != nil
        if names.entities[entity].words.count == 1, names.entities[entity].mentions.count == 1, !hasTitle, !isAtHand {
            score += Weight.singleMention
        }
        switch prose.article.paragraphs[Int(prose.tokens[mention.lowerBound].paragraph)].part {
        case .caption, .byline, .credits, .furniture: score += Weight.caption
        case .headline, .standfirst, .body, .heading, .listEntry, .blockQuote: break
        }
        return score
    }

    /// "courtesy of Ana Ruiz, a delegate who": the story turns to her.
    private func isIntroduced(_ mention: Range<Int>) -> Bool {
        let comma = mention.upperBound
        return comma + 1 < prose.tokens.count && prose.tokens[comma].kind == .comma
            && (prose.isWord(comma + 1, "a") || prose.isWord(comma + 1, "an"))
    }

    /// "Among the visitors was Ana Ruiz."
    private func isBehindVerb(_ mention: Range<Int>) -> Bool {
        mention.lowerBound > 0
            && (clauses.isFormOfBe(mention.lowerBound - 1) || prose.text(mention.lowerBound - 1) == "For")
    }

    private func isDoubtful(_ entity: Int) -> Bool {
        names.entities[entity].role == nil
            && !prose.tokens[names.entities[entity].fullest.lowerBound].traits.has(.forename)
    }

    private func canBeSubject(_ mention: Range<Int>, from lower: Int) -> Bool {
        if mention.upperBound < prose.tokens.count, prose.tokens[mention.upperBound].kind == .possessive {
            return false
        }
        return !isBehindPreposition(mention)
    }

    func isBehindPreposition(_ mention: Range<Int>) -> Bool {
        var at = mention.lowerBound - 1
        // "by Ms Ruiz"
        while at > 0, names.entityOf[at] < 0, prose.tokens[at].isCapitalised,
            prose.tokens[at].traits.has([.honorific, .role])
        { at -= 1 }
        guard at >= 0 else { return false }
        let before = prose.tokens[at]
        // "For Ana Ruiz, it is not so simple."
        if prose.isFirstInSentence(mention.lowerBound - 1), prose.text(mention.lowerBound - 1) == "For",
            mention.upperBound < prose.tokens.count, prose.tokens[mention.upperBound].kind == .comma
        {
            return false
        }
        return before.kind == .word && before.traits.has(.preposition) && names.entityOf[at] < 0
            && !(before.traits.has(.conjunction) || isBeforeAuxiliary(mention)
                || clauses.endsCuePhrase(at + 1))
    }

    /// "After Ruiz was elected": "after" opens a clause here.
    private func isBeforeAuxiliary(_ mention: Range<Int>) -> Bool {
        mention.upperBound < prose.tokens.count && prose.tokens[mention.upperBound].isSmallWord
            && prose.tokens[mention.upperBound].traits.has(.auxiliary)
    }
}
