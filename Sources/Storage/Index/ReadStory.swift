package import News

/// What extraction found in a story, to be kept in the index.
package struct ReadStory: Sendable {
    /// Which story it is.
    package enum Place: Sendable {
        /// One that the index has, by its number, as it was at this version.
        case indexed(Int, version: Int)
        /// A file of a feed; it is entered when it is new.
        case file(FileStory, feed: Int)
    }

    package let place: Place
    package let reading: Reading
    /// Words in the body.
    package let wordCount: Int
    /// A code of ISO 639; nil when the words tell none.
    package let language: String?
    package let words: SearchableWords

    package init(
        _ place: Place, _ reading: Reading, wordCount: Int, language: String? = nil, words: SearchableWords
    ) {
        self.language = language
        self.place = place
        self.reading = reading
        self.wordCount = wordCount
        self.words = words
    }
}

/// A story file, as it was when it was read.
package struct FileStory: Hashable, Sendable {
    /// Its path.
    package let path: String
    /// Of its size and time.
    package let fingerprint: Int64

    package init(path: String, size: Int, modified: Int) {
        self.path = path
        var hash = StableHash()
        withUnsafeBytes(of: (Int64(size), Int64(modified))) { hash.add($0) }
        fingerprint = hash.value
    }

    /// - Parameter path: any name that is its own.
    package init(path: String, text: String) {
        self.path = path
        var hash = StableHash()
        hash.add(text.utf8)
        fingerprint = hash.value
    }
}

/// The words of a story to be found by, without case and accents, a blank between them.
package struct SearchableWords: Sendable {
    package let title: String
    /// Of all that is named, speakers among them.
    package let names: String
    package let quotes: String
    package let body: String

    package init(title: String, names: String, quotes: String, body: String) {
        self.title = title
        self.names = names
        self.quotes = quotes
        self.body = body
    }
}

/// A name as the index tells it from others: folded, so that "Łódź" and "Lodz" are one, and a person apart from a place.
package struct IndexedName: Hashable, Sendable {
    package let folded: String

    /// - Parameter folded: without case and accents.
    package init(folded: String, _ kind: Entity.Kind) {
        self.folded = (kind == .person ? "p" : "x") + folded
    }
}
