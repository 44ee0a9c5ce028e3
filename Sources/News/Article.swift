/// One story, as it was found: its whole text, and what each paragraph of it is.
///
/// Nothing of the source is thrown away: furniture and credits are paragraphs like others, marked as such.
package struct Article: Hashable, Sendable, Identifiable {
    /// Unique in a library and stable from run to run: for a file, the opened folder's name and the path below it.
    package let id: String
    /// The `Feed.id` it came in.
    package let feed: String
    /// The readable text that every `TextSpan` of this story points into. For plain text it is the file's own text;
    /// for Markdown and HTML the text with the markup taken out.
    package let text: String
    /// The source as it was written, when that differs from `text` (HTML, Markdown); nil when `text` is the source.
    package let original: String?
    /// The headline, never empty: where the text has none, its first words, or the file's name.
    package let title: String
    /// Where the headline stands in `text`; nil when it was given apart or made up from the first words.
    package let titleSpan: TextSpan?
    /// Every paragraph that is not blank, in reading order, none overlapping.
    package let paragraphs: [Paragraph]
    /// The publisher: "ABC News". Nil when the text does not say.
    package let source: String?
    /// The writer as named, without "By". Nil when the text does not say.
    package let byline: String?
    package let published: Timestamp?
    /// The web address of the story, as it was found: not checked.
    package let link: String?
    /// Where words of the story lead, in text order, none overlapping.
    package let links: [Link]

    package init(
        id: String, feed: String, text: String, original: String? = nil, title: String, titleSpan: TextSpan? = nil,
        paragraphs: [Paragraph], source: String? = nil, byline: String? = nil, published: Timestamp? = nil,
        link: String? = nil, links: [Link] = []
    ) {
        self.id = id
        self.feed = feed
        self.text = text
        self.original = original
        self.title = title
        self.titleSpan = titleSpan
        self.paragraphs = paragraphs
        self.source = source
        self.byline = byline
        self.published = published
        self.link = link
        self.links = links
    }

    /// The paragraphs that are one part of the story, in reading order.
    package func paragraphs(of part: Paragraph.Part) -> [Paragraph] { paragraphs.filter { $0.part == part } }

    /// The summary under the headline; nil when there is none.
    package var standfirst: TextSpan? { paragraphs.first { $0.part == .standfirst }?.span }

    /// The words of all body paragraphs, a blank line between them.
    package var body: String { joined { $0.isBody } }

    /// "Dasha Litvinova in Moscow contributed to this report." Nil when there are none.
    package var credits: String? {
        let words = joined { $0 == .credits }
        return words.isEmpty ? nil : words
    }

    private func joined(_ isWanted: (Paragraph.Part) -> Bool) -> String {
        var words = ""
        for paragraph in paragraphs where isWanted(paragraph.part) {
            if !words.isEmpty { words += "\n\n" }
            words += text[paragraph.span]
        }
        return words
    }
}

/// A paragraph of an article: where it stands, and what part of the story it is.
package struct Paragraph: Hashable, Sendable {
    /// Without surrounding blanks. A hard-wrapped paragraph holds its line ends.
    package let span: TextSpan
    package let part: Part
    /// How the page sets it, where it says so.
    package let form: Form
    /// Whether a rule across the page stands above it.
    package let isAfterRule: Bool

    package enum Part: Hashable, Sendable {
        case headline
        /// The summary right under the headline.
        case standfirst
        /// A line that only names the writer, the publisher, the place or the date.
        case byline
        case body
        /// A subheading within the body.
        case heading
        /// One entry of a list in the body, its bullet taken out.
        case listEntry
        /// A paragraph that a page sets apart as quoted (Markdown's >, HTML's blockquote).
        case blockQuote
        /// Words under a picture.
        case caption
        /// Who else reported, at the end.
        case credits
        /// Menus, share lines, site disclaimers: not part of the story, not shown.
        case furniture

        /// Whether this is read as part of the story's body.
        package var isBody: Bool {
            switch self {
            case .body, .heading, .listEntry, .blockQuote: true
            case .headline, .standfirst, .byline, .caption, .credits, .furniture: false
            }
        }
    }

    package init(_ span: TextSpan, _ part: Part, form: Form = .plain, isAfterRule: Bool = false) {
        self.span = span
        self.part = part
        self.form = form
        self.isAfterRule = isAfterRule
    }
}
