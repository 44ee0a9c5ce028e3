/// Labels names by what speaks for each kind all through a story: the same words are the same kind, and longer names tell
/// of the words that they are made of.
struct NameAgreement {
    let lattice: NameLattice

    /// What a story says of some words.
    private struct Tally {
        var scores = SIMD4<Float>()
        var votes = SIMD4<Float>()
        var isPersonAlone = false
    }

    private var tallies = KeyMap<Tally>(capacity: 1 << 8)
    /// How many words are tallied; a story has some hundred, a text of nothing but names must end too.
    private var room = 1 << 18

    init(lattice: NameLattice) { self.lattice = lattice }

    mutating func label(_ names: inout [TaggedName]) {
        let tallied = names.map { tally(of: $0.tokens) }
        for (name, tally) in zip(names, tallied) {
            if let tally { tallies[tally].scores += name.scores }
        }
        for (name, tally) in zip(names, tallied) where name.tokens.count > 1 { vote(name, scores(name, tally)) }
        for (index, tally) in tallied.enumerated() {
            let isAlone = names[index].tokens.count == 1
            var scores = scores(names[index], tally)
            if isAlone, let tally { scores += tallies[tally].votes }
            names[index].label = Self.label(scores, isAlone: isAlone)
            if isAlone, let tally, names[index].label == .person { tallies[tally].isPersonAlone = true }
        }
        for index in names.indices where names[index].label == .other && isNamedAfterPerson(names[index].tokens) {
            names[index].label = .person
        }
    }

    private func scores(_ name: TaggedName, _ tally: Int?) -> SIMD4<Float> {
        tally.map { tallies[$0].scores } ?? name.scores
    }

    /// What a longer name says of a word that stands alone elsewhere: the last of a person's or place's, the first or last of an
    /// organisation's, the first of a person's.
    private mutating func vote(_ name: TaggedName, _ scores: SIMD4<Float>) {
        let label = Self.label(scores, isAlone: false)
        guard label != .none, label != .other else { return }
        if let last = tally(of: name.tokens.suffix(1)) { tallies[last].votes[label.rawValue - 1] = Self.vote }
        // Not the Lima of "Lima Courier".
        guard name.tokens.count == 2, label != .place, lattice.features.matches.names[name.tokens.lowerBound] == nil,
            let first = tally(of: name.tokens.prefix(1))
        else { return }
        tallies[first].votes[label.rawValue - 1] = Self.vote
    }

    /// Chosen on development articles and on texts left out of the training.
    private static let vote: Float = 2

    /// "LeBron James", of no certain kind, where James is a person elsewhere.
    private func isNamedAfterPerson(_ name: Range<Int>) -> Bool {
        guard (2...3).contains(name.count), name.allSatisfy({ lattice.prose.tokens[$0].isCapitalised }),
            let last = tallies.number(of: lattice.features.key(name.suffix(1)))
        else { return false }
        return tallies[last].isPersonAlone
    }

    /// The number of the tally of some words; nil when there is no room.
    private mutating func tally(of words: Range<Int>) -> Int? {
        let key = lattice.features.key(words)
        if let known = tallies.number(of: key) { return known }
        guard room > 0 else { return nil }
        room -= 1
        return tallies.add(key, Tally())
    }

    /// The label with the highest score; what hardly beats the next is a name of no certain kind.
    ///
    /// A lone word is easily mistaken for a forename or surname, and somebody who is shown among the people of a story
    /// had better be one: it needs more. The margins were chosen on development articles.
    private static func label(_ scores: SIMD4<Float>, isAlone: Bool) -> NameLabel {
        let highest = scores.indexOfMax
        guard let best = NameLabel(rawValue: highest + 1) else { return .none }
        var others = scores
        others[highest] = 0
        let margin = scores[highest] - max(others.max(), 0)
        return margin < (best == .person && isAlone ? 1.5 : 0.3) ? .other : best
    }
}
