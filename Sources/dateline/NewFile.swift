import Glibc
import News

/// A path with `~` put in full.
func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
}

/// Writes a file that is not there yet: what somebody has is never written over.
func writeNewFile(_ bytes: [UInt8], at path: String) throws(Problem) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else {
        let cause = errno
        if cause == EEXIST {
            throw Problem("There is a file “\(path)” already.", remedy: "Choose another name.")
        }
        throw Problem("“\(path)” could not be written.", detail: String(cString: strerror(cause)))
    }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        if count > 0 {
            rest = rest.dropFirst(count)
        } else if count == 0 || errno != EINTR {
            let cause = errno
            unlink(path)
            throw Problem("“\(path)” could not be written.", detail: String(cString: strerror(cause)))
        }
    }
}
