import Testing

@testable import Screen

@Suite struct FrameTests {
    private func frame(_ columns: Int, _ rows: Int = 1) -> Frame { Frame(size: Size(columns: columns, rows: rows)) }

    @Test func startsBlankAndPlain() {
        let frame = frame(3, 2)
        #expect(frame.text == "\n")
        #expect(frame.roles == "...\n...")
        #expect(frame.cells.count == 6)
    }

    @Test func writesWithinLimitAndEdge() {
        var frame = frame(8)
        #expect(frame.write("Dateline", row: 0, column: 5, role: .dim) == 3)
        #expect(frame.write("news", row: 0, column: 1, limit: 2, role: .plain) == 2)
        #expect(frame.text == " ne  Dat")
        #expect(frame.roles == ".....ddd")
    }

    @Test(arguments: [(-1, 0), (1, 0), (0, -1), (0, 8), (0, .max), (.max, 0), (.min, .min)])
    func drawsNothingOutside(row: Int, column: Int) {
        var frame = frame(8)
        #expect(frame.write("x", row: row, column: column, role: .dim) == 0)
        frame.fill(row: row, column: column, columns: 0, role: .dim)
        #expect(frame == self.frame(8))
    }

    @Test(arguments: [0, -1, .min])
    func limitOfNothingDrawsNothing(limit: Int) {
        var frame = frame(8)
        #expect(frame.write("x", row: 0, column: 0, limit: limit, role: .dim) == 0)
        frame.fill(row: 0, column: 0, columns: limit, role: .dim)
        #expect(frame == self.frame(8))
    }

    @Test func wideCharacterIsNotCutInHalf() {
        var frame = frame(4)
        #expect(frame.write("a日本", row: 0, column: 0, role: .plain) == 3)
        #expect(frame.text == "a日")
        #expect(frame.write("日本", row: 0, column: 0, limit: 3, role: .plain) == 2)
    }

    @Test(arguments: [
        (0, "x", "x 本語"), (1, "x", " x本語"), (2, "x", "日x 語"), (1, "xyz", " xyz語"), (1, "新", " 新 語"), (3, "新聞", "日 新聞"),
        (0, "", "日本語"),
    ])
    func halfOfAnOverwrittenWideCharacterIsBlank(column: Int, text: String, expected: String) {
        var frame = frame(7)
        frame.write("日本語", row: 0, column: 0, role: .plain)
        frame.write(text, row: 0, column: column, role: .dim)
        #expect(frame.text == expected)
        #expect(frame.cells.count { $0.isRightHalf } == frame.cells.count { columns(of: $0.glyph) == 2 })
    }

    @Test func fillingCutsWideCharactersToo() {
        var frame = frame(6, 2)
        frame.write("日本語", row: 0, column: 0, role: .plain)
        frame.fill(row: 0, column: 1, columns: 2, role: .dim)
        #expect(frame.text == "    語\n")
        #expect(frame.roles == ".dd...\n......")
        frame.fill(row: 1, column: -2, columns: 4, role: .dim)
        frame.fill(row: 1, column: 5, columns: .max, role: .dim)
        #expect(frame.roles == ".dd...\ndd...d")
    }

    @Test func cellsKeepMarksInSixteenBytes() {
        var frame = frame(4)
        frame.write("e\u{301}\u{302}\u{303}\u{304}🇫🇷", row: 0, column: 0, role: .plain)
        #expect(frame[row: 0, column: 0].glyph.unicodeScalars.count == 5)
        #expect(frame[row: 0, column: 1].glyph == "🇫🇷")
        #expect(frame[row: 0, column: 2].glyph == "")
        #expect(MemoryLayout<Cell>.stride == 16)
    }

    @Test func cellTellsItsScalars() {
        var seen: [UInt32] = []
        for glyph in ["a", "", "e\u{301}", "🇫🇷"] { Cell(glyph: glyph, role: .plain).forEachScalar { seen.append($0) } }
        #expect(seen == [0x61, 0x65, 0x301, 0x1F1EB, 0x1F1F7])
    }

    @Test(arguments: [
        "a", "é", "€", "𝔘", "日e", "e\u{301}\u{20DD}\u{1E8D0}", "abcdefghijkl", "🇫🇷🇯", "abcde€fgh", "abcdef𝔘",
    ])
    func glyphHoldsUpToTwelveBytes(text: String) { #expect(Cell(glyph: text, role: .plain).glyph == text) }

    @Test func frameOfNothingIsNoError() {
        var frame = frame(-3, -1)
        frame.write("x", row: 0, column: 0, role: .plain)
        frame.fill(row: 0, column: 0, columns: 1, role: .plain)
        #expect(frame.size == Size(columns: 0, rows: 0))
        #expect(frame.text == "")
    }

    /// Two rows that once stood one over the other, and the columns that are to be drawn anew.
    @Test(arguments: [
        ("one two", "one two", 0..<0), ("one two", "one tea", 5..<7), ("one", "", 0..<3), ("a b c", "a x c", 2..<3),
        // Whole characters, of what stands there and of what stood.
        ("日本語", "日中語", 2..<4), ("ab語", "日語", 0..<2), ("a日", "aab", 1..<3), ("aab", "a日", 1..<3), ("日x", "ab日", 0..<4),
    ])
    func rowsTellWhereTheyDiffer(text: String, other: String, expected: Range<Int>) {
        var (one, two) = (frame(8, 2), frame(8, 2))
        one.write(text, row: 1, column: 0, role: .plain)
        two.write(other, row: 1, column: 0, role: .plain)
        #expect(one.difference(ofRow: 0, from: two).isEmpty)
        #expect(one.difference(ofRow: 1, from: two) == expected)
        #expect(two.difference(ofRow: 1, from: one) == expected)
    }
}

@Suite struct MemoryTerminalTests {
    @Test func playsItsScriptAndKeepsTheFrames() {
        var terminal = MemoryTerminal(
            size: Size(columns: 2, rows: 1), script: [.key(.enter), .resized(Size(columns: 9, rows: 4))])
        var frame = Frame(size: terminal.size)
        terminal.show(frame)
        frame.write("x", row: 0, column: 0, role: .plain)
        terminal.show(frame)
        #expect(terminal.frames.count == 2)
        #expect(terminal.frame?.text == "x")
        #expect(terminal.nextInput() == .key(.enter))
        #expect(terminal.size.columns == 2)
        #expect(terminal.nextInput() == .resized(Size(columns: 9, rows: 4)))
        #expect(terminal.size.columns == 9)
        #expect(terminal.nextInput() == nil)
    }
}
