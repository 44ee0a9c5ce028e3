import News
import Testing

@Suite struct HeadlineSelectionTests {
    private static let made = MadeHeadlines.all(600)
    private static let table = HeadlineTable(made)

    private func ids(_ selection: HeadlineSelection) -> [String] {
        Self.table.numbers(Self.table.numbers, matching: selection).map { Self.table.id($0) }
    }

    @Test func feedUnreadAndKeptHoldTogether() {
        var selection = HeadlineSelection()
        selection.feed = Self.table.feeds.firstIndex { $0.id == "News/2" }
        #expect(ids(selection) == Self.made.filter { $0.feed.id == "News/2" }.map(\.id))
        selection.isUnreadOnly = true
        selection.isKeptOnly = true
        let wanted = Self.made.filter { $0.feed.id == "News/2" && !$0.isRead && $0.isBookmarked }.map(\.id)
        #expect(!wanted.isEmpty && ids(selection) == wanted)
    }

    @Test(arguments: [1, 2, 70], [false, true])
    func countriesAreThoseOfTheStories(_ count: Int, needsAll: Bool) {
        for mentionedToo in [false, true] {
            // Each part of the world many countries, so that stories have some of all.
            let parts = (0..<count).map { part in
                Set(MadeHeadlines.countries.enumerated().filter { ($0.offset + part) % 3 != 0 }.map(\.element.code))
            }
            var selection = HeadlineSelection()
            selection.countries = CountrySelection(
                parts.map { part in { part.contains($0.code) } }, of: Self.table, needsAll: needsAll,
                mentionedToo: mentionedToo)
            let wanted = Self.made.filter { headline in
                let named = headline.countries + (mentionedToo ? headline.mentioned : [])
                func has(_ part: Set<String>) -> Bool { named.contains { part.contains($0.code) } }
                return needsAll ? parts.allSatisfy(has) : parts.contains(where: has)
            }
            #expect(!wanted.isEmpty && ids(selection) == wanted.map(\.id))
        }
    }

    @Test func countriesAndRegionsAreCountedOnceAStory() {
        let counts = CountryCounts(of: Self.table.numbers, in: Self.table)
        for (number, country) in Self.table.countries.enumerated() {
            let about = Self.made.reduce(0) { $0 + $1.countries.count { $0 == country } }
            #expect(counts.about[number] == about)
            let mentioned = Self.made.reduce(0) { $0 + $1.mentioned.count { $0 == country } }
            #expect(counts.mentioned[number] == about + mentioned)
        }
        for (number, region) in WorldRegion.allCases.enumerated() {
            let about = Self.made.filter { $0.countries.contains { $0.region == region } }
            let named = Self.made.filter { ($0.countries + $0.mentioned).contains { $0.region == region } }
            #expect(counts.regionsAbout[number] == about.count && counts.regionsMentioned[number] == named.count)
        }
        let about = Set(Self.made.flatMap(\.countries))
        #expect(Set(Self.table.countriesAbout) == about && Self.table.countriesAbout.count == about.count)
    }

    @Test func marksOfBookmarksAreThoseToldLast() {
        var table = Self.table
        table.setBookmarks(stories: NumberSet([1, 64]), quoted: NumberSet([64, 65]))
        var selection = HeadlineSelection()
        selection.isKeptOnly = true
        #expect(Array(table.numbers(table.numbers, matching: selection)) == [1, 64, 65])
        #expect(table.counts(of: StoryNumbers([1, 2, 64, 65])).kept == 3)
        #expect(table.tallies.reduce(0) { $0 + $1.kept } == 3)
    }

    @Test func aSetHoldsWhatWasPutIn() {
        var set = NumberSet([0, 63, 64, 1000])
        #expect(set.count == 4 && set.contains(64) && !set.contains(65) && !set.contains(100_000))
        #expect(!set.insert(63) && set.insert(5) && set == NumberSet([1000, 5, 0, 64, 63]))
    }
}
