// What a user does to their subscriptions. Every function changes all or, when it throws, nothing.

extension Subscriptions {
    /// What somebody means by a name.
    package enum Reference: Hashable, Sendable {
        /// By its id, the key of its address.
        case feed(String)
        /// By its name.
        case smartFeed(String)
        case folder([String])
    }

    /// Deeper folders are no help to anybody.
    static let deepestFolder = 20

    /// Subscribes to a feed, at the end of its folder, which is made when it is not there.
    /// - Throws: when it is there already, or its address holds a password.
    package mutating func add(_ feed: Subscription) throws(Problem) {
        let feed = feed.tidied
        if let known = self.feed(id: feed.id) { throw Self.alreadyThere(known) }
        try Self.check(feed.address)
        try Self.check(feed.folder)
        append(feed)
    }

    /// Puts back a feed that was taken out, whatever its address holds; one that is there again stays.
    package mutating func restore(_ feed: Subscription) {
        if self.feed(id: feed.id) == nil { append(feed) }
    }

    /// - Throws: when there is one of that name, or a part is empty.
    package mutating func add(_ smart: SmartFeed) throws(Problem) {
        let smart = try Self.tidied(smart)
        if smartFeeds.contains(where: { $0.name == smart.name }) {
            throw Problem("There is a smart feed “\(smart.name)” already.", remedy: "Choose another name.")
        }
        append(smart)
    }

    /// Changes what is said of a feed, its address and folder too.
    /// - Throws: when there is no such feed, or its new address is that of another.
    package mutating func set(
        _ id: String, _ change: (inout Subscription) -> Void
    ) throws(Problem) {
        guard let old = feed(id: id) else { throw Self.missing(.feed(id)) }
        var new = old
        change(&new)
        new = new.tidied
        if new.id != id, let known = feed(id: new.id) { throw Self.alreadyThere(known) }
        if new.address != old.address { try Self.check(new.address) }
        if new.folder != old.folder { try Self.check(new.folder) }
        if new == old { return }
        unite(id)
        if new.folder == old.folder {
            _ = body.changeFirst { entry in
                guard entry.feedID == id else { return false }
                entry.content = .feed(new)
                return true
            }
        } else {
            move(new, from: id)
        }
    }

    /// - Throws: when there is none of that name, or its new name is that of another.
    package mutating func setSmartFeed(
        _ name: String, _ change: (inout SmartFeed) -> Void
    ) throws(Problem) {
        guard let old = smartFeeds.first(where: { $0.name == name }) else { throw Self.missing(.smartFeed(name)) }
        var new = old
        change(&new)
        new = try Self.tidied(new)
        if new.name != name, smartFeeds.contains(where: { $0.name == new.name }) {
            throw Problem("There is a smart feed “\(new.name)” already.", remedy: "Choose another name.")
        }
        if new.folder == old.folder {
            _ = body.changeFirst { entry in
                guard entry.isSmartFeed(name) else { return false }
                entry.content = .smartFeed(new)
                return true
            }
        } else {
            for var entry in body.takeOut(where: { $0.isSmartFeed(name) }).prefix(1) {
                entry.content = .smartFeed(new)
                entry.lead = nil
                body.insert(entry, in: new.folder[...])
            }
        }
    }

    /// Gives another name. An empty one gives a feed its own title back.
    package mutating func rename(_ reference: Reference, to name: String) throws(Problem) {
        switch reference {
        case .feed(let id): try set(id) { $0.name = name }
        case .smartFeed(let old): try setSmartFeed(old) { $0.name = name }
        case .folder(let path): try renameFolder(path, to: name)
        }
    }

    /// Puts it at the end of another folder, which is made when it is not there; an empty path is the top.
    package mutating func move(_ reference: Reference, to folder: [String]) throws(Problem) {
        switch reference {
        case .feed(let id): try set(id) { $0.folder = folder }
        case .smartFeed(let name): try setSmartFeed(name) { $0.folder = folder }
        case .folder(let path): try moveFolder(path, to: folder.compactMap(oneLine))
        }
    }

    /// Takes it out. A folder goes with everything in it.
    /// - Returns: the feeds that the user is no longer subscribed to. `restore` puts one back.
    @discardableResult
    package mutating func remove(_ reference: Reference) throws(Problem) -> [Subscription] {
        let before = feeds
        let taken: Int
        switch reference {
        case .feed(let id): taken = body.takeOut { $0.feedID == id }.count
        case .smartFeed(let name): taken = body.takeOut { $0.isSmartFeed(name) }.count
        case .folder(let path): taken = takeOutFolder(path) == nil ? 0 : 1
        }
        if taken == 0 { throw Self.missing(reference) }
        let left = Set(feeds.map(\.id))
        return before.filter { !left.contains($0.id) }
    }
}

extension Subscriptions {
    /// Of several listings of one feed leaves the first, which will say what all of them said.
    private mutating func unite(_ id: String) {
        var isFirst = true
        _ = body.takeOut { entry in
            guard entry.feedID == id else { return false }
            defer { isFirst = false }
            return !isFirst
        }
    }

    private mutating func move(_ feed: Subscription, from id: String) {
        for var entry in body.takeOut(where: { $0.feedID == id }) {
            entry.content = .feed(feed)
            entry.lead = nil
            body.insert(entry, in: feed.folder[...])
        }
    }

    private mutating func renameFolder(_ path: [String], to name: String) throws(Problem) {
        guard folders.contains(path) else { throw Self.missing(.folder(path)) }
        guard let name = oneLine(name) else { throw Problem("A folder needs a name.") }
        let new = path.dropLast() + [name]
        if new == path[...] { return }
        if folders.contains(Array(new)) { throw Self.folderIsThere(Array(new)) }
        // A file may have several of one name.
        while body.changeFolder(at: path[...], { $0.content = .folder(name) }) {}
    }

    private mutating func moveFolder(_ path: [String], to folder: [String]) throws(Problem) {
        guard let name = path.last, folders.contains(path) else { throw Self.missing(.folder(path)) }
        let new = folder + [name]
        if new == path { return }
        if folder.starts(with: path) { throw Problem("A folder cannot be moved into itself.") }
        if folders.contains(new) { throw Self.folderIsThere(new) }
        try Self.check(new)
        guard var entry = takeOutFolder(path) else { throw Self.missing(.folder(path)) }
        entry.lead = nil
        body.insert(entry, in: folder[...])
    }

    /// The folder at this path, which is no longer there; a file may have several of one name.
    private mutating func takeOutFolder(_ path: [String]) -> SubscriptionEntry? {
        guard let name = path.last else { return nil }
        var taken: [SubscriptionEntry] = []
        func take(from holder: inout SubscriptionEntry) -> Bool {
            let found = holder.takeOut {
                $0.isFolder(name)
            } within: {
                $0.isFolder(nil)
            }
            taken += found
            return !found.isEmpty
        }
        if path.count == 1 {
            _ = take(from: &body)
        } else {
            while true {
                var isFound = false
                _ = body.changeFolder(at: path.dropLast()) { isFound = take(from: &$0) }
                if !isFound { break }
            }
        }
        guard var folder = taken.first else { return nil }
        for more in taken.dropFirst() { folder.entries += more.entries }
        return folder
    }

    private static func check(_ address: FeedAddress) throws(Problem) {
        guard address.hasPassword else { return }
        throw Problem(
            "The address \(address.shown) was given with a password in it.",
            remedy: "Give it without, and say who you are by --user with --password-command or --password-file.")
    }

    private static func check(_ folder: [String]) throws(Problem) {
        guard folder.count > deepestFolder else { return }
        throw Problem("Folders go at most \(deepestFolder) deep.")
    }

    private static func tidied(_ smart: SmartFeed) throws(Problem) -> SmartFeed {
        guard let name = oneLine(smart.name) else { throw Problem("A smart feed needs a name.") }
        guard let query = oneLine(smart.query) else { throw Problem("A smart feed needs a query.") }
        let folder = smart.folder.compactMap(oneLine)
        try check(folder)
        return SmartFeed(name: name, query: query, folder: folder)
    }

    private static func alreadyThere(_ feed: Subscription) -> Problem {
        let place = feed.folder.isEmpty ? "" : " in \(feed.folder.joined(separator: "/"))"
        return Problem("\(feed.address.shown) is subscribed to already, as “\(feed.shownName)”\(place).")
    }

    private static func folderIsThere(_ path: [String]) -> Problem {
        Problem("There is a folder “\(path.joined(separator: "/"))” already.", remedy: "Choose another name.")
    }

    static func missing(_ reference: Reference) -> Problem {
        switch reference {
        case .feed(let id): Problem("There is no feed “\(id)”.")
        case .smartFeed(let name): Problem("There is no smart feed “\(name)”.")
        case .folder(let path): Problem("There is no folder “\(path.joined(separator: "/"))”.")
        }
    }
}
