import FolderKit
import Glibc
import Testing

/// `dateline feeds` as a user has it.
@Suite struct FeedsCommandTests {
    private let folder = TemporaryFolder()

    private func run(_ arguments: String..., input: String = "") throws -> Finished {
        try dateline(["feeds"] + arguments + ["--data", folder.path("data")], input: input, in: folder)
    }

    private var file: String { folder.read("data/feeds.opml") ?? "" }

    @Test func aFeedThatThereIsNotDoesNotStopTheOthers() throws {
        // Nothing answers there.
        #expect(try run("add", "--no-check", "http://127.0.0.1:1/feed", "--name", "The Post").status == 0)
        let both = try dateline(["refresh", "Gone", "The Post", "--data", folder.path("data")], in: folder)
        #expect(both.status == 1 && both.errors.contains("There is no feed “Gone”."))
        #expect(both.errors.contains("The Post: "))
        let none = try dateline(["refresh", "Gone", "--data", folder.path("data")], in: folder)
        #expect(none.status == 1 && !none.errors.contains("The Post: "))
    }

    @Test func feedsAreAddedListedChangedAndRemoved() throws {
        #expect(try run().output == "")
        #expect(folder.names("data") == [])
        #expect(
            try run(
                "add", "--no-check", "https://post.example/rss", "--name", "The Post", "--folder", "World/Europe",
                "--tag", "daily",
                "--interval", "2h", "--full-text"
            ).status == 0)
        #expect(try run("add", "--no-check", "voice.example/feed", "--hidden").status == 0)
        #expect(try run("add", "--query", "country:ua unread", "--name", "New on Ukraine").status == 0)
        #expect(
            try run("list").output == """
                World/Europe  The Post            full text, 2h, #daily, not fetched yet  https://post.example/rss
                              voice.example/feed  hidden, not fetched yet                 https://voice.example/feed
                              New on Ukraine      smart feed                              country:ua unread

                """)
        #expect(try run("rename", "the post", "Post").status == 0)
        #expect(try run("set", "post", "--interval", "usual", "--no-full-text", "--no-tags").status == 0)
        #expect(try run("move", "post", "voice.example/feed", "News").status == 0)
        #expect(try run("remove", "World/", "New on Ukraine").status == 0)
        #expect(
            try run("list").lines.map { $0.split(separator: " ") } == [
                ["News", "Post", "not", "fetched", "yet", "https://post.example/rss"],
                ["News", "voice.example/feed", "hidden,", "not", "fetched", "yet", "https://voice.example/feed"],
            ])
        #expect(try run("remove", "News/").errors.contains("has 2 feeds in it"))
        #expect(try run("remove", "News/", "--with-feeds").status == 0)
        #expect(try run("list").output == "")
    }

    /// Nothing listens there: whoever is offline can subscribe all the same.
    @Test func aServerThatCannotBeAskedIsBelieved() throws {
        let added = try run("add", "http://127.0.0.1:9/feed")
        #expect(added.status == 0 && added.output == "")
        #expect(added.errors.contains("Subscribed to http://127.0.0.1:9/feed all the same: The server of 127.0.0.1"))
        #expect(try run("list").lines.count == 1)
    }

    @Test func aQueryThatCannotBeUnderstoodIsNotSaved() throws {
        let added = try run("add", "--query", "unread country:ukrane", "--name", "New")
        #expect(added.status == 2)
        #expect(added.errors.hasPrefix("unread country:ukrane\n               ^^^^^^ “ukrane” is no country."))
        #expect(try run("add", "--query", "country:ukraine", "--name", "New").status == 0)
        #expect(try run("set", "New", "--query", "since:never").status == 2)
        #expect(try run("list").lines.first?.contains("country:ukraine") == true)
    }

    @Test func theListIsAlsoNDJSONAndOPML() throws {
        _ = try run(
            "add", "--no-check", "https://a.example/", "--folder", "F", "--user", "me", "--password-command", "pass a",
            "--tag", "t")
        #expect(
            try run("list", "--format", "ndjson").output
                == #"{"address":"https://a.example/","name":"a.example/","title":null,"site":null,"folder":["F"],"#
                + #""tags":["t"],"full_text":false,"hidden":false,"user":"me"}"# + "\n")
        #expect(try run("list", "--format", "opml").output == file)
        #expect(try run("export").output == file)
        #expect(file.contains("datelinePasswordCommand=\"pass a\""))
    }

    @Test func whatFailsIsNamedAndTheRestDone() throws {
        let added = try run(
            "add", "--no-check", "https://a.example/", "no address", "a.example", "https://me:secret@b.example/")
        #expect(added.status == 1)
        #expect(added.errors.contains("“no address” is no web address."))
        #expect(added.errors.contains("https://a.example/ is subscribed to already"))
        #expect(!added.errors.contains("secret"))
        for words in [["add", "ftp://me:secret@b.example/"], ["remove", "ftp://me:secret@b.example/"]] {
            let run = try dateline(["feeds"] + words + ["--data", folder.path("data")], in: folder)
            #expect(run.status == 1 && !run.errors.contains("secret"))
        }
        #expect(try run("list").lines.count == 1)
        let removed = try run("remove", "b", "a.example")
        #expect(
            removed.status == 1 && removed.errors == "dateline: There is no feed “b”. “dateline feeds” lists them.\n")
        #expect(try run("list").output == "")
    }

    @Test(arguments: [
        ["nope"], ["add"], ["add", "a.example", "--interval", "often"], ["add", "a.example", "--user", "me"],
        ["add", "--query", "x"], ["add", "a.example", "b.example", "--name", "x"], ["set", "a.example"], ["move", "a"],
        ["set", "a", "--interval", "0"], ["remove"], ["import"], ["export", "--format", "doc"],
        ["add", "--no-check", "--all", "a.example"], ["add", "--all", "--name", "x", "a.example"],
        ["add", "a.example", "--user", "m", "--password-file", "f", "--password-command", "c"],
    ])
    func wrongUsageIsStatusTwo(_ arguments: [String]) throws {
        let run = try dateline(["feeds"] + arguments + ["--data", folder.path("data")], in: folder)
        #expect(run.status == 2 && run.output == "" && !run.errors.isEmpty)
        #expect(folder.names("data") == [])
    }

    @Test func listsAreImportedAndExported() throws {
        let urls = "https://a.example/ tech \"~A\"\nhttps://b.example/ !\n\"query:New:unread = \\\"yes\\\"\"\nexec:x\n"
        folder.write(urls, to: "urls")
        let first = try run("import", folder.path("urls"))
        #expect(first.status == 1 && first.output == "Added 2 feeds and 1 smart feed.\n")
        #expect(first.errors.contains("line 4: Dateline runs no programs"))
        let again = try run("import", "-", input: urls.replacing("exec:x\n", with: ""))
        #expect(again.status == 0 && again.output == "Added 0 feeds; 3 were there already.\n")
        #expect(
            try run("export", "--format", "urls").output
                == urls.replacing("exec:x\n", with: "").replacing("!", with: "\"!\""))
        let missing = try run("import", folder.path("missing"), folder.path("urls"))
        #expect(missing.status == 1 && missing.output == "Added 0 feeds; 3 were there already.\n")
    }

    /// Whoever wrote one into their own file by hand does not see it go out.
    @Test func aPasswordInAnAddressIsNeverPrinted() throws {
        mkdir(folder.path("data"), 0o700)
        let address = "https://me:secret@a.example/feed"
        let own =
            "<opml><body><outline text='\(address)' title='\(address)' xmlUrl='\(address)' htmlUrl='\(address)'/></body></opml>"
        folder.write(own, to: "data/feeds.opml")
        for words in [
            ["list"], ["list", "--format", "ndjson"], ["list", "--format", "opml"], ["export"],
            ["export", "--format", "urls"], ["add", "--no-check", address],
        ] {
            let run = try dateline(["feeds"] + words + ["--data", folder.path("data")], in: folder)
            #expect((run.output + run.errors).contains("a.example/feed"))
            #expect(!(run.output + run.errors).contains("secret"))
        }
        #expect(file == own)
    }

    @Test func passwordsOfAListAreNotTakenOver() throws {
        folder.write(
            "<opml><body><outline text='A' xmlUrl='https://a.example/' datelineUser='me' datelinePasswordFile='/f'/></body></opml>",
            to: "list.opml")
        let run = try run("import", folder.path("list.opml"))
        #expect(run.status == 0 && run.errors.contains("The way to the password of “A” was not taken over."))
        #expect(!file.contains("datelineUser"))
    }

    /// A hand edit gone wrong is never written over.
    @Test func aBrokenFileIsNamedWithItsLineAndStays() throws {
        mkdir(folder.path("data"), 0o700)
        let broken = "<opml><body>\n<outline text='A' xmlUrl='https://a.example/'>\n</body></opml>\n"
        folder.write(broken, to: "data/feeds.opml")
        folder.write("https://b.example/", to: "urls")
        for words in [
            ["list"], ["add", "--no-check", "https://c.example/"], ["import", folder.path("urls")], ["remove", "A"],
            ["export"],
        ] {
            let run = try dateline(["feeds"] + words + ["--data", folder.path("data")], in: folder)
            #expect(run.status == 1 && run.output == "")
            #expect(run.errors.contains("feeds.opml, line 2 is wrong: <outline> has no end."))
        }
        #expect(file == broken)
    }

    @Test func twoProgramsAtOnceLoseNothing() throws {
        folder.write("", to: "stdin")
        let processes = try (0..<24).map { number in
            try start(
                ["feeds", "add", "--no-check", "https://\(number).example/", "--data", folder.path("data")], in: folder)
        }
        for process in processes {
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0 { try #require(errno == EINTR) }
            #expect(status == 0)
        }
        #expect(try run("list").lines.count == 24)
    }

    /// Every feed whose adding was acknowledged is there, whenever a program was killed, and the file is whole.
    @Test func nothingIsLostWhenWritersAreKilled() throws {
        folder.write("", to: "stdin")
        func add(_ number: Int, killedAfter limit: Duration?) throws -> Bool {
            let process = try start(
                ["feeds", "add", "--no-check", "https://\(number).example/", "--data", folder.path("data")], in: folder)
            if let limit {
                usleep(UInt32(limit / .microseconds(1)))
                kill(process, SIGKILL)
            }
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0 { try #require(errno == EINTR) }
            return status == 0
        }
        #expect(try add(0, killedAfter: nil))
        let beginning = ContinuousClock.now
        #expect(try add(1, killedAfter: nil))
        let usual = ContinuousClock.now - beginning
        var acknowledged: Set<Int> = [0, 1]
        for number in 2..<150 where try add(number, killedAfter: usual * Double.random(in: 0...1.2)) {
            acknowledged.insert(number)
        }
        let list = try run("list")
        #expect(list.status == 0, "\(list.errors)")
        for number in acknowledged { #expect(list.output.contains("//\(number).example/"), "lost \(number)") }
        #expect(
            folder.names("data").allSatisfy { ["feeds.opml", ".feeds.opml.lock", ".feeds.opml.new"].contains($0) })
    }
}
