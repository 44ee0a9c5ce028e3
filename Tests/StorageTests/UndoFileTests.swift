import FolderKit
import Glibc
import News
import Testing

@testable import Storage

@Suite struct UndoFileTests {
    private let folder = TemporaryFolder()
    private var undo: UndoFile { DataFolder(path: folder.path).undo }

    private static let odd = Bookmark(
        id: "b", title: "B", source: nil, link: nil, countries: [], saved: nil,
        line: "{ \"stars\" : 1.50e1, \"id\":\"b\", \"title\":\"B\" }")

    private static let history = UndoHistory(
        back: [
            .setRead(true, ids: ["a", "é\n"]), .remove(Bookmark.Identity(id: "a")),
            .remove(Bookmark.Identity(id: "a", quote: "We “will”")), .restore(odd),
        ],
        forth: [.restore(BookmarksTests.bookmark("a", quote: "We “will”", note: "x")), .setRead(false, ids: [])])

    @Test func whatIsKeptComesBack() throws {
        #expect(try undo.history() == UndoHistory())
        try undo.keep(Self.history)
        #expect(try undo.history() == Self.history)
        #expect(
            folder.read("undo.jsonl")?.hasPrefix("{\"undo\":\"back\",\"read\":true,\"ids\":[\"a\",\"é\\n\"]}\n") == true
        )
    }

    @Test func aLineThatIsNoStepSpoilsNoOther() throws {
        folder.write(
            "{\"undo\":\"back\",\"read\":true,\"ids\":[\"a\"]}\n{\"undo\":\"ba\n{\"undo\":\"up\"}\n7\n",
            to: "undo.jsonl")
        #expect(try undo.history() == UndoHistory(back: [.setRead(true, ids: ["a"])]))
    }

    @Test func theOldestStepsGoWhereThereAreTooManyIDs() throws {
        var undo = undo
        undo.mostIDs = 3
        let steps = ["a", "b", "c"].map { UndoStep.setRead(true, ids: [$0, $0]) }
        try undo.keep(UndoHistory(back: steps))
        #expect(try undo.history().back == [steps[2]])
    }

    /// "é", an empty id, and one with a line's end, which no list can hold.
    @Test(arguments: ["é", "", "a\nb"]) func aStepOfManyStoriesIsWrittenOnce(_ odd: String) throws {
        let many = (0..<5000).map { "News/\($0)" } + [odd]
        var history = UndoHistory(back: [.setRead(false, ids: many)])
        try undo.keep(history)
        history.add(.remove(Bookmark.Identity(id: "a")))
        try undo.keep(history)
        #expect(try undo.history() == history)
        let isListed = !odd.contains("\n")
        let lists = folder.names("undo")
        #expect(lists.count == (isListed ? 1 : 0))
        #expect((folder.read("undo.jsonl")?.utf8.count ?? 0 < 200) == isListed)
        for list in lists {
            // Not written again while it is there: its content does not matter then.
            folder.write("News/7\n", to: "undo/\(list)")
            try undo.keep(history)
            #expect(try undo.history().back.first == .setRead(false, ids: ["News/7"]))
        }
        try undo.keep(UndoHistory())
        #expect(folder.names("undo").isEmpty)
    }

    @Test func aListThatIsGoneOrElsewhereIsNoStep() throws {
        folder.write("x\n", to: "secret")
        folder.write(
            ["../secret", "5001-abc", ""].map { "{\"undo\":\"back\",\"read\":true,\"list\":\"\($0)\"}\n" }.joined(),
            to: "undo.jsonl")
        #expect(try undo.history() == UndoHistory())
    }

    @Test(arguments: ["sync", "rename"])
    func whatFailsOnTheWayLeavesTheFileWhole(_ step: String) throws {
        try undo.keep(Self.history)
        var failing = undo
        if step == "sync" {
            failing.replacement.sync = { _ in -1 }
        } else {
            failing.replacement.rename = { _, _ in -1 }
        }
        #expect(throws: Problem.self) { try failing.keep(UndoHistory()) }
        #expect(try undo.history() == Self.history)
    }

    /// What a file held, and what it holds after "b" was taken out of it and put back.
    @Test(arguments: [
        ("{ \"stars\" : 1.50e1, \"id\":\"b\" }\n", "{ \"stars\" : 1.50e1, \"id\":\"b\" }\n"),
        ("{\"id\":\"a\"}\r\n{\"id\":\"b\",\"k\":[1]}\r\n", "{\"id\":\"a\"}\r\n{\"id\":\"b\",\"k\":[1]}\r\n"),
        (
            "\u{FEFF}{\"id\":\"b\",\"saved\":\"2026-01-01\"}\n{\"id\":\"c\",\"saved\":\"2026-01-02\"}\n",
            "\u{FEFF}{\"id\":\"b\",\"saved\":\"2026-01-01\"}\n{\"id\":\"c\",\"saved\":\"2026-01-02\"}\n"
        ),
        (
            "{\"id\":\"a\",\"saved\":\"2026-01-01\"}\n{\"id\":\"b\",\"saved\":\"2026-01-02\",\"note\":\"n\"}\n{\"id\":\"c\",\"saved\":\"2026-01-03\"}",
            "{\"id\":\"a\",\"saved\":\"2026-01-01\"}\n{\"id\":\"b\",\"saved\":\"2026-01-02\",\"note\":\"n\"}\n{\"id\":\"c\",\"saved\":\"2026-01-03\"}"
        ),
    ])
    func aBookmarkTakenOutAndPutBackIsTheSameLine(_ before: String, _ after: String) throws {
        folder.write(before, to: "bookmarks.jsonl")
        let bookmarks = DataFolder(path: folder.path).bookmarks
        let bookmark = try #require(try bookmarks.list().bookmarks.first { $0.id == "b" })
        // As after a restart.
        try undo.keep(UndoHistory(back: [.restore(bookmark)]))
        _ = try bookmarks.remove(bookmark.identity)
        #expect(try bookmarks.list().bookmarks.allSatisfy { $0.id != "b" })
        guard case .restore(let kept)? = try undo.history().back.last else {
            Issue.record("no step")
            return
        }
        _ = try bookmarks.restore(kept, keeping: nil)
        _ = try bookmarks.restore(kept, keeping: nil)
        #expect(folder.read("bookmarks.jsonl") == after)
    }
}
