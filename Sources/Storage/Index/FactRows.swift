import GRDB
import GRDBSQLite
package import News

// Stories by what their rows say. Each goes through the table or an index of it once: milliseconds for 100,000.

extension StoryIndex {
    /// A column of words, or of codes, by which stories are told apart.
    package enum FactColumn: String, Sendable {
        case source, byline, link, language
    }

    /// Stories for whose value of a column something holds. Each value is asked about once; stories without one are left
    /// out.
    package func stories(by column: FactColumn, where isWanted: (String) -> Bool) throws(Problem) -> NumberSet {
        try read { db in
            var stories = NumberSet()
            // In the order of the values, so that each is looked at once. The column's name is one of ours.
            let statement = try db.cachedStatement(
                sql: """
                    SELECT id, \(column.rawValue) FROM story WHERE \(column.rawValue) <> '' ORDER BY \(column.rawValue)
                    """)
            var last: [UInt8] = []
            var answer = false
            try db.forEachRow(of: statement) { raw in
                // SQLite's own bytes, good until the next step: `last` is a copy.
                let value = UnsafeRawBufferPointer(
                    start: sqlite3_column_text(raw, 1), count: Int(sqlite3_column_bytes(raw, 1)))
                if !value.elementsEqual(last) {
                    last = Array(value)
                    answer = isWanted(String(decoding: value, as: UTF8.self))
                }
                if answer { stories.insert(Int(sqlite3_column_int64(raw, 0))) }
                return true
            }
            return stories
        }
    }

    /// Stories that are about one of some countries, or also those that only mention one.
    /// - Parameter codes: as ISO 3166-1 has them, two letters each.
    package func stories(ofCountries codes: [String], mentionedToo: Bool) throws(Problem) -> NumberSet {
        // Nearly every story has countries of its own, so the codes are looked at as they are: two letters, a blank
        // between two, a stroke before those that are only mentioned.
        let wanted = NumberSet(codes.map { code in code.utf8.reduce(0) { $0 << 8 | Int($1) } })
        return try read { db in
            var stories = NumberSet()
            let statement = try db.cachedStatement(sql: "SELECT id, countries FROM story WHERE countries <> ''")
            try db.forEachRow(of: statement) { row in
                // SQLite's own bytes, good until the next step.
                let codes = UnsafeRawBufferPointer(
                    start: sqlite3_column_text(row, 1), count: Int(sqlite3_column_bytes(row, 1)))
                var at = 0
                while at + 1 < codes.count, mentionedToo || codes[at] != UInt8(ascii: "|") {
                    if codes[at] < UInt8(ascii: "A") || codes[at] == UInt8(ascii: "|") {
                        at += 1
                    } else if wanted.contains(Int(codes[at]) << 8 | Int(codes[at + 1])) {
                        stories.insert(Int(sqlite3_column_int64(row, 0)))
                        break
                    } else {
                        at += 2
                    }
                }
                return true
            }
            return stories
        }
    }

    package func storiesRead() throws(Problem) -> NumberSet { try bits("SELECT id FROM story WHERE is_read = 1") }

    /// Stories in which somebody is quoted.
    package func storiesWithQuotes() throws(Problem) -> NumberSet {
        try bits("SELECT story FROM reading WHERE length(quotes) > 0")
    }

    /// Nil is no limit; undated stories are of no time.
    package func stories(publishedFrom first: Timestamp?, before end: Timestamp?) throws(Problem) -> NumberSet {
        try bits(
            "SELECT id FROM story WHERE published >= ? AND published < ?",
            [first?.seconds ?? .min, end?.seconds ?? .max])
    }

    /// By the number of words in the body.
    package func stories(ofLength range: ClosedRange<Int>) throws(Problem) -> NumberSet {
        try bits("SELECT id FROM story WHERE words BETWEEN ? AND ?", [range.lowerBound, range.upperBound])
    }

    package func stories(ofFeeds feeds: some Sequence<Int>) throws(Problem) -> NumberSet {
        var stories = NumberSet()
        for feed in feeds { stories.formUnion(try bits("SELECT id FROM story WHERE feed = ?", [feed])) }
        return stories
    }

    private func bits(_ sql: String, _ arguments: StatementArguments = []) throws(Problem) -> NumberSet {
        try read { db in
            var stories = NumberSet()
            try db.forEachNumber(sql, arguments) { stories.insert($0) }
            return stories
        }
    }
}

extension Database {
    /// Hands over the first column of every row: several times as fast as a cursor, where there are 100,000.
    func forEachNumber(_ sql: String, _ arguments: StatementArguments = [], _ take: (Int) -> Void) throws {
        let statement = try cachedStatement(sql: sql)
        try statement.setArguments(arguments)
        try forEachRow(of: statement) {
            take(Int(sqlite3_column_int64($0, 0)))
            return true
        }
    }

    /// Steps through the rows of a statement with its arguments, by SQLite's own functions.
    /// - Parameter take: answers whether it wants another one.
    func forEachRow(of statement: Statement, _ take: (OpaquePointer) -> Bool) throws {
        let raw = statement.sqliteStatement
        sqlite3_reset(raw)
        defer { sqlite3_reset(raw) }
        while true {
            let code = sqlite3_step(raw)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else {
                throw DatabaseError(resultCode: ResultCode(rawValue: code), sql: statement.sql)
            }
            if !take(raw) { return }
        }
    }
}
