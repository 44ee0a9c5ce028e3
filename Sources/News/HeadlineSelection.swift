/// Which headlines of a table are wanted. All conditions hold at once; nil and false ask for nothing.
package struct HeadlineSelection: Sendable {
    /// A number of the table's feeds.
    package var feed: Int?
    /// Numbers of the table's feeds: one of these.
    package var feeds: NumberSet?
    /// None of these.
    package var withoutFeeds = NumberSet()
    package var isUnreadOnly = false
    /// Bookmarked, or a quote is.
    package var isKeptOnly = false
    package var countries: CountrySelection?
    package var found: NumberSet?
    /// The same again, of another search.
    package var among: NumberSet?

    package init() {}
}

/// Countries that stories are wanted of, in the numbers of one table.
package struct CountrySelection: Sendable {
    /// Of each country of the table, the parts of the world asked for that have it, a bit each; more than 64 parts take
    /// several masks.
    fileprivate let masks: [[UInt64]]
    fileprivate let wanted: [UInt64]
    fileprivate let mentionedToo: Bool

    /// - Parameters:
    ///   - parts: parts of the world, each by the countries that belong to it.
    ///   - needsAll: whether a story must have to do with every part rather than with one of them.
    ///   - mentionedToo: whether it is enough that a story names a country.
    package init(_ parts: [(Country) -> Bool], of table: HeadlineTable, needsAll: Bool, mentionedToo: Bool) {
        self.mentionedToo = mentionedToo
        guard needsAll else {
            masks = [table.countries.map { country in parts.contains { $0(country) } ? 1 : 0 }]
            wanted = [1]
            return
        }
        let starts = Array(stride(from: 0, to: parts.count, by: 64))
        wanted = starts.map { UInt64.max >> UInt64(64 - min(64, parts.count - $0)) }
        masks = starts.map { start in
            table.countries.map { country in
                parts[start..<min(start + 64, parts.count)].enumerated().reduce(0) { mask, part in
                    part.element(country) ? mask | 1 << UInt64(part.offset) : mask
                }
            }
        }
    }
}

extension HeadlineTable {
    /// Those of some headlines that are wanted, in the same order.
    package func numbers(_ numbers: StoryNumbers, matching selection: HeadlineSelection) -> StoryNumbers {
        StoryNumbers(numbers.values.filter { matches(Int($0), selection) })
    }

    /// Asks what is cheap first.
    package func matches(_ number: Int, _ selection: HeadlineSelection) -> Bool {
        let marks = Marks(rawValue: marks[number])
        if selection.isUnreadOnly, marks.contains(.read) { return false }
        if selection.isKeptOnly, marks.isDisjoint(with: [.bookmarked, .quoted]) { return false }
        if let feed = selection.feed, feedNumber(number) != feed { return false }
        if let feeds = selection.feeds, !feeds.contains(feedNumber(number)) { return false }
        if !selection.withoutFeeds.isEmpty, selection.withoutFeeds.contains(feedNumber(number)) { return false }
        if let found = selection.found, !found.contains(number) { return false }
        if let among = selection.among, !among.contains(number) { return false }
        return selection.countries.map { isOf($0, number) } ?? true
    }

    /// Adds the stories that an index calls so.
    package func insertNumbers(ofIndexKeys keys: NumberSet, into numbers: inout NumberSet) {
        for number in 0..<count where keys.contains(Int(indexKeys[number])) && !isRemoved(number) {
            numbers.insert(number)
        }
    }

    /// How many of some headlines are unread, and of how many they or a quote are bookmarked.
    package func counts(of numbers: StoryNumbers) -> (unread: Int, kept: Int) {
        var (unread, kept) = (0, 0)
        for number in numbers.values {
            let marks = Marks(rawValue: marks[Int(number)])
            if !marks.contains(.read) { unread += 1 }
            if !marks.isDisjoint(with: [.bookmarked, .quoted]) { kept += 1 }
        }
        return (unread, kept)
    }

    private func isOf(_ selection: CountrySelection, _ number: Int) -> Bool {
        let start = Int(countryStarts[number])
        let counts = countryLists[start]
        let end = start + 1 + Int(selection.mentionedToo ? counts >> 8 + counts & 0xFF : counts >> 8)
        for (masks, wanted) in zip(selection.masks, selection.wanted) {
            var met: UInt64 = 0
            var place = start + 1
            while place < end {
                met |= masks[Int(countryLists[place])]
                place += 1
            }
            if met != wanted { return false }
        }
        return true
    }
}
