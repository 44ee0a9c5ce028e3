/// How an article is written.
package enum ArticleFormat: String, Hashable, Sendable, CaseIterable {
    case plain, markdown, html

    /// By the ending of a file's name, in any case; nil for other kinds of files.
    package init?(fileName: String) { self.init(bytes: Array(fileName.utf8)) }

    /// - Parameter fileName: ends in 0.
    init?(fileName: [CChar]) { self.init(bytes: fileName.dropLast().map { UInt8(bitPattern: $0) }) }

    private init?(bytes: [UInt8]) {
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return nil }
        let ending = String(decoding: bytes[(dot + 1)...], as: UTF8.self).lowercased()
        guard let format = Self.endings[ending] else { return nil }
        self = format
    }

    private static let endings: [String: ArticleFormat] = [
        "txt": .plain, "md": .markdown, "markdown": .markdown, "html": .html, "htm": .html,
    ]
}
