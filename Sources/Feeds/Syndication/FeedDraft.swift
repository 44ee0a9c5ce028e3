import News

/// A feed while its elements come: of several that say the same, the most telling one is kept.
struct FeedDraft {
    var parsed = ParsedFeed()
    /// What xml:lang says, for a feed without a language of its own.
    var xmlLanguage: String?
    var isAtom = false
    private var title = Ranked<String>()
    private var subtitle = Ranked<String>()
    private var link = Ranked<String>()
    private var author = Ranked<String>()
    private var published = Ranked<Timestamp>()
    private var updated = Ranked<Timestamp>()
    private var unreadDate: String?
    private var minutesToLive: Int?
    private var updatePeriod: Int?
    private var updateFrequency: Int?

    /// CDF writes a channel's address as an attribute, RSS 1.0 as one of RDF's.
    mutating func note(_ attributes: [XMLAttribute], base: String?) {
        link.offer(attributes["href"].flatMap { resolvedAddress($0, on: base) }, 2)
        link.offer(attributes["about"].flatMap { resolvedAddress($0, on: base) }, 0)
        updated.offer(attributes["lastmod"].flatMap(feedTimestamp), 2)
    }

    mutating func note(_ found: LinkAttributes) {
        switch found.relation {
        case .story: link.offerAnew(found.address, found.isPage ? 4 : 2)
        case .own, .other, .enclosure: break
        }
    }

    mutating func note(_ text: TextConstruct) {
        switch text.element {
        case .title: title.offer(text.marked?.line, 2)
        case .moduleTitle: title.offer(text.marked?.line, 1)
        case .subtitle: subtitle.offer(text.marked?.line, 3)
        case .description: subtitle.offer(text.marked?.line, 2)
        case .moduleDescription, .summary: subtitle.offer(text.marked?.line, 1)
        case .link: link.offer(text.line.flatMap { resolvedAddress($0, on: text.base) }, 3)
        case .id: parsed.id = parsed.id ?? text.line
        case .author, .creator: author.offer(text.writer?.name, text.writer?.rank ?? 0)
        case .published: published.offerAnew(text.line.flatMap(feedTimestamp), text.dateRank)
        case .updated: updated.offerAnew(text.line.flatMap(feedTimestamp), text.dateRank)
        case .language: parsed.language = parsed.language ?? text.line
        default: noteVisits(text)
        }
    }

    mutating func note(_ entry: EntryDraft) {
        if parsed.entries.count < ParsedFeed.mostEntries {
            parsed.entries.append(entry.finished())
        } else {
            parsed.leftOut += 1
        }
        unreadDate = unreadDate ?? entry.unreadDate
    }

    private mutating func noteVisits(_ text: TextConstruct) {
        switch text.element {
        case .minutesToLive: minutesToLive = text.line.flatMap { Int($0) } ?? minutesToLive
        case .updatePeriod: updatePeriod = text.line.flatMap { periods[$0.lowercased()] } ?? updatePeriod
        case .updateFrequency: updateFrequency = text.line.flatMap { Int($0) } ?? updateFrequency
        case .newAddress: parsed.newAddress = text.line.flatMap { resolvedAddress($0, on: text.base) }
        default: break
        }
    }

    func finished() -> ParsedFeed {
        var feed = parsed
        feed.title = title.value
        feed.subtitle = subtitle.value
        feed.link = link.value
        feed.author = author.value
        feed.published = published.value
        feed.updated = updated.value
        feed.language = (feed.language ?? xmlLanguage).map { $0.replacing("_", with: "-") }
        if let minutesToLive, minutesToLive > 0 {
            feed.refreshMinutes = minutesToLive
        } else if updatePeriod != nil || updateFrequency != nil {
            feed.refreshMinutes = max(1, (updatePeriod ?? 1_440) / max(1, updateFrequency ?? 1))
        }
        if feed.leftOut > 0 { feed.faults.append("It has too many entries: \(feed.leftOut) are left out.") }
        if let unreadDate { feed.faults.append("A date cannot be read: “\(unreadDate.prefix(60))”.") }
        // Atom says that a feed's author is that of entries without one.
        if isAtom { feed.inheritAuthor() }
        feed.resolveAgainstOwnLink()
        return feed
    }
}

/// In minutes.
private let periods = ["hourly": 60, "daily": 1_440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600]

extension ParsedFeed {
    mutating func inheritAuthor() {
        for index in entries.indices where entries[index].author == nil { entries[index].author = author }
    }

    /// Addresses that nothing made absolute are taken to be relative to the site that the feed is of.
    mutating func resolveAgainstOwnLink() {
        guard let link, let scheme = AddressReference.scheme(of: link), scheme.hasPrefix("http") else { return }
        for index in entries.indices { entries[index].resolve(on: link) }
    }
}

extension ParsedEntry {
    fileprivate mutating func resolve(on base: String) {
        func isRelative(_ address: String) -> Bool { AddressReference.scheme(of: address) == nil }
        if let own = link, isRelative(own) { link = resolvedAddress(own, on: base) }
        for index in links.indices where isRelative(links[index]) {
            links[index] = resolvedAddress(links[index], on: base) ?? links[index]
        }
        for index in enclosures.indices where isRelative(enclosures[index].url) {
            enclosures[index].url = resolvedAddress(enclosures[index].url, on: base) ?? enclosures[index].url
        }
        if let text = summary, text.base == nil { summary = MarkedText(text.text, text.kind, base: base) }
        if let text = content, text.base == nil { content = MarkedText(text.text, text.kind, base: base) }
    }
}

/// A value that several elements may give: one of higher rank goes before, of equal rank the first.
struct Ranked<Value> {
    private(set) var value: Value?
    private(set) var rank = Int.min

    mutating func offer(_ other: Value?, _ otherRank: Int) {
        guard let other, otherRank > rank else { return }
        value = other
        rank = otherRank
    }

    /// The same, but of equal rank the last: links and dates that are there twice are put right by the later ones.
    mutating func offerAnew(_ other: Value?, _ otherRank: Int) {
        if otherRank == rank, other != nil { value = other } else { offer(other, otherRank) }
    }
}
