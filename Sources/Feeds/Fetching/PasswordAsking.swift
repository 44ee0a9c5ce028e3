import Glibc
package import News

extension Credentials {
    /// Asks for the password, which may take as long as the command does: not on the thread that draws. In the path of a
    /// file, "~/" is the user's home.
    /// - Parameter patience: for the command, which may ask the user in a window of its own.
    /// - Throws: when there is none. Nothing of what was printed or read is told.
    package init(user: String, from source: Subscription.PasswordSource, patience: Duration = .seconds(30))
        throws(Problem)
    {
        let bytes =
            switch source {
            case .command(let command): try Self.output(of: command, user, patience)
            case .file(let path): try Self.contents(of: path, user)
            }
        let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        guard !line.isEmpty else { throw Self.failure(source, user, "It gives nothing.") }
        self.init(user: user, password: String(decoding: line, as: UTF8.self))
    }

    private static let longest = 4_096

    private static func contents(of path: String, _ user: String) throws(Problem) -> [UInt8] {
        let home = getenv("HOME").map { String(cString: $0) } ?? ""
        let descriptor = open(path.hasPrefix("~/") ? home + path.dropFirst() : path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(.file(path), user, String(cString: strerror(errno))) }
        defer { Glibc.close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: longest)
        let count = read(descriptor, &bytes, longest)
        guard count >= 0 else { throw failure(.file(path), user, String(cString: strerror(errno))) }
        return Array(bytes[..<count])
    }

    private static func output(of command: String, _ user: String, _ patience: Duration) throws(Problem) -> [UInt8] {
        guard let child = ShellCommand(command) else { throw failure(.command(command), user, "It cannot be started.") }
        let output = child.output(limit: longest, patience: patience)
        guard let output else { throw failure(.command(command), user, "It takes longer than \(patience.words).") }
        guard output.status == 0 else { throw failure(.command(command), user, "It failed.") }
        return output.bytes
    }

    private static func failure(_ source: Subscription.PasswordSource, _ user: String, _ detail: String) -> Problem {
        switch source {
        case .command:
            Problem(
                "The command for the password of “\(user)” gives none.",
                remedy: "Try the command in a shell: its first line has to be the password.", detail: detail)
        case .file(let path):
            Problem(
                "The file “\(path)” gives no password for “\(user)”.",
                remedy: "Its first line has to be the password.", detail: detail)
        }
    }
}
