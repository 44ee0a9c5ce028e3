import ArgumentParser
import Glibc
import News
import Newsroom
import Reader
import Synchronization

/// `dateline refresh [FEED …]`: fetches the feeds, and reads what is new.
struct RefreshCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh", abstract: "Fetches the feeds and reads their new stories; a line for each that failed.")

    @Flag(help: "Only feeds whose interval is over and that did not ask to be left alone.")
    var due = false

    @Argument(help: "Feeds or folders of feeds, by name or address. Without one: all.")
    var feeds: [String] = []

    @OptionGroup var options: CommonOptions

    func run() throws {
        let log = try options.messageLog
        let newsroom = Newsroom(dataFolder: try options.dataFolder, environment: .ofProcess)
        let wanted = try wanted(newsroom)
        // What could not be kept is not fetched.
        try newsroom.checkIndex()
        let round = RefreshRound(log)
        newsroom.refresh(feeds: wanted, onlyDue: due) { round.take($0) }
        round.say("Reading")
        newsroom.extractWaiting { round.take($0) }
        round.endProgress()
        newsroom.close()
        try put(round.summary + "\n")
        if round.hasFailures { throw Outcome.inputFailed }
    }

    /// The ids of the feeds that are named; nil for all.
    private func wanted(_ newsroom: Newsroom) throws -> Set<String>? {
        let list = try newsroom.subscriptions().subscriptions
        if list.feeds.isEmpty {
            throw Misuse(
                "There are no feeds to fetch.", remedy: "Subscribe to some with dateline feeds add or feeds import.")
        }
        if feeds.isEmpty { return nil }
        var ids: Set<String> = []
        for words in feeds {
            switch try list.reference(to: words) {
            case .feed(let id): ids.insert(id)
            case .folder(let path):
                ids.formUnion(list.feeds.filter { $0.folder.starts(with: path) }.map(\.id))
            case .smartFeed(let name):
                throw Misuse(
                    "“\(name)” is a smart feed, which has nothing to fetch.", remedy: "Name a feed or a folder.")
            }
        }
        return ids
    }
}

/// What a round of fetching came to, told as it goes.
private final class RefreshRound: Sendable {
    // A class, because the threads that fetch and read report to it.
    private struct Tally {
        var new = 0
        var edited = 0
        var unchanged = 0
        var feeds = 0
        var failed = 0
        var cancelled = 0
        var leftAlone = 0
        /// Each is told once, however many threads met it.
        var problems: Set<Problem> = []
        var doing = "Fetching"
        var shown = ContinuousClock.now
    }

    private let tally = Mutex(Tally())
    private let log: MessageLog?
    private let showsProgress = isatty(STDERR_FILENO) != 0

    init(_ log: MessageLog?) { self.log = log }

    var hasFailures: Bool { tally.withLock { $0.failed + $0.problems.count > 0 } }

    /// "12 new stories, 1 edited; 3 of 5 feeds had nothing new, 1 failed."
    var summary: String {
        tally.withLock { tally in
            var parts = "\(tally.new) new \(tally.new == 1 ? "story" : "stories")"
            if tally.edited > 0 { parts += ", \(tally.edited) edited" }
            parts += "; \(tally.unchanged) of \(tally.feeds) feeds had nothing new"
            if tally.failed > 0 { parts += ", \(tally.failed) failed" }
            if tally.leftAlone > 0 { parts += ", \(tally.leftAlone) left alone" }
            if tally.cancelled > 0 { parts += ", \(tally.cancelled) not fetched" }
            return parts + "."
        }
    }

    func say(_ doing: String) { tally.withLock { $0.doing = doing } }

    func take(_ report: LoadReport) {
        log?.write(Message(report))
        switch report {
        case .fetched(let result): take(result)
        case .problem(let problem):
            if tally.withLock({ $0.problems.insert(problem).inserted }) { complainAside(problem) }
        case .fetching(let done, let total), .progress(let done, let total): show(done, total)
        case .stories, .table, .removed, .bookmarks, .feeds: break
        }
    }

    func endProgress() { if showsProgress { tell("\r\u{1B}[K") } }

    private func take(_ result: FeedResult) {
        tally.withLock { tally in
            tally.feeds += 1
            switch result.outcome {
            case .new(let stories, let edited):
                tally.new += stories
                tally.edited += edited
                if stories + edited == 0 { tally.unchanged += 1 }
            case .unchanged: tally.unchanged += 1
            case .failed: tally.failed += 1
            case .leftAlone: tally.leftAlone += 1
            case .cancelled: tally.cancelled += 1
            }
        }
        switch result.outcome {
        case .failed(let problem):
            complainAside(
                Problem("\(result.name): \(problem.summary)", remedy: problem.remedy, detail: problem.detail))
        case .leftAlone(let until):
            let wish = until.map { "Its server asked to be left alone until \($0.iso8601)." } ?? "It is gone for good."
            complainAside(Problem("\(result.name): \(wish)", remedy: "Name it to have it asked all the same."))
        case .new, .unchanged, .cancelled:
            if let note = result.note { complainAside(Problem("\(result.name): \(note)")) }
        }
    }

    /// On a line of its own, whatever the progress has written there.
    private func complainAside(_ problem: Problem) {
        endProgress()
        complain(problem)
    }

    private func show(_ done: Int, _ total: Int) {
        guard showsProgress else { return }
        let words: String? = tally.withLock { tally in
            guard ContinuousClock.now - tally.shown > .milliseconds(100) else { return nil }
            tally.shown = .now
            return tally.doing
        }
        if let words { tell("\r\u{1B}[K\(words) \(done) of \(total)") }
    }
}

extension [String: String] {
    /// The variables that fetching asks for.
    static var ofProcess: [String: String] {
        var variables: [String: String] = [:]
        let names = [
            "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
            "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR",
        ]
        for name in names { if let value = getenv(name) { variables[name] = String(cString: value) } }
        return variables
    }
}
