import Foundation
import News
import Screen
import Testing

@testable import Reader

/// Whole screens, as text and as roles. `UPDATE_SCREENS=1 swift test` accepts new ones; then read the diff.
struct GoldenTests {
    struct Scene: CustomTestStringConvertible, Sendable {
        let name: String
        let keys: String
        var stories = Stories.all
        var glyphs = Glyphs.unicode
        var prepare: @Sendable (inout Desk) -> Void = { _ in }

        var testDescription: String { name }
    }

    static let scenes = [
        Scene(name: "list", keys: "j"),
        Scene(name: "reading", keys: "j<enter>"),
        Scene(name: "quote", keys: "gj<enter>Knn"),
        Scene(name: "panel", keys: "g<enter>1jj"),
        Scene(name: "names", keys: "g<enter>2"),
        Scene(name: "mentions", keys: "g<enter>2<enter>n"),
        Scene(name: "countries", keys: "g<enter>3"),
        Scene(name: "country-chooser", keys: "cn"),
        Scene(name: "country-filter", keys: "cnor<enter>"),
        Scene(name: "country-selection", keys: "cest<space>nor<space><tab>"),
        Scene(name: "map", keys: "m"),
        Scene(name: "map-moving", keys: "ml<space>l"),
        Scene(name: "map-table", keys: "mj<space>", glyphs: .ascii),
        Scene(name: "searching", keys: "/list"),
        Scene(name: "search-kept", keys: "/list<enter><enter>n"),
        Scene(name: "search-hits", keys: "/maarja kask"),
        Scene(name: "speaker-only", keys: "g<enter>1w"),
        Scene(name: "name-card", keys: "gj<enter>K2", stories: Stories.all + [Stories.regatta]),
        Scene(name: "name-card-over", keys: "g<enter>2wj", stories: Stories.all + [Stories.regatta]),
        Scene(
            name: "links", keys: "<enter>fj",
            stories: [LinkTests.reading((1...24).map { "https://news.example/\($0)" }, link: "https://news.example/")]),
        Scene(name: "command", keys: ":so<tab>"),
        Scene(name: "help", keys: "?"),
        Scene(name: "facts", keys: "i"),
        Scene(name: "script", keys: "g<enter>\"n"),
        Scene(name: "zen", keys: "g<enter>znnn"),
        Scene(name: "original", keys: "gjjjv"),
        Scene(name: "bookmarks", keys: "bjj<enter>1b<esc><esc>hjj<enter>"),
        Scene(name: "problems", keys: "!") {
            $0.send(
                .problem(
                    Problem(
                        "World/old.txt cannot be read.", remedy: "Check who may read it.", detail: "Permission denied"))
            )
            $0.send(.problem(Problem("World/empty.txt is empty.")))
        },
        Scene(name: "feeds", keys: "hjjjjj") { $0.send(.feeds(FeedListTests.listing)) },
        Scene(name: "feeds-ascii", keys: "hG", glyphs: .ascii) {
            $0.send(.feeds(FeedListTests.listing))
            $0.send(.fetching(done: 12, total: 100))
        },
        Scene(name: "query-error", keys: "/boats country:atlantis now"),
        Scene(name: "no-match", keys: "/zebra<enter>"),
        Scene(name: "no-stories", keys: "", stories: []),
        Scene(name: "loading", keys: "", stories: []) {
            $0.send(.progress(done: 120, total: 480))
            $0.send(.problem(Problem("World/empty.txt is empty.")))
        },
        Scene(name: "ascii", keys: "g<enter>n", glyphs: .ascii),
    ]

    static let sizes = [
        (200, 50), (120, 40), (100, 30), (80, 24), (60, 20), (40, 12), (10, 3), (1, 1),
    ].map { Size(columns: $0.0, rows: $0.1) }

    @Test(arguments: scenes, sizes)
    func screenLooksAsBefore(scene: Scene, size: Size) throws {
        var desk = Desk(size.columns, size.rows, stories: scene.stories, glyphs: scene.glyphs)
        scene.prepare(&desk)
        try desk.press(scene.keys)
        let screen = desk.screen
        let now = screen.text + "\n\n" + screen.roles + "\n"
        let file = Self.folder.appending(path: "\(scene.name)-\(size.columns)x\(size.rows).txt")
        if ProcessInfo.processInfo.environment["UPDATE_SCREENS"] != nil {
            try now.write(to: file, atomically: true, encoding: .utf8)
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        #expect(now == golden, "\(scene.name) changed; look at it, then UPDATE_SCREENS=1")
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
}
