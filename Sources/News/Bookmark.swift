/// A story, or one quote of it, that the user keeps. One line of the bookmarks file.
package struct Bookmark: Hashable, Sendable {
    /// The article's id.
    package let id: String
    package let title: String
    package let source: String?
    package let link: String?
    /// Codes of the countries that the story is about.
    package let countries: [String]
    /// Nil when the file does not say.
    package let saved: Timestamp?
    /// The user's own words about it; empty when there are none.
    package let note: String
    /// Set when one quote is kept, not the whole story.
    package let quote: KeptQuote?
    /// The line of the file that says more than all this, or says it otherwise, as it stands there without its line end:
    /// so that a bookmark taken out can be put back as it was. Nil where Dateline would write the same.
    package let line: String?

    package struct KeptQuote: Hashable, Sendable {
        package let words: String
        /// The speaker's full name; nil when the text does not say.
        package let speaker: String?

        package init(words: String, speaker: String?) {
            self.words = words
            self.speaker = speaker
        }
    }

    package init(
        id: String, title: String, source: String?, link: String?, countries: [String], saved: Timestamp?,
        note: String = "", quote: KeptQuote? = nil, line: String? = nil
    ) {
        self.id = id
        self.title = title
        self.source = source
        self.link = link
        self.countries = countries
        self.saved = saved
        self.note = note
        self.quote = quote
        self.line = line
    }
}

extension Bookmark.KeptQuote {
    /// The words as one text, a blank where the writer broke in or a paragraph ended.
    package init(_ quote: Quote, in article: Article) {
        self.init(
            words: quote.words.map { String(article.text[$0]) }.joined(separator: " "), speaker: quote.speaker?.name)
    }
}
