import Glibc

/// Why there is nothing to report: one sentence.
struct Obstacle: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// With the system's words for what just went wrong.
    init(_ description: String, _ code: Int32) { self.init("\(description): \(String(cString: strerror(code)))") }
}

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

/// A file that is written piece by piece.
final class WrittenFile {
    // A class, because the file has to be closed once.
    private(set) var count = 0
    private let path: String
    private let descriptor: Int32

    init(_ path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        if descriptor < 0 { throw Obstacle("\(path) cannot be written", errno) }
    }

    deinit { close(descriptor) }

    func append(_ bytes: [UInt8]) throws {
        guard write(descriptor, bytes, bytes.count) == bytes.count else {
            throw Obstacle("\(path) cannot be written", errno)
        }
        count += bytes.count
    }
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

/// All bytes of a file, of the kernel's too, which have no size beforehand.
func contents(of path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try readPieces(of: path) { bytes += $0 }
    return bytes
}

/// A file piece by piece, for those that are not to be in memory as a whole.
func readPieces(of path: String, _ take: ([UInt8]) throws -> Void) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw Obstacle("\(path) cannot be read", errno) }
    defer { close(descriptor) }
    while true {
        let piece = [UInt8](unsafeUninitializedCapacity: 65_536) { room, count in
            count = max(0, read(descriptor, room.baseAddress, room.count))
        }
        if piece.isEmpty { return }
        try take(piece)
    }
}

/// The value behind a name in one of the kernel's lists: "VmRSS:  5120 kB" has "5120 kB". Nil when it is not there.
func kernelValue(_ name: String, in path: String) throws -> String? {
    for line in String(decoding: try contents(of: path), as: UTF8.self).split(separator: "\n") {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, trimmed(parts[0]) == name else { continue }
        return trimmed(parts[1])
    }
    return nil
}

private func trimmed(_ text: Substring) -> String {
    text.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
}
