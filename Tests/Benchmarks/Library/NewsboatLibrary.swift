import Glibc
import PtyKit

/// Newsboat with the same feeds from the same server, its files in a folder of its own.
struct NewsboatLibrary {
    private static let path = "/usr/bin/newsboat"
    private let folder: String
    private let feeds: [LibraryFeeds.Feed]
    let command: [String]

    /// Nil where it is not installed.
    init?(of library: ServedLibrary, in scratch: ScratchFolder) throws {
        guard access(Self.path, X_OK) == 0 else { return nil }
        feeds = library.feeds.feeds
        folder = scratch.path("newsboat-\(UInt64.random(in: 0...UInt64.max))")
        try makeFolder(folder)
        try WrittenFile("\(folder)/config").append([])
        command = [Self.path, "-u", library.list, "-c", "\(folder)/cache.db", "-C", "\(folder)/config"]
    }

    /// What fetches all that is new.
    var reload: [String] { command + ["-x", "reload"] }

    var disk: Int {
        get throws { try bytes(ofFiles: folder) }
    }

    /// On a terminal, its feeds listed.
    /// - Returns: also the time from its start.
    func start() throws -> (program: PtyProgram, time: Duration) {
        let start = ContinuousClock.now
        let program = try PtyProgram(Self.path, Array(command.dropFirst()), columns: Bench.columns, rows: Bench.rows)
        let wanted = "(\(feeds.count) unread, \(feeds.count) total)"
        let first = feeds[0].title
        try program.wait("newsboat's feeds", within: .seconds(300)) {
            $0.screen.line(0).contains(wanted) && $0.screen.line(1).contains(first)
        }
        return (program, ContinuousClock.now - start)
    }
}

extension PtyProgram {
    /// Newsboat's search in all feeds, from the list of them.
    /// - Returns: the time from the words until so many stories are listed.
    func newsboatFinds(_ words: String, in count: Int) throws -> Duration {
        send("/")
        try wait("newsboat's search") { $0.screen.text.contains("Search for:") }
        let time = try time {
            send(words + "\r")
            try wait("newsboat's hits", within: .seconds(300)) {
                $0.screen.line(0).contains("Search results") && $0.screen.line(0).contains(" \(count) total)")
            }
        }
        send("q")
        try wait("newsboat's feeds again", within: .seconds(60)) { $0.screen.line(0).contains("Your feeds") }
        try quiet()
        return time
    }

    /// Newsboat's next story of a list, opened and left again.
    func newsboatOpens() throws -> Duration {
        let time = try time {
            send("\r")
            try wait("newsboat's story") {
                $0.screen.line(0).contains("Article '") && $0.screen.text.contains("Title:")
            }
        }
        send("q")
        try wait("newsboat's list again") { $0.screen.line(0).contains("Articles in feed") }
        send("j")
        try quiet()
        return time
    }

    func newsboatQuits() throws -> Duration {
        try time {
            send("Q")
            _ = try ending(within: .seconds(60))
        }
    }
}
