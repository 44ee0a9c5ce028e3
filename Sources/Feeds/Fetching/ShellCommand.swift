import CCurl  // Its header brings the system's with it, and with them `SOCK_STREAM`.
import Glibc
import News

/// A command of the user's under way, in a session of its own: it has nothing to read, and cannot write on our screen.
struct ShellCommand {
    private let child: pid_t
    private let socket: Int32

    /// - Returns: nil when nothing can be started.
    init?(_ command: String) {
        var ends: [Int32] = [0, 0]
        // Sockets, because pipes are closed for other programs only by a second call, between which one may start.
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            return nil
        }
        defer { close(ends[1]) }
        guard let child = startProgram(["/bin/sh", "-c", command], writingTo: ends[1]) else {
            close(ends[0])
            return nil
        }
        self.child = child
        socket = ends[0]
    }

    /// Waits until it has written all and is over; it does not outlive this. Once.
    /// - Parameter limit: bytes; what comes after is not read.
    /// - Returns: nil when it takes too long.
    func output(limit: Int, patience: Duration) -> (bytes: [UInt8], status: Int32)? {
        let clock = SuspendingClock()
        let end = clock.now + patience
        var bytes: [UInt8] = []
        var isLate = false
        var part = [UInt8](repeating: 0, count: limit)
        while bytes.count < limit {
            let left = clock.now.duration(to: end)
            var wait = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            isLate = left <= .zero
            guard !isLate, poll(&wait, 1, Int32(clamping: left.milliseconds)) >= 0 || errno == EINTR else { break }
            guard wait.revents != 0 else { continue }
            let count = read(socket, &part, limit - bytes.count)
            guard count > 0 else { break }
            bytes += part[..<count]
        }
        close(socket)
        // Also what it left behind in the background. One that has closed its output may still have to say how it ended.
        if isLate { kill(-child, SIGKILL) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return isLate ? nil : (bytes, status)
    }
}
