import Glibc

/// Tells when files of a folder change, whoever changes them: another Dateline, or this one.
///
/// By Linux's dnotify, which sends a signal: nothing is looked at meanwhile, and unlike inotify's descriptors, which hold up the end
/// of their process for some 15 ms, it costs nothing to leave. One watch in a program, as a signal is the whole program's.
package final class DataFolderWatch: Sendable {
    // A class, because one thread waits in it until another ends it; its descriptor is closed with the last owner.

    /// How long after a change it is told, in milliseconds: what is written meanwhile is told with it.
    private static let delay: Int32 = 400

    private let folder: Int32

    /// Nil when there is no such folder, or no way to watch it.
    package init?(folder path: String) {
        folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0, Self.catchSignal(), Self.arm(folder) else { return nil }
    }

    deinit { if folder >= 0 { close(folder) } }

    /// Waits for changes until `end`, on the thread that calls it.
    package func run(_ tell: () -> Void) {
        while true {
            switch Self.wait(-1) {
            case .end: return
            case .nothing: continue
            case .change: break
            }
            if Self.wait(Self.delay) == .end { return }
            // One signal tells of the first change alone.
            guard Self.arm(folder) else { return }
            tell()
        }
    }

    /// Ends `run`, soon. From any thread.
    package func end() { Self.put(Event.end) }
}

extension DataFolderWatch {
    // Of <fcntl.h>, where Swift's Glibc does not see them.
    private static let notify: Int32 = 1026  // F_NOTIFY
    private static let changes: Int32 = 0x02 | 0x04 | 0x08 | 0x10  // DN_MODIFY, DN_CREATE, DN_DELETE, DN_RENAME

    private enum Event {
        static let change: UInt8 = 0
        static let end: UInt8 = 1
    }

    private enum Waited { case change, end, nothing }

    /// Asks for one signal, with the next change.
    private static func arm(_ folder: Int32) -> Bool { fcntl(folder, notify, changes) == 0 }

    /// Has the signal put an event into a pipe.
    private static func catchSignal() -> Bool {
        var ends: [Int32] = [-1, -1]
        guard readEnd < 0, pipe(&ends) == 0 else { return readEnd >= 0 }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        (readEnd, writeEnd) = (ends[0], ends[1])
        var action = sigaction()
        action.sa_flags = SA_RESTART
        action.__sigaction_handler.sa_handler = { _ in
            let before = errno
            DataFolderWatch.put(Event.change)
            errno = before
        }
        return sigaction(SIGIO, &action, nil) == 0
    }

    /// A full pipe has told enough already.
    private static func put(_ event: UInt8) {
        var event = event
        _ = write(writeEnd, &event, 1)
    }

    /// - Parameter patience: milliseconds; -1 is without end.
    private static func wait(_ patience: Int32) -> Waited {
        var source = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
        while poll(&source, 1, patience) < 0 { if errno != EINTR { return .end } }
        var events = [UInt8](repeating: Event.change, count: 64)
        let count = read(readEnd, &events, events.count)
        if count <= 0 { return .nothing }
        return events[..<count].contains(Event.end) ? .end : .change
    }
}

// Written once, by the first watch, before the handler that reads them is installed, and never closed.
private nonisolated(unsafe) var readEnd: Int32 = -1
private nonisolated(unsafe) var writeEnd: Int32 = -1
