import News

/// What a page's head says of its story.
struct PageFacts {
    /// The title element: the headline, and often the site's name.
    var title: String?
    private(set) var socialTitle: String?
    private(set) var site: String?
    private var author: String?
    private var published: Timestamp?
    private var firstTime: Timestamp?
    private var link: String?
    /// What the page tells search engines.
    var linked = LinkedData()
    private var base: String?

    private var writtenLanguage: String?
    /// Where the page was found; nil when that is not known.
    let foundAt: WebAddress?

    init(foundAt: WebAddress? = nil) { self.foundAt = foundAt }

    /// What relative addresses on the page are relative to; nil when neither it nor anybody else says.
    var address: WebAddress? {
        let own = foundAt ?? link.flatMap { WebAddress($0) }
        return base.flatMap { WebAddress($0, on: own) } ?? own
    }

    /// "pt-BR", "de"; nil when the page does not say.
    var language: String? {
        let written = (writtenLanguage ?? linked.language)?.replacing("_", with: "-")
        guard let written, 2...12 ~= written.utf8.count, written.utf8.first.map(\.isLetter) ?? false else { return nil }
        return written
    }

    mutating func note(_ element: PageElement, _ source: [UInt8], _ attributes: Range<Int>) {
        switch element {
        case .html: writtenLanguage = source.attribute("lang", in: attributes).flatMap(nonBlank) ?? writtenLanguage
        case .meta: noteMeta(source, attributes)
        case .base: base = base ?? source.attribute("href", in: attributes)
        case .link:
            if link == nil, source.attribute("rel", in: attributes)?.lowercased() == "canonical" {
                link = source.attribute("href", in: attributes).flatMap(nonBlank)
            }
        case .time:
            if firstTime == nil { firstTime = source.attribute("datetime", in: attributes).flatMap(timestamp) }
        default: break
        }
    }

    private mutating func noteMeta(_ source: [UInt8], _ attributes: Range<Int>) {
        let name =
            source.attribute("property", in: attributes) ?? source.attribute("name", in: attributes)
            ?? source.attribute("itemprop", in: attributes)
        guard let name, let fact = metaFacts[name.lowercased()],
            let content = source.attribute("content", in: attributes).flatMap(nonBlank)
        else { return }
        switch fact {
        case .title: socialTitle = socialTitle ?? content
        case .site: site = site ?? content
        case .author: if author == nil, !content.contains("://") { author = content }
        case .published: published = published ?? timestamp(from: content)
        case .link: link = link ?? content
        case .language: writtenLanguage = writtenLanguage ?? content
        }
    }

    var told: Told {
        Told(
            title: socialTitle ?? linked.headline ?? title.map(withoutSite), source: site ?? linked.publisher,
            byline: author.map(withoutBy) ?? linkedAuthors, published: published ?? linked.published ?? firstTime,
            link: link.map { WebAddress($0, on: foundAt)?.text ?? $0 } ?? foundAt?.text)
    }

    private var linkedAuthors: String? {
        // Some name the publisher as the author.
        let writers = linked.authors.map(withoutBy).filter { $0 != site && $0 != linked.publisher }
        return writers.isEmpty ? nil : writers.joined(separator: ", ")
    }

    /// "Floods close the bridge | Harbour News" is "Floods close the bridge".
    private func withoutSite(_ title: String) -> String {
        for joint in titleJoints {
            let parts = title.split(separator: joint)
            guard parts.count > 1, let last = parts.last else { continue }
            let kept = parts.dropLast().joined(separator: joint)
            let isSite = site.map { last.lowercased() == $0.lowercased() } ?? false
            if isSite || last.split(separator: " ").count <= 4 && kept.split(separator: " ").count >= 3 { return kept }
        }
        return title
    }

    private func withoutBy(_ author: String) -> String {
        author.lowercased().hasPrefix("by ") ? String(author.dropFirst(3)) : author
    }
}

/// What stands between a headline and the site's name in a page's title.
let titleJoints = [" | ", " - ", " \u{2013} ", " \u{2014} ", " :: ", " \u{B7} ", " \u{BB} ", " \u{2022} "]

private enum MetaFact { case title, site, author, published, link, language }

/// The names under which pages give facts of their story.
private let metaFacts: [String: MetaFact] = [
    "og:title": .title, "twitter:title": .title, "headline": .title, "dc.title": .title, "parsely-title": .title,
    "og:site_name": .site, "application-name": .site, "dc.publisher": .site,
    "author": .author, "article:author": .author, "parsely-author": .author, "byl": .author, "dc.creator": .author,
    "sailthru.author": .author,
    "article:published_time": .published, "datepublished": .published, "date": .published, "pubdate": .published,
    "publishdate": .published, "dc.date": .published, "dc.date.issued": .published, "parsely-pub-date": .published,
    "sailthru.date": .published, "og:article:published_time": .published, "article.published": .published,
    "og:locale": .language, "content-language": .language, "dc.language": .language,
    "og:url": .link, "twitter:url": .link,
]
