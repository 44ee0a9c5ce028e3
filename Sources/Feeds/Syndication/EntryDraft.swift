import News

/// An entry while its elements come.
struct EntryDraft {
    var parsed = ParsedEntry()
    private var title = Ranked<String>()
    private var link = Ranked<String>()
    private var authors: [(name: String, rank: Int)] = []
    private var published = Ranked<Timestamp>()
    private var updated = Ranked<Timestamp>()
    private var summary = Ranked<MarkedText>()
    private var description = Ranked<MarkedText>()
    private var content = Ranked<MarkedText>()
    /// A date that is none, as written.
    private(set) var unreadDate: String?
    private var media: [ParsedEntry.Enclosure] = []

    /// Of links, tags and the like: more is no entry's, and each is compared with all before it.
    private static let most = 200

    /// - Parameter attributes: RSS 1.0 names an entry in one of RDF's, CDF gives address and date so.
    init(_ attributes: [XMLAttribute], base: String?) {
        link.offer(attributes["href"].flatMap { resolvedAddress($0, on: base) }, 2)
        updated.offer(attributes["lastmod"].flatMap(feedTimestamp), 2)
        if let about = attributes["about"].flatMap(nonBlank) {
            parsed.id = about
            if AddressReference.scheme(of: about)?.hasPrefix("http") ?? false { link.offer(about, 0) }
        }
    }

    mutating func note(_ found: LinkAttributes) {
        switch found.relation {
        case .story: link.offerAnew(found.address, found.isPage ? 4 : 2)
        case .own: link.offer(found.address, 0)
        case .enclosure:
            note(ParsedEntry.Enclosure(url: found.address, type: found.type, length: found.length))
        case .other: break
        }
        note(address: found.address)
    }

    mutating func note(_ text: TextConstruct) {
        switch text.element {
        case .title: title.offer(text.marked?.line, 2)
        case .moduleTitle: title.offer(text.marked?.line, 1)
        case .content: content.offer(text.marked, text.vocabulary == .xhtml ? 1 : 2)
        case .summary: summary.offer(text.marked, 3)
        case .description: description.offer(text.marked, 2)
        case .moduleDescription: summary.offer(text.marked, 1)
        case .link:
            guard let address = text.line.flatMap({ resolvedAddress($0, on: text.base) }) else { return }
            link.offer(address, 3)
            note(address: address)
        case .id: noteID(text)
        case .author, .creator:
            guard let writer = text.writer, authors.count < Self.most,
                !authors.contains(where: { $0.name == writer.name })
            else { return }
            authors.append(writer)
        case .published: published.offerAnew(moment(text), text.dateRank)
        case .updated: updated.offerAnew(moment(text), text.dateRank)
        case .category: if let tag = text.marked?.line { note(tag: tag) }
        case .keywords: for tag in (text.line ?? "").split(separator: ",") { note(tag: String(tag)) }
        case .language: parsed.language = text.line ?? parsed.language
        default: break
        }
    }

    private mutating func moment(_ text: TextConstruct) -> Timestamp? {
        guard let line = text.line else { return nil }
        let moment = feedTimestamp(from: line)
        if moment == nil { unreadDate = line }
        return moment
    }

    private mutating func noteID(_ text: TextConstruct) {
        guard let id = text.line else { return }
        parsed.id = id
        // RSS says that an id is the story's address unless it says otherwise.
        guard text.name == "guid", text.isPermanentLink, let address = resolvedAddress(id, on: text.base),
            AddressReference.scheme(of: address)?.hasPrefix("http") ?? false
        else { return }
        link.offer(address, 1)
    }

    mutating func note(tag: String) {
        guard parsed.tags.count < Self.most, let tag = nonBlank(tag), !parsed.tags.contains(tag) else { return }
        parsed.tags.append(tag)
    }

    mutating func note(_ enclosure: ParsedEntry.Enclosure) {
        guard parsed.enclosures.count < Self.most, !parsed.enclosures.contains(where: { $0.url == enclosure.url })
        else {
            return
        }
        parsed.enclosures.append(enclosure)
    }

    /// Media stand behind enclosures, which are often the same files.
    mutating func note(media enclosure: ParsedEntry.Enclosure) {
        if media.count < Self.most { media.append(enclosure) }
    }

    private mutating func note(address: String) {
        if parsed.links.count < Self.most, !parsed.links.contains(address) { parsed.links.append(address) }
    }

    func finished() -> ParsedEntry {
        var draft = self
        for enclosure in media { draft.note(enclosure) }
        var entry = draft.parsed
        entry.title = title.value
        entry.link = link.value
        if let link = link.value, !entry.links.contains(link) { entry.links.insert(link, at: 0) }
        let rank = authors.map(\.rank).max()
        let names = authors.filter { $0.rank == rank }.map(\.name)
        entry.author = names.isEmpty ? nil : names.joined(separator: ", ")
        entry.published = published.value
        entry.updated = updated.value
        entry.summary = summary.value ?? description.value
        // Beside a summary, a description is the whole text.
        entry.content = content.value ?? (summary.rank == 3 ? description.value : nil)
        return entry
    }
}

/// An Atom link.
struct LinkAttributes {
    enum Relation { case story, own, enclosure, other }

    let address: String
    let relation: Relation
    let type: String?
    let length: Int?

    /// Nil when there is no address in it.
    init?(_ attributes: [XMLAttribute], base: String?) {
        guard let href = attributes["href"], let address = resolvedAddress(href, on: base) else { return nil }
        self.address = address
        type = attributes["type"].flatMap(nonBlank)
        length = attributes["length"].flatMap(byteCount)
        switch attributes["rel"]?.lowercased() {
        case nil, "", "alternate", "http://www.iana.org/assignments/relation/alternate": relation = .story
        case "self": relation = .own
        case "enclosure": relation = .enclosure
        default: relation = .other
        }
    }

    /// Whether a browser shows it.
    var isPage: Bool { type.map { $0.contains("html") || $0.hasPrefix("text/plain") } ?? true }
}

extension TextConstruct {
    /// Names go before addresses of mail, and those of the entry's own author before a module's.
    var writer: (name: String, rank: Int)? {
        if let name = person.name { return (name, 3) }
        let words = marked?.line
        if element == .author, words == nil {
            return (person.email ?? person.address).map { ($0, 1) }
        }
        guard let words else { return nil }
        let name = nameBesideMail(words)
        return (name, element == .creator ? 2 : name.contains("@") ? 1 : 3)
    }

    /// What says "published" or "updated" goes before what says "created".
    var dateRank: Int { vocabulary != .core ? 1 : name == "created" ? 0 : 2 }
}

/// "joe@example.org (Joe Roe)" and "Joe Roe <joe@example.org>" name Joe Roe.
private func nameBesideMail(_ words: String) -> String {
    guard words.contains("@") else { return words }
    if let open = words.firstIndex(of: "("), let close = words.lastIndex(of: ")"), open < close,
        let name = nonBlank(String(words[words.index(after: open)..<close]))
    {
        return words[..<open].contains("@") ? name : words
    }
    if let open = words.firstIndex(of: "<"), let name = nonBlank(String(words[..<open])) { return name }
    return words
}
