import Glibc
import News

/// A stream of stories that was named on the command line, open for reading; closed when it is done with.
struct StoryStream: ~Copyable {
    let name: String
    let descriptor: Int32
    private let isOwn: Bool

    /// `-`, an open descriptor (`/dev/stdin`, `/dev/fd/3`, what a shell makes of `<(…)`), or a file that ends in
    /// `.ndjson`. Nil for all else, folders included.
    /// - Throws: when it cannot be opened, and for a pipe or a device behind a file's name: opening it may wait forever,
    ///   reading it need never end.
    init?(_ path: String) throws(Problem) {
        if path == "-" || path == "/dev/stdin" {
            name = "standard input"
            descriptor = STDIN_FILENO
            isOwn = false
            return
        }
        if let number = Self.openDescriptor(path) {
            name = path
            descriptor = number
            isOwn = false
            return
        }
        guard path.hasSuffix(".ndjson") else { return nil }
        var status = stat()
        if stat(path, &status) == 0 {
            if status.st_mode & S_IFMT == S_IFDIR { return nil }
            try Self.checkKind(status, of: path)
        }
        let opened = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        if opened < 0 { throw Problem("\(path) cannot be read.", detail: String(cString: strerror(errno))) }
        // It may have changed since it was looked at.
        do throws(Problem) {
            if fstat(opened, &status) == 0 { try Self.checkKind(status, of: path) }
        } catch {
            close(opened)
            throw error
        }
        name = path
        descriptor = opened
        isOwn = true
    }

    deinit { if isOwn { close(descriptor) } }

    /// The number in `/dev/fd/3`.
    private static func openDescriptor(_ path: String) -> Int32? {
        for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
            return Int32(path.dropFirst(folder.count))
        }
        return nil
    }

    private static func checkKind(_ status: stat, of path: String) throws(Problem) {
        let kind: String
        switch status.st_mode & S_IFMT {
        case S_IFREG: return
        case S_IFIFO: kind = "a pipe"
        case S_IFSOCK: kind = "a socket"
        case S_IFDIR: kind = "a folder"
        default: kind = "a device"
        }
        throw Problem("\(path) is \(kind), not a file.", remedy: "Give such a stream on standard input.")
    }
}
