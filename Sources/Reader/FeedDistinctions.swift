import News

/// What tells feeds of one name apart, by their ids, as file managers do it: the folder they are in, the host, or else the
/// whole path or address. Nothing for a name that one feed has.
func feedDistinctions(_ feeds: [(feed: Feed, folder: [String])]) -> [String: String] {
    var distinctions: [String: String] = [:]
    for group in Dictionary(grouping: feeds, by: \.feed.name).values where group.count > 1 {
        for kind in 0..<3 {
            let found = group.map { words(of: $0.feed, in: $0.folder, kind: kind) }
            guard kind == 2 || Set(found).count == group.count && !found.contains("") else { continue }
            for (entry, words) in zip(group, found) { distinctions[entry.feed.id] = words }
            break
        }
    }
    return distinctions
}

private func words(of feed: Feed, in folder: [String], kind: Int) -> String {
    guard feed.isFetched else {
        let parts = feed.id.split(separator: "/").map(String.init)
        switch kind {
        case 0: return parts.dropLast().last ?? ""
        case 1: return parts.suffix(3).dropLast().joined(separator: "/")
        default: return feed.id
        }
    }
    let address = String(feed.id.dropFirst("https://".count))
    switch kind {
    case 0: return folder.last ?? ""
    case 1: return String(address.prefix { $0 != "/" })
    default: return address
    }
}
