import News

/// Finds whom pronouns and descriptions stand for.
struct Antecedents {
    let prose: Prose
    let names: Names
    let clauses: ClauseReader
    /// Pronouns already resolved: token → entity. A later "he" may stand for the same as an earlier one.
    private var resolved: [Int: Int] = [:]

    init(prose: Prose, names: Names, clauses: ClauseReader) {
        self.prose = prose
        self.names = names
        self.clauses = clauses
    }

    /// Index in `Names.entities`; nil when the text does not say.
    mutating func entity(of subject: Subject) -> Int? {
        switch subject.kind {
        case .entity(let entity): return entity
        case .pronoun(let token):
            let found = antecedent(of: token)
            if let found { resolved[token] = found }
            return found
        case .described: return named(bySubject: subject)
        }
    }

    /// Whom he, she or who stands for: the first person of fitting gender in the sentences before, nearest first,
    /// outside quotations.
    private func antecedent(of token: Int) -> Int? {
        if let known = resolved[token] { return known }
        let traits = prose.tokens[token].traits
        if traits.has(.relative) {
            let subject = clauses.antecedent(ofRelative: token, from: prose.sentence(of: token).lowerBound)
            if case .entity(let entity)? = subject?.kind { return entity }
            return subject == nil ? nearestName(before: token) : nil
        }
        let wanted: Gender = traits.has(.male) ? .male : traits.has(.female) ? .female : .unknown
        guard wanted != .unknown else { return nil }
        var sentence = Int(prose.sentenceOf[token])
        var patience = 14
        let start = max(prose.sentences[sentence].lowerBound, token - Reach.window)
        if let found = subjectPerson(in: start..<token, wanted) { return found }
        while sentence > 0, patience > 0, token - prose.sentences[sentence].lowerBound < Reach.antecedent {
            sentence -= 1
            // What stands in quotations is passed over, however long.
            if prose.sentences[sentence].allSatisfy({ clauses.isQuoted[$0] }) { continue }
            patience -= 1
            if let found = subjectPerson(in: prose.sentences[sentence], wanted) { return found }
        }
        return nil
    }

    private func subjectPerson(in range: Range<Int>, _ wanted: Gender) -> Int? {
        var possessor: Int?
        var at = range.lowerBound
        while at < range.upperBound {
            defer { at += 1 }
            if clauses.isQuoted[at] { continue }
            if let known = resolved[at], names.entities[known].gender.agrees(with: wanted) { return known }
            guard let entity = names.entity(at: at), names.entities[entity].kind == .person,
                names.entities[entity].gender.agrees(with: wanted)
            else { continue }
            var end = at
            while end < range.upperBound, names.entityOf[end] == entity { end += 1 }
            if end < prose.tokens.count, prose.tokens[end].kind == .possessive {
                possessor = possessor ?? entity
                at = end
                continue
            }
            return entity
        }
        return possessor
    }

    private func nearestName(before token: Int) -> Int? {
        let sentence = prose.sentence(of: token)
        for at in (sentence.lowerBound..<token).reversed() {
            if let entity = names.entity(at: at) { return entity }
        }
        return nil
    }

    /// "the ministry", "the president": the last named before that this describes.
    private func named(bySubject subject: Subject) -> Int? {
        guard subject.words.count >= 2, subject.words.count <= 3,
            prose.tokens[subject.words.lowerBound].traits.has(.determiner),
            let last = subject.words.last, prose.tokens[last].kind == .word,
            prose.text(subject.words.lowerBound).lowercased() == "the"
        else { return nil }
        let key = prose.tokens[last].key
        let isRole = prose.tokens[last].traits.has([.role, .honorific])
        var best: (entity: Int, at: Int)?
        for (index, entity) in names.entities.prefix(Reach.entities).enumerated() {
            let describes: Bool =
                switch entity.kind {
                case .organisation: !isRole && entity.words.contains(key)
                case .person: isRole && (entity.role.map { $0.contains { prose.tokens[$0].key == key } } ?? false)
                case .place, .other: false
                }
            guard describes, let mention = entity.mention(before: subject.words.lowerBound)
            else { continue }
            if best.map({ $0.at < mention.lowerBound }) ?? true { best = (index, mention.lowerBound) }
        }
        return best?.entity
    }
}
