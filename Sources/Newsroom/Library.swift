import Extraction
import News
import Storage

/// The stories of a session, and what the user did with them.
struct Library {
    struct Story: Sendable {
        let headline: Headline
        /// Nil for a bookmark whose story was not kept.
        let reading: Reading?
        let search: SearchText
        /// Everyone and everything named in it, each once.
        let names: Set<NameKey>
        /// Where it stands among the others; those without a file come last.
        let place: Int
    }

    private(set) var stories: [String: Story] = [:]
    private(set) var bookmarks: [Bookmark] = []
    /// Which state of the file `bookmarks` is; nil before it was read, or when there is none.
    var bookmarkVersion: FileVersion?
    private var bookmarkedIDs: Set<String> = []
    private var readIDs: Set<String> = []
    /// The ids of the stories that have a name.
    private var naming: [NameKey: [String]] = [:]
    private var isOrdered = true
    private var ordered: [Story] = []

    /// By place.
    var order: [Story] {
        mutating get {
            if !isOrdered {
                ordered = stories.values.sorted { $0.place < $1.place }
                isOrdered = true
            }
            return ordered
        }
    }

    var headlines: [Headline] { mutating get { order.map { current($0.headline) } } }

    /// - Returns: their headlines, as the user's marks have them.
    mutating func insert(_ new: [Story]) -> [Headline] {
        for story in new { insert(story) }
        isOrdered = false
        return new.map { current($0.headline) }
    }

    mutating func setBookmarks(_ bookmarks: [Bookmark]) {
        self.bookmarks = bookmarks
        bookmarkedIDs = Set(bookmarks.map(\.id))
    }

    mutating func setRead(_ isRead: Bool, _ ids: some Sequence<String>) {
        if isRead { readIDs.formUnion(ids) } else { readIDs.subtract(ids) }
    }

    /// Bookmarked stories that no file was found for, each once.
    var missing: [Bookmark] {
        var seen: Set<String> = []
        return bookmarks.filter { stories[$0.id] == nil && seen.insert($0.id).inserted }
    }

    /// Newest first.
    func stories(naming key: NameKey, without id: String) -> [String] {
        let found = naming[key, default: []].filter { $0 != id }.compactMap { stories[$0] }
        return found.sorted { $0.isNewer(than: $1) }.map(\.headline.id)
    }

    private mutating func insert(_ story: Story) {
        let id = story.headline.id
        for name in stories[id]?.names ?? [] { naming[name]?.removeAll { $0 == id } }
        for name in story.names { naming[name, default: []].append(id) }
        stories[id] = story
    }

    private func current(_ headline: Headline) -> Headline {
        var headline = headline
        headline.isBookmarked = bookmarkedIDs.contains(headline.id)
        headline.isRead = readIDs.contains(headline.id)
        return headline
    }
}

extension Library.Story {
    /// Undated ones are older than all others; of one moment goes by place.
    func isNewer(than other: Self) -> Bool {
        let (moment, otherMoment) = (headline.published?.seconds ?? .min, other.headline.published?.seconds ?? .min)
        return moment != otherMoment ? moment > otherMoment : place < other.place
    }

    init(_ reading: Reading, in feed: Feed, place: Int) {
        self.init(
            headline: Headline(reading, in: feed), reading: reading, search: SearchText(reading),
            names: Set(reading.entities.map { NameKey($0.name, $0.kind) }), place: place)
    }

    /// A bookmark of which only its line is left.
    init(_ bookmark: Bookmark, in feed: Feed, place: Int) {
        let headline = Headline(
            id: bookmark.id, feed: feed, title: bookmark.title, source: bookmark.source, published: nil, wordCount: 0,
            countries: bookmark.countries.map { countriesByCode[$0] ?? Country(code: $0, name: $0) })
        self.init(
            headline: headline, reading: nil, search: SearchText(title: bookmark.title, names: [], text: ""),
            names: [], place: place)
    }
}

extension Headline {
    init(_ reading: Reading, in feed: Feed) {
        let article = reading.article
        self.init(
            id: article.id, feed: feed, title: article.title, source: article.source, published: article.published,
            wordCount: article.wordCount, countries: reading.countries.filter(\.isAbout).map(\.country),
            mentioned: reading.countries.filter { !$0.isAbout }.map(\.country))
    }
}

extension Article {
    /// Words of the body, told apart by blanks.
    fileprivate var wordCount: Int {
        let bytes = text.utf8Span.span
        var count = 0
        for paragraph in paragraphs where paragraph.part.isBody {
            var isInWord = false
            for index in paragraph.span.start..<paragraph.span.end {
                let isBlank = bytes[index] <= 0x20
                if !isBlank && !isInWord { count += 1 }
                isInWord = !isBlank
            }
        }
        return count
    }
}

private let countriesByCode = Dictionary(knownCountries.map { ($0.code, $0) }) { first, _ in first }
