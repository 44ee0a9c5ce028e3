import CMemory
import Glibc
import News
import Newsroom
import Reader
import Synchronization

/// Runs effects in the background and posts their answers. Three lanes, each in order: what the user changes is written
/// one after the other, what is asked does not wait for the disk meanwhile, and what may take its time goes aside.
struct EffectRunner: Sendable {
    private enum Work: Sendable {
        case effect(Effect)
        /// Have others changed something?
        case look
        case remember(Bearings)
    }

    private let changes: Lane<Work>
    private let questions: Lane<Effect>
    /// What a story that somebody wants to see is not to wait for.
    private let aside: Lane<Effect>
    private let newest: NewestQuestions
    private let newsroom: Newsroom
    private let answers: EffectAnswers
    private let sources: LibrarySources
    private let post: @Sendable (Message) -> Void

    /// - Parameter sources: what was opened.
    init(_ newsroom: Newsroom, _ sources: LibrarySources, post: @escaping @Sendable (Message) -> Void) {
        let answers = EffectAnswers(newsroom: newsroom)
        let newest = NewestQuestions()
        changes = Lane { work in
            switch work {
            case .effect(let effect): answers.answers(to: effect).forEach(post)
            case .remember(let bearings): answers.remember(bearings).forEach(post)
            case .look:
                // On another thread, as it may take a moment, and what the user changes waits for nothing.
                Worker(isPatient: true) { newsroom.reportChangesOfOthers(in: sources) { post(Message($0)) } }.detach()
            }
        }
        questions = Lane { effect in
            // A letter or two find most stories, which takes long, and mostly more letters follow at once.
            if case .search(let words) = effect, words.utf8.count < 3 {
                for _ in 0..<5 where !newest.isStale(effect) { usleep(4_000) }
            }
            guard !newest.isStale(effect) else { return }
            let found = answers.answers(to: effect) { newest.isStale(effect) }
            // An answer that was broken off is not to be taken for the whole, should the same be asked again.
            if !newest.isStale(effect) { found.forEach(post) }
        }
        aside = Lane { effect in
            guard case .readAhead(let ids) = effect else { return answers.answers(to: effect).forEach(post) }
            // The opened story is painted first, by this program and by the terminal.
            usleep(10_000)
            for id in ids where !newest.isStale(effect) { newsroom.readAhead(id: id) }
        }
        self.newest = newest
        self.answers = answers
        self.newsroom = newsroom
        self.post = post
        self.sources = sources
    }

    func run(_ effect: Effect) {
        switch effect {
        case .open, .completePath, .trace: questions.add(effect)
        case .evaluate: aside.add(effect)
        case .search, .describe:
            newest.set(effect)
            questions.add(effect)
        case .readAhead:
            newest.set(effect)
            aside.add(effect)
        case .setBookmark, .setQuoteBookmark, .setRead, .removeBookmark, .restoreBookmark, .keepHistory, .export,
            .unsubscribe, .rename, .move, .save, .setFeed:
            changes.add(.effect(effect))
        case .load(let path): load(path)
        case .refresh(let feed): refresh(feed)
        case .subscribe(let feed): subscribe(to: feed)
        case .fetchPage, .cancelRefresh, .tellFeeds:
            Worker { [answers, post] in answers.answers(to: effect).forEach(post) }.detach()
        case .openLink(let address): open(address)
        case .copy, .quit, .setTheme, .setMouse, .redraw: preconditionFailure("the loop does these itself")
        }
    }

    private func open(_ address: String) {
        Worker { [post] in
            do throws(Problem) {
                let browser = try Browser.open(address) { problem in post(.failed(.openLink(address), problem)) }
                post(.notice("Opened by \(browser)."))
            } catch {
                post(.failed(.openLink(address), error))
            }
        }.detach()
    }

    /// Not one after the other with what else the user changes: a server may let one wait.
    private func subscribe(to feed: Subscription) {
        Worker { [answers, newsroom, post] in
            do throws(Problem) {
                let (found, messages) = try answers.subscribe(to: feed)
                messages.forEach(post)
                newsroom.refresh(feeds: [found.id]) { post(Message($0)) }
                newsroom.extractWaiting { post(Message($0)) }
            } catch {
                post(.failed(.subscribe(feed), error))
            }
        }.detach()
    }

    private func refresh(_ feed: String?) {
        Worker { [newsroom, post, sources] in
            defer { post(.refreshed(feed: feed)) }
            newsroom.load(sources, feed: feed) { post(Message($0)) }
            // A feed that was subscribed to in the reader is fetched whatever was opened.
            guard sources.hasSubscriptions || feed?.hasPrefix("https://") == true else { return }
            newsroom.refresh(feeds: feed.map { [$0] }) { post(Message($0)) }
            newsroom.extractWaiting { post(Message($0)) }
        }.detach()
    }

    private func load(_ path: String) {
        Worker { [newsroom, post] in
            let path = expanded(path)
            do throws(Problem) {
                try Newsroom.check([path])
                newsroom.load([path]) { post(Message($0)) }
            } catch {
                post(.failed(.load(path: path), error))
            }
        }.detach()
    }

    /// A story that was read before; nil says that it takes the disk to open it.
    func readingAtHand(_ id: String) -> Reading? { newsroom.readingAtHand(id: id) }

    /// Keeps where the reader is, for the next start.
    func remember(_ bearings: Bearings) { changes.add(.remember(bearings)) }

    /// Looks whether another program changed something. Cheap when not.
    func lookForChanges() { changes.add(.look) }

    /// Gives memory back that the reading of many stories needed, a moment later: what was read is still on its way to the
    /// screen, and the stories beside the chosen one are read ahead.
    func giveMemoryBack() {
        Worker(isPatient: true) {
            usleep(100_000)
            memory_give_back()
        }.detach()
    }

    /// Waits until all that the user changed is written.
    func finish() {
        newest.clear()
        changes.finish()
        questions.finish()
        aside.finish()
    }
}

/// The search, the name and the neighbours asked about last: while somebody types, or goes down a list, earlier ones
/// are stale.
private final class NewestQuestions: Sendable {
    // A class, because the main thread writes it and a task reads it.
    private let newest = Mutex<(search: Effect?, name: Effect?, neighbours: Effect?)>((nil, nil, nil))

    func set(_ effect: Effect) {
        newest.withLock { newest in
            switch effect {
            case .search: newest.search = effect
            case .readAhead: newest.neighbours = effect
            default: newest.name = effect
            }
        }
    }

    /// Nobody waits for an answer any more.
    func clear() { newest.withLock { $0 = (nil, nil, nil) } }

    func isStale(_ effect: Effect) -> Bool {
        switch effect {
        case .search: newest.withLock { $0.search != effect }
        case .describe: newest.withLock { $0.name != effect }
        case .readAhead: newest.withLock { $0.neighbours != effect }
        default: false
        }
    }
}
