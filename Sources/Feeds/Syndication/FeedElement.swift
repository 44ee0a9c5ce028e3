/// What the elements of feeds mean, whichever format and module they come from.
enum FeedElement: Hashable {
    // Around entries.
    case root, channel, entry
    // Words about a feed or an entry.
    case title, moduleTitle, subtitle, description, moduleDescription, content, summary, link, id, author, creator
    case published, updated, category, keywords, enclosure, language
    // Within an author.
    case name, email, address
    // About visits.
    case minutesToLive, updatePeriod, updateFrequency, newAddress
    // Media.
    case mediaContent, mediaGroup
    /// Content is about something else: a picture, a form, the feed that an entry was taken from.
    case aside
    /// Not known: its content is not looked at, but for entries.
    case other

    /// - Parameter name: in small letters, without prefix.
    init(_ name: String, in vocabulary: FeedVocabulary) {
        self = vocabulary.elements[name] ?? .other
    }

    /// Whether what stands in it says something about the feed or entry around it.
    var isTransparent: Bool {
        switch self {
        case .root, .channel, .entry, .mediaContent, .mediaGroup: true
        default: false
        }
    }

    /// Whether its content may be marked up with elements of its own.
    var mayHoldMarkup: Bool {
        switch self {
        case .title, .subtitle, .description, .content, .summary, .moduleDescription: true
        default: false
        }
    }
}

/// The set of names that an element's namespace stands for.
enum FeedVocabulary: Hashable {
    /// RSS of all versions, Atom of both, CDF: hardly a name means two things in them.
    case core
    case dublinCore, contentModule, itunes, media, syndication, xhtml, feedburner
    case other

    /// - Parameters:
    ///   - namespace: nil when the prefix is bound to none.
    ///   - prefix: as written; what well-known ones mean is known without their namespace as well.
    init(namespace: String?, prefix: String?) {
        if let namespace {
            self = Self.byNamespace(namespace.lowercased()) ?? (prefix == nil ? .core : .other)
        } else if let prefix {
            self = Self.prefixes[prefix.lowercased()] ?? .other
        } else {
            self = .core
        }
    }

    private static func byNamespace(_ namespace: String) -> FeedVocabulary? {
        var name = namespace[...]
        for scheme in ["https://", "http://"] where name.hasPrefix(scheme) { name = name.dropFirst(scheme.utf8.count) }
        while name.hasSuffix("/") || name.hasSuffix("#") { name.removeLast() }
        if let known = namespaces[String(name)] { return known }
        return families.first { name.hasPrefix($0.start) }?.vocabulary
    }

    /// Without scheme and final slash, in small letters.
    private static let namespaces: [String: FeedVocabulary] = [
        "": .core, "www.w3.org/2005/atom": .core, "purl.org/atom/ns": .core, "purl.org/rss/1.0": .core,
        "backend.userland.com/rss2": .core, "backend.userland.com/rss": .core, "my.netscape.com/rdf/simple/0.9": .core,
        "my.netscape.com/publish/formats/rss-0.91.dtd": .core, "my.netscape.com/publish/formats/rss-0.9.dtd": .core,
        "www.w3.org/1999/02/22-rdf-syntax-ns": .core, "purl.org/net/rss1.1": .core,
        "purl.org/dc/elements/1.1": .dublinCore, "purl.org/dc/elements/1.0": .dublinCore,
        "purl.org/dc/terms": .dublinCore,
        "purl.org/rss/1.0/modules/content": .contentModule, "search.yahoo.com/mrss": .media,
        "video.search.yahoo.com/mrss": .media,
        "purl.org/rss/1.0/modules/syndication": .syndication, "www.w3.org/1999/xhtml": .xhtml,
        "www.itunes.com/dtds/podcast-1.0.dtd": .itunes, "www.itunes.com/dtds/podcast": .itunes,
        "example.com/dtds/podcast-1.0.dtd": .itunes, "rssnamespace.org/feedburner/ext/1.0": .feedburner,
    ]

    private static let families: [(start: String, vocabulary: FeedVocabulary)] = [
        ("backend.userland.com/", .core), ("blogs.law.harvard.edu/tech/rss", .core),
        ("cyber.law.harvard.edu/rss", .core),
        ("purl.org/atom/", .core), ("purl.org/rss/1.0/modules/rss091", .core),
        ("channel.netscape.com/rdf/simple", .core),
        ("my.netscape.com/rdf/simple", .core), ("purl.org/dc/elements", .dublinCore),
    ]

    private static let prefixes: [String: FeedVocabulary] = [
        "rss": .core, "atom": .core, "a10": .core, "rdf": .core, "dc": .dublinCore, "dcterms": .dublinCore,
        "content": .contentModule, "itunes": .itunes, "media": .media, "sy": .syndication, "xhtml": .xhtml,
        "feedburner": .feedburner,
    ]

    /// By name in small letters.
    fileprivate var elements: [String: FeedElement] {
        switch self {
        case .core: Self.coreElements
        case .dublinCore: Self.dublinCoreElements
        case .contentModule: ["encoded": .content]
        case .itunes: Self.itunesElements
        case .media: Self.mediaElements
        case .syndication: ["updateperiod": .updatePeriod, "updatefrequency": .updateFrequency]
        case .xhtml: ["body": .content, "div": .content]
        case .feedburner: ["origlink": .other]
        case .other: [:]
        }
    }

    private static let coreElements: [String: FeedElement] = [
        "rss": .root, "rdf": .root, "feed": .channel, "channel": .channel, "item": .entry, "entry": .entry,
        "items": .root,
        "title": .title, "subtitle": .subtitle, "tagline": .subtitle, "description": .description, "info": .other,
        "summary": .summary, "abstract": .description, "content": .content, "body": .content, "fullitem": .content,
        "link": .link, "guid": .id, "id": .id,
        "author": .author, "managingeditor": .author, "contributor": .aside, "name": .name, "email": .email,
        "uri": .address, "url": .address, "homepage": .address,
        "pubdate": .published, "published": .published, "issued": .published, "created": .published,
        "lastbuilddate": .updated, "updated": .updated, "modified": .updated,
        "category": .category, "keywords": .keywords, "enclosure": .enclosure, "language": .language,
        "ttl": .minutesToLive,
        "image": .aside, "textinput": .aside, "source": .aside, "cloud": .aside, "skiphours": .aside,
        "skipdays": .aside,
    ]

    private static let dublinCoreElements: [String: FeedElement] = [
        "title": .moduleTitle, "description": .moduleDescription, "creator": .creator, "author": .creator,
        "publisher": .other, "date": .published, "issued": .published, "created": .published, "modified": .updated,
        "subject": .category, "language": .language, "identifier": .other, "contributor": .aside,
    ]

    private static let itunesElements: [String: FeedElement] = [
        "title": .moduleTitle, "subtitle": .moduleDescription, "summary": .moduleDescription, "author": .creator,
        "keywords": .keywords, "category": .category, "new-feed-url": .newAddress, "owner": .aside, "image": .aside,
    ]

    private static let mediaElements: [String: FeedElement] = [
        "title": .moduleTitle, "description": .moduleDescription, "content": .mediaContent, "group": .mediaGroup,
        "keywords": .keywords, "category": .category, "credit": .other, "thumbnail": .aside,
    ]
}
