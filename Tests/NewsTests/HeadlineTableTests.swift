import News
import Testing

@Suite struct HeadlineTableTests {
    private static let made = MadeHeadlines.all(1000)

    private func headlines(of table: HeadlineTable) -> [Headline] { table.numbers.map { table[$0] } }

    @Test func whatIsPutInComesOut() {
        #expect(headlines(of: HeadlineTable(Self.made)) == Self.made)
    }

    @Test func everyIDFindsItsNumberAndNoOther() {
        let table = HeadlineTable(Self.made)
        for (number, headline) in Self.made.enumerated() { #expect(table.number(of: headline.id) == number) }
        #expect(table.number(of: "") == nil)
        #expect(table.number(of: "News/1") == nil)
        #expect(table.number(of: "News/1/") == nil)
        #expect(table.number(of: "story-1.txt") == nil)
    }

    @Test func aChangedHeadlineKeepsItsNumber() {
        var table = HeadlineTable(Self.made)
        let headline = Self.made[8]
        #expect(table.put(headline) == .same(8))
        #expect(table.put(headline.changed(isRead: !headline.isRead)) == .same(8))
        #expect(table.isRead(8) == !headline.isRead)
        let longer = headline.changed(title: String(repeating: "x", count: 300))
        #expect(table.put(longer) == .changed(8))
        #expect(table[8] == longer)
        let moved = headline.changed(feed: News.Feed(id: "elsewhere", name: "Elsewhere"))
        #expect(table.put(moved) == .changed(8))
        #expect(table[8] == moved)
        #expect(table.number(of: headline.id) == 8)
    }

    @Test func aRemovedOneIsStillToldOfButNotFound() {
        var table = HeadlineTable(Self.made)
        table.remove(3)
        #expect(table.number(of: Self.made[3].id) == nil)
        #expect(table[3] == Self.made[3])
        #expect(table.numbers.count == 999 && !table.numbers.contains(3))
        #expect(table.put(Self.made[3]) == .new(1000))
        #expect(table.number(of: Self.made[3].id) == 1000)
    }

    @Test func aFeedHasTheNameThatItHadLast() {
        var table = HeadlineTable([Self.made[1]])
        table.put(Self.made[6].changed(feed: News.Feed(id: "News/1", name: "Renamed")))
        #expect(table.feeds == [News.Feed(id: "News/1", name: "Renamed")])
        #expect(table[0].feed.name == "Renamed")
    }

    @Test(arguments: StoryOrder.allCases)
    func ordersAreThoseOfTheHeadlines(_ order: StoryOrder) {
        let table = HeadlineTable(Self.made)
        let expected = Self.made.sorted { $0.stands(before: $1, by: order) }.map(\.id)
        let ordering = HeadlineOrdering(order, of: table)
        #expect(ordering.ranking().map { table[$0].id } == expected)
        #expect(ordering.sorted(table.numbers).map { table[$0].id } == expected)
        let titles = HeadlineOrdering(.title, of: table).ranking()
        #expect(ordering.ranking(titles: titles).map { table[$0].id } == expected)
        let again = HeadlineTable(Self.made.sorted { $0.stands(before: $1, by: order) })
        #expect(Array(HeadlineOrdering(order, of: again).ranking()) == Array(0..<1000))
    }

    @Test(arguments: StoryOrder.allCases, [0, 1, 40, 500, 999])
    func twoOrderedPartsMakeOneOrder(_ order: StoryOrder, _ count: Int) {
        let ordering = HeadlineOrdering(order, of: HeadlineTable(Self.made))
        let (one, other) = (ordering.sorted(StoryNumbers(0..<count)), ordering.sorted(StoryNumbers(count..<1000)))
        #expect(ordering.merged(one, other) == ordering.sorted(StoryNumbers(0..<1000)))
    }

    /// Into an empty table, into a small one, and into a large one.
    @Test(arguments: [0, 5, 900]) func aTablePutIntoAnotherIsAsItsHeadlines(_ before: Int) {
        let known = (0..<before).map { Self.made[$0].changed(title: "Old \($0 % 2)") }
        var other = HeadlineTable(Self.made)
        other.remove(2)
        other.finish()
        var (table, expected) = (HeadlineTable(known), HeadlineTable(known))
        let arrivals = table.put(other)
        var expectedArrivals = HeadlineTable.Arrivals()
        for (number, headline) in Self.made.enumerated() where number != 2 {
            expectedArrivals.add(expected.put(headline))
        }
        #expect(Set(headlines(of: table)) == Set(headlines(of: expected)))
        #expect(Set(arrivals.new.map { table[$0].id }) == Set(expectedArrivals.new.map { expected[$0].id }))
        #expect(arrivals.changed.map { table[$0].id } == expectedArrivals.changed.map { expected[$0].id })
        for (order, ranking) in arrivals.rankings {
            #expect(ranking == HeadlineOrdering(order, of: table).sorted(arrivals.new))
        }
        #expect(arrivals.rankings.keys.count == 2)
        for number in table.numbers { #expect(table.number(of: table.id(number)) == number) }
    }

    @Test func countriesAndFeedsKeepTheirNamesInAnotherTable() {
        var table = HeadlineTable(Self.made.prefix(3))
        _ = table.put(HeadlineTable(Self.made.reversed()))
        #expect(headlines(of: table) == Self.made.prefix(3) + Self.made.dropFirst(3).reversed())
    }

    @Test func invalidBytesMakeNoTrouble() {
        var table = HeadlineTable()
        let feed = table.number(of: Self.made[0].feed)
        let bytes: [UInt8] = [0x41, 0xC3, 0xFF, 0x80, 0xF0]
        for last in [0, 1] as [UInt8] {
            (bytes + [last]).withUnsafeBytes { text in
                _ = table.put(
                    id: text, title: text, feed: feed, source: 0, published: nil, wordCount: -1, countries: [],
                    mentioned: [], isRead: false, isBookmarked: false)
            }
        }
        #expect(table.count == 2 && table.title(0).hasPrefix("A"))
        #expect(HeadlineOrdering(.title, of: table).ranking().count == 2)
    }
}
