import Foundation
import GRDB
import News

/// Enters what a feed said into its stories: new ones, and edited ones, whose older words become a version.
struct StoryChanges {
    let feed: Int
    /// When it was said, in seconds since 1970.
    let seen: Int
    private(set) var new: [Int] = []
    private(set) var edited: [Int] = []
    /// Stories that an entry of this fetch has been known for.
    private var met: Set<Int> = []
    /// The feed's stories by their links, once they are asked for; nil for a link that several have.
    private var storiesByLink: [String: Int?]?

    init(feed: Int, seen: Int) {
        self.feed = feed
        self.seen = seen
    }

    var isChanged: Bool { !new.isEmpty || !edited.isEmpty }

    mutating func keep(_ drafts: some Sequence<StoryDraft>, _ db: Database) throws {
        let isEmpty =
            try Int.fetchOne(db, sql: "SELECT 1 FROM story WHERE feed = ? LIMIT 1", arguments: [feed]) == nil
        // A feed may say the same entry twice: the first holds, as the newer one stands first.
        var keys: Set<String> = []
        for draft in drafts where keys.insert(draft.key).inserted {
            if isEmpty { try insert(draft, db) } else { try keep(draft, db) }
        }
    }

    private mutating func keep(_ draft: StoryDraft, _ db: Database) throws {
        let known = try db.cachedStatement(sql: "SELECT id, fingerprint FROM story WHERE feed = ? AND key = ?")
        if let row = try Row.fetchOne(known, arguments: [feed, draft.key]) {
            let fingerprint: Int64 = row[1]
            met.insert(row[0])
            if fingerprint == draft.fingerprint { return }
            if fingerprint == draft.formerFingerprint {
                try db.execute(
                    sql: "UPDATE story SET fingerprint = ? WHERE id = ?", arguments: [draft.fingerprint, row[0]])
            } else {
                try edit(row[0], draft, db)
            }
        } else if let number = try storyWithoutItsId(draft, db) {
            met.insert(number)
            try db.execute(sql: "UPDATE story SET key = ? WHERE id = ?", arguments: [draft.key, number])
            try keep(draft, db)
        } else {
            try insert(draft, db)
        }
    }

    /// Feeds begin to give ids, and stop to: then an entry is known by its link, which was its key or is it now.
    private mutating func storyWithoutItsId(_ draft: StoryDraft, _ db: Database) throws -> Int? {
        guard let link = draft.link else { return nil }
        if draft.key != link {
            let known = try db.cachedStatement(sql: "SELECT id FROM story WHERE feed = ? AND key = ?")
            let number = try Int.fetchOne(known, arguments: [feed, link])
            return number.flatMap { met.contains($0) ? nil : $0 }
        }
        let stories = try storiesByLink ?? linkedStories(db)
        storiesByLink = stories
        return (stories[link] ?? nil).flatMap { met.contains($0) ? nil : $0 }
    }

    private func linkedStories(_ db: Database) throws -> [String: Int?] {
        var stories: [String: Int?] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT link, id FROM story WHERE feed = ? AND link IS NOT NULL", arguments: [feed])
        while let row = try rows.next() {
            let link: String = row[0]
            let number: Int = row[1]
            stories.updateValue(stories[link] == nil ? number : nil, forKey: link)
        }
        return stories
    }

    private mutating func insert(_ draft: StoryDraft, _ db: Database) throws {
        let story = try db.cachedStatement(
            sql: """
                INSERT INTO story(feed, key, name, title, source, published, language, fingerprint, seen, byline, link,
                    is_read)
                VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, \(IndexSchema.isMarkedRead))
                """)
        story.setUncheckedArguments([
            feed, draft.key, draft.name, draft.title, draft.source, draft.published?.seconds, draft.language,
            draft.fingerprint, seen, draft.byline, draft.link, draft.name,
        ])
        try story.execute()
        let number = Int(db.lastInsertedRowID)
        try db.insertBody(draft.body, of: number)
        new.append(number)
    }

    private mutating func edit(_ number: Int, _ draft: StoryDraft, _ db: Database) throws {
        try db.keepVersion(of: number)
        try db.execute(
            sql: """
                UPDATE story SET title = ?, source = ?, published = coalesce(?, published), language = ?, fingerprint = ?,
                    seen = ?, byline = ?, link = ?, reader = 0, version = version + 1
                WHERE id = ?
                """,
            arguments: [
                draft.title, draft.source, draft.published?.seconds, draft.language, draft.fingerprint, seen,
                draft.byline, draft.link, number,
            ])
        try db.insertBody(draft.body, of: number)
        edited.append(number)
    }
}

extension Database {
    /// Enters the text of a story in the place of the one that there was.
    func insertBody(_ body: PackedText, of story: Int) throws {
        // Not "OR REPLACE", for which SQLite copies the pages that it changes.
        let statement = try cachedStatement(
            sql: """
                INSERT INTO body(story, size, text) VALUES(?, ?, ?)
                ON CONFLICT(story) DO UPDATE SET size = excluded.size, text = excluded.text
                """)
        statement.setUncheckedArguments([story, body.size, Data(body.bytes)])
        try statement.execute()
    }

    /// What a story says now becomes an older version of it.
    func keepVersion(of story: Int) throws {
        try execute(
            sql: """
                INSERT OR IGNORE INTO version(story, number, seen, title, size, text)
                SELECT story.id, version, seen, title, size, text FROM story JOIN body ON body.story = story.id
                WHERE story.id = ?
                """, arguments: [story])
    }
}
