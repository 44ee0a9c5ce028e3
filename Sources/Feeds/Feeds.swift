package import News

// From bytes to articles: files are found (`findings(at:)`), read, decoded and cut into the parts of a story.
//
//     FoundFile ─► bytes ─► text ─► blocks ─► Article
//
// Each format makes its own blocks (PlainText, Markdown, Page); what a block is, headline or body or furniture,
// is found out in one place for all of them (StorySorter), by rules that are rows of tables (…Phrases, Publishers).

/// The story in a file.
///
/// - Throws: when the file cannot be read, is empty, too large, or no text.
package func loaded(_ file: FoundFile) throws(Problem) -> Article {
    let bytes = try bytes(of: file)
    let article = article(id: file.id, feed: file.feed.id, bytes: bytes, format: file.format)
    guard isText(article.original ?? article.text) else {
        throw Problem("\(file.id) is not text.", remedy: "Keep it out of the folder, or give it its own ending.")
    }
    guard !article.paragraphs.isEmpty else {
        throw Problem("\(file.id) is empty.", remedy: "Fill it, or take it out of the folder.")
    }
    return article
}

/// The story in these bytes, whatever they are encoded in.
package func article(id: String, feed: String, bytes: [UInt8], format: ArticleFormat) -> Article {
    switch format {
    case .plain: article(id: id, feed: feed, text: decoded(bytes))
    case .markdown: article(id: id, feed: feed, markdown: decoded(bytes))
    case .html: article(id: id, feed: feed, html: decoded(bytes, declared: declaredCharacterSet(ofPage: bytes)))
    }
}

/// The story in a plain or scraped text, which stays exactly as given: every span counts its UTF-8 bytes.
///
/// What is given beside the text goes before what the text says. A line of the text that says the same as `title` is
/// the headline; with a title that the text does not repeat, no line is.
package func article(
    id: String, feed: String, text: String, title: String? = nil, source: String? = nil, published: Timestamp? = nil,
    link: String? = nil, byline: String? = nil
) -> Article {
    let bytes = Array(text.utf8)
    let told = Told(title: title.flatMap(nonBlank), source: source, byline: byline, published: published, link: link)
    return Article(
        Draft(
            id: id, feed: feed, text: text, original: nil, bytes: bytes, blocks: blocks(ofPlainText: bytes), told: told)
    )
}

/// The text in one line; nil when it is blank.
func nonBlank(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    let line = bytes.line(0..<bytes.count)
    return line.isEmpty ? nil : line
}
