import GRDB
package import News

// Feeds, and what became of fetching them.

extension StoryIndex {
    /// All feeds, in the order they came.
    package func feeds() throws(Problem) -> [FeedRecord] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT feed.*, note.value AS note FROM feed LEFT JOIN note ON note.key = 'feed ' || feed.id
                    ORDER BY feed.id
                    """
            ).map { FeedRecord($0) }
        }
    }

    /// The number of a feed, which is entered when it is not there yet.
    package func number(ofFeed key: String, isWeb: Bool) throws(Problem) -> Int {
        if let number = try read({ try Int.fetchOne($0, sql: "SELECT id FROM feed WHERE key = ?", arguments: [key]) }) {
            return number
        }
        return try write { db in
            try db.execute(
                sql: "INSERT INTO feed(key, is_web) VALUES(?, ?) ON CONFLICT(key) DO NOTHING", arguments: [key, isWeb])
            return try Int.fetchOne(db, sql: "SELECT id FROM feed WHERE key = ?", arguments: [key]) ?? 0
        }
    }

    /// Keeps what a fetch brought: its stories and its outcome, together or not at all.
    /// - Returns: the stories that are new or edited, by their numbers.
    @discardableResult
    package func keep(
        _ stories: some Sequence<StoryDraft>, _ fetch: FetchRecord, feed: Int
    ) throws(Problem) -> (new: [Int], edited: [Int]) {
        try write { db in
            var changes = StoryChanges(feed: feed, seen: fetch.at.seconds)
            try changes.keep(stories, db)
            try fetch.enter(feed, changes, db)
            return (changes.new, changes.edited)
        }
    }

    /// Forgets a feed with all its stories. What the user keeps of them is elsewhere.
    package func removeFeed(_ key: String) throws(Problem) {
        try write { db in
            guard let feed = try Int.fetchOne(db, sql: "SELECT id FROM feed WHERE key = ?", arguments: [key]) else {
                return
            }
            for story in try Int.fetchAll(db, sql: "SELECT id FROM story WHERE feed = ?", arguments: [feed]) {
                try db.forgetMentions(of: story)
            }
            try db.execute(sql: "DELETE FROM feed WHERE id = ?", arguments: [feed])
            try db.setNote(nil, ofFeed: feed)
        }
    }

    /// What lists show as the source of a feed's stories, those to come apart.
    package func setSource(_ source: String, ofFeed key: String) throws(Problem) {
        try write { db in
            try db.execute(
                sql: """
                    UPDATE story SET source = ?1
                    WHERE feed = (SELECT id FROM feed WHERE key = ?2) AND source IS NOT ?1
                    """, arguments: [source, key])
        }
    }

    /// A feed that moved keeps its stories.
    package func moveFeed(_ key: String, to address: String) throws(Problem) {
        try write { db in
            try db.execute(
                sql: "UPDATE OR IGNORE feed SET key = ?, moved_to = NULL WHERE key = ?", arguments: [address, key])
        }
    }

    /// The last fetches of a feed, newest first.
    package func fetches(ofFeed number: Int, limit: Int = 50) throws(Problem) -> [(at: Timestamp, failure: String?)] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT at, failure FROM fetch WHERE feed = ? ORDER BY id DESC LIMIT ?",
                arguments: [number, limit]
            ).map { (Timestamp(seconds: $0[0]), $0[1]) }
        }
    }
}

extension FetchRecord {
    fileprivate func enter(_ feed: Int, _ changes: StoryChanges, _ db: Database) throws {
        var failure: String?
        switch outcome {
        case .new(let content): try enter(content, feed, isChanged: changes.isChanged, db)
        case .unchanged:
            try db.execute(
                sql: """
                    UPDATE feed SET checked = ?1, succeeded = ?1, failures = 0, failure = NULL, remedy = NULL, is_gone = 0,
                        retry_after = NULL
                    WHERE id = ?2
                    """, arguments: [at.seconds, feed])
        case .failed(let problem, let isGone, let retryAfter):
            failure = problem.summary
            try db.execute(
                sql: """
                    UPDATE feed SET checked = ?, failures = failures + 1, failure = ?, remedy = ?, is_gone = ?, retry_after = ?
                    WHERE id = ?
                    """,
                arguments: [at.seconds, problem.summary, problem.remedy, isGone, retryAfter?.seconds, feed])
        }
        // A failure says nothing of where it has moved.
        try db.execute(
            sql: "UPDATE feed SET not_before = ?, moved_to = iif(?, moved_to, ?) WHERE id = ?",
            arguments: [notBefore?.seconds, failure != nil, movedTo, feed])
        try db.execute(
            sql: "INSERT INTO fetch(feed, at, failure, new, edited, milliseconds) VALUES(?, ?, ?, ?, ?, ?)",
            arguments: [feed, at.seconds, failure, changes.new.count, changes.edited.count, milliseconds])
        try db.execute(
            sql: """
                DELETE FROM fetch WHERE feed = ?1 AND id <= (
                    SELECT id FROM fetch WHERE feed = ?1 ORDER BY id DESC LIMIT 1 OFFSET 50)
                """, arguments: [feed])
    }

    private func enter(_ content: Content, _ feed: Int, isChanged: Bool, _ db: Database) throws {
        try db.execute(
            sql: """
                UPDATE feed SET checked = ?1, succeeded = ?1, failures = 0, failure = NULL, remedy = NULL, is_gone = 0,
                    retry_after = NULL, title = ?2, site = ?3, etag = ?4, last_modified = ?5, size = ?6,
                    changed = CASE WHEN ?7 THEN ?1 ELSE changed END
                WHERE id = ?8
                """,
            arguments: [
                at.seconds, content.title, content.site, content.validators.etag, content.validators.lastModified,
                content.size, isChanged, feed,
            ])
        try db.setNote(content.note, ofFeed: feed)
    }
}

extension Database {
    /// What was odd in a feed.
    fileprivate func setNote(_ words: String?, ofFeed feed: Int) throws {
        if let words {
            try execute(sql: "INSERT OR REPLACE INTO note VALUES(?, ?)", arguments: ["feed \(feed)", words])
        } else {
            try execute(sql: "DELETE FROM note WHERE key = ?", arguments: ["feed \(feed)"])
        }
    }
}

extension FeedRecord {
    fileprivate init(_ row: Row) {
        func moment(_ column: String) -> Timestamp? { (row[column] as Int?).map { Timestamp(seconds: $0) } }
        let failure: String? = row["failure"]
        let remedy: String? = row["remedy"]
        self.init(
            number: row["id"], key: row["key"], isWeb: row["is_web"], title: row["title"], site: row["site"],
            validators: Validators(etag: row["etag"], lastModified: row["last_modified"]),
            checked: moment("checked"), succeeded: moment("succeeded"), changed: moment("changed"),
            notBefore: moment("not_before"), retryAfter: moment("retry_after"), failures: row["failures"],
            failure: failure.map { Problem($0, remedy: remedy ?? "") }, isGone: row["is_gone"],
            movedTo: row["moved_to"], size: row["size"], note: row["note"])
    }
}
