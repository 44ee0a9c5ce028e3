import News
import Screen

extension AppState {
    /// The quote that b keeps, by its index: the one that somebody went to while the story is read, or that stands out
    /// while its quotes are gone through. Nil where b keeps the story.
    var quoteToKeep: Int? {
        guard let article = shown, !article.reading.quotes.isEmpty else { return nil }
        switch focus {
        case .feeds, .stories: return nil
        case .article: return article.soughtQuote
        case .panel: return tab == .quotes ? article.chosenQuote : nil
        }
    }

    /// b: keeps the story, or the quote where one is chosen, or stops keeping it.
    mutating func bookmark() -> [Effect] {
        if let article = shown, let quote = quoteToKeep { return bookmark(quote, of: article) }
        guard let number = list.chosen else {
            say(Texts.noStoryToBookmark)
            return []
        }
        let headline = library[number]
        library.setBookmarked(!headline.isBookmarked, number)
        say(headline.isBookmarked ? Texts.unbookmarkedStory : Texts.bookmarkedStory)
        remember(!headline.isBookmarked, Bookmark.Identity(id: headline.id))
        return [.setBookmark(!headline.isBookmarked, id: headline.id)]
    }

    /// Shows a quote of the open story as kept or not.
    mutating func showQuote(_ quote: Int, isKept: Bool) {
        if isKept { open?.keptQuotes.insert(quote) } else { open?.keptQuotes.remove(quote) }
    }

    mutating func toggleRead() -> [Effect] {
        guard let number = list.chosen else {
            say(Texts.noStoryToMark)
            return []
        }
        let headline = library[number]
        library.setRead(!headline.isRead, number)
        say(headline.isRead ? Texts.markedUnread : Texts.markedRead)
        history.add(.setRead(headline.isRead, ids: [headline.id]))
        return [.setRead(!headline.isRead, ids: [headline.id])]
    }

    /// A: every story in the list.
    mutating func markAllRead() -> [Effect] {
        let unread = list.rows.filter { !library.isRead($0) }
        guard !unread.isEmpty else {
            say(Texts.everyStoryRead)
            return []
        }
        library.setRead(true, unread)
        let ids = unread.map { library.table.id($0) }
        history.add(.setRead(false, ids: ids))
        say(Texts.markedRead(unread.count, undo: keymap.keyName(of: .undo)))
        return [.setRead(true, ids: ids)]
    }

    /// The chosen story is opened for reading.
    mutating func markRead() -> [Effect] {
        guard let number = list.chosen, !library.isRead(number) else { return [] }
        library.setRead(true, number)
        return [.setRead(true, ids: [library.table.id(number)])]
    }

    /// y: the chosen quote with its speaker and source, or else the headline with its source.
    mutating func copy() -> [Effect] {
        if case .links(let links) = overlay { return copyChosen(of: links) }
        guard let article = shown else {
            say(Texts.noStoryToCopy)
            return []
        }
        guard let quote = pointedQuote else {
            let leads = article.walk.subject.isQuotes ? Action.nextMark : .quotesTab
            say(
                article.reading.quotes.isEmpty
                    ? Texts.copiedHeadline : Texts.copiedHeadline(quotes: keymap.keyName(of: leads)))
            return [.copy(article.reading.article.reference)]
        }
        let speaker = article.credit(ofQuote: quote)
        say(Texts.copiedQuote(with: article.reading.article.referenceParts))
        let reference = article.reading.article.reference
        return [.copy(Texts.quote(article.quoteLines[quote], by: speaker, in: reference))]
    }

    /// A bookmark was made or taken back: how to take that back.
    private mutating func remember(_ isOn: Bool, _ identity: Bookmark.Identity) {
        if isOn { return history.add(.remove(identity)) }
        if let bookmark = bookmarks.first(where: { $0.identity == identity }) {
            history.add(.restore(bookmark))
        } else {
            // Made a moment ago and not yet in the file: together they did nothing.
            history.forget { $0 == .remove(identity) }
        }
    }

    private mutating func bookmark(_ quote: Int, of article: OpenArticle) -> [Effect] {
        let isKept = article.keptQuotes.contains(quote)
        let speaker = article.reading.quotes[quote].speakerName(in: article.text)
        showQuote(quote, isKept: !isKept)
        let kept = Bookmark.KeptQuote(article.reading.quotes[quote], in: article.reading.article)
        remember(!isKept, Bookmark.Identity(id: article.id, quote: kept.words))
        say(isKept ? Texts.unbookmarkedQuote : Texts.bookmarkedQuote(of: speaker))
        return [.setQuoteBookmark(!isKept, id: article.id, quote: quote)]
    }
}

extension OpenArticle {
    /// "Maarja Kask (Estonian Harbour Minister)".
    fileprivate func credit(ofQuote quote: Int) -> String {
        let name = reading.quotes[quote].speakerName(in: text)
        let person = reading.entities.first { $0.kind == .person && $0.name == name }
        return person?.role.map { Texts.credit(name, $0) } ?? name
    }
}

extension Article {
    /// "“Headline”, ABC News, 3 Feb 2022", and the link on a line of its own.
    fileprivate var reference: String {
        let first = [Texts.quoted(title), source, published?.shortDay].compactMap { $0 }.joined(separator: ", ")
        return first + (link.map { "\n" + $0 } ?? "") + "\n"
    }

    /// What of the six is known: "headline, source, date and link".
    fileprivate var referenceParts: String {
        let known = [
            (Texts.sourcePart, source != nil), (Texts.datePart, published != nil), (Texts.linkPart, link != nil),
        ]
        return Texts.list([Texts.headlinePart] + known.filter(\.1).map(\.0))
    }
}
