import Glibc
import Testing

@testable import Screen

@Suite struct WidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("Crème brûlée", 12), ("e\u{301}", 1), ("日本語", 6), ("한국어", 6), ("ｶﾅ", 2), ("Ａ", 2),
        ("Новости", 7), ("أخبار", 5), ("חדשות", 5), ("“curly” — … €", 13), ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("🇫🇷", 2),
        ("🇫", 1), ("❤️", 1), ("☂", 1), ("1️⃣", 1), ("🏳️‍🌈", 1), ("a\tb", 3), ("\u{1B}[0m", 4), ("สวัสดี", 4), ("नमस्ते", 4),
        ("\u{3000}", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("│─", 2), ("★", 1), ("▸", 1),
    ])
    func countsColumns(text: String, expected: Int) { #expect(columns(of: text) == expected) }

    @Test func tableIsInOrderAndComplete() {
        #expect(runs.first.map { $0 >> 4 } == 0)
        #expect(zip(runs, runs.dropFirst()).allSatisfy { $0 >> 4 < $1 >> 4 })
        #expect(runs.allSatisfy { Drawing(rawValue: $0 & 0xF) != nil && $0 >> 4 < 0x11_0000 })
    }

    /// The shortcuts before the search say what the table says.
    @Test func shortcutsAgreeWithTheTable() {
        let starts = runs.map { $0 >> 4 }
        let letters: [UInt32] =
            Array(0..<0x500) + Array(0x3000..<0x3100) + [0x9FFF, 0xA000, 0xABFF, 0xAC00, 0xD7A3, 0xD7A4]
        let ends = starts.map { $0 &- 1 }
        for scalar in starts + ends + letters where scalar < 0x11_0000 {
            #expect(Drawing(of: scalar) == Drawing.inTable(scalar), "U+\(String(scalar, radix: 16))")
        }
    }

    /// ncurses asks the C library; both have to count the same columns, or the screen falls apart.
    @Test(.enabled(if: glibcVersion == "glibc 2.36", "The table was made from glibc 2.36."))
    func tableAgreesWithTheCLibrary() throws {
        let locale = try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
        let before = uselocale(locale)
        defer {
            uselocale(before)
            freelocale(locale)
        }
        let symbol = try #require(dlsym(nil, "wcwidth"))
        let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Int32).self)
        for (run, end) in zip(runs, runs.dropFirst().map { $0 >> 4 } + [0x11_0000]) {
            let expected: Int32? =
                switch Drawing(rawValue: run & 0xF) {
                case .mark: 0
                case .narrow, .hardBlank: 1
                case .wide: 2
                case .unknown: -1
                case .blank, .control, .nothing, nil: nil
                }
            guard let expected else { continue }
            // Signs before numbers, about which terminals disagree.
            func isSign(_ scalar: UInt32) -> Bool {
                expected == -1 && Unicode.Scalar(scalar)?.properties.generalCategory == .format
            }
            let disagreeing = (run >> 4..<end).filter {
                wcwidth(Int32($0)) != expected && !(0xD800..<0xE000 ~= $0) && !isSign($0)
            }
            #expect(disagreeing.isEmpty)
        }
    }
}

private let glibcVersion: String = {
    var name = [UInt8](repeating: 0, count: 64)
    let length = name.withUnsafeMutableBytes {
        confstr(Int32(_CS_GNU_LIBC_VERSION), $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
    return String(decoding: name.prefix(max(0, length - 1)), as: UTF8.self)
}()
