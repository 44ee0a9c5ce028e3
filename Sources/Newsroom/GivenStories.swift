import Extraction
import Feeds
package import News

// Stories that pass through without becoming part of a library: `dateline extract`.

/// A story as another program hands it over.
package struct GivenStory: Sendable {
    package enum Content: Sendable {
        case text(String)
        case html(String)
    }

    package let id: String
    package let content: Content
    package let title: String?
    package let source: String?
    /// As written; what is no date is passed over.
    package let published: String?
    package let link: String?

    package init(
        id: String, content: Content, title: String? = nil, source: String? = nil, published: String? = nil,
        link: String? = nil
    ) {
        self.id = id
        self.content = content
        self.title = title
        self.source = source
        self.published = published
        self.link = link
    }

    /// What extraction finds in it. A text stays as given: spans point into it.
    package var reading: Reading { read(article) }

    package var explained: ExplainedStory { ExplainedStory(article) }

    private var article: Article {
        switch content {
        case .text(let text):
            Feeds.article(id: id, feed: "", text: text, title: title, source: source, published: date, link: link)
        case .html(let html): told(Feeds.article(id: id, feed: "", html: html))
        }
    }

    private var date: Timestamp? { published.flatMap { timestamp(from: $0) } }

    /// What was given beside the page goes before what the page says.
    private func told(_ page: Article) -> Article {
        Article(
            id: page.id, feed: page.feed, text: page.text, original: page.original, title: title ?? page.title,
            titleSpan: title == nil ? page.titleSpan : nil, paragraphs: page.paragraphs, source: source ?? page.source,
            byline: page.byline, published: date ?? page.published, link: link ?? page.link)
    }
}

/// Story files that were found, each read when it is asked for.
package struct FoundStories: Sendable {
    /// Folders that cannot be listed, pipes, links to nothing.
    package let problems: [Problem]
    let files: [FoundFile]

    /// - Throws: for a path where nothing is.
    package init(at paths: [String]) throws(Problem) {
        let found = try findings(at: paths)
        files = found.files
        problems = found.problems
    }

    package var count: Int { files.count }

    /// In bytes, when it was found.
    package func size(at index: Int) -> Int { files[index].size }

    package func reading(at index: Int) throws(Problem) -> Reading { read(try loaded(files[index])) }

    package func explained(at index: Int) throws(Problem) -> ExplainedStory { ExplainedStory(try loaded(files[index])) }

    /// Which of them is meant.
    /// - Parameters:
    ///   - story: an id.
    ///   - file: the one file of that path instead; nil, or several, where there is none.
    /// - Returns: nil when it is none of these.
    package func index(of story: String, or file: FoundStories?) -> Int? {
        let path = file.flatMap { $0.count == 1 ? $0.files[0].absolutePath : nil }
        return files.firstIndex { $0.id == story || $0.absolutePath == path }
    }
}
