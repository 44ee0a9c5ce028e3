import News
import Screen

// The quotes alone, to be read like a script: who speaks, the words, and a line of what stands around them in the story.

extension PageSetter {
    private static let scriptIndent = 4

    mutating func setScript(_ reading: Reading, minutes: Int) {
        setHead(reading, minutes: minutes)
        let context = QuoteContext(reading.article)
        let tints = SpeakerTints(reading)
        let roles = Dictionary(
            reading.entities.compactMap { entity in entity.role.map { (entity.name, $0) } }, uniquingKeysWith: { $1 })
        var introduced: Set<String> = []
        var previous: String?
        for (number, quote) in reading.quotes.enumerated() {
            let speaker = quote.speakerName(in: reading.article.text)
            if speaker != previous {
                let role = introduced.insert(speaker).inserted ? roles[speaker] : nil
                setSpeaker(speaker, role, tints.name(of: quote.speaker?.name) ?? .speaker, at: quote.extent.start)
            }
            previous = speaker
            let isLast = number + 1 == reading.quotes.count
            set(
                quote, in: reading.article.text,
                before: context.before(quote, after: number == 0 ? nil : reading.quotes[number - 1]),
                after: context.after(quote, before: isLast ? nil : reading.quotes[number + 1]))
            addBlank()
        }
        if reading.quotes.isEmpty { set(made: Texts.nobodyQuoted, .dim, at: 0) }
    }

    /// "MAARJA KASK, Estonian Harbour Minister"
    private mutating func setSpeaker(_ name: String, _ role: String?, _ tint: Role, at offset: Int) {
        let capitals = name.uppercased()
        let used = columns(of: capitals)
        guard let role, used + 6 <= measure, !isRightToLeft(name, 0..<name.utf8.count) else {
            return set(made: capitals, tint, at: offset)
        }
        add(
            [
                Page.Piece(made: capitals, at: 0, tint),
                Page.Piece(made: elided(", " + role, to: measure - used), at: used, .cue),
            ], at: offset)
    }

    private mutating func set(_ quote: Quote, in text: String, before: String?, after: String?) {
        setContext(before.map { elidedStart($0, to: contextColumns) }, quote)
        for (number, words) in quote.words.enumerated() {
            let isLast = number == quote.words.count - 1
            set(
                text, words.start..<words.end,
                Look(indent: Self.scriptIndent, opening: number == 0 ? "“" : "", closing: isLast ? "”" : " …"))
        }
        setContext(after.map { elided($0, to: contextColumns) }, quote)
        if before == nil, after == nil, let cue = quote.cue { setContext("— " + text[cue], quote) }
    }

    private var contextColumns: Int { max(1, measure - room(for: Self.scriptIndent)) }

    private mutating func setContext(_ words: String?, _ quote: Quote) {
        guard let words else { return }
        set(made: words, .cue, indent: Self.scriptIndent, at: quote.extent.start, atMost: 1)
    }
}

/// What stands around a quote in the story: the rest of its sentence, or the sentence before it.
private struct QuoteContext {
    private let article: Article

    /// In bytes: more has no room in a line.
    private static let longest = 400

    init(_ article: Article) { self.article = article }

    /// Up to the opening mark: the beginning of the quote's sentence, or the sentence before. Nil at a paragraph's start,
    /// and where it is what follows the quote before.
    func before(_ quote: Quote, after previous: Quote?) -> String? {
        guard let paragraph = paragraph(at: quote.extent.start) else { return nil }
        let end = previous?.extent.end ?? 0
        let start = max(paragraph.start, min(end, quote.extent.start), quote.extent.start - Self.longest)
        let words = article.text[scalarAligned(start..<quote.extent.start)]
        var sentences = words.split(after: Self.isEnd)
        if start == end, previous != nil, !sentences.isEmpty { sentences.removeFirst() }
        return line(sentences.last { $0.contains(where: \.isLetter) } ?? "")
    }

    /// From the closing mark on: the rest of the quote's sentence; else what the writer put between the quote's words.
    func after(_ quote: Quote, before next: Quote?) -> String? {
        guard let paragraph = paragraph(at: quote.extent.end - 1) else { return nil }
        let end = min(paragraph.end, quote.extent.end + Self.longest, max(quote.extent.end, next?.extent.start ?? .max))
        let rest = article.text[scalarAligned(quote.extent.end..<max(quote.extent.end, end))]
        let marks = rest.prefix { !$0.isLetter && !$0.isNumber }
        // A mark that opens ends it: what follows is another quote.
        let opens = marks.dropFirst().contains { "“„«‘\"".contains($0) }
        let words = rest.dropFirst(marks.count)
        if !opens, let sentence = words.split(after: Self.isEnd).first(where: { $0.contains(where: \.isLetter) }) {
            let own = sentence.prefix { !"“„«\"".contains($0) }
            if let line = line(own) { return line }
        }
        guard quote.words.count > 1 else { return nil }
        let between = quote.words[0].end..<quote.words[1].start
        guard between.count <= Self.longest else { return nil }
        return line(article.text[TextSpan(between.lowerBound, between.upperBound)])
    }

    private static func isEnd(_ character: Character) -> Bool { ".!?…。！？".contains(character) }

    /// One line without the marks at its ends; nil when no word is left.
    private func line(_ words: Substring) -> String? {
        let marks = Set<Character>("“”„«»‘\"',;: \n\t")
        var words = words
        while let last = words.last, marks.contains(last) || last.isWhitespace { words.removeLast() }
        while let first = words.first, marks.contains(first) || first.isWhitespace || Self.isEnd(first) {
            words.removeFirst()
        }
        guard words.contains(where: \.isLetter) else { return nil }
        return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func paragraph(at offset: Int) -> TextSpan? {
        let paragraphs = article.paragraphs
        let index = paragraphs.boundary(of: { $0.span.end > offset })
        return index < paragraphs.count && paragraphs[index].span.contains(offset) ? paragraphs[index].span : nil
    }

    /// A range moved inwards to where scalars begin.
    private func scalarAligned(_ range: Range<Int>) -> TextSpan {
        let bytes = article.text.utf8Span.span
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start += 1 }
        while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return TextSpan(start, end)
    }
}

extension Substring {
    /// Its sentences, each with the marks that end it. A stop within a word or after a capital ("U.S.", "3.5") ends none.
    fileprivate func split(after isEnd: (Character) -> Bool) -> [Substring] {
        var sentences: [Substring] = []
        var start = startIndex
        var at = startIndex
        while at < endIndex {
            let next = index(after: at)
            if isEnd(self[at]), next == endIndex || self[next].isWhitespace || "”»\"’".contains(self[next]) {
                var end = next
                while end < endIndex, "”»\"’".contains(self[end]) { end = index(after: end) }
                let isInitial = self[at] == "." && at > startIndex && self[index(before: at)].isUppercase
                if !isInitial || end == endIndex {
                    sentences.append(self[start..<end])
                    start = end
                }
                at = end
            } else {
                at = next
            }
        }
        if start < endIndex { sentences.append(self[start...]) }
        return sentences
    }
}

/// A text cut at its start to some columns, with an ellipsis where it was cut.
private func elidedStart(_ text: String, to width: Int) -> String {
    var used = columns(of: text)
    guard used > width else { return text }
    var rest = text[...]
    while used + 2 > width, let blank = rest.firstIndex(of: " ") {
        rest = rest[rest.index(after: blank)...]
        used = columns(of: rest)
    }
    return elided("… " + rest, to: width)
}

extension Quote {
    /// The speaker as shown: the full name, the words beside the quote, or that nobody is named.
    func speakerName(in text: String) -> String {
        guard let speaker else { return Texts.unattributed }
        if let name = speaker.name { return name }
        return speaker.written.map { Texts.notNamed(String(text[$0])) } ?? Texts.unattributed
    }

    /// All its words on one line, blanks evened out.
    func line(in text: String) -> String {
        words.map { span in
            var line = String.UnicodeScalarView()
            var hasBlank = false
            for scalar in text[span].unicodeScalars {
                if scalar.isBlank {
                    hasBlank = true
                    continue
                }
                if hasBlank, !line.isEmpty { line.append(" ") }
                hasBlank = false
                line.append(scalar)
            }
            return String(line)
        }.joined(separator: " … ")
    }
}

extension Unicode.Scalar {
    /// Most letters are ASCII, and the tables of the others are slow to ask.
    fileprivate var isBlank: Bool { value < 0x80 ? value == 0x20 || 9...13 ~= value : properties.isWhitespace }
}
