import News
import Testing

@testable import Settings

@Suite struct SettingsTests {
    private static func read(_ text: String) -> (settings: Settings, sentences: [String]) {
        var problems: [Problem] = []
        let settings = Settings(text: text, file: "c", problems: &problems)
        return (settings, problems.map { $0.summary + ($0.remedy.isEmpty ? "" : " " + $0.remedy) })
    }

    @Test func everythingThatCanBeSet() {
        let (settings, sentences) = Self.read(
            """
            \u{FEFF}# mine
            folders = [
                "~/News",  # the usual
                "/srv/wire"
            ]
            theme = "mine"\r
            measure = 72
            mouse = false
            sort = "length"

            [panes]
            list = 30
            panel = "29%"

            [keys]
            "<c-n>" = "next-story"
            x = ""
            [keys.article]
            gg = 'first'

            [themes.mine]
            base = "light"
            current-quote = "bold 16 on #ffd75f"
            """)
        #expect(sentences == [])
        #expect(settings.folders == ["~/News", "/srv/wire"])
        #expect(settings.theme?.value == "mine")
        #expect(settings.theme?.place == FilePlace(file: "c", line: 6, column: 9))
        #expect(settings.measure == 72)
        #expect(!settings.mouse)
        #expect(settings.sort == .length)
        #expect(settings.listWidth == .columns(30))
        #expect(settings.panelWidth == .share(29))
        #expect(settings.keys.map(\.keys.value) == ["<c-n>", "x", "gg"])
        #expect(settings.keys.map(\.action?.value) == ["next-story", nil, "first"])
        #expect(settings.keys.map(\.pane?.value) == [nil, nil, "article"])
        #expect(settings.themes.map(\.name) == ["mine"])
        #expect(settings.themes.first?.base?.value == "light")
        #expect(settings.themes.first?.looks.map(\.role.value) == ["current-quote"])
    }

    /// What is wrong, and what is said; “mouse = false” behind it is used all the same.
    @Test(arguments: [
        ("measur = 70", "c, line 1, column 1: there is no setting “measur”. Did you mean “measure”?"),
        (
            "colour = 7",
            "c, line 1, column 1: there is no setting “colour”. There are folders, theme, measure, mouse, "
                + "sort, panes, keys, themes."
        ),
        (
            "measure = 20",
            "c, line 1, column 11: “measure” has to be a number of columns from 40 to 100, not 20. "
                + "76 is used."
        ),
        (
            "  measure =  \"wide\"",
            "c, line 1, column 14: “measure” has to be a number of columns from 40 to 100, not "
                + "“wide”. 76 is used."
        ),
        ("sort = \"newst\"", "c, line 1, column 8: there is no order “newst”. Did you mean “newest”?"),
        ("folders = [7]", "c, line 1, column 11: “folders” has to be a list of folders: [\"~/News\"], not a list."),
        (
            "theme = light",
            "c, line 1, column 9: this cannot be read. Words stand between quotation marks: theme = "
                + "\"light\""
        ),
        (
            "theme = \"light",
            "c, line 1, column 15: this cannot be read. Look for a missing quotation mark, bracket or "
                + "comma."
        ),
        ("measure = 7x", "c, line 1, column 12: this cannot be read. A number is written in digits: 72, or 0.3."),
        ("measure = 072", "c, line 1, column 14: this cannot be read. A number begins with another digit than 0."),
        ("measure = 99999999999999999999", "c, line 1, column 31: this cannot be read. The number is too large."),
        (
            "panes.list = 30%",
            "c, line 1, column 16: this cannot be read. Words stand between quotation marks: panes.list = \"30%\""
        ),
        ("measure = 7 2", "c, line 1, column 13: this cannot be read. A number is written in digits: 72, or 0.3."),
        ("theme =", "c, line 1, column 8: this cannot be read. There is nothing behind the “=”."),
        ("theme", "c, line 1, column 6: this cannot be read. Write name = value; a remark begins with #."),
        (
            "folders = [\"a\",\n  \"b\"",
            "c, line 2, column 6: this cannot be read. Look for a missing quotation mark, "
                + "bracket or comma."
        ),
        (
            "sort = \"title\"\nsort = \"source\"",
            "c, line 2, column 1: “sort” was set in line 1 already. Delete one of "
                + "them; the first is used."
        ),
        ("panes.lst = 30", "c, line 1, column 1: there is no pane “lst”. Did you mean “list”?"),
        (
            "panes.list = 3",
            "c, line 1, column 14: “list” has to be columns from 16 to 120, or a share of the screen from "
                + "\"10%\" to \"60%\", not 3."
        ),
        (
            "keys.<c-n> = \"next\"",
            "c, line 1, column 6: this cannot be read. A key stands between quotation marks: "
                + "keys.\"<c-n>\" = \"next\""
        ),
        ("keys.j = 1979-05-27", "c, line 1, column 10: “j” has to be the name of an action, or \"none\", not a date."),
        (
            "panes = {list = 30}",
            "c, line 1, column 9: a table within a line cannot be read. Write it below a line of its own: "
                + "[name]."
        ),
        ("mouse.on = true", "c, line 1, column 1: “mouse” is no table. “dateline config” shows how it is set."),
        (
            "themes.mine = \"x\"",
            "c, line 1, column 1: “themes.mine” has no meaning. [themes.mine] has base = "
                + "\"default\" and role = \"bold 208\"."
        ),
    ])
    func aMistakeIsNamedAndTheRestIsUsed(_ text: String, _ sentence: String) {
        let (settings, sentences) = Self.read(text + "\nmouse = false\n")
        #expect(sentences == [sentence])
        #expect(!settings.mouse)
    }

    /// toml++ stops the program at some texts that are none: what could do so must not get to it.
    @Test func noTextStopsTheProgram() {
        let pieces = [
            "a", ".", "=", " ", "\"", "'", "[", "]", "{", "}", "\n", ",", "#", "1", "-", "_", "é", "\\", "\"\"\"",
            "true",
            "inf", "nan", "+", "0x", "e", ":", "2026-01-02", "T", "\u{1}", "\t", "\r", "b = ",
        ]
        var seed: UInt64 = 7
        for _ in 0..<4_000 {
            var text = ""
            for _ in 0..<12 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(seed >> 33) % pieces.count]
            }
            for text in [text, "a = " + text, "[" + text, "\"" + text] { _ = Self.read(text) }
        }
    }

    /// Below a broken header nothing is taken for what it is not, and an unknown table is told once.
    @Test func tablesThatAreNone() {
        let (settings, sentences) = Self.read(
            "[pannes]\nlist = 30\npanel = 30\n[panes\nlist = 30\n[[keys]]\nj = \"up\"\n[panes]\npanel = 40\n")
        #expect(sentences.count == 3)
        #expect(sentences.last == "c, line 2, column 1: there is no table “pannes”. Did you mean “panes”?")
        #expect(settings.listWidth == nil && settings.panelWidth == .columns(40) && settings.keys.isEmpty)
    }

    @Test func aLongTextMayLookLikeStatements() {
        let (settings, sentences) = Self.read("theme = \"\"\"\nmouse = false\n[x]\n\"\"\"\nmeasure = 60\n")
        #expect(sentences == [])
        #expect(settings.mouse && settings.measure == 60)
    }

    @Test(arguments: [
        "", "\n\n", "#", "=", "[", "]", "[]", "\"", "'''", "\u{0}", "a.", ".", "{", "[[", "é = é", "a = {",
    ])
    func nothingIsTooOdd(_ text: String) {
        let (settings, sentences) = Self.read(text + "\nmeasure = 60")
        #expect(settings.measure == 60 || !sentences.isEmpty)
    }

    @Test(arguments: [
        ("nxt-quote", "next-quote"), ("nxetmark", "next-mark"), ("Sort", "sort"), ("gibberish", nil), ("x", nil),
    ])
    func whatWasMeant(_ word: String, _ name: String?) {
        #expect(nearest(to: word, among: ["next-quote", "next-mark", "sort", "quit"]) == name)
    }
}
