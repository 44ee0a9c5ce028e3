import Feeds
import News
import Testing

/// Plain and scraped texts: what each of their lines is.
struct PlainTextTests {
    @Test(arguments: stories)
    func everyParagraphFindsItsPart(_ story: MarkedStory) {
        let article = article(id: "a", feed: "f", text: story.text)
        #expect(article.marked == story.paragraphs)
        #expect(article.text == story.text)
        #expect(article.brokenSpans == [])
    }

    static let stories = [
        MarkedStory(
            "a scraped page with a menu, a standfirst, credits and a disclaimer",
            """
            furniture: Skip to main content
            headline: Ferry crews end their strike after a night of talks

            standfirst: Islanders had been without fresh bread and mail for nine days

            body: The ferries between Port Amel and the outer islands sail again on Friday, the harbour office said.

            body: “We are tired, and we are glad,” said Ilse Maren, who spoke for the crews through all nine days.

            credits: Maren reported from Port Amel. Jon Dahl in Westing contributed to this report.

            byline: Harbour News

            furniture: Not all news on the site reflects what the site holds to be true.
            """),
        MarkedStory(
            "a story that begins with its lead",
            """
            body: The old lighthouse of Cape Sorrow will be sold to the town for one crown, the ministry said.

            body: Its lamp went dark in 1998, and since then only gulls have lived there.
            """),
        MarkedStory(
            "a short lead of whole words is no headline",
            """
            body: It was the longest night that the harbour had seen in years.

            body: By morning the water stood in the cellars of the fish market and nobody could reach the pumps.
            """),
        MarkedStory(
            "a headline that an archive ended with a full stop",
            """
            headline: Harbour Chief: Night Ferries Will Return Before Summer.

            body: The night ferries to the outer islands are coming back, and their crews have already been chosen by the office.
            """),
        MarkedStory(
            "kicker and menu above the headline, byline and dates below it",
            """
            furniture: Home
            furniture: World
            furniture: Weather
            headline: Mayor opens the first bridge to the western bank
            byline: By Ana Oliveira, Staff Writer
            byline: Published 12 March 2024 10:15 GMT | Updated 13 March 2024
            furniture: Share on Facebook
            body: The first bridge across the lower river was opened on Tuesday by the mayor and a brass band.
            body: It cost forty million crowns and took eleven years to build.
            """),
        MarkedStory(
            "photo credits, advertisements, links to other stories within the story",
            """
            headline: A quiet harvest in the hills above Lanta
            body: The grapes came in three weeks early this year, the growers of the upper valley say.
            caption: Photo: Jane Roe
            furniture: ADVERTISEMENT
            body: “Nobody here can remember that,” said Petru Lanta, whose family has grown them since 1911.
            furniture: READ MORE: The vintage that never was
            body: The young wine will be sold from October.
            furniture: Related stories
            furniture: The vintage that never was
            furniture: Ten towns to see before the snow
            """),
        MarkedStory(
            "subheadings and a list",
            """
            headline: What the new timetable means for the islands

            body: From Monday the boats leave at six in the morning, and nobody is happy about it.

            heading: Fewer boats, longer waits

            body: The harbour office says that there are too few captains for the old timetable to hold.

            body: It asks passengers to bear three things in mind:

            listEntry: • Tickets are sold until ten minutes before sailing
            listEntry: • Dogs travel free of charge

            body: The office will look at the timetable again in spring, when new captains have been trained.
            """),
        MarkedStory(
            "text wrapped at a fixed width",
            """
            headline: Glass makers of Ebrach light their furnaces again

            body: EBRACH (Dateline) - The glass makers of Ebrach lit their furnaces
            again on Monday after two winters in which the price of gas had kept
            them cold, and the whole street came out to watch.

            body: “My father stood here, and his father,” said Karl Odenwald, who is
            seventy-one and does not mean to stop.
            """),
        MarkedStory(
            "sentences that look like page furniture",
            """
            body: Share prices fell in Port Amel on Monday after the bank said that it would close six branches.
            body: Read more widely, she told the students, and you will never be bored on a night train again.
            body: Follow the river for two miles and you come to the place where the mill once stood.
            body: By Monday evening the water had gone, and the cellars could be pumped dry at last.
            body: “Sign up for nothing,” his mother used to say, “and you will sleep well at night.”
            body: Search teams found the boat off the cape on Sunday, with nobody on board and the lamp still burning.
            body: Comments by the minister were met with laughter in the back rows of the old theatre.
            """),
    ]

    @Test func storyIsFoundOnAWholePageSavedAsText() {
        let menu = ["Home", "World", "Sport", "Weather", "Culture", "Islands", "Log in", "Subscribe", "Search"]
        let teasers = (1...12).map { "Ten things to know about harbour number \($0)" }
        let story = [
            "The ferries between Port Amel and the outer islands sail again on Friday, the harbour office said on Tuesday.",
            "“We are tired, and we are glad,” said Ilse Maren, who spoke for the crews through all nine days.",
            "What it means",
            "Islanders had been without fresh bread and mail for nine days, and the last doctor had left on the first of them.",
            "The crews had asked for a second captain on every night boat, and now they will have one from the summer on.",
            "The harbour office will pay for it with a small rise in fares, which nobody on the quay was glad to hear of.",
        ]
        let lines =
            ["Ferries sail again | Harbour News"] + menu + teasers + ["Ferries sail again", "By Ana Oliveira"] + story
            + teasers + menu + ["We are a small paper with a long memory, and we answer every letter that we get."]
        let article = article(id: "a", feed: "f", text: lines.joined(separator: "\n"))
        #expect(article.title == "Ferries sail again")
        #expect(article.byline == "Ana Oliveira")
        #expect(article.body == story.joined(separator: "\n\n"))
    }

    @Test func storyOfAPageInAnotherLanguageIsFoundByItsTitle() {
        let menu = (1...20).map { "Seção \($0)" }
        let story = [
            "Os barcos entre Porto Amel e as ilhas voltam ao mar na sexta-feira, disse na terça o gabinete do porto.",
            "“Estamos cansados e contentes”, disse Ilse Maren, que falou pelas tripulações nos nove dias da greve.",
            "As ilhas ficaram sem pão fresco e sem correio, e o último médico partira logo no primeiro dia da greve.",
            "As tripulações pediam um segundo comandante em cada barco da noite, e agora vão tê-lo a partir do verão.",
        ]
        let comments = (1...9).map {
            "Leitor \($0): eu nunca gostei destes barcos, e digo isto a toda a gente que encontro na rua."
        }
        let lines =
            ["Barcos voltam ao mar | Notícias do Porto"] + menu + ["Barcos voltam ao mar", "12/03/2024"] + story
            + ["Comentários"] + comments + menu
        let article = article(id: "a", feed: "f", text: lines.joined(separator: "\n"))
        #expect(article.title == "Barcos voltam ao mar")
        #expect(article.body == story.joined(separator: "\n\n"))
    }

    @Test func titleGivenApartFindsItsLine() {
        let text =
            "World\nFerries sail again\n\nThe ferries sail again on Friday, the harbour office in Port Amel said."
        let article = article(id: "a", feed: "f", text: text, title: "Ferries sail again")
        #expect(article.marked[1] == "headline: Ferries sail again")
        #expect(article.titleSpan.map { String(text[$0]) } == "Ferries sail again")
    }

    @Test func titleThatTheTextDoesNotRepeatLeavesTheTextAlone() {
        let text = "Ferries wait\n\nThe ferries sail again on Friday, the harbour office in Port Amel said."
        let article = article(id: "a", feed: "f", text: text, title: "Nine days of strike")
        #expect(article.title == "Nine days of strike")
        #expect(article.titleSpan == nil)
        #expect(article.paragraphs.allSatisfy { $0.part.isBody })
    }

    @Test(arguments: [
        ("The lamp is lit. It can be seen for miles around the cape on any clear night.", "The lamp is lit"),
        ("Dr. Roe spoke. Nobody listened to a word of what the doctor had to say.", "Dr. Roe spoke"),
        ("KYIV, Ukraine (Reuters) — The lamp is lit again. It can be seen for miles.", "The lamp is lit again"),
        (
            "The old lighthouse of Cape Sorrow, whose lamp went dark in the winter of 1998 and has not burned since then, will be sold.",
            "The old lighthouse of Cape Sorrow, whose lamp went dark in the winter of 1998 and has not burned…"
        ),
    ])
    func titleIsMadeOfTheFirstSentence(_ text: String, _ title: String) {
        let article = article(id: "a", feed: "f", text: text)
        #expect(article.title == title)
        #expect(article.titleSpan == nil)
    }

    @Test func textWithoutWordsIsNamedByItsFile() {
        #expect(article(id: "Articles/World/x.txt", feed: "f", text: "\u{2026}").title == "x.txt")
        #expect(article(id: "Articles/x.txt", feed: "f", text: "").paragraphs.isEmpty)
    }

    @Test(arguments: ["\n", "\r\n", "\r", "\u{2028}"])
    func everyLineEndParts(_ end: String) {
        let lines = [
            "Ferries sail again to the outer islands", "", "The ferries sail again on Friday, the harbour office said.",
        ]
        let article = article(id: "a", feed: "f", text: lines.joined(separator: end))
        #expect(article.marked == ["headline: \(lines[0])", "body: \(lines[2])"])
        #expect(article.brokenSpans == [])
    }

    @Test func longTextIsReadInAMoment() {
        // Each of these would take minutes if any step were quadratic.
        let line = "Home\nBy Jane Roe | 12 March 2024\n(Reporting by a\n"
        for text in [String(repeating: line, count: 20_000), String(repeating: "a ", count: 500_000)] {
            let time = ContinuousClock().measure { _ = article(id: "a", feed: "f", text: text) }
            #expect(time < .seconds(8))
        }
    }
}
