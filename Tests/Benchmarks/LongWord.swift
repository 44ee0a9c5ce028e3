import PtyKit

extension Bench {
    /// Ten megabytes without a blank: one paragraph, and nowhere to end a line. From the key that asks for it to its first
    /// words; then a key that scrolls; and the most memory at once. Alone: newsboat takes minutes and gigabytes for it.
    func longWord() throws -> [Row] {
        let word = String(repeating: "abcdefghijklmnopqrstuvwxyz", count: 10_000_000 / 26)
        let ours = try read(try readerBesideLongWord(word), toOpen: "G")
        func row(_ what: String, _ value: (LongRead) -> Double, _ words: (Double) -> String, limit: Double) -> Row {
            Row(
                what: "10 MB without a blank: \(what)", ours: words(value(ours)),
                target: ("within \(words(limit))", value(ours) <= limit))
        }
        return [
            row("opened", \.opening, written(milliseconds:), limit: 300),
            row("`j`", \.scrolling.median, written(milliseconds:), limit: 8),
            row("most memory", \.memory, { megabytes(Int($0)) }, limit: 300_000_000),
        ]
    }

    private struct LongRead {
        /// In milliseconds.
        let opening: Double
        let scrolling: Times
        /// In bytes.
        let memory: Double
    }

    private func readerBesideLongWord(_ word: String) throws -> PtyProgram {
        let folder = scratch.path("long-word")
        try makeFolder(folder)
        try WrittenFile("\(folder)/a.txt").append(Array("A short story\n\n2 March 2026\n\nWords.\n".utf8))
        try WrittenFile("\(folder)/b.txt").append(Array("Long\n\n\(word)\n".utf8))
        let reader = try reader(of: folder)
        try reader.wait("both stories", within: .seconds(120)) { $0.hasRead(2) }
        reader.send("g")
        try reader.wait(for: "Words.")
        return reader
    }

    private func read(_ program: PtyProgram, toOpen key: String) throws -> LongRead {
        let opening = try time {
            program.send(key)
            try program.wait("the long word", within: .seconds(300)) {
                $0.screen.text.contains("abcdefghijklmnopqrstuvwxyz")
            }
        }
        try program.quiet()
        program.send("\r")
        try program.quiet()
        let scrolling = try (0..<20).map { _ in try program.answer(to: "j") }
        guard let memory = try memoryFigure("VmHWM", of: program.processID) else {
            throw Obstacle("The program ended.")
        }
        return LongRead(opening: opening / .milliseconds(1), scrolling: Times(scrolling), memory: Double(memory))
    }
}
