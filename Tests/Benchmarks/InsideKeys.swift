import Extraction
import Feeds
import News
import Reader
import Screen

/// How long the reader's own code takes from a key to a frame, in a list of so many stories.
func keysInside(listOf count: Int, times: Int) -> Times {
    var state = AppState(size: Size(columns: Bench.columns, rows: Bench.rows))
    let feed = News.Feed(id: "News", name: "News")
    let headlines = (0..<count).map { number in
        Headline(
            id: "News/\(number)", feed: feed,
            title: "Story \(number) of the day tells of a thing that took a whole year to happen",
            source: "Paper \(number % 100)", published: Timestamp(seconds: 1_700_000_000 - 60 * number),
            wordCount: 200 + number % 700, countries: [Country(code: "NO", name: "Norway")])
    }
    _ = update(&state, .loaded(headlines))
    let text = "Harbour opens\n\n“It is open,” said Ana Lima in Oslo, Norway.\n"
    return keysInside(&state, times) { id in
        // What the world would answer; its reading is not timed.
        .opened(read(article(id: id, feed: "News", text: text)))
    }
}

/// The same in one story of this text.
func keysInside(_ text: String, times: Int) -> Times {
    var state = AppState(size: Size(columns: Bench.columns, rows: Bench.rows))
    let story = read(article(id: "News/long.txt", feed: "News", text: text))
    let headline = Headline(
        id: story.article.id, feed: News.Feed(id: "News", name: "News"), title: story.article.title, source: nil,
        published: nil, wordCount: text.utf8.count / 6, countries: [])
    _ = update(&state, .loaded([headline]))
    _ = update(&state, .opened(story))
    _ = update(&state, .key(.enter))
    return keysInside(&state, times) { _ in .opened(story) }
}

private func keysInside(_ state: inout AppState, _ count: Int, opened: (String) -> Message) -> Times {
    var times: [Duration] = []
    while times.count < count {
        var effects: [Effect] = []
        var taken = time {
            effects = update(&state, .key(.character("j")))
            _ = render(state)
        }
        for case .open(let id) in effects {
            let answer = opened(id)
            taken += time {
                _ = update(&state, answer)
                _ = render(state)
            }
        }
        times.append(taken)
    }
    return Times(times)
}
