import CNcurses
import Glibc

/// Gives the terminal back when the program crashes or exits from its midst, and keeps stray words off the screen while it is drawn on.
///
/// A crash is a signal: its handler may call nothing but what is safe in the midst of anything, so the bytes that set the
/// terminal back are prepared beforehand. What libraries (or Swift, of a crash) write to standard error meanwhile
/// is held in a pipe, and passed on when the screen is gone.
enum Rescue {
    private static let crashes = [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE]

    /// - Parameters:
    ///   - reset: what to write to the terminal.
    ///   - modes: the terminal's modes as they were before.
    static func prepare(reset: [UInt8], modes: termios) {
        if resetBytes == nil {
            let kept = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: reset.count)
            _ = kept.initialize(from: reset)
            let keptModes = UnsafeMutablePointer<termios>.allocate(capacity: 1)
            keptModes.initialize(to: modes)
            resetBytes = UnsafePointer(kept.baseAddress)
            resetCount = reset.count
            savedModes = UnsafePointer(keptModes)
            atexit { giveBack() }
        }
        holdStandardError()
        ensureSignalStack()
        for signal in crashes {
            var action = sigaction()
            action.sa_flags = SA_ONSTACK | SA_SIGINFO
            action.__sigaction_handler.sa_sigaction = { signal, info, _ in afterCrash(signal, info) }
            sigaction(signal, &action, before + Int(signal))
        }
        isOnScreen = true
    }

    /// The terminal has been given back in the ordinary way.
    static func dismiss() {
        guard isOnScreen else { return }
        isOnScreen = false
        for signal in crashes { sigaction(signal, before + Int(signal), nil) }
        releaseStandardError()
    }

    /// A handler needs a stack of its own where the crash is that the stack is full.
    private static func ensureSignalStack() {
        var stack = stack_t()
        sigaltstack(nil, &stack)
        guard stack.ss_flags & Int32(SS_DISABLE) != 0 else { return }
        let size = 64 * 1024
        stack = stack_t(
            ss_sp: UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16), ss_flags: 0, ss_size: size)
        sigaltstack(&stack, nil)
    }

    /// Only from a terminal: where it was sent to a file it can do no harm.
    private static func holdStandardError() {
        guard heldError < 0, isatty(STDERR_FILENO) == 1 else { return }
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_NONBLOCK | O_CLOEXEC) == 0 else { return }
        heldError = ends[0]
        realError = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
        dup2(ends[1], STDERR_FILENO)
        close(ends[1])
    }

    /// Safe in a handler.
    fileprivate static func releaseStandardError() {
        guard heldError >= 0 else { return }
        dup2(realError, STDERR_FILENO)
        withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { bytes in
            while case let count = read(heldError, bytes.baseAddress, bytes.count), count > 0 {
                _ = write(STDERR_FILENO, bytes.baseAddress, count)
            }
        }
        close(heldError)
        close(realError)
        heldError = -1
    }
}

/// Sets the terminal back, then lets the crash go its way: to Swift's backtrace where it is on, or the end.
private func afterCrash(_ signal: Int32, _ info: UnsafeMutablePointer<siginfo_t>?) {
    sigaction(signal, before + Int(signal), nil)
    giveBack()
    // A fault of the processor's happens again when the handler returns; a signal that was sent has to be sent again.
    if (info?.pointee.si_code ?? 0) <= 0 { raise(signal) }
}

/// Safe in a handler; ncurses is not.
private func giveBack() {
    guard isOnScreen else { return }
    isOnScreen = false
    if let resetBytes { _ = write(STDOUT_FILENO, resetBytes, resetCount) }
    if let savedModes { tcsetattr(STDIN_FILENO, TCSANOW, savedModes) }
    Rescue.releaseStandardError()
}

// A handler may take no lock, so nothing guards these. They are written by the main thread, before the handlers that
// read them are installed or after they are gone; after a crash by the crashed thread, which never comes back.

// Set once and never freed, as a crash may come at any time:
private nonisolated(unsafe) var resetBytes: UnsafePointer<UInt8>?
private nonisolated(unsafe) var resetCount = 0
private nonisolated(unsafe) var savedModes: UnsafePointer<termios>?
/// The one that changes while handlers stand: either value is right for the moment around it.
private nonisolated(unsafe) var isOnScreen = false
/// Descriptors; the first is negative while nothing is held.
private nonisolated(unsafe) var heldError: Int32 = -1
private nonisolated(unsafe) var realError: Int32 = -1
/// What was done at each signal before, by its number: all of `crashes` are below 32. Never freed: handlers read it.
private nonisolated(unsafe) let before = UnsafeMutablePointer<sigaction>.allocate(capacity: 32)
