import Feeds
import News
import Testing

/// Folders and files: what is found, and what is told of the rest.
struct WalkingTests {
    @Test func subfoldersAreFeeds() throws {
        let folder = try ScratchFolder()
        for name in [
            "b.txt", "a.MD", "World/c.html", "World/Asia/d.HTM", "World/Asia/deep/e.markdown", ".hidden/x.txt",
            ".x.txt",
        ] {
            try folder.write("The ferries sail again.", to: "Articles/" + name)
        }
        try folder.write("", to: "Articles/README")
        let findings = try findings(at: [folder.path + "/Articles/"])
        #expect(
            findings.files.map(\.id) == [
                "Articles/a.MD", "Articles/b.txt", "Articles/World/c.html", "Articles/World/Asia/d.HTM",
                "Articles/World/Asia/deep/e.markdown",
            ])
        #expect(
            findings.feeds == [
                Feed(id: "Articles", name: "Articles"), Feed(id: "Articles/World", name: "World"),
                Feed(id: "Articles/World/Asia", name: "World/Asia"),
                Feed(id: "Articles/World/Asia/deep", name: "World/Asia/deep"),
            ])
        #expect(findings.files.map(\.format) == [.markdown, .plain, .html, .html, .markdown])
        #expect(findings.otherCount == 1)
        #expect(findings.problems == [])
    }

    @Test func foldersOfOneNameAreToldApart() throws {
        let folder = try ScratchFolder()
        try folder.write("Words.", to: "a/Articles/x.txt")
        try folder.write("Words.", to: "b/Articles/x.txt")
        let both = try findings(at: [folder.path + "/a/Articles", folder.path + "/b/Articles"])
        #expect(both.files.map(\.id) == ["a/Articles/x.txt", "b/Articles/x.txt"])
        #expect(both.feeds.map(\.name) == ["a/Articles", "b/Articles"])
        let twice = try findings(at: [folder.path + "/a/Articles", folder.path + "/a/../a/Articles/"])
        #expect(twice.files.map(\.id) == ["Articles/x.txt"])
    }

    @Test func fileNamedItselfIsFound() throws {
        let folder = try ScratchFolder()
        try folder.write("The ferries sail again.", to: "Desk/story")
        let found = try findings(at: [folder.path + "/Desk/story"])
        #expect(found.files.map(\.id) == ["Desk/story"])
        #expect(found.files.map(\.format) == [.plain])
        #expect(try found.files.map { try loaded($0).title } == ["The ferries sail again"])
    }

    @Test func pathToNothingIsAnError() throws {
        let problem = #expect(throws: Problem.self) { try findings(at: ["/no/such/place"]) }
        #expect(problem?.summary == "There is no file or folder “/no/such/place”.")
        #expect(throws: Problem.self) { try findings(at: [""]) }
    }

    @Test func linksAreNotFollowedInCircles() throws {
        let folder = try ScratchFolder()
        try folder.write("Words.", to: "Articles/x.txt")
        try folder.link("Articles/loop", to: ".")
        try folder.link("Articles/y.txt", to: "x.txt")
        try folder.link("Articles/gone.txt", to: "nothing.txt")
        let found = try findings(at: [folder.path + "/Articles"])
        #expect(found.files.map(\.id) == ["Articles/x.txt", "Articles/y.txt"])
        #expect(found.problems.map(\.summary) == ["Articles/gone.txt is a link to a file that is not there."])
        #expect(found.otherCount == 1)
    }

    @Test func whatIsNoArticleIsAProblemAndBlocksNobody() throws {
        let folder = try ScratchFolder()
        try folder.pipe("pipe.txt")
        try folder.link("device.txt", to: "/dev/zero")
        try folder.write("", to: "empty.txt")
        try folder.write(" \n\t\r\n", to: "blank.md")
        // As programs and pictures are: all sorts of control characters among letters.
        let controls = String(String.UnicodeScalarView((0..<32).compactMap { Unicode.Scalar($0) }))
        try folder.write("ELF \(controls) words of a program", to: "binary.txt")
        try folder.write("a\(controls)b", to: "controls.txt")
        try folder.write("<p>\(controls)</p>", to: "page.html")
        try folder.write(String(repeating: "x", count: 20 * 1024 * 1024 + 1), to: "huge.txt")
        let found = try findings(at: [folder.path])
        #expect(
            found.problems.map(\.summary).map { $0.split(separator: "/").last.map(String.init) } == [
                "device.txt is a device, not an article.", "pipe.txt is a pipe, not an article.",
            ])
        let told = found.files.map { file in
            do throws(Problem) { return try loaded(file).title } catch { return error.summary }
        }
        #expect(
            told.map { $0.split(separator: "/").last.map(String.init) } == [
                "binary.txt is not text.", "blank.md is empty.", "controls.txt is not text.", "empty.txt is empty.",
                "huge.txt is larger than 20 MB.", "page.html is not text.",
            ])
    }

    @Test func aTextWithOneSortOfControlsIsRead() throws {
        let folder = try ScratchFolder()
        try folder.write("The bell rang.\u{7}\u{7}\u{7}\u{7}\u{0}\u{0}\u{0} It rang on.", to: "bells.txt")
        let found = try findings(at: [folder.path])
        #expect(try loaded(found.files[0]).text.hasSuffix("It rang on."))
    }

    @Test func fileThatBecameAPipeDoesNotBlock() throws {
        let folder = try ScratchFolder()
        try folder.write("Words.", to: "x.txt")
        let found = try findings(at: [folder.path])
        try folder.pipe("x.txt")
        #expect(throws: Problem.self) { try loaded(found.files[0]) }
    }

    @Test func oddNamesNeitherVanishNorClash() throws {
        let folder = try ScratchFolder()
        let names: [[UInt8]] = [
            Array("new\nline.txt".utf8), Array("\u{1B}]0;x\u{7}.txt".utf8), [0x63, 0xE9] + Array(".txt".utf8),
            Array("c%E9.txt".utf8),
            Array("-rf.txt".utf8), Array("%s%n.txt".utf8), Array(" blank .txt".utf8),
            Array(repeating: 0x4C, count: 251) + Array(".txt".utf8),
        ]
        for name in names { try folder.write("Words.", toRaw: name) }
        let found = try findings(at: [folder.path])
        #expect(found.files.count == names.count)
        #expect(Set(found.files.map(\.id)).count == names.count)
        for file in found.files { #expect(try loaded(file).text == "Words.") }
    }

    @Test func thousandsOfFilesAreFoundInAMoment() throws {
        let folder = try ScratchFolder()
        for number in 0..<2_000 { try folder.write("Words.", to: "f\(number % 20)/\(number).txt") }
        var count = 0
        let time = try ContinuousClock().measure { count = try findings(at: [folder.path]).files.count }
        #expect(count == 2_000)
        #expect(time < .seconds(1))
    }
}
