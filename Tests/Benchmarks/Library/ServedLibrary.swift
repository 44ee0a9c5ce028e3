/// Feeds and the server that has them, for as long as they are measured.
final class ServedLibrary {
    // A class, because its server is stopped once.
    let feeds: LibraryFeeds
    let server: FeedServer
    /// The feeds as newsboat lists them, which Dateline imports: an address and a name in each line.
    let list: String

    var count: Int { feeds.storyCount }

    init(_ feeds: LibraryFeeds, for bench: Bench) throws {
        self.feeds = feeds
        server = try FeedServer(of: feeds.folder)
        let lines = feeds.feeds.map { [server] in
            "http://127.0.0.1:\(server.port)/\($0.file) \"~\($0.title)\"\n"
        }
        list = bench.scratch.path("urls-\(feeds.storyCount)")
        try WrittenFile(list).append(Array(lines.joined().utf8))
    }

    /// Of made feeds.
    convenience init(ofStories count: Int, for bench: Bench) throws {
        let folder = bench.scratch.path("feeds-\(count)")
        try self.init(MadeFeeds.write(ofStories: count, by: bench.maker, in: folder), for: bench)
    }

    deinit { server.stop() }
}

extension Bench {
    /// A new data folder that is subscribed to a library's feeds and has none of their stories.
    func subscribed(to library: ServedLibrary) throws -> String {
        let data = scratch.path("data-\(UInt64.random(in: 0...UInt64.max))")
        _ = try ProgramRun([program, "feeds", "import", "--data", data, library.list])
        return data
    }

    /// What fetches and reads all that is new.
    func refresh(_ data: String) -> [String] { [program, "refresh", "--data", data] }
}
