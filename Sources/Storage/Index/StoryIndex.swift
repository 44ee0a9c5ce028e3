import GRDB
import Glibc
package import News

/// Every story that was fetched or read from a file, what extraction found in it, and the words to find it by: one SQLite
/// database in the data folder.
///
///     feed ──< story ──  body        what a feed said; files keep their own text
///                   ├──  reading     where the quotes and names stand
///                   ├──< mention >── name
///                   └──  words       full text, FTS5
///
/// What the user made (bookmarks, read marks, subscriptions) never depends on it alone; what extraction found can be made
/// again. Readers see the last whole transaction and wait for nobody; writers go one after the other, also those of
/// another process. A kill at any moment leaves whole transactions.
package final class StoryIndex: Sendable {
    // A class, because it owns the open database.
    let database: any DatabaseWriter
    /// What had to be done to open it, to be told to the user; nil when nothing.
    package let openingProblem: Problem?
    /// Nil when it is in memory.
    private let file: String?

    /// Opens the index, or makes it. A damaged or too new one is set aside under another name and begun anew.
    /// - Parameter file: nil keeps it in memory, for as long as this value lives.
    /// - Throws: when there can be none at this place.
    package init(file: String?) throws(Problem) {
        self.file = file
        guard let file else {
            database = try translated("The index cannot be kept in memory.") {
                try IndexSchema.migrated(DatabaseQueue(configuration: Self.configuration))
            }
            openingProblem = nil
            return
        }
        do {
            try makeFolder(folder(of: file))
        } catch {
            throw error.problem("\(file) could not be made.")
        }
        // SQLite makes the files beside it with the same rights: for the user alone.
        Glibc.close(Glibc.open(file, O_CREAT | O_RDWR | O_CLOEXEC, 0o600))
        (database, openingProblem) = try Self.opened(file)
    }

    /// An index that lives as long as this value, and begins with what a file has that cannot be written: the disk is full,
    /// the folder is read-only, or another program holds it.
    /// - Throws: when nothing can be had of it.
    package init(copyOf file: String) throws(Problem) {
        self.file = nil
        openingProblem = nil
        database = try translated("The index \(file) cannot be read.") {
            let queue = try DatabaseQueue(configuration: Self.configuration)
            try queue.inDatabase { try $0.copyIndex(from: file) }
            return try IndexSchema.migrated(queue)
        }
    }

    /// Another number whenever another program has written.
    package func versionOfOthers() throws(Problem) -> Int {
        // What this connection writes does not count for it, and it does all that this program writes.
        try translated("The index of stories cannot be read.", whenDamaged: markDamaged) {
            try database.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
        }
    }

    /// After much was written: counts anew what the planner of queries goes by, and takes what was written beside the file
    /// into it. May wait for readers.
    package func settle() {
        // When another program holds it, this is done later, by whoever comes first.
        try? database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA analysis_limit = 1000; PRAGMA optimize")
            try db.checkpoint(.truncate)
        }
    }

    /// Ends all use of it. What is called later throws.
    package func close() {
        // Nothing can be done about a file that does not close, and nothing is lost by it.
        try? database.close()
    }

    func read<Answer>(_ body: (Database) throws -> Answer) throws(Problem) -> Answer {
        try translated("The index of stories cannot be read.", whenDamaged: markDamaged) { try database.read(body) }
    }

    func write<Answer>(_ body: (Database) throws -> Answer) throws(Problem) -> Answer {
        try translated("The index of stories could not be saved.", whenDamaged: markDamaged) {
            try database.write(body)
        }
    }

    /// Damage in the middle of the file shows when something there is read, which may be never at a start: so the next
    /// one is told by a file beside it. Where that cannot be made, the damage is met again.
    private func markDamaged() {
        guard let file else { return }
        Glibc.close(Glibc.open(Self.damageMark(of: file), O_CREAT | O_WRONLY | O_CLOEXEC, 0o600))
    }

    private static func damageMark(of file: String) -> String { "\(file).damaged" }

    private static func opened(_ file: String) throws(Problem) -> (any DatabaseWriter, Problem?) {
        func open() throws(Problem) -> Result<DatabasePool, IndexFault> {
            try translated("The index \(file) cannot be opened.") {
                do {
                    return .success(try IndexSchema.migrated(DatabasePool(path: file, configuration: configuration)))
                } catch {
                    guard let fault = IndexFault(error) else { throw error }
                    return .failure(fault)
                }
            }
        }
        let isMarked = access(damageMark(of: file), F_OK) == 0
        switch try isMarked ? .failure(.damaged) : open() {
        case .success(let pool):
            pool.letWritersWait()
            return (pool, nil)
        case .failure(let fault):
            let aside = try setAside(file, on: Timestamp(seconds: time(nil)).day)
            let problem = Problem(
                "The index was \(fault.words) and is made anew; the old one is kept as \(aside).",
                remedy: "Fetched stories come back with the next refresh, as far as the feeds still have them.")
            unlink(damageMark(of: file))
            let pool = try translated("The index \(file) cannot be made.") { try open().get() }
            pool.letWritersWait()
            return (pool, problem)
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            // A power cut may lose the last transactions, never the database; the user's own files are synced by themselves.
            // Larger pages than SQLite's own waste less room with texts of a few thousand bytes, and what is written beside
            // the file is taken into it less often while very much comes (`settle`).
            try db.execute(
                sql: """
                    PRAGMA page_size = 8192; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;
                    PRAGMA cache_size = -1000; PRAGMA wal_autocheckpoint = 4000
                    """)
        }
        return configuration
    }
}

extension DatabasePool {
    /// Readers wait for nobody, and nobody waits for a start; but what has been fetched is worth some patience.
    fileprivate func letWritersWait() {
        // Statements that set numbers in memory; without them writers have less patience, and read again what they wrote:
        // a feed's stories go to the ends of a few tables, but all over their indexes.
        try? writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA busy_timeout = 20000; PRAGMA cache_size = -2000")
        }
    }
}
