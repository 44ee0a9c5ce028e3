import News

extension NameJudge {
    /// Whether more than a capital says that a stretch is a name of some kind, for languages where every noun has one.
    func isSure(_ stretch: NamedStretch, _ kind: Entity.Kind) -> Bool {
        let first = prose.tokens[stretch.tokens.lowerBound]
        switch kind {
        case .person:
            if stretch.tokens.contains(where: { prose.tokens[$0].traits.has(.date) }) { return false }
            if stretch.hasHonorific || first.shape == .initial && stretch.tokens.count > 1 { return true }
            if first.traits.has(.common) { return false }
            if first.traits.has(.forename) {
                return stretch.tokens.count > 1 || !first.traits.has([.wordAndName, .placeAndName])
            }
            return stretch.role != nil && stretch.tokens.count < 3 && !first.traits.has(.functionWord)
        case .organisation:
            let isAcronym = stretch.tokens.count == 1 && first.shape == .capitals
            return stretch.match != nil || isAcronym
        case .place: return stretch.match != nil
        case .other: return false
        }
    }
}
