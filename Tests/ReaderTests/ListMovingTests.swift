import News
import Testing

@testable import Reader

/// What moving in a list brings onto the screen, and what it has read beforehand.
struct ListMovingTests {
    struct Move: CustomTestStringConvertible {
        let what: String
        let top: Int
        let chosen: Int
        let expected: Int
        var testDescription: String { what }
    }

    /// A hundred rows of three lines in thirty lines, of which ten come into sight at once.
    @Test(arguments: [
        Move(what: "inside, nothing moves", top: 4, chosen: 13, expected: 4),
        Move(what: "below the end, three more rows come", top: 4, chosen: 14, expected: 8),
        Move(what: "above the top, three more rows come", top: 8, chosen: 7, expected: 4),
        Move(what: "near the first row", top: 3, chosen: 2, expected: 0),
        Move(what: "near the last row", top: 88, chosen: 98, expected: 90),
        Move(what: "the last row", top: 0, chosen: 99, expected: 90),
        Move(what: "a window that stands past the end", top: 95, chosen: 97, expected: 90),
    ]) func listMovesOnceInAWhileAndShowsWhatComesNext(_ move: Move) {
        #expect(top(move.top, showing: move.chosen, of: 100, lines: 30, ahead: 10) { _ in 3 } == move.expected)
    }

    @Test(arguments: [1, 2, 5, 9]) func chosenRowIsSeenInEveryWindow(_ lines: Int) {
        var first = 0
        for chosen in Array(0..<40) + Array((0..<40).reversed()) {
            first = top(first, showing: chosen, of: 40, lines: lines, ahead: lines / 3) { $0 % 3 + 1 }
            let above = (first..<chosen).reduce(0) { $0 + $1 % 3 + 1 }
            #expect(first == chosen || above + chosen % 3 + 1 <= lines)
        }
    }

    @Test func openedStoryHasItsNeighboursReadAhead() throws {
        var desk = Desk(120, 40)
        try desk.press("j")
        desk.isSlow = true
        try desk.press("j")
        let chosen = try #require(desk.state.list.row)
        let reading = try #require(Stories.all.first { $0.article.id == desk.state.chosenHeadline?.id })
        let neighbours = [chosen + 1, chosen - 1].map { desk.state.library[desk.state.list.rows[$0]].id }
        var state = desk.state
        #expect(update(&state, .opened(reading)) == [.readAhead(ids: neighbours)])
        #expect(update(&state, .opened(reading)).isEmpty)
    }
}
