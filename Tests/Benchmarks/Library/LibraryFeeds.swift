import Feeds

/// Web feeds as files in a folder, and what is known of all their stories together.
struct LibraryFeeds {
    struct Feed {
        /// The file's name.
        let file: String
        let title: String
        let storyCount: Int
    }

    /// Words to search for, and how many stories have them; nil where the index has to say.
    struct Mark {
        let words: String
        let count: Int?
    }

    let folder: String
    let feeds: [Feed]
    let rare: Mark
    let common: Mark
    /// `speaker:` and a name.
    let speaker: Mark

    var storyCount: Int { feeds.reduce(0) { $0 + $1.storyCount } }

    var byteCount: Int {
        get throws { try bytes(ofFiles: folder) }
    }
}

/// Feeds that somebody else made, for a library of them.
struct GivenFeeds {
    let folder: String
    let rare: String
    let common: String
    let speaker: String

    /// - Parameter words: a rare word, a common one, and a part of a speaker's name, with commas between them.
    init(in folder: String, words: String) throws {
        let parts = words.split(separator: ",").map(String.init)
        guard parts.count == 3 else { throw Obstacle("--words needs three: a rare one, a common one, a speaker's.") }
        self.folder = folder
        (rare, common, speaker) = (parts[0], parts[1], parts[2])
    }
}

extension LibraryFeeds {
    /// - Throws: when a file is no feed.
    init(_ given: GivenFeeds) throws {
        let feeds = try names(in: given.folder).sorted().map { file in
            let feed = try parsedFeed(try contents(of: "\(given.folder)/\(file)"))
            return Feed(file: file, title: feed.title ?? file, storyCount: feed.entries.count)
        }
        guard feeds.count > 1 else { throw Obstacle("\(given.folder) needs two feeds at least.") }
        self.init(
            folder: given.folder, feeds: feeds, rare: Mark(words: given.rare, count: nil),
            common: Mark(words: given.common, count: nil), speaker: Mark(words: "speaker:\(given.speaker)", count: nil))
    }
}
