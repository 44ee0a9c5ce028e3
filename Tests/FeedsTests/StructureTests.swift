import Feeds
import News
import Testing

/// What Markdown and HTML say of how a paragraph is set, and where words lead.
struct StructureTests {
    private static let markdown = """
        # Ferries sail again

        The [harbour office](/office) has *three* rules, which <https://harbour.example/rules> tells.

        ## Rules

        1. Buy a ticket
        1. Keep it
           - dry, says [the captain](https://captain.example "Captain Vik")
           - in sight

           Wet ones are dried.
        1. Show it

        ### Prices

        Some words above the table.
        | Boat | Fare \\| way |
        | ---- | -----: |
        | *Heron* | 4 |
        | [Petrel][1] | |

        ```
        if wet {
            dry *it*
        }
        ```

        ***

        > - See [the timetable][1] or www.harbour.example.

        Not [here](javascript:alert) and not [there](mailto:a@b.example) nor [nowhere][2].

        [1]: ../tables/today.html
        """

    private static let html = """
        <link rel="canonical" href="https://harbour.example/news/ferries">
        <article><h1>Ferries sail again</h1>
        <p>The <a href="/office">harbour office</a> in Port Amel has three rules for everybody who sails on its boats.</p>
        <h2>Rules</h2>
        <ol start="3"><li><p>Buy a ticket</p><p>and keep it</p><ul><li>dry</ul><li value="9">Show it</ol>
        <table><thead><tr><th>Boat<th>Fare<tbody><tr><td>Heron<td>4<tr><td><a href="today.html">Petrel</a><td></table>
        <table><tr><td><p>A page of old was laid out by a table like this one.</p><p>It is none.</p></td><td>x</td></tr>
        <tr><td>y</td><td>z</td></tr></table>
        <hr><pre>if wet {
            dry
        }</pre><dl><dt>Wet<dd>Not dry</dl></article>
        """

    private func forms(_ article: Article) -> [String] {
        article.paragraphs.map { paragraph in
            let rule = paragraph.isAfterRule ? "— " : ""
            let form =
                switch paragraph.form {
                case .plain: ""
                case .heading(let level): "h\(level) "
                case .entry(let depth, .dot): "\(depth)• "
                case .entry(let depth, .number(let number)): "\(depth)#\(number) "
                case .entry(let depth, .none): "\(depth)  "
                case .preformatted: "pre "
                case .cell(let row, let column, let isHeader): "\(isHeader ? "th" : "td")\(row),\(column) "
                }
            return rule + form + article.text[paragraph.span]
        }
    }

    private func links(_ article: Article) -> [String] {
        article.links.map { "\(article.text[$0.span]) → \($0.address)" }
    }

    @Test func markdownTellsTheForms() {
        let article = article(id: "a", feed: "f", markdown: Self.markdown)
        #expect(
            forms(article) == [
                "h1 Ferries sail again",
                "The harbour office has three rules, which https://harbour.example/rules tells.",
                "h2 Rules", "1#1 Buy a ticket", "1#2 Keep it", "2• dry, says the captain", "2• in sight",
                "1  Wet ones are dried.", "1#3 Show it", "h3 Prices", "Some words above the table.",
                "th0,0 Boat", "th0,1 Fare | way", "td1,0 Heron", "td1,1 4", "td2,0 Petrel",
                "pre if wet {\n    dry *it*\n}",
                "— 1• See the timetable or www.harbour.example.",
                "Not here and not there nor nowhere.",
            ])
        #expect(article.brokenSpans == [])
        // Without an address of the page, only absolute ones lead anywhere.
        #expect(
            links(article) == [
                "https://harbour.example/rules → https://harbour.example/rules",
                "the captain → https://captain.example",
                "www.harbour.example → https://www.harbour.example",
            ])
    }

    @Test func frontMatterGivesRelativeLinksTheirPage() {
        let markdown = "---\nlink: https://harbour.example/news/ferries.html\n---\n" + Self.markdown
        #expect(
            links(article(id: "a", feed: "f", markdown: markdown)).filter { $0.contains("harbour.example/") } == [
                "harbour office → https://harbour.example/office",
                "https://harbour.example/rules → https://harbour.example/rules",
                "Petrel → https://harbour.example/tables/today.html",
                "the timetable → https://harbour.example/tables/today.html",
            ])
    }

    @Test func elementsTellTheForms() {
        let article = article(id: "a", feed: "f", html: Self.html)
        #expect(
            forms(article) == [
                "h1 Ferries sail again",
                "The harbour office in Port Amel has three rules for everybody who sails on its boats.",
                "h2 Rules", "1#3 Buy a ticket", "1  and keep it", "2• dry", "1#9 Show it",
                "th0,0 Boat", "th0,1 Fare", "td1,0 Heron", "td1,1 4", "td2,0 Petrel",
                "A page of old was laid out by a table like this one.", "It is none.", "x", "y", "z",
                "— pre if wet {\n    dry\n}", "1• Wet", "1  Not dry",
            ])
        #expect(article.brokenSpans == [])
        #expect(
            links(article) == [
                "harbour office → https://harbour.example/office",
                "Petrel → https://harbour.example/news/today.html",
            ])
    }

    @Test(arguments: [
        ("See https://a.example/b_(c), or (http://d.example).", ["https://a.example/b_(c)", "http://d.example"]),
        ("“https://a.example/x” and https://a.example/é", ["https://a.example/x", "https://a.example/"]),
        ("ftp://a.example and xhttp://a.example and http:// and https://nohost", []),
    ])
    func addressesWrittenOutAreLinks(_ text: String, _ addresses: [String]) {
        let article = article(id: "a", feed: "f", text: "The harbour office wrote on Friday. " + text)
        #expect(article.links.map(\.address) == addresses)
    }
}
