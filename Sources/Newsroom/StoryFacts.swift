package import News
import Storage

/// What the source says of a story beside what lists show.
package struct StoryFacts: Hashable, Sendable {
    /// The address of its page.
    package let link: String?
    package let byline: String?
    /// A code, as the feed has it or the words tell.
    package let language: String?
}

extension Newsroom {
    /// What sources say of stories, by their keys in the index. Reads the index.
    package func facts(of stories: [Headline]) throws(Problem) -> [UInt32: StoryFacts] {
        let rows = try index.facts(of: stories.lazy.map { Int($0.indexKey) })
        var facts: [UInt32: StoryFacts] = [:]
        for (number, row) in rows {
            facts[UInt32(truncatingIfNeeded: number)] = StoryFacts(
                link: row.link, byline: row.byline, language: row.language)
        }
        return facts
    }
}
