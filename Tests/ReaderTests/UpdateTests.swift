import News
import Screen
import Testing

@testable import Reader

/// What keys and answers do to the story list, bookmarks, problems and help.
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

    @Test func furnitureIsShownOnlyInTheOriginal() throws {
        var desk = Desk(120, 40)
        #expect(!desk.text.contains("Skip to content"))
        try desk.press("v")
        #expect(desk.text.contains("Skip to content"))
    }

    @Test func clickChoosesAndWheelScrolls() {
        var desk = Desk(120, 40, stories: [Stories.ferry, Stories.lighthouse])
        let stories = desk.state.layout.stories?.inside ?? Region(row: 0, column: 0, columns: 0, rows: 0)
        desk.send(.mouse(MouseEvent(.press, at: Position(row: stories.row + 4, column: stories.column + 5))))
        #expect(desk.state.chosenHeadline?.id == "World/lighthouse.txt")
        desk.send(.mouse(MouseEvent(.wheelDown, at: Position(row: 20, column: 60))))
        #expect((desk.state.open?.top ?? 0) > 0)
    }

    @Test func wheelOverTheListLeavesTheStoryThatIsRead() throws {
        var desk = Desk(120, 20)
        let stories = desk.state.layout.stories?.inside ?? Region(row: 0, column: 0, columns: 0, rows: 0)
        let wheel = MouseEvent(.wheelDown, at: Position(row: stories.row + 1, column: stories.column + 5))
        try desk.press("<enter>")
        for _ in 0..<3 { desk.send(.mouse(wheel)) }
        #expect(desk.state.chosenHeadline?.id == "World/harbour.txt" && desk.state.list.top == 3)
        try desk.press("j")
        #expect(desk.state.list.top == 3)
        try desk.press("J")
        #expect(desk.state.list.row == 1 && desk.state.list.top <= 1)
        try desk.press("<esc>")
        desk.send(.mouse(wheel))
        #expect(desk.state.list.row == 2)
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

    @Test func aProblemIsListedOnceAndGoesWhenItIsMended() throws {
        var desk = Desk(120, 40)
        let empty = Problem("a.txt is empty.")
        for _ in 1...4 { desk.send(.problem(empty)) }
        desk.send(.problem(Problem("b.txt is empty.")))
        #expect(desk.state.problems.count == 2)
        desk.send(.mended([empty]))
        #expect(desk.state.problems.map(\.problem.summary) == ["b.txt is empty."])
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
}
