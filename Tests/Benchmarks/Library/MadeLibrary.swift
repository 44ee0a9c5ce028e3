/// Made feeds and the server that has them, for as long as they are measured.
final class MadeLibrary {
    // A class, because its server is stopped once.
    let feeds: MadeFeeds
    let server: FeedServer
    /// The feeds as newsboat lists them, which Dateline imports: an address and a name in each line.
    let list: String

    var count: Int { feeds.storyCount }

    init(ofStories count: Int, for bench: Bench) throws {
        let folder = bench.scratch.path("feeds-\(count)")
        feeds = try MadeFeeds(ofStories: count, by: bench.maker, in: folder)
        server = try FeedServer(of: folder)
        let lines = (0..<MadeFeeds.feedCount).map { [server] number in
            "http://127.0.0.1:\(server.port)/feed-\(number).xml \"~\(MadeFeeds.name(ofFeed: number))\"\n"
        }
        list = "\(folder)-urls"
        try WrittenFile(list).append(Array(lines.joined().utf8))
    }

    deinit { server.stop() }
}

extension Bench {
    /// A new data folder that is subscribed to a library's feeds and has none of their stories.
    func subscribed(to library: MadeLibrary) throws -> String {
        let data = scratch.path("data-\(UInt64.random(in: 0...UInt64.max))")
        _ = try ProgramRun([program, "feeds", "import", "--data", data, library.list])
        return data
    }

    /// What fetches and reads all that is new.
    func refresh(_ data: String) -> [String] { [program, "refresh", "--data", data] }
}
