import CCurl  // Its header brings the system's with it, and with them `SOCK_STREAM`.
import Glibc
package import News

/// Tells when article files change. The kernel says so (inotify): nothing is looked at meanwhile,
/// and whoever waits for it sleeps.
package final class FolderWatch: Sendable {
    // A class, because one thread waits in it until another ends it; its descriptors are closed with the last owner.

    /// Milliseconds without a change after which a program is taken to have written all that it writes.
    private static let quiet = 100
    /// Milliseconds after the first change when it is told in any case.
    private static let longest = 600

    private let articles: [String]
    private let events: Int32
    private let fault: Int32
    /// A byte into the second, to be read from the first, ends the watch.
    private let ends: (Int32, Int32)

    /// - Parameter articles: article files, and folders of them; what is made in these later belongs to them. None has to
    ///   be there.
    package init(articles: [String]) {
        self.articles = articles
        events = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        fault = events < 0 ? errno : 0
        var ends: [Int32] = [-1, -1]
        // Sockets, because pipes are closed for other programs only by a second call, between which one may start.
        socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0, &ends)
        self.ends = (ends[0], ends[1])
    }

    deinit { for descriptor in [events, ends.0, ends.1] where descriptor >= 0 { close(descriptor) } }

    /// Waits for changes until `end`, on the thread that calls it.
    /// - Parameters:
    ///   - tell: a storm of changes is told once. What changes while it works is told after it.
    ///   - complain: is told once why not all can be watched.
    package func run(_ tell: () -> Void, complain: (Problem) -> Void) {
        guard events >= 0, ends.0 >= 0 else { return complain(WatchedFolders.problem(fault)) }
        var folders = WatchedFolders(events, articles: articles)
        var hasComplained = false
        while true {
            if let problem = folders.problem, !hasComplained {
                complain(problem)
                hasComplained = true
            }
            guard wait(-1) == .changes else { return }
            if !folders.takeChanges() { continue }
            let start = ContinuousClock.now
            while ContinuousClock.now - start < .milliseconds(Self.longest) {
                let next = wait(Int32(Self.quiet))
                if next == .end { return }
                if next == .nothing { break }
                _ = folders.takeChanges()
            }
            tell()
        }
    }

    /// Ends `run`, soon; one that has not begun returns at once. From any thread.
    package func end() {
        var byte: UInt8 = 0
        _ = write(ends.1, &byte, 1)
    }

    private enum Waited { case changes, nothing, end }

    /// - Parameter patience: milliseconds; -1 is without end.
    private func wait(_ patience: Int32) -> Waited {
        var sources = [events, ends.0].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while poll(&sources, 2, patience) < 0 { if errno != EINTR { return .end } }
        if sources[1].revents != 0 { return .end }
        return sources[0].revents != 0 ? .changes : .nothing
    }
}
