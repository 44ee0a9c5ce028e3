import Feeds
import News
import Testing

/// What a page says of its story beside it: JSON-LD, meta elements, the address it was found at.
struct PageFactsTests {
    private static let paragraph =
        "The ferries between Port Amel and the outer islands sail again on Friday, the harbour office said on Tuesday."

    private func telling(_ linked: String, _ body: String = "<h1>Ferries</h1><p>\(paragraph)</p>") -> Article {
        article(id: "a", feed: "f", html: "<script type='application/ld+json'>\(linked)</script>\(body)")
    }

    @Test func linkedDataTellsTheFacts() {
        let article = telling(
            """
            {"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Not this"},
            {"@type":"NewsArticle","headline":"Ferries","datePublished":"2024-03-12T10:15:00Z",
            "author":[{"@type":"Person","name":"Ana Oliveira"},{"name":"J\\u00f8n Dahl"}],
            "publisher":{"@type":"Organization","name":"Harbour News"},
            "comment":[{"author":{"name":"Nobody"},"datePublished":"2030-01-01"}]}]}
            """)
        #expect(article.byline == "Ana Oliveira, Jøn Dahl")
        #expect(article.source == "Harbour News")
        #expect(article.published?.iso8601 == "2024-03-12T10:15:00Z")
    }

    @Test func storyThatOnlySearchEnginesAreToldIsRead() {
        let sentences = (1...9).map {
            "Boat number \($0) was out for the whole night, and it came home without a single fish."
        }
        let linked = "{\"headline\":\"Boats\",\"articleBody\":\"\(sentences.joined(separator: "\\n"))\"}"
        let article = telling(linked, "<div id='app'>Loading</div>")
        #expect(article.body == sentences.joined(separator: "\n\n"))
        #expect(article.title == "Boats")
    }

    @Test func storyWithinNoscriptIsReadWhereThePageHasNone() {
        let paragraphs = String(repeating: "<p>\(Self.paragraph)</p>", count: 3)
        let html = "<div id='app'></div><noscript><article>\(paragraphs)</article></noscript>"
        #expect(article(id: "a", feed: "f", html: html).body.hasPrefix(Self.paragraph))
        let full = String(repeating: paragraphs, count: 3)
        #expect(
            !article(id: "a", feed: "f", html: "<p>\(full)</p><noscript>Switch on scripts</noscript>").text.contains(
                "Switch"))
    }

    @Test func relativeLinksStartWhereThePageWasFound() {
        let html = "<html lang=pt-BR><p>\(Self.paragraph) See <a href='../map'>the map</a>.</p>"
        let found = page(id: "a", feed: "f", html: html, address: "https://harbour.example/news/ferries")
        #expect(found.article.links.map(\.address) == ["https://harbour.example/map"])
        #expect(found.article.link == "https://harbour.example/news/ferries")
        #expect(found.language == "pt-BR")
    }

    @Test func canonicalLinkGoesBeforeWhereThePageWasFound() {
        let html = "<link rel=canonical href='/ferries'><p>\(Self.paragraph)</p>"
        let found = article(id: "a", feed: "f", html: html, address: "https://harbour.example/f?utm=1")
        #expect(found.link == "https://harbour.example/ferries")
    }

    @Test(arguments: [
        "<div class='byline'>By <span>Ana Oliveira</span> | 12 March</div>",
        "<p>Von <a rel='author' href='/ana'>Ana Oliveira</a></p>",
        "<div itemprop='author'>Ana Oliveira, Port Amel</div>",
        "<p>Por Ana Oliveira, 12 de março de 2024</p>",
    ])
    func elementsNameTheWriter(_ line: String) {
        let html = "<h1>Ferries sail again</h1>\(line)<p>\(Self.paragraph)</p>"
        let article = article(id: "a", feed: "f", html: html)
        #expect(article.byline == "Ana Oliveira")
        #expect(article.standfirst == nil)
        #expect(article.body == Self.paragraph)
    }

    @Test func lineThatIsATimeIsNotTheStory() {
        let html =
            "<h1>Ferries sail again</h1><div><time datetime='2024-03-12'>yesterday</time></div><p>\(Self.paragraph)</p>"
        #expect(article(id: "a", feed: "f", html: html).body == Self.paragraph)
    }

    @Test(arguments: [
        "<time datetime='2024-03-12T00:00:00Z'>yesterday</time>",
        "<div class='entry-date'>Posted by somebody or other on 12 March 2024 in Islands, Ferries</div>",
        "<p>12. March 2024</p>",
        "<meta property='article:published_time' content='2024-03-12'><p>Updated 14 March 2024</p>",
        "<p>\(paragraph)</p><div class='postmeta'>Filed on 12 March 2024</div>",
    ])
    func elementsNameTheDay(_ line: String) {
        let html = "<h1>Ferries sail again</h1>\(line)<p>\(Self.paragraph)</p>"
        #expect(article(id: "a", feed: "f", html: html).published?.iso8601 == "2024-03-12T00:00:00Z")
    }

    @Test func dayOfACommentIsNotTheStorys() {
        let html = """
            <h1>Ferries sail again</h1><p>\(Self.paragraph)</p>
            <div class="comment"><p class="comment-date">12 March 2024</p></div>
            """
        #expect(article(id: "a", feed: "f", html: html).published == nil)
    }

    @Test(arguments: [
        "{", "{\"author\":[", "{\"articleBody\":\"x", "{\"headline\":\"\\u", "{\"headline\":\"\\ud83d\\u0041\"}",
        "]]}}", "\"",
        "{\"articleBody\":\"x\"}</script><script type='application/ld+json'>",
    ])
    func brokenLinkedDataStopsNothing(_ piece: String) {
        let html = String(repeating: "<script type='application/ld+json'>\(piece)", count: 20_000)
        let time = ContinuousClock().measure {
            _ = article(id: "a", feed: "f", html: html + "</script><p>The end.</p>")
        }
        #expect(time < .seconds(8))
        #expect(telling(String(repeating: piece, count: 1000)).body == Self.paragraph)
    }
}
