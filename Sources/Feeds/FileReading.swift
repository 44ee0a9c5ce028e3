import News
import Glibc

/// Larger files are no articles.
let largestFile = 20 * 1024 * 1024

/// All bytes of a file.
///
/// Never waits: what was a file when it was found may be a pipe by now, so it is opened without blocking and looked
/// at again once it is open.
///
/// - Throws: when it cannot be read, is no regular file, holds nothing or more than `largestFile`.
func bytes(of file: FoundFile) throws(Problem) -> [UInt8] {
    let descriptor = open(file.path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(file.id, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(file.id, errno) }
    guard status.isFile else { throw notAFile(file.id, status) }
    guard status.st_size <= largestFile else { throw tooLarge(file.id) }
    var bytes: [UInt8] = []
    var failure: Int32 = 0
    // One byte more than it should have, to see whether it grows while it is read.
    let room = Int(status.st_size) + 1
    var isAtEnd = false
    while !isAtEnd, failure == 0, bytes.count <= largestFile {
        // Read into the array itself, without zeros first; `count` is what the kernel wrote.
        bytes += [UInt8](unsafeUninitializedCapacity: max(room - bytes.count, 4096)) { buffer, count in
            let got = read(descriptor, buffer.baseAddress, buffer.count)
            if got < 0 && errno != EINTR { failure = errno }
            isAtEnd = got == 0
            count = max(got, 0)
        }
    }
    guard failure == 0 else { throw unreadable(file.id, failure) }
    guard bytes.count <= largestFile else { throw tooLarge(file.id) }
    guard bytes.contains(where: { $0 > 0x20 }) else {
        throw Problem("\(file.id) is empty.", remedy: "Fill it, or take it out of the folder.")
    }
    return bytes
}

func notAFile(_ id: String, _ status: stat) -> Problem {
    let kind =
        switch status.st_mode & S_IFMT {
        case S_IFIFO: "a pipe"
        case S_IFSOCK: "a socket"
        case S_IFCHR, S_IFBLK: "a device"
        case S_IFDIR: "a folder"
        default: "no regular file"
        }
    return Problem("\(id) is \(kind), not an article.")
}

private func tooLarge(_ id: String) -> Problem {
    Problem("\(id) is larger than 20 MB.", remedy: "Split it, or keep it out of the folder.")
}

private func unreadable(_ id: String, _ cause: Int32) -> Problem {
    Problem("\(id) cannot be read.", remedy: remedy(for: cause), detail: systemWords(cause))
}

func remedy(for cause: Int32) -> String {
    switch cause {
    case EACCES, EPERM: "Allow reading it (chmod u+r)."
    default: ""
    }
}

func systemWords(_ cause: Int32) -> String { String(cString: strerror(cause)) }

extension stat {
    var isFile: Bool { st_mode & S_IFMT == S_IFREG }
    var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
    var isLink: Bool { st_mode & S_IFMT == S_IFLNK }
}
