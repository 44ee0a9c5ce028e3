import FolderKit
import Foundation
import Glibc
import PtyKit
import Testing

/// Strings that break programs, drawn by the real program: what stands right of them stays in its column, and nothing of them
/// reaches the terminal as it is.
///
/// They are not part of the sources: `DATELINE_MATERIAL` names their folder, with `eval/strings/*.ndjson` in it.
@Suite(.enabled(if: material != nil, "DATELINE_MATERIAL is not set"))
struct HostileScreenTests {
    private struct Row: Decodable {
        let b64: Data
    }

    private let folder = TemporaryFolder()

    private func strings(_ name: String) throws -> [[UInt8]] {
        let data = try Data(contentsOf: URL(filePath: "\(material ?? "")/eval/strings/\(name).ndjson"))
        return try data.split(separator: 0x0A).map { Array(try JSONDecoder().decode(Row.self, from: Data($0)).b64) }
    }

    /// A story whose paragraphs have some strings each, numbered, so that all can be found on the screen: "17<…>".
    private func writeStory(_ strings: [[UInt8]]) {
        var text = Array("Strings that break programs\n".utf8)
        for (number, string) in strings.enumerated() {
            text += Array((number % 5 == 0 ? "\n\n" : " ").utf8) + Array("\(number)<".utf8) + string + Array(">".utf8)
        }
        mkdir(folder.path("News"), 0o700)
        folder.write(text, to: "News/strings.txt")
    }

    private func open() throws -> PtyProgram {
        try PtyProgram(
            builtProgram("dateline"), [folder.path("News"), "--data", folder.path("data")], columns: 120, rows: 40)
    }

    @Test(arguments: ["widths", "graphemes", "naughty", "terminal", "names", "links"])
    func aStoryKeepsTheColumnsRightOfIt(_ name: String) throws {
        let strings = try strings(name)
        writeStory(strings)
        let program = try open()
        // Its line of facts: the story is there, not only its row.
        try program.wait(for: " min ")
        program.send("\rv")
        try program.wait(for: "ORIGINAL")
        var seen = ""
        try forEachPage(of: program) { seen += program.screen.text }
        // By bytes: a mark that begins a string joins the sign before it to one letter.
        let bytes = Array(seen.utf8)
        let missing = strings.indices.filter { bytes.firstRange(of: Array("\($0)<".utf8)) == nil }
        #expect(missing.isEmpty)
        program.send("Q")
        #expect(try program.ending() == .status(0))
        expectClean(program.output)
    }

    @Test func namesOfFilesFoldersAndStoriesKeepTheirColumn() throws {
        mkdir(folder.path("News"), 0o700)
        for (number, name) in try strings("names").enumerated() where !name.contains(UInt8(ascii: "/")) {
            make(name)
            folder.write("\n", to: "News/empty-\(number).md")
        }
        for name in ["terminal", "naughty", "widths"] {
            for (number, string) in try strings(name).enumerated() where number % 7 == 0 {
                folder.write(string.prefix(4000) + Array("\n\nWords.\n".utf8), to: "News/\(name)-\(number).txt")
            }
        }
        let program = try open()
        try program.wait("all stories") { $0.screen.text.contains("FEEDS") && !$0.screen.text.contains("reading") }
        try forEachPage(of: program) {}
        program.send("h")
        for key in ["j", "j", "j", "G", "k", "k"] + Array(repeating: "k", count: 25) {
            program.send(key)
            program.send("i")
            try program.wait("facts or none") { !$0.screen.line(39).isEmpty }
            program.send("\u{1B}")
        }
        program.send("!")
        program.send("\u{1B}")
        program.send("Q")
        _ = try program.ending()
        expectClean(program.output)
    }

    @Test(.enabled(if: access("/usr/bin/tmux", X_OK) == 0, "tmux is not installed"))
    func aStoryKeepsItsColumnsInTmuxToo() throws {
        writeStory(try ["widths", "graphemes", "naughty"].flatMap(strings))
        let tmux = Tmux(socket: folder.path("tmux"))
        defer { tmux.run("kill-server") }
        let command = "\(builtProgram("dateline")) --data \(folder.path("data")) \(folder.path("News"))"
        tmux.run("new-session -d -x 120 -y 40 '\(command)'")
        #expect(tmux.waits { $0.contains(" min ") && $0.contains("FEEDS") })
        tmux.run("send-keys Enter v")
        #expect(tmux.waits { $0.contains("ORIGINAL") })
        let headers = tmux.screen.split(separator: "\n").first { $0.contains("┬") } ?? ""
        let columns = headers.enumerated().filter { $0.element == "┬" }.map(\.offset)
        #expect(columns.count == 2)
        var page = ""
        repeat {
            page = tmux.screen
            for column in columns {
                #expect(tmux.column(column, rows: 2...37).allSatisfy(isLine), "\(page)")
            }
            tmux.run("send-keys Space")
            #expect(tmux.waits { $0 != page && !$0.hasSuffix("\n\n") })
        } while !tmux.screen.contains("This is the end") && tmux.screen != page
    }

    /// Looks at the panes' lines on every page, down to the last.
    private func forEachPage(of program: PtyProgram, _ look: () -> Void) throws {
        var page = ""
        var number = 0
        // What is said of a key without a meaning is drawn last: then the whole page is there.
        func turn(_ keys: String) throws {
            number += 1
            let key = number % 2 == 0 ? "%" : "^"
            program.send(keys + key)
            try program.wait("a whole page") { $0.screen.line(39).contains("\(key) does nothing here") }
        }
        try turn("")
        while case let body = body(of: program.screen), body != page {
            page = body
            expectLines(of: program.screen)
            look()
            try turn(" ")
        }
    }

    private func body(of screen: PtyScreen) -> String { (1..<39).map(screen.line).joined(separator: "\n") }

    /// A folder of this name with a story in it; nothing where the system allows no such name.
    private func make(_ name: [UInt8]) {
        let path = (Array(folder.path("News/").utf8) + name + [0]).map(CChar.init(bitPattern:))
        guard mkdir(path, 0o700) == 0 else { return }
        let file = (path.dropLast().map(UInt8.init(bitPattern:)) + Array("/story.txt".utf8) + [0]).map(
            CChar.init(bitPattern:))
        let descriptor = Glibc.open(file, O_WRONLY | O_CREAT, 0o600)
        if descriptor >= 0 {
            _ = Glibc.write(descriptor, "Words.\n", 7)
            close(descriptor)
        }
    }

    /// Between the panes there is a line in every row.
    private func expectLines(of screen: PtyScreen) {
        let columns = (0..<screen.columns).filter { screen.cell(row: 1, column: $0).text == "┬" }
        #expect(columns.count == 2)
        for row in 2..<screen.rows - 2 {
            for column in columns {
                #expect(
                    isLine(Character(screen.cell(row: row, column: column).text)), "\(column): \(screen.line(row))")
            }
        }
    }
}

private func isLine(_ letter: Character) -> Bool { "│├┤┼".contains(letter) }

/// All that came is what ncurses sends of itself, and text that can be seen.
private func expectClean(_ output: [UInt8]) {
    guard let text = String(validating: output, as: UTF8.self) else {
        Issue.record("what was written is no UTF-8")
        return
    }
    let controls = Set(text.unicodeScalars.filter(isHidden)).map { String($0.value, radix: 16) }
    #expect(controls.isEmpty)
    let known = /^(\[[?>]?[0-9;]*[A-Za-z@]|\(B|[=>78M])/.matchingSemantics(.unicodeScalar)
    for sequence in text.split(separator: "\u{1B}").dropFirst() {
        #expect(sequence.contains(known), "\(sequence.prefix(20).debugDescription)")
    }
}

/// What no program should send but the controls that move the cursor, and Escape.
private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x08, 0x0A, 0x0D, 0x1B: false
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x115F, 0x1160, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
        0xFE00...0xFE0F,
        0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
        true
    default: false
    }
}

/// A tmux of its own, with one session.
private struct Tmux {
    let socket: String

    @discardableResult
    func run(_ command: String) -> String {
        guard
            let pipe = popen("LANG=C.UTF-8 TERM=xterm-256color tmux -u -f /dev/null -S \(socket) \(command) 2>&1", "r")
        else { return "" }
        defer { pclose(pipe) }
        var bytes: [UInt8] = []
        while case let byte = fgetc(pipe), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
        return String(decoding: bytes, as: UTF8.self)
    }

    var screen: String { run("capture-pane -p") }

    /// Whether the screen comes to show something, and then stands still.
    func waits(for condition: (String) -> Bool) -> Bool {
        let end = ContinuousClock.now + .seconds(10)
        var last = ""
        while ContinuousClock.now < end {
            let now = screen
            if now == last, condition(now) { return true }
            last = now
        }
        return false
    }

    /// One column of the screen, as tmux itself counts: by its way to copy a block.
    func column(_ column: Int, rows: ClosedRange<Int>) -> String {
        let moves = [
            "copy-mode", "send-keys -X top-line", "send-keys -X start-of-line", "send-keys -X rectangle-on",
            // Along the title bar, where every letter is a column wide.
            "send-keys -X -N \(column) cursor-right", "send-keys -X -N \(rows.lowerBound) cursor-down",
            "send-keys -X begin-selection", "send-keys -X -N \(rows.count - 1) cursor-down",
            "send-keys -X copy-selection-and-cancel", "show-buffer",
        ]
        return run(moves.joined(separator: " \\; ")).filter { $0 != "\n" }
    }
}

private let material: String? = getenv("DATELINE_MATERIAL").map { String(cString: $0) }
