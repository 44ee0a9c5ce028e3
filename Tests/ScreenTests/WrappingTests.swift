import Screen
import Testing

/// The lines of a whole text, as text.
private func lines(_ text: String, _ width: Int) -> [String] {
    let bytes = Array(text.utf8)
    return wrapped(text, 0..<bytes.count, width: width).map { String(decoding: bytes[$0], as: UTF8.self) }
}

@Suite struct WrappingTests {
    @Test(arguments: [
        (10, "the quick brown fox", ["the quick", "brown fox"]),
        (9, "the quick brown fox", ["the quick", "brown fox"]),
        (8, "the quick brown fox", ["the", "quick", "brown", "fox"]),
        (99, "one\ntwo\t three  ", ["one\ntwo\t three"]),
        (4, "one   two", ["one", "two"]),
        (4, "  one two", ["one", "two"]), (5, "  one two", ["  one", "two"]),
        (3, "", [""]), (3, "    ", [""]), (3, "\n\t", [""]),
        // A word that is longer than a line is broken where it must be.
        (4, "abcdefghij", ["abcd", "efgh", "ij"]), (4, "a bcdefg h", ["a", "bcde", "fg h"]),
        (1, "abc", ["a", "b", "c"]),
        (0, "ab", ["a", "b"]), (-5, "ab", ["a", "b"]),
        // Hyphens and dashes break within words, not before numbers, not at a word's start.
        (9, "a well-known man", ["a well-", "known man"]), (8, "in 2021-22 or", ["in", "2021-22", "or"]),
        (7, "use --help now", ["use", "--help", "now"]), (6, "at -5 degrees", ["at -5", "degree", "s"]),
        (9, "peace—at last", ["peace—at", "last"]), (7, "peace—at last", ["peace—", "at last"]),
        (9, "said – and left", ["said –", "and left"]),
        (10, "well-known-to-us", ["well-", "known-to-", "us"].map { $0 }),
        (6, "(semi-)arid", ["(semi-", ")arid"]),
        // Links are whole when they can be.
        (20, "see https://a.org/b-c-d now", ["see", "https://a.org/b-c-d", "now"]),
        (10, "https://a.org/b-c-d x-ray", ["https://a.", "org/b-c-d", "x-ray"]),
        // CJK breaks anywhere but beside its punctuation.
        (6, "日本語の新聞", ["日本語", "の新聞"]), (7, "日本語の新聞", ["日本語", "の新聞"]), (6, "日本語。新聞", ["日本", "語。新", "聞"]),
        (5, "「日本」語", ["「日", "本」", "語"]), (6, "東京「日本」", ["東京", "「日", "本」"]), (4, "日本\u{3000}語", ["日本", "語"]),
        (5, "NHK日本", ["NHK日", "本"]), (4, "ニュース", ["ニュ", "ース"]), (6, "한국어 뉴스", ["한국어", "뉴스"]),
        (1, "日本", ["日", "本"]), (4, "日,本", ["日,", "本"]),
        // Blanks that hold together; zero-width spaces that part.
        (7, "in 10\u{A0}km", ["in", "10\u{A0}km"]), (4, "สวัส\u{200B}ดี", ["สวัส\u{200B}ดี"]),
        (3, "สวัส\u{200B}ดี", ["สวัส\u{200B}", "ดี"]),
        // Clusters stay whole.
        (2, "e\u{301}e\u{301}e\u{301}", ["e\u{301}e\u{301}", "e\u{301}"]), (3, "👩‍👩‍👧👍🏽", ["👩‍👩‍👧", "👍🏽"]),
        (3, "🇫🇷🇯🇵", ["🇫🇷", "🇯🇵"]),
    ])
    func breaksLines(width: Int, text: String, expected: [String]) { #expect(lines(text, width) == expected) }

    @Test func offsetsCountInTheWholeText() {
        let text = "Título\nuna línea más"
        #expect(wrapped(text, 8..<22, width: 9) == [8..<18, 19..<23].map { $0.clamped(to: 8..<22) })
        #expect(wrapped(text, 8..<8, width: 9) == [8..<8])
        #expect(wrapped(text, 8..<9_999, width: 99) == [8..<23])
    }

    private static let texts = [
        "The minister said: “We will re-open – by 2024–25 – every well-known road…” (see https://example.com/a-b?c=d).",
        "外務大臣は火曜日に「何も合意されていない」と述べ、（後に）NHKニュース（ＮＨＫ）を 離れた。",
        "Министр — «сказал»: 👍🏽👩‍👩‍👧 🇫🇷🇯🇵🇺 ok\u{200B}\u{1B}[31m\u{0}\u{301}x\tзавтра\u{3000}конец",
        "नमस्ते दुनिया สวัสดีชาวโลก 한국어 뉴스 \u{1112}\u{1161}\u{11AB} e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}",
    ]

    @Test(arguments: texts, [1, 2, 3, 5, 8, 13, 21, 34, 55, 200])
    func onlyBlanksAreLostAndNoLineIsTooLong(text: String, width: Int) {
        let bytes = Array(text.utf8)
        let lines = wrapped(text, 0..<bytes.count, width: width)
        var at = 0
        for line in lines {
            #expect(line.lowerBound >= at)
            #expect(Drawable(String(decoding: bytes[at..<line.lowerBound], as: UTF8.self)).allSatisfy(isBlank))
            let drawn = Array(Drawable(String(decoding: bytes[line], as: UTF8.self)))
            #expect(drawn.reduce(0) { $0 + $1.width } <= width || drawn.count == 1)
            #expect(drawn.last.map(isBlank) != true)
            at = line.upperBound
        }
        #expect(Drawable(String(decoding: bytes[at...], as: UTF8.self)).allSatisfy(isBlank))
    }

    /// Quadratic work would take minutes.
    @Test(.timeLimit(.minutes(1)), arguments: ["x", " ", "日", "\u{301}", "👩\u{200D}", "-", "\u{0}"])
    func longParagraphsTakeLinearTime(part: String) {
        let text = String(repeating: part, count: 300_000)
        #expect(wrapped(text, 0..<text.utf8.count, width: 80).count <= 300_000 / 40)
    }

    private func isBlank(_ cluster: Drawable.Cluster) -> Bool { cluster.glyph == " " || cluster.glyph == "\u{3000}" }
}
