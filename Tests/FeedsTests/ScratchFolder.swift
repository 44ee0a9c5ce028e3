import Glibc

/// A folder that is there for one test.
final class ScratchFolder {
    let path: String
    /// In the order of making, so that what is in a folder comes after it.
    private var made: [[CChar]] = []

    struct Failure: Error { let path: String, cause: Int32 }

    init() throws {
        var template = Array("/tmp/dateline-feeds-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(path: "/tmp", cause: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for entry in made.reversed() { remove(entry) }
        remove(path)
    }

    func write(_ text: String, to name: String) throws { try write(text, toRaw: Array(name.utf8)) }

    /// Makes the folders on the way too.
    func write(_ text: String, toRaw name: [UInt8]) throws {
        var file = Array(path.utf8CString.dropLast())
        for part in name.split(separator: UInt8(ascii: "/")) {
            if mkdir(file + [0], 0o700) == 0 { made.append(file + [0]) }
            file += [CChar(47)] + part.map { CChar(bitPattern: $0) }
        }
        let descriptor = open(file + [0], O_CREAT | O_WRONLY | O_TRUNC, 0o600)
        guard descriptor >= 0 else { throw Failure(path: path, cause: errno) }
        made.append(file + [0])
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw Failure(path: path, cause: errno)
        }
    }

    func link(_ name: String, to target: String) throws {
        guard symlink(target, "\(path)/\(name)") == 0 else { throw Failure(path: name, cause: errno) }
        made.append(Array("\(path)/\(name)".utf8CString))
    }

    /// In place of what was there.
    func pipe(_ name: String) throws {
        unlink("\(path)/\(name)")
        guard mkfifo("\(path)/\(name)", 0o600) == 0 else { throw Failure(path: name, cause: errno) }
        made.append(Array("\(path)/\(name)".utf8CString))
    }
}
