import FolderKit
import Glibc
import PtyKit
import Testing

/// `extract` for people: the marked story, and why a quote has its speaker.
@Suite struct ExtractTextTests {
    private let folder = TemporaryFolder()

    private static let text = """
        Harbour reopens in Norway

        Ana Lima has kept the harbour of Bergen for thirty years.

        “The ice is gone,” she said. “We sail on Friday. Bring a coat.”

        “Who moved the lighthouse?”

        A sign in Iceland’s port says “closed until the whale has left”.

        """

    init() { folder.write(Self.text, to: "story.txt") }

    private func extract(_ arguments: String..., input: String = "") throws -> Finished {
        try dateline(["extract"] + arguments, input: input, in: folder)
    }

    private func page(_ text: String) throws -> Finished {
        folder.write(text, to: "other.txt")
        return try extract("--format", "text", folder.path("other.txt"))
    }

    // MARK: The marked story

    @Test func quotesNamesAndCountriesAreMarkedWhereTheyStand() throws {
        let run = try extract("--format", "text", folder.path("story.txt"))
        #expect(run.status == 0 && run.errors == "")
        #expect(run.output.contains("\n_Ana Lima_ has kept the harbour of _Bergen_ {NO} for thirty years.\n"))
        #expect(run.output.contains("“[1 Ana Lima] The ice is gone,” she said. “[2 …] We sail on Friday."))
        #expect(run.output.contains("_Iceland_’s {IS} port"))
        #expect(run.output.contains("[2] Ana Lima (goes on): “We sail on Friday."))
        #expect(run.lines.contains { $0.hasPrefix("Marks: [1 Speaker] quote") })
    }

    @Test func theLegendTellsOnlyOfMarksThatThereAre() throws {
        #expect(try !page("Market day\n\nApples were cheap this week. Pears were not.\n").output.contains("Marks:"))
    }

    @Test func aPipeGetsNoStylesAndEightyColumns() throws {
        let run = try page("Rain\n\n" + String(repeating: "It rained on Ana Lima and rained. ", count: 20) + "\n")
        #expect(!run.output.contains("\u{1B}"))
        #expect(run.lines.allSatisfy { $0.count <= 80 } && run.lines.contains { $0.count > 70 })
    }

    @Test func controlsInAStoryAreNotObeyed() throws {
        let story = "Rain\n\n“It \u{1B}[31mrained\u{7},” said Ana\u{9B}2J Lima in \u{202E}Norway.\n"
        for arguments in [["--format", "text"], ["--explain", "1"]] {
            folder.write(story, to: "bad.txt")
            let run = try dateline(["extract"] + arguments + [folder.path("bad.txt")], in: folder)
            #expect(run.output.contains("rained"))
            #expect(!run.output.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
            #expect(!run.output.unicodeScalars.contains("\u{202E}"))
        }
    }

    @Test func aTerminalGetsStylesAndItsOwnWidth() throws {
        let program = try open(columns: 60, environment: ["NO_COLOR": nil])
        let rows = (0..<60).map { program.screen.line($0) }
        #expect(rows.contains { $0.hasPrefix("“[1 Ana Lima] The ice is gone,” she said.") })
        #expect(!rows.contains { $0.contains("_") })
        let name = try #require(rows.firstIndex { $0.hasPrefix("Ana Lima has kept") })
        #expect(program.screen.cell(row: name, column: 0).bold)
        #expect(program.screen.cell(row: name, column: 0).ink != nil)
        #expect(!program.screen.cell(row: name, column: 10).bold)
    }

    @Test func noColourLeavesBoldAndUnderline() throws {
        let program = try open(columns: 60, environment: ["NO_COLOR": "1"])
        let rows = (0..<60).map { program.screen.line($0) }
        let name = try #require(rows.firstIndex { $0.hasPrefix("Ana Lima has kept") })
        #expect(program.screen.cell(row: name, column: 0).bold)
        #expect(program.screen.cell(row: name, column: 0).ink == nil)
    }

    private func open(columns: Int, environment: [String: String?]) throws -> PtyProgram {
        let program = try PtyProgram(
            builtProgram("dateline"), ["extract", "--format", "text", folder.path("story.txt")], columns: columns,
            rows: 60, environment: environment)
        #expect(try program.ending() == .status(0))
        return program
    }

    // MARK: Why a quote has its speaker

    @Test func anExplanationTellsSpeakerRuleAndWhatSpokeForIt() throws {
        let run = try extract("--explain", "1", folder.path("story.txt"))
        #expect(run.status == 0 && run.errors == "")
        #expect(run.lines.first == "Quote 1 of 4")
        for fact in [
            "Speaker     Ana Lima", "Because     a verb of saying behind the quotation", "Cue         “said”",
            "Named by    “she”", "Stands for  “Ana Lima”: the subject of a sentence before",
        ] {
            #expect(run.lines.contains { $0 == fact })
        }
        #expect(run.lines.contains { $0.hasPrefix("1. Ana Lima, by “she”: ") })
        #expect(run.lines.contains { $0.hasSuffix("  a cue stands behind the quote") })
    }

    @Test func whatIsCarriedOverNamesTheQuoteItContinues() throws {
        let run = try extract("--explain", "2", folder.path("story.txt"))
        #expect(run.output.contains("Goes on     with the speaker of quote 1, “The ice is gone,”\n"))
        #expect(!run.output.contains("Cue "))
    }

    @Test func aStreamOfOneStoryIsExplained() throws {
        let line = #"{"text":"“It rained,” said Ana Lima. “It always does.”"}"#
        for input in [line, "\n\(line)\n\n"] {
            #expect(try extract("--explain", "1", input: input).output.contains("Speaker     Ana Lima\n"))
            #expect(try extract("--format", "text", "--explain", "1", "-", input: input).status == 0)
        }
    }

    @Test(arguments: [
        ("9", "The story has 4 quotes; there is no quote 9."), ("1000000000", "there is no quote 1000000000."),
    ])
    func aQuoteThatThereIsNotIsAnInputError(_ number: String, _ words: String) throws {
        let run = try extract("--explain", number, folder.path("story.txt"))
        #expect(run.status == 1 && run.output == "")
        #expect(run.errors.hasPrefix("dateline: ") && run.errors.hasSuffix(words + "\n"))
    }

    @Test func aStoryWithoutQuotesSaysSo() throws {
        let run = try extract("--explain", "1", input: #"{"text":"Apples were cheap."}"#)
        #expect(run.status == 1 && run.errors == "dateline: Nobody is quoted in this story.\n")
    }

    @Test func severalStoriesAreWrongUsage() throws {
        mkdir(folder.path("News"), 0o700)
        folder.write(Self.text, to: "News/a.txt")
        folder.write(Self.text, to: "News/b.txt")
        let story = folder.path("story.txt")
        let line = #"{"text":"“It rained,” said Ana Lima."}"# + "\n"
        for run in try [
            extract("--explain", "1", story, story), extract("--explain", "1", folder.path("News")),
            extract("--explain", "1", input: line + line),
        ] {
            #expect(run.status == 2 && run.output == "")
            #expect(run.errors.contains("one story") && run.errors.contains("Name one file"))
        }
    }

    @Test(arguments: ["0", "-1", "two", ""])
    func aNumberThatIsNoneIsWrongUsage(_ number: String) throws {
        let run = try extract("--explain=\(number)", folder.path("story.txt"))
        #expect(run.status == 2 && run.output == "" && !run.errors.isEmpty)
    }

    @Test func anExplanationHasNoFormForPrograms() throws {
        for format in ["ndjson", "json"] {
            let run = try extract("--explain", "1", "--format", format, folder.path("story.txt"))
            #expect(run.status == 2 && run.errors.contains(format))
        }
    }

    @Test func whatCannotBeReadIsAnInputError() throws {
        #expect(try extract("--explain", "1", folder.path("none.txt")).status == 1)
        #expect(try extract("--explain", "1", input: "").status == 1)
        #expect(try extract("--explain", "1", input: Self.text).errors.contains("name a .txt, .md or .html file"))
    }
}
