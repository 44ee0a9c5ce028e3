extension Subscriptions {
    /// What somebody means: the address of a feed, the name of a feed or smart feed as lists show it, or the path of a
    /// folder ("World/Europe"; with a stroke at its end nothing but a folder is meant). Capital letters do not matter.
    /// - Parameter titles: what feeds call themselves, by their ids, where the list does not know.
    /// - Throws: when it is nothing, or several.
    package func reference(to words: String, titles: [String: String] = [:]) throws(Problem) -> Reference {
        let found = references(to: words, titles: titles)
        if found.count > 1 {
            let several = found.map(described).joined(separator: ", ")
            throw Problem("“\(words)” can be \(found.count) things: \(several).", remedy: "Give the address.")
        }
        if let only = found.first { return only }
        throw Problem("There is no feed “\(FeedAddress.withoutSignIn(words))”.", remedy: remedy(for: words, titles))
    }

    /// All that somebody can mean.
    package func references(to words: String, titles: [String: String] = [:]) -> [Reference] {
        if let address = FeedAddress(typed: words), feed(id: address.key) != nil { return [.feed(address.key)] }
        return references(named: words, titles)
    }

    /// The folder of a path as it is written on the command line: "World/Europe". Empty for the top.
    package static func folder(written path: String) -> [String] {
        path.split(separator: "/").compactMap { oneLine(String($0)) }
    }

    private func references(named words: String, _ titles: [String: String]) -> [Reference] {
        let wanted = words.lowercased()
        let path = Self.folder(written: wanted)
        let folders = folders.filter { $0.map { $0.lowercased() } == path }.map { Reference.folder($0) }
        if words.hasSuffix("/") { return folders }
        let feeds = feeds.filter { $0.shownName.lowercased() == wanted }.map { Reference.feed($0.id) }
        let smart = smartFeeds.filter { $0.name.lowercased() == wanted }.map { Reference.smartFeed($0.name) }
        let found = feeds + smart
        if !found.isEmpty { return found + folders }
        if !folders.isEmpty { return folders }
        // A feed that the user named is known by its own title as well, when nothing else is called so.
        return self.feeds.filter { ($0.title ?? titles[$0.id])?.lowercased() == wanted }.map { .feed($0.id) }
    }

    private func described(_ reference: Reference) -> String {
        switch reference {
        case .feed(let id): feed(id: id)?.address.shown ?? id
        case .smartFeed(let name): "the smart feed “\(name)”"
        case .folder(let path): "the folder \(path.joined(separator: "/"))/"
        }
    }

    /// Names with these words in them, a few.
    private func remedy(for words: String, _ titles: [String: String]) -> String {
        let wanted = words.lowercased()
        let names = feeds.map { $0.shownName(titled: titles[$0.id]) } + smartFeeds.map(\.name)
        let near = names.filter { !wanted.isEmpty && $0.lowercased().contains(wanted) }.prefix(4)
        if near.isEmpty { return "“dateline feeds” lists them." }
        return "There is \(near.map { "“\($0)”" }.joined(separator: ", "))."
    }
}
