/// A query that was read, as far as it could be.
package struct ParsedQuery: Hashable, Sendable {
    /// What could be read: a condition that means nothing is left out, a missing bracket or quotation mark stands at the end. It
    /// can always be used, as while somebody types.
    package let query: Query
    /// The first mistake; nil when all was read.
    package let error: QueryError?
}

extension Query {
    /// The longest query, in UTF-8 bytes; what is behind it is not read.
    package static let longest = 10_000
    /// More conditions are not read. SQLite's full-text search takes no more than 256 in one expression.
    package static let mostTerms = 256
    /// Brackets within brackets; deeper ones are not read.
    package static let deepest = 32

    /// Reads a query. It takes the same time for each letter, whatever is typed.
    package static func parsed(_ typed: String, names: QueryNames = .codes) -> ParsedQuery {
        let head = typed.utf8Prefix(longest)
        var parser = QueryParser(head, names: names)
        let query = parser.query()
        let end = head.utf8.count
        if parser.error == nil, end < typed.utf8.count {
            parser.fail(
                TextSpan(end, typed.utf8.count), "The query is too long.",
                remedy: "\(longest) letters are read.")
        }
        return ParsedQuery(query: query, error: parser.error)
    }

    /// What is meant by a query that somebody still types: what `parsed` could read of it.
    package static func lenient(_ typed: String, names: QueryNames = .codes) -> Query {
        parsed(typed, names: names).query
    }
}

extension String {
    /// As many whole scalars as fit.
    func utf8Prefix(_ count: Int) -> String {
        guard utf8.count > count else { return self }
        var bytes = utf8.prefix(count + 1)
        while let last = bytes.popLast(), 0x80...0xBF ~= last {}
        return String(Substring(bytes))
    }
}
