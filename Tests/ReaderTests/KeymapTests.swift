import Screen
import Testing

@testable import Reader

struct KeymapTests {
    @Test(arguments: Place.allCases)
    func noKeyMeansTwoThingsInOnePlace(place: Place) {
        var seen: Set<Key> = []
        for key in keymap.filter({ $0.places.contains(place) }).flatMap(\.keys) {
            #expect(seen.insert(key).inserted, "\(key.name) is bound twice in \(place.name)")
        }
    }

    @Test(arguments: Action.allCases)
    func everyActionIsBound(action: Action) {
        #expect(keymap.contains { $0.action == action })
    }

    @Test(arguments: Place.allCases)
    func escapeLeadsOutOfEveryPlace(place: Place) {
        #expect(keymap.binding(for: .escape, in: place)?.action == .back)
    }

    @Test func lettersAreTypedNotObeyedWhereThereIsTyping() {
        for binding in keymap where binding.places.contains(where: \.isTyped) {
            for key in binding.keys {
                // The key that opened the help closes it, and nobody looks it up there.
                if case .character(let letter) = key, letter != "?" { Issue.record("\(letter) cannot be typed") }
            }
        }
    }

    @Test(arguments: [Place.feeds, .stories, .article, .panel])
    func helpListsEveryKeyOfItsPlace(place: Place) {
        let rows = HelpList(place: place).rows
        for binding in keymap where binding.places.contains(place) {
            #expect(rows.contains(.key(binding.keyNames, binding.help)))
        }
    }

    @Test func tableForTheReadmeNamesEveryKeyOfThePanes() {
        let table = keyTable()
        for binding in keymap where !binding.places.allSatisfy(\.isOverlay) {
            for key in binding.keys { #expect(table.contains("`\(key.name)`")) }
            #expect(table.contains(binding.help))
        }
    }
}
