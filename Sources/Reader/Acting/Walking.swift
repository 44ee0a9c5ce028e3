import News

extension AppState {
    /// n and p: to the next or previous mark of the shown story, so many times.
    mutating func walk(by steps: Int) {
        guard let article = shown else {
            say(chosenHeadline == nil ? Texts.noStoryToWalk : whyNotShown)
            return
        }
        guard !article.walk.stops.isEmpty else {
            say(noMarks(article.walk.subject))
            return
        }
        guard view != .original || article.reading.article.original == nil else {
            say(Texts.originalHasNo(article.walk.subject.mark, back: keymap.keyName(of: .original)))
            return
        }
        let mark = article.walk.subject.mark
        guard let stop = article.stop(after: steps) else {
            say(steps > 0 ? Texts.noneBelow(mark) : Texts.noneAbove(mark))
            return
        }
        if stop == article.walk.current { sayEnd(of: article.walk.subject, isLast: steps > 0) }
        if layout.article == nil { focus(on: .article) }
        if focus == .article && !isZen { isPanelOut = true }
        fitArticle()
        open?.go(to: stop)
    }

    /// Enter in the side panel: to the quote, or to the mentions of the name or country, and into the article.
    mutating func jump() {
        guard let article = shown else { return say(whyNotShown) }
        let choices = article.choices(of: tab)
        guard !choices.isEmpty else { return say(tab.emptyWords) }
        // Mentions stand in the whole story, not in the quotes alone.
        if view == .original || view == .script && tab != .quotes { view = .story }
        fitArticle()
        switch choices[min(article.chosenRow(of: tab), choices.count - 1)] {
        case .heading: return
        case .quote(let quote):
            open?.walkQuotes()
            if let place = article.listedQuotes.firstIndex(of: quote) { open?.go(to: place) }
        case .entity(let number):
            let entity = article.reading.entities[number]
            guard walkMentions(of: entity.shortName(in: article.text), entity.mentions) else { return }
        case .country(let number):
            let weight = article.reading.countries[number]
            guard walkMentions(of: localName(of: weight.country), weight.mentions) else { return }
        }
        focus(on: .article)
    }

    /// Makes the hits of the search the marks, while there is a search.
    mutating func markHits() {
        guard let article = shown, !searchWords.allSatisfy(\.isWhitespace) else { return }
        let words = SearchWords(searchWords, names: queryNames)
        guard !words.parts.isEmpty else {
            // Countries and dates stand nowhere: what was found by them alone has no hits to go to.
            if case .hits = article.walk.subject { open?.walkQuotes() }
            return
        }
        open?.start(.hits(of: words.label), stops: article.hits(of: words))
    }

    mutating func walkMentions(of name: String, _ mentions: [TextSpan]) -> Bool {
        open?.start(.mentions(of: name), stops: mentions.map { [$0] })
        guard open?.walk.stops.isEmpty == false else {
            open?.walkQuotes()
            say(Texts.notInWordsShown(name))
            return false
        }
        open?.go(to: 0)
        return true
    }

    private mutating func sayEnd(of subject: Walk.Subject, isLast: Bool) {
        let hasNext = list.row.map { $0 + 1 < list.rows.count } ?? false
        guard case .hits = subject, isLast, hasNext, list.found != nil else {
            return say(isLast ? Texts.last(subject.mark) : Texts.first(subject.mark))
        }
        say(Texts.last(subject.mark, next: keymap.keyName(of: .nextStory)))
    }

    private func noMarks(_ subject: Walk.Subject) -> String {
        switch subject {
        case .quotes, .quotesOf: Texts.nobodyQuoted
        case .mentions(let name): Texts.notNamedHere(name)
        case .hits(let words): Texts.notFoundHere(words, next: keymap.keyName(of: .nextStory))
        }
    }
}

extension OpenArticle {
    /// The stop to go to, so many on from here; nil when there is none on that side.
    func stop(after steps: Int) -> Int? {
        let last = walk.stops.count - 1
        if let current = walk.current { return max(0, min(current + steps, last)) }
        // Nothing is chosen yet: from the top of the screen on.
        let seen = top == 0 ? nil : page.sight(of: visible)?.start
        let first = seen.map { start in walk.stops.boundary(of: { ($0.first?.start ?? 0) >= start }) } ?? 0
        let below = walk.stops.indices[first...].first { stop in
            walk.stops[stop].first.flatMap { page.line(of: $0) }.map { $0 >= top } ?? false
        }
        if steps > 0 { return below.map { min($0 + steps - 1, last) } }
        return (below ?? walk.stops.count) > 0 ? max(0, (below ?? walk.stops.count) + steps) : nil
    }
}

extension Entity {
    /// What the story itself calls it for short: the surname, when it stands alone somewhere; else the whole name.
    func shortName(in text: String) -> String {
        guard kind == .person, let last = name.split(separator: " ").last else { return name }
        return mentions.contains { text[$0] == last } ? String(last) : name
    }
}
