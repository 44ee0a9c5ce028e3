import Glibc
package import News
import Synchronization

/// A server on this computer whose answers are bytes, so that it can answer as badly as it likes.
package final class LoopbackServer: Sendable {
    /// One request, and the connection that it came by.
    package struct Exchange {
        package let path: String
        private let head: String
        private let connection: Int32

        fileprivate init(head: String, connection: Int32) {
            self.head = head
            self.connection = connection
            path = String(head.split(separator: " ").dropFirst().first ?? "")
        }

        /// Of the request; nil when it has no such field.
        package func field(_ name: String) -> String? {
            head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }
                .map { String($0.dropFirst(name.count + 2)) }
        }

        package func send(_ text: String) { send(Array(text.utf8)) }

        package func send(_ bytes: [UInt8]) {
            var rest = bytes[...]
            while !rest.isEmpty {
                let sent = rest.withUnsafeBytes {
                    Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard sent > 0 else { return }
                rest = rest.dropFirst(sent)
            }
        }

        /// A whole answer.
        package func answer(_ status: String = "200 OK", _ fields: [String] = [], body: [UInt8] = []) {
            let lines = ["HTTP/1.1 \(status)"] + fields + ["Content-Length: \(body.count)", "", ""]
            send(Array(lines.joined(separator: "\r\n").utf8) + body)
        }

        package func answer(_ status: String = "200 OK", _ fields: [String] = [], body: String) {
            answer(status, fields, body: Array(body.utf8))
        }

        /// Sends a little, unless the other end hangs up within the time.
        package func drip(_ text: String, every pause: Duration) -> Bool {
            var wait = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
            guard poll(&wait, 1, Int32(pause.components.attoseconds / 1_000_000_000_000_000)) == 0 else { return false }
            send(text)
            return true
        }

        /// Says no more until the other end hangs up.
        package func waitForHangUp() {
            var byte: UInt8 = 0
            while recv(connection, &byte, 1, 0) > 0 {}
        }
    }

    package let host: String
    package let port: Int
    private let listener: Int32

    package struct Failure: Error { let cause: Int32 }

    /// - Parameter answer: called for each request, on a thread of its connection; the connection is closed behind it.
    package init(host: String = "127.0.0.1", answer: @escaping @Sendable (Exchange) -> Void) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, host, &address.sin_addr)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { [listener] address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 64) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard isBound else { throw Failure(cause: errno) }
        self.host = host
        port = Int(UInt16(bigEndian: address.sin_port))
        Worker { [listener] in Self.accept(listener, answer) }.detach()
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    package func address(_ path: String) throws -> WebAddress {
        guard let address = WebAddress("http://\(host):\(port)\(path)") else { throw Failure(cause: EINVAL) }
        return address
    }

    private static func accept(_ listener: Int32, _ answer: @escaping @Sendable (Exchange) -> Void) {
        while true {
            let connection = Glibc.accept(listener, nil, nil)
            guard connection >= 0 else { break }
            Worker {
                if let head = head(from: connection) { answer(Exchange(head: head, connection: connection)) }
                close(connection)
            }.detach()
        }
        close(listener)
    }

    private static func head(from connection: Int32) -> String? {
        var head: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 4_096)
        while !String(decoding: head, as: UTF8.self).hasSuffix("\r\n\r\n") {
            let count = recv(connection, &part, part.count, 0)
            guard count > 0 else { return nil }
            head += part[..<count]
        }
        return String(decoding: head, as: UTF8.self)
    }
}
