import Glibc

/// A temporary folder that is deleted with this value's end.
final class ScratchFolder {
    // A class, because what it made has to be deleted once.
    let path: String

    init() throws {
        var name = Array("/tmp/dateline-benchmarks-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { throw Obstacle("No temporary folder", errno) }
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { delete(path) }

    func path(_ name: String) -> String { "\(path)/\(name)" }
}

private func delete(_ path: String) {
    // A folder is not to be unlinked before what is in it.
    if unlink(path) == 0 { return }
    for name in names(in: path) { delete("\(path)/\(name)") }
    rmdir(path)
}

/// The names in a folder, in no order; none when it cannot be listed.
func names(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names
}

/// A folder that is there already is fine.
func makeFolder(_ path: String) throws {
    if mkdir(path, 0o755) != 0, errno != EEXIST { throw Obstacle("\(path) cannot be made", errno) }
}
