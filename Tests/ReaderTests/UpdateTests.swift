import News
import Screen
import Testing

@testable import Reader

struct UpdateTests {
    // The list and its preview.

    @Test func movingInTheListShowsTheStoryAtOnceAndLeavesItUnread() throws {
        var desk = Desk(120, 40)
        try desk.press("j")
        #expect(desk.state.shown?.id == "Sport/chess.txt")
        #expect(desk.state.chosenHeadline?.isRead == false)
        #expect(!desk.effects.contains { if case .setRead = $0 { true } else { false } })
    }

    @Test func enterReadsTheStoryAndMarksItRead() throws {
        var desk = Desk(120, 40)
        try desk.press("j<enter>")
        #expect(desk.state.focus == .article)
        #expect(desk.lastChange == .setRead(true, ids: ["Sport/chess.txt"]))
    }

    @Test func answerToAnEarlierChoiceIsDropped() throws {
        var desk = Desk(120, 40)
        try desk.press("j")
        desk.send(.opened(Stories.ferry))
        #expect(desk.state.open?.id == "Sport/chess.txt")
    }

    @Test func storyThatCannotBeOpenedSaysWhyAndIsNotAskedForAgain() throws {
        var desk = Desk(120, 40)
        desk.failing = { $0 == .open(id: "Sport/chess.txt") }
        try desk.press("j")
        #expect(desk.text.contains("It did not work."))
        desk.resize(100, 30)
        #expect(desk.effects.count { $0 == .open(id: "Sport/chess.txt") } == 1)
    }

    @Test func storiesThatArriveWhileOneMovesLeaveTheChoiceAlone() throws {
        var desk = Desk(120, 40, stories: [Stories.ferry, Stories.orchard])
        try desk.press("j")
        desk.send(.loaded(Stories.headlines(of: Stories.all)))
        #expect(desk.state.chosenHeadline?.id == "Science/orchard.md")
        #expect(desk.state.list.rows.count == 6)
        #expect(desk.state.list.row == 3)
    }

    @Test func untouchedListStaysOnTheNewestStoryWhileStoriesArrive() {
        var desk = Desk(120, 40, stories: [Stories.ferry])
        desk.send(.loaded(Stories.headlines(of: Stories.all)))
        #expect(desk.state.list.row == 0)
        #expect(desk.state.chosenHeadline?.id == "World/harbour.txt")
    }

    @Test func readStoryStaysInTheUnreadListUntilItIsLeft() throws {
        var desk = Desk(120, 40)
        try desk.press("hj<enter><enter><esc>")
        #expect(desk.state.list.rows.count == 6)
        #expect(desk.state.library.total.unread == 5)
        try desk.press("hkj")
        #expect(desk.state.list.rows.count == 5)
    }

    // Marks.

    @Test func nWalksTheQuotesWithPanelAndTextInStep() throws {
        var desk = Desk(120, 40)
        try desk.press("<enter>nnnn")
        #expect(desk.state.open?.currentQuote == 3)
        #expect(desk.state.open?.chosenRow(of: .quotes) == 3)
        #expect(desk.footer.contains("quote 4/6"))
        try desk.press("p")
        #expect(desk.footer.contains("quote 3/6"))
    }

    @Test func enterOnANameWalksItsMentionsAndEscapeReturnsToTheQuotes() throws {
        var desk = Desk(120, 40)
        try desk.press("<enter>2<enter>")
        #expect(desk.footer.contains("Kask 1/3"))
        try desk.press("n")
        #expect(desk.footer.contains("Kask 2/3"))
        try desk.press("<esc>j")
        #expect(desk.state.open?.walk.subject == .quotes)
    }

    @Test func searchHitsAreTheMarks() throws {
        var desk = Desk(120, 40)
        try desk.press("/riga<enter>")
        #expect(desk.footer.contains("“riga” 1/2"))
        try desk.press("n")
        #expect(desk.footer.contains("“riga” 2/2"))
        try desk.press("<esc>")
        #expect(desk.state.list.found == nil)
        #expect(desk.state.open?.walk.subject == .quotes)
    }

    @Test(arguments: 8...40)
    func markIsShownWhole(rows: Int) throws {
        var desk = Desk(40, rows, stories: [Stories.lighthouse])
        try desk.press("<enter>")
        for quote in 0..<40 {
            try desk.press("n")
            let open = try #require(desk.state.open)
            let span = open.reading.quotes[quote].words[0]
            let first = try #require(open.page.line(of: span))
            let last = try #require(open.page.lastLine(of: span))
            #expect(open.visible.contains(first))
            if last - first < open.visible.count - 1 { #expect(open.visible.contains(last)) }
        }
    }

    @Test func escapeBackToTheQuotesOpensTheirTab() throws {
        var desk = Desk(120, 40)
        try desk.press("<enter>2<enter><esc>")
        #expect(desk.state.tab == .quotes)
    }

    @Test func keyWithNothingToDoSaysWhy() throws {
        var desk = Desk(120, 40, stories: [Stories.orchard])
        try desk.press("n")
        #expect(desk.footer.contains("Nobody is quoted in this story."))
        try desk.press("G")
        #expect(desk.footer.contains("only story"))
        try desk.press("x")
        #expect(desk.footer.contains("x does nothing here"))
    }

    @Test func scrollingMovesTheChoiceInThePanel() throws {
        var desk = Desk(120, 20, stories: [Stories.lighthouse])
        try desk.press("<enter><space><space><space>")
        let quote = try #require(desk.state.open?.currentQuote)
        #expect(quote > 3)
        let visible = try #require(desk.state.open?.visible)
        let article = try #require(desk.state.open)
        let line = try #require(article.page.line(of: article.reading.quotes[quote].words[0]))
        #expect(visible.contains(line))
    }

    // Counts.

    @Test(arguments: [("4j", 4), ("02j", 2), ("012k", 0), ("4j02k", 2), ("15k", 0), ("04j", 4)])
    func countsRepeatAMove(keys: String, row: Int) throws {
        var desk = Desk(120, 40)
        try desk.press(keys)
        #expect(desk.state.list.row == row)
    }

    @Test func countBeforeAJumpIsNoTab() throws {
        var desk = Desk(120, 40)
        try desk.press("<enter>3n")
        #expect(desk.state.open?.currentQuote == 2)
        #expect(desk.state.tab == .quotes)
        #expect(desk.state.focus == .article)
    }

    @Test func tabThenMoveIsNoCount() throws {
        var desk = Desk(120, 40)
        try desk.press("2j")
        #expect(desk.state.tab == .names)
        #expect(desk.state.open?.chosenRow(of: .names) == 1)
        #expect(desk.state.list.row == 0)
    }

    @Test func tabsPressedOneAfterTheOtherFlip() throws {
        var desk = Desk(120, 40)
        for (key, tab) in [("1", Panel.Tab.quotes), ("2", .names), ("3", .countries), ("1", .quotes)] {
            try desk.press(key)
            #expect(desk.state.tab == tab)
            #expect(desk.state.focus == .panel)
        }
    }

    @Test func pendingCountIsShown() throws {
        var desk = Desk(120, 40)
        try desk.press("<enter>15")
        #expect(desk.footer.hasSuffix("15…"))
        try desk.press("<esc>")
        #expect(!desk.footer.contains("15"))
        #expect(desk.state.focus == .article)
    }

    // Filters.

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

    // Keeping.

    @Test func bookmarkIsShownAheadAndTakenBackWhenItFails() throws {
        var desk = Desk(120, 40)
        try desk.press("b")
        #expect(desk.state.chosenHeadline?.isBookmarked == true)
        desk.failing = { _ in true }
        try desk.press("b")
        #expect(desk.state.chosenHeadline?.isBookmarked == true)
        #expect(desk.footer.contains("It did not work. Try again."))
    }

    @Test func bookmarkInThePanelKeepsTheQuote() throws {
        var desk = Desk(120, 40)
        try desk.press("1jjjb")
        #expect(desk.lastChange == .setQuoteBookmark(true, id: "World/harbour.txt", quote: 3))
        #expect(desk.state.open?.keptQuotes == [3])
        #expect(desk.state.bookmarkCount == 1)
        try desk.press("b")
        #expect(desk.state.open?.keptQuotes == [])
    }

    @Test func markingAllReadNamesThoseThatWereUnread() throws {
        var desk = Desk(120, 40)
        try desk.press("<enter><esc>cnorw<enter>A")
        #expect(desk.footer.contains("2 stories marked read; u takes it back."))
        #expect(desk.lastChange == .setRead(true, ids: ["World/ferry.txt", "World/lighthouse.txt"]))
        #expect(desk.state.library.total.unread == 3)
    }

    @Test(arguments: [
        ("<enter>nnnb", "keep quote", 2), ("<enter>b", "keep story", nil), ("<enter>nnn<esc>b", "keep story", nil),
        ("1jb", "keep quote", 1), ("<enter>nn2b", "keep story", nil),
    ])
    func bookmarkKeepsWhatTheFooterNames(keys: String, hint: String, quote: Int?) throws {
        var desk = Desk(160, 40)
        try desk.press(String(keys.dropLast()))
        #expect(desk.footer.contains("b \(hint)"))
        try desk.press("b")
        let id = "World/harbour.txt"
        #expect(
            desk.lastChange
                == (quote.map { .setQuoteBookmark(true, id: id, quote: $0) } ?? .setBookmark(true, id: id)))
    }

    // Problems.

    @Test func problemsAreListedNewestFirstWithRemedyAndCause() throws {
        var desk = Desk(80, 12)
        try desk.press("!")
        #expect(desk.footer.contains("Nothing has failed."))
        for number in 1...9 {
            desk.send(.problem(Problem("File \(number) is empty.", remedy: "Fill it.", detail: "0 bytes")))
        }
        try desk.press("!")
        #expect(desk.text.contains("9 problems") && desk.text.contains("File 9 is empty."))
        #expect(desk.text.contains("Fill it.") && desk.text.contains("0 bytes"))
        try desk.press("G")
        #expect(desk.text.contains("File 1 is empty.") && !desk.text.contains("File 9 is empty."))
        try desk.press("<esc>")
        #expect(desk.state.place == .stories)
    }

    // Help.

    @Test(arguments: ["?", "<esc>", "<enter>"])
    func helpIsLeftByTheKeysThatComeToMind(key: String) throws {
        var desk = Desk(80, 24)
        try desk.press("?" + key)
        #expect(desk.state.place == .stories)
    }

    @Test func letterQBelongsToWordsTypedIntoTheHelp() throws {
        var desk = Desk(80, 24)
        try desk.press("?uq")
        #expect(desk.state.place == .help)
    }

    // Empty lists and narrow screens.

    @Test func emptyListNamesEverythingThatNarrowsIt() throws {
        var desk = Desk(120, 40)
        try desk.press("cnorw<enter>B")
        #expect(desk.text.contains("No bookmarked story here is about Norway."))
        #expect(desk.text.contains("C clears the filter."))
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

    @Test func narrowFooterKeepsTheWayOutAndHelp() throws {
        var desk = Desk(40, 12)
        #expect(desk.footer.contains("q quit") && desk.footer.contains("? help"))
        try desk.press("<enter>")
        #expect(desk.footer.contains("q back") && desk.footer.contains("? help"))
        try desk.press("z")
        #expect(desk.footer.contains("z back"))
    }

    @Test func unreadStoriesAreCountedInTheListShown() throws {
        var desk = Desk(120, 40)
        try desk.press("cnorw<enter>")
        #expect(desk.title.contains("All stories 2 · unread 2"))
        try desk.press("M")
        #expect(desk.title.contains("unread 1"))
    }

    @Test func copyTakesTheQuoteWithSpeakerAndSource() throws {
        var desk = Desk(120, 40)
        try desk.press("<enter>4ny")
        #expect(
            desk.lastChange
                == .copy(
                    """
                    “Paper does not freeze, … and nobody has to charge it.”
                    — Eero Laine (Harbour Minister of Finland), in “Harbour ministers agree on winter pilots after a long night in Tallinn”, \
                    Baltic Courier, 14 Mar 2026
                    https://courier.example/harbour

                    """))
        #expect(desk.footer.contains("quote, speaker, headline, source, date and link."))
    }

    // The screen's size.

    @Test(arguments: 27...40)
    func theOpenTabKeepsItsCountAndTheOthersAreApart(columns: Int) throws {
        let tabs = tabs(of: Desk(120, 40).state, columns: columns)
        #expect(tabs.first?.words == "[Quotes 6]")
        #expect(zip(tabs, tabs.dropFirst()).allSatisfy { $0.column + $0.words.count < $1.column })
        // Narrower, the other tabs are their first letters.
        if columns >= 30 { #expect(tabs.map(\.words).joined().contains("Names")) }
        let last = try #require(tabs.last)
        #expect(last.column + last.words.count <= columns)
    }

    @Test(arguments: [0, 3, 7, 20])
    func resizeKeepsThePlace(pages: Int) throws {
        var desk = Desk(120, 40, stories: [Stories.lighthouse])
        try desk.press("<enter>" + String(repeating: "<space>", count: pages))
        let top = try #require(desk.state.open.map { $0.page.lines[$0.top].offset })
        for (columns, rows) in [(80, 24), (40, 12), (10, 3), (200, 50), (1, 1), (70, 40), (120, 40)] {
            desk.resize(columns, rows)
        }
        #expect(desk.state.open.map { $0.page.lines[$0.top].offset } == top)
    }

    @Test func furnitureIsShownOnlyInTheOriginal() throws {
        var desk = Desk(120, 40)
        #expect(!desk.text.contains("Skip to content"))
        try desk.press("v")
        #expect(desk.text.contains("Skip to content"))
    }

    @Test(arguments: [(120, 40), (80, 24), (40, 12)])
    func escapeLeadsBackToTheList(columns: Int, rows: Int) throws {
        var desk = Desk(columns, rows)
        try desk.press("<enter>n2<enter>zv<esc><esc><esc><esc><esc>")
        #expect(desk.state.focus == .stories)
    }

    @Test func narrowScreenGoesInWithEnterAndBackWithQ() throws {
        var desk = Desk(40, 12)
        try desk.press("<enter>")
        #expect(desk.state.layout.article != nil && desk.state.layout.stories == nil)
        try desk.press("<enter>")
        #expect(desk.state.layout.panel != nil)
        try desk.press("qq")
        #expect(desk.state.layout.stories != nil)
        try desk.press("q")
        #expect(desk.isOver)
    }

    @Test func clickChoosesAndWheelScrolls() {
        var desk = Desk(120, 40, stories: [Stories.ferry, Stories.lighthouse])
        let stories = desk.state.layout.stories?.inside ?? Region(row: 0, column: 0, columns: 0, rows: 0)
        desk.send(.mouse(MouseEvent(.press, at: Position(row: stories.row + 4, column: stories.column + 5))))
        #expect(desk.state.chosenHeadline?.id == "World/lighthouse.txt")
        desk.send(.mouse(MouseEvent(.wheelDown, at: Position(row: 20, column: 60))))
        #expect((desk.state.open?.top ?? 0) > 0)
    }
}
