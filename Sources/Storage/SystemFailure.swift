import Glibc
import News

/// A system call that said no.
struct SystemFailure: Error {
    let code: Int32
    /// "writing to the disk"
    let step: String

    init(_ step: String, code: Int32 = errno) {
        self.step = step
        self.code = code
    }

    /// As a sentence about the file that it happened to.
    func problem(_ summary: String) -> Problem {
        let remedy =
            switch code {
            case ENOSPC, EDQUOT: "Make room on the disk and try again."
            case EACCES, EPERM: "Check who may write there."
            case EROFS: "The disk can only be read; choose another folder with --data."
            case ENOTDIR, EEXIST, EISDIR: "Choose another folder with --data."
            default: ""
            }
        return Problem(summary, remedy: remedy, detail: "\(step): \(String(cString: strerror(code)))")
    }
}

/// Repeats a call that a signal broke off.
func retrying<Answer: SignedInteger>(_ call: () -> Answer) -> Answer {
    while true {
        let answer = call()
        if answer != -1 || errno != EINTR { return answer }
    }
}

/// An open file, closed when it is done with.
struct Descriptor: ~Copyable {
    let number: Int32

    init(opening path: String, _ flags: Int32, mode: mode_t = 0o600) throws(SystemFailure) {
        number = retrying { open(path, flags | O_CLOEXEC, mode) }
        if number < 0 { throw SystemFailure("opening \(path)") }
    }

    deinit { close(number) }

    borrowing func status() throws(SystemFailure) -> stat {
        var status = stat()
        if fstat(number, &status) != 0 { throw SystemFailure("asking about a file") }
        return status
    }

    borrowing func write(_ bytes: some Collection<UInt8>) throws(SystemFailure) {
        let bytes = Array(bytes)
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { rest in
                retrying { Glibc.write(number, rest.baseAddress, rest.count) }
            }
            if count < 0 { throw SystemFailure("writing to the disk") }
            done += count
        }
    }
}

/// The bytes of a file; nil when there is none. Never waits for a pipe, never reads a device.
func wholeFile(_ path: String) throws(SystemFailure) -> [UInt8]? {
    let file: Descriptor
    do {
        file = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK)
    } catch {
        if error.code == ENOENT { return nil }
        throw error
    }
    let status = try file.status()
    guard status.st_mode & S_IFMT == S_IFREG else {
        throw SystemFailure("reading \(path), which is no ordinary file", code: EINVAL)
    }
    var bytes: [UInt8] = []
    // One more than there should be, so that the end is seen without a second round.
    var room = Int(status.st_size) + 1
    while true {
        let count = try bytes.append(from: file.number, room: room)
        if count == 0 { return bytes }
        room = 65_536
    }
}

extension [UInt8] {
    /// Reads once, up to `room` bytes, onto the end; 0 at the end of the file.
    fileprivate mutating func append(from descriptor: Int32, room: Int) throws(SystemFailure) -> Int {
        var count = 0
        let old = self.count
        // Read into the array itself, without zeros first; `filled` is what the kernel wrote.
        let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
            count = retrying { read(descriptor, buffer.baseAddress, room) }
            filled = Swift.max(0, count)
        }
        if count < 0 { throw SystemFailure("reading") }
        self = old == 0 ? piece : self + piece
        return count
    }
}

/// Makes a folder and those above it, for the user alone, and makes sure that they last.
func makeFolder(_ path: String) throws(SystemFailure) {
    if mkdir(path, 0o700) == 0 { return try syncFolder(folder(of: path)) }
    switch errno {
    case EEXIST:
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
        throw SystemFailure("making the folder \(path)", code: ENOTDIR)
    case ENOENT where folder(of: path) != path:
        try makeFolder(folder(of: path))
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw SystemFailure("making the folder \(path)") }
        try syncFolder(folder(of: path))
    default: throw SystemFailure("making the folder \(path)")
    }
}

/// Puts a folder's list of names on the disk: without it, a power cut can take back a rename that already answered.
func syncFolder(_ path: String, with sync: (Int32) -> Int32 = { fsync($0) }) throws(SystemFailure) {
    let folder = try Descriptor(opening: path, O_RDONLY | O_DIRECTORY)
    // Some network and user-space file systems cannot sync a folder and say EINVAL: nothing more can be done there.
    if sync(folder.number) != 0, errno != EINVAL { throw SystemFailure("syncing the folder \(path)") }
}

/// The folder that a path's last part stands in.
func folder(of path: String) -> String {
    let trimmed = path.reversed().drop { $0 == "/" }
    let above = trimmed.drop { $0 != "/" }.drop { $0 == "/" }
    if above.isEmpty { return path.hasPrefix("/") ? "/" : "." }
    return String(above.reversed())
}

/// A path's last part.
func name(of path: String) -> String { String(path.split(separator: "/").last ?? "/") }
