import News
import Reader
import Screen

/// How long the reader's own code takes for what touches every story of a long list: `update` and `render`.
struct LongList {
    private let made: MadeList
    private let count: Int
    private let repeats: Int

    init(ofStories count: Int, repeats: Int) {
        made = MadeList(count)
        self.count = count
        self.repeats = repeats
    }

    /// What was done, how long it took each time, and what its median must not exceed, in milliseconds. Every time begins
    /// with a reader that has only just all stories.
    func times() -> [(what: String, times: Times, limit: Double)] {
        let table = made.table
        let begun = state(with: table)
        let command = { (words: String) in keys(":\(words)<enter>", of: begun) }
        return [
            ("all stories in one table", measured({ state(with: nil) }, .loadedAll(table)), 25),
            ("all stories in one table, one being there", addingAll(table), 25),
            ("1,000 more stories in one message", addingMore(), 5),
            ("1,000 stories gone", losing(table), 5),
            ("list a feed", command("feed feed 7"), 5),
            ("list the unread stories", keys("hj", of: begun), 5),
            ("list the bookmarked stories", keys("B", of: begun), 5),
            ("list a country", command("country no"), 5),
            ("list a region", command("country europe"), 5),
            ("choose from the countries", keys("c", of: begun), 10),
            ("show the map", keys("m", of: begun), 10),
            ("sort by source, the first time", command("sort source"), 16),
            ("sort by title, the first time", command("sort title"), 16),
            ("sort by length, the first time", command("sort length"), 16),
            ("a search that finds 71 of 100", finding(in: begun), 10),
            ("`j`", keys("j", of: begun), 2),
            ("`G`", keys("G", of: begun), 2),
            ("`b`", keys("b", of: begun), 2),
            ("mark all read", keys("A", of: begun), 50),
            ("take that back", keys("Au", of: begun), 50),
        ]
    }

    private func state(with table: HeadlineTable?) -> AppState {
        var state = AppState(size: Size(columns: Bench.columns, rows: Bench.rows))
        if let table { _ = update(&state, .loadedAll(table)) }
        return state
    }

    private func addingAll(_ table: HeadlineTable) -> Times {
        measured({ state(with: HeadlineTable(made.headlines.prefix(1))) }, .loadedAll(table))
    }

    private func addingMore() -> Times {
        let step = count / 1000
        let more = made.headlines.enumerated().filter { $0.offset % step == 0 }.map(\.element)
        return measured({ state(with: made.table { $0 % step != 0 }) }, .loaded(more))
    }

    private func losing(_ table: HeadlineTable) -> Times {
        measured({ state(with: table) }, .removed(ids: made.headlines.prefix(1000).map(\.id)))
    }

    /// The best 300 are told of.
    private func finding(in begun: AppState) -> Times {
        var state = begun
        for key in keys("/a") { _ = update(&state, .key(key)) }
        let hits = made.headlines.prefix(300).map {
            SearchHit(id: $0.id, score: 1, field: .text, count: 1, snippet: Snippet("a", hits: []))
        }
        let others = NumberSet((301...count).filter { $0 % 100 < 71 })
        return measured({ state }, .found(words: "a", hits: hits, others: others))
    }

    /// The last key alone is timed.
    private func keys(_ script: String, of begun: AppState) -> Times {
        let keys = keys(script)
        var state = begun
        for key in keys.dropLast() { _ = update(&state, .key(key)) }
        return keys.last.map { key in measured({ state }, .key(key)) } ?? Times([.zero])
    }

    private func keys(_ script: String) -> [Key] {
        do {
            return try KeyScript(script).keys
        } catch {
            preconditionFailure("no keys: \(script)")
        }
    }

    private func measured(_ begun: () -> AppState, _ message: Message) -> Times {
        Times(
            (0..<repeats).map { _ in
                var state = begun()
                return time {
                    _ = update(&state, message)
                    _ = render(state)
                }
            })
    }
}

extension Bench {
    /// What touches every one of a hundred thousand stories.
    func longList() -> [Row] {
        LongList(ofStories: 100_000, repeats: repeats.folders).times().map { what, times, limit in
            Row("`update` and `render` among 100,000 stories: \(what)", times, limit: limit)
        }
    }
}
