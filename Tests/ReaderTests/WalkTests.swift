import News
import Screen
import Testing

@testable import Reader

/// Every key, from everywhere, at every size: nothing traps, and the screen is always whole.
struct WalkTests {
    /// At the first four every key is pressed everywhere, at the others a different sample of them from every place.
    static let sizes = [
        (40, 12), (80, 24), (120, 40), (19, 30), (1, 1), (5, 2), (20, 6), (69, 8), (70, 24), (109, 7), (110, 6),
        (500, 200),
    ]
    .map { Size(columns: $0.0, rows: $0.1) }
    private static let wholeSizes = sizes.prefix(4)
    static let starts = [
        "", "h", "<enter>", "1", "2", "3", "/", "/a", "/kask<enter>", "c", "cz", "c<space>j<space>", "m",
        "m<c-t><space>", "?", "?q", "i", "<enter>z", "v", "\"",
        "<enter>2<enter>",
        "/a<enter>/", "<enter>1w", "<enter>2w", "<enter>2wj", "<enter>nw/a<enter>",
        "GG", "B", "hjj", "9", "hG", ":", ":so", ":country <tab>",
    ]
    static let libraries = [[], [Stories.orchard], [Stories.harvest, Stories.harbour, Stories.regatta], Stories.all]
    static let keys: [Key] =
        Keymap.standard.bindings.flatMap(\.keys).joined() + [
            .character("7"), .character("x"), .character("é"), .function(3), .delete, .control("z"),
        ]

    @Test(arguments: sizes)
    func everyKeyFromEveryPlace(size: Size) throws {
        for (number, stories) in Self.libraries.enumerated() {
            let isWhole = Self.wholeSizes.contains(size) && stories.count == Stories.all.count
            // The largest screen is slow to draw without optimisation.
            let step = isWhole ? 1 : size.columns > 200 ? 41 : 11
            for (start, script) in Self.starts.enumerated() {
                var desk = Desk(size.columns, size.rows, stories: stories)
                try desk.press(script)
                let first = (start + number + size.columns) % step
                for key in stride(from: first, to: Self.keys.count, by: step) {
                    var next = desk
                    next.send(.key(Self.keys[key]))
                    #expect(next.screen.cells.count == size.columns * size.rows)
                }
            }
        }
    }

    @Test(arguments: 1...12)
    func randomKeysAndSizes(seed: UInt64) {
        var random = SplitMix(state: seed)
        var desk = Desk(120, 40, stories: Self.libraries[Int(seed) % Self.libraries.count])
        desk.isSlow = seed % 5 == 0
        desk.failing = { _ in seed % 3 == 0 }
        for _ in 0..<400 {
            switch random.below(12) {
            case 0: desk.resize(1 + random.below(160), 1 + random.below(60))
            case 1:
                let acts: [MouseEvent.Act] = [.press, .doublePress, .wheelUp, .wheelDown]
                let place = Position(row: random.below(60), column: random.below(160))
                desk.send(.mouse(MouseEvent(acts[random.below(acts.count)], at: place)))
            case 2: desk.send(.loaded(Stories.headlines(of: [Stories.all[random.below(Stories.all.count)]])))
            default: desk.send(.key(Self.keys[random.below(Self.keys.count)]))
            }
            let size = desk.state.size
            #expect(desk.screen.cells.count == size.columns * size.rows)
            expectWhole(desk.state)
            expectOnlyFooter(desk)
        }
    }

    /// Nothing of the panes runs over into the last line.
    private func expectOnlyFooter(_ desk: Desk) {
        guard desk.state.layout.footer != nil else { return }
        let screen = desk.screen
        let roles = Set(screen.cells(ofRow: screen.size.rows - 1).map(\.role))
        #expect(roles.isSubset(of: [.plain, .hint, .hintKey, .status, .notice, .warning, .prompt]), "\(screen.text)")
    }

    private func expectWhole(_ state: AppState) {
        if let row = state.list.row { #expect(state.list.rows[row] == state.list.chosen) }
        #expect(state.list.rows.isEmpty || state.list.rows.indices.contains(state.list.top))
        let tallied = state.library.table.numbers.count { !state.library.isRead($0) }
        #expect(state.library.total.unread == tallied)
        if let open = state.open {
            #expect(open.top <= open.lastTop)
            if let current = open.walk.current { #expect(open.walk.stops.indices.contains(current)) }
        }
    }
}

/// Steele, Lea and Flood's generator: the same numbers from the same seed.
private struct SplitMix {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(limit))
    }
}
