import News

extension AppState {
    /// w: on a quote, the quotes of its speaker alone, or everybody's again; on a name, its card.
    mutating func showWho() {
        guard let article = shown else {
            return say(whyNotShown)
        }
        if isOnName || focus == .panel && tab == .names { return showCard(in: article) }
        if article.speaker != nil { return showAllSpeakers() }
        guard !article.reading.quotes.isEmpty else { return say(Texts.nobodyQuoted) }
        guard let quote = pointedQuote else {
            return say(howToChooseQuote(in: article))
        }
        guard let name = article.reading.quotes[quote].speaker?.name else {
            return say(Texts.noSpeakerSaid)
        }
        guard article.reading.quotes.contains(where: { $0.speaker?.name != name }) else {
            return say(Texts.everyQuote(by: name))
        }
        tab = .quotes
        if focus == .article && !isZen { isPanelOut = true }
        fitArticle()
        open?.listQuotes(of: name, at: quote)
        say(Texts.onlyQuotes(of: name, back: keymap.keyName(of: .back)))
    }

    /// Whether a name stands out rather than a quote: one of the panel, or one whose mentions are walked in the story.
    var isOnName: Bool {
        guard tab == .names, chosenName != nil else { return false }
        if focus == .article, case .mentions? = shown?.walk.subject { return true }
        return focus == .panel
    }

    /// What leads to a quote: n does where it walks them, not where it walks mentions or hits.
    private func howToChooseQuote(in article: OpenArticle) -> String {
        article.walk.subject.isQuotes
            ? Texts.chooseQuoteFirst(key: keymap.keyName(of: .nextMark))
            : Texts.chooseQuoteFirst(tab: keymap.keyName(of: .quotesTab))
    }

    /// Everybody's quotes are listed again.
    mutating func showAllSpeakers() {
        let quote = pointedQuote
        open?.listQuotes(of: nil, at: quote)
        markHits()
        say(Texts.allSpeakers)
    }

    /// The quote that stands out, by its index.
    var pointedQuote: Int? {
        guard let article = shown else { return nil }
        return article.currentQuote ?? (focus == .panel && tab == .quotes ? article.chosenQuote : nil)
    }
}

extension OpenArticle {
    /// Lists the quotes of one speaker alone, or of everybody for nil, and makes them the marks.
    /// - Parameter quote: the one to stay at; nil where none stands out.
    mutating func listQuotes(of name: String?, at quote: Int?) {
        speaker = name
        listedQuotes = reading.quotes.indices.filter { name == nil || reading.quotes[$0].speaker?.name == name }
        let place = quote.flatMap { listedQuotes.firstIndex(of: $0) }
        panel.tops[.quotes] = 0
        panel.chosen[.quotes] = place ?? 0
        walkQuotes()
        if let place { go(to: place) }
    }

    /// What the footer calls the speaker: the surname, where the story itself does.
    var shortSpeaker: String? {
        speaker.map { name in
            reading.entities.first { $0.kind == .person && $0.name == name }?.shortName(in: text) ?? name
        }
    }
}
