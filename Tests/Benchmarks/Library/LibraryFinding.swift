import News
import Newsroom
import PtyKit

/// What is found in a library that is there: by search, by country, by mark; and a story opened.
extension Bench {
    func finding(_ data: String, _ library: ServedLibrary, _ newsboat: NewsboatLibrary?) throws -> [Row] {
        let peer = try newsboat?.start().program
        let session = try OpenedNewsroom(data)
        func searching(for what: String, _ mark: LibraryFeeds.Mark, limit: Double) throws -> [Row] {
            let count = try mark.count ?? session.count(mark.words)
            let reader = try openedReader(of: data, library)
            let times = try byTurns(repeats.finds) {
                try reader.find(mark.words, in: count)
            } beside: {
                try peer?.newsboatFinds(mark.words, in: count)
            }
            let peers = times.peer.compactMap(\.self)
            return [
                Row(
                    "Words typed until painted: \(what), \(grouped(count)) stories", Times(times.ours),
                    beside: "newsboat's search", peers.isEmpty ? nil : Times(peers), limit: limit),
                Row(
                    "… the search itself, without a screen", try session.times(of: mark.words, in: count, repeats.finds)
                ),
            ]
        }
        let feeds = library.feeds
        return attempt("Search for a rare word") { try searching(for: "a rare word", feeds.rare, limit: 20) }
            + attempt("Search for a common word") {
                try searching(for: "a word of most stories", feeds.common, limit: 30)
            }
            + attempt("Search for a speaker") { try findingSpeaker(data, library, session) }
            + attempt("Stories about a country") { [try listingCountry(data, library, session)] }
            + attempt("Unread stories") { [try listingUnread(data, library)] }
            + attempt("Opening") { [try opening(try openedReader(of: data, library), peer)] }
    }

    /// With all stories listed, and nothing going on any more.
    private func openedReader(of data: String, _ library: ServedLibrary) throws -> WatchedReader {
        let reader = try feedReader(of: data, stories: library.count)
        try reader.waitForAll()
        try reader.program.quiet()
        return reader
    }

    private func findingSpeaker(
        _ data: String, _ library: ServedLibrary, _ session: OpenedNewsroom
    ) throws -> [Row] {
        // Who speaks is found by extraction, which may miss somebody; the row tells how often.
        let marked = library.feeds.speaker
        let count = try session.count(marked.words)
        guard 1...(marked.count ?? .max) ~= count else { throw Obstacle("\(count) stories quote the speaker.") }
        let reader = try openedReader(of: data, library)
        let times = try byTurns(repeats.finds) {
            try reader.find(marked.words, in: count)
        } beside: {
        }
        let name =
            marked.count.map { "\(grouped(count)) found of \(grouped($0)) stories" } ?? "\(grouped(count)) stories"
        return [
            Row("`speaker:` typed until painted: \(name)", Times(times.ours), limit: 20),
            Row("… the search itself, without a screen", try session.times(of: marked.words, in: count, repeats.finds)),
        ]
    }

    private func listingCountry(_ data: String, _ library: ServedLibrary, _ session: OpenedNewsroom) throws -> Row {
        // The reader counts in its own columns, the newsroom in the index: both have to come to the same.
        let count = try session.count("country:norway")
        guard count > 0 else { throw Obstacle("No story is about Norway.") }
        let reader = try openedReader(of: data, library)
        let times = try (0..<repeats.finds).map { _ in try reader.list(country: "norway", of: count) }
        return Row("Stories about a country listed: \(grouped(count))", Times(times), limit: 20)
    }

    private func listingUnread(_ data: String, _ library: ServedLibrary) throws -> Row {
        guard let feed = library.feeds.feeds.last else { preconditionFailure("there are two at least") }
        let unread = library.count - feed.storyCount
        let reader = try openedReader(of: data, library)
        try reader.markRead(feed: feed.title, leaving: unread)
        let times = try (0..<repeats.finds).map { _ in try reader.listUnread(unread) }
        return Row("Unread stories listed: \(grouped(unread))", Times(times), limit: 20)
    }

    private func opening(_ reader: WatchedReader, _ peer: PtyProgram?) throws -> Row {
        peer?.send("\r")
        try peer?.wait("newsboat's list") { $0.screen.line(0).contains("Articles in feed") }
        try peer?.quiet()
        let times = try byTurns(repeats.keys / 5) {
            try reader.openNext()
        } beside: {
            try peer?.newsboatOpens()
        }
        let peers = times.peer.compactMap(\.self)
        return Row(
            "The next story opened, with quotes, names and countries", Times(times.ours), .rareWorst,
            beside: "newsboat, the text", peers.isEmpty ? nil : Times(peers), limit: 16)
    }
}

/// The model's own door to a data folder, without a screen.
private struct OpenedNewsroom {
    private let newsroom: Newsroom

    init(_ data: String) throws {
        newsroom = Newsroom(dataFolder: data)
        newsroom.load(LibrarySources(paths: [], hasSubscriptions: true)) { _ in }
    }

    func count(_ words: String) throws -> Int {
        let found = try newsroom.search(words, limit: 200)
        return found.hits.count + found.others.count
    }

    func times(of words: String, in stories: Int, _ repeats: Int) throws -> Times {
        Times(
            try (0..<repeats).map { _ in
                try time {
                    let found = try count(words)
                    guard found == stories else {
                        throw Obstacle("“\(words)” is in \(stories) stories; \(found) were found.")
                    }
                }
            })
    }
}
