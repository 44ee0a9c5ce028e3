import GRDB
import GRDBSQLite
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
            var stories = RowBits()
            // In the order of the values, so that each is looked at once. The column's name is one of ours.
            let statement = try db.cachedStatement(
                sql: """
                    SELECT id, \(column.rawValue) FROM story WHERE \(column.rawValue) <> '' ORDER BY \(column.rawValue)
                    """)
            let rows = try Row.fetchCursor(statement)
            let raw = statement.sqliteStatement
            var last: [UInt8] = []
            var answer = false
            while try rows.next() != nil {
                let value = UnsafeRawBufferPointer(
                    start: sqlite3_column_text(raw, 1), count: Int(sqlite3_column_bytes(raw, 1)))
                if !value.elementsEqual(last) {
                    last = Array(value)
                    answer = isWanted(String(decoding: value, as: UTF8.self))
                }
                if answer { stories.insert(Int(sqlite3_column_int64(raw, 0))) }
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
            try db.forEachNumber(sql, arguments) { stories.insert($0) }
            return stories
        }
    }
}

extension Database {
    /// Hands over the first column of every row: several times as fast as a cursor, where there are 100,000.
    func forEachNumber(_ sql: String, _ arguments: StatementArguments, _ take: (Int) -> Void) throws {
        try forEachNumber(cachedStatement(sql: sql), arguments, take)
    }

    func forEachNumber(_ statement: Statement, _ arguments: StatementArguments, _ take: (Int) -> Void) throws {
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        let raw = statement.sqliteStatement
        while try rows.next() != nil { take(Int(sqlite3_column_int64(raw, 0))) }
    }
}
