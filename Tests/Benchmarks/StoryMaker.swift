import JSONText

/// Makes as many stories as one wants of a few: copies of the samples with other names, places, numbers and dates, and
/// with sentences in another order. A number and a seed make the same story every time.
struct StoryMaker {
    /// A story that was made, as its file is to be.
    struct Story {
        let feed: String
        let fileName: String
        let text: String
        let isPage: Bool
    }

    private let samples: [Sample]
    private let pool: NamePool
    private let seed: UInt64

    /// - Parameter samples: at least one.
    init(_ samples: [Sample], seed: UInt64 = 1) {
        precondition(!samples.isEmpty, "stories are made of samples")
        self.samples = samples
        pool = NamePool(samples)
        self.seed = seed
    }

    /// The story of a number, from 0: the samples by turns.
    func story(_ number: Int) -> Story {
        let sample = samples[number % samples.count]
        var variation = Variation(of: sample, pool: pool, chance: SeededChance(seed: seed, number: number))
        return Story(
            feed: sample.feed, fileName: "\(sample.name)-\(number).\(sample.ending)",
            text: variation.applied(to: sample.text), isPage: sample.ending == "html")
    }

    /// Writes so many stories into sub-folders of a folder, one a feed.
    func write(_ count: Int, into folder: String) throws {
        try makeFolder(folder)
        for feed in Set(samples.map(\.feed)) { try makeFolder("\(folder)/\(feed)") }
        for number in 0..<count {
            let story = story(number)
            let file = try WrittenFile("\(folder)/\(story.feed)/\(story.fileName)")
            try file.append(Array(story.text.utf8))
        }
    }

    /// Writes stories as `dateline extract` takes them, one a line, until the file has that many bytes.
    func writeLines(bytes: Int, to path: String) throws {
        let file = try WrittenFile(path)
        var json = JSONWriter()
        var number = 0
        while file.count < bytes {
            let story = story(number)
            json.object { json in
                json.field("id", "\(story.feed)/\(story.fileName)")
                json.field(story.isPage ? "html" : "text", story.text)
            }
            json.newLine()
            try file.append(json.bytes)
            json.clear()
            number += 1
        }
    }
}
