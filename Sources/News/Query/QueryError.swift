/// What is wrong in a query, where, and what would work.
package struct QueryError: Error, Hashable, Sendable {
    /// The words in question: UTF-8 offsets into the query. Empty where something is missing.
    package let span: TextSpan
    /// One sentence: "“ukrane” is no country."
    package let summary: String
    /// What would work, in one sentence: "Did you mean country:ukraine?"
    package let remedy: String
    /// What could stand at `span` instead, best first; empty when nothing in particular is meant.
    package let suggestions: [String]
    /// Whether it stands at the end, where typing on may mend it: no time to complain to somebody who still types.
    package let isIncomplete: Bool

    package init(at span: TextSpan, _ summary: String, remedy: String, suggestions: [String], isIncomplete: Bool) {
        self.span = span
        self.summary = summary
        self.remedy = remedy
        self.suggestions = suggestions
        self.isIncomplete = isIncomplete
    }

    /// Two lines: the query, and under its fault a mark with what is wrong and what would work.
    ///
    /// ```
    /// nato country:ukrane since:2d
    ///              ^^^^^^ “ukrane” is no country. Did you mean country:ukraine?
    /// ```
    /// - Parameters:
    ///   - query: the one that it was found in.
    ///   - limit: what is more than this many letters away from the fault is left out.
    ///   - columns: how wide words are on a screen.
    package func shown(
        in query: String, limit: Int = 40, columns: (String) -> Int = { $0.unicodeScalars.count }
    ) -> String {
        let bytes = Array(query.utf8)
        let (start, end) = (min(span.start, bytes.count), min(span.end, bytes.count))
        let before = Self.line(bytes[..<start])
        let fault = Self.line(bytes[start..<end])
        let after = Self.line(bytes[end...])
        let head = before.count > limit ? "…" + before.suffix(limit) : before
        let words = fault.count > limit ? fault.prefix(limit) + "…" : fault
        let tail = after.count > limit ? after.prefix(limit) + "…" : after
        let mark =
            String(repeating: " ", count: columns(head)) + String(repeating: "^", count: max(1, columns(words)))
        return head + words + tail + "\n" + ([mark, summary, remedy].filter { !$0.isEmpty }).joined(separator: " ")
    }

    /// The same as a problem, with the two lines as its detail.
    package func problem(in query: String) -> Problem {
        Problem(summary, remedy: remedy, detail: shown(in: query))
    }

    private static func line(_ bytes: ArraySlice<UInt8>) -> String {
        let letters = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { $0.isQueryBlank ? " " : $0 }
        return String(String.UnicodeScalarView(letters))
    }
}
