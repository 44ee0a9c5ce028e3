import Feeds
import News
import Storage
import Synchronization

// What others change while a session is open: files in its folders, and, in other Datelines, bookmarks, the list of feeds
// and what they fetch and read.

extension Newsroom {
    /// Keeps the stories of this session as their folders are: what changes there is read and reported, from any thread.
    /// Sleeps in between. Returns soon after `stop()`, and at once where there is nothing to watch: an inotify descriptor
    /// holds up the end of its process for some 15 ms.
    package func watch(_ sources: LibrarySources, _ report: @escaping @Sendable (LoadReport) -> Void) {
        if sources.paths.isEmpty { return }
        let watch = FolderWatch(articles: sources.paths)
        watching.withLock { $0 = watch }
        if isStopped.load(ordering: .sequentiallyConsistent) { return }
        watch.run({
            do throws(Problem) {
                try readingTurn.withLock { (_: inout sending Void) throws(Problem) in
                    try loadChanges(at: sources.paths, report)
                }
            } catch {
                report(.problem(error))
            }
        }) { report(.problem($0)) }
    }

    /// Reports what other programs change in the data folder, as it happens, from any thread. Sleeps in between. Returns soon
    /// after `stop()`, and at once where there is no such folder yet.
    package func watchOthers(in sources: LibrarySources, _ report: @escaping @Sendable (LoadReport) -> Void) {
        guard let data, let watch = DataFolderWatch(folder: data.path) else { return }
        watchingOthers.withLock { $0 = watch }
        if isStopped.load(ordering: .sequentiallyConsistent) { return }
        watch.run { reportChangesOfOthers(in: sources, report) }
    }

    /// Reports what other programs changed since the last call, or since the sources were loaded. Cheap when nothing did.
    package func reportChangesOfOthers(in sources: LibrarySources, _ report: @escaping @Sendable (LoadReport) -> Void) {
        reportChangedBookmarks(report)
        do {
            let changed = try takeVersions()
            guard sources.hasSubscriptions else {
                // Read marks.
                if changed.index { try tell(of: session.withLock { $0.members.numbers }, report) }
                return
            }
            switch changed {
            case (list: false, index: false): return
            case (list: true, _): try takeSubscriptions(report)
            case (list: false, index: true):
                // Any of them may have been edited.
                recent.forgetAll()
                openSubscriptions(report)
            }
        } catch {
            report(.problem(error))
        }
    }

    /// Notes which state of the list of feeds and of the index the session has now.
    /// - Returns: which of them was another before.
    @discardableResult func takeVersions() throws(Problem) -> (list: Bool, index: Bool) {
        let list = data?.subscriptions.version()
        let index = try index.versionOfOthers()
        return session.withLock { session in
            defer { (session.listVersion, session.indexVersion) = (list, index) }
            return (session.listVersion != list, session.indexVersion != index)
        }
    }

    /// The list of feeds was changed: those that are on it no longer leave the session, others enter it.
    private func takeSubscriptions(_ report: (LoadReport) -> Void) throws(Problem) {
        let wanted = Set(try mendedSubscriptions(report).subscriptions.feeds.map(\.id))
        let open = session.withLock { $0.feeds }
        for feed in try index.feeds() where feed.isWeb && open[feed.number] != nil && !wanted.contains(feed.key) {
            let stories = try index.stories(ofFeeds: [feed.number]).numbers
            let shown = session.withLock { session in stories.filter { session.members.contains($0) } }
            if shown.isEmpty { continue }
            session.withLock { $0.remove(shown) }
            report(.removed(try index.names(of: shown)))
        }
        recent.forgetAll()
        openSubscriptions(report)
        try loadMissing(report)
    }
}
