import PtyKit

extension Bench {
    /// From a key to the last byte of what it paints; the story that has to be opened for it is a part of that.
    func keysToPaint() throws -> [Row] {
        let reader = try reader(of: try folder(ofStories: 1000))
        try reader.wait("all stories") { $0.hasRead(1000) }
        let pager = try pager(of: try page(ofStories: sampleCount))
        try pager?.quiet()
        func row(_ what: String, _ key: String, inRow count: Int, then next: String) throws -> Row {
            let times = try keys(key, inRow: count, then: next, in: reader, beside: pager)
            return Row(
                "Key to paint: \(what)", times.ours, .rareWorst, beside: "`j` in `less`", times.peer, limit: 5)
        }
        let listed = try row("`j` in the list of 1,000 stories, each shown", "j", inRow: 10, then: "")
        reader.send("\r")
        // Every story is long enough for so many lines and quotes; then the next one is opened.
        return [
            listed,
            try row("`j` in a story", "j", inRow: 20, then: "J"),
            try row("`n` from quote to quote", "n", inRow: 3, then: "J"),
        ]
    }

    /// Some keys in the reader, then as many in the pager, until there are enough.
    private func keys(
        _ key: String, inRow count: Int, then next: String, in reader: PtyProgram, beside pager: PtyProgram?
    ) throws -> (ours: Times, peer: Times?) {
        var (ours, peer): ([Duration], [Duration]) = ([], [])
        while ours.count < repeats.keys {
            // In a story that quotes nobody, `n` has nothing to paint.
            repeat {
                reader.send(next)
                try reader.quiet()
            } while key == "n" && reader.screen.text.contains("Nobody is quoted")
            for _ in 0..<count { ours.append(try reader.answer(to: key)) }
            guard let pager else { continue }
            pager.send("g")
            try pager.quiet()
            for _ in 0..<count { peer.append(try pager.answer(to: "j")) }
        }
        return (Times(ours), peer.isEmpty ? nil : Times(peer))
    }
}
