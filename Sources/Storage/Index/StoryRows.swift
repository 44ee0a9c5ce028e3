import Foundation
import GRDB
import GRDBSQLite
package import News

/// A row of the story table: what a list shows of it.
package struct StoryRow: Hashable, Sendable {
    /// Its number in the index.
    package let number: Int
    /// The number of its feed.
    package let feed: Int
    /// Its id for the reader and for bookmarks.
    package let name: String
    package let title: String
    package let source: String?
    package let published: Timestamp?
    /// Words in the body; 0 until it is read.
    package let words: Int
    /// "UA RU|BY": those it is about, those it mentions.
    package let countries: String
    package let isRead: Bool
}

/// What a story is made of, as it was kept.
package struct StorySource: Sendable {
    package let number: Int
    package let feed: Int
    /// What its feed tells it apart by, or the file's path.
    package let key: String
    package let name: String
    package let title: String
    package let source: String?
    package let byline: String?
    package let link: String?
    package let published: Timestamp?
    package let language: String?
    package let version: Int
    /// Nil for a file: it keeps its text itself.
    package let body: PackedText?
}

/// A file as the index knows it.
package struct IndexedFile: Hashable, Sendable {
    package let number: Int
    package let name: String
    let fingerprint: Int64
    let isExtracted: Bool

    /// Whether what the index has of it still holds.
    package func holds(for file: FileStory) -> Bool { isExtracted && fingerprint == file.fingerprint }
}

extension StoryIndex {
    /// Hands over stories, newest first; undated ones come last.
    /// - Parameter limit: nil for all.
    package func forEachStory(limit: Int? = nil, _ take: (StoryRow) -> Void) throws(Problem) {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT id, feed, name, title, source, published, words, countries, is_read FROM story
                    ORDER BY published DESC, id LIMIT ?
                    """, arguments: [limit ?? -1])
            while let row = try rows.next() { take(StoryRow(row)) }
        }
    }

    /// These stories, in no order; those that are gone are left out.
    package func stories(_ numbers: [Int]) throws(Problem) -> [StoryRow] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT id, feed, name, title, source, published, words, countries, is_read FROM story
                    WHERE id BETWEEN ? AND ?
                    """)
            var stories: [StoryRow] = []
            stories.reserveCapacity(numbers.count)
            for run in numbers.runs {
                let rows = try Row.fetchCursor(statement, arguments: [run.lowerBound, run.upperBound])
                while let row = try rows.next() { stories.append(StoryRow(row)) }
            }
            return stories
        }
    }

    /// The ids in the reader of these stories, in the same order; those that are gone are left out.
    package func names(of numbers: some Sequence<Int>) throws(Problem) -> [String] {
        try read { db in
            let statement = try db.cachedStatement(sql: "SELECT name FROM story WHERE id = ?")
            return try numbers.compactMap { try String.fetchOne(statement, arguments: [$0]) }
        }
    }

    /// The stories of this id. Folders of the same name in two places may have files of the same id.
    package func numbers(ofStory name: String) throws(Problem) -> [Int] {
        try read { try Int.fetchAll($0.cachedStatement(sql: "SELECT id FROM story WHERE name = ?"), arguments: [name]) }
    }

    /// What the source says of stories beside what lists show.
    package func facts(
        of numbers: some Sequence<Int>
    ) throws(Problem) -> [Int: (link: String?, byline: String?, language: String?)] {
        try read { db in
            let statement = try db.cachedStatement(sql: "SELECT link, byline, language FROM story WHERE id = ?")
            var facts: [Int: (link: String?, byline: String?, language: String?)] = [:]
            for number in numbers {
                if let row = try Row.fetchOne(statement, arguments: [number]) {
                    facts[number] = (row[0], row[1], row[2])
                }
            }
            return facts
        }
    }

    /// When the dated stories of a feed were published, in seconds since 1970, newest first.
    package func dates(ofFeed feed: Int) throws(Problem) -> [Int] {
        try read { db in
            try Int.fetchAll(
                db, sql: "SELECT published FROM story WHERE feed = ? AND published IS NOT NULL ORDER BY published DESC",
                arguments: [feed])
        }
    }

    /// The newest of some stories, in that order; undated ones come last.
    package func newest(of wanted: NumberSet, limit: Int) throws(Problem) -> [Int] {
        try read { db in
            if wanted.count > 600 {
                // Going down all stories finds enough of them sooner than sorting them.
                var newest: [Int] = []
                let all = try db.cachedStatement(sql: "SELECT id FROM story ORDER BY published DESC, id")
                try db.forEachRow(of: all) { row in
                    let number = Int(sqlite3_column_int64(row, 0))
                    if wanted.contains(number) { newest.append(number) }
                    return newest.count < limit
                }
                return newest
            }
            let statement = try db.cachedStatement(sql: "SELECT published FROM story WHERE id = ?")
            var dated: [(number: Int, moment: Int)] = []
            for number in wanted.numbers {
                dated.append((number, try Int.fetchOne(statement, arguments: [number]) ?? .min))
            }
            dated.sort { a, b in a.moment != b.moment ? a.moment > b.moment : a.number < b.number }
            return dated.prefix(limit).map(\.number)
        }
    }

    /// Nil when it is gone.
    package func source(of number: Int) throws(Problem) -> StorySource? {
        try read { try Self.source(of: number, $0) }
    }

    /// The newest stories that wait for extraction, files apart.
    package func waiting(limit: Int, without taken: Set<Int> = []) throws(Problem) -> [StorySource] {
        try read { db in
            let numbers = try Int.fetchAll(
                db,
                sql: """
                    SELECT story.id FROM story WHERE reader = 0 ORDER BY published DESC, id LIMIT ?
                    """, arguments: [limit + taken.count])
            return try numbers.lazy.filter { !taken.contains($0) }.prefix(limit).compactMap {
                try Self.source(of: $0, db)
            }
        }
    }

    /// Puts another text in the place of what the feed gave, which becomes an older version. The feed's own words are still
    /// known, so that the same ones do not come back at the next fetch.
    /// - Returns: the number of the version.
    package func replaceBody(of story: Int, by text: PackedText, seen: Timestamp) throws(Problem) -> Int {
        try write { db in
            try db.keepVersion(of: story)
            try db.execute(
                sql: "UPDATE story SET reader = 0, seen = ?, version = version + 1 WHERE id = ?",
                arguments: [seen.seconds, story])
            try db.insertBody(text, of: story)
            return try Int.fetchOne(db, sql: "SELECT version FROM story WHERE id = ?", arguments: [story]) ?? 0
        }
    }

    /// What an edited story said before, oldest first.
    package func versions(of story: Int) throws(Problem) -> [(seen: Timestamp, title: String, text: PackedText)] {
        try read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT seen, title, size, text FROM version WHERE story = ? ORDER BY number",
                arguments: [story])
            return rows.map { row in
                let text: Data = row[3]
                return (
                    Timestamp(seconds: row[0]), row[1],
                    PackedText(size: row[2], bytes: Array(text))
                )
            }
        }
    }

    package func countWaiting() throws(Problem) -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM story WHERE reader = 0") ?? 0 }
    }

    /// The files of a feed that the index knows, by path.
    package func files(ofFeed feed: Int) throws(Problem) -> [String: IndexedFile] {
        try read { db in
            var files: [String: IndexedFile] = [:]
            let rows = try Row.fetchCursor(
                db, sql: "SELECT key, id, name, fingerprint, reader FROM story WHERE feed = ?", arguments: [feed])
            while let row = try rows.next() {
                files[row[0]] = IndexedFile(
                    number: row[1], name: row[2], fingerprint: row[3], isExtracted: row[4] != 0)
            }
            return files
        }
    }

    /// Whether a web feed gave the story of this id.
    package func isFetched(_ name: String) throws(Problem) -> Bool {
        try read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT 1 FROM story JOIN feed ON feed.id = story.feed WHERE story.name = ? AND feed.is_web")
            return try Int.fetchOne(statement, arguments: [name]) != nil
        }
    }

    /// The paths of files that the index knows by these ids, whether they are still there or not.
    package func filePaths(named ids: some Sequence<String>) throws(Problem) -> [String: [String]] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT story.key FROM story JOIN feed ON feed.id = story.feed
                    WHERE story.name = ? AND NOT feed.is_web AND story.key LIKE '/%'
                    """)
            var paths: [String: [String]] = [:]
            for id in ids { paths[id] = try String.fetchAll(statement, arguments: [id]) }
            return paths
        }
    }

    /// The story of a file that the index knows.
    package func number(ofFile path: String) throws(Problem) -> Int? {
        let folder = path.lastIndex(of: "/").map { path[..<$0] } ?? ""
        return try read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT story.id FROM story JOIN feed ON feed.id = story.feed
                    WHERE feed.key = ? AND story.key = ? AND NOT feed.is_web
                    """, arguments: [String(folder), path])
        }
    }

    package func remove(_ stories: [Int]) throws(Problem) {
        try write { db in
            for number in stories {
                try db.forgetMentions(of: number)
                try db.execute(sql: "DELETE FROM story WHERE id = ?", arguments: [number])
            }
        }
    }

    private static func source(of number: Int, _ db: Database) throws -> StorySource? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT story.id, feed, key, name, title, source, byline, link, published, language, version, size, text
                FROM story LEFT JOIN body ON body.story = story.id WHERE story.id = ?
                """)
        return try Row.fetchOne(statement, arguments: [number]).map { StorySource($0) }
    }
}

extension StoryRow {
    fileprivate init(_ row: Row) {
        self.init(
            number: row[0], feed: row[1], name: row[2], title: row[3], source: row[4],
            published: (row[5] as Int?).map { Timestamp(seconds: $0) }, words: row[6], countries: row[7],
            isRead: row[8])
    }
}

extension StorySource {
    fileprivate init(_ row: Row) {
        let text: Data? = row[12]
        self.init(
            number: row[0], feed: row[1], key: row[2], name: row[3], title: row[4], source: row[5], byline: row[6],
            link: row[7], published: (row[8] as Int?).map { Timestamp(seconds: $0) }, language: row[9],
            version: row[10],
            body: text.map { PackedText(size: row[11], bytes: Array($0)) })
    }
}

extension [Int] {
    /// Its numbers, where those that follow each other by one are taken together: what one feed said has such.
    fileprivate var runs: [ClosedRange<Int>] {
        reduce(into: []) { runs, number in
            if let last = runs.last, number == last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
    }
}
