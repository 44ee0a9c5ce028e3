import Feeds
import News
import Storage
import Synchronization

extension Newsroom {
    /// Keeps the stories of this session as their folders and the list of feeds are: what somebody else changes there is
    /// read and reported, from any thread. Sleeps in between. Returns soon after `stop()`.
    package func watch(_ sources: LibrarySources, _ report: @escaping @Sendable (LoadReport) -> Void) {
        let list = sources.hasSubscriptions ? data?.subscriptions : nil
        let watch = FolderWatch(articles: sources.paths, files: list.map { [$0.file] } ?? [])
        watching.withLock { $0 = watch }
        if isStopped.load(ordering: .sequentiallyConsistent) { return }
        var known = list?.version()
        watch.run({ changes in
            do throws(Problem) {
                if let list, changes.contains(.file(list.file)), list.version() != known {
                    known = list.version()
                    try takeSubscriptions(report)
                }
                if changes.contains(.articles) {
                    try readingTurn.withLock { (_: inout sending Void) throws(Problem) in
                        try loadChanges(at: sources.paths, report)
                    }
                }
            } catch {
                report(.problem(error))
            }
        }) { report(.problem($0)) }
    }

    /// The list of feeds was changed: those that are on it no longer leave the session, others enter it.
    private func takeSubscriptions(_ report: (LoadReport) -> Void) throws(Problem) {
        let wanted = Set(try subscriptions().subscriptions.feeds.map(\.id))
        let open = session.withLock { $0.feeds }
        for feed in try index.feeds() where feed.isWeb && open[feed.number] != nil && !wanted.contains(feed.key) {
            let stories = try index.stories(ofFeeds: [feed.number]).numbers
            let shown = session.withLock { session in stories.filter { session.members.contains($0) } }
            if shown.isEmpty { continue }
            session.withLock { $0.remove(shown) }
            report(.removed(try index.names(of: shown)))
        }
        openSubscriptions(report)
    }
}
