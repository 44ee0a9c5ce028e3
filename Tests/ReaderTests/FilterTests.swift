import News
import Testing

@testable import Reader

/// What narrows the list and orders it: searches, countries, bookmarks; and what it says when nothing is left.
struct FilterTests {
    // Searches, countries, orders.

    @Test func countryIsChosenByTypingAndClearedAgain() throws {
        var desk = Desk(120, 40)
        try desk.press("cnorw<enter>")
        #expect(desk.state.list.rows.count == 2)
        #expect(desk.title.contains("Country: Norway ✕"))
        try desk.press("C")
        #expect(desk.state.list.rows.count == 6)
    }

    @Test func liveSearchNarrowsTheListAtEveryLetter() throws {
        var desk = Desk(120, 40)
        try desk.press("/ca")
        #expect(desk.effects.suffix(2).contains(.search(words: "ca")))
        desk.send(.found(words: "c", hits: []))
        #expect(desk.state.list.found?.isEmpty == false)
        try desk.press("<esc>")
        #expect(desk.state.list.rows.count == 6)
    }

    @Test func searchWithoutStoriesTellsTheWayOut() throws {
        var desk = Desk(120, 40)
        try desk.press("/zebra<enter>")
        #expect(desk.footer.contains("Esc ends the search"))
    }

    @Test func escapeFromASearchReturnsToStoryAndPlace() throws {
        var desk = Desk(120, 20)
        try desk.press("jjjjj<enter><space><space>")
        let before = desk.state
        try desk.press("/cat<esc>")
        #expect(desk.state.chosenHeadline?.id == before.chosenHeadline?.id)
        #expect(desk.state.open?.top == before.open?.top)
        #expect(desk.state.open?.walk.current == before.open?.walk.current)
        #expect(desk.state.list.rows == before.list.rows)
    }

    @Test func newSearchLeavesTheOldOneUntilSomethingIsTyped() throws {
        var desk = Desk(120, 40)
        try desk.press("/list<enter>/")
        let found = desk.state.list.found
        #expect(found != nil && desk.state.searchWords == "list")
        try desk.press("zeb<esc>")
        #expect(desk.state.list.found == found && desk.state.searchWords == "list")
    }

    @Test(arguments: ["/list<enter>", "/list<enter><enter>"])
    func oneEscapeEndsTheSearchWhereverOneIs(keys: String) throws {
        var desk = Desk(120, 40)
        try desk.press(keys)
        let focus = desk.state.focus
        try desk.press("<esc>")
        #expect(desk.state.searchWords.isEmpty && desk.state.list.rows.count == 6)
        #expect(desk.state.focus == focus)
        #expect(desk.footer.contains("The search is over"))
    }

    @Test func lastHitTellsOfTheNextStoryThatHasIt() throws {
        var desk = Desk(120, 40)
        try desk.press("/the<enter>99nn")
        #expect(desk.footer.contains("This is the last hit; J goes to the next story that has it."))
    }

    @Test func searchInTheArticleKeepsTheArticleOpen() throws {
        var desk = Desk(120, 40)
        try desk.press("<enter>/cat<enter>")
        #expect(desk.state.chosenHeadline?.id == "World/harbour.txt")
        try desk.press("J")
        #expect(desk.state.chosenHeadline?.id == "World/ferry.txt")
    }

    @Test(arguments: [
        ("capek", "Josef Čapek", 1), ("ZURICH", "Zürich, zurich", 2), ("it's", "It’s so", 1), ("us", "US, Russia", 1),
    ])
    func hitsKnowNeitherCaseNorAccents(words: String, text: String, count: Int) {
        #expect(Folded(text).occurrences(of: Folded(words)).count == count)
    }

    @Test func countryChooserOpensOnTheCountryThatIsChosen() throws {
        var desk = Desk(120, 40)
        try desk.press("cnorw<enter>c")
        guard case .countries(let chooser) = desk.state.overlay else {
            Issue.record("no chooser")
            return
        }
        #expect(chooser.entries[chooser.chosen].country?.name == "Norway")
    }

    @Test func storyWithoutAFileHasNoFeedOfItsOwn() throws {
        var desk = Desk(120, 40)
        let headline = Headline(
            id: "Gone/story.txt", feed: .kept, title: "Kept", source: nil, published: nil, wordCount: 3, countries: [],
            isBookmarked: true)
        desk.send(.loaded([headline]))
        #expect(!desk.state.feedChoices.contains(.feed(.kept)))
        #expect(desk.state.count(of: .bookmarks) == 1 && desk.state.count(of: .all) == 7)
    }

    @Test func sortIsSaidInTheTitle() throws {
        var desk = Desk(120, 40)
        try desk.press("ss")
        #expect(desk.title.contains("Sort: title"))
        let titles = desk.state.list.rows.map { desk.state.library[$0].title }
        #expect(titles == titles.sorted())
        #expect(desk.state.chosenHeadline?.id == "World/harbour.txt")
    }

    @Test func ordersAreRightAgainAfterMoreStoriesCame() throws {
        var desk = Desk(120, 40, stories: [Stories.ferry, Stories.harbour])
        try desk.press("ssss")
        desk.send(.loaded(Stories.headlines(of: Stories.all)))
        for _ in StoryOrder.allCases {
            try desk.press("s")
            let (list, library) = (desk.state.list, desk.state.library)
            let ordering = HeadlineOrdering(list.order, of: library.table)
            #expect(list.rows == ordering.sorted(library.table.numbers))
        }
    }

    // What is left.

    @Test func emptyListNamesEverythingThatNarrowsIt() throws {
        var desk = Desk(120, 40)
        try desk.press("cnorw<enter>B")
        #expect(desk.text.contains("No bookmarked story here is about Norway."))
        #expect(desk.text.contains("C clears the filter."))
    }

    @Test func anEmptyListAndBackLeavesTheChosenStory() throws {
        var desk = Desk(120, 40)
        try desk.press("jjBB")
        #expect(desk.state.list.row == 2 && desk.state.shown != nil)
    }

    @Test func emptyListOffersNoKeysThatDoNothing() throws {
        var desk = Desk(120, 40)
        try desk.press("B")
        try desk.press("j")
        desk.resize(121, 40)
        for words in ["quote", "keep", "copy", "read"] {
            #expect(!desk.state.hints.contains { $0.words.contains(words) })
        }
        var quoteless = Desk(120, 40, stories: [Stories.orchard])
        try quoteless.press("<enter>")
        #expect(!quoteless.state.hints.contains { $0.words == "quote" })
    }

    @Test func unreadStoriesAreCountedInTheListShown() throws {
        var desk = Desk(120, 40)
        try desk.press("cnorw<enter>")
        #expect(desk.title.contains("All stories 2 · unread 2"))
        try desk.press("M")
        #expect(desk.title.contains("unread 1"))
    }
}
