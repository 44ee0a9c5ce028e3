/// How many stories a feed has.
package struct HeadlineTally: Hashable, Sendable {
    package var stories = 0
    package var unread = 0
    /// Stories that are bookmarked, or of which a quote is.
    package var kept = 0

    package init() {}

    /// Adds a headline, or takes it out again.
    /// - Parameter step: 1 or -1.
    package mutating func count(_ number: Int, of table: HeadlineTable, by step: Int) {
        let marks = HeadlineTable.Marks(rawValue: table.marks[number])
        if marks.contains(.removed) { return }
        stories += step
        if !marks.contains(.read) { unread += step }
        if !marks.isDisjoint(with: [.bookmarked, .quoted]) { kept += step }
    }
}

extension HeadlineTable {
    /// Of each feed, in the order of `feeds`.
    package var tallies: [HeadlineTally] {
        var tallies = Array(repeating: HeadlineTally(), count: feeds.count)
        for number in 0..<count { tallies[feedNumber(number)].count(number, of: self, by: 1) }
        return tallies
    }

    /// In order of arrival, without those removed.
    package var numbers: StoryNumbers {
        StoryNumbers((0..<Int32(truncatingIfNeeded: count)).filter { !isRemoved(Int($0)) })
    }

    /// These are bookmarked, and quotes of those; no others.
    package mutating func setBookmarks(stories: NumberSet, quoted: NumberSet) {
        for number in 0..<count {
            var marks = Marks(rawValue: marks[number]).subtracting([.bookmarked, .quoted])
            if stories.contains(number) { marks.insert(.bookmarked) }
            if quoted.contains(number) { marks.insert(.quoted) }
            self.marks[number] = marks.rawValue
        }
    }
}
