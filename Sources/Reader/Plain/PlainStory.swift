import News

// How the open story is told.
extension OpenArticle {
    private var article: Article { reading.article }

    /// Headline, what is known of it, and the text, in which each quote is followed by its number and speaker.
    func storySentences(_ state: AppState) -> [String] {
        var told = [sentence(article.title)]
        let about = reading.countries.filter(\.isAbout).map { countryNames.name(of: $0.country) }
        let known = [article.source, article.byline, article.published?.shortDay, Texts.minutesTold(minutes)]
        var facts = known.compactMap { $0 }.joined(separator: ", ") + "."
        if !about.isEmpty { facts += " " + Texts.aboutTold(about.joined(separator: ", ")) }
        facts += " " + Texts.told(quotes: reading.quotes.count, names: reading.entities.count)
        if state.chosenHeadline?.isBookmarked == true { facts += " " + Texts.bookmarkedSentence }
        told.append(facts)
        if let standfirst = article.standfirst { told += ["", String(article.text[standfirst])] }
        let labels = quoteLabels
        let wanted = article.paragraphs.filter { $0.part.isBody || $0.part == .caption }
        for paragraph in wanted + article.paragraphs(of: .credits) {
            if paragraph.part != .listEntry { told.append("") }
            told.append(words(of: paragraph.span, labels))
        }
        return told + ["", Texts.endOfStory]
    }

    /// "Quote 3 of 11. Hasan Çelik said: “…”"
    var markSentence: String {
        guard let current = walk.current else { return walk.status }
        let count = walk.stops.count
        switch walk.subject {
        case .quotes, .quotesOf: return Texts.told(quote: current + 1, of: count, quoteWords(currentQuote ?? current))
        case .mentions(let name):
            return Texts.told(mentionOf: name, current + 1, of: count, surroundings(of: walk.stops[current]))
        case .hits(let words):
            return Texts.told(hitOf: words, current + 1, of: count, surroundings(of: walk.stops[current]))
        }
    }

    var quoteSentences: [String] {
        guard !reading.quotes.isEmpty else { return [Panel.Tab.quotes.emptyWords] }
        return [Texts.told(reading.quotes.count, .quote, in: article.title)]
            + reading.quotes.indices.map { "\($0 + 1). \(quoteWords($0))" }
    }

    var nameSentences: [String] {
        guard !reading.entities.isEmpty else { return [Panel.Tab.names.emptyWords] }
        var number = 0
        return [Texts.told(reading.entities.count, .name, in: article.title)]
            + Panel.rows(of: reading, in: .names).compactMap { row in
                switch row {
                case .heading(let words): return "\(words):"
                case .entity(let index):
                    number += 1
                    let entity = reading.entities[index]
                    return "\(number). "
                        + Texts.told(name: entity.name, entity.role, mentions: entity.mentions.count)
                case .quote, .country: return nil
                }
            }
    }

    var countrySentences: [String] {
        guard !reading.countries.isEmpty else { return [Panel.Tab.countries.emptyWords] }
        return [Texts.told(reading.countries.count, .country, in: article.title)]
            + reading.countries.map { weight in
                Texts.told(
                    country: countryNames.name(of: weight.country), code: weight.country.code, isAbout: weight.isAbout,
                    mentions: weight.mentions.count)
            }
    }

    var links: LinkList { LinkList(of: article) { _ in true } }

    var linkSentences: [String] {
        let own = article.link.map { [Texts.ownPage($0)] } ?? [Texts.noOwnPage]
        return own + links.entries.enumerated().map { "\($0 + 1). \($1.words): \($1.address.text)" }
    }

    /// "Hasan Çelik said: “…” Bookmarked."
    private func quoteWords(_ number: Int) -> String {
        let quote = reading.quotes[number]
        let kept = keptQuotes.contains(number) ? " " + Texts.bookmarkedSentence : ""
        let words = Texts.quoted(quoteLines[number]) + kept
        guard quote.speaker != nil else { return Texts.told(unattributed: words) }
        let speaker = quote.speakerName(in: text)
        if quote.speaker?.certainty == .carriedOver { return Texts.told(goingOn: words, by: speaker) }
        guard let cue = quote.cue.map({ text[$0] }) else { return Texts.told(words, by: speaker) }
        // "according to" and the like stand before who speaks.
        return cue.hasSuffix(" to")
            ? Texts.told(quoted: words, by: speaker) : Texts.told(words, by: speaker, cue: String(cue))
    }

    /// Where in the text each quote ends, its closing mark included, and what is told there.
    private var quoteLabels: [(offset: Int, words: String)] {
        let bytes = text.utf8Span.span
        return reading.quotes.indices.map { number in
            let quote = reading.quotes[number]
            let end = quote.extent.end
            let closing = closingMarks.first { mark in
                end + mark.count <= bytes.count && mark.indices.allSatisfy { bytes[end + $0] == mark[$0] }
            }
            return (end + (closing?.count ?? 0), Texts.label(ofQuote: number + 1, by: quote.speaker?.name))
        }
    }

    private func words(of span: TextSpan, _ labels: [(offset: Int, words: String)]) -> String {
        var told = ""
        var start = span.start
        for label in labels where start < label.offset && label.offset <= span.end {
            told += text[TextSpan(start, label.offset)] + label.words
            start = label.offset
        }
        return told + text[TextSpan(start, span.end)]
    }

    /// The sentence that a mark stands in.
    private func surroundings(of stops: [TextSpan]) -> String {
        guard let mark = stops.first else { return "" }
        let paragraph = article.paragraphs.first { $0.span.contains(mark.start) }?.span ?? mark
        let bytes = text.utf8Span.span
        func isEnd(_ at: Int) -> Bool { [0x2E, 0x21, 0x3F].contains(bytes[at]) && bytes[at + 1] <= 0x20 }
        let start = (paragraph.start..<mark.start).last { $0 + 1 < mark.start && isEnd($0) }.map { $0 + 2 }
        let end = (min(mark.end, paragraph.end)..<paragraph.end).first { $0 + 1 < paragraph.end && isEnd($0) }
        let from = start ?? paragraph.start
        return String(text[TextSpan(from, max(from, end.map { $0 + 1 } ?? paragraph.end))])
    }
}

private let closingMarks = ["”", "\"", "»", "“", "’", "'", "」", "』", "›"].map { Array($0.utf8) }
