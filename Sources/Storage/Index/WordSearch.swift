import GRDB
package import News

/// What is looked for in the full text: every word has to be there.
package struct WordQuery: Sendable {
    /// Folded words; each finds longer ones that start with it.
    package let words: [String]

    package init(words: [String]) { self.words = words }

    /// In FTS5's own language: each word as a string, so that no letter of it means anything else.
    func expression(in column: Column?) -> String {
        let terms = words.map { "\"\($0.replacing("\"", with: ""))\"*" }.joined(separator: " AND ")
        return column.map { "\($0.rawValue): (\(terms))" } ?? terms
    }

    /// A part of a story.
    package enum Column: String, Sendable {
        case title
        /// All that is named, speakers among them.
        case names
        case quotes, body
    }
}

extension StoryIndex {
    /// Stories that have all the words, in one part or anywhere.
    package func stories(with query: WordQuery, in column: WordQuery.Column? = nil) throws(Problem) -> NumberSet {
        query.words.isEmpty ? NumberSet() : try read { try stories(query.expression(in: column), $0) }
    }

    /// Names with all the words, by number, and how they are written.
    package func names(with query: WordQuery) throws(Problem) -> [Int: String] {
        if query.words.isEmpty { return [:] }
        return try read { db in
            var names: [Int: String] = [:]
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT name.id, name.shown FROM name_words(?) JOIN name ON name.id = name_words.rowid
                    """, arguments: [query.expression(in: nil)])
            while let row = try rows.next() { names[row[0]] = row[1] }
            return names
        }
    }

    package func number(of name: IndexedName) throws(Problem) -> Int? {
        try read { try Int.fetchOne($0, sql: "SELECT id FROM name WHERE folded = ?", arguments: [name.folded]) }
    }

    /// Stories that have one of these names, or quote one of them.
    package func stories(naming names: some Sequence<Int>, asSpeakers: Bool = false) throws(Problem) -> NumberSet {
        try read { db in
            let sql = "SELECT story FROM mention WHERE name = ? AND quotes >= ?"
            var stories = NumberSet()
            for name in names {
                try db.forEachNumber(sql, [name, asSpeakers ? 1 : 0]) { stories.insert($0) }
            }
            return stories
        }
    }

    /// A word of a version that has been edited since finds nothing.
    private func stories(_ expression: String, _ db: Database) throws -> NumberSet {
        let edited = try editedVersions(db)
        var stories = NumberSet()
        try db.forEachNumber("SELECT rowid FROM words(?)", [expression]) { row in
            let (story, version) = IndexedWords.story(ofRow: row)
            if edited.isEmpty || edited[story, default: 0] == version { stories.insert(story) }
        }
        return stories
    }

    private func editedVersions(_ db: Database) throws -> [Int: Int] {
        var versions: [Int: Int] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT id, version FROM story WHERE version > 0")
        while let row = try rows.next() { versions[row[0]] = row[1] }
        return versions
    }
}
