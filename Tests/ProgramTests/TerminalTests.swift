import FolderKit
import Glibc
import PtyKit
import Testing

/// The real reader on every kind of terminal and in every locale that people have.
@Suite struct TerminalTests {
    private let folder = TemporaryFolder()

    /// Kinds of terminals, and whether they have a second screen to draw on, so that what stood there before comes back.
    static let kinds = [
        ("xterm-256color", true), ("xterm", true), ("screen-256color", true), ("tmux-256color", true),
        ("linux", false), ("vt100", false), ("vt220", false), ("ansi", false),
    ]

    /// Languages of the user; the second is not installed on most machines.
    static let locales = [["LANG": "C.UTF-8"], ["LANG": "de_DE.ISO-8859-1"], ["LANG": "C"]]

    init() {
        mkdir(folder.path("News"), 0o700)
        folder.write(
            "Canal opens in Egypt\n\n“The canal is open,” said Hana Sabry. “Ships may pass,” she said.\n\nIt is wide.\n",
            to: "News/canal.txt")
        folder.write("Market day\n\nApples were cheap this week. Pears were not.\n", to: "News/market.txt")
    }

    private func open(_ environment: [String: String?]) throws -> PtyProgram {
        try PtyProgram(
            builtProgram("dateline"), [folder.path("News"), "--data", folder.path("data")], columns: 100, rows: 30,
            environment: environment)
    }

    @Test(arguments: kinds)
    func aStoryIsReadOnEveryTerminal(_ type: String, _ hasSecondScreen: Bool) throws {
        guard isDescribed(type) else { try Test.cancel("this machine has no terminfo entry for \(type)") }
        let program = try open(["TERM": type])
        try read(in: program)
        #expect(program.screen.cursorIsVisible)
        #expect(!program.screen.isAlternate)
        if hasSecondScreen {
            #expect(program.screen.text.allSatisfy { $0 == "\n" })
        } else {
            // The shell goes on below.
            #expect(program.screen.cursor.row >= program.screen.rows - 1)
        }
        let after = program.screen.cell(row: program.screen.cursor.row, column: program.screen.cursor.column)
        #expect(after.text == " " && !after.reverse && after.ground == nil)
    }

    @Test(arguments: locales)
    func aStoryIsReadInEveryLocale(_ environment: [String: String]) throws {
        let program = try open(environment)
        try read(in: program)
        #expect(program.screen.bells == 0)
    }

    @Test func noColourIsSentWhereNobodyWantsIt() throws {
        let program = try open(["NO_COLOR": "1"])
        try read(in: program)
        let colours = program.output.split(separator: 0x1B).compactMap(graphics(of:)).joined().filter {
            30...49 ~= $0 || 90...107 ~= $0
        }
        // 39 and 49 are the terminal's own.
        #expect(colours.allSatisfy { $0 == 39 || $0 == 49 })
    }

    /// From the list to a quote, the help, a small window and back, and out; as one does on every terminal.
    private func read(in program: PtyProgram) throws {
        try program.wait(for: "Canal opens in Egypt")
        try program.wait(for: "Market day")
        try program.wait(for: "Hana Sabry")
        program.send("\r")
        program.send("n")
        try program.wait(for: "quote 1/2")
        program.send("n")
        try program.wait(for: "quote 2/2")
        program.resize(columns: 40, rows: 12)
        try program.wait("one pane") { !$0.screen.text.contains("Market day") && $0.screen.text.contains("2/2") }
        program.resize(columns: 100, rows: 30)
        try program.wait("the panes again") { $0.screen.text.contains("Hana Sabry") && $0.screen.text.contains("2/2") }
        program.send("?")
        try program.wait(for: "Moving")
        program.send("\u{1B}")
        try program.wait("no help") { !$0.screen.text.contains("Moving") }
        program.send("Q")
        #expect(try program.ending() == .status(0))
        #expect(program.modesAreRestored)
    }
}

/// The numbers of an "m" sequence that follows an escape; nil for any other.
private func graphics(of sequence: ArraySlice<UInt8>) -> [Int]? {
    guard sequence.first == UInt8(ascii: "["), let end = sequence.firstIndex(of: UInt8(ascii: "m")) else { return nil }
    let words = String(decoding: sequence[(sequence.startIndex + 1)..<end], as: UTF8.self)
    return words.split(separator: ";").map { Int($0) ?? -1 }
}

/// Whether the machine knows a kind of terminal: few do know them all.
private func isDescribed(_ type: String) -> Bool {
    ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"].contains {
        access("\($0)/\(type.prefix(1))/\(type)", R_OK) == 0
    }
}
