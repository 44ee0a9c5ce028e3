import FolderKit
import Glibc
import News
import Synchronization
import Testing

@testable import Newsroom

@Suite struct NewsroomTests {
    private let folder = TemporaryFolder()
    private static let moment = Timestamp(seconds: 1_795_340_000)

    init() {
        mkdir(folder.path("News"), 0o700)
        mkdir(folder.path("News/World"), 0o700)
        mkdir(folder.path("other"), 0o700)
        mkdir(folder.path("other/News"), 0o700)
        write("World/ferry", "Ferry stops in Norway", "The ferry stopped in Oslo, Norway, on Monday.")
        write(
            "World/canal", "Canal opens in Egypt",
            "“The canal is open,” said Hana Sabry, the port director. No ferry came.")
        write("market", "Market day", "Apples were cheap. Pears were not.")
    }

    private func write(_ name: String, _ title: String, _ body: String) {
        folder.write(
            "\(title)\n\n\(body)\n\nMore will be known tomorrow, officials told reporters.\n", to: "News/\(name).txt")
    }

    private func newsroom() -> Newsroom { Newsroom(dataFolder: folder.path("data")) { Self.moment } }

    private func opened(_ path: String = "News") -> (Newsroom, [LoadReport]) {
        let newsroom = newsroom()
        let reports = Reports()
        newsroom.load([folder.path(path)]) { reports.add($0) }
        return (newsroom, reports.all)
    }

    @Test func everyStoryIsReportedOnceAndCounted() throws {
        folder.write("", to: "News/empty.txt")
        let (newsroom, reports) = opened()
        var titles: [String] = []
        var problems: [String] = []
        var last = (0, 0)
        for report in reports {
            switch report {
            case .stories(let headlines): titles += headlines.map(\.title)
            case .problem(let problem): problems.append(problem.summary)
            case .progress(let done, let total): last = (done, total)
            case .bookmarks(let bookmarks): #expect(bookmarks == [])
            case .removed(let ids): #expect(ids == [])
            case .mended(let problems): #expect(problems == [])
            case .fetched, .fetching, .feeds, .table: Issue.record("nothing is fetched here")
            }
        }
        #expect(titles.sorted() == ["Canal opens in Egypt", "Ferry stops in Norway", "Market day"])
        #expect(problems == ["News/empty.txt is empty."])
        #expect(last == (4, 4))
        #expect(
            try newsroom.headlines().map(\.id) == ["News/market.txt", "News/World/canal.txt", "News/World/ferry.txt"])
        #expect(try newsroom.headlines().map(\.feed.name) == ["News", "World", "World"])
        // The index alone: the user has made nothing yet.
        #expect(folder.names("data").allSatisfy { $0.hasPrefix("index.sqlite") })
    }

    @Test func searchFindsWordsInHeadlinesFirst() throws {
        let (newsroom, _) = opened()
        #expect(try newsroom.search("ferry").hits.map(\.id) == ["News/World/ferry.txt", "News/World/canal.txt"])
        #expect(try newsroom.search("FERRY canal").hits.map(\.id) == ["News/World/canal.txt"])
        #expect(try newsroom.search("zeppelin").hits.map(\.id) == [])
        #expect(try newsroom.search("").hits.count == 3)
    }

    @Test func aBookmarkedStoryIsReadableWhenItsFileIsGone() throws {
        let (newsroom, _) = opened()
        let bookmarks = try newsroom.setBookmark(true, id: "News/World/canal.txt")
        #expect(bookmarks.map(\.title) == ["Canal opens in Egypt"])
        #expect(bookmarks.first?.saved == Self.moment)
        #expect(try newsroom.headlines().filter(\.isBookmarked).map(\.id) == ["News/World/canal.txt"])
        let before = try newsroom.reading(id: "News/World/canal.txt")

        unlink(folder.path("News/World/canal.txt"))
        let (later, _) = opened()
        let headline = try #require(try later.headlines().last)
        #expect(headline.id == "News/World/canal.txt" && headline.feed == .kept && headline.isBookmarked)
        #expect(try later.reading(id: headline.id) == before)
        #expect(try later.search("canal").hits.map(\.id) == [headline.id])

        #expect(try later.setBookmark(false, id: headline.id) == [])
        #expect(folder.names("data/kept") == [])
    }

    @Test func aBookmarkWithoutAStoryIsStillListed() throws {
        mkdir(folder.path("data"), 0o700)
        folder.write(
            #"{"id":"https://example.org/x","title":"Elsewhere","countries":["NO"]}"#, to: "data/bookmarks.jsonl")
        let (newsroom, _) = opened()
        let headline = try #require(try newsroom.headlines().last)
        #expect(headline.title == "Elsewhere" && headline.countries.map(\.code) == ["NO"])
        let problem = try #require(throws: Problem.self) { try newsroom.reading(id: headline.id) }
        #expect(problem.summary == "The text of “Elsewhere” is gone and no copy was kept.")
    }

    @Test func aQuoteIsKeptWithItsWordsAndSpeaker() throws {
        let (newsroom, _) = opened()
        let id = "News/World/canal.txt"
        let reading = try newsroom.reading(id: id)
        // Whatever extraction finds in it: without a quote there is none to keep.
        guard let quote = reading.quotes.first else {
            #expect(throws: Problem.self) { try newsroom.setQuoteBookmark(true, id: id, quote: 0) }
            return
        }
        let kept = try newsroom.setQuoteBookmark(true, id: id, quote: 0)
        #expect(kept.map(\.quote?.words) == ["The canal is open,"])
        #expect(kept.first?.quote?.speaker == quote.speaker?.name)
        #expect(try newsroom.setBookmark(true, id: id).count == 2)
        #expect(try newsroom.setQuoteBookmark(false, id: id, quote: 0).map(\.quote) == [nil])
    }

    @Test func readMarksLast() throws {
        let (newsroom, _) = opened()
        try newsroom.setRead(true, ids: ["News/market.txt", "News/World/ferry.txt"])
        try newsroom.setRead(false, ids: ["News/World/ferry.txt"])
        #expect(try newsroom.headlines().map(\.isRead) == [true, false, false])
        #expect(try opened().0.headlines().map(\.isRead) == [true, false, false])
    }

    @Test func aFileKeepsItsIdFromWhereverItIsOpened() throws {
        let (newsroom, _) = opened()
        _ = try newsroom.setBookmark(true, id: "News/World/ferry.txt")
        for path in ["News/World", "News/../News/World/ferry.txt"] {
            let newsroom = Newsroom(dataFolder: folder.path("data"))
            newsroom.load([folder.path(path)], bookmarksToo: false) { _ in }
            let ferry = try #require(try newsroom.headlines().first { $0.id == "News/World/ferry.txt" })
            #expect(ferry.isBookmarked)
        }
    }

    @Test func filesOfOneNameInFoldersOfOneNameStayApart() throws {
        let (newsroom, _) = opened()
        _ = try newsroom.setBookmark(true, id: "News/market.txt")
        folder.write("A fair\n\nThe fair is open.\n", to: "other/News/market.txt")
        for _ in 0..<2 {
            let other = Newsroom(dataFolder: folder.path("data"))
            other.load([folder.path("other/News")], bookmarksToo: false) { _ in }
            let fair = try #require(try other.headlines().first)
            #expect(fair.id == "other/News/market.txt" && fair.title == "A fair" && !fair.isBookmarked)
        }
    }

    /// What somebody marked is still marked when the folder has moved.
    @Test func anIdIsFreeWhenItsFileIsGone() throws {
        _ = opened()
        folder.write("A fair\n\nThe fair is open.\n", to: "other/News/market.txt")
        rename(folder.path("News"), folder.path("was"))
        let other = Newsroom(dataFolder: folder.path("data"))
        other.load([folder.path("other/News")], bookmarksToo: false) { _ in }
        #expect(try other.headlines().map(\.id) == ["News/market.txt"])
    }

    @Test func withoutADataFolderStoriesAreReadAndNothingIsKept() throws {
        let newsroom = Newsroom(dataFolder: nil)
        let reports = Reports()
        newsroom.load([folder.path("News")]) { reports.add($0) }
        newsroom.reportChangedBookmarks { reports.add($0) }
        #expect(try newsroom.headlines().count == 3)
        #expect(
            !reports.all.contains {
                if case .problem = $0 { true } else { false }
            })
        #expect(throws: Problem.self) { try newsroom.setBookmark(true, id: "News/market.txt") }
        #expect(throws: Problem.self) { try newsroom.setRead(true, ids: ["News/market.txt"]) }
    }

    @Test func aChangeOfTheBookmarksByOthersIsReported() throws {
        let (newsroom, _) = opened()
        let quiet = Reports()
        newsroom.reportChangedBookmarks { quiet.add($0) }
        #expect(quiet.all.isEmpty)
        _ = try self.newsroom().keep(
            Bookmark(id: "x", title: "X", source: nil, link: nil, countries: [], saved: Self.moment), of: nil)
        let reports = Reports()
        newsroom.reportChangedBookmarks { reports.add($0) }
        newsroom.reportChangedBookmarks { reports.add($0) }
        #expect(reports.all.count == 2)
        guard case .stories(let headlines) = reports.all.first, case .bookmarks(let bookmarks) = reports.all.last else {
            Issue.record("reported \(reports.all)")
            return
        }
        #expect(headlines.map(\.title) == ["X"])
        #expect(bookmarks.map(\.id) == ["x"])
    }

    @Test func aPathWithNothingThereIsToldBeforeReading() throws {
        #expect(throws: Problem.self) { try Newsroom.check([folder.path, folder.path("nowhere")]) }
        try Newsroom.check([folder.path])
        let odd = #expect(throws: Problem.self) { try Newsroom.check([folder.path("caf\u{FFFD}.txt")]) }
        #expect(odd?.remedy.contains("folder") == true)
    }
}

/// What was reported, from any thread.
private final class Reports: Sendable {
    private let reports = Mutex<[LoadReport]>([])

    var all: [LoadReport] { reports.withLock { $0 } }

    func add(_ report: LoadReport) { reports.withLock { $0.append(report) } }
}
