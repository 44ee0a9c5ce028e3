import PtyKit

extension Bench {
    /// What a key costs in a list of ten thousand stories and in a story of a megabyte: in time, and in bytes to the terminal.
    func largeTexts() throws -> [Row] { try keysInLongList() + keysInLongStory() + longWord() }

    private func keysInLongList() throws -> [Row] {
        let reader = try reader(of: try folder(ofStories: 10_000))
        try reader.wait("all stories", within: .seconds(180)) { $0.hasRead(10_000) }
        let newsboat = try newsboat(on: listFeed(ofStories: 10_000))
        newsboat?.send("\r")
        try newsboat?.wait(for: "Story 1")
        return try rows(
            "`j` in the list of 10,000 stories, each shown", (reader, newsboat), "newsboat",
            inside: keysInside(listOf: 10_000, times: repeats.keys))
    }

    private func keysInLongStory() throws -> [Row] {
        let (file, text) = (scratch.path("long.txt"), longText(bytes: 1_000_000))
        try WrittenFile(file).append(Array(text.utf8))
        let reader = try reader(of: file)
        try reader.wait("the story", within: .seconds(60)) { $0.showsStory }
        reader.send("\r")
        try reader.quiet()
        let pager = try pager(of: file)
        try pager?.quiet()
        return try rows(
            "`j` in a story of 1 MB", (reader, pager), "less", inside: keysInside(text, times: repeats.keys))
    }

    private func rows(
        _ what: String, _ programs: (ours: PtyProgram, peer: PtyProgram?), _ name: String, inside: Times
    ) throws -> [Row] {
        let ours = try answers(to: "j", of: programs.ours)
        let peer = try programs.peer.map { try answers(to: "j", of: $0) }
        var shown = Row(
            "Key to paint: \(what)", ours.times, .rareWorst, beside: "`j` in `\(name)`", peer?.times)
        shown.target = Self.atOnce(ours.times)
        var alone = Row("The same, `update` and `render` alone", inside, .rareWorst)
        alone.target = Self.atOnce(inside)
        return [
            shown, alone,
            Row(
                what: "Bytes to the terminal: \(what)", ours: "\(ours.bytes.median) (most \(ours.bytes.most))",
                peer: peer.map { "`j` in `\(name)`: \($0.bytes.median)" },
                ratio: peer.map { Double(ours.bytes.median) / Double($0.bytes.median) },
                target: ("4,000 or fewer", ours.bytes.most <= 4000)),
        ]
    }

    private static func atOnce(_ times: Times) -> (words: String, isMet: Bool) {
        ("within 2 ms, p99 8 ms", times.median <= 2 && times.percentile(99) <= 8)
    }

    /// One after the other, each when the one before is painted; the first few warm it up.
    private func answers(
        to key: String, of program: PtyProgram
    ) throws -> (times: Times, bytes: (median: Int, most: Int)) {
        for _ in 0..<5 { _ = try program.answer(to: key) }
        var (times, bytes): ([Duration], [Int]) = ([], [])
        for _ in 0..<repeats.keys {
            let before = program.output.count
            times.append(try program.answer(to: key))
            bytes.append(program.output.count - before)
        }
        bytes.sort()
        return (Times(times), (bytes[bytes.count / 2], bytes[bytes.count - 1]))
    }

    /// Made stories one after the other, as one text.
    private func longText(bytes: Int) -> String {
        var text = "A year of news\n\n"
        var number = 0
        while text.utf8.count < bytes {
            let story = maker.story(number)
            if !story.isPage { text += story.text + "\n\n" }
            number += 1
        }
        return text
    }
}
