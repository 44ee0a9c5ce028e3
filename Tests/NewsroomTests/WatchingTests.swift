import FolderKit
import Glibc
import News
import Storage
import Synchronization
import Testing

@testable import Newsroom

/// Files and lists that others change while the reader is open.
@Suite struct WatchingTests {
    private let folder = TemporaryFolder()

    @Test func filesAppearChangeAndVanish() throws {
        mkdir(folder.path("news"), 0o755)
        folder.write("Old\n\nThe bridge is closed.", to: "news/old.txt")
        let watched = WatchedNewsroom([folder.path("news")], data: folder.path("data"))
        folder.write("New\n\nThe tunnel is open.", to: "news/new.txt")
        try watched.wait { Set($0) == ["Old", "New"] }
        folder.write("Newer\n\nThe tunnel is open again.", to: "news/new.txt")
        try watched.wait { Set($0) == ["Old", "Newer"] }
        // Folders made later, also those moved here whole.
        mkdir(folder.path("news/deep"), 0o755)
        mkdir(folder.path("news/deep/er"), 0o755)
        folder.write("Deep\n\nA mine.", to: "news/deep/er/a.md")
        try watched.wait { $0.contains("Deep") }
        rename(folder.path("news/deep"), folder.path("elsewhere"))
        try watched.wait { !$0.contains("Deep") }
        unlink(folder.path("news/new.txt"))
        unlink(folder.path("news/old.txt"))
        try watched.wait { $0.isEmpty }
        // The folder itself goes and comes back.
        rmdir(folder.path("news"))
        mkdir(folder.path("news"), 0o755)
        folder.write("Back\n\nThe bridge is open.", to: "news/back.txt")
        try watched.wait { $0 == ["Back"] }
        watched.end()
        #expect(watched.problems == [])
    }

    @Test func aStormIsReadOnce() throws {
        mkdir(folder.path("news"), 0o755)
        let watched = WatchedNewsroom([folder.path("news")], data: folder.path("data"))
        for number in 0..<10_000 {
            folder.write("Story\n\nText.", to: "news/a.tmp")
            rename(folder.path("news/a.tmp"), folder.path("news/\(number % 5).txt"))
        }
        folder.write("End\n\nText.", to: "news/end.txt")
        try watched.wait { $0.contains("End") }
        watched.end()
        #expect(watched.tellings < 200, "a few files for each half second that the storm takes")
    }

    /// Read anew, a file or a list that is still wrong is told once; one that was mended is told too.
    @Test func aFaultIsToldOnceAndGoesWhenItIsMended() throws {
        mkdir(folder.path("news"), 0o755)
        mkdir(folder.path("data"), 0o755)
        folder.write("", to: "news/a.txt")
        folder.write("", to: "news/b.txt")
        folder.write("<opml", to: "data/feeds.opml")
        let newsroom = Newsroom(dataFolder: folder.path("data"))
        let sources = LibrarySources(paths: [folder.path("news")], hasSubscriptions: true)
        let told = Mutex<Set<Problem>>([])
        func load(_ count: Int) {
            newsroom.load(sources) { report in
                switch report {
                case .problem(let problem): told.withLock { _ = $0.insert(problem) }
                case .mended(let problems): told.withLock { $0.subtract(problems) }
                default: break
                }
            }
            newsroom.reportChangesOfOthers(in: sources) { report in
                if case .mended(let problems) = report { told.withLock { $0.subtract(problems) } }
            }
            let summaries = told.withLock { $0.map(\.summary).sorted() }
            #expect(summaries.count == count, "\(summaries)")
        }
        load(3)
        load(3)
        folder.write("Mended\n\nThe bridge is open.", to: "news/a.txt")
        load(2)
        folder.write("<opml version='2.0'><body/></opml>", to: "data/feeds.opml")
        load(1)
        unlink(folder.path("news/b.txt"))
        load(0)
        newsroom.close()
    }

    @Test func whatOthersDoWithFeedsIsSeen() throws {
        let data = folder.path("data")
        let other = Newsroom(dataFolder: data)
        let first = try #require(FeedAddress("https://a.example/feed"))
        try other.subscribe(Subscription(address: first, name: "Gull"))
        let number = try other.index.number(ofFeed: first.key, isWeb: true)
        try other.index.keep([WatchedNewsroom.draft("One")], WatchedNewsroom.fetch, feed: number)
        let newsroom = Newsroom(dataFolder: data)
        let sources = LibrarySources(paths: [], hasSubscriptions: true)
        newsroom.load(sources) { _ in }
        func expect(_ titles: Set<String>, isNews: Bool = true) throws {
            let tables = Mutex(0)
            newsroom.reportChangesOfOthers(in: sources) { report in
                if case .table = report { tables.withLock { $0 += 1 } }
            }
            #expect(try Set(newsroom.headlines().map(\.title)) == titles)
            #expect(tables.withLock { $0 > 0 } == isNews)
        }
        try expect(["One"], isNews: false)
        // What this one does itself is no news.
        try newsroom.index.keep([WatchedNewsroom.draft("Own")], WatchedNewsroom.fetch, feed: number)
        try expect(["One"], isNews: false)
        try other.index.keep([WatchedNewsroom.draft("Two")], WatchedNewsroom.fetch, feed: number)
        try expect(["One", "Own", "Two"])
        let second = try #require(FeedAddress("https://b.example/feed"))
        let another = try other.index.number(ofFeed: second.key, isWeb: true)
        try other.index.keep([WatchedNewsroom.draft("Three")], WatchedNewsroom.fetch, feed: another)
        try other.subscribe(Subscription(address: second))
        try expect(["One", "Own", "Two", "Three"])
        _ = try other.unsubscribe(.feed(first.key))
        try expect(["Three"])
        newsroom.close()
        other.close()
    }
}
