import Screen
import Testing

@Suite struct FrameThriftTests {
    private static let xterm = [
        "sgr0": "\u{1B}(B\u{1B}[m", "rmul": "\u{1B}[24m", "op": "\u{1B}[39;49m", "setaf": "\u{1B}[3%p1%dm",
        "sitm": "\u{1B}[3m", "cup": "\u{1B}[%i%p1%d;%p2%dH", "hpa": "\u{1B}[%i%p1%dG", "cud1": "\n",
    ]
    private static let vt100 = ["sgr0": "\u{1B}[m\u{0F}", "rmul": "\u{1B}[m"]
    private static let screen = [
        "sgr0": "\u{1B}[m\u{0F}", "rmul": "\u{1B}[24m", "op": "\u{1B}[39;49m", "setaf": "\u{1B}[3%p1%dm",
    ]

    private static func thrift(_ terminal: [String: String], waitsToWrap: Bool = true) throws -> FrameThrift {
        try #require(FrameThrift(waitsToWrap: waitsToWrap) { terminal[$0].map { Array($0.utf8) } })
    }

    /// Escape is written ^.
    private static func shortened(_ sent: String, on terminal: [String: String] = xterm) throws -> String {
        let bytes = sent.utf8.map { $0 == UInt8(ascii: "^") ? 0x1B : $0 }
        let shortened = try thrift(terminal).shortened(bytes)
        return String(decoding: shortened.map { $0 == 0x1B ? UInt8(ascii: "^") : $0 }, as: UTF8.self)
    }

    @Test(arguments: [
        // A colour that ends is one sequence, not two.
        ("^[38;5;67mJordan^[39m^(B^[m, a", "^[0;38;5;67mJordan^(B^[m, a"),
        // What several sequences set, one sets.
        ("^(B^[0;1m^[23m^[38;5;98mLaine^[39m^(B^[m", "^(B^[0;1;38;5;98mLaine^[m"),
        // A blank shows no ink and no weight.
        ("^[1mone^(B^[m two", "^[0;1mone^(B ^[mtwo"),
        ("^[1mone^(B^[m ^[1mtwo^(B^[m", "^[0;1mone^(B two^[m"),
        // But a ground, a line below and reverse video; and a mark on it shows its ink.
        ("^[4mone^(B^[m two", "^[0;4mone^(B^[m two"),
        ("^[44mone^[49m two", "^[0;44mone^[m two"),
        ("^[1mone^[m \u{301}", "^[0;1mone^[m \u{301}"),
        // A cleared line has the ground.
        ("^[31mone^(B^[m^[K", "^[0;31mone^(B^[K^[m"), ("^[41mone^(B^[m^[K", "^[0;41mone^(B^[m^[K"),
        // What is taken back alone is shorter where much stays.
        ("^[1;38;5;98mone^[24m^[4mtwo^[24mthree^[m", "^[0;1;38;5;98mone^[4mtwo^[24mthree^[m"),
        // Where the cursor goes, no style is seen.
        ("^[1mone^[m^[2;7H^[1mtwo^[m", "^[0;1mone^[2;7Htwo^[m"),
        // Within a row, and to the next, the column is enough.
        ("^[2;7Ha^[2;30Hb^[3;7Hc^[5;7Hd", "^[2;7H^[ma^[30Gb\n^[7Gc^[5;7Hd"),
        ("^[2;7Ha\r^[3db^[5dc^[5;9Hd", "^[2;7H^[ma\r\nb^[5dc^[9Gd"), ("^[2;7H\na^[3;1Hb", "^[2;7H\n^[ma^[1Gb"),
        ("^[2;7Ha^[Bb^[3;7Hc", "^[2;7H^[ma^[Bb^[3;7Hc"), ("^[Ha^[1;7Hb", "^[H^[ma^[7Gb"),
        // But at the end of what scrolls alone, a line feed leads to no next row.
        ("^[1;9r^[9;1Ha^[10;7Hb^[10;9Hc", "^[1;9r^[9;1H^[ma^[10;7Hb^[9Gc"),
        ("^[3;5Hplain", "^[3;5H^[mplain"), ("", ""), ("^[?25l^[5d", "^[?25l^[5d"),
        ("a^[0;10;1mb", "^[ma^[1mb"), ("a^[0;11mb", "a^[0;11mb"), ("^[38;5;10mb^[m", "^[0;38;5;10mb^[m"),
        ("a^[38;2;1;2;3mb", "a^[38;2;1;2;3mb"), ("^7a^[1m^8", "^7a^[1m^8"),
        ("^[4:3ma", "^[4:3ma"), ("^[", "^["), ("a^", "a^"),
    ])
    func sendsDifferencesAlone(sent: String, expected: String) throws {
        #expect(try Self.shortened(sent) == expected)
    }

    /// Where the cursor is in the next row at once, the row is not known.
    @Test func rowsAreNamedWhereTheyAreNotKnown() throws {
        let sent = Array("\u{1B}[2;7Ha\u{1B}[2;9Hb".utf8)
        #expect(try Self.thrift(Self.xterm).shortened(sent).suffix(5) == Array("\u{1B}[9Gb".utf8))
        #expect(try Self.thrift(Self.xterm, waitsToWrap: false).shortened(sent).suffix(8) == sent.suffix(8))
        #expect(try Self.thrift(Self.vt100).shortened(sent).suffix(8) == sent.suffix(8))
    }

    @Test func endsAttributesAloneOnlyWhereThatIsKnown() throws {
        #expect(try Self.shortened("^[1;4mone^[0;1mtwo^[m", on: Self.vt100) == "^[0;1;4mone^[0;1mtwo^[m")
        #expect(try Self.shortened("^[1;4mone^[0;1mtwo^[m", on: Self.xterm) == "^[0;1;4mone^[24mtwo^[m")
    }

    /// In screen, 3 is standout: a blank shows it.
    @Test func whatMayBeReverseIsSeenOnBlanks() throws {
        #expect(try Self.shortened("^[3mone^[m two", on: Self.screen) == "^[0;3mone^[m two")
        #expect(try Self.shortened("^[3mone^[m two", on: Self.xterm) == "^[0;3mone ^[mtwo")
    }

    @Test(arguments: ["", "\u{1B}G0", "\u{1B}[0;10m", "\u{1B}[0%?%p1%p6%|%t;1%;m\u{0F}"])
    func terminalsOfOtherStylesAreLeftAlone(sgr0: String) {
        #expect(FrameThrift(waitsToWrap: true) { $0 == "sgr0" ? Array(sgr0.utf8) : nil } == nil)
    }

    /// Whatever is sent, the same cells stand there, and the same style is in force behind them.
    @Test(arguments: [xterm, vt100, screen], 0..<60)
    func theScreenIsTheSame(terminal: [String: String], seed: Int) throws {
        let thrift = try Self.thrift(terminal)
        var chance = Chance(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
        var pieces = ["a", "b ", " ", "  ", "é", "“", "国", " ›", "\r", "\n", "\u{8}", "\u{1B}[K", "\u{1B}[3X"]
        pieces += ["\u{1B}[2;3H", "\u{1B}[2;19H", "\u{1B}[3;4H", "\u{1B}[4d", "\u{1B}[4G", "\u{1B}(B\u{1B}[m"]
        var styles = ["0;1", "0;1;4", "7", "2"]
        if terminal != Self.vt100 {
            styles += ["38;5;67", "48;5;24", "31", "97", "39", "49", "39;49", "24", "27", "3", "23"]
        }
        pieces += styles.map { "\u{1B}[\($0)m" }
        var frame = (0..<200).map { _ in pieces.randomElement(using: &chance) ?? "" }.joined()
        frame += "\u{1B}[m"
        let shortened = thrift.shortened(Array(frame.utf8))
        #expect(shortened.count <= frame.utf8.count + 4)
        let isItalicSeen = terminal["sitm"] == nil
        for returns in [false, true] {
            func seen(_ sent: [UInt8]) -> SeenCells {
                SeenCells(
                    String(decoding: sent, as: UTF8.self), isItalicSeen: isItalicSeen, lineFeedReturns: returns)
            }
            #expect(seen(Array(frame.utf8)) == seen(shortened))
        }
    }
}

/// What is drawn and where, one after the other, with all that is seen of its style.
private struct SeenCells: Equatable {
    private(set) var cells: [String] = []
    private var style: [String: String] = [:]
    /// Somewhere below, as long as it is not said.
    private var row = 100
    /// Of signs, as if all were as wide.
    private var column = 100

    init(_ sent: String, isItalicSeen: Bool, lineFeedReturns: Bool) {
        let groundAlone: Set = isItalicSeen ? ["ground", "4", "7", "3"] : ["ground", "4", "7"]
        // Not by characters: a return and a line feed would be one.
        var rest = sent.unicodeScalars[...]
        while let letter = rest.first {
            guard letter == "\u{1B}" else {
                rest = rest.dropFirst()
                switch letter {
                case "\n":
                    row += 1
                    if lineFeedReturns { column = 1 }
                case "\r": column = 1
                case "\u{8}": column -= 1
                default:
                    let isReverse = style["7"] != nil
                    note("\(letter)") { letter != " " || groundAlone.contains($0) || isReverse && $0 == "ink" }
                    column += 1
                }
                continue
            }
            let end = rest.dropFirst(2).firstIndex { $0.properties.isAlphabetic } ?? rest.startIndex
            let sequence = Substring(rest[...end])
            rest = rest[rest.index(after: end)...]
            let codes = sequence.dropFirst(2).dropLast().split(separator: ";", omittingEmptySubsequences: false)
            switch sequence.last {
            case "m": take(codes)
            case "B": break
            case "H":
                row = Int(codes[0]) ?? 1
                column = Int(codes[1]) ?? 1
            case "d": row = Int(codes[0]) ?? 1
            case "G": column = Int(codes[0]) ?? 1
            default: note(String(sequence)) { groundAlone.contains($0) }
            }
        }
        note("end") { _ in true }
    }

    private mutating func note(_ what: String, isSeen: (String) -> Bool) {
        cells.append("\(row):\(column) \(what) \(style.filter { isSeen($0.key) }.sorted { $0.key < $1.key })")
    }

    private mutating func take(_ codes: [Substring]) {
        var rest = codes[...]
        while let code = rest.popFirst() {
            switch code {
            case "", "0": style = [:]
            case "1", "2", "3", "4", "7": style[String(code)] = ""
            case "22": for attribute in ["1", "2"] { style[attribute] = nil }
            case "23", "24", "27": style[String(code.dropFirst())] = nil
            case "39": style["ink"] = nil
            case "49": style["ground"] = nil
            case "38", "48":
                style[code == "38" ? "ink" : "ground"] = rest.prefix(2).joined(separator: ";")
                rest = rest.dropFirst(2)
            default: style["ink"] = String(code)
            }
        }
    }
}

/// The same numbers each time (xorshift).
private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
