import Glibc
import News
import Reader

/// Writes every message and effect to a file, one a line, with the milliseconds since the start: what `--log` asks for.
struct MessageLog {
    private let file: Int32
    private let start = ContinuousClock.now

    init(path: String) throws {
        file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0o600)
        if file < 0 {
            throw Misuse(Problem("The log “\(path)” cannot be written.", detail: String(cString: strerror(errno))))
        }
    }

    func write(_ message: Message) { write("message \(Self.words(for: message))") }
    func write(_ effect: Effect) { write("effect  \(effect)") }

    private func write(_ words: String) {
        let time = ContinuousClock.now - start
        let microseconds = time.components.seconds * 1_000_000 + time.components.attoseconds / 1_000_000_000_000
        let line = "\(microseconds / 1000).\(String(microseconds % 1000 + 1000).dropFirst()) \(clean(words))\n"
        // A log that cannot be written is no reason to stop reading the news.
        _ = line.withCString { Glibc.write(file, $0, strlen($0)) }
    }

    /// Without the texts of stories.
    private static func words(for message: Message) -> String {
        switch message {
        case .fetched(_, let name, let problem): "fetched \(name): \(problem?.summary ?? "well")"
        case .feeds(let listing):
            "feeds \(listing.feeds.count), \(listing.folders.count) folders, \(listing.smartFeeds.count) smart feeds"
        case .evaluated(let smart, let stories): "evaluated \(smart.name): \(stories.count)"
        case .loaded(let headlines): "loaded \(headlines.count): \(headlines.prefix(3).map(\.id)) …"
        case .loadedAll(let headlines): "loaded \(headlines.count) from the index"
        case .removed(let ids): "removed \(ids.count): \(ids.prefix(3)) …"
        case .opened(let reading):
            "opened \(reading.article.id), \(reading.quotes.count) quotes, \(reading.entities.count) names"
        case .paths(let beginning, let paths): "paths beginning “\(beginning)”: \(paths.count)"
        case .found(let words, let hits, let others): "found “\(words)” in \(hits.count + others.count)"
        case .described(let card): "described \(card.question.name), in \(card.otherStories.count) others"
        case .bookmarks(let bookmarks): "bookmarks \(bookmarks.count)"
        case .history(let history): "history \(history.back.count)"
        case .figures(let figures): "figures of \(figures.count) feeds"
        case .traced(let origin): "traced \(origin.id), \(origin.earlier.count) earlier"
        case .refreshed(let feed): "refreshed \(feed ?? "all")"
        case .key, .mouse, .resized, .progress, .fetching, .clock, .failed, .problem, .mended, .notice: "\(message)"
        }
    }
}
