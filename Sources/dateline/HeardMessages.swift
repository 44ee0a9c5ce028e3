import News
import Newsroom
import Reader
import Synchronization

/// What was reported while stories were read, for a reader that is told afterwards.
final class HeardMessages: Sendable {
    // A class, because the tasks that read report to it.
    private let heard = Mutex<(feeds: [Message], bookmarks: [Message], problems: [Problem], mended: [Problem])>(
        ([], [], [], []))

    func add(_ report: LoadReport) {
        heard.withLock { heard in
            switch report {
            case .feeds: heard.feeds = [Message(report)]
            case .bookmarks: heard.bookmarks.append(Message(report))
            case .problem(let problem): heard.problems.append(problem)
            case .mended(let problems): heard.mended += problems
            case .stories, .table, .removed, .fetched, .fetching, .progress: break
            }
        }
    }

    /// The last list of feeds that was told.
    var feeds: [Message] { heard.withLock { $0.feeds } }
    var bookmarks: [Message] { heard.withLock { $0.bookmarks } }

    /// What is wrong no longer, and what is: by its words, as which file failed first is chance.
    var problems: [Message] {
        heard.withLock { heard in
            (heard.mended.isEmpty ? [] : [.mended(heard.mended)])
                + heard.problems.sorted { $0.summary < $1.summary }.map { .problem($0) }
        }
    }
}

extension Newsroom {
    /// Reads stories, and answers what the reader would have been told by then, in an order that does not depend on the
    /// cores.
    /// - Parameter feed: the one whose files are read alone; nil for all.
    func loadedMessages(_ sources: LibrarySources, feed: String? = nil) -> [Message] {
        let heard = HeardMessages()
        load(sources, feed: feed) { heard.add($0) }
        do throws(Problem) {
            let headlines = try headlines()
            let end = Message.progress(done: headlines.count, total: headlines.count)
            return heard.feeds + heard.bookmarks + [.loaded(headlines), end] + heard.problems
        } catch {
            return heard.feeds + heard.bookmarks + heard.problems + [.problem(error)]
        }
    }

    /// Answers `.load`, when all is read.
    func answers(toLoading path: String) -> [Message] {
        do {
            try Newsroom.check([expanded(path)])
            return loadedMessages([expanded(path)])
        } catch {
            return [.failed(.load(path: path), error)]
        }
    }

    /// Fetches feeds, and answers what the reader would have been told by the time that all is fetched and read.
    func fetchedMessages(_ feeds: Set<String>?) -> [Message] {
        let told = Mutex<[Message]>([])
        refresh(feeds: feeds) { report in told.withLock { $0.append(Message(report)) } }
        extractWaiting { report in told.withLock { $0.append(Message(report)) } }
        return told.withLock { $0 }
    }
}
