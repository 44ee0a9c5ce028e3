import News
import Screen
import Testing

@testable import Reader

/// Everything that can be asked for by name, from everywhere and in every state: nothing traps, and Esc leads back to the list.
struct DeadEndTests {
    /// Something that the reader can be in the midst of.
    struct Situation: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var stories = Stories.all
        var isSlow = false
        var isFailing = false
        var messages: [Message] = []

        static let all = [
            Situation(testDescription: "no stories", stories: []),
            Situation(testDescription: "one story", stories: [Stories.harbour]),
            Situation(testDescription: "nobody quoted", stories: [Stories.orchard]),
            Situation(testDescription: "ten stories", stories: ten),
            Situation(testDescription: "first stories are read", stories: [], messages: [.progress(done: 1, total: 9)]),
            Situation(testDescription: "more stories are read", messages: [.progress(done: 6, total: 9)]),
            Situation(testDescription: "a story is being opened", isSlow: true),
            Situation(testDescription: "nothing works", isFailing: true, messages: [.problem(Problem("It failed."))]),
            Situation(testDescription: "bookmarks", messages: [.bookmarks([kept])]),
        ]

        /// Four stories more, of which nobody knows where and when they were written.
        private static var ten: [Reading] {
            Stories.all
                + (1...4).map {
                    story(
                        "Plain/\($0).txt", "Plain", source: nil, published: nil, [(.body, "Word.")], quotes: [],
                        names: [], countries: [])
                }
        }

        /// Of a story that is no longer there.
        private static let kept = Bookmark(
            id: "gone", title: "Gone", source: nil, link: nil, countries: [], saved: Timestamp(seconds: 0), quote: nil)
    }

    /// Each leads to a pane or a way of looking at it.
    static let places = [
        "", "h", "<enter>", "1", "2", "3", "<enter>z", "v", "<enter>\"", "g<enter>2<enter>n", "/kask<enter>",
        "cn<enter>", "B",
    ]
    static let overlays = ["/", "/li", "c", "cx", "?", "i", "!", ":", ":so"]

    @Test(arguments: Situation.all, [(120, 40), (80, 24), (40, 12)])
    func everyActionByItsName(_ situation: Situation, _ size: (Int, Int)) throws {
        for place in Self.places {
            let desk = try desk(situation, size, at: place)
            for action in Action.allCases where action.isCommand {
                var next = desk
                try next.press(":")
                next.give(action.name)
                if !next.isOver { expectAWayOut(of: next, after: place + ":" + action.name) }
            }
        }
    }

    /// Any key can be given to any action, so any can be asked for in the midst of something else.
    @Test(arguments: Situation.all)
    func everyActionInEveryOverlay(_ situation: Situation) throws {
        for place in Self.overlays {
            let desk = try desk(situation, (100, 30), at: place)
            for action in Action.allCases {
                var state = desk.state
                _ = state.perform(action)
                _ = update(&state, .resized(state.size))
                let cells = render(state).cells.count
                #expect(cells == 3000)
            }
        }
    }

    private func desk(_ situation: Situation, _ size: (Int, Int), at place: String) throws -> Desk {
        var desk = Desk(size.0, size.1, stories: situation.stories)
        desk.isSlow = situation.isSlow
        if situation.isFailing { desk.failing = { $0 != .quit } }
        situation.messages.forEach { desk.send($0) }
        try desk.press(place)
        return desk
    }

    private func expectAWayOut(of desk: Desk, after script: String) {
        var desk = desk
        let size = desk.state.size
        #expect(desk.screen.cells.count == size.columns * size.rows)
        for _ in 0..<6 where desk.state.place != .stories { desk.send(.key(.escape)) }
        #expect(desk.state.place == .stories, "no way out after \(script)")
        #expect(!desk.isOver)
    }
}
