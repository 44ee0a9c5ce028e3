import News

// What the user is subscribed to, changed from within the reader; and what comes of it.

extension AppState {
    /// What the user is subscribed to is this.
    mutating func takeIn(_ listing: FeedListing) {
        let before = library.listing
        library.setListing(listing)
        folded.formIntersection(listing.folders)
        var choice = list.choice
        if let awaited = awaitedChoice, let there = library.current(awaited) { choice = there }
        awaitedChoice = nil
        let isElsewhere = choice.id != list.choice.id
        list.choice = library.current(choice) ?? .all
        if isElsewhere || list.choice.id != choice.id || !before.shares(as: listing) { relist() }
    }

    /// What a smart feed finds.
    mutating func takeIn(_ stories: NumberSet, of smart: SmartFeed) {
        library.setStories(stories, of: smart)
        switch list.choice {
        case .smart(smart): relist()
        case .folder(let path) where smart.folder.starts(with: path): relist()
        case .all, .unread, .bookmarks, .feed, .folder, .smart: break
        }
    }

    /// Asks for the stories of the chosen smart feed, and of those whose rows have come in sight, once.
    mutating func askForSmartFeed() -> [Effect] {
        let seen = smartFeedsInSight.filter { smartSeen.insert($0).inserted && library.count(of: $0) == nil }
        let chosen = askForChosenSmartFeed()
        return chosen + seen.map { Effect.evaluate($0) }.filter { !chosen.contains($0) }
    }

    /// Those that a row in sight stands for, itself or the folder that they are in.
    private var smartFeedsInSight: [SmartFeed] {
        let smartFeeds = library.smartFeeds
        guard smartFeeds.contains(where: { !smartSeen.contains($0) }), let inside = layout.feeds?.inside else {
            return []
        }
        return feedChoices.dropFirst(feedTop).prefix(inside.rows).flatMap { choice -> [SmartFeed] in
            switch choice {
            case .smart(let smart): [smart]
            case .folder(let path): smartFeeds.filter { $0.folder.starts(with: path) }
            case .all, .unread, .bookmarks, .feed: []
            }
        }
    }

    private mutating func askForChosenSmartFeed() -> [Effect] {
        guard case .smart(let smart) = list.choice else {
            smartAsked = nil
            return []
        }
        guard smartAsked != smart else { return [] }
        smartAsked = smart
        return [.evaluate(smart)]
    }

    /// Stories have come: what smart feeds found before may not be all.
    func askForSmartFeedsAnew() -> [Effect] {
        library.listing.smartFeeds.filter { library.count(of: $0) != nil }.map { .evaluate($0) }
    }

    /// Enter or Space on a folder: what is in it is listed or not.
    mutating func fold() {
        guard case .folder(let path) = list.choice else {
            return say(Texts.noFolder(page: keymap.keyName(of: .pageDown)))
        }
        if folded.remove(path) == nil { folded.insert(path) }
    }

    /// The folders of a row are opened, so that it can be seen.
    mutating func unfold(_ choice: FeedChoice) {
        guard !folded.isEmpty, let entry = library.listing.entries.first(where: { FeedChoice($0) == choice }) else {
            return
        }
        for depth in entry.folder.indices { folded.remove(Array(entry.folder[...depth])) }
    }

    mutating func subscribe(_ feed: Subscription) -> [Effect] {
        say(Texts.subscribing(feed.address.shown))
        return [.subscribe(feed)]
    }

    /// Asked for twice, as it cannot be taken back.
    mutating func unsubscribe() -> [Effect] {
        guard let chosen = chosenSubscription else {
            say(Texts.chooseSubscription)
            return []
        }
        guard unsubscribing == list.choice else {
            unsubscribing = list.choice
            let again = keymap.keyName(of: .unsubscribe)
            switch list.choice {
            case .smart(let smart): say(Texts.leaves(smart: smart.name, again: again))
            case .all, .unread, .bookmarks, .feed, .folder:
                say(Texts.leaves(list.choice.name, stories: count(of: list.choice) ?? 0, again: again))
            }
            return []
        }
        unsubscribing = nil
        say(Texts.unsubscribed(list.choice.name))
        return [.unsubscribe(chosen)]
    }

    mutating func rename(to name: String) -> [Effect] {
        guard let chosen = chosenSubscription else {
            say(Texts.chooseSubscription)
            return []
        }
        switch list.choice {
        case .folder(let path): awaitedChoice = .folder(path.dropLast() + [name])
        case .smart(let smart): awaitedChoice = .smart(SmartFeed(name: name, query: smart.query, folder: smart.folder))
        case .all, .unread, .bookmarks, .feed: break
        }
        say(Texts.renamed(list.choice.name, to: name))
        return [.rename(chosen, to: name)]
    }

    mutating func move(to folder: [String]) -> [Effect] {
        guard let chosen = chosenSubscription else {
            say(Texts.chooseSubscription)
            return []
        }
        if case .folder(let path) = list.choice { awaitedChoice = .folder(folder + path.suffix(1)) }
        say(Texts.moved(list.choice.name, to: folder.joined(separator: "/")))
        return [.move(chosen, to: folder)]
    }
}

extension FeedChoice {
    /// What stays when something gets another name.
    fileprivate var id: [String] {
        switch self {
        case .all: ["all"]
        case .unread: ["unread"]
        case .bookmarks: ["bookmarks"]
        case .feed(let feed): ["feed", feed.id]
        case .folder(let path): ["folder"] + path
        case .smart(let smart): ["smart", smart.name, smart.query]
        }
    }
}

extension FeedListing {
    /// Whether the same stories are in its folders and in the list of all.
    fileprivate func shares(as other: FeedListing) -> Bool {
        feeds.elementsEqual(other.feeds) { $0.id == $1.id && $0.isHidden == $1.isHidden && $0.folder == $1.folder }
    }
}
