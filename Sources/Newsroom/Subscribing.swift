import Extraction
import Feeds
package import News
import Storage

// What the user is subscribed to. Every function here reads the file, and those that change it write it, safely against a
// second Dateline and an editor: call them off the main thread. The values are `Subscriptions`, whose functions are pure.

extension Newsroom {
    /// The subscriptions in the file, and what in it cannot be understood. None without a file or a data folder.
    /// - Throws: when the file cannot be read or is no OPML, with the line that is wrong.
    package func subscriptions() throws(Problem) -> SubscriptionReading {
        guard let file = data?.subscriptions else { return try ownSubscriptions([], named: "") }
        return try ownSubscriptions(try file.read(), named: file.file)
    }

    /// Changes the subscriptions as the file has them now, by any of the functions of `Subscriptions`.
    /// - Returns: what `change` answers. What it throws leaves the file as it is.
    @discardableResult
    package func changeSubscriptions<Answer>(
        _ change: (inout Subscriptions) throws(Problem) -> Answer
    ) throws(Problem) -> Answer {
        let file = try dataFolder.subscriptions
        var answer: Answer?
        try file.change { bytes throws(Problem) in
            let old = try ownSubscriptions(bytes, named: file.file).subscriptions
            var new = old
            answer = try change(&new)
            // What says the same stays as it is written, whatever it is encoded in.
            return new == old ? bytes : ownFile(of: new)
        }
        guard let answer else { preconditionFailure("a change that did not throw has an answer") }
        return answer
    }

    /// - Throws: when it is subscribed to already.
    package func subscribe(_ feed: Subscription) throws(Problem) {
        try changeSubscriptions { list throws(Problem) in try list.add(feed) }
    }

    /// What is wrong in a query that somebody wants to save; nil when it is all right.
    package static func queryError(in words: String) -> QueryError? {
        let names = QueryNames(countries: { countries(named: $0) }, knownCountries: knownCountries)
        return Query.parsed(words, names: names).error
    }

    /// - Throws: when there is one of that name. Its query is kept as it is; `queryError` tells what is wrong in one.
    package func subscribe(_ smart: SmartFeed) throws(Problem) {
        try changeSubscriptions { list throws(Problem) in try list.add(smart) }
    }

    /// - Returns: the feeds that are no longer subscribed to; `Subscriptions.restore` puts one back.
    package func unsubscribe(_ reference: Subscriptions.Reference) throws(Problem) -> [Subscription] {
        try changeSubscriptions { list throws(Problem) in try list.remove(reference) }
    }

    /// The stories of a feed that is renamed have its new name too, and are reported.
    package func rename(
        _ reference: Subscriptions.Reference, to name: String, _ report: (LoadReport) -> Void
    ) throws(Problem) {
        try changeSubscriptions { list throws(Problem) in try list.rename(reference, to: name) }
        report(.feeds(try feedListing()))
        guard case .feed(let id) = reference, let record = try index.feeds().first(where: { $0.key == id }),
            let feed = try subscriptions().subscriptions.feeds.first(where: { $0.id == id }),
            let source = feed.source(titled: record.title)
        else { return }
        try index.setSource(source, ofFeed: id)
        let stories = try index.stories(ofFeeds: [record.number]).numbers
        recent.forget(try index.names(of: stories))
        try tell(of: Array(stories), report)
    }

    package func move(_ reference: Subscriptions.Reference, to folder: [String]) throws(Problem) {
        try changeSubscriptions { list throws(Problem) in try list.move(reference, to: folder) }
    }

    /// Adds the feeds of a list, OPML or newsboat's, that are not there yet.
    /// - Parameters:
    ///   - name: of the list, for what is told.
    ///   - folder: that they are put into; empty for where the list has them.
    ///   - trustsSignIns: whether the list is the user's own, so that its ways to passwords are taken over.
    /// - Returns: what came of it, and what in the list cannot be understood.
    package func importFeeds(
        _ bytes: [UInt8], named name: String, into folder: [String] = [], trustsSignIns: Bool = false
    ) throws(Problem) -> (merged: Subscriptions.Merged, problems: [Problem]) {
        let list = try importedSubscriptions(bytes, named: name)
        let merged = try changeSubscriptions { own throws(Problem) in
            own.merge(list.subscriptions, into: folder, trustsSignIns: trustsSignIns)
        }
        return (merged, list.problems)
    }

    /// The list for other programs, and what it cannot say.
    package func exportFeeds(_ format: SubscriptionFormat) throws(Problem) -> SubscriptionExport {
        exported(try subscriptions().subscriptions, as: format)
    }
}
