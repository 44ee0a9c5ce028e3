import Foundation
import GRDB
package import News

// What extraction found.

/// How often somebody is named in a story, and how many quotes are theirs.
package typealias NameMentions = (name: String, mentions: Int, quotes: Int)

extension StoryIndex {
    /// Another number makes every story be read again: extraction finds other things in the same text now.
    /// - Returns: whether that is the case, and all that was found has been thrown away.
    @discardableResult
    package func expect(extraction number: Int) throws(Problem) -> Bool {
        let known = try note("extraction")
        if known == String(number) { return false }
        try write { db in
            if known != nil {
                try db.execute(
                    sql: """
                        UPDATE story SET reader = 0 WHERE reader <> 0;
                        DELETE FROM mention; DELETE FROM reading; DELETE FROM name;
                        INSERT INTO name_words(name_words) VALUES('delete-all');
                        INSERT INTO words(words) VALUES('delete-all');
                        """)
            }
            try db.execute(
                sql: "INSERT OR REPLACE INTO note(key, value) VALUES('extraction', ?)", arguments: [String(number)])
        }
        return known != nil
    }

    /// Keeps what was found in stories, all or nothing. A story that was edited meanwhile is passed over, as it waits again;
    /// so is one that somebody else has read.
    /// - Parameter folded: a name without case and accents.
    /// - Returns: the numbers of the stories kept, in their order; nil for one passed over.
    package func keep(
        _ stories: [ReadStory], seen: Timestamp, folded: @escaping (String) -> String
    ) throws(Problem) -> [Int?] {
        try write { db in
            let names = NameNumbers(db, folded: folded)
            return try stories.map { story in
                guard let (number, version) = try story.enter(seen, db) else { return nil }
                try story.enterFound(number, version: version, names, db)
                return number
            }
        }
    }

    /// The quotes of a story as they were found last; nil when it is not read yet.
    package func quotes(of story: Int) throws(Problem) -> QuoteList? {
        try read { db in
            let reading = try db.cachedStatement(sql: "SELECT quotes FROM reading WHERE story = ?")
            return try Data.fetchOne(reading, arguments: [story]).map { QuoteList(packed: Array($0)) }
        }
    }

    /// How names are written, by their numbers.
    package func names(_ numbers: some Collection<Int>) throws(Problem) -> [Int: String] {
        try read { db in
            let statement = try db.cachedStatement(sql: "SELECT shown FROM name WHERE id = ?")
            var names: [Int: String] = [:]
            for number in Set(numbers) { names[number] = try String.fetchOne(statement, arguments: [number]) }
            return names
        }
    }

    /// The names of a story with how often each is mentioned and quoted there.
    /// - Parameter isWanted: whether a name as it is written is looked up.
    package func mentions(
        in story: Int, where isWanted: (String) -> Bool = { _ in true }
    ) throws(Problem) -> [NameMentions] {
        try read { db in
            let reading = try db.cachedStatement(sql: "SELECT names FROM reading WHERE story = ?")
            let packed = try Data.fetchOne(reading, arguments: [story])
            var numbers = PackedNumbers(packed.map { Array($0) } ?? [])
            let names = try db.cachedStatement(sql: "SELECT shown FROM name WHERE id = ?")
            let counts = try db.cachedStatement(
                sql: "SELECT mentions, quotes FROM mention WHERE name = ? AND story = ?")
            var found: [NameMentions] = []
            while let number = numbers.next() {
                guard let name = try String.fetchOne(names, arguments: [number]), isWanted(name),
                    let row = try Row.fetchOne(counts, arguments: [number, story])
                else { continue }
                found.append((name, row[0], row[1]))
            }
            return found
        }
    }

    func note(_ key: String) throws(Problem) -> String? {
        try read { try String.fetchOne($0, sql: "SELECT value FROM note WHERE key = ?", arguments: [key]) }
    }
}

extension ReadStory {
    /// The codes of the countries it is about, a stroke, and of those it mentions: "UA RU|BY".
    fileprivate var countries: String {
        func codes(_ isAbout: Bool) -> String {
            reading.countries.filter { $0.isAbout == isAbout }.map(\.country.code).joined(separator: " ")
        }
        return reading.countries.isEmpty ? "" : "\(codes(true))|\(codes(false))"
    }

    /// - Returns: its number and version; nil when there is no such story any more, or another version of it.
    fileprivate func enter(_ seen: Timestamp, _ db: Database) throws -> (Int, version: Int)? {
        switch place {
        case .indexed(let number, let version):
            let change = try db.cachedStatement(
                sql: """
                    UPDATE story SET words = ?, countries = ?, language = coalesce(language, ?), reader = 1
                    WHERE id = ? AND version = ? AND reader = 0
                    """)
            change.setUncheckedArguments([wordCount, countries, language, number, version])
            try change.execute()
            return db.changesCount == 0 ? nil : (number, version)
        case .file(let file, let feed):
            let article = reading.article
            let entry = try db.cachedStatement(
                sql: """
                    INSERT INTO story(feed, key, name, title, source, published, words, countries, language, reader,
                        fingerprint, seen, byline, link, is_read)
                    VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, \(IndexSchema.isMarkedRead))
                    ON CONFLICT(feed, key) DO UPDATE SET name = excluded.name, title = excluded.title,
                        source = excluded.source, published = excluded.published, words = excluded.words,
                        countries = excluded.countries, language = excluded.language, reader = 1, fingerprint = excluded.fingerprint,
                        seen = excluded.seen, byline = excluded.byline, link = excluded.link, version = version + 1
                    RETURNING id, version
                    """)
            let row = try Row.fetchOne(
                entry,
                arguments: [
                    feed, file.path, article.id, article.title, article.source, article.published?.seconds, wordCount,
                    countries, language, file.fingerprint, seen.seconds, article.byline, article.link, article.id,
                ])
            return row.map { ($0[0], $0[1]) }
        }
    }

    fileprivate func enterFound(_ number: Int, version: Int, _ names: NameNumbers, _ db: Database) throws {
        if version > 0 { try db.forgetMentions(of: number) }
        var counts: [Int: (mentions: Int, quotes: Int)] = [:]
        for entity in reading.entities {
            counts[try names.number(of: entity.name, entity.kind), default: (0, 0)].mentions += entity.mentions.count
        }
        let people = Dictionary(reading.entities.map { ($0.name, $0.kind) }) { first, _ in first }
        let quotes = try reading.quotes.map { quote in
            let speaker = try quote.speaker?.name.map { try names.number(of: $0, people[$0] ?? .person) }
            if let speaker { counts[speaker, default: (0, 0)].quotes += 1 }
            return QuoteList.Entry(
                words: quote.words.map { $0.start..<$0.end }, cue: quote.cue.map { $0.start..<$0.end }, speaker: speaker
            )
        }
        let mention = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO mention(name, story, mentions, quotes) VALUES(?, ?, ?, ?)")
        var named: [UInt8] = []
        for (name, count) in counts.sorted(by: { $0.key < $1.key }) {
            mention.setUncheckedArguments([name, number, count.mentions, count.quotes])
            try mention.execute()
            named.append(number: name)
        }
        // Not "OR REPLACE", for which SQLite copies the pages that it changes.
        let found = try db.cachedStatement(
            sql: """
                INSERT INTO reading(story, names, quotes) VALUES(?, ?, ?)
                ON CONFLICT(story) DO UPDATE SET names = excluded.names, quotes = excluded.quotes
                """)
        found.setUncheckedArguments([number, Data(named), Data(QuoteList(quotes).packed)])
        try found.execute()
        let text = try db.cachedStatement(
            sql: "INSERT INTO words(rowid, title, names, quotes, body) VALUES(?, ?, ?, ?, ?)")
        text.setUncheckedArguments([
            IndexedWords.row(number, version: version), words.title, words.names, words.quotes, words.body,
        ])
        try text.execute()
    }
}

extension Database {
    /// Takes out what a story names, before it is read again or removed.
    func forgetMentions(of story: Int) throws {
        let packed = try Data.fetchOne(self, sql: "SELECT names FROM reading WHERE story = ?", arguments: [story])
        var names = PackedNumbers(packed.map { Array($0) } ?? [])
        let mention = try cachedStatement(sql: "DELETE FROM mention WHERE name = ? AND story = ?")
        while let name = names.next() {
            mention.setUncheckedArguments([name, story])
            try mention.execute()
        }
    }
}

/// Which row of the full text a version of a story has: a contentless table forgets no row, so that an edited story gets
/// a new one and the old finds nothing any more.
enum IndexedWords {
    private static let stride = 1 << 40

    static func row(_ story: Int, version: Int) -> Int { story + version * stride }
    static func story(ofRow row: Int) -> (story: Int, version: Int) { (row % stride, row / stride) }
}

/// The numbers of names, entered as they come. For one transaction.
private final class NameNumbers {
    // A class, because the stories of one transaction share what it knows.
    private let db: Database
    private let folded: (String) -> String
    private var numbers: [IndexedName: Int] = [:]

    init(_ db: Database, folded: @escaping (String) -> String) {
        self.db = db
        self.folded = folded
    }

    func number(of name: String, _ kind: Entity.Kind) throws -> Int {
        let words = folded(name)
        let key = IndexedName(folded: words, kind)
        if let number = numbers[key] { return number }
        let number = try known(key) ?? enter(key, name, words)
        numbers[key] = number
        return number
    }

    private func known(_ key: IndexedName) throws -> Int? {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT id FROM name WHERE folded = ?"), arguments: [key.folded])
    }

    private func enter(_ key: IndexedName, _ name: String, _ words: String) throws -> Int {
        try db.execute(sql: "INSERT INTO name(folded, shown) VALUES(?, ?)", arguments: [key.folded, name])
        let number = Int(db.lastInsertedRowID)
        try db.execute(sql: "INSERT INTO name_words(rowid, shown) VALUES(?, ?)", arguments: [number, words])
        return number
    }
}
