import FolderKit
import News
import Testing

@testable import Storage

@Suite struct ReadMarksTests {
    private let folder = TemporaryFolder()
    private var marks: ReadMarks { DataFolder(path: folder.path).readMarks }
    private let moment = Timestamp(seconds: 1_795_340_000)

    @Test func theLastLineAboutAStoryHolds() throws {
        try marks.set(true, ids: ["a", "b", "c"], at: moment)
        try marks.set(false, ids: ["b"], at: moment)
        try marks.set(true, ids: [], at: moment)
        #expect(try marks.readIDs() == ["a", "c"])
        #expect(
            folder.read("read.jsonl")?.hasPrefix("{\"id\":\"a\",\"read\":true,\"at\":\"2026-11-22T09:33:20Z\"}\n")
                == true)
    }

    @Test func aTornLastLineSpoilsNothing() throws {
        folder.write("{\"id\":\"a\",\"read\":true}\n{\"id\":\"b\",\"re", to: "read.jsonl")
        try marks.set(true, ids: ["c"], at: moment)
        #expect(try marks.readIDs() == ["a", "c"])
    }

    @Test func twoFilesOneAfterTheOtherAreOne() throws {
        folder.write(
            "{\"id\":\"a\",\"read\":true}\n\n# theirs\r\n{\"read\":true,\"id\":\"b\"}\r\n{\"id\":\"a\",\"read\":false}",
            to: "read.jsonl")
        #expect(try marks.readIDs() == ["b"])
    }

    /// Two computers, whichever file comes first: the later moment holds.
    @Test func filesOfTwoComputersMergeInEitherOrder() throws {
        func line(_ id: String, _ isRead: Bool, _ time: String) -> String {
            "{\"id\":\"\(id)\",\"read\":\(isRead),\"at\":\"2026-11-22T\(time)Z\"}\n"
        }
        let mine = line("a", true, "09:00:00") + line("b", true, "12:00:00") + line("c", true, "09:00:00")
        let theirs = line("a", false, "10:00:00") + line("b", false, "10:00:00") + line("d", true, "10:00:00")
        for text in [mine + theirs, theirs + mine] {
            folder.write(text, to: "read.jsonl")
            #expect(try marks.readIDs() == ["b", "c", "d"])
        }
    }

    @Test func aFileOfOldLinesIsMadeShort() throws {
        var marks = marks
        marks.compactionStep = 2_000
        folder.write("{\"torn\n", to: "read.jsonl")
        for _ in 0..<40 {
            try marks.set(true, ids: ["a", "é"], at: moment)
            try marks.set(false, ids: ["a"], at: moment)
        }
        #expect(try marks.readIDs() == ["é"])
        let text = try #require(folder.read("read.jsonl"))
        #expect(text.utf8.count < 4_000 && text.hasPrefix("{\"torn\n"))
    }

    @Test(arguments: [
        ("2026-11-22", "2026-11-22T00:00:00Z"), ("2026-11-22T09:30Z", "2026-11-22T09:30:00Z"),
        ("2026-11-22 09:30:15.25+01:00", "2026-11-22T08:30:15Z"), ("2026-11-22T00:10:00-0130", "2026-11-22T01:40:00Z"),
        ("2026-02-30", nil), ("2026-1-2", nil), ("2026-11-22x", nil), ("2026-11-22T09", nil), ("", nil),
        ("2026-11-22T09:30:00 EST", nil),
    ])
    func momentsAreReadAsPeopleWriteThem(_ text: String, _ moment: String?) {
        #expect(Timestamp(iso8601: text)?.iso8601 == moment)
    }
}
