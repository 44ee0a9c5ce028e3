import News
import Storage

/// Where a session's stories come from.
package struct LibrarySources: Hashable, Sendable, ExpressibleByArrayLiteral {
    /// Article files, and folders of them.
    package let paths: [String]
    /// Whether the feeds that the user is subscribed to belong to it.
    package let hasSubscriptions: Bool
    /// Whether the user named the paths, rather than asking for the library.
    package let isNamed: Bool

    package init(paths: [String], hasSubscriptions: Bool = false, isNamed: Bool = false) {
        self.paths = paths
        self.hasSubscriptions = hasSubscriptions
        self.isNamed = isNamed
    }

    package init(arrayLiteral paths: String...) { self.init(paths: paths) }

    package var isEmpty: Bool { paths.isEmpty && !hasSubscriptions }
}

extension Newsroom {
    /// Whether there is a file of subscriptions. One that cannot be read counts: what is wrong with it is told when it is
    /// read.
    package var hasSubscriptions: Bool {
        do {
            return try !subscriptions().subscriptions.feeds.isEmpty
        } catch {
            return true
        }
    }
}
