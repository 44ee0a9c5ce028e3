/// A piece of a query.
struct QueryToken {
    enum Kind {
        case open, close, or, and, not
        /// A field's name with its colon.
        case field(QueryField)
        /// As it was written.
        case word
        /// Between quotation marks; the second may be missing.
        case phrase(isClosed: Bool)
    }

    let kind: Kind
    /// UTF-8 offsets into the query; a phrase's with its marks.
    let span: TextSpan
    /// The letters of a word, or those between the marks; empty for others.
    let letters: ArraySlice<Unicode.Scalar>

    /// Where the letters begin, as a UTF-8 offset.
    let lettersStart: Int

    var text: String { String(String.UnicodeScalarView(letters)) }
}

extension Collection<Unicode.Scalar> {
    /// Bytes in UTF-8.
    var utf8Width: Int { reduce(0) { $0 + UTF8.width($1) } }
}

/// Cuts a query into its pieces, one at a time and each letter once.
struct QueryScanner {
    private let letters: [Unicode.Scalar]
    /// The next letter, and its UTF-8 offset.
    private var at = 0
    private var offset = 0
    /// Right behind a field's colon a word is a value, whatever it looks like.
    private var isAtValue = false

    init(_ query: String) { letters = Array(query.unicodeScalars) }

    /// - Returns: nil at the end.
    mutating func next() -> QueryToken? {
        while let letter = peek(), letter.isQueryBlank {
            isAtValue = false
            step()
        }
        guard let letter = peek() else { return nil }
        let isValue = isAtValue
        isAtValue = false
        switch letter {
        case "(", "（": return sign(.open)
        case ")", "）": return sign(.close)
        case "|":
            if peek(1) == "|" { return sign(.or, count: 2) }
            return sign(.or)
        case _ where letter.isQuotationMark: return phrase()
        default: break
        }
        if isValue { return word(isValue: true) }
        if let token = operatorSign(letter) ?? field() { return token }
        return word()
    }

    /// "&" and "&&" alone; "-" and "!" right before what they take away.
    private mutating func operatorSign(_ letter: Unicode.Scalar) -> QueryToken? {
        switch letter {
        case "&":
            let count = peek(1) == "&" ? 2 : 1
            return isEnd(peek(count)) ? sign(.and, count: count) : nil
        case "-", "!":
            guard isAtStart, let next = peek(1),
                next.isQueryLetter || next.isQuotationMark || next == "(" || next == "（"
            else { return nil }
            return sign(.not)
        default: return nil
        }
    }

    private mutating func field() -> QueryToken? {
        var length = 0
        while length <= QueryField.longestName, let letter = peek(length), letter.isASCII, letter.isQueryLetter {
            length += 1
        }
        guard length > 0, let field = QueryField.named(text(length)) else { return nil }
        if peek(length) == ":" || peek(length) == "：" {
            isAtValue = true
            return sign(.field(field), count: length + 1)
        }
        // "words>500" and "words > 500".
        var next = length
        while let letter = peek(next), letter.isQueryBlank { next += 1 }
        guard field.kind == .length, let letter = peek(next), letter == "<" || letter == ">" || letter == "=" else {
            return nil
        }
        isAtValue = true
        return sign(.field(field), count: next)
    }

    private mutating func word(isValue: Bool = false) -> QueryToken {
        let (start, from) = (at, offset)
        while let letter = peek(), !isEnd(letter) { step() }
        let word = letters[start..<at]
        let name = isValue || word.count > 3 ? "" : String(String.UnicodeScalarView(word)).lowercased()
        let kind: QueryToken.Kind =
            switch name {
            case "or": .or
            case "and": .and
            case "not": .not
            default: .word
            }
        return QueryToken(kind: kind, span: TextSpan(from, offset), letters: word, lettersStart: from)
    }

    private mutating func phrase() -> QueryToken {
        let from = offset
        step()
        let (start, lettersStart) = (at, offset)
        while let letter = peek(), !letter.isQuotationMark { step() }
        let end = at
        let isClosed = peek() != nil
        step()
        return QueryToken(
            kind: .phrase(isClosed: isClosed), span: TextSpan(from, offset), letters: letters[start..<end],
            lettersStart: lettersStart)
    }

    private mutating func sign(_ kind: QueryToken.Kind, count: Int = 1) -> QueryToken {
        let from = offset
        for _ in 0..<count { step() }
        return QueryToken(kind: kind, span: TextSpan(from, offset), letters: [], lettersStart: offset)
    }

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        at + ahead < letters.count ? letters[at + ahead] : nil
    }

    private mutating func step() {
        guard at < letters.count else { return }
        offset += UTF8.width(letters[at])
        at += 1
    }

    private func text(_ count: Int) -> String { String(String.UnicodeScalarView(letters[at..<at + count])) }

    /// Whether nothing stands right before, but what a word may follow.
    private var isAtStart: Bool {
        guard at > 0 else { return true }
        return letters[at - 1].isQueryBlank || ["(", "（", "|"].contains(letters[at - 1])
    }

    /// Whether a word ends before it.
    private func isEnd(_ letter: Unicode.Scalar?) -> Bool {
        guard let letter else { return true }
        return letter.isQueryBlank || letter.isQuotationMark || ["(", ")", "（", "）", "|"].contains(letter)
    }
}
