import News

extension AppState {
    /// u: takes back the last change of a bookmark or of read marks, so many of them.
    mutating func undo(times: Int) -> [Effect] {
        var effects: [Effect] = []
        for _ in 0..<times {
            guard let step = history.takeBack() else {
                if effects.isEmpty { say(Texts.nothingToUndo) }
                break
            }
            let (inverse, done) = perform(step, saying: Texts.takenBack)
            if let inverse { history.addForth(inverse) }
            effects += done
        }
        return effects
    }

    /// Ctrl-R: does again what was taken back.
    mutating func redo(times: Int) -> [Effect] {
        var effects: [Effect] = []
        for _ in 0..<times {
            guard let step = history.takeForth() else {
                if effects.isEmpty { say(Texts.nothingToRedo) }
                break
            }
            let (inverse, done) = perform(step, saying: Texts.doneAgain)
            if let inverse { history.addBack(inverse) }
            effects += done
        }
        return effects
    }

    /// - Returns: what would undo it, nil when that is not known; and what the world has to do.
    private mutating func perform(_ step: UndoStep, saying deed: String) -> (inverse: UndoStep?, effects: [Effect]) {
        switch step {
        case .setRead(let isRead, let ids):
            library.setRead(isRead, ids.compactMap { library.number(of: $0) })
            let only = ids.count == 1 ? ids.first.flatMap { library[$0] } : nil
            let what = only.map { Texts.quoted($0.title) } ?? Texts.counted(ids.count, .story)
            say(isRead ? Texts.madeRead(what, by: deed) : Texts.madeUnread(what, by: deed))
            return (.setRead(!isRead, ids: ids), [.setRead(isRead, ids: ids)])
        case .remove(let identity):
            let bookmark = bookmarks.first { $0.identity == identity }
            showBookmark(identity, isKept: false)
            say(Texts.madeNotKept(named(identity, bookmark), by: deed))
            return (bookmark.map { .restore($0) }, [.removeBookmark(identity)])
        case .restore(let bookmark):
            showBookmark(bookmark.identity, isKept: true)
            say(Texts.madeKept(named(bookmark.identity, bookmark), by: deed))
            return (.remove(bookmark.identity), [.restoreBookmark(bookmark)])
        }
    }

    private func named(_ identity: Bookmark.Identity, _ bookmark: Bookmark?) -> String {
        let title = library[identity.id]?.title ?? bookmark?.title ?? identity.id
        return identity.quote == nil ? Texts.quoted(title) : Texts.quote(from: title)
    }

    /// At once, before the file is written.
    mutating func showBookmark(_ identity: Bookmark.Identity, isKept: Bool) {
        guard let words = identity.quote else {
            if let number = library.number(of: identity.id) { library.setBookmarked(isKept, number) }
            return
        }
        guard let article = open, article.id == identity.id else { return }
        let quotes = article.reading.quotes.indices.filter {
            Bookmark.KeptQuote(article.reading.quotes[$0], in: article.reading.article).words == words
        }
        quotes.forEach { showQuote($0, isKept: isKept) }
    }
}
