import News

extension AppState {
    /// b: keeps the story, or the quote where one is chosen, or stops keeping it.
    mutating func bookmark() -> [Effect] {
        let isOnQuotes = focus == .panel && tab == .quotes || focus != .feeds && focus != .stories && view == .script
        if isOnQuotes, let article = shown { return bookmarkQuote(of: article) }
        guard let number = list.chosen else {
            say("There is no story to bookmark.")
            return []
        }
        let headline = library[number]
        library.setBookmarked(!headline.isBookmarked, number)
        say(headline.isBookmarked ? "Bookmark taken back." : "Bookmarked.")
        return [.setBookmark(!headline.isBookmarked, id: headline.id)]
    }

    /// Shows a quote of the open story as kept or not.
    mutating func showQuote(_ quote: Int, isKept: Bool) {
        if isKept { open?.keptQuotes.insert(quote) } else { open?.keptQuotes.remove(quote) }
    }

    mutating func toggleRead() -> [Effect] {
        guard let number = list.chosen else {
            say("There is no story to mark.")
            return []
        }
        let headline = library[number]
        library.setRead(!headline.isRead, number)
        say(headline.isRead ? "Marked unread." : "Marked read.")
        return [.setRead(!headline.isRead, ids: [headline.id])]
    }

    mutating func markAllRead() -> [Effect] {
        let unread = list.rows.filter { !library[$0].isRead }
        guard !unread.isEmpty else {
            say("Every story in the list is read.")
            return []
        }
        unread.forEach { library.setRead(true, $0) }
        say("\(unread.count == 1 ? "1 story" : "\(unread.count) stories") marked read.")
        return [.setRead(true, ids: unread.map { library[$0].id })]
    }

    /// The chosen story is opened for reading.
    mutating func markRead() -> [Effect] {
        guard let number = list.chosen, !library[number].isRead else { return [] }
        library.setRead(true, number)
        return [.setRead(true, ids: [library[number].id])]
    }

    /// y: the chosen quote with its speaker and source, or else the headline with its source.
    mutating func copy() -> [Effect] {
        guard let article = shown else {
            say("There is no story to copy from.")
            return []
        }
        let isOnQuotes = focus == .panel && tab == .quotes && !article.reading.quotes.isEmpty
        guard let quote = article.currentQuote ?? (isOnQuotes ? article.chosenRow(of: .quotes) : nil) else {
            say("Copied the headline; \(keymap.keyName(of: .nextMark)) chooses a quote.")
            return [.copy(article.reading.article.reference)]
        }
        let speaker = article.reading.quotes[quote].speakerName(in: article.text)
        say("Copied the quote of \(speaker).")
        return [.copy("“\(article.quoteLines[quote])”\n— \(speaker), in " + article.reading.article.reference)]
    }

    private mutating func bookmarkQuote(of article: OpenArticle) -> [Effect] {
        guard !article.reading.quotes.isEmpty else {
            say(Panel.Tab.quotes.emptyWords)
            return []
        }
        let isInPanel = focus == .panel
        guard let quote = article.currentQuote ?? (isInPanel ? article.chosenRow(of: .quotes) : nil) else {
            say("\(keymap.keyName(of: .nextMark)) chooses a quote first.")
            return []
        }
        let isKept = article.keptQuotes.contains(quote)
        let speaker = article.reading.quotes[quote].speakerName(in: article.text)
        showQuote(quote, isKept: !isKept)
        say(isKept ? "Bookmark of the quote taken back." : "Bookmarked the quote of \(speaker).")
        return [.setQuoteBookmark(!isKept, id: article.id, quote: quote)]
    }
}

extension Article {
    /// "“Headline”, ABC News, 3 Feb 2022", and the link on a line of its own.
    fileprivate var reference: String {
        let first = ["“\(title)”", source, published?.shortDay].compactMap { $0 }.joined(separator: ", ")
        return first + (link.map { "\n" + $0 } ?? "") + "\n"
    }
}
