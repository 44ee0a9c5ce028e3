extension Criteria: CustomStringConvertible where Leaf == QueryTerm {
    /// The query as it is read again: `Query.parsed(query.description)` has the same meaning, and is the same value where no
    /// group has fewer than two parts and no `not` is within another. Nothing at all cannot be written; it is "()".
    package var description: String { QueryWriting.text(of: self, within: nil) }
}

/// How queries are written.
enum QueryWriting {
    /// What a part stands in, as far as brackets are needed for it.
    enum Place { case all, any, not }

    static func text(of query: Query, within place: Place?) -> String {
        switch query {
        case .term(let term): return text(of: term)
        case .not(.term(.state(.read))): return "unread"
        case .not(let part):
            let words = text(of: part, within: .not)
            return words.hasPrefix("-") ? "-(\(words))" : "-" + words
        case .all(let parts) where parts.count == 1: return text(of: parts[0], within: place)
        case .any(let parts) where parts.count == 1: return text(of: parts[0], within: place)
        case .all(let parts):
            let words = parts.map { text(of: $0, within: .all) }.joined(separator: " ")
            return place == nil || place == .any && !parts.isEmpty ? words : "(\(words))"
        case .any(let parts):
            let words = parts.map { text(of: $0, within: .any) }.joined(separator: " or ")
            return place == nil && !parts.isEmpty ? words : "(\(words))"
        }
    }

    private static func text(of term: QueryTerm) -> String {
        switch term {
        case .words(.text, let words): bare(words.text)
        case .words(let place, let words): QueryField.of(.words(place)).opening + value(words.text)
        case .about(.country(let code)): QueryField.of(.about).opening + value(code.lowercased())
        case .about(.region(let region)): QueryField.of(.region).opening + region.queryName
        case .mentions(.country(let code)): QueryField.of(.mentions).opening + value(code.lowercased())
        case .mentions(.region(let region)): QueryField.of(.mentions).opening + region.queryName
        case .language(let code): QueryField.of(.language).opening + value(code)
        case .state(.bookmarked): "bookmarked"
        case .state(.read): QueryField.of(.state).opening + "read"
        case .state(.quoted): QueryField.of(.state).opening + "quoted"
        case .published(.since(let moment)): QueryField.of(.since).opening + moment.description
        case .published(.before(let moment)): QueryField.of(.before).opening + moment.description
        case .published(.on(let moment)): QueryField.of(.on).opening + moment.description
        case .length(let range): QueryField.of(.length).name + text(of: range)
        }
    }

    private static func text(of range: ClosedRange<Int>) -> String {
        switch (range.lowerBound, range.upperBound) {
        case (...0, .max): ">=0"
        case (let least, .max): ">\(least - 1)"
        case (...0, let most): "<\(most + 1)"
        case (let least, let most): ":\(least)..\(most)"
        }
    }

    /// Words behind a field's colon, in quotation marks where they would not be read as they are.
    static func value(_ words: String) -> String { isPlain(words) ? words : "\"\(words)\"" }

    private static func bare(_ words: String) -> String {
        let isReserved = ["or", "and", "not"].contains(words.lowercased()) || QueryValue.bareState(words) != nil
        return isReserved ? "\"\(words)\"" : value(words)
    }

    /// Whether it is one word of letters, with at most signs between them that mean nothing in a query.
    private static func isPlain(_ word: String) -> Bool {
        let letters = Array(word.unicodeScalars)
        guard let first = letters.first, first.isQueryLetter, let last = letters.last else { return false }
        return (last.isQueryLetter || last.isQueryMark)
            && letters.allSatisfy { $0.isQueryLetter || $0.isQueryMark || ["-", "'", "’", ".", "_"].contains($0) }
    }
}
