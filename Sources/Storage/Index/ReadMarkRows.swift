import GRDB
package import News

// Read marks are the user's own and stand in a file of theirs; the index repeats them, so that a start need not read it.

extension StoryIndex {
    /// Which state of the file the index repeats; nil when none.
    package func readMarksState() throws(Problem) -> String? { try note("read marks") }

    /// Repeats the file whole.
    package func replaceReadMarks(_ names: some Sequence<String>, state: String) throws(Problem) {
        try write { db in
            try db.execute(sql: "DELETE FROM read_mark")
            let mark = try db.cachedStatement(sql: "INSERT OR IGNORE INTO read_mark(name) VALUES(?)")
            for name in names {
                mark.setUncheckedArguments([name])
                try mark.execute()
            }
            try db.execute(
                sql: """
                    UPDATE story SET is_read = 1 WHERE is_read = 0 AND name IN (SELECT name FROM read_mark);
                    UPDATE story SET is_read = 0 WHERE is_read = 1 AND name NOT IN (SELECT name FROM read_mark);
                    """)
            try Self.enterReadMarks(state, db)
        }
    }

    /// Marks stories, also those that come later.
    /// - Parameter state: of the file after the same change; nil when somebody else changed it too.
    package func setRead(_ isRead: Bool, names: some Sequence<String>, state: String?) throws(Problem) {
        try write { db in
            let mark = try db.cachedStatement(
                sql: isRead ? "INSERT OR IGNORE INTO read_mark(name) VALUES(?)" : "DELETE FROM read_mark WHERE name = ?"
            )
            let story = try db.cachedStatement(sql: "UPDATE story SET is_read = ? WHERE name = ?")
            for name in names {
                mark.setUncheckedArguments([name])
                try mark.execute()
                story.setUncheckedArguments([isRead, name])
                try story.execute()
            }
            if let state { try Self.enterReadMarks(state, db) }
        }
    }

    private static func enterReadMarks(_ state: String, _ db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO note(key, value) VALUES('read marks', ?)", arguments: [state])
    }
}
