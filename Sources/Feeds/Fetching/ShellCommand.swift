import CCurl  // Its header brings the system's with it, and with them `sigset_t`.
import Glibc

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
        var files = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&files)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&files)
            posix_spawnattr_destroy(&attributes)
            close(ends[1])
        }
        posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&files, ends[1], STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // POSIX_SPAWN_SETSID of <spawn.h>, which the C library shows to GNU programs alone.
        let ownSession: Int16 = 0x80
        posix_spawnattr_setflags(
            &attributes, ownSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
        var words: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/sh"), strdup("-c"), strdup(command), nil]
        defer { words.forEach { free($0) } }
        var child = pid_t()
        guard posix_spawn(&child, "/bin/sh", &files, &attributes, &words, environ) == 0 else {
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
