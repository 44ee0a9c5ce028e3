/// Reads the pieces of a query by the grammar
///
/// ```
/// alternatives = conjunction { "or" conjunction }
/// conjunction  = { ["and"] { "not" } ( "(" alternatives ")" | field values | field "(" alternatives ")" | word | phrase ) }
/// ```
struct QueryParser {
    private var scanner: QueryScanner
    private var token: QueryToken?
    private let names: QueryNames
    private let end: Int

    private(set) var error: QueryError?
    private var depth = 0
    /// Brackets opened that were too deep to be read: as many closing ones mean nothing.
    private var ignoredBrackets = 0
    private var termCount = 0

    init(_ text: String, names: QueryNames) {
        scanner = QueryScanner(text)
        self.names = names
        end = text.utf8.count
        token = scanner.next()
    }

    mutating func query() -> Query { alternatives(in: nil) ?? .everything }

    /// What somebody who still types may do about a mistake at the end.
    enum Mending {
        case none
        /// Go on with the word.
        case goingOn
        /// Write what is missing behind it.
        case somethingBehind
    }

    /// Keeps the first mistake.
    mutating func fail(
        _ span: TextSpan, _ summary: String, remedy: String, suggestions: [String] = [], mending: Mending = .none
    ) {
        guard error == nil else { return }
        let isIncomplete =
            switch mending {
            case .none: false
            case .goingOn: span.end >= end
            case .somethingBehind: token == nil
            }
        error = QueryError(at: span, summary, remedy: remedy, suggestions: suggestions, isIncomplete: isIncomplete)
    }

    private mutating func take() -> QueryToken? {
        defer { token = scanner.next() }
        return token
    }

    // MARK: Groups

    private mutating func alternatives(in field: QueryField?) -> Query? {
        var parts: [Query] = []
        var sign: QueryToken?
        while true {
            let joint = conjunction(in: field)
            let isOr = if case .or = token?.kind { true } else { false }
            if let joint {
                parts.append(joint)
            } else if let place = sign ?? (isOr ? token : nil) {
                failOperator(place, hasLeft: sign != nil)
            }
            guard isOr else { break }
            sign = take()
        }
        return parts.isEmpty ? nil : .alternative(parts)
    }

    private mutating func conjunction(in field: QueryField?) -> Query? {
        var parts: [Query] = []
        var sign: QueryToken?
        reading: while let token {
            switch token.kind {
            case .or: break reading
            case .close:
                if ignoredBrackets > 0 {
                    ignoredBrackets -= 1
                } else if depth > 0 {
                    break reading
                } else {
                    fail(token.span, "No bracket is open here.", remedy: Self.quoting(")"))
                }
                _ = take()
            case .and:
                if let place = sign ?? (parts.isEmpty ? token : nil) { failOperator(place, hasLeft: sign != nil) }
                sign = take()
            default:
                guard let part = negatable(in: field) else { continue }
                parts.append(part)
                sign = nil
            }
        }
        if let sign { failOperator(sign, hasLeft: true) }
        return parts.isEmpty ? nil : .joint(parts)
    }

    private mutating func negatable(in field: QueryField?) -> Query? {
        var isNegated = false
        var sign: QueryToken?
        while let token, case .not = token.kind {
            isNegated.toggle()
            sign = take()
        }
        switch token?.kind {
        case nil, .or, .and, .close:
            if let sign { failOperator(sign, hasLeft: true) }
            return nil
        default: return primary(in: field).map { isNegated ? $0.opposite : $0 }
        }
    }

    private mutating func primary(in field: QueryField?) -> Query? {
        guard let first = take() else { return nil }
        switch first.kind {
        case .open: return group(first, in: field)
        case .field(let own): return condition(first, own)
        default:
            guard let field else { return text(first) }
            return values(from: first, in: field)
        }
    }

    /// What follows an open bracket.
    private mutating func group(_ bracket: QueryToken, in field: QueryField?) -> Query? {
        guard depth < Query.deepest else {
            fail(bracket.span, "The brackets are too deep.", remedy: "\(Query.deepest) within each other are read.")
            ignoredBrackets += 1
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        let inner = alternatives(in: field)
        if case .close = token?.kind {
            if let close = take(), inner == nil {
                fail(
                    TextSpan(bracket.span.start, close.span.end), "There is nothing between the brackets.",
                    remedy: "Such as (war or peace).")
            }
        } else {
            fail(bracket.span, "The bracket is not closed.", remedy: "Close it with ).", mending: .somethingBehind)
        }
        return inner
    }

    // MARK: Conditions

    private mutating func condition(_ opening: QueryToken, _ field: QueryField) -> Query? {
        switch token?.kind {
        case .open: return take().flatMap { group($0, in: field) }
        case .word, .phrase:
            guard let first = take() else { return nil }
            return values(from: first, in: field)
        default:
            failEmpty(field, at: opening.span.end)
            return nil
        }
    }

    /// One value, or, where a field takes lists, all that stand together with commas between them: one of them is wanted.
    private mutating func values(from first: QueryToken, in field: QueryField) -> Query? {
        var written = [first]
        while let next = token, let last = written.last, next.isWritten, next.belongs(behind: last, in: field) {
            written.append(next)
            _ = take()
        }
        written.forEach { failUnlessClosed($0) }
        let values = QueryValue.values(of: written, in: field)
        if values.isEmpty { failEmpty(field, at: first.span.start) }
        var parts: [Query] = []
        for value in values {
            do throws(QueryValue.Fault) {
                guard let part = counted(try value.meaning(in: field, names: names)) else { break }
                parts.append(part)
            } catch {
                fail(
                    value.span, error.summary, remedy: error.remedy, suggestions: error.suggestions, mending: .goingOn)
            }
        }
        return parts.isEmpty ? nil : .alternative(parts)
    }

    /// A word or phrase without a field.
    private mutating func text(_ written: QueryToken) -> Query? {
        failUnlessClosed(written)
        if case .word = written.kind {
            if let state = QueryValue.bareState(written.text) { return counted(state) }
            failIfAlmostField(written)
        }
        guard let words = QueryValue(written).words(in: .text) else { return nil }
        return counted(.term(.words(.text, words)))
    }

    /// "contry:ua" is text, but hardly meant so; "re: budget" is.
    private mutating func failIfAlmostField(_ written: QueryToken) {
        guard let colon = written.letters.prefix(QueryField.longestName + 4).firstIndex(of: ":") else { return }
        let hasValue = colon + 1 < written.letters.endIndex || token?.span.start == written.span.end
        let letters = written.letters[..<colon]
        guard hasValue, letters.allSatisfy({ $0.isASCII && $0.isQueryLetter }) else { return }
        let name = String(String.UnicodeScalarView(letters))
        guard let field = QueryField.nearest(to: name) else { return }
        fail(
            TextSpan(written.span.start, written.span.start + name.utf8.count + 1), "There is no field “\(name)”.",
            remedy: "Did you mean \(field.opening)? " + Self.quoting(written.text), suggestions: [field.opening])
    }

    /// Nil where there are too many.
    private mutating func counted(_ part: Query) -> Query? {
        termCount += part.termCount
        guard termCount > Query.mostTerms else { return part }
        let place = token?.span.start ?? end
        fail(TextSpan(place, place), "The query has too many conditions.", remedy: "\(Query.mostTerms) are read.")
        return nil
    }

    // MARK: Mistakes

    private mutating func failUnlessClosed(_ written: QueryToken) {
        guard case .phrase(isClosed: false) = written.kind else { return }
        fail(
            TextSpan(written.span.start, written.lettersStart), "The quotation mark is not closed.",
            remedy: "Close it with \".", mending: .somethingBehind)
    }

    private mutating func failEmpty(_ field: QueryField, at place: Int) {
        fail(
            TextSpan(place, place), "\(field.opening) needs something behind it.", remedy: "Such as \(field.example).",
            mending: .somethingBehind)
    }

    private mutating func failOperator(_ sign: QueryToken, hasLeft: Bool) {
        let name = sign.letters.isEmpty ? "This sign" : "“\(sign.text)”"
        let word = sign.letters.isEmpty ? "" : " " + Self.quoting(sign.text)
        fail(
            sign.span, "\(name) needs something \(hasLeft ? "behind" : "before") it.",
            remedy: "Such as war or peace, nato not russia." + word, mending: hasLeft ? .somethingBehind : .none)
    }

    /// How to search for the words themselves.
    private static func quoting(_ words: String) -> String { "As words it stands in quotation marks: \"\(words)\"." }
}

extension QueryToken {
    /// Whether it is a word or phrase.
    fileprivate var isWritten: Bool {
        switch kind {
        case .word, .phrase: true
        default: false
        }
    }

    /// Whether it is a part of the value that another one began: "ua," and "\"south korea\"", ">" and "500".
    fileprivate func belongs(behind other: QueryToken, in field: QueryField) -> Bool {
        if field.takesList { return span.start == other.span.end }
        return field.kind == .length && other.letters.allSatisfy { ["<", ">", "="].contains($0) }
    }
}

extension Criteria {
    fileprivate var termCount: Int {
        switch self {
        case .all(let parts), .any(let parts): parts.reduce(0) { $0 + $1.termCount }
        case .not(let part): part.termCount
        case .term: 1
        }
    }
}
