import Glibc
import News
import Synchronization

/// Serves the files of a folder on this computer as quickly as can be: mapped into memory, over connections that stay, a
/// thread for each. Who has a file's tag is told that nothing is new.
final class FeedServer: Sendable {
    /// Answers that were given.
    struct Answers: Equatable, Sendable {
        var whole = 0
        var unchanged = 0
        var failed = 0
    }

    let port: Int
    private let listener: Int32
    private let files: [String: MappedFile]
    private let given = Mutex(Answers())

    init(of folder: String) throws {
        var files: [String: MappedFile] = [:]
        for name in names(in: folder) { files["/\(name)"] = try MappedFile("\(folder)/\(name)") }
        self.files = files
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { [listener] address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 256) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard isBound else { throw Obstacle("No server", errno) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Worker { [self] in accept() }.detach()
    }

    /// No more connections are taken; the thread that takes them has this value until then.
    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    /// Those given since this was asked last.
    func takeAnswers() -> Answers {
        given.withLock { given in
            defer { given = Answers() }
            return given
        }
    }

    private func accept() {
        while true {
            let connection = Glibc.accept(listener, nil, nil)
            guard connection >= 0 else { break }
            // The programs that are measured are not to keep it open.
            _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
            Worker { [self] in
                while let head = Self.head(from: connection), answer(head, connection) {}
                close(connection)
            }.detach()
        }
        close(listener)
    }

    /// - Returns: whether the connection still works.
    private func answer(_ head: String, _ connection: Int32) -> Bool {
        let path = head.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        guard let file = files[path] else {
            given.withLock { $0.failed += 1 }
            return Self.send(Array("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".utf8), connection)
        }
        let facts = "ETag: \(file.tag)\r\nLast-Modified: Wed, 27 May 2026 08:00:00 GMT\r\n"
        let isKnown = head.split(separator: "\r\n").contains {
            $0.lowercased().hasPrefix("if-none-match:") && $0.hasSuffix(file.tag)
        }
        if isKnown {
            given.withLock { $0.unchanged += 1 }
            return Self.send(Array("HTTP/1.1 304 Not Modified\r\n\(facts)\r\n".utf8), connection)
        }
        given.withLock { $0.whole += 1 }
        let start = """
            HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: \(file.bytes.count)\r\n\(facts)\r\n
            """
        return Self.send(Array(start.utf8), connection, isMoreComing: true) && Self.send(file.bytes, connection)
    }

    private static func send(_ bytes: [UInt8], _ connection: Int32, isMoreComing: Bool = false) -> Bool {
        bytes.withUnsafeBytes { send($0, connection, isMoreComing: isMoreComing) }
    }

    private static func send(
        _ bytes: UnsafeRawBufferPointer, _ connection: Int32, isMoreComing: Bool = false
    ) -> Bool {
        let flags = Int32(MSG_NOSIGNAL) | (isMoreComing ? Int32(MSG_MORE) : 0)
        var rest = bytes
        while !rest.isEmpty {
            let sent = Glibc.send(connection, rest.baseAddress, rest.count, flags)
            guard sent > 0 else { return false }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(sent))
        }
        return true
    }

    /// One request's lines; nil when the other end has hung up.
    private static func head(from connection: Int32) -> String? {
        var head: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 4096)
        while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            let count = recv(connection, &part, part.count, 0)
            guard count > 0 else { return nil }
            head += part[..<count]
        }
        return String(decoding: head, as: UTF8.self)
    }
}

/// A file's bytes, mapped for as long as the program runs.
private struct MappedFile: @unchecked Sendable {
    // Unchecked: the mapping is only read, and never goes.
    let bytes: UnsafeRawBufferPointer
    let tag: String

    init(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Obstacle("\(path) cannot be read", errno) }
        defer { close(descriptor) }
        var status = stat()
        fstat(descriptor, &status)
        let size = Int(status.st_size)
        guard let start = mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0), start != MAP_FAILED else {
            throw Obstacle("\(path) cannot be mapped", errno)
        }
        bytes = UnsafeRawBufferPointer(start: start, count: size)
        tag = "\"\(String(size, radix: 16))-\(status.st_mtim.tv_sec)\""
    }
}
