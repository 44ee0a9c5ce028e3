import Glibc

/// A folder that is there for one test, and files in it.
package final class TemporaryFolder: Sendable {
    // A class, because it is deleted once, when its last owner is gone.
    package let path: String

    package init() {
        var name = Array("/tmp/dateline-test-XXXXXX".utf8CString)
        precondition(mkdtemp(&name) != nil, "no temporary folder")
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { Self.delete(path) }

    package func path(_ name: String) -> String { "\(path)/\(name)" }

    package func write(_ text: String, to name: String) { write(Array(text.utf8), to: name) }

    package func write(_ bytes: [UInt8], to name: String) {
        let file = open(path(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        precondition(file >= 0 && Glibc.write(file, bytes, bytes.count) == bytes.count, "cannot write \(name)")
        close(file)
    }

    package func read(_ name: String) -> String? {
        let file = open(path(name), O_RDONLY)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        fstat(file, &status)
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count <= 0 { break }
            done += count
        }
        return String(decoding: bytes.prefix(done), as: UTF8.self)
    }

    /// The names in it, in order, hidden ones too.
    package func names(_ folder: String = "") -> [String] { Self.names(path(folder)) }

    private static func names(_ path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func delete(_ path: String) {
        chmod(path, 0o700)
        for name in names(path) { if unlink("\(path)/\(name)") != 0 { delete("\(path)/\(name)") } }
        rmdir(path)
    }
}
