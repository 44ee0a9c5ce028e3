/// What could be typed at a place of a query.
package struct QueryCompletion: Hashable, Sendable {
    /// One thing to type.
    package struct Candidate: Hashable, Sendable {
        /// As it stands in the query: "country:", "ua", "\"south korea\"".
        package let text: String
        /// What it is, in a few words; empty when the text says it.
        package let meaning: String

        package init(_ text: String, _ meaning: String = "") {
            self.text = text
            self.meaning = meaning
        }
    }

    /// What a candidate takes the place of: UTF-8 offsets into the query.
    package let span: TextSpan
    /// Best first: nothing is left to be chosen when there is none.
    package let candidates: [Candidate]
}

extension Query {
    /// What could be typed at a place: the names of fields and marks, or the values of a field.
    /// - Parameters:
    ///   - cursor: a UTF-8 offset into the query.
    ///   - values: what a library has for a field (countries, feeds, tags, speakers), for the start of a value as it was typed:
    ///     those alone that fit, best first, without quotation marks. Asked at most once.
    package static func completion(
        of typed: String, at cursor: Int, values: (QueryField, String) -> [QueryCompletion.Candidate]
    ) -> QueryCompletion {
        let place = QueryCursor(cursor, in: typed)
        let candidates =
            place.field.map { field in
                QueryCompletion.known(of: field, begun: place.begun)
                    + values(field, place.begun).map { .init(QueryWriting.value($0.text), $0.meaning) }
            } ?? QueryCompletion.names(begun: place.begun)
        var seen: Set<String> = []
        return QueryCompletion(span: place.span, candidates: candidates.filter { seen.insert($0.text).inserted })
    }
}

extension QueryCompletion {
    /// Fields, then marks; by other names too.
    fileprivate static func names(begun: String) -> [Candidate] {
        let begun = begun.lowercased()
        let fields = QueryField.all.filter { field in
            ([field.name] + field.aliases).contains { $0.hasPrefix(begun) }
        }
        // Those of their own name first.
        let named = fields.filter { $0.name.hasPrefix(begun) } + fields.filter { !$0.name.hasPrefix(begun) }
        let marks = ["unread", "bookmarked"].filter { $0.hasPrefix(begun) }
        return named.map { Candidate($0.opening, $0.meaning) } + marks.map { Candidate($0, "stories that are \($0)") }
    }

    /// The values that a field has in every library.
    fileprivate static func known(of field: QueryField, begun: String) -> [Candidate] {
        let values: [Candidate] =
            switch field.kind {
            case .region, .mentions: WorldRegion.allCases.map { Candidate($0.queryName, $0.name) }
            case .state: QueryValue.states.map { Candidate($0.name) }
            case .since, .before: dates + [Candidate("1w", "a week ago"), Candidate("1m", "a month ago")]
            case .on: dates
            case .length: [Candidate(">800", "long"), Candidate("<300", "short")]
            case .words, .about, .language: []
            }
        return values.filter { $0.text.hasPrefix(begun.lowercased()) }
    }

    private static let dates =
        [Candidate("today"), Candidate("yesterday")] + QueryMoment.Weekday.allCases.map { Candidate($0.rawValue) }
}
