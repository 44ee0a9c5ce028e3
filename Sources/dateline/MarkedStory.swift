import News
import Screen

/// A story's paragraphs with what was found in them marked where it stands: the number and speaker before a quote, each
/// name, and the code of each country behind the first words that point to it.
///
/// With styles every mention of a name is marked, for that does not hurt reading; in plain text its first one.
struct MarkedStory {
    private let reading: Reading
    private let text: String
    private let look: PageLook
    /// In the order that they are set.
    private var marks: [Mark] = []

    init(_ reading: Reading, look: PageLook) {
        self.reading = reading
        self.look = look
        text = reading.article.text
        addQuotes()
        addNames()
        addCountries()
        marks.sort { $0.offset != $1.offset ? $0.offset < $1.offset : $0.order < $1.order }
    }

    /// All that is shown below the headline; the byline is told in the story's head.
    static func shown(_ article: Article) -> [Paragraph] {
        article.paragraphs.filter { $0.part != .headline && $0.part != .furniture && $0.part != .byline }
    }

    func paragraph(_ paragraph: Paragraph) -> StyledText {
        var styles = Styles(plain: paragraph.part.role)
        var styled = StyledText()
        var at = paragraph.span.start
        var next = marks.partitioningIndex { $0.offset >= paragraph.span.start }
        while next < marks.count, marks[next].offset <= paragraph.span.end {
            let mark = marks[next]
            styled.add(text[TextSpan(at, mark.offset)], styles.role)
            set(mark, &styled, &styles)
            at = mark.offset
            next += 1
        }
        styled.add(text[TextSpan(at, paragraph.span.end)], styles.role)
        return styled
    }

    /// What the marks mean, those that this story has; nil without any.
    var legend: StyledText? {
        let certainties = reading.quotes.map { $0.speaker?.certainty }
        var signs: [(sign: String, Role, meaning: String)] = []
        if certainties.contains(where: { $0 != nil && $0 != .carriedOver }) {
            signs.append(("[1\u{A0}Speaker]", .dim, " quote"))
        }
        if certainties.contains(.carriedOver) { signs.append(("[2\u{A0}…]", .dim, " speaker carried over")) }
        if certainties.contains(nil) { signs.append(("[3\u{A0}?]", .dim, " unattributed")) }
        if look.hasStyles, reading.entities.contains(where: { $0.kind == .person }) {
            signs.append(("person", .speaker, ""))
        }
        if look.hasStyles, reading.entities.contains(where: { $0.kind != .person }) {
            signs.append(("name", .name, ""))
        }
        if !look.hasStyles, !reading.entities.isEmpty { signs.append(("_name_", .plain, "")) }
        if !reading.countries.isEmpty { signs.append(("{CODE}", .barAbout, " country")) }
        return signs.isEmpty ? nil : Self.line(of: signs)
    }

    private static func line(of signs: [(sign: String, Role, meaning: String)]) -> StyledText {
        var line = StyledText("Marks: ", .dim)
        for (index, (sign, role, meaning)) in signs.enumerated() {
            if index > 0 { line.add(" · ", .dim) }
            line.add(sign, role)
            line.add(meaning, .dim)
        }
        return line
    }

    private func set(_ mark: Mark, _ styled: inout StyledText, _ styles: inout Styles) {
        switch mark.kind {
        case .quote(let quote, let isFirst):
            styles.isQuoted = true
            styled.add(label(quote, isFirst), .dim)
            styled.add(" ", styles.role)
        case .quoteEnd: styles.isQuoted = false
        case .name(let kind, let isFirst):
            if look.hasStyles { styles.name = kind } else if isFirst { styled.add("_") }
        case .nameEnd(let isFirst):
            if look.hasStyles { styles.name = nil } else if isFirst { styled.add("_") }
        case .country(let weight):
            // Hard blanks keep a mark on the line of what it marks.
            styled.add("\u{A0}", styles.role)
            styled.add("{\(weight.country.code)}", weight.isAbout ? .barAbout : .dim)
        }
    }

    /// "[3 Ana Lima]"; "[4 Ana Lima …]" where she only goes on, "[4 …]" when that is beside her last quote; and for the
    /// later parts of a quote "[3]".
    private func label(_ quote: Int, _ isFirst: Bool) -> String {
        guard isFirst else { return "[\(quote + 1)]" }
        guard let speaker = reading.quotes[quote].speaker else { return "[\(quote + 1)\u{A0}?]" }
        let name = Self.short(speaker.words(in: text))
        if speaker.certainty != .carriedOver { return "[\(quote + 1)\u{A0}\(name)]" }
        return followsItsSpeaker(quote) ? "[\(quote + 1)\u{A0}…]" : "[\(quote + 1)\u{A0}\(name)\u{A0}…]"
    }

    /// Whether the quote before is the same speaker's, and ends in the paragraph that this one begins in.
    private func followsItsSpeaker(_ quote: Int) -> Bool {
        guard quote > 0 else { return false }
        let (before, this) = (reading.quotes[quote - 1], reading.quotes[quote])
        let isSame = before.speaker?.words(in: text) == this.speaker?.words(in: text)
        return isSame && paragraphIndex(before.words[before.words.count - 1]) == paragraphIndex(this.words[0])
    }

    /// A speaker's name is short, but a source as described may be half a sentence.
    private static func short(_ name: String) -> String {
        var kept = ""
        for word in name.split(whereSeparator: \.isWhitespace) {
            if !kept.isEmpty, columns(of: kept) + columns(of: word) > 32 { return kept + "…" }
            kept += kept.isEmpty ? word : " " + word
        }
        return kept
    }
}

/// Something to be set at a place of the text.
private struct Mark {
    enum Kind {
        case quote(Int, isFirst: Bool)
        case quoteEnd
        case name(Entity.Kind, isFirst: Bool)
        case nameEnd(isFirst: Bool)
        case country(CountryWeight)
    }

    let offset: Int
    let kind: Kind

    /// At one place: what ends before what begins, the outer outside.
    var order: Int {
        switch kind {
        case .nameEnd: 0
        case .country: 1
        case .quoteEnd: 2
        case .quote: 3
        case .name: 4
        }
    }
}

/// How words look between two marks.
private struct Styles {
    let plain: Role
    var isQuoted = false
    var name: Entity.Kind?

    var role: Role {
        switch name {
        case .person: .speaker
        case .organisation, .place, .other: isQuoted ? .quotedName : .name
        case nil: isQuoted ? .quote : plain
        }
    }
}

extension MarkedStory {
    private mutating func addQuotes() {
        for (index, quote) in reading.quotes.enumerated() {
            for (part, words) in quote.words.enumerated() {
                marks.append(Mark(offset: words.start, kind: .quote(index, isFirst: part == 0)))
                marks.append(Mark(offset: words.end, kind: .quoteEnd))
            }
        }
    }

    private mutating func addNames() {
        for entity in reading.entities {
            let first = entity.mentions.first(where: isShown)
            for mention in entity.mentions {
                let isFirst = mention == first
                marks.append(Mark(offset: mention.start, kind: .name(entity.kind, isFirst: isFirst)))
                marks.append(Mark(offset: mention.end, kind: .nameEnd(isFirst: isFirst)))
            }
        }
    }

    private mutating func addCountries() {
        let names = reading.entities.flatMap(\.mentions).sorted()
        for country in reading.countries {
            guard let first = country.mentions.first(where: isShown) else { continue }
            let after = names.partitioningIndex { $0.end >= first.end }
            // "Bank of Georgia": behind all of the name.
            let isInName = after < names.count && names[after].contains(first)
            let end = isInName ? names[after].end : first.end
            marks.append(Mark(offset: wordEnd(from: end), kind: .country(country)))
        }
    }

    /// Behind "'s" and "-made".
    private func wordEnd(from offset: Int) -> Int {
        let bytes = text.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: offset)
        var end = start
        for at in text[start...].unicodeScalars.indices {
            let scalar = text.unicodeScalars[at]
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                end = text.unicodeScalars.index(after: at)
            } else if !["'", "’", "-", "‐"].contains(scalar) {
                break
            }
        }
        return offset + bytes.distance(from: start, to: end)
    }

    /// The headline stands unmarked over the story.
    private func isShown(_ span: TextSpan) -> Bool {
        guard let index = paragraphIndex(span) else { return false }
        switch reading.article.paragraphs[index].part {
        case .headline, .byline, .furniture: return false
        case .standfirst, .body, .heading, .listEntry, .blockQuote, .caption, .credits: return true
        }
    }

    /// Nil between paragraphs.
    private func paragraphIndex(_ span: TextSpan) -> Int? {
        let paragraphs = reading.article.paragraphs
        let index = paragraphs.partitioningIndex { $0.span.end >= span.end }
        return index < paragraphs.count && paragraphs[index].span.contains(span) ? index : nil
    }
}

extension Paragraph.Part {
    fileprivate var role: Role {
        switch self {
        case .headline: .headline
        case .standfirst: .standfirst
        case .heading: .heading
        case .blockQuote: .blockQuote
        case .credits: .credits
        case .byline, .caption: .facts
        case .body, .listEntry, .furniture: .plain
        }
    }
}

extension Speaker {
    /// The name, or else the words that stand for it ("he").
    func words(in text: String) -> String { name ?? written.map { String(text[$0]) } ?? "?" }
}

extension Array {
    /// The first index whose element `belongs` to the second part of an array that is parted so; by bisection.
    fileprivate func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
