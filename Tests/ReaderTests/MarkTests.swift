import News
import Testing

@testable import Reader

/// Going through the quotes, mentions and hits of a story, and numbers before keys.
struct MarkTests {
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

    /// Somebody who reads to the end wants to keep the story.
    @Test func bKeepsAQuoteThatWasGoneToAndNotOneThatScrollingCameBy() throws {
        var desk = Desk(80, 12)
        try desk.press("<enter><space>")
        #expect(desk.state.open?.currentQuote != nil)
        try desk.press("b")
        #expect(desk.state.library[0].isBookmarked && desk.state.open?.keptQuotes == [])
        try desk.press("n")
        let quote = try #require(desk.state.open?.currentQuote)
        try desk.press("b")
        #expect(desk.state.open?.keptQuotes == [quote])
    }

    @Test func aCountBeforeGGoesToThatRow() throws {
        var desk = Desk(120, 40)
        try desk.press("4G")
        #expect(desk.state.list.row == 3)
        try desk.press("5g")
        #expect(desk.state.list.row == 4)
        try desk.press("99G")
        #expect(desk.state.list.row == desk.state.list.rows.count - 1)
        try desk.press("<enter>g4G")
        #expect(desk.state.open?.top == min(3, desk.state.open?.lastTop ?? 0))
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

    @Test func besideAStoryThatCannotBeReadNothingOfAnotherIsShown() throws {
        var desk = Desk(120, 40)
        desk.failing = { if case .open = $0 { true } else { false } }
        try desk.press("j")
        #expect(desk.text.contains("It did not work.") && !desk.text.contains("Kask"))
        for key in ["o", "f", "n", "i"] {
            try desk.press(key)
            #expect(desk.footer.contains("It did not work."), "\(key)")
        }
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
}
