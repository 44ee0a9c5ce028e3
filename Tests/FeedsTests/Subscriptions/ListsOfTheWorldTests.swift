import Feeds
import News
import Testing

/// Lists as other programs write them, and lists that are not quite right.
@Suite struct ListsOfTheWorldTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let list: String
        /// "folder/name|address|tags", each feed.
        let feeds: [String]

        init(_ oddity: String, _ list: String, _ feeds: String...) {
            testDescription = oddity
            self.list = list
            self.feeds = feeds
        }
    }

    @Test(arguments: [
        Case(
            "OPML 1 has no text, some none of the names",
            "<opml version='1.0'><body><outline title='A' type='rss' xmlUrl='http://a.example/'/>"
                + "<outline xmlUrl='http://b.example/x'/></body></opml>",
            "A|http://a.example/|", "b.example/x|http://b.example/x|"),
        Case(
            "names of attributes in other letters",
            "<opml><body><outline TITLE='A' XMLURL='http://a.example/'/><Outline text='B' xmlurl='http://b.example/'/>"
                + "</body></opml>",
            "A|http://a.example/|", "B|http://b.example/|"),
        Case(
            "url instead of xmlUrl",
            "<opml><body><outline text='A' type='rss' url='http://a.example/'/></body></opml>", "A|http://a.example/|"),
        Case(
            "HTML's names of letters, ampersands that stand for themselves, and an address escaped twice",
            "<opml><body><outline text='Caf&eacute; &amp; R&D' xmlUrl='http://a.example/?a=1&copy=2&amp;b=3'/>"
                + "<outline text='B' xmlUrl='http://b.example/?a&amp;amp;b'/></body></opml>",
            "Café & R&D|http://a.example/?a=1&copy=2&b=3|", "B|http://b.example/?a&b|"),
        Case(
            "something before the list",
            "\n\nExported on Monday\n<opml><body><outline text='A' xmlUrl='http://a.example/'/></body></opml>",
            "A|http://a.example/|"),
        Case(
            "no body", "<opml><head/><outline text='A' xmlUrl='http://a.example/'/></opml>", "A|http://a.example/|"),
        Case(
            "it ends early",
            "<opml><body><outline text='F'><outline text='A' xmlUrl='http://a.example/'/>\n<outline text='B' xm",
            "F/A|http://a.example/|"),
        Case(
            "a quotation mark is missing",
            "<opml><body><outline text='A xmlUrl='http://a.example/'/>\n<outline text='B' xmlUrl='http://b.example/'/>"
                + "</body></opml>", "B|http://b.example/|"),
        Case(
            "folders that are never closed",
            "<opml><body><outline text='F'><outline text='A' xmlUrl='http://a.example/'></body></opml>",
            "F/A|http://a.example/|"),
        Case(
            "folders without a name, folders in folders, a feed below a feed",
            "<opml><body><outline><outline text='F'><outline text='G'><outline text='A' xmlUrl='http://a.example/'>"
                + "<outline text='B' xmlUrl='http://b.example/'/></outline></outline></outline></outline></body></opml>",
            "F/G/A|http://a.example/|", "F/G/B|http://b.example/|"),
        Case(
            "a feed in two folders, as lists with tags are written, and http beside https",
            "<opml><body><outline text='F'><outline text='A' xmlUrl='http://a.example/x'/></outline><outline text='G'>"
                + "<outline text='A' xmlUrl='https://A.example:443/x#top'/></outline></body></opml>",
            "F/A|http://a.example/x|G"),
        Case(
            "categories that are tags and paths, with blanks and nothing between commas",
            "<opml><body><outline text='A' xmlUrl='http://a.example/' category='one, /two/three,,one'/></body></opml>",
            "A|http://a.example/|one,two/three"),
        Case(
            "feed: before the address", "<opml><body><outline text='A' xmlUrl='feed://a.example/x'/></body></opml>",
            "A|http://a.example/x|"),
        Case(
            "line ends within a name",
            "<opml><body><outline text='A\n  B&#10;C' xmlUrl='http://a.example/'/></body></opml>",
            "A B C|http://a.example/|"),
        Case(
            "newsboat's: addresses, tags, names, hidden ones, comments",
            """
            # my feeds
            http://a.example/ tech "two words" "~The \\"A\\"" # and a comment
            "http://b.example/" ! tag#1\r
              http://c.example/ "!hidden" "~C"
            http://a.example/ again
            """,
            #"The "A"|http://a.example/|tech,two words"#, "b.example/|http://b.example/|tag#1|hidden",
            "C|http://c.example/|hidden|hidden"),
        Case("newsboat's, with one address", "https://a.example/feed", "a.example/feed|https://a.example/feed|"),
    ])
    func isRead(_ list: Case) throws {
        let reading = try importedSubscriptions(Array(list.list.utf8), named: "list")
        let feeds = reading.subscriptions.feeds.map { feed in
            (feed.folder + [feed.shownName]).joined(separator: "/") + "|\(feed.address.text)|"
                + feed.tags.joined(separator: ",") + (feed.isHidden ? "|hidden" : "")
        }
        #expect(feeds == list.feeds)
    }

    @Test func encodingsAreThoseOfTheFile() throws {
        let list =
            "<?xml version='1.0' encoding='SET'?><opml><body><outline text='Café' xmlUrl='http://a.example/'/></body></opml>"
        let units = Array(list.replacing("SET", with: "utf-16").utf16)
        let utf16: [UInt8] = [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] }
        let latin = list.replacing("SET", with: "iso-8859-1").unicodeScalars.map { UInt8($0.value) }
        for bytes in [utf16, latin, Array(list.replacing("SET", with: "utf-8").utf8), Array("\u{FEFF}\(list)".utf8)] {
            let name = try importedSubscriptions(bytes, named: "list").subscriptions.feeds.first?.shownName
            #expect(name == "Café")
        }
    }

    @Test(arguments: [
        ("", "list is empty."), (" \n", "list is empty."), ("hello\nworld", "list has no feeds in it."),
        ("<rss version='2.0'><channel/></rss>", "list is a feed, not a list of feeds."),
        ("<!DOCTYPE html><html></html>", "list is a web page, not a list of feeds."),
        ("<", "list has no list of feeds in it."),
    ])
    func whatIsNoListSaysSo(_ list: String, _ words: String) throws {
        let problem = try #require(throws: Problem.self) { try importedSubscriptions(Array(list.utf8), named: "list") }
        #expect(problem.summary == words)
    }

    @Test func whatIsLeftOutIsTold() throws {
        let list = """
            http://a.example/
            exec:~/bin/feed.sh
            filter:~/bin/f:http://b.example/
            file:///home/me/x.xml
            "query:Fresh:unread_count > 3"
            """
        let reading = try importedSubscriptions(Array(list.utf8), named: "urls")
        #expect(
            reading.problems.map(\.summary) == [
                "urls, line 2: Dateline runs no programs to make feeds.",
                "urls, line 3: Dateline runs no programs to make feeds.",
                "urls, line 4: “file:///home/me/x.xml” is no web address.",
                "urls, line 5: the query feed “Fresh” cannot be translated: “unread_count” is not known here.",
            ])
    }

    @Test(arguments: [
        "https://a.example/\nhttps://me:secret@b.example/feed\nftp://me:secret@b.example/feed\nhttps://me:sec/ret@b.example/feed",
        """
        <opml><body><outline xmlUrl='https://a.example/'/>
        <outline text='B' xmlUrl='https://me:secret@b.example/feed'/>
        <outline text='B' xmlUrl='ftp://me:secret@b.example/feed'/>
        <outline text='B' xmlUrl='https://me:sec/ret@b.example/feed'/></body></opml>
        """,
    ])
    func addressesWithPasswordsAreRefusedByLine(_ list: String) throws {
        let reading = try importedSubscriptions(Array(list.utf8), named: "list")
        #expect(reading.subscriptions.feeds.map(\.address.text) == ["https://a.example/"])
        #expect(
            reading.problems.map(\.summary) == [
                "list, line 2: the address https://b.example/feed has a password in it.",
                "list, line 3: “ftp://b.example/feed” is no web address.",
                "list, line 4: “https://b.example/feed” is no web address.",
            ])
    }

    @Test(arguments: [
        (#"unread = \"yes\""#, "unread"),
        (#"unread != \"yes\" and tags # \"tech\""#, "is:read tag:tech"),
        (#"tags !# \"two words\""#, #"not tag:"two words""#),
        (#"title =~ \"budget|tax cut\""#, #"title:budget or title:"tax cut""#),
        (#"(title =~ \"x\" or content =~ \"x\") and unread = \"yes\""#, "x unread"),
        (#"unread = \"yes\" and age < 3 or author = \"Ana\""#, "unread (since:3d or byline:Ana)"),
        (#"title !~ \"x\" and content !~ \"x\""#, "not x"),
        (#"title !~ \"(a|b)\""#, "not (title:a or title:b)"),
        (#"feedtitle =~ \".*Post.*\" and age between 1:7"#, "feed:Post since:8d before:1d"),
        (#"title =~ \"U\\\\.S\\\\.\""#, #"title:"U.S.""#),
    ])
    func newsboatsFiltersAreTranslated(_ filter: String, _ query: String) throws {
        let reading = try importedSubscriptions(Array("\"query:Q:\(filter)\"".utf8), named: "urls")
        #expect(reading.subscriptions.smartFeeds == [SmartFeed(name: "Q", query: query)])
        #expect(Query.parsed(query).error == nil)
    }

    @Test(arguments: [
        #"title =~ \"^a.*b$\""#, "articleindex = 3", #"unread = \"yes\" and"#, #"(unread = \"yes\""#, "", "unread",
        "age < ",
        String(repeating: "(", count: 100_000),
    ])
    func whatHasNoWordsHereIsLeftOut(_ filter: String) throws {
        let list = "http://a.example/\n\"query:Q:\(filter)\""
        let reading = try importedSubscriptions(Array(list.utf8), named: "urls")
        #expect(reading.subscriptions.smartFeeds == [])
        #expect(reading.problems.count == 1)
    }

    /// Every beginning of a list, and the list with one byte out, is read to some end.
    @Test func brokenListsBreakNothing() throws {
        let lists = [
            "<?xml version='1.0'?><!DOCTYPE opml [<!ENTITY a 'b'>]><opml><body><!-- c --><outline text=\"A\" x='&lt;'>"
                + "<outline text='B' xmlUrl='http://b.example/'/></outline><![CDATA[d]]></body></opml>",
            "http://a.example/ \"~A \\\" b\" !\n\"query:Q:(unread = \\\"yes\\\" or age < 3) and title =~ \\\"a|b\\\"\"",
        ]
        for list in lists {
            let bytes = Array(list.utf8)
            for count in bytes.indices {
                var missing = bytes
                missing.remove(at: count)
                var odd = bytes
                odd[count] = 0
                for bytes in [Array(bytes[..<count]), missing, odd] {
                    _ = try? importedSubscriptions(bytes, named: "list")
                    _ = try? ownSubscriptions(bytes, named: "list")
                }
            }
        }
    }

    @Test func deepAndLongListsAreReadQuickly() throws {
        let deep = "<opml><body>" + String(repeating: "<outline text='a'>", count: 100_000)
        #expect(try importedSubscriptions(Array(deep.utf8), named: "list").subscriptions.feeds == [])
        let many = (0..<4_000).map { "<outline text='\($0)' xmlUrl='http://\($0).example/'/>\n" }.joined()
        let list = try importedSubscriptions(Array("<opml><body>\(many)</body></opml>".utf8), named: "list")
            .subscriptions
        var own = Subscriptions()
        #expect(own.merge(list).added.count == 4_000)
        #expect(own.merge(list).known.count == 4_000)
    }
}
