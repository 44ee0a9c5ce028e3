import News

/// Whom a pronoun may stand for.
struct PersonCandidate {
    /// Nil for somebody whom the story does not name.
    let antecedent: Antecedent?
    let score: Int
    /// The words for somebody without a name, where nobody else can be meant.
    let described: Range<Int>?

    init(_ antecedent: Antecedent?, _ score: Int, as described: Range<Int>? = nil) {
        self.antecedent = antecedent
        self.score = score
        self.described = described
    }
}

/// People whom the story describes and does not name: a pronoun behind them is nobody's whose name came before.
extension Antecedents {
    /// Those of a sentence, and whether one is its subject.
    mutating func unnamedPeople(
        in range: Range<Int>, _ opening: Subject?, before pronoun: Int, _ wanted: Gender, _ depth: Int
    ) -> (found: [PersonCandidate], hasSubject: Bool) {
        var found: [PersonCandidate] = []
        if range.upperBound == pronoun, let kin = kin(in: range, wanted) {
            found.append(PersonCandidate(nil, Weight.subject + Weight.beforeVerb + Weight.knownGender, as: kin))
        }
        guard let opening, case .described = opening.kind,
            // "His late father taught the tune. He": not the dead one.
            !opening.words.contains(where: { prose.isWord($0, "late") })
        else { return (found, false) }
        // "A neighbour shrugs": nobody named before is who "she" is then.
        if let gender = clauses.genderOfSomebodyNew(opening.words), gender.agrees(with: wanted),
            !hasObject(wanted, in: opening.words.upperBound..<range.upperBound)
        {
            let score = Weight.subject + Weight.beforeVerb + (gender == .unknown ? 0 : Weight.knownGender)
            found.append(PersonCandidate(nil, score, as: isAlone(opening.words, in: range) ? opening.words : nil))
            return (found, true)
        }
        // Whoever that is may be told by who another is: once, as each look goes back over many sentences.
        guard depth < 1, let known = definite(opening.words, in: range, before: pronoun, wanted, depth + 1) else {
            return (found, false)
        }
        found.append(known)
        return (found, true)
    }

    /// "The former governor sails. He", "The guard at the gate shrugged. He": who that is, or that it is
    /// nobody with a name.
    private mutating func definite(
        _ words: Range<Int>, in range: Range<Int>, before pronoun: Int, _ wanted: Gender, _ depth: Int
    ) -> PersonCandidate? {
        let score = Weight.subject + Weight.beforeVerb + Weight.knownGender
        guard let known = antecedent(ofDescription: words, nil, depth) else {
            // "The guard shrugged" may be anybody of before, "The guard at the gate" is new.
            guard words.count > 1, prose.isWord(words.lowerBound, "The"), range.upperBound <= pronoun,
                prose.tokens[words.upperBound].traits.has(.preposition),
                prose.tokens[words.lowerBound].paragraph == prose.tokens[pronoun].paragraph,
                let gender = clauses.genderOfPersonNoun(endingAt: words.upperBound, in: words),
                gender.agrees(with: wanted),
                !clauses.isOffice(endingAt: words.upperBound, in: words),
                !hasObject(wanted, in: words.upperBound..<range.upperBound)
            else { return nil }
            return PersonCandidate(nil, score, as: isAlone(words, in: range) ? words : nil)
        }
        guard known.link == .role, names.entities[known.entity].kind == .person,
            genders[known.entity].gender.agrees(with: wanted)
        else { return nil }
        return PersonCandidate(Antecedent(entity: known.entity, mention: words, link: .subject), score)
    }

    /// "The doctor gave [him] a mask.": he is not the doctor.
    private func hasObject(_ wanted: Gender, in words: Range<Int>) -> Bool {
        words.contains { at in
            prose.tokens[at].isSmallWord && prose.tokens[at].traits.has(.object) && !clauses.isQuoted[at]
                && prose.tokens[at].traits.has(wanted == .male ? .male : .female)
                && !prose.tokens[at].traits.has(.possessive)
        }
    }

    /// "When I told [my mother], she said": with nobody named since.
    private func kin(in range: Range<Int>, _ wanted: Gender) -> Range<Int>? {
        for at in range.reversed() where !clauses.isQuoted[at] {
            if names.entityOf[at] >= 0 { return nil }
            guard prose.tokens[at].isSmallWord, prose.tokens[at].traits.has(.possessive), at + 1 < range.upperBound
            else { continue }
            let words = at..<at + 2
            guard clauses.isRelation(endingAt: at + 2, in: words),
                clauses.genderOfPersonNoun(endingAt: at + 2, in: words) == wanted
            else { continue }
            return words
        }
        return nil
    }

    /// "A neighbour waved.": nobody else is in the sentence whom a pronoun could stand for, as in "A reporter asked Ruiz".
    private func isAlone(_ words: Range<Int>, in sentence: Range<Int>) -> Bool {
        guard words.count > 1, words.upperBound < prose.tokens.count,
            prose.tokens[words.upperBound].kind != .possessive
        else { return false }
        return !sentence.contains { at in
            !words.contains(at) && !clauses.isQuoted[at]
                && (names.entity(at: at).map { names.entities[$0].kind == .person } ?? false)
        }
    }
}
