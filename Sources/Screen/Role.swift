/// What a cell means; a theme says how it looks. A golden screen shows each by its letter.
package enum Role: Character, Hashable, Sendable, CaseIterable {
    case plain = "."
    case dim = "d"
}
