import News

extension NameJudge {
    /// Whether more than a capital says what a stretch is, for languages whose common words are not known: a person has
    /// a forename, title or role; where every noun has a capital, the tables must know the rest too.
    func isSure(_ stretch: NamedStretch, _ kind: Entity.Kind) -> Bool {
        let first = prose.tokens[stretch.tokens.lowerBound]
        guard prose.language.capitalisesNouns || kind == .person else { return true }
        switch kind {
        case .person:
            if stretch.tokens.contains(where: { prose.tokens[$0].traits.has(.date) }) { return false }
            if stretch.hasHonorific { return true }
            if first.traits.has(.common) || isCompound(stretch.tokens) { return false }
            if first.shape == .initial {
                return stretch.tokens.last.map { prose.tokens[$0].traits.has(.surname) } == true
            }
            if first.traits.has(.forename) {
                return stretch.tokens.count > 1 || !first.traits.has([.wordAndName, .placeAndName])
            }
            if first.traits.has(.surname), stretch.tokens.count > 1, !prose.language.capitalisesNouns {
                return stretch.tokens.last.map { prose.tokens[$0].traits.has(.surname) } == true
            }
            return stretch.role != nil && !prose.language.inflectsNames && stretch.tokens.count < 3
                && !first.traits.has(.functionWord)
        case .organisation:
            let isAcronym = stretch.tokens.count == 1 && first.shape == .capitals
            return stretch.match != nil || isAcronym
        case .place: return stretch.match != nil
        case .other: return false
        }
    }

    /// Octavia-Modelle, MIRO-Team: a hyphen behind what is no forename's makes another noun.
    private func isCompound(_ words: Range<Int>) -> Bool {
        let first = prose.tokens[words.lowerBound]
        guard let second = words.dropFirst().first.map({ prose.tokens[$0] }) else { return false }
        return first.shape == .capitals && second.shape != .capitals
            || second.gap == .hyphen && !second.traits.has(.forename)
    }
}
