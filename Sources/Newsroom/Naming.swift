import Extraction
package import News
import Synchronization

/// A full name without case and accents. A person shares one with no place: Jordan
/// plays, Jordan lies on the Dead Sea.
struct NameKey: Hashable, Sendable {
    private let words: [UInt8]
    private let isPerson: Bool

    init(_ name: String, _ kind: Entity.Kind) {
        words = folded(name)
        isPerson = kind == .person
    }
}

extension Newsroom {
    /// What is known of a name in one story: its first sentence there, and which other stories have it. From memory, but
    /// for a paragraph that is divided into sentences.
    package func card(for question: NameCard.Question) -> NameCard {
        let key = NameKey(question.name, question.kind)
        let (reading, others) = library.withLock { library in
            (library.stories[question.story]?.reading, library.stories(naming: key, without: question.story))
        }
        return NameCard(
            question: question, firstSentence: reading?.firstSentence(of: key), otherStories: others)
    }
}

extension Reading {
    fileprivate func firstSentence(of key: NameKey) -> TextSpan? {
        guard let entity = entities.first(where: { NameKey($0.name, $0.kind) == key }) else { return nil }
        let body = article.paragraphs.filter { $0.part.isBody && $0.part != .heading }
        let mention = entity.mentions.first { mention in body.contains { $0.span.contains(mention) } }
        return mention.flatMap { sentence(at: $0.start, in: article) }
    }
}
