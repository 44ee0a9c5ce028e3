import CNcurses
import Glibc

/// Signals as something to read: each is a byte in a pipe that the terminal's wait looks at.
enum Signals {
    private static let caught = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT]

    /// Catches them; before ncurses starts, which installs its own handlers only where there are none.
    /// - Returns: the descriptor to read them from, non-blocking.
    static func catchAll() -> Int32 {
        if readEnd < 0 {
            var ends: [Int32] = [-1, -1]
            precondition(pipe2(&ends, O_NONBLOCK | O_CLOEXEC) == 0, "no pipe: out of file descriptors")
            (readEnd, writeEnd) = (ends[0], ends[1])
        }
        for signal in caught {
            var action = sigaction()
            action.sa_flags = SA_RESTART
            action.__sigaction_handler.sa_handler = { signal in
                // May come in the midst of any call: keeps errno, and a full pipe is told enough already.
                let before = errno
                var byte = UInt8(truncatingIfNeeded: signal)
                _ = write(writeEnd, &byte, 1)
                errno = before
            }
            sigaction(signal, &action, nil)
        }
        return readEnd
    }

    /// From now on they do what they do to any program.
    static func release() {
        for signal in caught { Glibc.signal(signal, SIG_DFL) }
    }

    /// Those that came since the last call.
    static func taken() -> Set<Int32> {
        var bytes = [UInt8](repeating: 0, count: 256)
        var signals: Set<Int32> = []
        while case let count = read(readEnd, &bytes, bytes.count), count > 0 {
            signals.formUnion(bytes[..<count].map(Int32.init))
        }
        return signals
    }
}

// Written once, by the main thread, before the handlers that read them are installed, and never closed.
private nonisolated(unsafe) var readEnd: Int32 = -1
private nonisolated(unsafe) var writeEnd: Int32 = -1
