import Feeds
import News
import Testing

/// Where the story stands on a page full of other things.
struct PageStoryTests {
    private static let story = """
        <p>The ferries between Port Amel and the outer islands sail again on Friday, the harbour office said on Tuesday.</p>
        <p>“We are tired, and we are glad,” said Ilse Maren, who spoke for the crews through all nine days of the strike.</p>
        <p>Islanders had been without fresh bread and mail for nine days, and the last doctor had left on the first.</p>
        """
    private static let words = [
        "The ferries between Port Amel and the outer islands sail again on Friday, the harbour office said on Tuesday.",
        "“We are tired, and we are glad,” said Ilse Maren, who spoke for the crews through all nine days of the strike.",
        "Islanders had been without fresh bread and mail for nine days, and the last doctor had left on the first.",
    ]

    /// What pages put around and into a story, each of which must not be read as part of it.
    @Test(arguments: [
        (
            "readers' comments",
            "<div class='post-body'>STORY</div><div id='comments'><p>I never liked those ferries, and I say so to everybody I meet.</p></div>"
        ),
        (
            "a column beside it",
            "<div class='main'>STORY</div><div class='sidebar-right'><p>Our readers chose the ten most beautiful harbours of the western coast for you.</p></div>"
        ),
        (
            "cards of other stories",
            "<div>STORY</div><div>"
                + String(
                    repeating:
                        "<div><h3><a href='/x'>Ten things to know about harbours</a></h3><p>Read what our reporter found out about them in the winter.</p></div>",
                    count: 6) + "</div>"
        ),
        (
            "a letter to subscribe to",
            "<article>STORY<div class='newsletter-box'><p>Every Friday we send you what happened on the islands, free of charge.</p></div></article>"
        ),
        (
            "what nobody sees",
            "<article>STORY<div style='display: none'><p>This text was put here for machines alone, and it is long.</p></div></article>"
        ),
        (
            "a paragraph of links",
            "<article>STORY<p><a href='/a'>The strike that changed the islands for good, day by day.</a></p></article>"
        ),
        (
            "who wrote it",
            "<article>STORY<div class='author-bio'><p>Ana Oliveira has written about ships since 2004. She lives in Westing.</p></div></article>"
        ),
        (
            "pictures with more words than the story has",
            "<div class='story-text'>STORY<div class='gallery'>"
                + String(
                    repeating:
                        "<div><h2>A harbour</h2><p>This photo of a quiet harbour was taken in the last days of the winter, when no boat went out and no boat came home.</p></div>",
                    count: 9) + "</div></div>"
        ),
        (
            "a column longer than the story",
            "<article>STORY</article><aside class='sidebar'>"
                + String(
                    repeating:
                        "<p>Minute by minute: what happens in the harbours of the western coast today, and who says what about it.</p>",
                    count: 20) + "</aside>"
        ),
        (
            "comments longer than the story",
            "<div class='entry-content'>STORY</div><ol class='comment-list'>"
                + String(
                    repeating:
                        "<li><p>I never liked those ferries, and I say so to everybody I meet, in the street and at the bakery.</p></li>",
                    count: 40) + "</ol>"
        ),
        (
            "the same again for narrow screens",
            "<article><div class='wide'>STORY</div><div class='narrow'><div>STORY</div></div></article>"
        ),
    ])
    func onlyTheStoryIsRead(_ name: String, _ page: String) {
        let html =
            "<title>Ferries sail again | Harbour News</title><body><ul class='menu'><li><a href='/'>Home</a></ul>"
            + "<h1>Ferries sail again</h1>" + page.replacing("STORY", with: Self.story)
        let article = article(id: "a", feed: "f", html: html)
        #expect(article.body == Self.words.joined(separator: "\n\n"), "\(name)")
        #expect(article.title == "Ferries sail again")
        #expect(article.brokenSpans == [])
    }

    @Test func storyGoesOnInTheNeighboursOfWhereMostOfItStands() {
        let part = "<section><h2>A part</h2>\(Self.story)</section>"
        let html =
            "<h1>Ferries</h1><div class='content'>\(part)\(part.replacing("Friday", with: "Sunday").replacing("nine", with: "ten").replacing("Islanders", with: "People"))</div>"
        #expect(article(id: "a", feed: "f", html: html).paragraphs(of: .body).count == 6)
    }

    @Test func pageWhoseOnlyTextIsCalledFurnitureIsReadAllTheSame() {
        let html = "<div class='popup sidebar'>\(Self.story)</div>"
        #expect(article(id: "a", feed: "f", html: html).body == Self.words.joined(separator: "\n\n"))
    }

    @Test func pageOfOneLineIsShown() {
        #expect(article(id: "a", feed: "f", html: "<html><head></head><body>Ferries</body></html>").body == "Ferries")
    }

    @Test func questionAskedAgainIsNoRepetition() {
        let question =
            "<div><p>Which of the islands would you rather live on when the ferries stop for a whole winter, and why?</p></div>"
        let answers = ["The northern one", "The one with the bakery", "The one where I was born"].map {
            "\(question)<div><p>\($0), because I know the people there and they have known me for all of my long life.</p></div>"
        }
        let html = "<h1>Ferries</h1><article>\(answers.joined())</article>"
        #expect(article(id: "a", feed: "f", html: html).paragraphs(of: .body).count == 6)
    }

    @Test func summaryUnderTheHeadlineIsTheStandfirst() {
        let html = """
            <article><h1>Ferries sail again</h1><p class="article-dek">Nine days without bread and mail end on Friday</p>
            \(Self.story)</article>
            """
        let article = article(id: "a", feed: "f", html: html)
        #expect(article.standfirst.map { String(article.text[$0]) } == "Nine days without bread and mail end on Friday")
    }

    @Test(arguments: [
        ("<div class='wp-caption'><img src=a><p>A ferry at dawn</p></div>", Paragraph.Part.caption),
        ("<div class='photo'><img src=a>A ferry at dawn</div>", .caption),
        ("<div class='photo'>A ferry sails at dawn.</div>", .body),
        ("<blockquote class='twitter-tweet'><p>Glad to sail again!</p></blockquote>", .blockQuote),
        ("<h3>Nine days</h3>", .heading),
    ])
    func whatStandsWithinIsKnown(_ piece: String, _ part: Paragraph.Part) {
        let html =
            "<h1>Ferries</h1><article>\(Self.story)\(piece)\(Self.story.replacing("nine", with: "ten"))</article>"
        #expect(article(id: "a", feed: "f", html: html).paragraphs.map(\.part).contains(part))
        #expect(article(id: "a", feed: "f", html: html).paragraphs(of: .furniture).isEmpty)
    }

    @Test(arguments: [
        (
            "<title>Ferries sail again | Harbour News</title><h1>Harbour News</h1><h2>Ferries sail again</h2>",
            "Ferries sail again"
        ),
        ("<title>Nine days - Harbour News</title><h1>Ferries sail again</h1>", "Ferries sail again"),
        ("<title>Harbour News</title><meta property='og:title' content='Ferries sail again'>", "Ferries sail again"),
    ])
    func headlineIsFound(_ head: String, _ title: String) {
        #expect(article(id: "a", feed: "f", html: head + Self.story).title == title)
    }
}
