import News

/// A name of the story with everything that stands for it.
struct NamedEntity {
    var kind: Entity.Kind
    /// The tokens of the fullest form.
    var fullest: Range<Int>
    /// Folded words of the fullest form, in order.
    var words: [WordKey]
    var gender: Gender
    var role: Range<Int>?
    /// Whether the story brings the person in as somebody's, whose surname it may be first of all: "his son Jack Hill".
    var isRelative = false
    /// Where it is named, in text order.
    private(set) var mentions: [Range<Int>] = []

    /// Keeps the order whatever comes first: full names are found before single ones.
    mutating func add(_ mention: Range<Int>) { mentions.insert(mention, at: place(of: mention.lowerBound)) }

    mutating func removeMentions() { mentions = [] }

    /// The last mention that begins before a token.
    func mention(before token: Int) -> Range<Int>? {
        let place = place(of: token)
        return place > 0 ? mentions[place - 1] : nil
    }

    /// How many mentions begin before a token.
    private func place(of token: Int) -> Int {
        if let last = mentions.last, last.lowerBound < token { return mentions.count }
        var low = 0
        var high = mentions.count
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
