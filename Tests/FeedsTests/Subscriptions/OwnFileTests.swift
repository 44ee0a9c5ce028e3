import Feeds
import News
import Testing

/// The user's own file: what is not changed stays byte for byte.
@Suite struct OwnFileTests {
    private static let file = """
        <?xml version="1.0" encoding="utf-8"?>
        <!-- mine -->
        <opml version="2.0" xmlns:x="urn:x">
          <head><title>My feeds</title><x:window>3</x:window></head>
          <body>
            <!-- the first to read -->
            <outline text="Harbour &amp; Post" title='Harbour Post'   xmlUrl="https://post.example/rss" x:sort="7" created="2020"/>
            <outline text="World" isOpen="true">
              <outline type="rss" text="Valley Voice" title="Valley Voice" xmlUrl="http://voice.example/feed?a=1&amp;b=2" category="daily,hills"/>

              <outline type="note" url="notes.txt" text="a note"><outline text="below"/></outline>
            </outline>
            <x:thing><x:part/></x:thing>
            <outline text="Empty"/>
          </body>
          <x:trailer/>
        </opml>

        """

    private func read(_ text: String) throws -> Subscriptions {
        try ownSubscriptions(Array(text.utf8), named: "feeds.opml").subscriptions
    }

    private func text(_ subscriptions: Subscriptions) -> String {
        String(decoding: ownFile(of: subscriptions), as: UTF8.self)
    }

    /// The lines that a change takes away and brings.
    private func difference(_ change: (inout Subscriptions) throws -> Void) throws -> [String] {
        var list = try read(Self.file)
        try change(&list)
        let old = Self.file.split(separator: "\n", omittingEmptySubsequences: false)
        let new = text(list).split(separator: "\n", omittingEmptySubsequences: false)
        return new.difference(from: old).sorted { $0.place < $1.place }.map { change in
            switch change {
            case .insert(_, let line, _): "+\(line)"
            case .remove(_, let line, _): "-\(line)"
            }
        }
    }

    @Test(arguments: [
        file, file.replacing("\n", with: "\r\n"), file.replacing("  ", with: "\t"), "\u{FEFF}" + file,
        "<opml><body></body></opml>", "<opml><body/></opml>",
        "<OPML version='1.0'><BODY ><Outline TEXT='a'/></BODY ></OPML >",
        "<!DOCTYPE opml [<!ENTITY a 'b>'>]><opml><head/><body>words<![CDATA[<x>]]><?do it?></body></opml>",
        "<opml><outline text='a' xmlUrl='https://a.example/'/></opml>",
    ])
    func aFileThatIsNotChangedStaysAsItIs(_ file: String) throws {
        #expect(text(try read(file)) == file)
    }

    @Test func feedsAreInTheirFolders() throws {
        let list = try read(Self.file)
        #expect(list.feeds.map(\.shownName) == ["Harbour & Post", "Valley Voice"])
        #expect(list.feeds.map(\.name) == ["Harbour & Post", nil])
        #expect(list.feeds.map(\.title) == ["Harbour Post", "Valley Voice"])
        #expect(list.feeds.map(\.folder) == [[], ["World"]])
        #expect(list.feeds.map(\.tags) == [[], ["daily", "hills"]])
        #expect(list.feeds[1].address.text == "http://voice.example/feed?a=1&b=2")
        #expect(
            list.feeds[0].others == [
                Subscription.OtherField(name: "x:sort", value: "7"),
                Subscription.OtherField(name: "created", value: "2020"),
            ])
        #expect(list.folders == [["World"], ["Empty"]])
    }

    @Test func aNewFeedIsOneLineMore() throws {
        let address = try #require(FeedAddress("https://new.example/rss"))
        #expect(
            try difference { try $0.add(Subscription(address: address)) }
                == [
                    #"+    <outline text="https://new.example/rss" type="rss" xmlUrl="https://new.example/rss"/>"#
                ])
        #expect(
            try difference {
                try $0.add(
                    Subscription(
                        address: address, name: "N & <M>", folder: ["World"], tags: ["a"], interval: 90,
                        isFullText: true,
                        isHidden: true, signIn: Subscription.SignIn(user: "me", password: .command("pass \"x\""))))
            }
                == [
                    #"+      <outline text="N &amp; &lt;M&gt;" type="rss" xmlUrl="https://new.example/rss" category="a" "#
                        + #"datelineInterval="90" datelineFullText="true" datelineHidden="true" datelineUser="me" "#
                        + #"datelinePasswordCommand="pass &quot;x&quot;"/>"#
                ])
    }

    @Test func aFolderIsMadeWhereItIsMissing() throws {
        let address = try #require(FeedAddress("https://new.example/rss"))
        #expect(
            try difference { try $0.add(Subscription(address: address, name: "N", folder: ["Empty", "Deep"])) }
                == [
                    #"-    <outline text="Empty"/>"#, #"+    <outline text="Empty">"#, #"+      <outline text="Deep">"#,
                    #"+        <outline text="N" type="rss" xmlUrl="https://new.example/rss"/>"#,
                    "+      </outline>", "+    </outline>",
                ])
    }

    @Test func renamingChangesOneWordOfALine() throws {
        #expect(
            try difference { try $0.rename($0.reference(to: "harbour & post"), to: "The Post") }
                == [
                    #"-    <outline text="Harbour &amp; Post" title='Harbour Post'   xmlUrl="https://post.example/rss" x:sort="7" created="2020"/>"#,
                    #"+    <outline text="The Post" title='Harbour Post'   xmlUrl="https://post.example/rss" x:sort="7" created="2020"/>"#,
                ])
        #expect(
            try difference { try $0.rename($0.reference(to: "world/"), to: "Elsewhere") }
                == [#"-    <outline text="World" isOpen="true">"#, #"+    <outline text="Elsewhere" isOpen="true">"#])
    }

    @Test func aNameTakenBackIsTheFeedsOwn() throws {
        var list = try read(Self.file)
        try list.rename(list.reference(to: "https://post.example/rss"), to: " ")
        #expect(text(list).contains(#"<outline text="Harbour Post" title='Harbour Post'   xmlUrl"#))
        #expect(try read(text(list)).feeds.first?.name == nil)
    }

    @Test func settingsAreSetAndTakenBack() throws {
        var list = try read(Self.file)
        let id = try #require(list.feeds.first?.id)
        try list.set(id) {
            $0.interval = 120
            $0.isHidden = true
            $0.tags = ["x", "y, z", "x"]
        }
        #expect(text(list).contains(#"created="2020" category="x,y z" datelineInterval="120" datelineHidden="true"/>"#))
        try list.set(id) {
            $0.interval = nil
            $0.isHidden = false
            $0.tags = []
        }
        #expect(text(list) == Self.file)
    }

    @Test func aRemovedFeedLeavesTheCommentBeforeIt() throws {
        #expect(
            try difference { try $0.remove($0.reference(to: "Harbour & Post")) }
                == [
                    #"-    <outline text="Harbour &amp; Post" title='Harbour Post'   xmlUrl="https://post.example/rss" x:sort="7" created="2020"/>"#
                ])
    }

    @Test func aMovedFeedTakesItsAttributesAlong() throws {
        #expect(
            try difference { try $0.move($0.reference(to: "Harbour & Post"), to: ["World"]) }
                == [
                    #"-    <outline text="Harbour &amp; Post" title='Harbour Post'   xmlUrl="https://post.example/rss" x:sort="7" created="2020"/>"#,
                    #"+      <outline text="Harbour &amp; Post" title='Harbour Post'   xmlUrl="https://post.example/rss" x:sort="7" created="2020"/>"#,
                ])
    }

    @Test func lineEndsAndTabsAreThoseOfTheFile() throws {
        var list = try read("<opml>\r\n<body>\r\n\t<outline text=\"A\">\r\n\t</outline>\r\n</body>\r\n</opml>\r\n")
        try list.add(SmartFeed(name: "S", query: "unread country:ua", folder: ["A"]))
        #expect(
            text(list)
                == "<opml>\r\n<body>\r\n\t<outline text=\"A\">\r\n\t\t<outline text=\"S\" datelineQuery=\"unread country:ua\"/>"
                + "\r\n\t</outline>\r\n</body>\r\n</opml>\r\n")
    }

    @Test func aListInOneLineStaysInOneLine() throws {
        var list = try read("<opml><body><outline text='A' xmlUrl='https://a.example/'/></body></opml>")
        try list.add(SmartFeed(name: "S", query: "unread"))
        #expect(
            text(list) == "<opml><body><outline text='A' xmlUrl='https://a.example/'/>"
                + "<outline text=\"S\" datelineQuery=\"unread\"/></body></opml>")
    }

    @Test func aNewFileIsOPML() throws {
        var list = try read(" \n")
        try list.add(SmartFeed(name: "S", query: "unread"))
        #expect(
            text(list) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <opml version="2.0">
                  <head>
                    <title>Subscriptions</title>
                  </head>
                  <body>
                    <outline text="S" datelineQuery="unread"/>
                  </body>
                </opml>

                """)
    }

    @Test func anotherCharacterSetBecomesUTF8() throws {
        let latin =
            Array("<?xml version='1.0' encoding='ISO-8859-1'?><opml><body><outline text='Caf".utf8) + [0xE9]
            + Array("'/></body></opml>".utf8)
        let list = try ownSubscriptions(latin, named: "feeds.opml").subscriptions
        #expect(
            text(list) == "<?xml version='1.0' encoding='UTF-8'?><opml><body><outline text='Café'/></body></opml>")
    }

    /// What must not be written again, and the line that it names.
    @Test(arguments: [
        ("<opml>\n<body>\n<outline text='a'>\n</body>\n</opml>", 3),
        ("<opml>\n<body>\n<outline text='a'/>\n", 2),
        ("<opml><body>\n<outline text='a/>\n<outline text='b'/></body></opml>", 2),
        ("<opml><body>\n<outline text='a' / text/></body></opml>", 2),
        ("<opml><body>\n<outline text=a/></body></opml>", 2),
        ("<opml><body>\n<outline text='a'text='b'/></body></opml>", 2),
        ("<opml><body>\n\n<outline text='a'/></outline></body></opml>", 3),
        ("<opml><body>\n\n<!-- x </body></opml>", 3),
        ("<opml><body></body></opml>\n<opml/>", 2),
        ("<opml><body>\n1 < 2</body></opml>", 2),
        ("<opml><body>" + String(repeating: "<outline text='a'>", count: 200), 1),
    ])
    func aFaultIsNamedWithItsLine(_ file: String, _ line: Int) throws {
        let problem = try #require(throws: Problem.self) { try read(file) }
        #expect(problem.summary.hasPrefix("feeds.opml, line \(line) is wrong: "), "\(problem)")
        #expect(problem.remedy.contains("left as it is"))
    }

    @Test(arguments: [
        ("<rss><channel/></rss>", "is a feed, not a list"), ("<html><body/></html>", "is a web page"),
        ("my feeds", "has no list"), ("<a/>", "<a>"),
    ])
    func whatIsNoListIsNotTakenForOne(_ file: String, _ words: String) throws {
        let problem = try #require(throws: Problem.self) { try read(file) }
        #expect(problem.summary.contains(words), "\(problem)")
    }

    @Test func bytesThatAreNoTextAreNamed() throws {
        let bytes = Array("<opml><body>\n<outline text='".utf8) + [0xE9] + Array("'/></body></opml>".utf8)
        let problem = try #require(throws: Problem.self) { try ownSubscriptions(bytes, named: "feeds.opml") }
        #expect(problem.summary == "feeds.opml, line 2 is not UTF-8.")
    }

    @Test func whatIsOfNoUseIsToldAndKept() throws {
        let file = """
            <opml><body>
            <outline text="a" xmlUrl="nowhere"/>
            <outline text="b" type="include" url="https://x.example/b.opml"/>
            <outline text="c" type="rss"/>
            <outline text="d" xmlUrl="https://d.example/" datelineInterval="often"/>
            </body></opml>
            """
        let reading = try ownSubscriptions(Array(file.utf8), named: "f")
        #expect(
            reading.problems.map(\.summary) == [
                "f, line 2: “nowhere” is no web address.",
                "f, line 3: the list at “https://x.example/b.opml” is not read along.",
                "f, line 4: “c” has no address.", "f, line 5: “often” is no interval; it is minutes, as 30.",
            ])
        #expect(reading.subscriptions.feeds.map(\.shownName) == ["d"])
        #expect(text(reading.subscriptions) == file)
    }
}

extension CollectionDifference.Change {
    /// Where a line stands in its file; a line that goes stands before one that comes.
    fileprivate var place: (Int, Int) {
        switch self {
        case .insert(let offset, _, _): (offset, 1)
        case .remove(let offset, _, _): (offset, 0)
        }
    }
}
