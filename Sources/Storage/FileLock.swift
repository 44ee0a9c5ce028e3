import Glibc
import News

/// Keeps two writers of one file apart, in this process or in two, for as long as it lives.
///
/// The lock is a small file beside the one it guards, since that one is replaced and a lock on it would go with the old
/// copy. The kernel lets go of it when a process dies, however it dies. It is never deleted: a writer that waits for
/// a deleted file would be alone with it.
struct FileLock: ~Copyable {
    private let descriptor: Descriptor

    /// Waits at most `patience` milliseconds for the other writer.
    init(guarding path: String, patience: Int) throws(Problem) {
        let descriptor = try Self.open(path)
        try Self.lock(descriptor.number, for: path, patience: patience)
        self.descriptor = descriptor
    }

    /// For changing one of the user's files, which may not be there yet: its folder is made. What the path leads to is
    /// locked, so that writers who come by different links wait for each other.
    init(changing file: String, patience: Int) throws(Problem) {
        let target: String
        do {
            try makeFolder(folder(of: file))
            target = try SafeReplacement.target(of: file)
        } catch {
            throw error.problem("\(file) could not be saved.")
        }
        try self.init(guarding: target, patience: patience)
    }

    private static func open(_ path: String) throws(Problem) -> Descriptor {
        do throws(SystemFailure) {
            return try Descriptor(opening: "\(folder(of: path))/.\(name(of: path)).lock", O_RDWR | O_CREAT)
        } catch {
            throw error.problem("\(path) cannot be written.")
        }
    }

    private static func lock(_ descriptor: Int32, for path: String, patience: Int) throws(Problem) {
        var waited = 0
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            switch errno {
            case EINTR: continue
            case EWOULDBLOCK where waited < patience:
                usleep(2_000)
                waited += 2
            case EWOULDBLOCK:
                throw Problem(
                    "\(path) was not changed: another program is writing it.", remedy: "Try again in a moment.",
                    detail: "The lock was held for \(patience) ms.")
            default: throw SystemFailure("locking").problem("\(path) cannot be locked.")
            }
        }
    }
}
