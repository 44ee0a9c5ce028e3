/// What the words around a name, or a forename itself, tell of a person.
enum Gender: UInt8 {
    case unknown, female, male

    /// Whether both may be one person.
    func agrees(with other: Gender) -> Bool { self == .unknown || other == .unknown || self == other }
}
