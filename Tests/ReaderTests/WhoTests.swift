import News
import Screen
import Testing

@testable import Reader

/// Who said what: one speaker's quotes, quotes shown whole, and the card of a name.
struct WhoTests {
    // One speaker.

    @Test func oneSpeakersQuotesAreListedAndWalkedAlone() throws {
        var desk = Desk(120, 40)
        try desk.press("<enter>1w")
        #expect(desk.text.contains("Quotes of Maarja Kask 3"))
        #expect(desk.text.contains("3/6"))
        #expect(desk.state.open?.listedQuotes == [0, 1, 2])
        try desk.press("nn")
        #expect(desk.state.open?.currentQuote == 2)
        #expect(desk.footer.contains("quote 3/3 of Kask"))
        try desk.press("n")
        #expect(desk.footer.contains("This is the last quote."))
        try desk.press("<esc>")
        #expect(desk.state.focus == .panel && desk.state.open?.listedQuotes.count == 6)
        #expect(desk.state.open?.currentQuote == 2)
        try desk.press("n")
        #expect(desk.footer.contains("quote 4/6"))
    }

    @Test func speakerIsPickedOutInTheArticleTooAndTheSameKeyShowsAll() throws {
        var desk = Desk(100, 30)
        try desk.press("<enter>nnnnw")
        #expect(desk.text.contains("Quotes of Eero Laine 1"))
        #expect(desk.state.open?.currentQuote == 3)
        try desk.press("w")
        #expect(desk.state.open?.speaker == nil && desk.state.open?.currentQuote == 3)
    }

    @Test func panelAndArticleStayTogetherWithOneSpeaker() throws {
        var desk = Desk(120, 20)
        try desk.press("<enter>1wjj")
        #expect(desk.state.open?.currentQuote == 2)
        let open = try #require(desk.state.open)
        let line = try #require(open.page.line(of: open.reading.quotes[2].words[0]))
        #expect(open.visible.contains(line))
        try desk.press("b")
        #expect(desk.lastChange == .setQuoteBookmark(true, id: "World/harbour.txt", quote: 2))
    }

    @Test func escapeGoesFromMentionsToTheSpeakerToAll() throws {
        var desk = Desk(120, 40)
        try desk.press("<enter>1w2<enter><esc>")
        #expect(desk.state.open?.walk.subject == .quotesOf("Kask"))
        try desk.press("<esc>")
        #expect(desk.state.open?.walk.subject == .quotes)
        #expect(desk.state.focus == .article)
    }

    @Test func speakerIsKeptApartFromASearch() throws {
        var desk = Desk(120, 40)
        try desk.press("<enter>1w/list<enter><esc>")
        #expect(desk.state.open?.speaker == nil && desk.state.searchWords == "list")
        #expect(desk.state.open?.walk.subject == .hits(of: "list"))
    }

    @Test(arguments: [
        ("<enter>1Gw", Stories.harbour, "does not say who spoke"), ("<enter>1w", Stories.lighthouse, "is by Aud Vik"),
        ("<enter>1w", Stories.orchard, "Nobody is quoted"), ("<enter>w", Stories.harbour, "n chooses a quote"),
    ])
    func whoSaysWhyItCannot(keys: String, story: Reading, words: String) throws {
        var desk = Desk(120, 40, stories: [story])
        try desk.press(keys)
        #expect(desk.footer.contains(words))
    }

    // Whole quotes.

    @Test func quotesAreWholeWhereThereIsRoomForAll() throws {
        var desk = Desk(120, 40)
        try desk.press("<enter>1")
        let quotes = try #require(desk.state.open?.quoteLines)
        let panel = try #require(desk.state.layout.panel?.inside)
        let sheet = try #require(desk.state.panelSheet(in: panel))
        for quote in quotes.indices {
            #expect(sheet.words(of: quote, row: quote).joined(separator: " ") == "“\(quotes[quote])”")
        }
    }

    @Test func chosenQuoteIsWholeWhereTheOthersAreCut() throws {
        var desk = Desk(80, 13)
        try desk.press("<enter>1")
        let panel = try #require(desk.state.layout.panel?.inside)
        for quote in 0..<6 {
            let sheet = try #require(desk.state.panelSheet(in: panel))
            let words = try #require(desk.state.open?.quoteLines[quote])
            #expect(sheet.words(of: quote, row: quote).joined(separator: " ") == "“\(words)”")
            #expect(sheet.rows.indices.allSatisfy { $0 == quote || sheet.height(of: $0) <= 3 })
            try desk.press("j")
        }
    }

    // The card of a name.

    private static let stories = Stories.all + [Stories.regatta]

    @Test func cardOfTheChosenNameStandsBelowTheNames() throws {
        var desk = Desk(120, 40, stories: Self.stories)
        try desk.press("<enter>2")
        let question = NameCard.Question(story: "World/harbour.txt", name: "Maarja Kask", kind: .person)
        #expect(desk.effects.contains(.describe(question)))
        for words in ["person · named 3× · 3 quotes", "Says here", "In 1 other story", "Ministers row against pilots"] {
            #expect(desk.text.contains(words), "\(words)")
        }
        try desk.press("j")
        #expect(desk.text.contains("named 1× · 1 quote"))
        #expect(desk.text.contains("In no other story here"))
    }

    @Test func libraryIsAskedOncePerNameAndAnswersToOthersAreDropped() throws {
        var desk = Desk(120, 40, stories: Self.stories)
        desk.isForgetful = true
        try desk.press("<enter>2")
        let asked = desk.effects.filter { if case .describe = $0 { true } else { false } }
        #expect(asked.count == 1)
        try desk.press("<esc>2jk")
        let question = NameCard.Question(story: "World/harbour.txt", name: "Eero Laine", kind: .person)
        desk.send(.described(NameCard(question: question, firstSentence: nil, otherStories: ["Sport/chess.txt"])))
        #expect(desk.state.open?.card == nil)
        #expect(!desk.text.contains("other story"))
    }

    @Test func noCardIsAskedForWhereNoneIsShown() throws {
        var desk = Desk(120, 16, stories: Self.stories)
        try desk.press("<enter>2j")
        #expect(!desk.effects.contains { if case .describe = $0 { true } else { false } })
        try desk.press("w")
        #expect(desk.effects.contains { if case .describe = $0 { true } else { false } })
    }

    @Test(arguments: [(120, 40), (80, 24), (40, 12), (20, 6)])
    func otherStoryIsOpenedFromTheCardAtTheName(columns: Int, rows: Int) throws {
        var desk = Desk(columns, rows, stories: Self.stories)
        try desk.press("<enter>2wj<enter>")
        #expect(desk.state.chosenHeadline?.id == "Sport/regatta.txt")
        #expect(desk.state.focus == .article)
        #expect(desk.state.open?.walk.status == "Maarja Kask 1/1")
        #expect(desk.effects.contains(.setRead(true, ids: ["Sport/regatta.txt"])))
    }

    @Test func storyThatTheFilterHidesIsOpenedFromTheCardToo() throws {
        var desk = Desk(120, 40, stories: Self.stories)
        try desk.press("/ferry would<enter><enter>2wj<enter>")
        #expect(desk.state.list.rows.count < Self.stories.count)
        try desk.press("<esc>/stranded<enter><enter>2wj<enter>")
        #expect(desk.state.chosenHeadline?.id == "Sport/regatta.txt")
        #expect(desk.state.list.row == nil)
    }

    @Test func enterOnACardWithoutAStoryWalksTheMentions() throws {
        var desk = Desk(120, 40, stories: Self.stories)
        try desk.press("<enter>2w<enter>")
        #expect(desk.footer.contains("Kask 1/3"))
    }

    @Test func aNameWhoseMentionsAreWalkedHasItsCard() throws {
        var desk = Desk(160, 40, stories: Self.stories)
        try desk.press("<enter>2<enter>")
        #expect(desk.state.focus == .article && desk.footer.contains("w card"))
        try desk.press("w")
        #expect(desk.state.place == .card)
        // n walks hits here: what is said of quotes must hold.
        try desk.press("<esc><esc>/sea<enter>w")
        #expect(!desk.footer.contains("n chooses"), "\(desk.footer)")
    }

    // Searching.

    @Test func searchListsTheBestFirstUntilSortedOtherwise() throws {
        var desk = Desk(120, 40)
        try desk.press("/a")
        let ids = ["Science/harvest.txt", "World/ferry.txt", "World/harbour.txt"]
        let hits = ids.map { SearchHit(id: $0, score: 1, field: .text, count: 1, snippet: nil) }
        desk.send(.found(words: "a", hits: hits))
        #expect(desk.state.list.rows.map { desk.state.library[$0].id } == ids)
        #expect(desk.state.chosenHeadline?.id == ids[0])
        #expect(desk.title.contains("Sort: best"))
        try desk.press("<enter>s")
        let newest = ["World/harbour.txt", "World/ferry.txt", "Science/harvest.txt"]
        #expect(desk.state.list.rows.map { desk.state.library[$0].id } == newest)
        try desk.press("ssss")
        #expect(desk.state.list.rows.map { desk.state.library[$0].id } == ids)
        try desk.press("<esc>")
        #expect(desk.title.contains("Sort: length"))
    }

    @Test func hitIsShownInItsRow() throws {
        var desk = Desk(120, 40)
        try desk.press("/coffee")
        #expect(desk.text.contains("coffee, Kask"))
        let cells = desk.screen.cells
        #expect(cells.contains { $0.role == .chosenHit })
        try desk.press("<c-u>eero laine")
        #expect(desk.text.contains("speaker: Eero Laine"))
    }

    @Test func searchesOfTheSessionComeBack() throws {
        var desk = Desk(120, 40)
        try desk.press("/list<enter><esc>/cat<enter><esc>/fer<up>")
        #expect(desk.state.searchWords == "cat")
        try desk.press("<up><up>")
        #expect(desk.state.searchWords == "list")
        #expect(desk.state.list.found?.isEmpty == false)
        try desk.press("<down><down>")
        #expect(desk.state.searchWords == "fer")
        try desk.press("<c-p>s")
        #expect(desk.state.searchWords == "cats")
        try desk.press("<esc>")
        #expect(desk.state.searchWords.isEmpty && desk.state.list.rows.count == 6)
    }

    @Test(arguments: [
        ("/zebra crossing", "Fewer words find more."), ("/“zebra", "Without quotation marks"),
        ("/zebra", "first letters"), ("cnorway<enter>/coffee", "outside this feed or filter"),
    ])
    func emptyResultSaysWhatWouldHelp(keys: String, words: String) throws {
        var desk = Desk(200, 40)
        try desk.press(keys)
        #expect(desk.text.contains(words))
    }

    @Test(arguments: [
        ("no stories", "kask", 40, "no stories"), ("the black sea is far", "sea", 40, "the black [sea] is far"),
        ("a long way before the words that were found", "found", 20, "…were [found]"),
        ("a long way before the words that were found", "way", 20, "a long [way] before the words that were found"),
        ("東京の港も閉鎖された", "港", 8, "…[港]も閉鎖された"),
    ])
    func snippetKeepsItsHitInSight(text: String, words: String, width: Int, expected: String) {
        let fitted = Snippet(text, hits: SearchWords(words).hits(in: text)).fitted(to: width)
        var shown = ""
        var at = 0
        for hit in fitted.hits {
            shown += fitted.text[TextSpan(at, hit.start)] + "[" + fitted.text[hit] + "]"
            at = hit.end
        }
        #expect(shown + fitted.text[TextSpan(at, fitted.text.utf8.count)] == expected)
    }
}
