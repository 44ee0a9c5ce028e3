import News

/// A row of the feed list, as far in as folders are in folders.
struct FeedRow: Hashable, Sendable {
    let choice: FeedChoice
    let depth: Int
}

extension AppState {
    /// The rows of the feed list: all, unread and bookmarked stories, what the user is subscribed to, in their order and
    /// without what is in a folded folder, and the folders of files.
    var feedRows: [FeedRow] { feedRows(without: folded) }

    var feedChoices: [FeedChoice] { feedRows.map(\.choice) }

    /// Those in folded folders too.
    var everyFeedChoice: [FeedChoice] { feedRows(without: []).map(\.choice) }

    private func feedRows(without folded: Set<[String]>) -> [FeedRow] {
        let first = [FeedChoice.all, .unread, .bookmarks].map { FeedRow(choice: $0, depth: 0) }
        let listed = library.listing.entries.compactMap { entry -> FeedRow? in
            let folder = entry.folder
            if !folded.isEmpty, folder.indices.contains(where: { folded.contains(Array(folder[...$0])) }) { return nil }
            return FeedRow(choice: FeedChoice(entry), depth: folder.count)
        }
        let others = library.feeds.filter { library.listing.feed(id: $0.id) == nil }
        return first + listed + others.map { FeedRow(choice: .feed($0), depth: 0) }
    }

    /// What of the feed list stands in the user's own list; nil for the others.
    var chosenSubscription: Subscriptions.Reference? {
        switch list.choice {
        case .all, .unread, .bookmarks: nil
        case .feed(let feed): library.listing.feed(id: feed.id).map { .feed($0.id) }
        case .folder(let path): .folder(path)
        case .smart(let smart): .smartFeed(smart.name)
        }
    }

    /// Why a feed brings nothing new, in a sentence; nil where nothing is wrong.
    func failure(of choice: FeedChoice) -> String? {
        guard case .feed(let feed) = choice, let listed = library.listing.feed(id: feed.id) else { return nil }
        if let failure = listed.failure {
            return Texts.failed(feed.name, failure.summary + (failure.remedy.isEmpty ? "" : " " + failure.remedy))
        }
        return listed.isGone ? Texts.isGone(feed.name) : nil
    }
}

extension FeedChoice {
    init(_ entry: FeedListing.Entry) {
        switch entry {
        case .folder(let path): self = .folder(path)
        case .feed(let feed): self = .feed(feed.feed)
        case .smart(let smart): self = .smart(smart)
        }
    }
}
