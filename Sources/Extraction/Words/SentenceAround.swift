package import News

/// The sentence of a story in which a place stands, with the marks around it; nil where no paragraph does. Reads that
/// paragraph alone, and as much of the story as tells its language.
package func sentence(at offset: Int, in article: Article) -> TextSpan? {
    guard let paragraph = article.paragraphs.first(where: { $0.span.contains(offset) }) else { return nil }
    let start = paragraph.span.start
    let text = String(article.text[paragraph.span])
    let alone = Article(
        id: article.id, feed: article.feed, text: text, title: article.title,
        paragraphs: [Paragraph(TextSpan(0, text.utf8.count), paragraph.part)])
    let prose = Prose(alone, Facts.facts(for: LanguageRecogniser.standard.language(of: article.text)))
    let found = prose.sentences.lazy.filter { !$0.isEmpty }.map { prose.span($0) }.first { $0.end > offset - start }
    return found.map { TextSpan($0.start + start, $0.end + start) }
}

extension Prose {
    /// "in [Lima]", "from [Lewis]": a token that a preposition of place stands right before.
    func isPlacedBySmallWord(_ at: Int) -> Bool {
        guard at > 0, tokens[at - 1].isSmallWord, tokens[at - 1].traits.has(.preposition) else { return false }
        return ["in", "at", "near", "from", "outside", "across"].contains(text(at - 1))
    }
}
