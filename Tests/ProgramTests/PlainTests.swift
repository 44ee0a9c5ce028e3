import FolderKit
import Glibc
import PtyKit
import Testing

/// `dateline --plain`, as a script runs it.
@Suite struct PlainTests {
    private let folder = TemporaryFolder()

    init() {
        mkdir(folder.path("News"), 0o700)
        folder.write(
            "“Żółw” in Egypt\n\n“The canal is open \u{1B}[31mat last,” said Hana Sabry in Cairo, Egypt.\n\n\u{9B}2J\u{202E}!\n",
            to: "News/canal.txt")
    }

    private func run(_ input: String, _ arguments: String...) throws -> Finished {
        try dateline(
            ["--plain", folder.path("News"), "--data", folder.path("data")] + arguments, input: input, in: folder)
    }

    @Test func itAnswersAScriptAndKeepsWhatItIsTold() throws {
        let finished = try run("1\nn\nbookmark\nquotes\nq\nnever\n")
        #expect(finished.status == 0)
        #expect(finished.output.contains("1 story, 1 unread"))
        #expect(finished.output.contains("Quote 1 of 1. Hana Sabry said: “The canal is open"))
        #expect(!finished.output.contains("never"))
        #expect(!finished.output.contains("> "))
        #expect(folder.read("data/bookmarks.jsonl")?.contains("Hana Sabry") == true)
        #expect(finished.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
        #expect(!finished.output.contains("\u{202E}"))
    }

    @Test func itFollowsTheConfig() throws {
        let bees = "A long morning of bees in Cairo, with nobody to count them but one man, and he was asleep by noon."
        folder.write("A bee\n\n\(bees)\n", to: "News/bee.txt")
        folder.write("measure = 40\nsort = \"length\"\n", to: "config.toml")
        let finished = try run("1\n", "--config", folder.path("config.toml"))
        #expect(finished.output.split(separator: "\n").allSatisfy { $0.count <= 40 })
        #expect(finished.output.contains("1. “Żółw” in Egypt") && finished.output.contains("2. A bee"))
    }

    @Test(arguments: [
        "", "\n\n", "help",
        "1\ncopy\nsearch canal\nn\nname 1\ncountry eg\noriginal\nundo\n-1\n99999999999999999999\n\u{0}\n:\n/\n",
    ])
    func whateverComesItEndsWell(_ input: String) throws {
        #expect(try run(input).status == 0)
    }

    @Test func withoutUTF8ItSendsASCII() throws {
        let program = try PtyProgram(
            builtProgram("dateline"), ["--plain", folder.path("News"), "--data", folder.path("data")], columns: 100,
            rows: 60, environment: ["LANG": "C"])
        program.send("1\rquotes\rnames\rfacts\rhelp\rsearch ż\r/zolw\r")
        try program.wait(for: "1 story with \"zolw\"")
        program.send("q\r")
        #expect(try program.ending() == .status(0))
        let own = String(decoding: program.output, as: UTF8.self).replacing("search ż", with: "")
        #expect(own.utf8.allSatisfy { $0 < 0x80 && $0 != 0x1B })
    }

    @Test func withoutATerminalTheScreenPointsToIt() throws {
        let finished = try dateline([folder.path("News")], in: folder)
        #expect(finished.status == 2)
        #expect(finished.errors.contains("--plain"))
    }
}
