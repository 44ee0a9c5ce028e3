import News
import Screen

// The whole story, part after part, and the source as it was written.

extension PageSetter {
    mutating func setStory(_ reading: Reading, minutes: Int) {
        setHead(reading, minutes: minutes)
        let paragraphs = reading.article.paragraphs
        let headings = HeadingRanks(of: paragraphs)
        var list = ListIndents()
        var isRuled = false
        var isBegun = false
        var lastPart: Paragraph.Part?
        var index = 0
        while index < paragraphs.count {
            let paragraph = paragraphs[index]
            let end = tableEnd(of: paragraphs, from: index)
            if end > index {
                if paragraphs[index..<end].contains(where: \.isInStory) {
                    endList(&list)
                    setTable(Array(paragraphs[index..<end]), of: reading.article)
                    endBlock()
                }
                index = end
                continue
            }
            // Rules are paragraphs of furniture in plain text.
            isRuled = isRuled || paragraph.isAfterRule || paragraph.part == .furniture && paragraph.isRule(in: reading)
            if paragraph.isInStory {
                if !paragraph.isListed { endList(&list) }
                if paragraph.part == .blockQuote, lastPart == .blockQuote, !isRuled { barBlank() }
                lastPart = paragraph.part
                if isRuled, isBegun { addRule(at: paragraph.span.start) }
                (isRuled, isBegun) = (false, true)
                if paragraph.isListed, list.isEmpty { list = ListIndents(of: paragraphs[index...]) }
                set(paragraph, of: reading.article, headings, list)
            }
            index += 1
        }
        endList(&list)
        for paragraph in paragraphs where paragraph.part == .credits {
            set(reading.article.text, paragraph.span.start..<paragraph.span.end, Look(role: .credits))
            endBlock()
        }
    }

    mutating func setOriginal(_ article: Article) {
        let text = article.original ?? article.text
        let isTinted = article.original == nil
        var start = 0
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let range = start..<start + line.count
            if range.isEmpty { addBlank(at: start) } else { set(text, range, Look(isTinted: isTinted)) }
            start = range.upperBound + 1
        }
    }

    mutating func setHead(_ reading: Reading, minutes: Int) {
        let article = reading.article
        if let span = article.titleSpan {
            set(article.text, span.start..<span.end, Look(role: .headline))
        } else {
            set(made: article.title, .headline, at: 0)
        }
        if let standfirst = article.standfirst {
            addBlank()
            set(article.text, standfirst.start..<standfirst.end, Look(role: .standfirst))
        }
        addBlank()
        set(made: facts(of: reading, minutes: minutes), .facts, at: lines.last?.offset ?? 0)
        addBlank()
    }

    /// "ABC News · Jane Doe · 22 Nov 2026 · 3 min · Russia, Ukraine": what is known of it.
    private func facts(of reading: Reading, minutes: Int) -> String {
        let article = reading.article
        let countries = reading.countries.filter(\.isAbout).map { countryNames.name(of: $0.country) }.joined(
            separator: ", ")
        let known = [
            article.source, article.byline, article.published?.shortDay, Texts.minutes(minutes),
            countries.isEmpty ? nil : countries,
        ]
        return known.compactMap { $0 }.joined(separator: " · ")
    }

    private mutating func set(
        _ paragraph: Paragraph, of article: Article, _ headings: HeadingRanks, _ list: ListIndents
    ) {
        let range = paragraph.span.start..<paragraph.span.end
        let isQuoted = paragraph.part == .blockQuote
        switch paragraph.form {
        case .preformatted:
            setCode(article.text, range, indent: 2)
            return endBlock()
        case .entry(let depth, let bullet):
            var look = Look(role: isQuoted ? .blockQuote : .plain, indent: list.indent(at: depth))
            look.lead = bullet.words
            look.isBarred = isQuoted
            if isQuoted { look.indent += 2 }
            return set(article.text, range, look)
        case .plain, .heading, .cell: break
        }
        switch paragraph.part {
        case .body: set(article.text, range, Look())
        case .heading: setHeading(paragraph, of: article, rank: headings.rank(of: paragraph))
        case .listEntry: return set(article.text, range, Look(indent: list.indent(at: 1), lead: "•"))
        case .blockQuote: set(article.text, range, Look(role: .blockQuote, indent: 2, isBarred: true))
        case .caption: set(article.text, range, Look(role: .facts, indent: 2))
        case .headline, .standfirst, .byline, .credits, .furniture: return
        }
        endBlock()
    }

    private mutating func setHeading(_ paragraph: Paragraph, of article: Article, rank: HeadingRanks.Rank) {
        let range = paragraph.span.start..<paragraph.span.end
        switch rank {
        case .only, .middle: set(article.text, range, Look(role: .heading))
        case .top:
            set(article.text, range, Look(role: .heading))
            guard let last = lines.last?.words, !isRightToLeft(article.text, range) else { return }
            underscore(from: last.column + columns(of: words(of: last.text, last.range)) + 1)
        case .low: set(article.text, range, Look(role: .heading, indent: 2, lead: "·"))
        }
    }

    /// The entries of a list stand close together; a blank follows the last.
    private mutating func endList(_ list: inout ListIndents) {
        endBlock()
        list = ListIndents()
    }

    /// Behind the last cell of the table that begins here; the same place where none does.
    private func tableEnd(of paragraphs: [Paragraph], from start: Int) -> Int {
        var before = (row: -1, column: -1)
        var end = start
        while end < paragraphs.count, case .cell(let row, let column, _) = paragraphs[end].form, before < (row, column)
        {
            before = (row, column)
            end += 1
        }
        return end
    }
}

/// How high a heading stands among those of its story.
private struct HeadingRanks {
    enum Rank { case only, top, middle, low }

    private var levels: [Int] = []

    init(of paragraphs: [Paragraph]) {
        var seen = Set<Int>()
        for paragraph in paragraphs where paragraph.part == .heading {
            if case .heading(let level) = paragraph.form { seen.insert(level) }
        }
        levels = seen.sorted()
    }

    func rank(of paragraph: Paragraph) -> Rank {
        guard levels.count > 1, case .heading(let level) = paragraph.form, let place = levels.firstIndex(of: level)
        else { return .only }
        return place == 0 ? .top : place == 1 ? .middle : .low
    }
}

/// How far the words of a list are set in, level by level: as far as its longest number needs.
private struct ListIndents {
    /// For each depth, the columns of bullet and blank.
    private var leads: [Int] = []

    var isEmpty: Bool { leads.isEmpty }

    init() {}

    /// - Parameter paragraphs: from the first entry on.
    init(of paragraphs: ArraySlice<Paragraph>) {
        for paragraph in paragraphs {
            guard paragraph.isListed || !paragraph.isInStory else { break }
            var (depth, columns) = (1, 2)
            if case .entry(let own, let bullet) = paragraph.form {
                (depth, columns) = (min(own, 12), bullet.words.utf8.count + 1)
                if bullet == .dot || bullet == .none { columns = 2 }
            }
            while leads.count < depth { leads.append(2) }
            leads[depth - 1] = max(leads[depth - 1], columns)
        }
    }

    func indent(at depth: Int) -> Int { leads.prefix(depth).reduce(0, +) }
}

extension Paragraph.Bullet {
    fileprivate var words: String {
        switch self {
        case .dot: "•"
        case .number(let number): "\(number)."
        case .none: ""
        }
    }
}

extension Paragraph {
    fileprivate var isInStory: Bool { part.isBody || part == .caption }

    fileprivate var isListed: Bool {
        if case .entry = form { return isInStory }
        return part == .listEntry
    }

    /// "* * *": no letter or digit in it.
    fileprivate func isRule(in reading: Reading) -> Bool {
        guard span.length <= 40 else { return false }
        let words = reading.article.text[span]
        return words.unicodeScalars.allSatisfy { "*-_~=. \t—–•#".unicodeScalars.contains($0) }
    }
}
