import Glibc
import PtyKit

/// What everything is measured with: the built program, stories made for it, and how often to repeat.
struct Bench {
    /// The program under measurement.
    let program: String
    let repeats: Repeats
    let scratch: ScratchFolder
    /// The folder of the sample stories, and how many they are.
    let samples: String
    let sampleCount: Int
    let maker: StoryMaker
    /// The feeds of the library; nil where they are to be made.
    let given: GivenFeeds?
    static let columns = 120
    static let rows = 40

    struct Repeats {
        let screens: Int
        let folders: Int
        let keys: Int
        let streams: Int
        /// Of the library: how large it is, how often it is fetched from nothing, opened, and something found in it.
        var libraryStories: Int
        let ingests: Int
        let starts: Int
        let finds: Int

        static let thorough = Repeats(
            screens: 21, folders: 9, keys: 300, streams: 7, libraryStories: 100_000, ingests: 3, starts: 9, finds: 9)
        static let quick = Repeats(
            screens: 7, folders: 3, keys: 60, streams: 3, libraryStories: 10_000, ingests: 1, starts: 5, finds: 5)
    }

    init(_ options: Options) throws {
        let program = options.program
        guard access(program, X_OK) == 0 else {
            throw Obstacle("There is no program “\(program)”; build it first: swift build -c release")
        }
        self.program = program
        var repeats = options.isQuick ? Repeats.quick : .thorough
        if let count = options.libraryStories { repeats.libraryStories = count }
        self.repeats = repeats
        samples = options.samples
        given = options.feeds
        scratch = try ScratchFolder()
        let stories = try Sample.all(in: samples)
        maker = StoryMaker(stories)
        sampleCount = stories.count
    }

    /// A folder of so many stories: the samples themselves, or stories made of them.
    func folder(ofStories count: Int) throws -> String {
        if count == sampleCount { return samples }
        let folder = scratch.path("\(count)")
        if access(folder, F_OK) != 0 { try maker.write(count, into: folder) }
        return folder
    }

    /// The reader on a terminal of its own, as it is just started, with no bookmarks and nothing read yet.
    func reader(of folder: String) throws -> PtyProgram {
        let data = scratch.path("data-\(UInt64.random(in: 0...UInt64.max))")
        return try PtyProgram(program, ["--data", data, folder], columns: Self.columns, rows: Self.rows)
    }

    /// The pager on a terminal of the same size; nil where it is not installed.
    func pager(of file: String) throws -> PtyProgram? {
        let path = "/usr/bin/less"
        guard access(path, X_OK) == 0 else { return nil }
        return try PtyProgram(path, [file], columns: Self.columns, rows: Self.rows)
    }

    /// A text of so many stories for the pager.
    func page(ofStories count: Int) throws -> String {
        let path = scratch.path("page-\(count).txt")
        let file = try WrittenFile(path)
        for number in 0..<count { try file.append(Array(maker.story(number).text.utf8)) }
        return path
    }
}
