import Feeds
import News
import Storage

/// An entry of a feed as the index keeps it: one text with all that its story is made of, so that it can be read again
/// as it came whenever reading gets better.
///
///     kinds ␞ base ␞ summary ␞ content
///
/// `kinds` is two letters, of summary and content: p plain, h HTML, w a whole web page, - none.
struct StoredEntry {
    private static let separator: Character = "\u{1E}"

    let summary: MarkedText?
    let content: MarkedText?
    /// Whether the content is the story's web page, which was fetched for it.
    let isPage: Bool

    init(_ entry: ParsedEntry) {
        summary = entry.summary
        content = entry.content
        isPage = false
    }

    /// - Parameter page: HTML.
    init(page: String, address: String) {
        summary = nil
        content = MarkedText(page, .html, base: address)
        isPage = true
    }

    /// Nil when it is no such text.
    init?(stored: String) {
        let fields = stored.split(separator: Self.separator, maxSplits: 3, omittingEmptySubsequences: false)
        guard fields.count == 4, fields[0].count == 2 else { return nil }
        let base = fields[1].isEmpty ? nil : String(fields[1])
        func text(_ kind: Character?, _ words: Substring) -> MarkedText? {
            switch kind {
            case "p": MarkedText(String(words), .plain, base: base)
            case "h", "w": MarkedText(String(words), .html, base: base)
            default: nil
            }
        }
        summary = text(fields[0].first, fields[2])
        content = text(fields[0].last, fields[3])
        isPage = fields[0].last == "w"
    }

    var stored: String {
        func letter(_ text: MarkedText?) -> Character {
            switch text?.kind {
            case .plain: "p"
            case .html: "h"
            case nil: "-"
            }
        }
        let base = content?.base ?? summary?.base ?? ""
        // The separator is a control that no text shows.
        let parts = [base, summary?.text ?? "", content?.text ?? ""].map { part in
            part.utf8.contains(0x1E) ? part.replacing(String(Self.separator), with: "") : part
        }
        let kinds = String([letter(summary), isPage ? "w" : letter(content)])
        return ([kinds] + parts).joined(separator: String(Self.separator))
    }
}
