import Extraction
package import News
import Storage
import Synchronization

/// A full name without case and accents. A person shares one with no place: Jordan
/// plays, Jordan lies on the Dead Sea.
private func indexedName(_ name: String, _ kind: Entity.Kind) -> IndexedName {
    IndexedName(folded: foldedWords(name), kind)
}

extension Newsroom {
    /// More stories than a card lists are never looked through.
    private static let listedStories = 1_000

    /// What is known of a name in one story: its first sentence there, and which other stories have it, newest first.
    /// Reads the index, and the story.
    package func card(for question: NameCard.Question) throws(Problem) -> NameCard {
        let key = indexedName(question.name, question.kind)
        var others: [String] = []
        if let name = try index.number(of: key) {
            var mine = try index.stories(naming: [name])
            mine.formIntersection(session.withLock { $0.members })
            let newest = try index.newest(of: mine, limit: Self.listedStories)
            others = try index.names(of: newest).filter { $0 != question.story }
        }
        let isHere = try self.number(of: question.story) != nil
        let sentence = isHere ? try reading(id: question.story).firstSentence(of: key) : nil
        return NameCard(question: question, firstSentence: sentence, otherStories: others)
    }
}

extension Reading {
    fileprivate func firstSentence(of key: IndexedName) -> TextSpan? {
        guard let entity = entities.first(where: { indexedName($0.name, $0.kind) == key }) else { return nil }
        let body = article.paragraphs.filter { $0.part.isBody && $0.part != .heading }
        let mention = entity.mentions.first { mention in body.contains { $0.span.contains(mention) } }
        return mention.flatMap { sentence(at: $0.start, in: article) }
    }
}
