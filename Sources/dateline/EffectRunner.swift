import News
import Newsroom
import Reader
import Synchronization

/// Runs effects in the background and posts their answers. Two lanes, each in order: what the user changes is written
/// one after the other, and what is asked does not wait for the disk meanwhile.
struct EffectRunner: Sendable {
    private enum Work: Sendable {
        case effect(Effect)
        /// Have others changed the bookmarks?
        case look
    }

    private let changes: AsyncStream<Work>.Continuation
    private let questions: AsyncStream<Effect>.Continuation
    private let changing: Task<Void, Never>
    private let newest: NewestSearch
    private let newsroom: Newsroom
    private let post: @Sendable (Message) -> Void

    init(_ newsroom: Newsroom, post: @escaping @Sendable (Message) -> Void) {
        let answers = EffectAnswers(newsroom: newsroom)
        let newest = NewestSearch()
        let (changeStream, changes) = AsyncStream.makeStream(of: Work.self)
        let (questionStream, questions) = AsyncStream.makeStream(of: Effect.self)
        self.changes = changes
        self.questions = questions
        self.newest = newest
        self.newsroom = newsroom
        self.post = post
        changing = Task.detached(priority: .userInitiated) {
            for await work in changeStream {
                switch work {
                case .effect(let effect): answers.answers(to: effect).forEach(post)
                case .look: newsroom.reportChangedBookmarks { post(Message($0)) }
                }
            }
        }
        Task.detached(priority: .userInitiated) {
            // While somebody types, only the last search matters.
            for await effect in questionStream where !newest.isStale(effect) {
                answers.answers(to: effect).forEach(post)
            }
        }
    }

    func run(_ effect: Effect) {
        switch effect {
        case .open: questions.yield(effect)
        case .search(let words):
            newest.set(words)
            questions.yield(effect)
        case .setBookmark, .setQuoteBookmark, .setRead, .removeBookmark, .restoreBookmark, .keepHistory, .export:
            changes.yield(.effect(effect))
        case .load(let path): load(path)
        case .copy, .quit, .setTheme, .setMouse: preconditionFailure("the loop does these itself")
        }
    }

    private func load(_ path: String) {
        Task.detached(priority: .utility) { [newsroom, post] in
            let path = expanded(path)
            do {
                try Newsroom.check([path])
                await newsroom.load([path]) { post(Message($0)) }
            } catch let problem as Problem {
                post(.failed(.load(path: path), problem))
            }
        }
    }

    /// Looks whether another program changed the bookmarks. Cheap when not.
    func lookForChanges() { changes.yield(.look) }

    /// Waits until all that the user changed is written.
    func finish() async {
        changes.finish()
        questions.finish()
        await changing.value
    }
}

/// The words searched for last.
private final class NewestSearch: Sendable {
    // A class, because the main thread writes it and a task reads it.
    private let words = Mutex<String?>(nil)

    func set(_ words: String) { self.words.withLock { $0 = words } }

    func isStale(_ effect: Effect) -> Bool {
        guard case .search(let words) = effect else { return false }
        return self.words.withLock { $0 != words }
    }
}
