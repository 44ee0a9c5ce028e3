/// One thing in the list of subscriptions: a feed, a smart feed, a folder, or something of another program.
package struct SubscriptionEntry: Hashable, Sendable {
    package var content: Content
    /// What is in a folder. Some programs put feeds below feeds, so a feed can have some as well.
    package var entries: [SubscriptionEntry]
    /// What stands before it in the file: blanks, line ends, comments. Nil for what is new.
    package var lead: String?
    /// How it stands in the file; nil for what is new. Where it does not say what `content` says, `content` is right.
    package var form: Form?

    package enum Content: Hashable, Sendable {
        /// Its folder is where the entry is, not what the value says.
        case feed(Subscription)
        case smartFeed(SmartFeed)
        /// Without a name it only holds things together.
        case folder(String?)
        case other
    }

    package struct Form: Hashable, Sendable {
        /// `<outline …>` or `<outline …/>`; of `.other` all to its end.
        package var opening: String
        /// What stands behind the last entry in it, and its end; nil when it is `<outline …/>`.
        package var tail: String?
        package var closing: String
        /// What the opening says: that of an entry with another content has to be written anew.
        package let meaning: Content

        package init(meaning: Content, opening: String, tail: String?, closing: String) {
            self.meaning = meaning
            self.opening = opening
            self.tail = tail
            self.closing = closing
        }
    }

    package init(
        _ content: Content, entries: [SubscriptionEntry] = [], lead: String? = nil, form: Form? = nil
    ) {
        self.content = content
        self.entries = entries
        self.lead = lead
        self.form = form
    }

    func isFolder(_ name: String?) -> Bool { content == .folder(name) }

    /// Nil when it is no feed.
    var feedID: String? {
        guard case .feed(let feed) = content else { return nil }
        return feed.id
    }

    func isSmartFeed(_ name: String) -> Bool {
        guard case .smartFeed(let smart) = content else { return false }
        return smart.name == name
    }
}

extension SubscriptionEntry {
    /// Calls with everything below it and the folders that it is in.
    func walk(in folder: [String] = [], _ visit: (SubscriptionEntry, [String]) -> Void) {
        for entry in entries {
            visit(entry, folder)
            if case .folder(let name?) = entry.content {
                entry.walk(in: folder + [name], visit)
            } else {
                entry.walk(in: folder, visit)
            }
        }
    }

    /// Takes out all below it that are meant. Comments before them stay.
    /// - Parameter isSearched: whether something that is not meant is looked into.
    /// - Returns: what was taken out, in order.
    mutating func takeOut(
        where isMeant: (SubscriptionEntry) -> Bool, within isSearched: (SubscriptionEntry) -> Bool = { _ in true }
    ) -> [SubscriptionEntry] {
        var taken: [SubscriptionEntry] = []
        var left: [SubscriptionEntry] = []
        var comments = ""
        for var entry in entries {
            if isMeant(entry) {
                comments += entry.lead.map(Self.comments(of:)) ?? ""
                taken.append(entry)
                continue
            }
            if !comments.isEmpty, let lead = entry.lead {
                entry.lead = comments + lead
                comments = ""
            }
            if isSearched(entry) { taken += entry.takeOut(where: isMeant, within: isSearched) }
            left.append(entry)
        }
        if !comments.isEmpty, let tail = form?.tail { form?.tail = comments + tail }
        if !taken.isEmpty { entries = left }
        return taken
    }

    /// The words of a lead without the blanks behind them; empty when there are only blanks.
    private static func comments(of lead: String) -> String {
        String(lead.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// Changes the first below it for which `change` says true.
    mutating func changeFirst(_ change: (inout SubscriptionEntry) -> Bool) -> Bool {
        for index in entries.indices {
            if change(&entries[index]) || entries[index].changeFirst(change) { return true }
        }
        return false
    }

    /// Puts an entry at the end of a folder below it, which is made when it is not there.
    mutating func insert(_ entry: SubscriptionEntry, in folder: ArraySlice<String>) {
        guard let name = folder.first else {
            entries.append(entry)
            return
        }
        let isThere = changeFolder(name) { $0.insert(entry, in: folder.dropFirst()) }
        if isThere { return }
        var new = SubscriptionEntry(.folder(name))
        new.insert(entry, in: folder.dropFirst())
        entries.append(new)
    }

    /// Changes the folder of this name that is in it, or within folders without a name in it.
    private mutating func changeFolder(_ name: String, _ change: (inout SubscriptionEntry) -> Void) -> Bool {
        for index in entries.indices {
            if entries[index].isFolder(name) {
                change(&entries[index])
                return true
            }
            if entries[index].isFolder(nil), entries[index].changeFolder(name, change) { return true }
        }
        return false
    }

    /// Changes the folder at a path below it. False when there is none.
    mutating func changeFolder(at path: ArraySlice<String>, _ change: (inout SubscriptionEntry) -> Void) -> Bool {
        guard let name = path.first else { return false }
        if path.count == 1 { return changeFolder(name, change) }
        var isFound = false
        _ = changeFolder(name) { isFound = $0.changeFolder(at: path.dropFirst(), change) }
        return isFound
    }
}
