import PtyKit

extension Bench {
    /// From the start of the reader until its first screen is painted, whatever there is to be read; and until the
    /// first story stands on it.
    func firstScreens() throws -> [Row] {
        let page = try page(ofStories: 1)
        return try [sampleCount, 1000, 10_000].flatMap { count in
            let folder = try folder(ofStories: count)
            let shown = try byTurns(repeats.screens) {
                let start = ContinuousClock.now
                let reader = try reader(of: folder)
                try reader.wait("a first screen") { $0.hasPainted }
                let screen = ContinuousClock.now - start
                try reader.wait("a story") { $0.showsStory }
                return (screen: screen, story: ContinuousClock.now - start)
            } beside: {
                let start = ContinuousClock.now
                guard let pager = try pager(of: page) else { return Duration?.none }
                try pager.wait("a page") { $0.hasPainted }
                return ContinuousClock.now - start
            }
            let pages = shown.peer.compactMap(\.self)
            let name = "\(grouped(count)) stories"
            return [
                Row(
                    "First screen, \(name)", Times(shown.ours.map(\.screen)), beside: "`less` of one story",
                    pages.isEmpty ? nil : Times(pages), limit: 60),
                Row("First story to read, \(name)", Times(shown.ours.map(\.story))),
            ]
        }
    }
}
