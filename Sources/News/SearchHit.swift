/// A story that a search found, and the words that say why.
package struct SearchHit: Hashable, Sendable, Identifiable {
    /// The weightiest part of a story in which all the words stand; `text` when they are spread over several.
    package enum Field: Hashable, Sendable {
        case headline
        /// Somebody who is quoted.
        case speaker
        /// A person, organisation or place that is named.
        case name
        case text
    }

    /// The article's id.
    package let id: String
    /// More fits better.
    package let score: Int
    package let field: Field
    /// How often: the speaker's quotes, the mentions of the name, else the words in the text.
    package let count: Int
    /// The name of the speaker or the name found, else the words around the best place in the text. Nil when the words
    /// stand in the headline alone, and for hits so far down that nobody looks at them.
    package let snippet: Snippet?

    package init(id: String, score: Int, field: Field, count: Int, snippet: Snippet?) {
        self.id = id
        self.score = score
        self.field = field
        self.count = count
        self.snippet = snippet
    }
}

/// A few words of a story, and which of them were searched for.
package struct Snippet: Hashable, Sendable {
    /// On one line; an ellipsis where it was cut out of a sentence.
    package let text: String
    /// Offsets into `text`, in order, none overlapping.
    package let hits: [TextSpan]

    package init(_ text: String, hits: [TextSpan]) {
        self.text = text
        self.hits = hits
    }
}
