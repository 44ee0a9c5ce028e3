import FolderKit
import Glibc
import News
import Synchronization
import Testing

@testable import Storage

@Suite struct SubscriptionsFileTests {
    private let folder = TemporaryFolder()
    private var subscriptions: SubscriptionsFile { DataFolder(path: folder.path("data")).subscriptions }

    @Test func readingMakesNothing() throws {
        #expect(try subscriptions.read() == [])
        #expect(subscriptions.version() == nil)
        #expect(folder.names() == [])
    }

    @Test func aChangeGetsWhatTheFileHasNow() throws {
        try subscriptions.change { $0 + Array("one ".utf8) }
        folder.write("edited ", to: "data/feeds.opml")
        try subscriptions.change { $0 + Array("two".utf8) }
        #expect(folder.read("data/feeds.opml") == "edited two")
    }

    @Test func whatThrowsOrChangesNothingLeavesTheFile() throws {
        try subscriptions.change { _ in Array("mine".utf8) }
        let version = subscriptions.version()
        #expect(throws: Problem("no")) {
            try subscriptions.change { _ throws(Problem) in throw Problem("no") }
        }
        try subscriptions.change { $0 }
        #expect(subscriptions.version() == version)
        #expect(folder.read("data/feeds.opml") == "mine")
    }

    @Test func aLinkStaysALinkAndModesStay() throws {
        mkdir(folder.path("data"), 0o700)
        folder.write("a", to: "elsewhere.opml")
        chmod(folder.path("elsewhere.opml"), 0o640)
        symlink("../elsewhere.opml", folder.path("data/feeds.opml"))
        try subscriptions.change { $0 + [0x62] }
        #expect(folder.read("elsewhere.opml") == "ab")
        var status = stat()
        #expect(lstat(folder.path("data/feeds.opml"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
        #expect(stat(folder.path("elsewhere.opml"), &status) == 0 && status.st_mode & 0o777 == 0o640)
    }

    @Test func aFullDiskLeavesTheOldFile() throws {
        try subscriptions.change { _ in Array("old".utf8) }
        var full = subscriptions
        full.replacement.sync = { _ in
            errno = ENOSPC
            return -1
        }
        let problem = try #require(throws: Problem.self) { try full.change { _ in Array("new".utf8) } }
        #expect(problem.remedy == "Make room on the disk and try again.")
        #expect(folder.read("data/feeds.opml") == "old")
    }

    @Test func writersWaitForEachOther() throws {
        let file = subscriptions
        let failures = Atomic(0)
        let count = 40
        let writers = (0..<4).map { writer in
            Thread {
                for number in 0..<(count / 4) {
                    do {
                        try file.change { $0 + Array("\(writer)-\(number) ".utf8) }
                    } catch {
                        failures.add(1, ordering: .relaxed)
                    }
                }
            }
        }
        for writer in writers { writer.join() }
        #expect(failures.load(ordering: .relaxed) == 0)
        #expect(folder.read("data/feeds.opml")?.split(separator: " ").count == count)
    }
}

/// A thread of its own: a test that blocks must not keep the others from running.
private struct Thread {
    private let id: pthread_t

    init(_ work: @escaping @Sendable () -> Void) {
        let box = Unmanaged.passRetained(Box(work))
        var id = pthread_t()
        pthread_create(
            &id, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().work()
                return nil
            }, box.toOpaque())
        self.id = id
    }

    func join() { pthread_join(id, nil) }

    private final class Box {
        let work: @Sendable () -> Void
        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
}
