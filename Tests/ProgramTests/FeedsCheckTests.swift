import FolderKit
import Testing

/// `dateline feeds check`.
@Suite struct FeedsCheckTests {
    private let folder = TemporaryFolder()

    init() {
        folder.write(
            """
            <rss><channel><title>Harbour &amp; bay</title><link>/</link><item><title>One</title><link>/1</link>
            <description>&lt;p&gt;Crews &lt;a href="x"&gt;walked&lt;/a&gt; out.&lt;/p&gt;</description>
            <pubDate>Tue, 12 Mar 2024 10:15:00 +0100</pubDate></item></channel></rss>
            """, to: "port.xml")
        folder.write("<html><body>Hello", to: "page.html")
    }

    @Test func aFeedIsOneLine() throws {
        let run = try dateline(
            ["feeds", "check", "--format", "ndjson", "--base", "https://a.example/feed", folder.path("port.xml")],
            in: folder)
        #expect(run.status == 0)
        #expect(run.lines.count == 1)
        #expect(run.output.contains(#""feed":{"title":"Harbour & bay","subtitle":"","link":"https://a.example/","#))
        #expect(run.output.contains(#""title":"One","link":"https://a.example/1","#))
        #expect(run.output.contains(#""published":"2024-03-12T09:15:00Z""#))
        #expect(run.output.contains(#""summary":"Crews walked out.","content":"","#))
        #expect(run.output.contains(#""links":["https://a.example/1","https://a.example/x"]"#))
    }

    @Test func whatIsNoFeedIsSaidInItsPlace() throws {
        let run = try dateline(
            [
                "feeds", "check", "--format", "ndjson", folder.path("page.html"), folder.path("none.xml"),
                folder.path("port.xml"),
            ],
            in: folder)
        #expect(run.status == 1)
        #expect(run.lines.count == 3)
        #expect(run.lines[0].hasSuffix(#""error":"It is a web page, not a feed."}"#))
        #expect(run.lines[1].contains("cannot be read"))
        #expect(run.errors.contains("page.html: It is a web page, not a feed."))
    }

    @Test func aHeaderSaysHowItWasServed() throws {
        let run = try dateline(
            [
                "feeds", "check", "--header", "content-type: text/xml; charset=koi8-r", "--header",
                "Content-Location: https://b.example/", folder.path("port.xml"),
            ], in: folder)
        #expect(run.status == 0)
        #expect(
            run.output.hasPrefix(
                "Harbour & bay\n  site: https://b.example/\n  1 entry\n\n  2024-03-12T09:15:00Z  One\n"))
        #expect(
            try dateline(["feeds", "check", "--header", "nothing", folder.path("port.xml")], in: folder).status == 2)
    }

    @Test func standardInputIsAFeed() throws {
        let run = try dateline(
            ["feeds", "check", "-"], input: "<feed><title>A</title><entry><title>\u{1B}[31mRed</title></entry></feed>",
            in: folder)
        #expect(run.status == 0)
        #expect(!run.output.contains("\u{1B}"))
    }
}
