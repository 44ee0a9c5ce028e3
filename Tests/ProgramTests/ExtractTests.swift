import FolderKit
import Glibc
import Testing

@Suite struct ExtractTests {
    private let folder = TemporaryFolder()

    private static let text =
        "Harbour reopens in Tromsø\n\n“The ice is gone,” said Ana Lima, “at last.”\n\nShe will sail on Friday.\n"

    private func extract(_ arguments: [String] = [], _ input: String = "") throws -> Finished {
        try dateline(["extract"] + arguments, input: input, in: folder)
    }

    @Test func aStoryBecomesOneLineWithAllKeysInOrder() throws {
        let run = try extract(["-"], #"{"id":7,"text":"Nothing \#u{1F4F0} happened.","published":"yesterday"}"# + "\n")
        #expect(run.status == 0)
        #expect(run.errors == "")
        let keys = [
            "id", "title", "standfirst", "source", "byline", "published", "body", "credits", "quotes", "entities",
            "countries",
        ]
        let places = keys.map { run.output.firstRange(of: "\"\($0)\":")?.lowerBound ?? run.output.endIndex }
        #expect(places == places.sorted() && places.last != run.output.endIndex)
        #expect(run.output.hasPrefix("{\"id\":7,"))
        #expect(run.output.contains("\"published\":\"yesterday\""))
        #expect(!run.output.contains("\"text\":\"Nothing 📰 happened"))
    }

    @Test func offsetsCountScalarsOfTheText() throws {
        folder.write(Self.text, to: "story.txt")
        let run = try extract([folder.path("story.txt")])
        #expect(run.status == 0)
        // The ø and the marks are two and three bytes, one scalar each.
        #expect(run.output.contains(#""quotes":[{"start":28,"end":44,"text":"The ice is gone,""#))
        #expect(run.output.contains(#"{"start":62,"end":70,"text":"at last.""#))
    }

    @Test func aBadLineIsToldInItsPlaceAndTheRestIsDone() throws {
        let run = try extract(
            [], "{\"id\":\"a\",\"text\":\"A.\"}\n\nbad\n[]\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"C.\"}")
        #expect(run.status == 1)
        #expect(run.lines.count == 5)
        #expect(run.lines[0].hasPrefix("{\"id\":\"a\""))
        #expect(run.lines[1] == #"{"line":3,"error":"there is no value at byte 1"}"#)
        #expect(run.lines[2] == #"{"line":4,"error":"the line is no object"}"#)
        #expect(run.lines[3] == #"{"line":5,"error":"the line has neither text nor html"}"#)
        #expect(run.lines[4].hasPrefix("{\"id\":\"c\""))
        #expect(
            run.errors
                == "dateline: 3 lines of standard input could not be read; the first is line 3: there is no value at byte 1.\n"
        )
    }

    @Test func aLongStreamKeepsItsOrder() throws {
        let lines = (0..<3_000).map {
            $0 % 100 == 50 ? "{" : "{\"id\":\($0),\"text\":\"\(String(repeating: "Word. ", count: $0 % 70))\"}"
        }
        let run = try extract([], lines.joined(separator: "\n"))
        #expect(run.lines.count == 3_000)
        for (number, line) in run.lines.enumerated() {
            let start = number % 100 == 50 ? "{\"line\":\(number + 1)," : "{\"id\":\(number),"
            #expect(line.hasPrefix(start))
        }
    }

    @Test func formatsAreAnArrayAndAPage() throws {
        let input = "{\"id\":1,\"text\":\"One.\"}\n{\"id\":2,\"text\":\"Two.\"}\n"
        let array = try extract(["--format", "json"], input)
        #expect(array.output.hasPrefix("[\n{\"id\":1,") && array.output.hasSuffix("}\n]\n"))
        #expect(array.output.contains("},\n{\"id\":2,"))
        #expect(try extract(["--format", "json"]).output == "[]\n")
        folder.write(Self.text, to: "story.txt")
        let page = try extract(["--format", "text", folder.path("story.txt")])
        #expect(page.output.hasPrefix("Harbour reopens in Tromsø\n"))
        #expect(page.output.contains("\n“[1 Ana Lima] The ice is gone,” said _Ana Lima_, “[1] at last.”\n"))
        #expect(page.output.contains("QUOTES\n[1] Ana Lima (said): “The ice is gone, … at last.”\n"))
    }

    @Test func filesFoldersAndStreamsComeInTheOrderNamed() throws {
        folder.write("First story.\n", to: "b.txt")
        folder.write("{\"id\":\"s\",\"text\":\"Second.\"}\n", to: "a.ndjson")
        let run = try extract([
            folder.path("b.txt"), folder.path("a.ndjson"), folder.path("none"), folder.path("b.txt"),
        ])
        #expect(run.status == 1)
        #expect(run.lines.count == 3)
        #expect(run.lines[1].hasPrefix("{\"id\":\"s\""))
        #expect(run.errors.contains("none"))
    }

    @Test func htmlAloneWorksAndItsTextIsTold() throws {
        let input = #"{"id":"h","source":"Harbour Post","html":"<h1>Ferry stops</h1><p>It was late &amp; cold.</p>"}"#
        let run = try extract([], input)
        #expect(run.status == 0)
        #expect(run.output.contains(#""title":"Ferry stops","#))
        #expect(run.output.contains(#""source":"Harbour Post","#))
        #expect(run.output.contains(#""body":"It was late & cold.","#))
        #expect(run.output.contains("\"text\":\""))
    }

    @Test(arguments: ["pipe.ndjson", "device.ndjson", "gone.ndjson", "none", ""])
    func whatIsNoStoryIsNamedAndNothingWaits(_ name: String) throws {
        mkfifo(folder.path("pipe.ndjson"), 0o600)
        symlink("/dev/zero", folder.path("device.ndjson"))
        symlink("nowhere", folder.path("gone.ndjson"))
        folder.write("A story.\n", to: "story.txt")
        let run = try extract([name.isEmpty ? "" : folder.path(name), folder.path("story.txt")])
        #expect(run.status == 1)
        #expect(run.lines.count == 1)
        #expect(run.errors.contains("\(name)") && run.errors.split(separator: "\n").count == 1)
        #expect(!run.errors.contains("Success"))
    }

    @Test func aFolderNamedLikeAStreamIsAFolder() throws {
        mkdir(folder.path("d.ndjson"), 0o700)
        folder.write("A story.\n", to: "d.ndjson/story.txt")
        let run = try extract([folder.path("d.ndjson")])
        #expect(run.status == 0 && run.errors == "")
        #expect(run.output.hasPrefix(#"{"id":"d.ndjson/story.txt""#))
    }

    @Test(arguments: ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"])
    func anOpenDescriptorIsAStream(_ name: String) throws {
        let run = try extract([name], #"{"id":"a","text":"A."}"#)
        #expect(run.status == 0)
        #expect(run.output.hasPrefix(#"{"id":"a""#))
    }

    @Test func aByteOrderMarkIsPassedOver() throws {
        let line = #"{"id":"a","text":"A."}"#
        let run = try extract([], "\u{FEFF}\(line)\n\u{FEFF}\(line)\n")
        #expect(run.lines.count == 2)
        #expect(run.lines[0].hasPrefix(#"{"id":"a""#))
        #expect(run.lines[1].hasPrefix(#"{"line":2,"error":"#))
    }

    @Test func onlyBlanksMakeABlankLine() throws {
        let run = try extract([], "\0\0\n \t\r\n")
        #expect(run.output == #"{"line":1,"error":"there is no value at byte 1"}"# + "\n")
        #expect(run.status == 1)
    }

    @Test func aTextOnStandardInputIsToldHowToBeRead() throws {
        #expect(try extract(["-"], Self.text).errors.contains("name a .txt, .md or .html file"))
        #expect(try !extract(["-"], "{\n").errors.contains("name a .txt"))
    }

    @Test func longLinesAreReadInTheirTurnAndTooLongOnesAreErrors() throws {
        func line(_ id: Int, bytes: Int) -> String {
            "{\"id\":\(id),\"text\":\"A.\",\"more\":\"\(String(repeating: "x", count: bytes))\"}\n"
        }
        let run = try extract(
            [],
            line(1, bytes: 0) + line(2, bytes: 3 << 20) + line(3, bytes: 0) + line(4, bytes: 21 << 20)
                + line(5, bytes: 3 << 20))
        #expect(
            run.lines.map { $0.prefix(8) } == ["{\"id\":1,", "{\"id\":2,", "{\"id\":3,", "{\"line\":", "{\"id\":5,"])
        #expect(run.lines[3] == #"{"line":4,"error":"the line is longer than 20 MB"}"#)
    }

    @Test(arguments: [
        ["extract", "--format", "xml"], ["extract", "--nothing"], ["--config", "/no/such/file", "extract"],
    ])
    func wrongUsageIsStatusTwo(_ arguments: [String]) throws {
        let run = try dateline(arguments, in: folder)
        #expect(run.status == 2)
        #expect(run.output == "" && !run.errors.isEmpty)
    }
}
