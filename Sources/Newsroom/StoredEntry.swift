import Feeds
import Glibc
import News
import Storage

/// An entry of a feed as the index keeps it: one text with all that its story is made of, so that it can be read again
/// as it came whenever reading gets better.
///
///     kinds ␞ base ␞ summary ␞ content
///
/// `kinds` is two letters, of summary and content: p plain, h HTML, w a whole web page, - none.
struct StoredEntry {
    /// A control that no text shows.
    private static let separator: UInt8 = 0x1E

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
        let fields = stored.utf8.split(separator: Self.separator, maxSplits: 3, omittingEmptySubsequences: false)
            .map { Substring($0) }
        guard fields.count == 4, fields[0].utf8.count == 2 else { return nil }
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

    /// In UTF-8.
    var stored: [UInt8] {
        func letter(_ text: MarkedText?) -> UInt8 {
            switch text?.kind {
            case .plain: UInt8(ascii: "p")
            case .html: UInt8(ascii: "h")
            case nil: UInt8(ascii: "-")
            }
        }
        let parts = [content?.base ?? summary?.base ?? "", summary?.text ?? "", content?.text ?? ""]
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parts.reduce(2 + parts.count) { $0 + $1.utf8.count })
        bytes += [letter(summary), isPage ? UInt8(ascii: "w") : letter(content)]
        for var part in parts {
            bytes.append(Self.separator)
            part.withUTF8 { part in
                guard let start = part.baseAddress else { return }
                if memchr(start, Int32(Self.separator), part.count) == nil {
                    bytes.append(contentsOf: part)
                } else {
                    bytes.append(contentsOf: part.lazy.filter { $0 != Self.separator })
                }
            }
        }
        return bytes
    }
}
