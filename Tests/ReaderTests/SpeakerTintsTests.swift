import News
import Screen
import Testing

@testable import Reader

struct SpeakerTintsTests {
    @Test func everySpeakerHasATintOfTheirOwnWhereverTheyAreShown() throws {
        var desk = Desk(120, 40)
        try desk.press("<enter>1")
        let article = try #require(desk.state.open)
        let (kask, laine) = ("Maarja Kask", "Eero Laine")
        #expect(article.speakers.name(of: kask) == .speakerA)
        #expect(article.speakers.name(of: laine) == .speakerB)
        #expect(article.speakers.name(of: nil) == nil)
        let roles = desk.screen.cells.map(\.role)
        // In panel and text, in the order in which they first speak.
        for role in [Role.speakerB, .tintA, .tintB] { #expect(roles.contains(role)) }
        try desk.press("<esc>\"")
        #expect(desk.screen.cells.map(\.role).contains(.speakerA))
    }

    @Test func theSeventhBeginsAnew() {
        let speakers = SpeakerTints(
            Reading(
                article: Stories.harbour.article,
                quotes: (0..<7).map { number in
                    Quote(
                        words: [TextSpan(number, number + 1)], cue: nil,
                        speaker: Speaker(written: nil, name: "Speaker \(number)", certainty: .written))
                }, entities: [], countries: []))
        #expect(speakers.words(of: "Speaker 6") == speakers.words(of: "Speaker 0"))
        #expect(Set((0..<6).map { speakers.words(of: "Speaker \($0)") }).count == 6)
        #expect(speakers.words(of: "Nobody") == .quote)
    }
}
