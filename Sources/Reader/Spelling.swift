/// ASCII letters for a character and its marks: a likeness, or the letters under the accents; "?" where there are none.
func asciiLetters(for glyph: String) -> String {
    if glyph.utf8.allSatisfy({ $0 < 0x80 }) { return glyph }
    if let likeness = likenesses[glyph] { return likeness }
    let bytes = Folded(glyph).bytes
    guard !bytes.isEmpty, bytes.allSatisfy({ $0 < 0x80 }) else { return "?" }
    let letters = String(decoding: bytes, as: UTF8.self)
    return glyph.first?.isUppercase == true ? letters.uppercased() : letters
}

/// The one letter that stands for a character in its cell; a blank in the right half of a wide one.
func asciiLetter(for glyph: String) -> String {
    if glyph.isEmpty { return " " }
    return cellLikenesses[glyph] ?? asciiLetters(for: glyph).first.map(String.init) ?? "?"
}

/// Where the first of the letters would not do.
private let cellLikenesses = [
    "…": "~", "½": "?", "¼": "?", "¾": "?", "©": "c", "®": "r", "′": "'", "″": "\"",
]

private let likenesses = [
    // Lines, marks and bars of the reader's own.
    "│": "|", "┃": "|", "─": "-", "━": "=", "┬": "+", "┴": "+", "├": "+", "┤": "+", "┼": "+", "╭": "+", "╮": "+",
    "╰": "+", "╯": "+", "┌": "+", "┐": "+", "└": "+", "┘": "+", "●": "o", "○": "o", "★": "*", "☆": "*", "▸": ">",
    "◂": "<", "█": "#", "▌": ">", "▐": "|", "░": ".", "▒": ":", "▓": "#", "▄": "=", "▀": "=", "■": "#", "✕": "x",
    "✓": "+", "·": "-", "•": "-", "◦": "-", "‣": "-", "↑": "^", "↓": "v", "←": "<", "→": ">", "▲": "^", "▼": "v",
    "▾": "v",
    // What stands in stories.
    "…": "...", "“": "\"", "”": "\"", "„": "\"", "‟": "\"", "«": "\"", "»": "\"", "‹": "'", "›": "'", "‘": "'",
    "’": "'", "‚": "'", "‛": "'", "′": "'", "″": "\"", "–": "-", "—": "-", "―": "-", "−": "-", "‐": "-", "‑": "-",
    "‒": "-", "×": "x", "÷": "/", "⁄": "/", "¡": "!", "¿": "?", "¦": "|", "¬": "-", "±": "+/-", "°": "o", "µ": "u",
    "€": "EUR", "£": "GBP", "¥": "YEN", "¢": "c", "©": "(c)", "®": "(R)", "™": "TM", "§": "S", "¶": "P", "№": "No",
    "½": "1/2", "¼": "1/4", "¾": "3/4", "¹": "1", "²": "2", "³": "3", "ª": "a", "º": "o",
    // Letters without an accent to take away.
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "å": "a", "Å": "A", "ð": "d",
    "Ð": "D", "þ": "th", "Þ": "Th", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ħ": "h", "Ħ": "H", "ı": "i", "ŋ": "n",
    "Ŋ": "N", "ĸ": "k", "ſ": "s", "ə": "e", "Ə": "E", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ʼ": "'", "ʻ": "'", "ʾ": "'",
    "ʿ": "'", "\u{FFFD}": "?",
]
