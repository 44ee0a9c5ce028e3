import Screen
import Testing

@testable import Reader

struct KeymapTests {
    @Test(arguments: Place.allCases)
    func noKeyMeansTwoThingsInOnePlace(place: Place) {
        var seen: Set<KeySequence> = []
        for keys in Keymap.standard.bindings.filter({ $0.places.contains(place) }).flatMap(\.keys) {
            #expect(seen.insert(keys).inserted, "\(name(of: keys)) is bound twice in \(place.name)")
        }
    }

    @Test(arguments: Action.allCases)
    func everyActionIsBoundOrAskedForByItsName(action: Action) {
        let bindings = Keymap.standard.bindings.filter { $0.action == action }
        #expect(!bindings.isEmpty && bindings.allSatisfy { !$0.keys.isEmpty || action.isCommand })
    }

    @Test(arguments: Place.allCases)
    func escapeLeadsOutOfEveryPlace(place: Place) {
        #expect(Keymap.standard.binding(for: .escape, in: place)?.action == .back)
    }

    @Test func lettersAreTypedNotObeyedWhereThereIsTyping() {
        // The hints of links leave out letters that are bound.
        for binding in Keymap.standard.bindings where binding.places.contains(where: { $0.isTyped && $0 != .links }) {
            for key in binding.keys.joined() {
                // The key that opened the help closes it, and nobody looks it up there.
                // A blank selects countries, whose names are found without it.
                if case .character(let letter) = key, letter != "?", letter != " " {
                    Issue.record("\(letter) cannot be typed")
                }
            }
        }
    }

    @Test(arguments: [Place.feeds, .stories, .article, .panel])
    func helpListsEveryKeyOfItsPlace(place: Place) {
        let rows = HelpList(place: place, keymap: .standard).rows
        for binding in Keymap.standard.bindings where binding.places.contains(place) {
            let keys = binding.keys.isEmpty ? ":" + binding.action.name : binding.keyNames
            #expect(rows.contains(.key(keys, binding.help, name: binding.action.name)))
        }
    }

    @Test func tableForTheReadmeNamesEveryKeyOfThePanes() {
        let table = keyTable()
        let bindings = Keymap.standard.bindings.filter { !$0.keys.isEmpty && !$0.places.allSatisfy(\.isOverlay) }
        for binding in bindings {
            for keys in binding.keys { #expect(table.contains("`\(name(of: keys))`")) }
            #expect(table.contains(binding.help))
        }
    }

    @Test func actionsAreNamedOnceAndFoundByName() {
        #expect(Set(Action.allCases.map(\.name)).count == Action.allCases.count)
        for action in Action.allCases { #expect(Action(named: action.name) == action) }
    }

    @Test func aKeyGivenAnotherMeaningLosesItsOwn() throws {
        var keymap = Keymap.standard
        try keymap.bind(["x"], to: .nextMark, in: [.article])
        try keymap.bind(["j"], to: .nextStory, in: [.article])
        #expect(keymap.binding(for: "x", in: .article)?.action == .nextMark)
        #expect(keymap.binding(for: "n", in: .article)?.action == .nextMark)
        #expect(keymap.binding(for: "x", in: .stories) == nil)
        #expect(keymap.binding(for: "j", in: .article)?.action == .nextStory)
        #expect(keymap.binding(for: "j", in: .stories)?.action == .down)
    }

    @Test func aSequenceTakesThePlaceOfTheKeyItBeginsWith() throws {
        var keymap = Keymap.standard
        try keymap.bind(["g", "g"], to: .first)
        try keymap.bind(["g", "e"], to: .last)
        guard case .waiting(let waiting) = keymap.lookup(["g"], in: .stories) else {
            Issue.record("g alone should wait")
            return
        }
        #expect(Set(waiting.map(\.action)) == [.first, .last])
        guard case .found(let binding) = keymap.lookup(["g", "e"], in: .article) else {
            Issue.record("ge should be found")
            return
        }
        #expect(binding.action == .last)
        try keymap.bind(["g"], to: .down, in: [.article])
        guard case .nothing = keymap.lookup(["g", "g"], in: .article) else {
            Issue.record("g hides gg")
            return
        }
    }

    @Test func unboundActionsAreAskedForByName() throws {
        var keymap = Keymap.standard
        try keymap.bind(["z"], to: nil)
        #expect(keymap.keyName(of: .zen) == ":zen")
        #expect(
            HelpList(place: .article, keymap: keymap).rows.contains {
                $0 == .key(":zen", Action.zen.help, name: "zen")
            })
    }

    @Test func whatCannotBeBoundIsSaid() {
        var keymap = Keymap.standard
        #expect(throws: Keymap.Fault.uselessAction(.nextMark, .facts)) {
            try keymap.bind(["x"], to: .nextMark, in: [.facts])
        }
        #expect(throws: Keymap.Fault.letterIsTyped(["x"], .search)) {
            try keymap.bind(["x"], to: .enter, in: [.search])
        }
        #expect(throws: Keymap.Fault.digitCounts(["7"])) { try keymap.bind(["7"], to: .zen) }
        #expect(keymap == .standard)
    }
}
