import GRDB
import Glibc
import News

/// Turns what SQLite says into a problem for the reader.
/// - Parameter whenDamaged: called before when it says that the file is damaged.
func translated<Answer>(
    _ summary: String, whenDamaged: () -> Void = {}, _ body: () throws -> Answer
) throws(Problem) -> Answer {
    do {
        return try body()
    } catch let problem as Problem {
        throw problem
    } catch let error as DatabaseError {
        if case .damaged? = IndexFault(error) { whenDamaged() }
        throw Problem(summary, remedy: error.remedy, detail: error.message ?? "\(error.resultCode)")
    } catch {
        throw Problem(summary, detail: "\(error)")
    }
}

extension DatabaseError {
    fileprivate var remedy: String {
        switch resultCode {
        case .SQLITE_FULL: "Make room on the disk and try again."
        case .SQLITE_BUSY, .SQLITE_LOCKED: "Another program has it in use; try again when that is done."
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
            "Check who may write there, or choose another folder with --data."
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: "Start Dateline again: it sets a damaged index aside."
        default: ""
        }
    }
}

/// Why an index cannot be gone on with.
enum IndexFault: Error {
    case damaged
    case tooNew

    /// In the sentence "The index was … and is made anew".
    var words: String {
        switch self {
        case .damaged: "damaged"
        case .tooNew: "made by a newer Dateline"
        }
    }

    /// Nil when the error is about something else: the disk, the rights, a lock.
    init?(_ error: any Error) {
        if let fault = error as? IndexFault {
            self = fault
            return
        }
        guard let error = error as? DatabaseError else { return nil }
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged
        default: return nil
        }
    }
}

/// Renames an index and the files beside it, so that nothing of it is lost.
/// - Returns: the new name of the index.
func setAside(_ file: String, on day: String) throws(Problem) -> String {
    var aside = "\(file).aside-\(day)"
    var number = 2
    while access(aside, F_OK) == 0 {
        aside = "\(file).aside-\(day)-\(number)"
        number += 1
    }
    for ending in ["-wal", "-shm", ""] where access(file + ending, F_OK) == 0 {
        if rename(file + ending, aside + ending) != 0 {
            throw SystemFailure("renaming \(file)").problem("The damaged index \(file) cannot be set aside.")
        }
    }
    return aside
}
