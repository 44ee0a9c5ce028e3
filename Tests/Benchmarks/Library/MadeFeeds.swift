import Feeds
import Glibc
import News
import Synchronization

/// A hundred web feeds of made stories, written as files.
enum MadeFeeds {
    private static let feedCount = 100

    /// - Parameter count: of all stories; each feed has a hundredth.
    static func write(ofStories count: Int, by maker: StoryMaker, in folder: String) throws -> LibraryFeeds {
        precondition(count % 1000 == 0, "a thousandth of the stories is marked")
        try makeFolder(folder)
        let next = Atomic(0)
        let failure = Mutex<Obstacle?>(nil)
        let perFeed = count / feedCount
        let workers = (0..<sysconf(Int32(_SC_NPROCESSORS_ONLN))).map { _ in
            Worker {
                while true {
                    let feed = next.add(1, ordering: .relaxed).oldValue
                    guard feed < feedCount else { return }
                    do {
                        try write(feed, ofStories: perFeed, by: maker, to: "\(folder)/\(file(ofFeed: feed))")
                    } catch {
                        failure.withLock { $0 = Obstacle("\(error)") }
                    }
                }
            }
        }
        for worker in workers { worker.join() }
        if let failure = failure.withLock({ $0 }) { throw failure }
        return LibraryFeeds(
            folder: folder,
            feeds: (0..<feedCount).map { .init(file: file(ofFeed: $0), title: name(ofFeed: $0), storyCount: perFeed) },
            rare: .init(words: "thistlequay", count: count / 1000),
            common: .init(words: "quarterdeck", count: count / 10 * 7),
            speaker: .init(words: "speaker:halvorsen", count: count / 100))
    }

    private static func name(ofFeed number: Int) -> String { "Made feed \(number)" }

    private static func file(ofFeed number: Int) -> String { "feed-\(number).xml" }

    /// The rare word is in one story of a thousand, the common one in seven of ten, the speaker in one of a hundred. As many
    /// others have a word that begins alike, so that what is found before the last letter is typed is no answer.
    private static func marks(ofStory number: Int) -> String {
        var text = ""
        switch number % 1000 {
        case 137: text += "<p>The boat lay at the thistlequay all night.</p>"
        case 637: text += "<p>The boat lay at the thistlequarry all night.</p>"
        default: break
        }
        switch number % 10 {
        case 0..<7: text += "<p>More of this stands on the quarterdeck.</p>"
        case 7: text += "<p>More of this stands on the quarterdesk.</p>"
        default: break
        }
        if number % 100 == 50 {
            text += "<p>“The harbour will open again in spring,” said Ingeborg Halvorsen, the harbour master.</p>"
        }
        return text
    }

    private static func write(_ feed: Int, ofStories count: Int, by maker: StoryMaker, to path: String) throws {
        let file = try WrittenFile(path)
        let head = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel><title>\(name(ofFeed: feed))</title><link>http://news.example/\(feed)</link>\
            <description>Made news</description>

            """
        try file.append(Array(head.utf8))
        for place in 0..<count {
            // The feeds by turns, so that each has stories of all times and of all samples.
            let number = place * feedCount + feed
            try file.append(Array(item(of: maker.story(number), number: number).utf8))
        }
        try file.append(Array("</channel></rss>\n".utf8))
    }

    private static func item(of story: StoryMaker.Story, number: Int) -> String {
        let format = ArticleFormat(fileName: story.fileName) ?? .plain
        let article = article(id: story.fileName, feed: story.feed, bytes: Array(story.text.utf8), format: format)
        let body = article.paragraphs.filter { $0.part.isBody || $0.part == .standfirst }
            .map { "<p>\(escaped(article.text[$0.span]))</p>" }.joined(separator: "\n")
        let link = "http://news.example/story/\(number)"
        return """
            <item><title>\(escaped(Substring(article.title)))</title><guid>\(link)</guid><link>\(link)</link>\
            <pubDate>\(date(ofStory: number))</pubDate><description><![CDATA[\(body)\(marks(ofStory: number))]]>\
            </description></item>

            """
    }

    private static func escaped(_ text: Substring) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }

    /// As feeds write it; a minute older from story to story.
    private static func date(ofStory number: Int) -> String {
        var moment = 1_780_000_000 - 60 * number
        var parts = tm()
        gmtime_r(&moment, &parts)
        var text = [UInt8](repeating: 0, count: 64)
        let count = text.withUnsafeMutableBytes { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                strftime($0.baseAddress, $0.count, "%a, %d %b %Y %T GMT", &parts)
            }
        }
        return String(decoding: text[..<count], as: UTF8.self)
    }
}

/// All files in a folder and below it, together.
func bytes(ofFiles folder: String) throws -> Int {
    try names(in: folder).reduce(0) { sum, name in
        let path = "\(folder)/\(name)"
        var status = stat()
        guard stat(path, &status) == 0 else { throw Obstacle("\(path) is gone", errno) }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        return sum + (isFolder ? try bytes(ofFiles: path) : Int(status.st_size))
    }
}
