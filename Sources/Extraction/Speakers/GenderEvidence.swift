import News

/// What a story says of somebody's gender.
struct KnownGender {
    let gender: Gender
    /// Said by a title or by pronouns, or by a forename before a known surname; a forename alone may be another
    /// country's, or its surname.
    let isSure: Bool
}

/// The gender of every person of a story, by index in `Names.entities`.
///
/// What the pronouns beside a name say outweighs what forename lists say: "Lonechild said she", three times over,
/// makes a Darian a woman. A title before the name (Mr, Mrs) is never outweighed.
func genderEvidence(prose: Prose, names: Names, clauses: ClauseReader) -> [KnownGender] {
    var said: [(male: Int, female: Int)] = Array(repeating: (0, 0), count: names.entities.count)
    for sentence in prose.sentences {
        guard let (person, pronoun) = personAndPronoun(in: sentence, prose, names, clauses) else { continue }
        if prose.tokens[pronoun].traits.has(.female) { said[person].female += 1 } else { said[person].male += 1 }
    }
    return names.entities.indices.map { index in
        let entity = names.entities[index]
        let count = said[index]
        guard entity.kind == .person else { return KnownGender(gender: .unknown, isSure: false) }
        if clauses.hasGenderedTitle(index) { return KnownGender(gender: entity.gender, isSure: true) }
        if count.female > 1, count.female > 2 * count.male { return KnownGender(gender: .female, isSure: true) }
        if count.male > 1, count.male > 2 * count.female { return KnownGender(gender: .male, isSure: true) }
        return KnownGender(gender: entity.gender, isSure: isForenameAndSurname(entity.fullest, prose))
    }
}

/// "Susan Hill"; not "Li Jie", whose forename may be either, nor "Abbey Lubega", whose surname no list has.
private func isForenameAndSurname(_ name: Range<Int>, _ prose: Prose) -> Bool {
    guard name.count > 1, let first = name.first, let last = name.last else { return false }
    return prose.tokens[first].traits.has(.forename) && prose.tokens[last].traits.has(.surname)
        && !(prose.tokens[first].traits.has(.surname) && prose.tokens[last].traits.has(.forename))
}

/// "Lonechild said she": the first person of a sentence, and the pronoun that comes next with nobody named between.
private func personAndPronoun(in sentence: Range<Int>, _ prose: Prose, _ names: Names, _ clauses: ClauseReader) -> (
    person: Int, pronoun: Int
)? {
    var person: Int?
    for at in sentence.prefix(Reach.window) where !clauses.isQuoted[at] {
        if let entity = names.entity(at: at) {
            guard names.entities[entity].kind == .person else { continue }
            if let person, person != entity { return nil }
            person = entity
        } else if prose.tokens[at].traits.has(.personPronoun) {
            return person.map { ($0, at) }
        }
    }
    return nil
}
