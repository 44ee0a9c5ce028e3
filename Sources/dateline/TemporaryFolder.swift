import Glibc
import News

/// A folder of our own that is to go again.
struct TemporaryFolder {
    let path: String

    init() throws(Problem) {
        var name = Array("\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/dateline-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else {
            throw Problem("There is no room for temporary files.", detail: String(cString: strerror(errno)))
        }
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// With all that is in it. What cannot be deleted stays; links are not followed.
    func delete() { Self.delete(path) }

    private static func delete(_ path: String) {
        for name in names(in: path) where unlink("\(path)/\(name)") != 0 { delete("\(path)/\(name)") }
        rmdir(path)
    }

    private static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
