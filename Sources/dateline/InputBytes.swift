import Glibc
import News

/// All bytes of a file, or of standard input for "-".
/// - Throws: when it cannot be read, or is larger than 20 MB.
func inputBytes(_ path: String) throws(Problem) -> [UInt8] {
    let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { close(descriptor) }
    guard let bytes = try allBytes(of: descriptor, atMost: 20 << 20, orElse: { unreadable(path, $0) }) else {
        throw Problem("“\(path)” is larger than 20 MB.")
    }
    return bytes
}

/// All bytes that an open file still has.
/// - Parameter failure: what is said of a cause of the system's.
/// - Returns: nil when there are more than `most`.
func allBytes(
    of descriptor: Int32, atMost most: Int, orElse failure: (Int32) -> Problem
) throws(Problem) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= most {
        let count = read(descriptor, &buffer, buffer.count)
        if count == 0 { return bytes }
        if count > 0 {
            bytes += buffer[..<count]
        } else if errno != EINTR {
            throw failure(errno)
        }
    }
    return nil
}

private func unreadable(_ path: String, _ cause: Int32) -> Problem {
    Problem("“\(path)” cannot be read.", detail: String(cString: strerror(cause)))
}
