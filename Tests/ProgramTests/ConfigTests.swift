import FolderKit
import Glibc
import News
import Reader
import Screen
import Settings
import TOMLKit
import Testing

@testable import dateline

@Suite struct ConfigTests {
    private let folder = FolderKit.TemporaryFolder()

    /// The default config, and the same with every setting in a remark made one in force.
    private static let texts = [defaultConfig(), uncommented(defaultConfig())]

    private static func uncommented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let isSetting =
                line.hasPrefix("# \"")
                || line.dropFirst(2).prefix { $0 != "=" }.dropLast().allSatisfy { $0.isLetter || $0 == "-" }
            return line.hasPrefix("# ") && line.contains(" = ") && isSetting ? String(line.dropFirst(2)) : String(line)
        }.joined(separator: "\n")
    }

    @Test(arguments: texts)
    func theDefaultConfigIsTOMLWithoutAMistake(text: String) throws {
        _ = try TOMLTable(string: text)
        #expect(Configuration(text: text, file: "c").problems == [])
    }

    @Test func theDefaultConfigIsTheDefault() {
        var settings = Configuration(text: Self.texts[0], file: "c").settings
        settings.theme = nil
        #expect(settings == Settings())
        #expect(Settings.usualMeasure == Preferences.usualMeasure)
        #expect(Configuration().keymap == Configuration(text: Self.texts[0], file: "c").keymap)
    }

    @Test func theDefaultKeysAreThoseInForce() throws {
        let keymap = Configuration(text: Self.texts[1], file: "c").keymap
        #expect(Self.bound(keymap) == Self.bound(.standard))
        #expect(Self.bound(keymap).count > 150)
    }

    @Test func everyRoleIsInTheDefaultConfig() throws {
        let configuration = Configuration(text: Self.texts[1], file: "c")
        let mine = try #require(configuration.themes.first { $0.name == "mine" })
        for role in Role.allCases {
            #expect(mine.paint(for: role, colours: 256) == Theme.standard.paint(for: role, colours: 256), "\(role)")
        }
    }

    private static func bound(_ keymap: Keymap) -> Set<[String]> {
        var bound: Set<[String]> = []
        for binding in keymap.bindings {
            for place in binding.places {
                for keys in binding.keys { bound.insert([place.rawValue, KeyScript.text(keys), binding.action.name]) }
            }
        }
        return bound
    }

    @Test(arguments: [
        (
            "[keys]\n\"<c-n>\" = \"nxt-mark\"",
            "c, line 2, column 11: there is no action “nxt-mark”. Did you mean “next-mark”?"
        ),
        (
            "[keys]\n\"<c-nn>\" = \"next-mark\"",
            "c, line 2, column 1: there is no key <c-nn>. Keys are written x, gg, <c-n>, "
                + "<enter>, <f2>."
        ),
        (
            "[keys]\n\"Ctrl-N\" = \"next-mark\"",
            "c, line 2, column 1: “Ctrl-N” are 6 keys, one after the other. Did you mean "
                + "“<c-n>”?"
        ),
        (
            "[keys]\nspace = \"next-mark\"",
            "c, line 2, column 1: “space” are 5 keys, one after the other. Did you mean "
                + "“<space>”?"
        ),
        ("[keys]\n\"\" = \"next-mark\"", "c, line 2, column 1: a key is missing. Write it before the “=”."),
        ("[keys]\n7 = \"next-mark\"", "c, line 2, column 1: “7” is part of a count, as in 5j. Choose another key."),
        (
            "[keys]\ng = \"first\"\ngg = \"last\"",
            "c, line 3, column 1: “gg” takes the place of “g” of line 2. They begin alike: keep one of them."
        ),
        ("[keys.artcle]\nx = \"next-mark\"", "c, line 2, column 1: there is no pane “artcle”. Did you mean “article”?"),
        (
            "[keys.search]\nx = \"back\"",
            "c, line 2, column 1: “x” is typed in “search”. Choose a key with Ctrl there, or a "
                + "function key."
        ),
        (
            "[keys.problems]\nx = \"zen\"",
            "c, line 2, column 5: “zen” does nothing in “problems”. “dateline keys” tells where "
                + "each action works."
        ),
        (
            "theme = \"dark\"",
            "c, line 1, column 9: there is no theme “dark”. There are default, light, mono, high-contrast."
        ),
        ("[themes.a]\nbase = \"ligth\"", "c, line 2, column 8: there is no theme “ligth”. Did you mean “light”?"),
        (
            "[themes.a]\ncurent-quote = \"bold\"",
            "c, line 2, column 1: there is no role “curent-quote”. Did you mean "
                + "“current-quote”?"
        ),
        (
            "[themes.a]\nquote = \"bold gren\"",
            "c, line 2, column 9: there is no colour or attribute “gren”. Did you mean "
                + "“green”?"
        ),
    ])
    func aNameThatThereIsNotIsNamedAndTheRestIsUsed(_ text: String, _ sentence: String) {
        let configuration = Configuration(text: text + "\n[keys.article]\n\"<f2>\" = \"zen\"\n", file: "c")
        #expect(configuration.problems.map { "\($0.summary) \($0.remedy)" } == [sentence])
        #expect(configuration.keymap.binding(named: "zen").contains { $0.contains("<f2>") })
    }

    @Test func themesOfOnesOwnAreBuiltOnOthers() throws {
        let configuration = Configuration(
            text:
                "theme = \"b\"\n[themes.a]\nbase = \"light\"\nquote = \"9\"\n[themes.B]\nbase = \"a\"\nname = \"bold\"\n",
            file: "c")
        #expect(configuration.problems == [])
        #expect(configuration.theme.name == "b")
        #expect(configuration.theme.paint(for: .quote, colours: 256) == Paint(ink: 9))
        #expect(configuration.theme.paint(for: .name, colours: 256) == Paint(bold: true))
        #expect(
            configuration.theme.paint(for: .headline, colours: 256) == Theme.light.paint(for: .headline, colours: 256))
    }

    @Test func commandsTellMistakesAndDoTheirWork() throws {
        mkdir(folder.path("News"), 0o700)
        folder.write("Market day\n\nApples were cheap this week.\n", to: "News/market.txt")
        mkdir(folder.path(".config"), 0o700)
        mkdir(folder.path(".config/dateline"), 0o700)
        folder.write(
            "folders = [\"~/News\", \"~/Gone\"]\nmeasur = 60\n[keys]\n\"<f9>\" = \"zen\"\n",
            to: ".config/dateline/config.toml")
        let stories = try dateline(["stories"], in: folder)
        #expect(stories.status == 1 && stories.output.contains("Market day"))
        #expect(
            stories.errors.contains(
                "config.toml, line 2, column 1: there is no setting “measur”. Did you mean “measure”?"))
        #expect(stories.errors.contains("~/Gone"))
        #expect(try dateline(["keys"], in: folder).output.contains("F9"))
        #expect(
            try dateline(["keys", "--format", "ndjson"], in: folder).lines.allSatisfy { $0.hasPrefix("{\"keys\":[") })
        #expect(try dateline(["keys", "--format", "markdown"], in: folder).output.contains("`z` `F9`"))
        let config = try dateline(["config"], in: folder)
        #expect(config.output == defaultConfig() && config.errors.isEmpty)
    }

    @Test func theScreenTakesTheConfigThatIsNamedAlone() throws {
        mkdir(folder.path("News"), 0o700)
        folder.write("Market day\n\nApples were cheap.\n", to: "News/market.txt")
        folder.write("[keys]\nx = \"help\"\n", to: "c.toml")
        let shown = try dateline(
            ["screen", "--keys", "x", "--config", folder.path("c.toml"), folder.path("News")], in: folder)
        #expect(shown.output.contains("Keys in the stories"))
        #expect(shown.errors.isEmpty)
        #expect(folder.names().filter { $0.hasPrefix(".local") } == [])
    }

    /// Two runs on one data folder: the second begins where the first was left, and takes back what the first did.
    @Test func thePlaceAndTheUndoFollowOverRestarts() throws {
        mkdir(folder.path("News"), 0o700)
        for name in ["a", "b", "c"] { folder.write("Story \(name)\n\nIt was cheap.\n", to: "News/\(name).txt") }
        func run(_ keys: String) throws -> Finished {
            try dateline(["screen", "--data", folder.path("data"), "--keys", keys, folder.path("News")], in: folder)
        }
        let left = try run("jbs<enter>")
        #expect(
            folder.names("data").filter { !$0.hasPrefix(".") && !$0.hasPrefix("index.sqlite") } == [
                "bookmarks.jsonl", "kept", "read.jsonl", "state.json", "undo.jsonl",
            ])
        #expect(try run("").output.split(separator: "\n").dropLast() == left.output.split(separator: "\n").dropLast())
        _ = try run("uu")
        #expect(folder.read("data/bookmarks.jsonl") == "")
    }
}

extension Keymap {
    fileprivate func binding(named name: String) -> [[String]] {
        bindings.filter { $0.action.name == name }.map { $0.keys.map { KeyScript.text($0) } }
    }
}
