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
                if let noun = noun(before: mention, entity.role, prose) { add(prose.tokens[noun].key, index, mention) }
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

    /// "a [priest], Father Ruiz"
    private func noun(before mention: Range<Int>, _ role: Range<Int>?, _ prose: Prose) -> Int? {
        let name = role.flatMap { $0.upperBound == mention.lowerBound ? $0.lowerBound : nil } ?? mention.lowerBound
        let comma = name - 1
        guard comma > 2, prose.tokens[comma].kind == .comma, prose.tokens[comma - 1].isSmallWord,
            prose.tokens[comma - 1].traits.has(.role), !isOtherOffice(comma - 1, prose),
            prose.isWord(comma - 2, "a") || prose.isWord(comma - 2, "an")
        else { return nil }
        return comma - 1
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
