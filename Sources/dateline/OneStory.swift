import News
import Newsroom

/// The one story that `dateline extract --explain` is about.
struct OneStory {
    let explained: ExplainedStory

    /// - Throws: `Misuse` when more than one story was given, `Problem` when it cannot be read.
    init(_ files: [String]) throws {
        guard files.count < 2 else { throw Self.severalStories("\(files.count) were named") }
        let path = files.first ?? "-"
        if let stream = try StoryStream(path) {
            explained = try Self.only(in: stream)
            return
        }
        try Newsroom.check([path])
        let stories = try FoundStories(at: [path])
        if stories.count == 0 {
            throw stories.problems.first ?? Problem("There is no story in \(path).")
        }
        guard stories.count == 1 else { throw Self.severalStories("there are \(stories.count) in \(path)") }
        explained = try stories.explained(at: 0)
    }

    private static func only(in stream: borrowing StoryStream) throws -> ExplainedStory {
        var batches = LineBatches(reading: stream.descriptor, named: stream.name)
        var found: GivenStory?
        while let batch = try batches.next() {
            if batch.isCutShort {
                throw Problem("A line of \(stream.name) is longer than \(LineBatches.longestLine >> 20) MB.")
            }
            for (number, line) in batch.lines where !StoryLine.isBlank(line) {
                guard found == nil else { throw severalStories("there are more in \(stream.name)") }
                found = try story(line, number, stream.name)
            }
        }
        guard let found else { throw Problem("There is no story in \(stream.name).") }
        return found.explained
    }

    private static func story(_ line: ArraySlice<UInt8>, _ number: Int, _ name: String) throws(Problem) -> GivenStory {
        do throws(Problem) {
            return try StoryLine(line, number: number).story
        } catch {
            throw Problem(
                "Line \(number) of \(name) could not be read: \(error.summary).",
                remedy: StoryLine.startsAsJSON(line) ? "" : StoryLine.textRemedy)
        }
    }

    private static func severalStories(_ count: String) -> Misuse {
        Misuse(
            "--explain is about a quote of one story, and \(count).",
            remedy: "Name one file, or give one line of a stream: sed -n 3p FILE | dateline extract --explain N")
    }
}
