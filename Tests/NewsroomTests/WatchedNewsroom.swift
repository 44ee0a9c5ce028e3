import Glibc
import News
import Storage
import Synchronization
import Testing

@testable import Newsroom

/// A newsroom that watches its folders, and its session to wait for.
struct WatchedNewsroom {
    private let newsroom: Newsroom
    private let told = Told()
    private let worker: Worker

    /// What was told; a class, because the thread that watches writes it.
    private final class Told: Sendable {
        let state = Mutex<(count: Int, problems: [Problem])>((0, []))
    }

    init(_ sources: LibrarySources, data: String) {
        let newsroom = Newsroom(dataFolder: data)
        self.newsroom = newsroom
        worker = Worker { [told] in
            newsroom.watch(sources) { report in
                told.state.withLock { state in
                    if case .stories = report { state.count += 1 }
                    if case .problem(let problem) = report { state.problems.append(problem) }
                }
            }
        }
        // It watches before the files are read.
        while newsroom.watching.withLock({ $0 == nil }) { sched_yield() }
        newsroom.load(sources) { _ in }
    }

    /// How often stories were told.
    var tellings: Int { told.state.withLock { $0.count } }
    var problems: [Problem] { told.state.withLock { $0.problems } }

    /// Waits until the titles of the session are such, for five seconds.
    func wait(_ isReached: ([String]) -> Bool) throws {
        let end = ContinuousClock.now + .seconds(5)
        while ContinuousClock.now < end {
            if isReached(try newsroom.headlines().map(\.title)) { return }
            usleep(2_000)
        }
        Issue.record("\(try newsroom.headlines().map(\.title))")
    }

    func end() {
        newsroom.stop()
        worker.join()
        newsroom.close()
    }

    static func draft(_ title: String) -> StoryDraft {
        StoryDraft(
            key: title, name: "name of \(title)", title: title, source: nil, byline: nil, link: nil,
            published: Timestamp(seconds: 1_795_340_400), language: nil, text: Array("A text.".utf8),
            packer: TextPacker())
    }

    static var fetch: FetchRecord {
        FetchRecord(
            at: Timestamp(seconds: 1_795_340_400),
            outcome: .new(
                FetchRecord.Content(title: nil, site: nil, validators: FeedRecord.Validators(), size: 1)))
    }
}
