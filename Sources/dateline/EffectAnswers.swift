import News
import Newsroom
import Reader

/// Does what the reader asks of the world, and answers. Reads and writes files: not for the main thread.
struct EffectAnswers: Sendable {
    let newsroom: Newsroom

    func answers(to effect: Effect) -> [Message] {
        do {
            return try messages(for: effect)
        } catch {
            return [.failed(effect, error)]
        }
    }

    private func messages(for effect: Effect) throws(Problem) -> [Message] {
        switch effect {
        case .open(let id): [.opened(try newsroom.reading(id: id))]
        case .search(let words): [.found(words: words, ids: newsroom.search(words))]
        case .setBookmark(let isOn, let id): [.bookmarks(try newsroom.setBookmark(isOn, id: id))]
        case .setQuoteBookmark(let isOn, let id, let quote):
            [.bookmarks(try newsroom.setQuoteBookmark(isOn, id: id, quote: quote))]
        case .setRead(let isRead, let ids): try marked(isRead, ids)
        case .copy, .quit: []
        }
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
        case .progress(let done, let total): self = .progress(done: done, total: total)
        case .bookmarks(let bookmarks): self = .bookmarks(bookmarks)
        case .problem(let problem): self = .problem(problem)
        }
    }
}
