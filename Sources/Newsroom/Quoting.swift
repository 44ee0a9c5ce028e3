import Extraction
package import News
import Storage
import Synchronization

/// A story and what is quoted in it.
package struct QuotedStory: Sendable {
    package let article: Article
    /// In text order.
    package let quotes: [Quote]
}

extension Newsroom {
    /// The quotes of a story as the index has them, without reading it anew where that is done. Reads the index, and a
    /// file. Nil for a story that is gone.
    package func quotes(ofStory id: String) throws(Problem) -> QuotedStory? {
        guard let number = try number(of: id), let source = try index.source(of: number) else { return nil }
        let article = try article(source)
        guard let list = try index.quotes(of: number) else {
            return QuotedStory(article: article, quotes: read(article).quotes)
        }
        let names = try index.names(list.entries.compactMap(\.speaker))
        let length = article.text.utf8.count
        let quotes = list.entries.compactMap { entry -> Quote? in
            guard let end = entry.words.last?.upperBound, end <= length else { return nil }
            let speaker = entry.speaker.flatMap { names[$0] }.map {
                Speaker(written: nil, name: $0, certainty: .resolved)
            }
            return Quote(
                words: entry.words.map { TextSpan($0.lowerBound, $0.upperBound) },
                cue: entry.cue.map { TextSpan($0.lowerBound, $0.upperBound) }, speaker: speaker)
        }
        return QuotedStory(article: article, quotes: quotes)
    }

    /// The ids of the stories of this session that quote somebody whose name has all these words. Reads the index.
    package func stories(quoting words: String) throws(Problem) -> Set<String> {
        let names = try index.names(with: SearchQuery(words).indexed).keys
        var stories = try index.stories(naming: names, asSpeakers: true)
        stories.formIntersection(session.withLock { $0.members })
        return Set(try index.names(of: stories.numbers))
    }
}
