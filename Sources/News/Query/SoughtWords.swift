/// Words that stand together in this order; the last may be the start of a longer one. Case and accents do not matter, and
/// whatever is neither letter nor digit only parts words: "10:30" is two words.
package struct SoughtWords: Hashable, Sendable {
    /// On one line, single blanks between words, without quotation marks. Never empty.
    package let text: String

    /// - Returns: nil when nothing but blanks and quotation marks is written.
    package init?(_ written: String) {
        self.init(written.unicodeScalars)
    }

    init?(_ written: some Collection<Unicode.Scalar>) {
        let parts = written.split { $0.isQueryBlank || $0.isQuotationMark }
        guard !parts.isEmpty else { return nil }
        var text = String.UnicodeScalarView()
        for part in parts {
            if !text.isEmpty { text.append(" ") }
            text.append(contentsOf: part)
        }
        self.text = String(text)
    }

    /// Whether there is a letter or digit among them: other signs are found nowhere.
    package var hasLetters: Bool { text.unicodeScalars.contains(where: \.isQueryLetter) }

    /// Without the signs around them: "Kyiv," is "Kyiv". The same when there are only signs.
    var stripped: SoughtWords {
        let letters = Array(text.unicodeScalars)
        guard let first = letters.firstIndex(where: \.isQueryLetter),
            let last = letters.lastIndex(where: { $0.isQueryLetter || $0.isQueryMark })
        else { return self }
        return SoughtWords(letters[first...max(first, last)]) ?? self
    }
}

extension Unicode.Scalar {
    /// What parts the pieces of a query; control characters too, which nobody types.
    var isQueryBlank: Bool {
        if value < 0x80 { return value <= 0x20 || value == 0x7F }
        return properties.isWhitespace || properties.generalCategory == .control
    }

    /// Each opens and closes a phrase: German marks close with what English ones open with.
    var isQuotationMark: Bool {
        switch self {
        case "\"", "“", "”", "„", "‟", "«", "»", "＂", "「", "」", "『", "』": true
        default: false
        }
    }

    /// What words are made of.
    var isQueryLetter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber:
            true
        default: false
        }
    }

    /// What stands on or beside letters.
    var isQueryMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: false
        }
    }
}
