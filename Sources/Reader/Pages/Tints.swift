import News
import Screen

/// Which words of a text look different from those around them, and how: quotes, names, links, and the marks that n and p
/// walk. Held as spans, not byte by byte: a story may have ten million.
struct Tints: Sendable {
    private let quotes: Cover
    /// The words of quotes, in order, and the tint of who said them.
    private let said: [(span: TextSpan, role: Role)]
    private let names: Cover
    private let links: Cover
    private var marks = Cover([])

    init(_ reading: Reading, _ speakers: SpeakerTints) {
        said = reading.quotes.flatMap { quote in
            quote.words.map { (span: $0, role: speakers.words(of: quote.speaker?.name)) }
        }.sorted { $0.span < $1.span }
        quotes = Cover(reading.quotes.flatMap(\.words))
        names = Cover(reading.entities.flatMap(\.mentions))
        links = Cover(reading.article.links.map(\.span))
    }

    mutating func setMarks(_ spans: [TextSpan]) { marks = Cover(spans) }

    /// A range cut where its look changes, and where other spans begin and end; nil stands for words without a look of
    /// their own.
    func runs(of range: Range<Int>, and others: [TextSpan]) -> [(range: Range<Int>, role: Role?)] {
        var cuts = [range.upperBound]
        func cut(at spans: some Sequence<TextSpan>) {
            for span in spans {
                if range.contains(span.start) { cuts.append(span.start) }
                if range.contains(span.end) { cuts.append(span.end) }
            }
        }
        for cover in [quotes, names, links, marks] { cut(at: cover.spans(in: range)) }
        cut(at: others)
        var runs: [(range: Range<Int>, role: Role?)] = []
        var start = range.lowerBound
        for cut in cuts.sorted() where cut > start {
            runs.append((start..<cut, role(at: start)))
            start = cut
        }
        return runs
    }

    private func tint(at offset: Int) -> Role {
        let index = said.boundary(of: { $0.span.end > offset })
        return index < said.count && said[index].span.start <= offset ? said[index].role : .quote
    }

    private func role(at offset: Int) -> Role? {
        if marks.contains(offset) { return .mark }
        let isName = names.contains(offset)
        if quotes.contains(offset) { return isName ? .quotedName : tint(at: offset) }
        // That words lead somewhere is seen nowhere else; names stand in the side panel too.
        if links.contains(offset) { return .link }
        return isName ? .name : nil
    }
}

/// Spans of a text, in order, none touching another.
private struct Cover: Sendable {
    private let spans: [TextSpan]

    init(_ spans: [TextSpan]) {
        var covered: [TextSpan] = []
        covered.reserveCapacity(spans.count)
        for span in spans.sorted() where !span.isEmpty {
            if let last = covered.last, span.start <= last.end {
                covered[covered.count - 1] = TextSpan(last.start, max(last.end, span.end))
            } else {
                covered.append(span)
            }
        }
        self.spans = covered
    }

    func contains(_ offset: Int) -> Bool {
        let index = spans.boundary(of: { $0.end > offset })
        return index < spans.count && spans[index].start <= offset
    }

    func spans(in range: Range<Int>) -> ArraySlice<TextSpan> {
        let first = spans.boundary(of: { $0.end > range.lowerBound })
        let end = spans.boundary(of: { $0.start >= range.upperBound })
        return spans[first..<max(first, end)]
    }
}
