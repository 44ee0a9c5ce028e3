import News
import Newsroom
import Reader
import Synchronization

/// Does what the reader asks of the world, and answers. Reads and writes files: not for the main thread.
struct EffectAnswers: Sendable {
    let newsroom: Newsroom

    /// - Parameter isStale: asked now and then; true ends what takes long with what there is.
    func answers(to effect: Effect, isStale: @escaping @Sendable () -> Bool = { false }) -> [Message] {
        do {
            if case .search(let words) = effect { return [try found(words, isStale)] }
            return try messages(for: effect)
        } catch {
            return [.failed(effect, error)]
        }
    }

    private func messages(for effect: Effect) throws(Problem) -> [Message] {
        switch effect {
        case .open(let id): [.opened(try newsroom.reading(id: id))]
        case .fetchPage(let id): try page(of: id)
        case .tellFeeds: [.figures(try newsroom.feedFigures())]
        case .trace(let id): try newsroom.origin(of: id).map { [.traced($0)] } ?? []
        case .save(let smart): try saved(smart)
        case .setFeed(let setting, let id): try set(setting, ofFeed: id)
        case .evaluate(let smart):
            [.evaluated(smart, try newsroom.stories(matching: smart.query))]
        case .subscribe(let feed): try subscribe(to: feed).messages
        case .unsubscribe(let reference): try left(reference)
        case .rename(let reference, let name): try renamed(reference, name)
        case .move(let reference, let folder): try moved(reference, folder)
        case .cancelRefresh: stopped()
        case .describe(let name): [.described(try newsroom.card(for: name))]
        case .setBookmark(let isOn, let id): [.bookmarks(try newsroom.setBookmark(isOn, id: id))]
        case .setQuoteBookmark(let isOn, let id, let quote):
            [.bookmarks(try newsroom.setQuoteBookmark(isOn, id: id, quote: quote))]
        case .setRead(let isRead, let ids): try marked(isRead, ids)
        case .removeBookmark(let identity): [.bookmarks(try newsroom.removeBookmark(identity))]
        case .restoreBookmark(let bookmark): [.bookmarks(try newsroom.restoreBookmark(bookmark))]
        case .export(let ids, let path): [.notice(try exported(ids, to: path))]
        case .completePath(let beginning): [.paths(beginning: beginning, paths(beginning: beginning))]
        case .keepHistory(let history): try kept(history)
        // A search is answered above, and a screen that is only printed opens nothing.
        case .search, .readAhead, .copy, .quit, .load, .openLink, .setTheme, .setMouse, .redraw, .refresh: []
        }
    }

    private func found(_ words: String, _ isStale: @escaping @Sendable () -> Bool) throws(Problem) -> Message {
        let found = try newsroom.search(words, limit: 200, isStale: isStale)
        return .found(words: words, hits: found.hits, others: found.others)
    }

    /// Where the reader is, kept for the next start: nobody asked for it, so a failure is a problem and takes nothing back.
    func remember(_ bearings: Bearings) -> [Message] {
        do throws(Problem) {
            try newsroom.keep(bearings)
            return []
        } catch {
            return [.problem(error)]
        }
    }

    /// Asks the network what stands at the address.
    /// - Returns: the feed that was subscribed to, and what to say.
    func subscribe(to feed: Subscription) throws(Problem) -> (feed: Subscription, messages: [Message]) {
        let found = try newsroom.feedMeant(by: feed)
        try newsroom.subscribe(found)
        return (found, [.feeds(try newsroom.feedListing()), .notice("Subscribed to \(found.shownName).")])
    }

    private func saved(_ smart: SmartFeed) throws(Problem) -> [Message] {
        try newsroom.save(smart)
        return [.feeds(try newsroom.feedListing())]
    }

    private func set(_ setting: FeedSetting, ofFeed id: String) throws(Problem) -> [Message] {
        try newsroom.set(setting, ofFeed: id)
        return [.feeds(try newsroom.feedListing())]
    }

    private func left(_ reference: Subscriptions.Reference) throws(Problem) -> [Message] {
        let told = Mutex<[Message]>([])
        try newsroom.leave(reference) { report in told.withLock { $0.append(Message(report)) } }
        return told.withLock { $0 }
    }

    private func page(of id: String) throws(Problem) -> [Message] {
        var told: [Message] = []
        let reading = try newsroom.fetchPage(id: id) { told.append(Message($0)) }
        return told + [.opened(reading), .notice("The page is here.")]
    }

    private func renamed(_ reference: Subscriptions.Reference, _ name: String) throws(Problem) -> [Message] {
        var told: [Message] = []
        try newsroom.rename(reference, to: name) { told.append(Message($0)) }
        return told
    }

    private func moved(_ reference: Subscriptions.Reference, _ folder: [String]) throws(Problem) -> [Message] {
        try newsroom.move(reference, to: folder)
        return [.feeds(try newsroom.feedListing())]
    }

    /// Waits until nothing is fetched any more.
    private func stopped() -> [Message] {
        newsroom.cancelRefresh()
        return []
    }

    private func kept(_ history: UndoHistory) throws(Problem) -> [Message] {
        try newsroom.keep(history)
        return []
    }

    /// - Returns: what to say.
    private func exported(_ ids: [String], to path: String) throws(Problem) -> String {
        guard let format = ListedQuotes.Format(endOf: path) else {
            throw Problem(
                "The name “\(path)” does not say how to write quotes.",
                remedy: "Let it end in .md, .csv, .ndjson or .txt.")
        }
        let wanted = Set(ids)
        let quotes = try ListedQuotes(
            of: newsroom.newestHeadlines().filter { wanted.contains($0.id) }, in: newsroom)
        try writeNewFile(quotes.bytes(as: format), at: expanded(path))
        return "Wrote \(quotes.count) quotes to “\(path)”."
    }

    private func marked(_ isRead: Bool, _ ids: [String]) throws(Problem) -> [Message] {
        try newsroom.setRead(isRead, ids: ids)
        return []
    }
}

extension Message {
    init(_ report: LoadReport) {
        switch report {
        case .stories(let headlines): self = .loaded(headlines)
        case .feeds(let listing): self = .feeds(listing)
        case .fetching(let done, let total): self = .fetching(done: done, total: total)
        case .progress(let done, let total): self = .progress(done: done, total: total)
        case .table(let table): self = .loadedAll(table)
        case .removed(let ids): self = .removed(ids: ids)
        case .bookmarks(let bookmarks): self = .bookmarks(bookmarks)
        case .fetched(let result): self = .fetched(id: result.id, name: result.name, result.failure)
        case .problem(let problem): self = .problem(problem)
        case .mended(let problems): self = .mended(problems)
        }
    }
}
