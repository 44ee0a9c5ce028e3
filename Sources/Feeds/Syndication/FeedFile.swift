import Glibc
package import News

/// The bytes of a feed that is kept in a file; `-` is standard input. They are as many as a file may have, or fewer.
///
/// - Throws: when it cannot be read, is a folder, a pipe or a device, is empty or too large.
package func feedBytes(ofFile path: String) throws(Problem) -> [UInt8] {
    if path == "-" { return try standardInput() }
    return try bytes(
        of: FoundFile(
            id: path, feed: Feed(id: path, name: path), format: .plain, size: 0, modified: 0,
            path: Array(path.utf8.map { CChar(bitPattern: $0) }) + [0]))
}

private func standardInput() throws(Problem) -> [UInt8] {
    var all: [UInt8] = []
    while all.count <= largestFile {
        var failure: Int32 = 0
        // Read into the array itself, without zeros first; `count` is what the kernel wrote.
        let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { room, count in
            let got = read(STDIN_FILENO, room.baseAddress, room.count)
            if got < 0 { failure = errno }
            count = max(got, 0)
        }
        if failure == EINTR { continue }
        if failure != 0 { throw Problem("Standard input cannot be read.", detail: systemWords(failure)) }
        if piece.isEmpty { return all }
        all += piece
    }
    throw Problem("Standard input is larger than \(largestFile >> 20) MB.")
}
