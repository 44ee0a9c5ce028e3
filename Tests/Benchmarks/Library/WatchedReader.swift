import PtyKit

/// What the reader shows of a library, and what is done to it there.
struct WatchedReader {
    let program: PtyProgram
    /// How many stories there are when nothing narrows the list.
    let count: Int

    private var last: String { program.screen.line(program.screen.rows - 1) }
    private var title: String { program.screen.line(0) }

    /// Whether the title says so, nothing is being read any more, and the list stands with a story in it.
    var showsAll: Bool { program.hasRead(count) && place != nil }

    /// Which story of the list is chosen, from 1, as the list's header tells; nil where none is.
    var place: Int? {
        for row in 0..<program.screen.rows {
            let line = program.screen.line(row)
            guard line.contains("STORIES"), let told = line.firstMatch(of: /STORIES[ ━─]+([0-9]+)\/[0-9]+/) else {
                continue
            }
            return Int(told.1)
        }
        return nil
    }

    /// A screen of stories, of which one is chosen; more may be on their way.
    func waitForList() throws { try program.wait("a list", within: .seconds(60)) { _ in place != nil } }

    func waitForAll(within limit: Duration = .seconds(60)) throws {
        try program.wait("all stories", within: limit) { _ in showsAll }
    }

    // MARK: What is timed

    /// Types words in the search, all letters at once.
    /// - Returns: the time from there until so many stories are listed.
    func find(_ words: String, in stories: Int) throws -> Duration {
        program.send("/")
        try program.wait("the search") { _ in last.hasPrefix(" / ") }
        let wanted = "/ \(words)  \(stories) \(stories == 1 ? "story" : "stories")"
        let time = try time {
            program.send(words)
            try program.wait(wanted) { _ in last.contains(wanted) && place == 1 }
        }
        program.send("\u{1B}")
        try program.wait("the end of the search") { _ in !last.hasPrefix(" / ") && showsAll }
        try program.quiet()
        return time
    }

    /// Lists the stories about a country, by its command.
    func list(country: String, of stories: Int) throws -> Duration {
        program.send(":country \(country)")
        try program.quiet()
        let time = try time {
            program.send("\r")
            try program.wait("\(stories) stories of \(country)") { _ in
                title.contains("All stories \(stories) ") && title.contains("✕") && place != nil
            }
        }
        program.send("C")
        try program.wait("all stories again") { _ in !title.contains("✕") && showsAll }
        try program.quiet()
        return time
    }

    /// Lists the unread stories: the row below in the list of feeds.
    func listUnread(_ unread: Int) throws -> Duration {
        program.send("h")
        try program.quiet()
        let time = try time {
            program.send("j")
            try program.wait("\(unread) unread stories") { _ in title.contains("Unread \(unread) ") && place != nil }
        }
        program.send("kl")
        try program.wait("all stories again") { _ in showsAll }
        try program.quiet()
        return time
    }

    /// Opens the next story; what is found in it stands beside it.
    /// - Returns: the time until the last of it was painted.
    func openNext() throws -> Duration {
        let before = place ?? 0
        let time = try program.answer(to: "J")
        guard place == before + 1, program.showsStory else {
            throw Obstacle("The next story did not open:\n\(program.screen.text)")
        }
        return time
    }

    /// Chooses the next story while something else is going on.
    /// - Returns: the time until the list shows it.
    func move() throws -> Duration {
        let before = place
        return try time {
            program.send("j")
            try program.wait("the next story", within: .seconds(30)) { _ in place != nil && place != before }
        }
    }

    /// Types a letter in the command line and takes it back, again and again, until the title tells what is awaited.
    /// - Returns: the times from each key until the line has it.
    func typing(until isOver: (String) -> Bool) throws -> [Duration] {
        var times: [Duration] = []
        program.send(":")
        try program.wait("the command line") { _ in last.hasPrefix(" :") }
        let end = ContinuousClock.now + .seconds(600)
        while !isOver(title) {
            guard ContinuousClock.now < end else { throw Obstacle("It took too long:\n\(program.screen.text)") }
            let isTyped = last.hasPrefix(" :x")
            times.append(
                try time {
                    program.send(isTyped ? "\u{7F}" : "x")
                    try program.wait("a letter", within: .seconds(60)) { _ in last.hasPrefix(" :x") != isTyped }
                })
            let pause = ContinuousClock.now + .milliseconds(20)
            try program.wait("a moment") { _ in ContinuousClock.now > pause || isOver(title) }
        }
        program.send("\u{1B}")
        try program.wait("the list") { _ in !last.hasPrefix(" :") && place != nil }
        return times
    }

    /// Marks all stories of a feed read.
    func markRead(feed name: String, leaving unread: Int) throws {
        program.send(":feed \(name)\r")
        try program.wait("the feed") { _ in title.contains(name) }
        program.send("A")
        try program.wait("all read") { _ in title.contains("unread 0") }
        program.send(":feed all stories\r")
        try program.wait("what is unread") { _ in title.contains("All stories \(count) · unread \(unread) ") }
        try program.quiet()
    }

    /// - Returns: the time from the key until the program has ended.
    func quit() throws -> Duration {
        try time {
            program.send("Q")
            guard try program.ending() == .status(0) else { throw Obstacle("The reader did not end well.") }
        }
    }
}

extension Bench {
    /// The reader of what a data folder is subscribed to, as it is just started.
    func feedReader(of data: String, stories count: Int) throws -> WatchedReader {
        let program = try PtyProgram(program, ["--data", data], columns: Self.columns, rows: Self.rows)
        return WatchedReader(program: program, count: count)
    }
}
