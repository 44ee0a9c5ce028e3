import FolderKit
import Glibc
import Testing

@Suite struct CommandTests {
    private let folder = TemporaryFolder()

    init() {
        mkdir(folder.path("News"), 0o700)
        mkdir(folder.path("News/World"), 0o700)
        folder.write(
            "Canal opens in Egypt\n\n“The canal is open,” said Hana Sabry in Cairo, Egypt.\n\nShips may pass.\n",
            to: "News/World/canal.txt")
        folder.write("Market day\n\nApples were cheap this week. Pears were not.\n", to: "News/market.txt")
    }

    private func run(_ arguments: String..., input: String = "") throws -> Finished {
        try dateline(arguments + ["--data", folder.path("data")], input: input, in: folder)
    }

    private var news: String { folder.path("News") }

    @Test func storiesAreListedAndFiltered() throws {
        #expect(try run("stories", news).lines.count == 2)
        #expect(try run("stories", "--search", "CANAL", news).lines.count == 1)
        #expect(try run("stories", "--feed", "world", news).output.contains("Canal opens in Egypt"))
        #expect(try run("stories", "--bookmarked", news).output == "")
        #expect(try run("stories", "--format", "ndjson", news).lines.allSatisfy { $0.hasPrefix("{\"id\":\"News/") })
        #expect(folder.names("data").allSatisfy { $0.hasPrefix("index.sqlite") })
    }

    @Test func whatIsThereIsDoneBesideWhatIsNot() throws {
        let stories = try run("stories", folder.path("Gone"), news)
        #expect(stories.status == 1 && stories.lines.count == 2)
        #expect(stories.errors.contains("There is no file or folder “\(folder.path("Gone"))”."))
        #expect(try run("stories", folder.path("Gone")).status == 2)
    }

    @Test func aFileThatIsBookmarkedByItsPathIsTheStoryOfTheReader() throws {
        #expect(try run("bookmarks", "add", news + "/World/canal.txt").status == 0)
        #expect(try run("stories", "--bookmarked", news).lines.count == 1)
        #expect(try run("stories", news).lines.count == 2)
        // Its short id is taken, so that a story of another folder of this name is no bookmark.
        mkdir(folder.path("other"), 0o700)
        mkdir(folder.path("other/World"), 0o700)
        folder.write("Fair opens in Peru\n\nThe fair is open.\n", to: "other/World/canal.txt")
        #expect(try run("stories", "--bookmarked", folder.path("other/World")).output == "")
    }

    @Test func aScreenShowsWhatWasOpenedFromIt() throws {
        func screen(_ path: String) throws -> String {
            try run("screen", "--size", "100x10", "--keys", ":open \(path)<enter>", news + "/market.txt").output
        }
        #expect(try screen(news + "/World").contains("All stories 2"))
        #expect(try screen("/no/such").contains("There is no file or folder “/no/such”."))
    }

    @Test func aNamedFileIsAllThatTheReaderOpens() throws {
        #expect(try run("bookmarks", "add", news + "/World/canal.txt").status == 0)
        let screen = try run("screen", "--size", "100x10", news + "/market.txt").output
        #expect(screen.contains("All stories 1") && screen.contains("Market day"))
    }

    @Test func bookmarksAreAddedListedExportedAndRemoved() throws {
        let id = "News/World/canal.txt"
        #expect(try run("bookmarks", "add", "--in", news, "--note", "for Monday", id).status == 0)
        #expect(try run("bookmarks").output.contains("News/World/canal.txt  Canal opens in Egypt — for Monday"))
        #expect(try run("bookmarks", "export").output.hasPrefix("- Canal opens in Egypt, "))
        #expect(try run("stories", "--bookmarked", news).lines.count == 1)
        #expect(folder.names("data/kept").count == 1)
        #expect(try run("bookmarks", "remove", id).status == 0)
        #expect(try run("bookmarks", "remove", id).status == 1)
        #expect(try run("bookmarks", "list").output == "")
        #expect(folder.names("data/kept") == [])
    }

    /// As `stories --format ndjson` prints it; nobody names the folder.
    @Test func aStoryOfTheIndexIsBookmarkedByItsID() throws {
        _ = try run("stories", news)
        #expect(try run("bookmarks", "add", "News/market.txt", "nothing").status == 1)
        #expect(try run("bookmarks").output.contains("News/market.txt  Market day"))
        #expect(folder.names("data/kept").count == 1)
    }

    @Test func aQuoteAndALinkCanBeKept() throws {
        #expect(
            try run(
                "bookmarks", "add", "--link", "https://example.org/a", "--quote", "We will", "--speaker", "Ana Lima"
            ).status == 0)
        let list = try run("bookmarks", "list", "--format", "ndjson")
        #expect(list.output.hasPrefix(#"{"id":"https://example.org/a","title":"https://example.org/a""#))
        #expect(list.output.hasSuffix(#""quote":"We will","speaker":"Ana Lima"}"# + "\n"))
    }

    @Test func unreadableLinesOfTheBookmarksAreNamed() throws {
        mkdir(folder.path("data"), 0o700)
        folder.write("{\"id\":\"a\",\"title\":\"A\"}\nmy notes\n", to: "data/bookmarks.jsonl")
        let list = try run("bookmarks")
        #expect(list.status == 1)
        #expect(list.lines.count == 1)
        #expect(list.errors.contains("bookmarks.jsonl, line 2 is not a bookmark"))
    }

    @Test func screensAreTheSameEveryTime() throws {
        let words = ["screen", "--size", "100x20", "--keys", "j<enter>", news]
        let first = try dateline(words, in: folder)
        #expect(first.status == 0)
        #expect(first.lines.count == 20)
        #expect(first.output.contains("Market day"))
        #expect(try dateline(words, in: folder).output == first.output)
    }

    @Test func screenKeepsNothingUnlessAFolderIsNamed() throws {
        _ = try dateline(["screen", "--keys", "b", news], in: folder)
        #expect(folder.names(".local") == [])
        _ = try run("screen", "--keys", "b", news)
        #expect(folder.read("data/bookmarks.jsonl")?.isEmpty == false)
    }

    @Test(arguments: [
        ["nowhere"], ["stories", "nowhere"], ["screen", "--keys", "<nokey>"], ["screen", "--size", "0x9"],
        ["--nothing"], ["bookmarks", "add"], ["quotes", "--since", "someday"], ["feeds", "nope"], ["refresh"],
        ["bookmarks", "nope"], ["help", "nope"], ["--data=", "stories", "News"], ["stories", "--country=", "News"],
        ["stories", "--country", "Nowhere", "News"], ["quotes", "--country", "Nowhere", "News"],
        ["stories", "--log", "/no/such/folder/log", "News"], ["bookmarks", "--log", "/no/such/folder/log"],
        ["extract", "--log", "/no/such/folder/log"],
    ])
    func wrongUsageIsStatusTwo(_ arguments: [String]) throws {
        let run = try dateline(arguments, in: folder)
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(!run.errors.isEmpty)
    }

    @Test(arguments: [
        (["screen", "--keys", "<bogus>"], "Usage: dateline screen"), (["feeds", "nope"], "no command “feeds nope”"),
        (["bookmarks", "nope"], "no command “bookmarks nope”"), (["help", "nope"], "no command “nope”"),
        (["stories", "--country", "Nowhere", "News"], "“Nowhere” is no country"),
    ])
    func wrongUsageIsNamed(_ arguments: [String], _ words: String) throws {
        #expect(try dateline(arguments, in: folder).errors.contains(words))
    }

    @Test func anEmptyListIsExplained() throws {
        for command in ["stories", "quotes"] {
            let run = try run(command, "--country", "tv", news)
            #expect(run.status == 0 && run.output == "")
            #expect(run.errors == "dateline: No story is about “tv”.\n")
        }
        let run = try run("stories", "--feed", "nofeed", news)
        #expect(run.status == 1 && run.output == "")
        #expect(run.errors == "dateline: There is no feed “nofeed”. There are News, News/World.\n")
    }

    @Test(arguments: [
        "since:foo", "country:zz", "countri:ua", "(canal", "canal or", ")", "\"canal",
    ])
    func aSearchThatCannotBeUnderstoodSaysWhere(_ query: String) throws {
        let search = try run("stories", "--search", query, news)
        #expect(search.status == 2 && search.output == "")
        #expect(search.errors.hasPrefix(query + "\n") && search.errors.contains("^"))
        let add = try run("feeds", "add", "--query", query, "--name", "Q")
        #expect(add.status == 2 && add.errors == search.errors)
    }

    @Test func aSearchMayBeginWithNot() throws {
        #expect(try run("stories", "--search", "-country:eg", news).lines.count == 1)
        #expect(try run("stories", "--search", "-hungary", news).lines.count == 2)
        #expect(try run("stories", "--search", "--unread", news).status == 2)
    }

    @Test(arguments: ["2d", "today", "monday", "2026-01", "2026-11-22", "2026-11-22T09:30Z"])
    func daysOfQuotesAreThoseOfQueries(_ day: String) throws {
        let run = try run("quotes", "--since", day, news)
        #expect(run.status == 0 && run.errors == "")
    }

    @Test func theHelpOfTheWholeHasItsOptions() throws {
        let help = try run("--help").output
        for option in ["--data", "--config", "--log", "--plain"] { #expect(help.contains("  \(option)")) }
        let script = try run("--generate-completion-script", "fish").output
        #expect(script.contains("-l 'plain'") && script.contains("-l 'data'"))
        #expect(try run("stories", "--plain", news).status == 2)
    }

    @Test(arguments: ["eg", "EG", "Egypt", "egyp", "Cairo"])
    func aCountryIsNamedByCodeNameOrPlace(_ words: String) throws {
        #expect(try run("stories", "--country", words, news).output.contains("Canal opens in Egypt"))
    }

    @Test func readingNeedsNoHome() throws {
        for command in ["stories", "quotes", "countries"] {
            let run = try dateline([command, news], hasHome: false, in: folder)
            #expect(run.status == 0 && run.output.contains("Egypt") || command == "quotes")
            #expect(run.errors == "")
        }
        let keeping = try dateline(["bookmarks", "add", "--title", "T"], hasHome: false, in: folder)
        #expect(keeping.status == 2 && keeping.errors.contains("--data"))
    }

    @Test func theLogTellsWhatWasRead() throws {
        #expect(try run("stories", "--log", folder.path("log"), news).status == 0)
        #expect(folder.read("log")?.contains("message loaded") == true)
    }

    @Test func aBookmarkWithoutADateShowsNone() throws {
        mkdir(folder.path("data"), 0o700)
        folder.write("{\"id\":\"a\",\"title\":\"A\"}\n", to: "data/bookmarks.jsonl")
        #expect(try run("bookmarks").output == "    a  A\n")
        #expect(try run("bookmarks", "export").output == "- A\n")
        #expect(try run("bookmarks", "export", "--format", "ndjson").output.contains(#""saved":null"#))
    }

    @Test func withoutATerminalTheReaderSaysSo() throws {
        let run = try run(news)
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errors.contains("terminal"))
    }

    @Test func helpAndVersionAreNoErrors() throws {
        for arguments in [["--help"], ["--version"], ["extract", "--help"], ["help", "bookmarks"]] {
            let run = try dateline(arguments, in: folder)
            #expect(run.status == 0)
            #expect(!run.output.isEmpty && run.errors == "")
        }
    }

    @Test func commonOptionsMayStandBeforeTheCommand() throws {
        let data = folder.path("early")
        #expect(try dateline(["--data", data, "bookmarks", "add", "--title", "T"], in: folder).status == 0)
        #expect(try dateline(["--data=\(data)", "bookmarks"], in: folder).lines.count == 1)
    }

    /// Every save that was acknowledged is there, whenever its program was killed.
    @Test func nothingIsLostWhenWritersAreKilled() throws {
        folder.write("", to: "stdin")
        func save(_ number: Int, killedAfter limit: Duration?) throws -> Bool {
            let process = try start(
                ["bookmarks", "add", "--data", folder.path("data"), "--title", "entry \(number)."], in: folder)
            if let limit {
                usleep(UInt32(limit / .microseconds(1)))
                kill(process, SIGKILL)
            }
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0 { try #require(errno == EINTR) }
            return status == 0
        }
        #expect(try save(0, killedAfter: nil))
        let beginning = ContinuousClock.now
        #expect(try save(1, killedAfter: nil))
        let usual = ContinuousClock.now - beginning
        var acknowledged: Set<Int> = [0, 1]
        for number in 2..<500 where try save(number, killedAfter: usual * Double.random(in: 0...1.2)) {
            acknowledged.insert(number)
        }
        let list = try run("bookmarks", "list", "--format", "ndjson")
        #expect(list.status == 0, "\(list.errors)")
        for number in acknowledged { #expect(list.output.contains("\"entry \(number).\""), "lost \(number)") }
        #expect(
            folder.names("data").allSatisfy {
                ["bookmarks.jsonl", ".bookmarks.jsonl.lock", ".bookmarks.jsonl.new"].contains($0)
            })
    }
}
