/// Text on its way to the screen: the one step that everything from outside passes before it is drawn.
/// Yields clusters of a base character and its marks, each with the columns it takes.
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

    private let text: String

    package init(_ text: some StringProtocol) { self.text = String(text) }

    package func makeIterator() -> some IteratorProtocol<Cluster> {
        // Placeholder: the real table of widths and the cleaning rules belong here.
        var offset = 0
        var rest = text.unicodeScalars.makeIterator()
        return AnyIterator {
            guard let scalar = rest.next() else { return nil }
            let start = offset
            offset += UTF8.width(scalar)
            return Cluster(glyph: String(scalar), width: 1, source: start..<offset)
        }
    }
}

/// The columns that a text takes when drawn.
package func columns(of text: some StringProtocol) -> Int { Drawable(text).reduce(0) { $0 + $1.width } }
