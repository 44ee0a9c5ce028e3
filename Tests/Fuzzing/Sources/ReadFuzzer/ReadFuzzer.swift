import CLibFuzzer
import Extraction
import Feeds
import Glibc
import News

@main
struct ReadFuzzer {
    static func main() {
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        exit(
            LLVMFuzzerRunDriver(&count, &arguments) { start, count in
                readStory(Array(UnsafeBufferPointer(start: start, count: count)))
                return 0
            })
    }
}

/// A page when it begins with <, Markdown when it begins with #, else a text.
private func readStory(_ bytes: [UInt8]) {
    let format: ArticleFormat =
        switch bytes.first {
        case UInt8(ascii: "<"): .html
        case UInt8(ascii: "#"): .markdown
        default: .plain
        }
    check(read(article(id: "story", feed: "", bytes: bytes, format: format)))
}

/// Every span is a stretch of whole characters of the text, not empty, and quotes are in order.
private func check(_ reading: Reading) {
    let bytes = Array(reading.article.text.utf8)
    for span in spans(of: reading) {
        precondition(!span.isEmpty && span.end <= bytes.count, "a span is empty or goes beyond the text")
        for edge in [span.start, span.end] where edge < bytes.count {
            precondition(bytes[edge] & 0xC0 != 0x80, "a span cuts a character")
        }
    }
    let starts = reading.quotes.map(\.extent.start)
    precondition(zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }, "quotes are out of order")
}

private func spans(of reading: Reading) -> [TextSpan] {
    let inQuotes = reading.quotes.flatMap { $0.words + [$0.cue, $0.speaker?.written].compactMap { $0 } }
    return inQuotes + reading.entities.flatMap(\.mentions) + reading.countries.flatMap(\.mentions)
        + reading.article.paragraphs.map(\.span)
}
