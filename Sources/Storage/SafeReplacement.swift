import Glibc
import News

/// Puts new content in the place of a file's old content, so that at every moment, whatever dies, one of the two is
/// there whole: a file beside it is written and synced, takes its name in one step, and the folder is synced.
///
/// The file's permissions and owner stay, and a symbolic link stays one: the file that it leads to is replaced.
/// The caller holds the lock of `path`.
struct SafeReplacement: Sendable {
    /// The steps that can fail on a real disk, so that tests can make them fail.
    var sync: @Sendable (Int32) -> Int32 = { fsync($0) }
    var rename: @Sendable (String, String) -> Int32 = { Glibc.rename($0, $1) }

    func replace(_ path: String, with bytes: [UInt8]) throws(Problem) {
        do throws(SystemFailure) {
            let target = try Self.target(of: path)
            let beside = "\(folder(of: target))/.\(name(of: target)).new"
            do throws(SystemFailure) {
                try write(bytes, to: beside, like: target)
                if rename(beside, target) != 0 { throw SystemFailure("renaming") }
            } catch {
                unlink(beside)
                throw error
            }
            try syncFolder(folder(of: target), with: sync)
        } catch {
            throw error.problem("\(path) could not be saved.")
        }
    }

    private func write(_ bytes: [UInt8], to beside: String, like target: String) throws(SystemFailure) {
        // A killed writer leaves its file behind; the lock says that nobody is writing it now.
        unlink(beside)
        let file = try Descriptor(opening: beside, O_WRONLY | O_CREAT | O_EXCL)
        try Self.copyOwnerAndMode(from: target, to: file)
        try file.write(bytes)
        if sync(file.number) != 0 { throw SystemFailure("syncing to the disk") }
    }

    private static func copyOwnerAndMode(from target: String, to file: borrowing Descriptor) throws(SystemFailure) {
        var old = stat()
        guard stat(target, &old) == 0 else { return }
        guard old.st_mode & S_IFMT == S_IFREG else {
            throw SystemFailure("replacing \(target), which is no ordinary file", code: EINVAL)
        }
        // Renaming needs no permission on the old file; whoever made it read-only meant it.
        if access(target, W_OK) != 0 { throw SystemFailure("writing \(target)") }
        let new = try file.status()
        if new.st_uid != old.st_uid || new.st_gid != old.st_gid, fchown(file.number, old.st_uid, old.st_gid) != 0,
            errno != EPERM
        {
            throw SystemFailure("keeping the owner of \(target)")
        }
        if fchmod(file.number, old.st_mode & 0o7777) != 0 { throw SystemFailure("keeping the mode of \(target)") }
    }

    /// Where a path leads through symbolic links; the path itself when it is none.
    static func target(of path: String) throws(SystemFailure) -> String {
        var path = path
        // The kernel gives up after 40 as well.
        for _ in 0..<40 {
            var link = [CChar](repeating: 0, count: Int(PATH_MAX))
            let count = readlink(path, &link, link.count)
            if count < 0 { return path }
            let led = String(decoding: link[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            path = led.hasPrefix("/") ? led : "\(folder(of: path))/\(led)"
        }
        throw SystemFailure("following the link \(path)", code: ELOOP)
    }
}
