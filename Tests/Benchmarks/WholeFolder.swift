import PtyKit

extension Bench {
    /// All of a thousand stories read and extracted, by a command and in the reader.
    func wholeFolders() throws -> [Row] {
        let folder = try folder(ofStories: 1000)
        // A new one each time: what its index has is not read again.
        var dataFolders = 0
        let counting = ["/bin/sh", "-c", "cat \"$0\"/*/* | wc -w", folder]
        let listed = try byTurns(repeats.folders) {
            dataFolders += 1
            let data = scratch.path("listing-\(dataFolders)")
            return try ProgramRun([program, "stories", "--data", data, "--format", "ndjson", folder]).wall
        } beside: {
            try ProgramRun(counting).wall
        }
        let shown = try byTurns(repeats.folders) {
            try time { try reader(of: folder).wait("all stories") { $0.hasRead(1000) } }
        } beside: {
            try ProgramRun(counting).wall
        }
        let peer = "all through `wc -w`"
        return [
            Row(
                "1,000 stories read, extracted and indexed: `dateline stories`", Times(listed.ours), beside: peer,
                Times(listed.peer), limit: 3000),
            Row(
                "1,000 stories read, extracted and indexed: the reader, from its start", Times(shown.ours),
                beside: peer,
                Times(shown.peer), limit: 3000),
        ]
    }
}
