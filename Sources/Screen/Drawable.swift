/// Text on its way to the screen: the one step that everything from outside passes before it is drawn.
/// Yields clusters of a base character and its marks, each with the columns it takes.
///
/// What terminals disagree about is made simpler until they agree:
/// - A line end (also CR LF together), TAB, and every blank but the wide one become one blank.
/// - A run of other controls (C0, DEL, C1) becomes one U+FFFD, so that nothing is hidden and nothing is obeyed.
/// - What cannot be seen is left out: bidi controls, zero-width characters, variation selectors, tags, soft hyphens,
///   byte order marks, fillers; so are skin tones, and all of an emoji sequence but its first emoji.
/// - A character that the C library has no width for becomes U+FFFD.
/// - A base keeps four marks at most, and twelve bytes in all; a mark with nothing to stand on is left out.
/// - Two regional indicators are one flag of two columns; a lone one is drawn as its letter.
///
/// The clusters' `source` ranges follow each other without a gap; together they are the text, unless nothing of it
/// can be drawn.
package struct Drawable: Sequence {
    /// What one or two cells show.
    package struct Cluster: Hashable, Sendable {
        /// Safe to send to a terminal.
        package let glyph: String
        /// Columns: 1 or 2.
        package let width: Int
        /// UTF-8 offsets, within the text given, of the scalars that made it.
        package let source: Range<Int>
    }

    package struct Iterator: IteratorProtocol {
        private let text: String
        private var cleaner: Cleaner

        init(_ text: String) {
            self.text = text
            cleaner = Cleaner(0..<text.utf8.count)
        }

        package mutating func next() -> Cluster? {
            guard let piece = cleaner.next(in: text.utf8Span.span) else { return nil }
            return Cluster(glyph: piece.glyph.text, width: piece.width, source: piece.source)
        }
    }

    private let text: String

    package init(_ text: some StringProtocol) { self.text = String(text) }

    package func makeIterator() -> Iterator { Iterator(text) }
}

/// The columns that a text takes when drawn.
package func columns(of text: some StringProtocol) -> Int {
    let text = String(text)
    let bytes = text.utf8Span.span
    var cleaner = Cleaner(0..<bytes.count)
    var columns = 0
    while let piece = cleaner.next(in: bytes) { columns += piece.width }
    return columns
}
