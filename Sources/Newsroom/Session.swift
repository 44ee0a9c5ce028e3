import Feeds
import News
import Extraction
import Storage

/// Which stories of the index are open in this run, and what the user did with them.
struct Session {
    /// The number of the feed of stories that only bookmarks keep.
    var keptFeed = 0
    /// Whether the user named its files and folders, and wants to see nothing else.
    var isOfNamedPaths = false
    private(set) var members = NumberSet()
    /// By their numbers in the index.
    private(set) var feeds: [Int: Feed] = [:]
    /// Files that a walk found in this run, and where they stand among the others.
    private(set) var files: [Int: (file: FoundFile, place: Int)] = [:]
    private(set) var bookmarks: [Bookmark] = []
    /// Which state of the file `bookmarks` is; nil before it was read, or when there is none.
    var bookmarkVersion: FileVersion?
    /// Which states of the list of feeds and of the index the session has.
    var listVersion: FileVersion?
    var indexVersion = 0
    private var bookmarkedIDs: Set<String> = []

    mutating func setBookmarks(_ bookmarks: [Bookmark]) {
        self.bookmarks = bookmarks
        bookmarkedIDs = Set(bookmarks.map(\.id))
    }

    mutating func name(_ feed: Feed, _ number: Int) { feeds[number] = feed }

    mutating func insert(_ number: Int) { members.insert(number) }

    mutating func insert(_ numbers: NumberSet) { members.formUnion(numbers) }

    mutating func insert(_ number: Int, _ file: FoundFile, place: Int) {
        members.insert(number)
        files[number] = (file, place)
    }

    mutating func remove(_ numbers: some Sequence<Int>) {
        members.subtract(NumberSet(numbers))
        for number in numbers { files[number] = nil }
    }

    /// As a list shows it; nil for a story of another session.
    func headline(_ row: StoryRow) -> Headline? {
        guard members.contains(row.number), let feed = feeds[row.feed] else { return nil }
        return Headline(row, in: feed, isBookmarked: bookmarkedIDs.contains(row.name))
    }
}

extension Headline {
    init(_ row: StoryRow, in feed: Feed, isBookmarked: Bool) {
        let countries = CountryLists(row.countries)
        self.init(
            id: row.name, feed: feed, title: row.title, source: row.source, published: row.published,
            wordCount: row.words, countries: countries.about, mentioned: countries.mentioned, isRead: row.isRead,
            isBookmarked: isBookmarked, indexKey: UInt32(truncatingIfNeeded: row.number))
    }
}

let countriesByCode = Dictionary(knownCountries.map { ($0.code, $0) }) { first, _ in first }
