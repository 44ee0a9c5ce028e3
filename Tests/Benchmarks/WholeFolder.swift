import PtyKit

extension Bench {
    /// All of a thousand stories read and extracted, by a command and in the reader.
    func wholeFolders() throws -> [Row] {
        let folder = try folder(ofStories: 1000)
        let listing = [program, "stories", "--data", scratch.path("no-data"), "--format", "ndjson", folder]
        let counting = ["/bin/sh", "-c", "cat \"$0\"/*/* | wc -w", folder]
        let listed = try byTurns(repeats.folders) {
            try ProgramRun(listing).wall
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
                "1,000 stories read and extracted: `dateline stories`", Times(listed.ours), beside: peer,
                Times(listed.peer), limit: 3000),
            Row(
                "1,000 stories read and extracted: the reader, from its start", Times(shown.ours), beside: peer,
                Times(shown.peer), limit: 3000),
        ]
    }
}
