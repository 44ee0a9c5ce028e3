import News

/// Cuts the capitalised runs of a text into named stretches. Runs never cross a sentence, a quotation mark or a comma.
struct NameCutter {
    let prose: Prose
    let facts: Facts
    let matches: PhraseMatches
    private(set) var stretches: [NamedStretch] = []

    init(prose: Prose, facts: Facts, matches: PhraseMatches) {
        self.prose = prose
        self.facts = facts
        self.matches = matches
    }

    mutating func cut() -> [NamedStretch] {
        for (index, paragraph) in prose.paragraphs.enumerated() {
            switch prose.article.paragraphs[index].part {
            case .furniture: continue
            case .byline, .body, .standfirst, .heading, .listEntry, .blockQuote, .caption, .credits, .headline: break
            }
            var at = paragraph.lowerBound
            while at < paragraph.upperBound {
                guard prose.tokens[at].isCapitalised else {
                    at += 1
                    continue
                }
                let end = runEnd(from: at)
                if !prose.isPhotoCredit(at..<end) { parse(at..<end) }
                at = end
            }
        }
        return stretches
    }

    /// In tokens; no name is longer, and a text in capitals must not cost more than its length.
    private static let longestRun = 24

    // MARK: Runs

    private func runEnd(from start: Int) -> Int {
        let limit = min(prose.sentence(of: start).upperBound, start + Self.longestRun)
        var end = phraseEnd(start)
        while end < limit {
            let token = prose.tokens[end]
            guard token.gap != .none, token.kind == .word || token.kind == .other || token.kind == .number else {
                break
            }
            if token.isCapitalised {
                end = phraseEnd(end)
            } else if token.gap == .hyphen, token.kind == .word,
                !token.traits.has([.common, .cue, .preposition, .role])
            {
                end += 1
            } else if let next = connected(start..<end, over: end, limit: limit) {
                end = phraseEnd(next)
            } else {
                break
            }
        }
        return min(end, limit)
    }

    /// The end of the longest phrase of the tables that begins at a token, at least the token itself.
    private func phraseEnd(_ at: Int) -> Int {
        max(at + 1, matches.names[at]?.end ?? 0, prose.tokens[at].shape == .capital ? matches.roles[at]?.end ?? 0 : 0)
    }

    /// The next capitalised token of a name that goes on over small words: de la Cruz, Ministry of the Interior.
    private func connected(_ run: Range<Int>, over at: Int, limit: Int) -> Int? {
        let token = prose.tokens[at]
        let last = prose.tokens[run.upperBound - 1]
        if token.traits.has(.particle), token.isSmallWord, joinsName(run, at),
            !last.traits.has([.determiner, .pronoun, .adverb, .preposition, .conjunction, .auxiliary])
        {
            var next = at
            while next < limit, prose.tokens[next].isSmallWord, prose.tokens[next].traits.has(.particle), next < at + 3
            { next += 1 }
            return next < limit && prose.tokens[next].isCapitalised && prose.tokens[next].gap != .none ? next : nil
        }
        guard at + 1 < limit else { return nil }
        if token.kind == .other { return isSign(at, "&") && prose.tokens[at + 1].isCapitalised ? at + 1 : nil }
        guard token.isSmallWord else { return nil }
        let isHead = run.contains { prose.tokens[$0].traits.has([.organisationWord, .placeWord]) }
        guard isHead else { return nil }
        var next = at + 1
        switch prose.text(at) {
        case "of":
            if prose.tokens[next].traits.has(.determiner), next + 1 < limit, prose.tokens[next].isSmallWord {
                next += 1
            }
        case "for", "on":
            guard prose.tokens[run.upperBound - 1].traits.has(.organisationWord) else { return nil }
        case "and":
            // Department of Health and Human Services; not: the University of Oslo and Russia.
            guard run.contains(where: { prose.tokens[$0].isSmallWord }), last.traits.has(.common),
                prose.tokens[next].traits.has(.common)
            else { return nil }
        default: return nil
        }
        return prose.tokens[next].isCapitalised && prose.tokens[next].gap == .blank ? next : nil
    }

    /// Whether a particle goes on with a name. An article ("Seules la Grèce"), and in some languages any ("Karl Huber von den
    /// Grünen"), does so behind forenames alone: Pieter de Groot, Ursula von der Leyen.
    private func joinsName(_ run: Range<Int>, _ particle: Int) -> Bool {
        if prose.language.isEnglish { return true }
        let traits = prose.tokens[particle].traits
        let isArticle = traits.has(.determiner) && !traits.has(.linking)
        guard isArticle || prose.language.particlesFollowForenames else { return true }
        if traits.has(.determiner), prose.language.capitalisesNouns { return false }
        let last = prose.tokens[run.upperBound - 1].traits
        let isSurname = run.count > 1 && last.has(.surname) && prose.tokens[run.upperBound - 2].traits.has(.forename)
        return last.has(.forename) && !last.has(.common) && !isSurname
    }

    private func isSign(_ at: Int, _ sign: Character) -> Bool { prose.text(at).first == sign }

    // MARK: Pieces

    private mutating func parse(_ run: Range<Int>) {
        var at = run.lowerBound
        while at < run.upperBound, isLeadIn(at, in: run) { at += 1 }
        guard at < run.upperBound else { return }
        var role: Range<Int>?
        var roleStart = smallRoleStart(before: at)
        if let (start, end) = openRole(before: at, in: run) {
            roleStart = start
            role = start..<end
            at = end
        } else if let office = office(before: at), let name = (at + 1..<run.upperBound).first(where: isPersonStart) {
            roleStart = office
            at = name
        }
        if let start = roleStart { role = start..<at }
        var hasHonorific = false
        var gender = Gender.unknown
        if let role { gender = self.gender(ofRole: role) }

        while at < run.upperBound {
            if prose.tokens[at].isSmallWord {
                at += 1
                continue
            }
            if let match = matches.roles[at], isRole(match, at: at, in: run) {
                let end = min(match.end, run.upperBound)
                let terms = facts.phrases.terms(at: match.node).filter { $0.kind == .role }
                if terms.contains(where: { $0.notes.contains(.honorific) }) { hasHonorific = true }
                if let found = Self.gender(of: terms) { gender = found }
                roleStart = roleStart ?? at
                role = (roleStart ?? at)..<end
                addOrganisation(within: at..<end)
                if end == run.upperBound, end == at + 1, prose.tokens[at].shape == .capital {
                    var stretch = NamedStretch(tokens: at..<end)
                    stretch.isMaybeName = true
                    stretches.append(stretch)
                }
                at = end
                continue
            }
            let (stretch, end) = nextStretch(from: at, in: run)
            if var stretch {
                let isDescribing =
                    stretch.isDemonym
                    || end < run.upperBound && (matches.roles[end] != nil || namesPerson(end, in: run, behind: at))
                if isDescribing {
                    roleStart = roleStart ?? at
                } else {
                    stretch.role = role
                    stretch.hasHonorific = hasHonorific
                    if gender != .unknown { stretch.gender = gender }
                    role = nil
                    roleStart = nil
                    hasHonorific = false
                    gender = .unknown
                }
                stretches.append(stretch)
            }
            at = end
        }
    }

    /// The organisation that a role names: [Foreign Ministry] spokesman.
    private mutating func addOrganisation(within role: Range<Int>) {
        guard let head = role.dropFirst().first(where: { prose.tokens[$0].traits.has(.organisationWord) }),
            head + 1 < role.upperBound,
            (role.lowerBound...head).allSatisfy({ prose.tokens[$0].isCapitalised })
        else { return }
        stretches.append(NamedStretch(tokens: role.lowerBound..<head + 1))
    }

    /// Words that are capitalised for standing first, or are no part of any name.
    private func isLeadIn(_ at: Int, in run: Range<Int>) -> Bool {
        let token = prose.tokens[at]
        let isFunctionWord = token.traits.has([
            .determiner, .pronoun, .possessive, .preposition, .conjunction, .auxiliary, .adverb, .relative,
        ])
        if matches.names[at].map({ $0.end > at + 1 }) == true { return false }
        // "Off-spinner Omar Khan"
        if let role = matches.roles[at], role.end > at + 1, prose.tokens[at + 1].gap == .hyphen { return false }
        if isFunctionWord, token.shape != .capitals || token.end - token.start <= 1 {
            return !(token.traits.has(.forename) && at + 1 < run.upperBound && !prose.isFirstInSentence(at))
        }
        if token.traits.has(.date), !(token.traits.has(.forename) && at + 1 < run.upperBound) { return true }
        guard prose.isFirstInSentence(at), token.traits.has(.common), token.shape == .capital,
            !token.traits.has([.honorific, .organisationWord, .placeWord]), matches.names[at] == nil,
            matches.roles[at] == nil
        else { return false }
        if token.traits.has(.forename) && at + 1 < run.upperBound { return false }
        // "Green Party", "Black Lives Matter": the run is one name when it ends in a word that makes organisations.
        return !prose.tokens[run.upperBound - 1].traits.has([.organisationWord, .placeWord])
    }

    private func isRole(_ match: PhraseMatches.Match, at: Int, in run: Range<Int>) -> Bool {
        if let name = matches.names[at], name.end > match.end { return false }
        guard isRoleProper(match, in: run) else { return false }
        // Dean Chaumoo, Marine Le Pen: a forename that is a role too, with a surname behind it.
        if prose.tokens[at].traits.has(.forename), match.end == at + 1,
            run.upperBound == at + 2 || run.upperBound == at + 3 && prose.tokens[at + 1].traits.has(.particle),
            !prose.tokens[at].traits.has(.honorific),
            !prose.tokens[at + 1].traits.has(.forename), matches.roles[at + 1] == nil
        {
            return false
        }
        guard match.end < run.upperBound else { return true }
        // "Justice Department", "Police Federation": the rest is an organisation's name.
        let rest = at..<nextRole(after: match.end, in: run)
        let last = prose.tokens[rest.upperBound - 1]
        return
            !(last.traits.has(.organisationWord) && rest.upperBound > match.end && !last.traits.has(.surname)
            && !isPersonStart(match.end))
    }

    private func isPersonStart(_ at: Int) -> Bool {
        prose.tokens[at].traits.has(.forename) && !prose.tokens[at].traits.has([.wordAndName, .placeAndName])
    }

    private func nextRole(after at: Int, in run: Range<Int>) -> Int {
        (at..<run.upperBound).first { matches.roles[$0].map { isRoleProper($0, in: run) } == true } ?? run.upperBound
    }

    /// The stretch that begins at a token, and where to go on. Nil for words that are no name.
    private func nextStretch(from at: Int, in run: Range<Int>) -> (NamedStretch?, Int) {
        let token = prose.tokens[at]
        if let match = matches.names[at], match.end <= run.upperBound {
            let kinds = facts.phrases.terms(at: match.node).map(\.kind)
            let rest = match.end..<nextRole(after: match.end, in: run)
            let isPlain = !kinds.contains(.blocker)
            if isPlain, !rest.isEmpty, endsAsOrganisation(rest) {
                return (NamedStretch(tokens: at..<rest.upperBound), rest.upperBound)
            }
            if kinds.contains(.demonym) || kinds.contains(.languageOrDemonym) {
                if match.end == run.upperBound || !(token.traits.has(.surname) && rest.isEmpty) {
                    var stretch = NamedStretch(tokens: at..<match.end, match: match)
                    stretch.isDemonym = true
                    return (stretch, match.end)
                }
            }
            let mayBePerson =
                match.end == at + 1 && token.traits.has(.forename)
                || match.end == at + 1 && token.traits.has(.surname) && token.traits.has(.wordAndName)
            let isPerson = mayBePerson && !rest.isEmpty && matches.names[rest.lowerBound] == nil && isPlain
            if !isPerson { return (NamedStretch(tokens: at..<match.end, match: match), match.end) }
        }
        var end = at + 1
        while end < run.upperBound, !isCut(before: end, from: at, in: run) { end += 1 }
        while end > at, prose.tokens[end - 1].isSmallWord || prose.tokens[end - 1].kind != .word,
            prose.tokens[end - 1].gap != .hyphen
        { end -= 1 }
        guard end > at else { return (nil, at + 1) }
        // A lone capital letter is no name: plan B, S-400.
        if end == at + 1, token.shape == .initial { return (nil, end) }
        if end == at + 1,
            token.traits.has([.date, .determiner, .pronoun, .preposition, .conjunction, .auxiliary, .adverb])
        {
            return (nil, end)
        }
        return (NamedStretch(tokens: at..<end, gender: genderByForename(at, end)), end)
    }

    /// "президент [Украины] Владимир Зеленский": outside English what a role is over stands before the forename.
    private func namesPerson(_ at: Int, in run: Range<Int>, behind start: Int) -> Bool {
        // "секретаря Владимира Петрова Юлии Белой": endings put two names side by side.
        if prose.language.inflectsNames, at >= start + 2, at + 1 < run.upperBound, isPersonStart(at) { return true }
        return !prose.language.isEnglish && isPersonStart(at) && at + 1 < run.upperBound
            && prose.tokens[at].gap == .blank
            && !prose.tokens[start].traits.has(.forename) && prose.tokens[start].shape != .initial
    }

    /// Whether a name that began at `start` ends before a word: a role, or a phrase of the tables that is no surname.
    private func isCut(before at: Int, from start: Int, in run: Range<Int>) -> Bool {
        let token = prose.tokens[at]
        if namesPerson(at, in: run, behind: start) { return true }
        let mayBeSurname = token.traits.has(.surname) || at + 1 == run.upperBound
        if let role = matches.roles[at], !endsAsOrganisation(at..<run.upperBound), isRoleProper(role, in: run) {
            return !(prose.tokens[start].traits.has(.forename) && (mayBeSurname || isMiddleName(at, role, in: run)))
        }
        guard let match = matches.names[at], !endsAsOrganisation(match.end..<max(match.end, run.upperBound)) else {
            return false
        }
        if match.end > at + 1 { return true }
        let kinds = facts.phrases.terms(at: match.node)
        if kinds.allSatisfy({ $0.kind == .city || $0.kind == .region || $0.kind == .feature || $0.kind == .capital }) {
            return false
        }
        return !(prose.tokens[start].traits.has(.forename) && mayBeSurname)
    }

    /// The "Sheikh" of Hassan Sheikh Mohamud: a title between a forename and what is none.
    private func isMiddleName(_ at: Int, _ role: PhraseMatches.Match, in run: Range<Int>) -> Bool {
        guard role.end == at + 1, at + 1 < run.upperBound, prose.tokens[at].shape == .capital,
            prose.tokens[at].traits.has(.honorific), !prose.tokens[at].traits.has(.abbreviation)
        else { return false }
        return !prose.tokens[at + 1].traits.has(.forename) && prose.tokens[at + 1].isCapitalised
    }

    /// Not a modifier alone: the "ministry" of "ministry spokesman" is no role in "Ministry of Commerce".
    func isRoleProper(_ match: PhraseMatches.Match, in run: Range<Int>) -> Bool {
        let terms = facts.phrases.terms(at: match.node).filter { $0.kind == .role }
        if terms.contains(where: { !$0.notes.contains(.modifier) }) { return true }
        return match.end < run.upperBound && matches.roles[match.end].map { isRoleProper($0, in: run) } == true
    }

    private func endsAsOrganisation(_ rest: Range<Int>) -> Bool {
        guard let last = rest.last else { return false }
        let traits = prose.tokens[last].traits
        return traits.has([.organisationWord, .placeWord])
            && !(rest.count == 2 && isPersonStart(rest.lowerBound) && traits.has(.surname))
            || rest.contains {
                prose.tokens[$0].traits.has(.organisationWord) && $0 + 1 < rest.upperBound
                    && prose.tokens[$0 + 1].isSmallWord
            }
    }

    private func genderByForename(_ at: Int, _ end: Int) -> Gender {
        let traits = prose.tokens[at].traits
        // Al Hashish is no Al.
        guard end > at + 1 || !traits.has(.surname), !traits.has(.particle) else { return .unknown }
        // Wilson-Raybould is a surname alone.
        if end == at + 2, prose.tokens[at + 1].gap == .hyphen, traits.has(.surname) { return .unknown }
        return traits.genderOfForename
    }
}
