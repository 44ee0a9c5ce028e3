import Feeds
import Testing

/// One feed of each format, with all that it may say.
struct FormatsTests {
    @Test(arguments: formats)
    func formatIsRead(_ feed: OddFeed) { #expect(told(feed) == feed.told) }
}

private let formats = [
    OddFeed(
        "RSS 2.0 with its modules",
        """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"
          xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
        <channel><title>Harbour News</title><link>https://harbour.example/</link><description>News of the port</description>
        <atom:link rel="self" href="https://harbour.example/feed"/><language>en-GB</language><ttl>90</ttl>
        <managingEditor>desk@harbour.example (Jane Roe)</managingEditor><lastBuildDate>Tue, 12 Mar 2024 11:00:00 GMT</lastBuildDate>
        <itunes:new-feed-url>https://new.example/feed</itunes:new-feed-url>
        <image><title>Logo</title><link>https://harbour.example/logo</link></image>
        <item><title>Ferry strike</title><link>https://harbour.example/1</link><guid isPermaLink="false">no-1</guid>
        <pubDate>Tue, 12 Mar 2024 10:15:00 +0100</pubDate><dc:creator>Ana Lima</dc:creator><category>Ferries</category>
        <category>Strikes</category><description>Crews walked out.</description>
        <content:encoded><![CDATA[<p>Crews <b>walked out</b> today.</p><p>No end is in sight.</p>]]></content:encoded>
        <enclosure url="https://harbour.example/1.mp3" type="audio/mpeg" length="1024"/>
        <media:group><media:content url="https://harbour.example/1.mp4" type="video/mp4"/><media:title>The film</media:title></media:group>
        </item></channel></rss>
        """,
        tells: """
            title: Harbour News
            subtitle: News of the port
            link: https://harbour.example/
            language: en-GB
            author: Jane Roe
            updated: 2024-03-12T11:00:00Z
            minutes: 90
            moved to: https://new.example/feed
            entry:
              title: Ferry strike
              link: https://harbour.example/1
              id: no-1
              author: Ana Lima
              published: 2024-03-12T09:15:00Z
              summary: Crews walked out.
              content: Crews walked out today. / No end is in sight.
              enclosure: https://harbour.example/1.mp3 audio/mpeg 1024
              enclosure: https://harbour.example/1.mp4 video/mp4
              tags: Ferries, Strikes
            """),
    OddFeed(
        "Atom 1.0",
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://hafen.example/blog/">
        <title type="html">Hafen &amp;amp; See</title><subtitle>Neues</subtitle><id>urn:hafen</id><updated>2024-03-12T10:15:00Z</updated>
        <link rel="self" href="feed.atom"/><link href="./"/><author><name>Jan Ruf</name><email>jan@hafen.example</email></author>
        <entry xml:base="2024/"><title type="text">Zwei &lt; drei</title><link href="streik.html"/><link rel="related" href="/alt"/>
        <link rel="enclosure" href="ton.ogg" type="audio/ogg" length="7"/><id>urn:hafen:1</id>
        <published>2024-03-12T08:00:00+01:00</published><updated>2024-03-12T09:00:00+01:00</updated>
        <category term="x" label="Häfen"/><summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Ein <em>Streik</em> &lt; Krieg</div></summary>
        <content type="html">&lt;p&gt;Die F&amp;auml;hren ruhen.&lt;/p&gt;</content>
        <source><title>Elsewhere</title><updated>2001-01-01T00:00:00Z</updated></source></entry></feed>
        """,
        at: "https://hafen.example/feed",
        tells: """
            title: Hafen & See
            subtitle: Neues
            link: https://hafen.example/blog/
            id: urn:hafen
            language: de
            author: Jan Ruf
            updated: 2024-03-12T10:15:00Z
            entry:
              title: Zwei < drei
              link: https://hafen.example/blog/2024/streik.html
              other link: https://hafen.example/alt
              other link: https://hafen.example/blog/2024/ton.ogg
              id: urn:hafen:1
              author: Jan Ruf
              published: 2024-03-12T07:00:00Z
              updated: 2024-03-12T08:00:00Z
              summary: Ein Streik < Krieg
              content: Die Fähren ruhen.
              enclosure: https://hafen.example/blog/2024/ton.ogg audio/ogg 7
              tags: Häfen
              language: de
            """),
    OddFeed(
        "Atom 0.3, which says how its texts are written",
        """
        <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="escaped" type="text/html">A &lt;b&gt;B&lt;/b&gt;</title>
        <tagline>Small</tagline><modified>2004-05-06T07:08:09Z</modified>
        <entry><title>One</title><link rel="alternate" type="text/html" href="http://a.example/1"/><issued>2004-05-06T01:02-05:00</issued>
        <content type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml">x &lt; y</div></content>
        <summary type="text/plain" mode="base64">SGVsbG8=</summary></entry></feed>
        """,
        tells: """
            title: A B
            subtitle: Small
            updated: 2004-05-06T07:08:09Z
            entry:
              title: One
              link: http://a.example/1
              published: 2004-05-06T06:02:00Z
              summary: Hello
              content: x < y
            """),
    OddFeed(
        "RSS 1.0, whose entries stand beside the channel",
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
        <channel rdf:about="http://a.example/rdf"><title>Port</title><link>http://a.example/</link><description>All</description>
        <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
        <items><rdf:Seq><rdf:li resource="http://a.example/1"/></rdf:Seq></items></channel>
        <item rdf:about="http://a.example/1"><title>One</title><link>http://a.example/1</link><dc:date>2003-02-01</dc:date>
        <dc:subject>Ships</dc:subject></item></rdf:RDF>
        """,
        tells: """
            title: Port
            subtitle: All
            link: http://a.example/
            minutes: 360
            entry:
              title: One
              link: http://a.example/1
              id: http://a.example/1
              published: 2003-02-01T00:00:00Z
              tags: Ships
            """),
    OddFeed(
        "CDF",
        """
        <CHANNEL HREF="http://a.example/" LASTMOD="1997-11-05T03:14:15"><TITLE>Port</TITLE><ABSTRACT>All</ABSTRACT>
        <ITEM HREF="http://a.example/1" LASTMOD="1997-11-06"><TITLE>One</TITLE><ABSTRACT>First</ABSTRACT></ITEM></CHANNEL>
        """,
        tells: """
            title: Port
            subtitle: All
            link: http://a.example/
            updated: 1997-11-05T03:14:15Z
            entry:
              title: One
              link: http://a.example/1
              updated: 1997-11-06T00:00:00Z
              summary: First
            """),
    OddFeed(
        "JSON Feed",
        #"""
        {"version": "https://jsonfeed.org/version/1.1", "title": "Port", "home_page_url": "https://a.example/", "language": "en",
         "feed_url": "https://a.example/feed.json", "authors": [{"name": "Ana"}, {"name": "Bo"}], "items": [
         {"id": 7, "url": "/1", "title": "One", "content_html": "<p>Words</p>", "summary": "Few", "tags": ["x", " "],
          "date_published": "2024-03-12T10:15:00Z", "date_modified": "2024-03-13T10:15:00Z", "author": {"name": "Cy"},
          "attachments": [{"url": "https://a.example/1.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 12}]},
         {"id": "https://a.example/2", "content_text": "a < b"}]}
        """#,
        tells: """
            title: Port
            link: https://a.example/
            id: https://a.example/feed.json
            language: en
            author: Ana, Bo
            entry:
              title: One
              link: https://a.example/1
              id: 7
              author: Cy
              published: 2024-03-12T10:15:00Z
              updated: 2024-03-13T10:15:00Z
              summary: Few
              content: Words
              enclosure: https://a.example/1.mp3 audio/mpeg 12
              tags: x
            entry:
              link: https://a.example/2
              id: https://a.example/2
              author: Ana, Bo
              content: a < b
            """),
]
