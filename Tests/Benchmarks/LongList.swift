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

    /// What was done, and how long it took each time. Every time begins with a reader that has only just all stories.
    func times() -> [(what: String, times: Times)] {
        let first = Array(made.headlines.prefix(1))
        let empty = state(with: [])
        var begun = empty
        _ = update(&begun, .loadedAll(made.table))
        return [
            ("all stories in one message", loading()),
            ("all stories in one table", measured(empty, .loadedAll(made.table))),
            ("all stories in one table, one being there", measured(state(with: [first]), .loadedAll(made.table))),
            ("1,000 more stories in one message", addingMore()),
            ("1,000 stories gone", measured(begun, .removed(ids: made.headlines.prefix(1000).map(\.id)))),
            ("list a feed", keys(":feed feed 7<enter>", of: begun)),
            ("list the unread stories", keys("hj", of: begun)),
            ("list the bookmarked stories", keys("B", of: begun)),
            ("list a country", keys(":country no<enter>", of: begun)),
            ("list a region", keys(":country europe<enter>", of: begun)),
            ("choose from the countries", keys("c", of: begun)),
            ("show the map", keys("m", of: begun)),
            ("sort by source, the first time", keys("s", of: begun)),
            ("sort by title, the first time", keys(":sort title<enter>", of: begun)),
            ("sort by length, the first time", keys(":sort length<enter>", of: begun)),
            ("a search that finds 71 of 100", finding(in: begun)),
            ("the same, most by their keys", findingKeys(in: begun)),
            ("`j`", keys("j", of: begun)),
            ("`G`", keys("G", of: begun)),
            ("`b`", keys("b", of: begun)),
            ("mark all read", keys("A", of: begun)),
            ("take that back", keys("Au", of: begun)),
        ]
    }

    private func state(with batches: [[Headline]]) -> AppState {
        var state = AppState(size: Size(columns: Bench.columns, rows: Bench.rows))
        for batch in batches { _ = update(&state, .loaded(batch)) }
        return state
    }

    private func loading() -> Times {
        measured(state(with: []), .loaded(made.headlines))
    }

    private func addingMore() -> Times {
        let more = made.headlines.enumerated().filter { $0.offset % (count / 1000) == 0 }.map(\.element)
        let ids = Set(more.map(\.id))
        return measured(state(with: [made.headlines.filter { !ids.contains($0.id) }]), .loaded(more))
    }

    private func finding(in begun: AppState) -> Times {
        var state = begun
        for key in keys("/a") { _ = update(&state, .key(key)) }
        let hits = made.headlines.enumerated().filter { $0.offset % 100 < 71 }.map {
            SearchHit(id: $0.element.id, score: 1, field: .text, count: 1, snippet: nil)
        }
        return measured(state, .found(words: "a", hits: hits))
    }

    private func findingKeys(in begun: AppState) -> Times {
        var state = begun
        for key in keys("/a") { _ = update(&state, .key(key)) }
        let hits = made.headlines.prefix(300).map {
            SearchHit(id: $0.id, score: 1, field: .text, count: 1, snippet: Snippet("a", hits: []))
        }
        let others = NumberSet((301...count).filter { $0 % 100 < 71 })
        return measured(state, .found(words: "a", hits: hits, others: others))
    }

    /// The last key alone is timed.
    private func keys(_ script: String, of begun: AppState) -> Times {
        let keys = keys(script)
        var state = begun
        for key in keys.dropLast() { _ = update(&state, .key(key)) }
        return keys.last.map { measured(state, .key($0)) } ?? Times([.zero])
    }

    private func keys(_ script: String) -> [Key] {
        do {
            return try KeyScript(script).keys
        } catch {
            preconditionFailure("no keys: \(script)")
        }
    }

    private func measured(_ begun: AppState, _ message: Message) -> Times {
        Times(
            (0..<repeats).map { _ in
                var state = begun
                // Copies of what is changed are made before, as the reader that has the only copy never makes them.
                _ = update(&state, .notice(""))
                return time {
                    _ = update(&state, message)
                    _ = render(state)
                }
            })
    }
}
