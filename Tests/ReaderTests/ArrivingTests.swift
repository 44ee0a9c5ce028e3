import News
import Screen
import Testing

@testable import Reader

/// Stories that come and go by the table, and searches that find more than can be told of.
struct ArrivingTests {
    private func table(of headlines: [Headline]) -> HeadlineTable {
        var table = HeadlineTable(roomFor: headlines.count)
        for (number, headline) in headlines.enumerated() { table.put(headline, indexKey: UInt32(number + 1)) }
        table.finish()
        return table
    }

    private func ids(_ state: AppState) -> [String] { state.list.rows.map { state.library.table.id($0) } }

    private func renamed(_ headline: Headline, to name: String) -> Headline {
        Headline(
            id: headline.id, feed: Feed(id: headline.feed.id, name: name), title: headline.title,
            source: headline.source, published: headline.published, wordCount: headline.wordCount,
            countries: headline.countries)
    }

    @Test(arguments: ["", "s", "ss", "sss"], [0, 1, 6])
    func aTableIsListedAsItsHeadlinesAre(_ keys: String, before: Int) throws {
        let headlines = Stories.headlines(of: Stories.all)
        var (desk, other) = (Desk(120, 40, stories: []), Desk(120, 40, stories: []))
        for message in [Message.loaded(Array(headlines.prefix(before))), .loadedAll(table(of: headlines))] {
            desk.send(message)
        }
        other.send(.loaded(headlines))
        try desk.press(keys)
        try other.press(keys)
        #expect(ids(desk.state) == ids(other.state))
        #expect(desk.state.feedChoices == other.state.feedChoices)
        #expect(desk.state.library.total == other.state.library.total)
    }

    @Test func theChoiceGoesToTheNeighbourOfAStoryThatIsGone() throws {
        var desk = Desk(120, 40)
        let ids = ids(desk.state)
        try desk.press("jj")
        desk.send(.removed(ids: [ids[2], ids[0], "never there"]))
        #expect(self.ids(desk.state) == [ids[1]] + ids[3...])
        #expect(desk.state.chosenID == ids[3] && desk.state.list.row == 1)
        #expect(desk.state.count(of: .all) == 4)
        desk.send(.removed(ids: Array(ids[4...])))
        #expect(desk.state.chosenID == ids[3] && desk.state.list.row == 1)
        desk.send(.removed(ids: ids))
        #expect(desk.state.chosenID == nil && desk.state.open == nil && desk.state.list.rows.isEmpty)
        #expect(desk.state.feedChoices.count == 3)
    }

    @Test func aStoryBeingReadStaysOpenUntilItIsLeft() throws {
        var desk = Desk(120, 40)
        let ids = ids(desk.state)
        try desk.press("j<enter>")
        desk.send(.removed(ids: [ids[1]]))
        #expect(desk.state.open?.id == ids[1] && desk.state.list.row == nil)
        try desk.press("J")
        #expect(desk.state.open?.id == ids[2])
        desk.send(.removed(ids: [ids[2]]))
        try desk.press("K")
        #expect(desk.state.open?.id == ids[0])
    }

    @Test func aStoryThatComesBackIsTheOneBeingRead() throws {
        var desk = Desk(120, 40)
        let ids = ids(desk.state)
        try desk.press("j<enter>")
        desk.send(.removed(ids: [ids[1]]))
        desk.send(.loadedAll(table(of: Stories.headlines(of: Stories.all))))
        #expect(self.ids(desk.state) == ids && desk.state.list.row == 1)
        #expect(desk.state.open?.id == ids[1])
    }

    @Test func aFeedThatIsGoneGivesWayToAllStories() throws {
        var desk = Desk(120, 40)
        let stories = Stories.headlines(of: Stories.all)
        let feed = stories[0].feed
        desk.give("feed \(feed.name)")
        #expect(desk.state.list.choice == .feed(feed))
        desk.send(.removed(ids: stories.filter { $0.feed == feed }.map(\.id)))
        #expect(desk.state.list.choice == .all)
        #expect(desk.state.list.rows.count == stories.count { $0.feed != feed })
    }

    @Test func aFeedMayGetAnotherNameWhileItIsListed() throws {
        var desk = Desk(120, 40)
        let story = Stories.headlines(of: Stories.all)[0]
        desk.give("feed \(story.feed.name)")
        let rows = ids(desk.state)
        desk.send(.loaded([renamed(story, to: "Renamed")]))
        #expect(desk.state.list.choice.name == "Renamed" && ids(desk.state) == rows)
        #expect(desk.text.contains("Renamed"))
    }

    @Test func aStoryToldOfTwiceIsListedOnceAtItsPlace() throws {
        var desk = Desk(120, 40, stories: [])
        let stories = Stories.headlines(of: Stories.all)
        try desk.press("sss")
        let odd = Headline(
            id: stories[2].id, feed: stories[2].feed, title: "A", source: "A", published: nil, wordCount: 9999,
            countries: [])
        desk.send(.loaded([odd, stories[0], odd] + stories + [odd]))
        desk.send(.loaded([stories[2], odd, stories[2], odd]))
        for _ in StoryOrder.allCases {
            try desk.press("s")
            let ordering = HeadlineOrdering(desk.state.list.order, of: desk.state.library.table)
            #expect(desk.state.list.rows == ordering.sorted(desk.state.library.table.numbers))
            #expect(desk.state.list.rows.count == stories.count)
        }
    }

    @Test func bookmarksHoldForStoriesThatComeLater() throws {
        var desk = Desk(120, 40)
        try desk.press("b")
        let kept = desk.state.chosenID
        var other = Desk(120, 40, stories: [])
        other.send(.bookmarks(desk.state.bookmarks))
        other.send(.loadedAll(table(of: Stories.headlines(of: Stories.all))))
        #expect(other.state.count(of: .bookmarks) == 1)
        try other.press("B")
        #expect(ids(other.state) == [kept])
    }

    @Test func whatIsFoundBeyondTheBestStandsBehindIt() throws {
        var desk = Desk(120, 40, stories: [])
        let headlines = Stories.headlines(of: Stories.all)
        desk.send(.loadedAll(table(of: headlines)))
        let newest = ids(desk.state)
        let best = newest[3]
        let others = headlines.indices.filter { headlines[$0].id != best && headlines[$0].id != newest[0] }
        let keys = NumberSet(others.map { $0 + 1 })
        try desk.press("/a")
        let hit = SearchHit(id: best, score: 1, field: .text, count: 1, snippet: Snippet("a word", hits: []))
        desk.send(.found(words: "a", hits: [hit], others: keys))
        #expect(ids(desk.state) == [best] + newest.dropFirst().filter { $0 != best })
        #expect(desk.state.list.found?[best] == hit && desk.state.list.found?.count == 5)
        try desk.press("<enter>s")
        #expect(ids(desk.state) == Array(newest.dropFirst()))
    }

    @Test func whatIsFoundIsNarrowedLikeTheRest() throws {
        var desk = Desk(120, 40, stories: [])
        let headlines = Stories.headlines(of: Stories.all)
        desk.send(.loadedAll(table(of: headlines)))
        try desk.press("/a")
        desk.send(.found(words: "a", hits: [], others: NumberSet(1...headlines.count)))
        try desk.press("<enter>")
        desk.give("feed \(headlines[0].feed.name)")
        #expect(Set(ids(desk.state)) == Set(headlines.filter { $0.feed == headlines[0].feed }.map(\.id)))
    }

    @Test func markingAllReadIsTakenBackAmongThousands() throws {
        var desk = Desk(120, 40, stories: [])
        let stories = (0..<20_000).map { number in
            Headline(
                id: "News/\(number)", feed: Feed(id: "News", name: "News"), title: "Story \(number)", source: nil,
                published: nil, wordCount: 1, countries: [], isRead: number % 4 == 0)
        }
        desk.send(.loadedAll(table(of: stories)))
        try desk.press("A")
        #expect(desk.state.library.total.unread == 0)
        try desk.press("u")
        #expect(desk.state.library.total.unread == 15_000)
        #expect(desk.state.library.table.numbers.allSatisfy { desk.state.library.isRead($0) == stories[$0].isRead })
    }
}
