import News

// What i tells: the facts of a story, or, in the feed list, of what is chosen there.

extension AppState {
    /// Whether the facts are those of the chosen row of the feed list.
    var factsAreOfFeed: Bool {
        guard focus == .feeds else { return false }
        switch list.choice {
        case .all, .unread, .bookmarks: return false
        case .feed, .folder, .smart: return true
        }
    }

    /// What each is, and what it is here.
    var facts: [(name: String, words: String)] { factsAreOfFeed ? factsOfChoice : factsOfStory }

    private var factsOfStory: [(name: String, words: String)] {
        guard let article = shown?.reading.article, let reading = shown?.reading, let headline = chosenHeadline else {
            return []
        }
        let countries = reading.countries.filter(\.isAbout).map { localName(of: $0.country) }.joined(separator: ", ")
        let origin = origin.flatMap { $0.id == headline.id ? $0 : nil }
        let length = article.wordCount
        var facts: [(String, String?)] = [
            (Texts.headline, article.title),
            (Texts.origin, place(of: headline, origin)),
            (Texts.feed, headline.feed == .kept ? Texts.noFeedAnyMore : headline.feed.name),
            (Texts.source, article.source),
            (Texts.byline, article.byline),
            (Texts.date, article.published?.shortDay),
        ]
        if let origin {
            let name = headline.feed.isFetched ? Texts.fetched : Texts.readAt
            facts.append((name, words(for: origin.seen)))
            facts.append((Texts.earlier, Texts.earlier(origin.earlier.map(words(for:)))))
        }
        facts += [
            (Texts.link, article.link),
            (Texts.length, Texts.length(length, minutes: Headline.minutes(ofWords: length))),
            (Texts.quotes, Texts.quotes(reading.quotes.count, ofSpeakers: speakerCount(of: reading))),
            (Texts.names, "\(reading.entities.count)"),
            (Texts.about, countries.isEmpty ? Texts.noCountry : countries),
            (Texts.read, headline.isRead ? Texts.yes : Texts.no),
            (
                Texts.bookmarked,
                headline.isBookmarked
                    ? Texts.yes : storiesWithKeptQuotes.contains(headline.id) ? Texts.quoteBookmarkedTold : Texts.no
            ),
        ]
        return facts.map { (name: $0.0, words: $0.1 ?? Texts.notGiven) }
    }

    /// The file; for a story that was fetched, the address of its feed.
    private func place(of headline: Headline, _ origin: StoryOrigin?) -> String {
        if headline.feed == .kept { return Texts.keptCopy }
        return headline.feed.isFetched ? origin?.feedAddress ?? headline.feed.id : headline.id
    }

    private var factsOfChoice: [(name: String, words: String)] {
        let stories = Texts.storyCount(count(of: list.choice), unread: unreadCount(of: list.choice))
        var facts: [(name: String, words: String)] = [(Texts.feedName, list.choice.name)]
        switch list.choice {
        case .all, .unread, .bookmarks: break
        case .folder(let path):
            let feeds = library.listing.feeds.count { $0.folder.starts(with: path) }
            facts.append((Texts.feeds, "\(feeds)"))
        case .smart(let smart): facts.append((Texts.query, smart.query))
        case .feed(let feed):
            guard let listed = library.listing.feed(id: feed.id) else {
                facts.append((Texts.origin, feed.id))
                break
            }
            facts += self.facts(of: listed)
        }
        facts.append((Texts.stories, stories))
        return facts
    }

    private func facts(of feed: ListedFeed) -> [(name: String, words: String)] {
        let figures = feedFigures[feed.id]
        var facts: [(name: String, words: String)] = [(Texts.origin, figures?.address ?? feed.id)]
        if !feed.folder.isEmpty { facts.append((Texts.folder, feed.folder.joined(separator: "/"))) }
        if !feed.tags.isEmpty { facts.append((Texts.tags, feed.tags.joined(separator: ", "))) }
        facts.append((Texts.lastAnswer, feed.lastSucceeded.map(words(for:)) ?? Texts.never))
        if let failure = feed.failure {
            facts.append((Texts.failure, Texts.often(feed.failures, failure.summary)))
        }
        if feed.isGone { facts.append((Texts.gone, Texts.yes)) }
        guard let figures else { return facts }
        let health = figures.health ?? FeedHealth()
        if let movedTo = health.movedTo { facts.append((Texts.movedTo, FeedAddress.withoutSignIn(movedTo))) }
        facts.append((Texts.lastNews, health.changed.map(words(for:)) ?? Texts.never))
        facts.append((Texts.rhythm, health.rhythm.joined(separator: ", ")))
        if let size = health.size { facts.append((Texts.size, Texts.bytes(size))) }
        facts.append((Texts.interval, figures.interval.map { FeedInterval(minutes: $0).words } ?? Texts.usual))
        facts.append((Texts.fullText, figures.isFullText ? Texts.yes : Texts.no))
        facts.append((Texts.hidden, feed.isHidden ? Texts.yes : Texts.no))
        return facts
    }

    /// "26 Nov 2026, 14:03", local where the clock is known.
    func words(for moment: Timestamp) -> String {
        guard let clock else { return moment.shortDay }
        return clock.moment(moment)
    }

    private func speakerCount(of reading: Reading) -> Int { Set(reading.quotes.compactMap { $0.speaker?.name }).count }
}

extension FeedHealth {
    /// "3.5 a week", "half younger than 2 d": how much and how new.
    var rhythm: [String] {
        guard stories > 0 else { return [Texts.noStories] }
        return [Texts.aWeek(weekly), medianAge.map { Texts.half(youngerThan: $0) }].compactMap { $0 }
    }
}

extension Article {
    /// Words of the body, told apart by blanks, as the list counts them.
    fileprivate var wordCount: Int {
        paragraphs.filter(\.part.isBody).reduce(0) { count, paragraph in
            count + text[paragraph.span].split(whereSeparator: \.isWhitespace).count
        }
    }
}
