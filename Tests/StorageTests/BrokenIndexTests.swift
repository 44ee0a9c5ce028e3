import FolderKit
import GRDB
import Glibc
import News
import Testing

@testable import Storage

/// Indexes that are damaged, or cannot be written.
@Suite struct BrokenIndexTests {
    private let folder = TemporaryFolder()
    private var file: String { folder.path("data/index.sqlite") }

    /// An index of so many stories, closed.
    private func filled(_ count: Int) throws {
        let index = try StoryIndex(file: file)
        let feed = try index.number(ofFeed: "https://gull.example/feed", isWeb: true)
        let drafts = (0..<count).map { number in
            StoryDraft(
                key: "\(number)", name: "name \(number)", title: "Story \(number)", source: nil, byline: nil, link: nil,
                published: Timestamp(seconds: number), language: nil,
                text: Array("A text of the story \(number).".utf8), packer: TextPacker())
        }
        let content = FetchRecord.Content(title: "The Gull", site: nil, validators: .init(), size: 1)
        try index.keep(drafts, FetchRecord(at: Timestamp(seconds: 1), outcome: .new(content)), feed: feed)
        // All into the file itself, out of the one beside it.
        try index.database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        index.close()
    }

    private func count(_ index: StoryIndex) throws -> Int {
        var count = 0
        try index.forEachStory { _ in count += 1 }
        return count
    }

    /// It shows when the pages are read; the start, which does not read them, is told by the last run.
    @Test func damageInTheMiddleIsSetAsideAtTheNextStart() throws {
        try filled(2_000)
        let descriptor = open(file, O_WRONLY)
        let size = lseek(descriptor, 0, Int32(SEEK_END))
        // Behind the pages that tell of the tables, which the start does read.
        let noise = [UInt8](repeating: 0xA5, count: size / 4)
        pwrite(descriptor, noise, noise.count, size / 2)
        close(descriptor)
        let index = try StoryIndex(file: file)
        #expect(index.openingProblem == nil)
        #expect(throws: Problem.self) { try count(index) }
        index.close()
        let next = try StoryIndex(file: file)
        #expect(next.openingProblem?.summary.contains("damaged and is made anew") == true)
        #expect(try count(next) == 0)
        next.close()
        #expect(folder.names("data").contains { $0.hasPrefix("index.sqlite.aside-") })
        let third = try StoryIndex(file: file)
        #expect(third.openingProblem == nil)
    }

    @Test func whatCannotBeWrittenIsCopied() throws {
        try filled(50)
        let copy = try StoryIndex(copyOf: file)
        #expect(try count(copy) == 50)
        // What is written to it stays in memory.
        try copy.removeFeed("https://gull.example/feed")
        #expect(try count(copy) == 0)
        copy.close()
        #expect(try count(try StoryIndex(file: file)) == 50)
        #expect(throws: Problem.self) { try StoryIndex(copyOf: folder.path("data/none.sqlite")) }
    }
}
