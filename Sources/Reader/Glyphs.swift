import Screen

/// The characters that a terminal can show.
package enum Glyphs: Hashable, Sendable {
    case unicode
    /// For locales and terminals that know nothing else: what is drawn is spelled in ASCII, in the same columns.
    case ascii

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
                plain.write(Self.spelling(of: cell.glyph), row: row, column: column, role: cell.role)
            }
        }
        return plain
    }

    /// One ASCII letter for a cell's glyph: the letter under its accents, a likeness, or a question mark.
    private static func spelling(of glyph: String) -> String {
        if glyph.isEmpty { return " " }
        if let likeness = likenesses[glyph] { return likeness }
        guard let byte = Folded(glyph).bytes.first, byte < 0x80 else { return "?" }
        let letter = String(UnicodeScalar(byte))
        return glyph.first?.isUppercase == true ? letter.uppercased() : letter
    }

    private static let likenesses = [
        "│": "|", "┃": "|", "─": "-", "━": "=", "┬": "+", "┴": "+", "├": "+", "┤": "+", "┼": "+", "╭": "+", "╮": "+",
        "╰": "+", "╯": "+", "●": "o", "★": "*", "▸": ">", "█": "#", "▌": ">", "░": ".", "▄": "=", "✕": "x", "✓": "+",
        "·": "-",
        "•": "-",
        "…": "~", "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "‘": "'", "’": "'", "–": "-", "—": "-",
        "×": "x", "↑": "^", "↓": "v", "←": "<", "→": ">",
    ]
}
