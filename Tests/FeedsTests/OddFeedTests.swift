import Feeds
import Testing

/// What is met in the world: each feed with a line on what is odd about it.
struct OddFeedTests {
    @Test(arguments: shapes + texts + encodings + others)
    func oddFeedIsRead(_ feed: OddFeed) { #expect(told(feed) == feed.told) }

    @Test(arguments: [
        ("<rss><channel><title>A &amp; B&nbsp;C</title></channel></rss>", []),
        ("<rss><channel><title>A & B</title></channel></rss>", ["It is not well-formed XML: 1 place was put right."]),
        (
            "<rss><channel><title>A < <b>B</title></i><item><pubDate>soon</pubDate></item></channel></rss>",
            ["It is not well-formed XML: 3 places were put right.", "A date cannot be read: “soon”."]
        ),
    ])
    func oddThingsAreTold(_ feed: String, _ faults: [String]) throws {
        #expect(try parsedFeed(Array(feed.utf8)).faults == faults)
    }
}

private let shapes = [
    OddFeed(
        "words and a blank line ahead of the declaration",
        "\n\nWarning: mysql_connect() in /srv/db.php\n<?xml version=\"1.0\"?><rss><channel><title>A</title></channel></rss>",
        tells: "title: A"),
    OddFeed(
        "no channel, and names in capitals", "<RSS><TITLE>A</TITLE><ITEM><Title>One</Title></ITEM></RSS>",
        tells: "title: A\nentry:\n  title: One"),
    OddFeed("entries alone", "<item><title>One</title></item>", tells: "entry:\n  title: One"),
    OddFeed(
        "within a page",
        "<html><body><rss><channel><title>A</title><item><title>One</title></item></channel></rss></body></html>",
        tells: "title: A\nentry:\n  title: One"),
    OddFeed(
        "an entry that nobody closed",
        "<rss><channel><item><title>One</title><item><title>Two</title></item></channel></rss>",
        tells: "entry:\n  title: One\nentry:\n  title: Two"),
    OddFeed(
        "a title that nobody closed", "<rss><channel><item><title>One<item><title>Two</title></item></channel></rss>",
        tells: "entry:\n  title: One\nentry:\n  title: Two"),
    OddFeed(
        "cut off within a tag",
        "<rss><channel><title>A</title><item><title>One</title><description>Begins</description><li",
        tells: "title: A\nentry:\n  title: One\n  summary: Begins\nodd: The feed ends early: what came of it is read."),
    OddFeed(
        "cut off within a section", "<rss><channel><item><description><![CDATA[<p>Begins",
        tells: "entry:\n  summary: Begins\nodd: The feed ends early: what came of it is read."),
    OddFeed(
        "HTML without quotation marks, and unclosed, as elements",
        "<rss><channel><item><description>A<br><a href=/x?a=1&b=2 nowrap>link</a> <b>bold</description><title>T</title></item></channel></rss>",
        tells: "entry:\n  title: T\n  summary: A / link bold"),
    OddFeed(
        "a quotation mark that nobody closed",
        "<rss><channel><item><description>A <a href='x>link</a></description><title>T</title></item></channel></rss>",
        tells: "entry:\n  title: T\n  summary: A link"),
    OddFeed(
        "closing tags that close nothing", "<rss></p><channel></b><title>A</i></title></u></channel></rss>",
        tells: "title: A"),
    OddFeed(
        "another root behind the first",
        "<rss><channel><title>A</title></channel></rss><rss><channel><item><title>One</title></item></channel></rss>",
        tells: "title: A\nentry:\n  title: One"),
    OddFeed(
        "prefixes that are bound to nothing",
        "<rss><channel><item><dc:creator>Ana</dc:creator><content:encoded>Words</content:encoded><x:title>No</x:title></item></channel></rss>",
        tells: "entry:\n  author: Ana\n  content: Words"),
    OddFeed(
        "Atom with a prefix, in RSS's namespace too",
        "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>A</a:title><a:entry><a:title>One</a:title></a:entry></a:feed>",
        tells: "title: A\nentry:\n  title: One"),
    OddFeed(
        "titles of pictures, forms and unknown modules",
        """
        <rss xmlns:z="urn:z"><channel><image><title>Logo</title></image><z:box><title>Box</title></z:box><title>A</title>
        <textInput><title>Search</title><description>Form</description></textInput></channel></rss>
        """, tells: "title: A"),
    OddFeed("no entries and no words", "<feed/>", tells: ""),
]

private let texts = [
    OddFeed(
        "ampersands that stand for themselves",
        "<rss><channel><title>AT&T & R&D &lt; &nbsp;&eacute;&#x2019; &unknown; a&copy=1</title></channel></rss>",
        tells: "title: AT&T & R&D < é’ &unknown; a&copy=1"),
    OddFeed(
        "HTML written twice", "<rss><channel><title>&lt;b&gt;Bold&lt;/b&gt; AT&amp;amp;T</title></channel></rss>",
        tells: "title: Bold AT&T"),
    OddFeed(
        "a title about HTML", "<rss><channel><title>Use the &lt;item&gt; element, 3 &lt; 4</title></channel></rss>",
        tells: "title: Use the <item> element, 3 < 4"),
    OddFeed(
        "addresses of mail in angle brackets",
        "<rss><channel><item><author>Joe <joe@a.example></author><title>I <3 ferries</title></item></channel></rss>",
        tells: "entry:\n  title: I <3 ferries\n  author: Joe"),
    OddFeed(
        "controls, NUL and characters that are none",
        "<rss><channel><title>A\u{0}\u{1}\u{B}B\u{FFFE}&#0;&#8;C&#150;</title></channel></rss>",
        tells: "title: AB\u{FFFD}C–"),
    OddFeed(
        "the end of a section in text",
        "<rss><channel><title>a ]]> b ]]&gt; long enough to be written as a section of its own</title></channel></rss>",
        tells: "title: a ]]> b ]]> long enough to be written as a section of its own"),
    OddFeed(
        "scripts and styles in texts",
        "<rss><channel><item><title>&lt;script>x()&lt;/script>T&lt;style>p{}&lt;/style></title><description>A&lt;SCRIPT src=x>alert(1)&lt;/script >B&lt;script>open</description></item></channel></rss>",
        tells: "entry:\n  title: T\n  summary: AB"),
    OddFeed(
        "plain text with paragraphs",
        "<rss><channel><item><description>One.\n\nTwo.</description></item></channel></rss>",
        tells: "entry:\n  summary: One. /  / Two."),
    OddFeed(
        "a declaration of entities, which are not expanded",
        "<!DOCTYPE rss [<!ENTITY a \"> ]\"><!ENTITY b SYSTEM 'file:///etc/passwd'>]><rss><channel><title>&a;&b;</title></channel></rss>",
        tells: "title: &a;&b;"),
    OddFeed(
        "Atom's plain title that looks like HTML, and one in Base64",
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>&lt;b&gt;</title><entry><title type='application/octet-stream'>PGI+SGk8L2I+</title></entry></feed>",
        tells: "title: <b>\nentry:\n  title: Hi"),
    OddFeed(
        "a summary and a description, which is the whole text then",
        "<rss xmlns:a='http://www.w3.org/2005/Atom'><channel><item><description>All of it.</description><a:summary>Some.</a:summary></item></channel></rss>",
        tells: "entry:\n  summary: Some.\n  content: All of it."),
    OddFeed(
        "formulas and embedded things",
        "<rss><channel><item><description>&lt;math>&lt;mi>a&lt;/mi>&lt;/math>&lt;iframe src='x'> b&lt;/iframe></description></item></channel></rss>",
        tells: "entry:\n  summary: a / b"),
]

private let encodings = [
    OddFeed(
        "a mark", [0xEF, 0xBB, 0xBF] + Array("<rss><channel><title>é</title></channel></rss>".utf8), tells: "title: é"),
    OddFeed(
        "UTF-16 with a mark",
        [0xFE, 0xFF] + wide("<?xml version='1.0' encoding='utf-16'?><rss><channel><title>é日</title></channel></rss>"),
        tells: "title: é日"),
    OddFeed(
        "UTF-16 without one", wide("<rss><channel><title>harbour</title></channel></rss>"), tells: "title: harbour"),
    OddFeed(
        "declared in XML",
        Array("<?xml version='1.0' encoding='windows-1251'?><rss><channel><title>".utf8) + [0xCF, 0xEE, 0xF0, 0xF2]
            + Array("</title></channel></rss>".utf8),
        tells: "title: Порт"),
    OddFeed(
        "said by the server, who knows better",
        Array("<?xml version='1.0' encoding='utf-8'?><rss><channel><title>".utf8) + [0xD0, 0xCF, 0xD2, 0xD4]
            + Array("</title></channel></rss>".utf8),
        contentType: "text/xml; charset=\"koi8-r\"", tells: "title: порт"),
    OddFeed(
        "UTF-8 that says it is Latin-1",
        "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>Zoë’s</title></channel></rss>",
        contentType: "text/xml; charset=us-ascii", tells: "title: Zoë’s"),
    OddFeed(
        "Windows-1252 that says nothing",
        Array("<rss><channel><title>".utf8) + [0x93, 0x63, 0x61, 0x66, 0xE9, 0x94]
            + Array("</title></channel></rss>".utf8),
        tells: "title: “café”"),
    OddFeed(
        "an encoding that there is not",
        "<?xml version='1.0' encoding='x-none'?><rss><channel><title>A</title></channel></rss>", tells: "title: A"),
]

private let others = [
    OddFeed("nothing", "", tells: "It is empty."),
    OddFeed("blanks", " \n\t", tells: "It is empty."),
    OddFeed("words", "Not found", tells: "It is text, but no feed."),
    OddFeed(
        "another kind of XML", "<svg><title>A</title></svg>", tells: "It is XML of another kind (svg), not a feed."),
    OddFeed(
        "a list of feeds", "<opml><body><outline/></body></opml>",
        tells: "It is a list of feeds (OPML), not a feed. Import it: dateline feeds import FILE."),
    OddFeed(
        "a page",
        "<!doctype html><head><link rel=alternate type='application/rss+xml' href=/rss title=News></head><body><p>Hi",
        at: "https://a.example/x/", tells: "It is a web page, not a feed. It links to https://a.example/rss."),
    OddFeed("JSON without entries", "{\"a\": 1}", tells: "It is JSON, but no feed."),
    OddFeed(
        "JSON that is cut off", "{\"items\": [",
        tells: "It looks like a feed in JSON, but cannot be read: the text ends too early at byte 12."),
    OddFeed("bytes", (0..<64).map { $0 % 24 }, tells: "It is not text, and no feed."),
]

private func wide(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } }
