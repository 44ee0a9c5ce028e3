import GRDB
import GRDBSQLite
package import News

extension StoryIndex {
    /// Headlines of very many stories at once, newest first; undated ones come last. 100,000 in some tens of milliseconds:
    /// nothing of a row is copied but into the table.
    /// - Parameters:
    ///   - feeds: those whose stories are wanted, by their numbers here.
    ///   - isWanted: whether a story of such a feed is.
    ///   - country: of a code.
    ///   - limit: nil for all.
    package func headlines(
        of feeds: [Int: Feed], where isWanted: (Int) -> Bool, country: (String) -> Country, limit: Int? = nil
    ) throws(Problem) -> HeadlineTable {
        try read { db in
            var table = HeadlineTable()
            var filler = TableFiller(feeds, in: &table)
            let statement = try db.cachedStatement(
                sql: """
                    SELECT id, feed, name, title, source, published, words, countries, is_read FROM story
                    ORDER BY published DESC, id LIMIT ?
                    """)
            try statement.setArguments([limit ?? -1])
            let rows = try Row.fetchCursor(statement)
            let raw = statement.sqliteStatement
            while try rows.next() != nil { filler.put(raw, isWanted, country, in: &table) }
            return table
        }
    }
}

/// Puts rows of the story table into a table of headlines.
private struct TableFiller {
    private var feeds: [Int: UInt32]
    /// By the two letters of their codes.
    private var countries = [UInt16?](repeating: nil, count: 1 << 16)
    private var sources: [String: UInt32] = [:]
    private var about: [UInt16] = []
    private var mentioned: [UInt16] = []

    init(_ feeds: [Int: Feed], in table: inout HeadlineTable) {
        var numbers: [Int: UInt32] = [:]
        for (number, feed) in feeds.sorted(by: { $0.key < $1.key }) { numbers[number] = table.number(of: feed) }
        self.feeds = numbers
    }

    mutating func put(
        _ row: SQLiteStatement, _ isWanted: (Int) -> Bool, _ country: (String) -> Country, in table: inout HeadlineTable
    ) {
        let number = Int(sqlite3_column_int64(row, 0))
        guard let feed = feeds[Int(sqlite3_column_int64(row, 1))], isWanted(number) else { return }
        var source: UInt32 = 0
        if sqlite3_column_type(row, 4) != SQLITE_NULL {
            let name = String(decoding: text(row, 4), as: UTF8.self)
            source = sources[name] ?? table.number(ofSource: name)
            sources[name] = source
        }
        read(text(row, 7), country, in: &table)
        let isDated = sqlite3_column_type(row, 5) != SQLITE_NULL
        table.put(
            id: text(row, 2), title: text(row, 3), feed: feed, source: source,
            published: isDated ? Int(sqlite3_column_int64(row, 5)) : nil, wordCount: Int(sqlite3_column_int64(row, 6)),
            countries: about, mentioned: mentioned, isRead: sqlite3_column_int(row, 8) != 0, isBookmarked: false,
            indexKey: UInt32(truncatingIfNeeded: number))
    }

    /// "UA RU|BY": codes of two letters.
    private mutating func read(
        _ codes: UnsafeRawBufferPointer, _ country: (String) -> Country, in table: inout HeadlineTable
    ) {
        about.removeAll(keepingCapacity: true)
        mentioned.removeAll(keepingCapacity: true)
        var isAbout = true
        var at = 0
        while at < codes.count {
            if codes[at] == UInt8(ascii: "|") { isAbout = false }
            guard codes[at] > 0x20, codes[at] != UInt8(ascii: "|"), at + 1 < codes.count else {
                at += 1
                continue
            }
            let code = Int(codes[at]) << 8 | Int(codes[at + 1])
            let letters = String(decoding: codes[at..<at + 2], as: UTF8.self)
            let number = countries[code] ?? table.number(of: country(letters)) ?? 0
            countries[code] = number
            if isAbout { about.append(number) } else { mentioned.append(number) }
            at += 2
        }
    }

    /// SQLite's own bytes, not copied: good until the statement steps on, and empty for NULL.
    private func text(_ row: SQLiteStatement, _ column: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: sqlite3_column_text(row, column), count: Int(sqlite3_column_bytes(row, column)))
    }
}
