import Feeds
import News
import Testing

/// HTML pages: text, parts, facts.
struct PageTests {
    @Test(arguments: [
        ("<p>AT&amp;T &eacute;&#8217;&#x2019;&#146;&copy 2024</p>", "AT&Té’’’© 2024".replacing("&Té", with: "&T é")),
        ("<p>a<br>b</p><p>c", "a\nb\n\nc"),
        ("<p>a\n   b\tc</p>", "a b c"),
        ("<p>one</p>two<div>three</div>", "one\n\ntwo\n\nthree"),
        ("<p>a<script>if (a < b) document.write('<p>x</p>')</script>b", "ab"),
        ("<style>p { }</style><!-- <p>no</p> --><p>yes</p><template>no</template>", "yes"),
        ("<p>1 < 2 & 3 > 2</p>", "1 < 2 & 3 > 2"),
        ("<p title='a>b' class=\"x\">words</p>", "words"),
        ("<ul><li>one<li>two</ul>", "one\n\ntwo"),
        ("<pre>one\n  two\n\tthree</pre>", "one\n  two\n        three"),
        ("a<br><br>b", "a\n\nb"),
        ("<p>cut off <b", "cut off"),
        ("&notit; &nosuch; &;", "¬it; &nosuch; &;"),
        ("", ""),
    ])
    func readableTextIsTakenOut(_ html: String, _ text: String) {
        #expect(article(id: "a", feed: "f", html: html).text == text)
    }

    private static let page = """
        <!doctype html><html><head><title>Ferries sail again | Harbour News</title>
        <meta property="og:site_name" content="Harbour News"><meta name="author" content="By Ana Oliveira">
        <meta property="article:published_time" content="2024-03-12T10:15:00Z">
        <link rel="canonical" href="https://harbour.example/ferries"></head>
        <body><header><div>Harbour News</div><nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav></header>
        <main><article>
        <h1>Ferries sail again</h1>
        <p>The ferries between Port Amel and the outer islands sail again on Friday, the harbour office said.</p>
        <figure><img src="f.jpg"><figcaption>A ferry at dawn</figcaption></figure>
        <h2>Nine days</h2>
        <blockquote><p>“We are tired, and we are glad,” said Ilse Maren, who spoke for the crews.</p></blockquote>
        <ul><li>Tickets are sold until ten minutes before.</li></ul>
        <p><a href="/more">The strike in pictures</a></p>
        <aside>Sign up for our letters</aside>
        </article>
        <article><p><a href="/x">Another story altogether, which is only a teaser here.</a></p></article>
        </main><footer>About us</footer></body></html>
        """

    @Test func elementsTellTheParts() {
        let article = article(id: "a", feed: "f", html: Self.page)
        #expect(
            article.marked == [
                "furniture: Harbour News", "furniture: Home", "furniture: World",
                "headline: Ferries sail again",
                "body: The ferries between Port Amel and the outer islands sail again on Friday, the harbour office said.",
                "caption: A ferry at dawn",
                "heading: Nine days",
                "blockQuote: “We are tired, and we are glad,” said Ilse Maren, who spoke for the crews.",
                "listEntry: Tickets are sold until ten minutes before.",
                "furniture: The strike in pictures",
                "furniture: Sign up for our letters",
                "furniture: Another story altogether, which is only a teaser here.",
                "furniture: About us",
            ])
        #expect(article.brokenSpans == [])
    }

    @Test func headTellsTheFacts() {
        let article = article(id: "a", feed: "f", html: Self.page)
        #expect(article.title == "Ferries sail again")
        #expect(article.source == "Harbour News")
        #expect(article.byline == "Ana Oliveira")
        #expect(article.published?.iso8601 == "2024-03-12T10:15:00Z")
        #expect(article.link == "https://harbour.example/ferries")
        #expect(article.original == Self.page)
    }

    @Test func titleElementServesWhereNoHeadlineIs() {
        let html =
            "<title>Ferries sail again - Harbour News</title><p>The ferries sail again on Friday, they said in Port Amel.</p>"
        let article = article(id: "a", feed: "f", html: html)
        #expect(article.title == "Ferries sail again")
        #expect(article.titleSpan == nil)
        #expect(article.paragraphs.map(\.part) == [.body])
    }

    @Test(arguments: [
        "<div>", "<p>", "</p>", "<b>", "<", "&", "<!--", "<script>", "<svg>", "<article>", "<header>x", "<header><p>x",
        "<article><p>x", "<li>", "<a href=x>", "<a b='", "<![CDATA[", "<title>", "<table><tr><td>", "&#x", "<noscript>",
        "<br>",
    ])
    func pagesWithoutEndAreReadInAMoment(_ piece: String) {
        let html = String(repeating: piece, count: 40_000) + "<p>The end.</p>"
        let time = ContinuousClock().measure { _ = article(id: "a", feed: "f", html: html) }
        #expect(time < .seconds(8))
    }
}
