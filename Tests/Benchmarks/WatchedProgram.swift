import PtyKit

/// What benchmarks look for on a program's screen.
extension PtyProgram {
    /// Whether the last row, which is drawn last, is there.
    var hasPainted: Bool { !screen.line(screen.rows - 1).isEmpty }

    /// Whether the chosen story is shown, its quotes counted.
    var showsStory: Bool { screen.line(1).contains(/Quotes [0-9]/) }

    /// Whether the title bar says that so many stories are there, and nothing is being read any more.
    func hasRead(_ count: Int) -> Bool {
        let title = screen.line(0)
        return title.contains("All stories \(count) ") && !title.contains("reading")
    }

    /// Sends a key and waits for all that it paints.
    /// - Returns: the time until the last byte of it was on the screen.
    func answer(to key: String) throws -> Duration {
        let before = output.count
        let start = ContinuousClock.now
        send(key)
        let last = try quiet { $0.output.count > before }
        return last - start
    }

    /// Waits until something has come and nothing follows it for a while.
    /// - Returns: when the last of it was on the screen.
    @discardableResult
    func quiet(after condition: (PtyProgram) -> Bool = { _ in true }) throws -> ContinuousClock.Instant {
        var (known, last) = (output.count, ContinuousClock.now)
        try wait("an answer and quiet") { program in
            let now = ContinuousClock.now
            if program.output.count != known { (known, last) = (program.output.count, now) }
            return now - last > .milliseconds(40) && condition(program)
        }
        return last
    }
}
