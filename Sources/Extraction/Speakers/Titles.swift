import News

/// The offices that a story gives to people: "the mayor" goes back to the last one called so.
struct Titles {
    /// By the word of an office: whom it was given, and where, in text order.
    private var holders: [WordKey: [(entity: Int, mention: Range<Int>)]] = [:]

    init(prose: Prose, names: Names) {
        for (index, entity) in names.entities.prefix(Reach.entities).enumerated() where entity.kind == .person {
            let first = entity.mentions.first
            if let role = entity.role, let first {
                for at in role where prose.tokens[at].traits.has([.role, .honorific]) && !isOtherOffice(at, prose) {
                    add(prose.tokens[at].key, index, first)
                }
            }
            for mention in entity.mentions.prefix(20) {
                var at = mention.lowerBound
                while at > 0, at > mention.lowerBound - 4, prose.tokens[at - 1].traits.has([.role, .honorific]) {
                    at -= 1
                    if isOtherOffice(at, prose) { continue }
                    add(prose.tokens[at].key, index, mention)
                }
            }
        }
        for key in holders.keys { holders[key]?.sort { $0.mention.lowerBound < $1.mention.lowerBound } }
    }

    /// "vice president" is no president.
    private func isOtherOffice(_ at: Int, _ prose: Prose) -> Bool {
        at > 0 && prose.tokens[at - 1].traits.has(.officeModifier)
    }

    private mutating func add(_ key: WordKey, _ entity: Int, _ mention: Range<Int>) {
        holders[key, default: []].append((entity, mention))
    }

    func holder(of key: WordKey, before token: Int) -> (entity: Int, mention: Range<Int>)? {
        holders[key]?.last { $0.mention.lowerBound < token }
    }
}
