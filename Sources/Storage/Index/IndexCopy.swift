import GRDB
import GRDBSQLite

extension Database {
    /// Takes over all that an index has that can only be read, in the place of what is here.
    func copyIndex(from file: String) throws {
        do {
            try copy(from: Self.address(of: file))
        } catch {
            // SQLite's own files beside it cannot be made where nothing can be written; without them it must be told that
            // nobody else writes. What was written last may then be missing.
            try copy(from: Self.address(of: file) + "?immutable=1")
        }
    }

    private func copy(from address: String) throws {
        var source: SQLiteConnection?
        let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
        defer { sqlite3_close_v2(source) }
        try check(sqlite3_open_v2(address, &source, flags, nil), source)
        guard let backup = sqlite3_backup_init(sqliteConnection, "main", source, "main") else {
            throw DatabaseError(resultCode: .SQLITE_ERROR)
        }
        let code = sqlite3_backup_step(backup, -1)
        sqlite3_backup_finish(backup)
        if code != SQLITE_DONE { try check(code, source) }
    }

    private func check(_ code: Int32, _ source: SQLiteConnection?) throws {
        guard code != SQLITE_OK else { return }
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errstr(code)))
    }

    /// A path as an address, in which some signs mean something.
    private static func address(of file: String) -> String {
        let path = file.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
        return "file:" + path
    }
}
