import News
import Screen
import Testing

@testable import Reader

/// Ten thousand stories must not be felt. The limits hold without optimisation on a busy machine; optimised, a key
/// takes a fraction of a millisecond.
@Suite(.serialized)
struct SpeedTests {
    private static let feeds = (1...40).map { Feed(id: "News/\($0)", name: "Feed \($0)") }
    private static let countries = WorldRegion.allCases.flatMap(\.countryCodes).prefix(60).enumerated()
        .map { Country(code: $1, name: "Country \($0)") }

    private func headlines(_ count: Int) -> [Headline] {
        (0..<count).map { number in
            Headline(
                id: "News/\(number)", feed: Self.feeds[number % 40],
                title: "Story \((number * 7919) % count) of the day tells of a thing that took a whole year to happen",
                source: "Paper \(number % 100)",
                published: Timestamp(seconds: 1_700_000_000 + (number * 104_729) % 10_000_000),
                wordCount: 200 + number % 700,
                countries: [Self.countries[number % 60], Self.countries[number % 7]])
        }
    }

    @Test func keysAreAnsweredAtOnceAmongTenThousandStories() throws {
        var state = AppState(size: Size(columns: 120, rows: 40))
        let stories = headlines(10_000)
        let clock = ContinuousClock()
        for start in stride(from: 0, to: stories.count, by: 100) {
            _ = update(&state, .loaded(Array(stories[start..<start + 100])))
        }
        _ = update(&state, .opened(Stories.harbour))
        var times: [Duration] = []
        for script in [
            "j", "G", "g", "K", "hj", "<esc>", "s", "s", "b", "M", "]", "c", "c1", "<enter>", "C", "m", "l", "j",
            "<space>", "<esc>", "?", "<esc>",
        ] {
            for key in try KeyScript(script).keys {
                let time = clock.measure {
                    _ = update(&state, .key(key))
                    _ = render(state)
                }
                times.append(time)
            }
        }
        #expect(times.sorted()[times.count / 2] < .milliseconds(60))
    }
}
