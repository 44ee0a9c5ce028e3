import Glibc
import PtyKit

/// The feed reader that many people use in a terminal, on feeds made for it.
extension Bench {
    /// Newsboat as it is just started, with one feed that it has read before; nil where it is not installed.
    func newsboat(on feed: String) throws -> PtyProgram? {
        let path = "/usr/bin/newsboat"
        guard access(path, X_OK) == 0 else { return nil }
        let folder = scratch.path("newsboat-\(UInt64.random(in: 0...UInt64.max))")
        try makeFolder(folder)
        try WrittenFile("\(folder)/feed.xml").append(Array(feed.utf8))
        try WrittenFile("\(folder)/urls").append(Array("file://\(folder)/feed.xml\n".utf8))
        try WrittenFile("\(folder)/config").append([])
        let arguments = ["-u", "\(folder)/urls", "-c", "\(folder)/cache.db", "-C", "\(folder)/config"]
        _ = try ProgramRun([path] + arguments + ["-x", "reload"])
        let program = try PtyProgram(path, arguments, columns: Self.columns, rows: Self.rows)
        try program.wait(for: "Feed of news", within: .seconds(60))
        try program.quiet()
        return program
    }

    func feed(_ items: String) -> String {
        """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Feed of news</title><link>http://news.example/</link>\
        <description>News</description>\(items)</channel></rss>
        """
    }

    /// A feed of short stories.
    func listFeed(ofStories count: Int) -> String {
        feed(
            (1...count).map {
                """
                <item><title>Story \($0) of the day tells of a thing that took a whole year to happen</title>\
                <guid>\($0)</guid><link>http://news.example/\($0)</link><description>Words of it.</description></item>
                """
            }.joined())
    }
}
