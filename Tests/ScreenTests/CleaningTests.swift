import Screen
import Testing

/// What a text is drawn as, its clusters parted by "|".
private func drawn(_ text: String) -> String { Drawable(text).map(\.glyph).joined(separator: "|") }

@Suite struct CleaningTests {
    @Test(arguments: [
        // Controls: line ends and TAB are blanks, all others can be seen but do nothing.
        ("a\tb", "a| |b"), ("a\nb", "a| |b"), ("a\r\nb", "a| |b"), ("a\r\r\nb", "a| | |b"), ("a\u{85}b", "a| |b"),
        ("a\u{2028}\u{2029}b", "a| | |b"), ("\u{1B}[31mred", "\u{FFFD}|[|3|1|m|r|e|d"),
        ("a\u{1B}", "a|\u{FFFD}"), ("a\u{0}\u{7}\u{7F}\u{9B}b", "a|\u{FFFD}|b"), ("a\u{9B}1mb", "a|\u{FFFD}|1|m|b"),
        // Nothing hides: bidi controls, zero-width characters, selectors, tags, fillers are left out.
        ("a\u{202E}cba\u{202C}", "a|c|b|a"), ("a\u{2066}b\u{2069}\u{200E}\u{200F}\u{61C}", "a|b"),
        ("ex\u{200B}am\u{200C}p\u{200D}l\u{FEFF}e", "e|x|a|m|p|l|e"), ("co\u{AD}op", "c|o|o|p"),
        ("☂\u{FE0F}\u{FE0E}", "☂"), ("x\u{E0061}\u{E0062}\u{E007F}", "x"),
        ("a\u{3164}b\u{115F}\u{FFA0}\u{17B4}", "a|b"),
        ("a\u{2062}b\u{FFF9}c\u{1D173}", "a|b|c"), ("a\u{FFFC}b", "a|b"), ("\u{200B}", ""), ("", ""),
        // Emoji: the first of a sequence, no skin tones, flags whole.
        ("👩\u{200D}👩\u{200D}👧!", "👩|!"), ("👍🏽👍🏿", "👍|👍"), ("❤\u{FE0F}\u{200D}🔥", "❤"), ("🏳\u{FE0F}\u{200D}🌈x", "🏳|x"),
        ("👩🏽\u{200D}🚀", "👩"), ("1\u{FE0F}\u{20E3}", "1\u{20E3}"), ("🇫🇷🇯🇵", "🇫🇷|🇯🇵"), ("🇫🇷🇯", "🇫🇷|J"), ("🇦x", "A|x"),
        ("क\u{94D}\u{200D}ष", "क\u{94D}|ष"),
        // Marks: with their base, four at most; none without a base.
        ("e\u{301}tude", "e\u{301}|t|u|d|e"), ("\u{301}a", "a"), (" \u{301}a", " |a"), ("\n\u{301}a", " |a"),
        ("a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}b", "a\u{301}\u{302}\u{303}\u{304}|b"),
        ("e\u{200B}\u{301}", "e\u{301}"), ("한", "한"), ("\u{1112}\u{1161}\u{11AB}", "\u{1112}\u{1161}\u{11AB}"),
        // No width in the C library: not assigned, noncharacters.
        ("\u{378}\u{FFFE}\u{10FFFF}", "\u{FFFD}|\u{FFFD}|\u{FFFD}"),
        // Blanks of every width but the wide one are alike.
        ("a\u{A0}b\u{2003}c\u{3000}d\u{202F}e", "a| |b| |c|\u{3000}|d| |e"),
    ])
    func cleansByItsRules(text: String, expected: String) {
        #expect(Array(drawn(text).unicodeScalars) == Array(expected.unicodeScalars))
        followsItsRules(text)
    }

    @Test func floodOfMarksStaysOneSmallCluster() throws {
        let flood = "Z" + String(repeating: "\u{301}\u{489}\u{FE0F}\u{1AB0}", count: 20_000) + "x"
        #expect(drawn(flood) == "Z\u{301}\u{489}\u{1AB0}\u{301}|x")
        let wide = "𝔘" + String(repeating: "\u{1E8D0}", count: 9)
        #expect(drawn(wide) == "𝔘\u{1E8D0}\u{1E8D0}")
        followsItsRules(flood)
    }

    @Test func sourcesCoverTheText() {
        let text = "\u{200B}e\u{301}\u{FE0F} 👩\u{200D}👧\r\n\u{1B}\u{1B}x\u{AD}"
        #expect(Drawable(text).map(\.source) == [0..<9, 9..<10, 10..<21, 21..<23, 23..<25, 25..<28])
    }

    @Test func sliceCountsFromItsOwnStart() {
        let text = "日本の新聞"
        #expect(Drawable(text.dropFirst(2)).map(\.source) == [0..<3, 3..<6, 6..<9])
    }
}

/// What holds for every text: the clusters tile it, nothing dangerous is in them, drawing them again changes nothing.
func followsItsRules(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let clusters = Array(Drawable(text))
    var at = 0
    var safe = true
    for cluster in clusters {
        safe = safe && cluster.source.lowerBound == at && 1...2 ~= cluster.width && 1...12 ~= cluster.glyph.utf8.count
        safe = safe && cluster.glyph.unicodeScalars.allSatisfy(isHarmless)
        at = cluster.source.upperBound
    }
    #expect(safe, "\(text.debugDescription) is drawn as \(clusters)", sourceLocation: sourceLocation)
    #expect(clusters.isEmpty || at == text.utf8.count, sourceLocation: sourceLocation)
    #expect(columns(of: text) == clusters.reduce(0) { $0 + $1.width }, sourceLocation: sourceLocation)
    let again = Drawable(clusters.map(\.glyph).joined()).map(\.glyph)
    #expect(again == clusters.map(\.glyph), sourceLocation: sourceLocation)
}

private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .lineSeparator, .paragraphSeparator: false
    // Arabic and Syriac number and abbreviation signs are drawn.
    case .format: scalar.properties.isDefaultIgnorableCodePoint == false
    default: !scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isEmojiModifier
    }
}
