@testable import Feeds
import Testing

/// The tables of phrases: each row proves itself by its example.
struct PhraseTests {
    @Test(arguments: [
        ("furniture", furniturePhrases), ("credits", creditPhrases), ("last lines", lastLineCreditPhrases),
        ("captions", captionPhrases), ("bylines", bylineOpenings), ("sources", sourceOpenings),
        ("forms", signUpPhrases), ("heads of forms", signUpTitles), ("feeds", feedFurniturePhrases),
    ])
    func everyRowKnowsItsExample(_ name: String, _ rows: [Phrase]) {
        for row in rows {
            #expect(PhraseTable([row]).contains(FoldedLine(row.example)), "\(name): \(row.pattern) / \(row.example)")
        }
        #expect(Set(rows.map(\.pattern)).count == rows.count, "a pattern stands twice")
    }

    @Test(arguments: [
        ("\u{2022} READ  MORE:\u{A0}Ferries \u{201C}sail\u{201D}\u{2026}", "read more: ferries \"sail\""),
        ("\u{2192} Don\u{2019}t miss \u{BB}", "don't miss"),
        ("Łódź\u{2014}Gdańsk.", "Łódź-gdańsk"),
        ("***", ""),
    ])
    func lineIsFolded(_ line: String, _ folded: String) {
        #expect(String(decoding: FoldedLine(line).bytes, as: UTF8.self) == folded)
    }

    @Test(arguments: [
        ("read more: …", "Read more: a", true), ("read more: …", "Read more", false),
        ("# comments", "1,204 comments", true),
        ("# comments", "Many comments", false), ("a … b", "A long way to B", true), ("a … b", "A long way to C", false),
        ("… b", "all the way to b", true), ("menu", "Menus", false),
    ])
    func patternIsMatched(_ pattern: String, _ line: String, _ isMatch: Bool) {
        #expect(PhraseTable([Phrase(pattern, "")]).contains(FoldedLine(line)) == isMatch)
    }

    @Test func sentenceIsNoneOfTheShortPhrases() {
        #expect(
            !PhraseTable([Phrase("share this…", "")]).contains(FoldedLine("Share this bread with your neighbours.")))
    }
}
