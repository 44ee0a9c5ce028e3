import GRDB

/// The tables of the index. Migrations are appended, never changed.
enum IndexSchema {
    /// The database with all its tables.
    /// - Throws: `IndexFault.tooNew` when a later version made it.
    static func migrated<Writer: DatabaseWriter>(_ database: Writer) throws -> Writer {
        if try database.read({ try migrator.hasBeenSuperseded($0) }) { throw IndexFault.tooNew }
        if try database.read({ try !migrator.hasCompletedMigrations($0) }) { try migrator.migrate(database) }
        return database
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("stories") { db in
            for statement in stories { try db.execute(sql: statement) }
        }
        migrator.registerMigration("filters") { db in
            for statement in filters { try db.execute(sql: statement) }
        }
        migrator.registerMigration("left alone") { db in
            // When a server that said so may be asked again; not_before is when it is next its turn.
            try db.execute(sql: "ALTER TABLE feed ADD COLUMN retry_after INTEGER")
        }
        migrator.registerMigration("marks at entry") { db in
            // With a trigger, SQLite copies every page that a new story changes, should the trigger fail.
            try db.execute(sql: "DROP TRIGGER story_read")
        }
        return migrator
    }

    /// Whether the user has read the story that is entered, of the name that the argument gives.
    static let isMarkedRead = "EXISTS(SELECT 1 FROM read_mark WHERE name = ?)"

    /// Filters go through these rather than through whole rows. Some indexes were made with them.
    private static let filters = [
        "CREATE INDEX IF NOT EXISTS story_countries ON story(countries) WHERE countries <> ''",
        "CREATE INDEX IF NOT EXISTS story_read ON story(id) WHERE is_read = 1",
    ]

    private static let stories = [
        // key: a folder's path or the address of a web feed. failure, failures: of the last fetches in a row.
        """
        CREATE TABLE feed(
            id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, is_web INTEGER NOT NULL,
            title TEXT, site TEXT, etag TEXT, last_modified TEXT,
            checked INTEGER, succeeded INTEGER, changed INTEGER, not_before INTEGER,
            failures INTEGER NOT NULL DEFAULT 0, failure TEXT, remedy TEXT, is_gone INTEGER NOT NULL DEFAULT 0,
            moved_to TEXT, size INTEGER)
        """,
        // What became of each fetch, the newest fifty of a feed.
        """
        CREATE TABLE fetch(
            id INTEGER PRIMARY KEY, feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
            at INTEGER NOT NULL, failure TEXT, new INTEGER NOT NULL, edited INTEGER NOT NULL, milliseconds INTEGER NOT NULL)
        """,
        "CREATE INDEX fetch_feed ON fetch(feed, id)",
        // key: what the feed tells its entries apart by, or a file's path. name: the story's id in the reader.
        // fingerprint: of what the source said; another one means another version. reader: which extraction read it, 0 none.
        // countries: codes of those it is about, a stroke, codes of those mentioned. Numbers are never used again, so that
        // words of a story that is gone find nothing.
        """
        CREATE TABLE story(
            id INTEGER PRIMARY KEY AUTOINCREMENT, feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
            key TEXT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL, source TEXT, published INTEGER,
            words INTEGER NOT NULL DEFAULT 0, countries TEXT NOT NULL DEFAULT '', language TEXT,
            is_read INTEGER NOT NULL DEFAULT 0, reader INTEGER NOT NULL DEFAULT 0,
            version INTEGER NOT NULL DEFAULT 0, fingerprint INTEGER NOT NULL, seen INTEGER NOT NULL,
            byline TEXT, link TEXT, UNIQUE(feed, key))
        """,
        "CREATE INDEX story_name ON story(name)",
        "CREATE INDEX story_newest ON story(published DESC, id)",
        "CREATE INDEX story_edited ON story(id, version) WHERE version > 0",
        "CREATE INDEX story_waiting ON story(published DESC, id) WHERE reader = 0",
        // Packed by Zstandard when that is shorter; size is that of the text.
        """
        CREATE TABLE body(
            story INTEGER PRIMARY KEY REFERENCES story ON DELETE CASCADE,
            size INTEGER NOT NULL, text BLOB NOT NULL)
        """,
        // What an edited story said before.
        """
        CREATE TABLE version(
            story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE, number INTEGER NOT NULL, seen INTEGER NOT NULL,
            title TEXT NOT NULL, size INTEGER NOT NULL, text BLOB NOT NULL,
            PRIMARY KEY(story, number)) WITHOUT ROWID
        """,
        // folded: lower case, without accents, a letter for the kind before it.
        "CREATE TABLE name(id INTEGER PRIMARY KEY, folded TEXT NOT NULL UNIQUE, shown TEXT NOT NULL)",
        "CREATE VIRTUAL TABLE name_words USING fts5(shown, content='', detail=none, columnsize=0)",
        """
        CREATE TABLE mention(
            name INTEGER NOT NULL, story INTEGER NOT NULL, mentions INTEGER NOT NULL, quotes INTEGER NOT NULL,
            PRIMARY KEY(name, story)) WITHOUT ROWID
        """,
        // names: of which there are mentions. quotes: spans and speakers. As `QuoteList` packs them.
        """
        CREATE TABLE reading(
            story INTEGER PRIMARY KEY REFERENCES story ON DELETE CASCADE, names BLOB NOT NULL, quotes BLOB NOT NULL)
        """,
        // No positions: they would take as much room as all else, and phrases are looked up in the text itself.
        """
        CREATE VIRTUAL TABLE words USING fts5(
            title, names, quotes, body, content='', detail=column, columnsize=0,
            tokenize="unicode61 remove_diacritics 2")
        """,
        // The user's read marks, as their own file has them: stories that come later find them here.
        "CREATE TABLE read_mark(name TEXT PRIMARY KEY) WITHOUT ROWID",
        """
        CREATE TRIGGER story_read AFTER INSERT ON story
        WHEN NEW.is_read = 0 AND EXISTS(SELECT 1 FROM read_mark WHERE name = NEW.name)
        BEGIN UPDATE story SET is_read = 1 WHERE id = NEW.id; END
        """,
        // What the index knows of the user's files and of itself.
        "CREATE TABLE note(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    ]
}
