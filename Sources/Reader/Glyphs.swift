import Screen

/// The characters that a terminal can show.
package enum Glyphs: Hashable, Sendable {
    case unicode
    /// For locales and terminals that know nothing else: everything is spelled in ASCII.
    case ascii

    /// A frame in these characters, each in the columns it had: a wide one becomes a letter and a blank.
    func spelled(_ frame: Frame) -> Frame {
        switch self {
        case .unicode: return frame
        case .ascii: break
        }
        var plain = frame
        for row in 0..<frame.size.rows {
            for column in 0..<frame.size.columns {
                let cell = frame[row: row, column: column]
                guard !cell.glyph.utf8.allSatisfy({ $0 < 0x80 }) || cell.glyph.isEmpty else { continue }
                plain.write(asciiLetter(for: cell.glyph), row: row, column: column, role: cell.role)
            }
        }
        return plain
    }

    /// A text in these characters, cleaned as for the screen, in one line. Without columns to keep, a letter may become
    /// two: "Straße …" is "Strasse ...".
    package func spelled(_ text: some StringProtocol) -> String {
        Drawable(text).reduce(into: "") { words, cluster in
            switch self {
            case .unicode: words += cluster.glyph
            case .ascii: words += asciiLetters(for: cluster.glyph)
            }
        }
    }

    /// Names of keys in these characters: the likeness of an arrow would be another key.
    func spelled(keys names: String) -> String {
        switch self {
        case .unicode: names
        case .ascii:
            [("↑", "Up"), ("↓", "Down"), ("←", "Left"), ("→", "Right")].reduce(names) { $0.replacing($1.0, with: $1.1) }
        }
    }

    /// Whether a text loses nothing but accents.
    func canSpell(_ text: String) -> Bool {
        switch self {
        case .unicode: true
        case .ascii: Drawable(text).allSatisfy { $0.glyph == "?" || asciiLetters(for: $0.glyph) != "?" }
        }
    }
}
