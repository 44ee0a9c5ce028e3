/// What the words around a name, or a forename itself, tell of a person.
enum Gender: UInt8 {
    case unknown, female, male

    /// Whether both may be one person.
    func agrees(with other: Gender) -> Bool { self == .unknown || other == .unknown || self == other }
}

extension WordTraits {
    /// Of those who bear the forename; unknown for one given to both, and for other words.
    var genderOfForename: Gender { has(.femaleForename) ? .female : has(.maleForename) ? .male : .unknown }
}
