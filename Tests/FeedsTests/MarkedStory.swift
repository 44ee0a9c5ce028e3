import News
import Testing

/// A story whose every paragraph is written with the part that it is: "headline: Ferries return to the harbour".
/// Lines without a part stand in the text as they are and belong to the paragraph above; blank lines stay blank.
struct MarkedStory: CustomTestStringConvertible {
    let name: String
    let text: String
    let paragraphs: [String]
    var testDescription: String { name }

    init(_ name: String, _ marked: String) {
        self.name = name
        var lines: [String] = []
        var paragraphs: [String] = []
        for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
            let parts = line.split(separator: ": ", maxSplits: 1)
            if parts.count == 2, Self.names.contains(String(parts[0])) {
                // A bullet stands in the text and not in the paragraph.
                paragraphs.append(String(line).replacing("listEntry: • ", with: "listEntry: "))
                lines.append(String(parts[1]))
            } else {
                if !line.allSatisfy(\.isWhitespace) { paragraphs[paragraphs.count - 1] += "\n" + line }
                lines.append(String(line))
            }
        }
        text = lines.joined(separator: "\n")
        self.paragraphs = paragraphs
    }

    private static let names: Set<String> = [
        "headline", "standfirst", "byline", "body", "heading", "listEntry", "blockQuote", "caption", "credits",
        "furniture",
    ]
}

extension Article {
    /// Its paragraphs in the notation of `MarkedStory`.
    var marked: [String] { paragraphs.map { "\($0.part): \(text[$0.span])" } }

    /// Spans that overlap, leave the text, are blank at an end, or cut a scalar: none of them may be.
    var brokenSpans: [TextSpan] {
        let bytes = Array(text.utf8)
        var end = 0
        return paragraphs.map(\.span).filter { span in
            defer { end = span.end }
            guard span.start >= end, span.end <= bytes.count, !span.isEmpty else { return true }
            let startsWhole = bytes[span.start] & 0xC0 != 0x80
            let endsWhole = span.end == bytes.count || bytes[span.end] & 0xC0 != 0x80
            return !startsWhole || !endsWhole || bytes[span.start] == 0x20 || bytes[span.end - 1] == 0x20
        }
    }
}
