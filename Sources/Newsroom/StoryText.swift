import Extraction
import Feeds
package import News
import Storage
import Synchronization

// From the index back to a story's text.

extension Newsroom {
    /// What extraction finds in a story. Reads the index or a file, but for the stories that were read last.
    package func reading(id: String) throws(Problem) -> Reading {
        if let reading = recent[id] { return reading }
        let reading = read(try article(id: id))
        recent.add(reading)
        return reading
    }

    /// What was found in a story that was read lately; at once, also on the main thread.
    package func readingAtHand(id: String) -> Reading? { recent[id] }

    /// Has a story read before it is asked for. What fails is told when somebody wants it; a very long story is left, as it
    /// would push out those that were read.
    package func readAhead(id: String) {
        guard !recent.contains(id), let article = try? article(id: id), article.text.utf8.count < 200_000 else {
            return
        }
        recent.add(read(article))
    }

    func article(id: String) throws(Problem) -> Article {
        guard let number = try number(of: id), let source = try index.source(of: number) else { throw gone(id) }
        return try article(source)
    }

    /// The text of a story, made anew from what was kept of it.
    func article(_ source: StorySource) throws(Problem) -> Article {
        if let body = source.body {
            guard let text = body.text else {
                throw Problem(
                    "The text of “\(source.title)” is damaged in the index.", remedy: "Fetch its page with F.")
            }
            return try fetched(source, text)
        }
        let (file, keptFeed, feed) = session.withLock { session in
            (session.files[source.number]?.file, session.keptFeed, session.feeds[source.feed])
        }
        if let file { return try loaded(file) }
        if source.feed == keptFeed {
            if let story = try bookmarks.kept.story(source.name) { return story }
            // One that was kept by its link alone is opened there.
            guard source.link != nil else { throw gone(source.name) }
            return Article(
                id: source.name, feed: Feed.kept.id, text: "", title: source.title, paragraphs: [],
                source: source.source, published: source.published, link: source.link)
        }
        let folder = feed ?? Feed(id: source.key, name: source.key)
        return try loaded(FoundFile(id: source.name, feed: folder, absolutePath: source.key))
    }

    /// The index's number of a story of this session; nil when it is in another.
    func number(of id: String) throws(Problem) -> Int? {
        let numbers = try index.numbers(ofStory: id)
        return session.withLock { session in numbers.first { session.members.contains($0) } } ?? numbers.first
    }

    private func fetched(_ source: StorySource, _ text: String) throws(Problem) -> Article {
        guard let stored = StoredEntry(stored: text) else {
            throw Problem("The text of “\(source.title)” is damaged in the index.", remedy: "Fetch its page with F.")
        }
        return try fetched(source, stored)
    }

    /// The story that an entry or its page makes, with what the feed says of it before what its text says.
    func fetched(_ source: StorySource, _ stored: StoredEntry) throws(Problem) -> Article {
        var entry = ParsedEntry()
        entry.title = source.title
        entry.link = source.link
        entry.author = source.byline
        entry.published = source.published
        entry.language = source.language
        entry.summary = stored.summary
        entry.content = stored.content
        let feed = session.withLock { $0.feeds[source.feed]?.id } ?? ""
        if stored.isPage, let page = stored.content {
            let story = Feeds.article(id: source.name, feed: feed, html: page.text, address: page.base)
            return Article(
                id: story.id, feed: feed, text: story.text, original: story.original, title: source.title,
                titleSpan: story.titleSpan, paragraphs: story.paragraphs, source: source.source ?? story.source,
                byline: source.byline ?? story.byline, published: source.published ?? story.published,
                link: source.link,
                links: story.links)
        }
        return Feeds.article(id: source.name, feed: feed, entry: entry, source: source.source)
    }

    private func gone(_ id: String) -> Problem {
        let title = session.withLock { session in session.bookmarks.first { $0.id == id }?.title }
        return Problem("The text of “\(title ?? id)” is gone and no copy was kept.")
    }
}
