import PtyKit

/// A library's stories fetched and read by the reader, and what that took.
struct IngestedLibrary {
    /// The data folder, which has them now.
    let data: String
    /// From the key that asks for them until all are listed, and can be read.
    let readable: Duration
    /// Until who is quoted, names and countries of all are known.
    let extracted: Duration
    /// From each letter to its paint, typed while stories are fetched.
    let letters: [Duration]
    /// From each key to the story that it chooses in the list, while stories are extracted.
    let moves: [Duration]
    /// The most memory that the reader held at once, in bytes.
    let peak: Int

    init(of library: ServedLibrary, by bench: Bench) throws {
        data = try bench.subscribed(to: library)
        let reader = try bench.feedReader(of: data, stories: library.count)
        try reader.program.wait("an empty list") { $0.screen.line(0).contains("All stories 0 ") }
        try reader.program.quiet()
        let start = ContinuousClock.now
        reader.program.send("R")
        letters = try reader.typing { $0.contains("All stories \(library.count) ") }
        readable = ContinuousClock.now - start
        // What is listed can be read.
        reader.program.send("J")
        try reader.program.wait("a story to read") { $0.showsStory }
        var moves: [Duration] = []
        var busy = ContinuousClock.now
        // There is a moment between fetching and extracting in which nothing goes on.
        while ContinuousClock.now - busy < .seconds(1) {
            let move = try reader.move()
            if reader.program.screen.line(0).contains("reading") {
                moves.append(move)
                busy = .now
            }
            try reader.program.pass(.milliseconds(20))
            guard ContinuousClock.now - start < .seconds(900) else { throw Obstacle("Extraction takes too long.") }
        }
        extracted = busy - start
        self.moves = moves
        guard let peak = try memoryFigure("VmHWM", of: reader.program.processID) else {
            throw Obstacle("The reader ended.")
        }
        self.peak = peak
        _ = try reader.quit()
    }
}
