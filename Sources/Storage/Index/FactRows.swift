import GRDB
package import News

// Stories by what their rows say. Each goes through the table or an index of it once: milliseconds for 100,000.

extension StoryIndex {
    /// A column of words, or of codes, by which stories are told apart.
    package enum FactColumn: String, Sendable {
        case source, byline, link, language
        /// "UA RU|BY": those it is about, those it mentions.
        case countries
    }

    /// Stories for whose value of a column something holds. Each value is asked about once; stories without one are left
    /// out.
    package func stories(by column: FactColumn, where isWanted: (String) -> Bool) throws(Problem) -> RowBits {
        try read { db in
            var answers: [String: Bool] = [:]
            var stories = RowBits()
            // The column's name is one of ours.
            let rows = try Row.fetchCursor(
                db, sql: "SELECT id, \(column.rawValue) FROM story WHERE \(column.rawValue) <> ''")
            while let row = try rows.next() {
                let value: String = row[1]
                let answer = answers[value] ?? isWanted(value)
                answers[value] = answer
                if answer { stories.insert(row[0]) }
            }
            return stories
        }
    }

    package func storiesRead() throws(Problem) -> RowBits { try bits("SELECT id FROM story WHERE is_read = 1") }

    /// Stories in which somebody is quoted.
    package func storiesWithQuotes() throws(Problem) -> RowBits {
        try bits("SELECT story FROM reading WHERE length(quotes) > 0")
    }

    /// Nil is no limit; undated stories are of no time.
    package func stories(publishedFrom first: Timestamp?, before end: Timestamp?) throws(Problem) -> RowBits {
        try bits(
            "SELECT id FROM story WHERE published >= ? AND published < ?",
            [first?.seconds ?? .min, end?.seconds ?? .max])
    }

    /// By the number of words in the body.
    package func stories(ofLength range: ClosedRange<Int>) throws(Problem) -> RowBits {
        try bits("SELECT id FROM story WHERE words BETWEEN ? AND ?", [range.lowerBound, range.upperBound])
    }

    package func stories(ofFeeds feeds: some Sequence<Int>) throws(Problem) -> RowBits {
        var stories = RowBits()
        for feed in feeds { stories.formUnion(try bits("SELECT id FROM story WHERE feed = ?", [feed])) }
        return stories
    }

    private func bits(_ sql: String, _ arguments: StatementArguments = []) throws(Problem) -> RowBits {
        try read { db in
            var stories = RowBits()
            let rows = try Int.fetchCursor(db, sql: sql, arguments: arguments)
            while let row = try rows.next() { stories.insert(row) }
            return stories
        }
    }
}
