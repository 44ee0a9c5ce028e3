import FolderKit
import News
import ServerKit
import Storage
import Testing

@testable import Newsroom

/// Forty feeds that do what feeds of the world do, asked every hour for a week while a reader is open: nothing is lost or
/// doubled, and what is told of each feed's health is true.
@Suite struct WeekTests {
    private let folder = TemporaryFolder()
    private let week = FeedWeek(sites: 40)

    @Test func aWeekLosesAndDoublesNothing() throws {
        let server = try LoopbackServer { [week] in week.answer($0) }
        let reader = newsroom()
        for site in 0..<week.count {
            let address = try #require(FeedAddress("http://127.0.0.1:\(server.port)/\(site)"))
            // Some are looked at seldom.
            try reader.subscribe(Subscription(address: address, interval: [nil, 180, 360, 1_440][site / 10]))
        }
        reader.load(LibrarySources(paths: [], hasSubscriptions: true)) { _ in }
        for hour in 0..<7 * 24 {
            week.setHour(hour)
            refresh()
            if hour % 24 == 13 {
                try checkHealth()
                try use(reader)
            }
        }
        // All are well at last, and nobody waits for a time to come.
        week.setHour(7 * 24)
        refresh(isForced: true)
        try checkHealth()
        try checkStories()
        try use(reader)
        reader.close()
    }

    private func newsroom() -> Newsroom { Newsroom(dataFolder: folder.path("data")) { [week] in week.now } }

    /// As the command does it: in a program of its own.
    private func refresh(isForced: Bool = false) {
        let newsroom = newsroom()
        let all = isForced ? try? Set(newsroom.subscriptions().subscriptions.feeds.map(\.id)) : nil
        newsroom.refresh(feeds: all, onlyDue: !isForced) { report in
            if case .problem(let problem) = report { Issue.record("\(problem)") }
        }
        newsroom.extractWaiting { _ in }
        newsroom.close()
    }

    /// Reads and writes what others write at the same time.
    private func use(_ reader: Newsroom) throws {
        reader.load(LibrarySources(paths: [], hasSubscriptions: true)) { _ in }
        #expect(try !reader.search("harbour").hits.isEmpty)
        let newest = try #require(try reader.headlines().first)
        try reader.setRead(true, ids: [newest.id])
        #expect(try reader.reading(id: newest.id).article.text.contains("harbour"))
    }

    private func checkHealth() throws {
        let newsroom = newsroom()
        let health = try newsroom.feedHealth()
        #expect(health.count == week.count)
        for (id, told) in health {
            let site = try #require(Int(id.split(separator: "/").last ?? ""))
            let truth = week.truth(of: site)
            #expect(told.checked == truth.asked, "site \(site)")
            #expect(told.succeeded == truth.succeeded, "site \(site)")
            #expect(told.failures == truth.failures, "site \(site): \(told.failure?.summary ?? "")")
            #expect((told.failure != nil) == (truth.failures > 0), "site \(site)")
            #expect(told.isGone == truth.isGone, "site \(site)")
            #expect((told.movedTo != nil) == truth.hasMoved, "site \(site)")
        }
        newsroom.close()
    }

    private func checkStories() throws {
        let newsroom = newsroom()
        newsroom.load(LibrarySources(paths: [], hasSubscriptions: true)) { _ in }
        var titles: [String: [String]] = [:]
        for headline in try newsroom.headlines() { titles[headline.feed.id, default: []].append(headline.title) }
        for (id, found) in titles {
            let site = try #require(Int(id.split(separator: "/").last ?? ""))
            #expect(found.sorted() == week.truth(of: site).titles.values.sorted(), "site \(site)")
        }
        #expect(titles.count == week.count)
        #expect(try newsroom.index.countWaiting() == 0)
        newsroom.close()
    }
}
