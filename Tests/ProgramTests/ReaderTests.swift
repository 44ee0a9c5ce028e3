import FolderKit
import Glibc
import PtyKit
import Testing

/// The real reader on a real (pseudo-)terminal.
@Suite struct ReaderTests {
    private let folder = TemporaryFolder()

    init() {
        mkdir(folder.path("News"), 0o700)
        mkdir(folder.path("News/World"), 0o700)
        folder.write(
            "Canal opens in Egypt\n\n“The canal is open at last,” said Hana Sabry in Cairo, Egypt.\n\nShips may pass.\n",
            to: "News/World/canal.txt")
        folder.write("Market day\n\nApples were cheap this week. Pears were not.\n", to: "News/market.txt")
    }

    private func open(
        _ arguments: [String] = [], columns: Int = 120, rows: Int = 30, environment: [String: String?] = [:]
    ) throws -> PtyProgram {
        try PtyProgram(
            builtProgram("dateline"), [folder.path("News"), "--data", folder.path("data")] + arguments,
            columns: columns,
            rows: rows, environment: environment)
    }

    @Test func itOpensReadsResizesAndGivesTheTerminalBack() throws {
        let program = try open()
        try program.wait(for: "Canal opens in Egypt")
        try program.wait(for: "Market day")
        program.resize(columns: 60, rows: 20)
        try program.wait("a narrow screen") {
            $0.screen.text.contains("Market day") && !$0.screen.text.contains("FEEDS")
        }
        program.resize(columns: 9, rows: 3)
        program.resize(columns: 130, rows: 40)
        try program.wait(for: "FEEDS")
        program.send("Q")
        #expect(try program.ending() == .status(0))
        #expect(program.modesAreRestored)
    }

    @Test func aBookmarkMadeJustBeforeQuittingIsSaved() throws {
        let program = try open()
        try program.wait(for: "Market day")
        try program.wait(for: "Ships may pass")
        program.send("bQ")
        #expect(try program.ending() == .status(0))
        #expect(folder.read("data/bookmarks.jsonl")?.hasPrefix("{\"id\":\"News/") == true)
        #expect(folder.names("data/kept").count == 1)
        #expect(folder.names("data").contains("read.jsonl") == (folder.read("data/read.jsonl") != nil))
    }

    @Test func whatAnotherReaderKeepsIsShownWithoutAKey() throws {
        mkdir(folder.path("data"), 0o700)
        let idle = try open()
        try idle.wait(for: "Ships may pass")
        #expect(!idle.screen.text.contains("★"))
        let other = try open()
        try other.wait(for: "Ships may pass")
        other.send("bQ")
        #expect(try other.ending() == .status(0))
        try idle.wait("a star") { $0.screen.text.contains("★") }
        idle.send("Q")
        #expect(try idle.ending() == .status(0))
    }

    @Test func whatCannotBeSavedIsSaid() throws {
        folder.write("", to: "file")
        let program = try PtyProgram(
            builtProgram("dateline"), [folder.path("News"), "--data", folder.path("file/data")], columns: 120, rows: 30)
        try program.wait(for: "Ships may pass")
        program.send("b")
        try program.wait(for: "could not be saved")
        program.send("Q")
        #expect(try program.ending() == .status(0))
        #expect(program.modesAreRestored)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func signalsEndItAndTheTerminalIsGivenBack(_ signal: Int32) throws {
        let program = try open()
        try program.wait(for: "Market day")
        program.signal(signal)
        _ = try program.ending()
        #expect(program.modesAreRestored)
    }

    @Test func itEndsWhenTheTerminalIsGone() throws {
        let program = try open()
        try program.wait(for: "Market day")
        program.hangUp()
        _ = try program.ending()
    }

    @Test func everythingIsLoggedOneALine() throws {
        let program = try open(["--log", folder.path("log")])
        try program.wait(for: "Ships may pass")
        program.send("jQ")
        #expect(try program.ending() == .status(0))
        let lines = try #require(folder.read("log")).split(separator: "\n")
        #expect(lines.contains { $0.hasSuffix(" effect  quit") })
        #expect(lines.contains { $0.contains(" message loaded ") })
        #expect(lines.allSatisfy { $0.contains(" message ") || $0.contains(" effect  ") })
    }

    @Test(arguments: [["LANG": "C"], ["LANG": nil], ["LC_CTYPE": "de_DE.ISO-8859-1"]])
    func whereUTF8IsNotShownOnlyASCIIIsSent(_ locale: [String: String?]) throws {
        folder.write(
            "“Żółw” – 東京 plays\n\n“Schön – très bien …” said Jürg Näf in Zürich.\n\n\u{1B}[31m\u{85}\u{202E}evil 😀\n",
            to: "News/hostile.txt")
        let program = try open(columns: 130, rows: 40, environment: locale)
        try program.wait(for: "\"Zolw\" - ? ?  plays")
        try program.wait(for: "FEEDS")
        program.send("/zolw\r\r1")
        try program.wait(for: "Jurg Naf")
        for keys in ["2", "3", "i", "q", "m", "\u{1B}", "\"", "v", "v", "?"] { program.send(keys) }
        try program.wait(for: "Keys in")
        program.send("\u{1B}Q")
        #expect(try program.ending() == .status(0))
        #expect(program.output.allSatisfy { $0 < 0x80 })
    }

    @Test func countriesAreCalledAsTheUserCallsThem() throws {
        let program = try open(environment: ["LC_MESSAGES": "de_AT.UTF-8"])
        try program.wait(for: "Market day")
        try program.wait(for: "· EG")
        program.send("c")
        try program.wait(for: "Ägypten")
        program.send("egy\r")
        try program.wait(for: "Country: Ägypten")
        program.send("Q")
        #expect(try program.ending() == .status(0))
    }

    @Test(arguments: ["dumb", "no-such-terminal", nil])
    func aTerminalThatCannotPlaceTextIsReadLineByLine(_ type: String?) throws {
        let program = try open(rows: 50, environment: ["TERM": type])
        try program.wait(for: "--plain.")
        try program.wait(for: "2 stories, 2 unread")
        program.send("canal\r/canal\r1\rquotes\r")
        try program.wait(for: "1. Hana Sabry said: “The canal is open at last,”")
        program.send("q\r")
        #expect(try program.ending() == .status(0))
        #expect(!program.output.contains(0x1B))
        #expect(program.modesAreRestored)
    }

    @Test func nothingToOpenIsAWelcome() throws {
        let program = try PtyProgram(builtProgram("dateline"), [], columns: 100, rows: 30, folder: folder.path)
        #expect(try program.ending() == .status(0))
        #expect(program.screen.text.contains("dateline PATH"))
    }

    @Test func aBorderIsDraggedByTheMouse() throws {
        let program = try open()
        try program.wait(for: "Ships may pass")
        func border() -> Int? {
            let line = program.screen.text.split(separator: "\n").first { $0.contains("┬") }
            return line.map { line in line.prefix { $0 != "┬" }.count }
        }
        let before = try #require(border())
        program.send("\u{1B}[<0;\(before + 1);10M\u{1B}[<32;\(before + 9);10M\u{1B}[<0;\(before + 9);10m")
        try program.wait("a wider list") { _ in border() == before + 8 }
        // The mouse has let go: another move draws nothing aside.
        program.send("\u{1B}[<32;\(before);10M:set mouse off\r")
        try program.wait(for: "The mouse is off.")
        #expect(border() == before + 8)
        program.send("Q")
        #expect(try program.ending() == .status(0))
    }
}
