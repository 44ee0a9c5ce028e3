import Screen
import Testing

@testable import Reader

struct SpellingTests {
    @Test(arguments: [
        ("Łódź, Smørrebrød, Straße, Ægir, e\u{301}", "Lodz, Smorrebrod, Strasse, AEgir, e"),
        ("“Yes” – ‘no’ — «si» … 5 €", "\"Yes\" - 'no' - \"si\" ... 5 EUR"),
        ("東京 😀 한국", "?? ? ??"), ("\u{1B}[31m\u{202E}\u{200B}a\u{7}", "?[31ma?"), ("▸ ● ★", "> o *"),
    ])
    func textIsSpelledInASCII(_ text: String, _ spelled: String) {
        #expect(Glyphs.ascii.spelled(text) == spelled)
    }

    /// "v" and "<" are keys of their own.
    @Test func arrowsAreNamedByWordsWhereTheyCannotBeShown() throws {
        #expect(Glyphs.ascii.spelled(keys: "j ↓ → Ctrl-D") == "j Down Right Ctrl-D")
        #expect(Glyphs.unicode.spelled(keys: "j ↓") == "j ↓")
        var desk = Desk(100, 40, glyphs: .ascii)
        try desk.press("?")
        #expect(desk.text.contains("j Down") && !desk.text.contains("j v"))
    }

    @Test func everyCellKeepsItsColumn() {
        var frame = Frame(size: Size(columns: 14, rows: 1))
        frame.write("東é…ß🇩🇪x½Æ", row: 0, column: 0, role: .plain)
        #expect(Glyphs.ascii.spelled(frame).text == "? e~s? x?A")
    }
}
