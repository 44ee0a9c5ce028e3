import FolderKit
import Glibc
import News
import Testing

@testable import Storage

@Suite struct BookmarksTests {
    private let folder = TemporaryFolder()
    private var bookmarks: Bookmarks { DataFolder(path: folder.path).bookmarks }

    static func bookmark(_ id: String, quote: String? = nil, note: String = "") -> Bookmark {
        Bookmark(
            id: id, title: "Title of \(id)", source: "Harbour Post", link: nil, countries: ["UA", "RU"],
            saved: Timestamp(seconds: 1_795_340_000), note: note,
            quote: quote.map { Bookmark.KeptQuote(words: $0, speaker: "Ana Lima") })
    }

    private static let lineOfA =
        #"{"id":"a","title":"Title of a","source":"Harbour Post","link":null,"countries":["UA","RU"],"#
        + #""saved":"2026-11-22T09:33:20Z","note":""}"#

    static func story(_ id: String) -> Article {
        Article(
            id: id, feed: "f", text: "Head “é”\n\nBody.", title: "Head “é”", titleSpan: TextSpan(0, 13),
            paragraphs: [Paragraph(TextSpan(0, 13), .headline), Paragraph(TextSpan(15, 20), .body)],
            published: Timestamp(year: 2026, month: 5, day: 4))
    }

    @Test func aBookmarkIsOneReadableLine() throws {
        let list = try bookmarks.add(Self.bookmark("a"), keeping: nil)
        #expect(folder.read("bookmarks.jsonl") == Self.lineOfA + "\n")
        #expect(list.bookmarks == [Self.bookmark("a")])
        #expect(try bookmarks.list().bookmarks == [Self.bookmark("a")])
    }

    @Test func aQuoteBookmarkHasItsWordsAndSpeaker() throws {
        _ = try bookmarks.add(Self.bookmark("a", quote: "We “will”\nrebuild."), keeping: nil)
        let line = try #require(folder.read("bookmarks.jsonl"))
        #expect(line.hasSuffix(#""note":"","quote":"We “will”\nrebuild.","speaker":"Ana Lima"}"# + "\n"))
        #expect(try bookmarks.list().bookmarks == [Self.bookmark("a", quote: "We “will”\nrebuild.")])
    }

    @Test func aStoryAndItsQuotesAreSeveralBookmarks() throws {
        for quote in [nil, "one", "two", "one", nil] {
            _ = try bookmarks.add(Self.bookmark("a", quote: quote), keeping: nil)
        }
        #expect(try bookmarks.list().bookmarks.map(\.quote?.words) == [nil, "one", "two"])
        let left = try bookmarks.remove(Bookmark.Identity(id: "a", quote: "one"))
        #expect(left.bookmarks.map(\.quote?.words) == [nil, "two"])
        #expect(try bookmarks.remove(Bookmark.Identity(id: "a")).bookmarks.map(\.quote?.words) == ["two"])
    }

    /// What the file held, and what it holds after a bookmark of "a" was added.
    @Test(arguments: [
        ("", "NEW\n"),
        ("\n", "\nNEW\n"),
        ("{\"id\":\"b\"}", "{\"id\":\"b\"}\nNEW\n"),
        ("{\"id\":\"b\"}\r\n", "{\"id\":\"b\"}\r\nNEW\r\n"),
        ("{\"id\":\"b\"}\r\n{\"id\":\"c\"}", "{\"id\":\"b\"}\r\n{\"id\":\"c\"}\r\nNEW\r\n"),
        ("\u{FEFF}{\"id\":\"b\"}\n", "\u{FEFF}{\"id\":\"b\"}\nNEW\n"),
        ("\u{FEFF}", "\u{FEFF}NEW\n"),
        // Blanks, unknown fields, odd numbers and doubled names are the user's own.
        (
            "{ \"stars\" : 1.50e1, \"id\":\"b\",\"id\":\"c\" }  \n",
            "{ \"stars\" : 1.50e1, \"id\":\"b\",\"id\":\"c\" }  \nNEW\n"
        ),
        ("# my list\n<<<<<<< ours\n{\"title\":\"no id\"}\n", "# my list\n<<<<<<< ours\n{\"title\":\"no id\"}\nNEW\n"),
        // There already: nothing changes.
        ("{\"title\":\"x\",\"id\":\"a\"}", "{\"title\":\"x\",\"id\":\"a\"}"),
    ])
    func everyOtherLineStaysByteForByte(_ before: String, _ after: String) throws {
        folder.write(before, to: "bookmarks.jsonl")
        _ = try bookmarks.add(Self.bookmark("a"), keeping: nil)
        #expect(folder.read("bookmarks.jsonl") == after.replacing("NEW", with: Self.lineOfA))
    }

    @Test(arguments: [
        (
            "{\"id\":\"b\"}\n{\"id\":\"a\"}\n# x\n{\"id\":\"a\",\"k\":1}\n{\"id\":\"c\"}",
            "{\"id\":\"b\"}\n# x\n{\"id\":\"c\"}"
        ),
        ("\u{FEFF}{\"id\":\"a\"}\n{\"id\":\"b\"}\n", "\u{FEFF}{\"id\":\"b\"}\n"),
        ("{\"id\":\"a\"}", ""),
    ])
    func removingTakesOutOnlyItsLines(_ before: String, _ after: String) throws {
        folder.write(before, to: "bookmarks.jsonl")
        _ = try bookmarks.remove(Bookmark.Identity(id: "a"))
        #expect(folder.read("bookmarks.jsonl") == after)
    }

    @Test func aNoteChangesItsLineAloneAndKeepsItsOtherFields() throws {
        folder.write("{\"id\":\"b\" }\r\n{\"note\":\"\", \"stars\":1.50,\"id\":\"a\"}\r\n", to: "bookmarks.jsonl")
        let list = try bookmarks.add(Self.bookmark("a", note: "for Monday"), keeping: nil)
        #expect(
            folder.read("bookmarks.jsonl")
                == "{\"id\":\"b\" }\r\n{\"note\":\"for Monday\",\"stars\":1.50,\"id\":\"a\"}\r\n")
        #expect(list.bookmarks.last?.note == "for Monday")
    }

    @Test func linesThatCannotBeReadAreReportedWithTheirNumber() throws {
        folder.write("{\"id\":\"b\"}\n{\"id\":\"c\"\n\n7\n{\"id\":\"\"}\n", to: "bookmarks.jsonl")
        let list = try bookmarks.list()
        #expect(list.bookmarks.map(\.id) == ["b"])
        #expect(
            list.problems.map(\.detail) == ["a comma or } is missing at byte 10", "it is no object", "it has no id"])
        #expect(
            list.problems.first?.summary
                == "\(folder.path)/bookmarks.jsonl, line 2 is not a bookmark and was left as it is.")
    }

    @Test func handWrittenLinesNeedOnlyAnID() throws {
        folder.write(#"{"id":"b","countries":"UA","saved":"2026-01-02","title":7}"#, to: "bookmarks.jsonl")
        let bookmark = try #require(try bookmarks.list().bookmarks.first)
        #expect(bookmark.title == "b")
        #expect(bookmark.countries == [])
        #expect(bookmark.saved?.iso8601 == "2026-01-02T00:00:00Z")
    }

    @Test func readingMakesNothing() throws {
        let nowhere = DataFolder(path: folder.path("new/data"))
        #expect(try nowhere.bookmarks.list().bookmarks == [])
        #expect(try nowhere.readMarks.readIDs() == [])
        _ = try nowhere.bookmarks.remove(Bookmark.Identity(id: "a"))
        #expect(folder.names() == [])
        _ = try nowhere.bookmarks.add(Self.bookmark("a"), keeping: nil)
        var status = stat()
        #expect(stat(folder.path("new/data"), &status) == 0 && status.st_mode & 0o777 == 0o700)
        #expect(stat(folder.path("new/data/bookmarks.jsonl"), &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test func aSymbolicLinkStaysOneAndTheModeStays() throws {
        mkdir(folder.path("synced"), 0o755)
        folder.write("{\"id\":\"b\"}\n", to: "synced/marks")
        chmod(folder.path("synced/marks"), 0o640)
        symlink("synced/marks", folder.path("bookmarks.jsonl"))
        _ = try bookmarks.add(Self.bookmark("a"), keeping: nil)
        var status = stat()
        #expect(lstat(folder.path("bookmarks.jsonl"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
        #expect(stat(folder.path("synced/marks"), &status) == 0 && status.st_mode & 0o777 == 0o640)
        #expect(folder.read("synced/marks") == "{\"id\":\"b\"}\n\(Self.lineOfA)\n")
    }

    @Test func aFileThatIsNoneIsAProblem() throws {
        mkdir(folder.path("bookmarks.jsonl"), 0o700)
        #expect(throws: Problem.self) { try bookmarks.add(Self.bookmark("a"), keeping: nil) }
        rmdir(folder.path("bookmarks.jsonl"))
        mkfifo(folder.path("bookmarks.jsonl"), 0o600)
        #expect(throws: Problem.self) { try bookmarks.list() }
    }

    @Test func utf16IsRefusedRatherThanSpoilt() throws {
        folder.write([0xFF, 0xFE, 0x7B, 0x00], to: "bookmarks.jsonl")
        #expect(throws: Problem.self) { try bookmarks.add(Self.bookmark("a"), keeping: nil) }
    }

    @Test(arguments: ["sync", "folder sync", "rename"])
    func whatFailsOnTheWayLeavesAWholeFile(_ step: String) throws {
        folder.write("{\"id\":\"b\"}\n", to: "bookmarks.jsonl")
        var failing = bookmarks
        switch step {
        case "sync": failing.replacement.sync = { _ in fail(EIO) }
        case "rename": failing.replacement.rename = { _, _ in fail(EACCES) }
        default: failing.replacement.sync = { isFolder($0) ? fail(EIO) : fsync($0) }
        }
        let problem = try #require(throws: Problem.self) { try failing.add(Self.bookmark("a"), keeping: nil) }
        #expect(problem.summary == "\(folder.path)/bookmarks.jsonl could not be saved.")
        // After the rename the new file is there; only its lasting is in doubt.
        let isRenamed = step == "folder sync"
        #expect(folder.read("bookmarks.jsonl") == "{\"id\":\"b\"}\n" + (isRenamed ? Self.lineOfA + "\n" : ""))
        #expect(!folder.names().contains(".bookmarks.jsonl.new"))
    }

    @Test func aFullDiskIsAProblemAndTheOldFileStays() throws {
        folder.write("{\"id\":\"b\"}\n", to: "bookmarks.jsonl")
        // /dev/full refuses every write, as a full disk does.
        let full = try Descriptor(opening: "/dev/full", O_WRONLY)
        #expect(throws: SystemFailure.self) { try full.write([1]) }
        #expect(folder.read("bookmarks.jsonl") == "{\"id\":\"b\"}\n")
    }

    @Test func anotherWriterIsWaitedForAndThenAProblem() throws {
        var hurried = bookmarks
        hurried.patience = 20
        do {
            let lock = try FileLock(guarding: bookmarks.file, patience: 0)
            #expect(throws: Problem.self) { try hurried.add(Self.bookmark("a"), keeping: nil) }
            extendLifetime(lock)
        }
        #expect(try hurried.add(Self.bookmark("a"), keeping: nil).bookmarks.count == 1)
    }

    @Test func manyWritersAtOnceLoseNothing() async throws {
        let bookmarks = bookmarks
        try await withThrowingTaskGroup { group in
            for writer in 0..<4 {
                group.addTask {
                    for number in 0..<25 {
                        _ = try bookmarks.add(Self.bookmark("\(writer)-\(number)"), keeping: nil)
                        if number % 5 == 4 { _ = try bookmarks.remove(Bookmark.Identity(id: "\(writer)-\(number)")) }
                    }
                }
            }
            try await group.waitForAll()
        }
        let list = try bookmarks.list()
        #expect(Set(list.bookmarks.map(\.id)).count == 80)
        #expect(list.problems == [])
    }

    @Test func aChangeByOthersIsSeen() throws {
        let before = try bookmarks.add(Self.bookmark("a"), keeping: nil).version
        #expect(bookmarks.version() == before)
        folder.write("", to: "bookmarks.jsonl")
        #expect(bookmarks.version() != before)
    }
}

private func fail(_ code: Int32) -> Int32 {
    errno = code
    return -1
}

private func isFolder(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
