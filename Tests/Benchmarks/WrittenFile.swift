import Glibc

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
