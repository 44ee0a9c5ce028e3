import Glibc

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
