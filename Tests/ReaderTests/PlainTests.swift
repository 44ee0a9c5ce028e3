import News
import Screen
import Testing

@testable import Reader

/// The reader without a screen: what lines are answered.
struct PlainTests {
    private let stories = [Stories.ferry, Stories.chess, Stories.orchard, Stories.harvest]

    /// All that is said after some lines; each answer begins with "> " and its line.
    private func said(_ lines: String..., glyphs: Glyphs = .unicode, linesAtATime: Int? = nil, columns: Int = 200)
        -> String
    {
        var desk = PlainDesk(
            PlainReader(columns: columns, linesAtATime: linesAtATime, glyphs: glyphs), stories: stories)
        return desk.said(lines)
    }

    @Test func storiesAreNumberedAndReadByTheirNumber() {
        let said = said("2")
        #expect(said.contains("4 stories, 4 unread, sorted by newest."))
        #expect(
            said.contains(
                "2. Night ferry keeps its library. Island Post, 12 Mar 2026, 1 min, unread. About Norway, Denmark."))
        #expect(said.contains("> 2\nNight ferry keeps its library.\nIsland Post, 12 Mar 2026"))
        #expect(said.contains("only a boat,” [quote 1, Solveig Dahl] Captain"))
    }

    @Test(arguments: [
        ("n", "Quote 1 of 1. Jürg Näf said: “Wir spielen gegen Wolken”"), ("quote 1", "Quote 1 of 1."),
        ("quotes", "1 quote in “Blitz"), ("names", "1. Jürg Näf, 1 mention."), ("name 2", "Zürich, mention 1 of "),
        ("countries", "Japan, JP, the story is about it, "), ("facts", "Headline: Blitz"),
        ("links", "no page of its own"), ("open-link", "no link of its own"), ("link 3", "no such link"),
        ("sort source", "4 stories, 3 unread, sorted by source."), ("country dk", "1 story about Denmark"),
        ("/books", "1 story with “books”"), ("search nowhere", "No story here has “nowhere”"),
        ("b", "Bookmarked the story."), ("unread", "Marked unread."), ("read", "read already"),
        ("choose-country", "Denmark, DK: 1 story."), ("feeds", "World: 1 story, 1 unread."),
        ("9", "There is no story 9; there are 4 stories."), ("frobnicate", "There is no command “frobnicate”"),
        ("zen", "changes the screen"), (":next-story", "Night ferry"), ("quote", "needs a number"),
        ("problems", "Nothing has failed."), ("help", "country NAME: only"), ("more", "That was all."),
        ("copy", "“Blitz in Kyōto"), ("set measure 60", "nothing to set"),
    ])
    func aLineIsAnswered(_ line: String, _ words: String) {
        let said = said("1", line)
        #expect(said.components(after: "> \(line)\n").contains(words), "\(said)")
    }

    @Test func whatIsKeptIsTheQuoteToldLastOrTheStory() {
        let said = said("2", "n", "bookmark", "quotes", "bookmark story", "undo", "undo", "quotes")
        #expect(said.contains("Bookmarked the quote of Solveig Dahl."))
        #expect(said.contains("only a boat,” Bookmarked."))
        #expect(said.contains("Bookmarked the story."))
        #expect(said.hasSuffix("only a boat,”\n"))
    }

    @Test func longAnswersWaitForEnter() {
        let said = said("2", "", "", linesAtATime: 3, columns: 40)
        #expect(said.contains("More follows: press Enter.\n> \n"))
        #expect(said.split(separator: "> ").dropFirst().allSatisfy { $0.split(separator: "\n").count <= 5 })
    }

    @Test func everyCommandOfTheHelpIsUnderstood() throws {
        let reader = PlainReader(columns: 80, linesAtATime: nil)
        for form in PlainForm.all {
            let argument = ["NUMBER": "1", "NAME": "all", "WORDS": "x", "PATH": "x.md"][form.argument] ?? ""
            _ = try reader.command("\(form.names[0]) \(argument)".trimmed)
        }
        // And every one of the screen's is either told or says why not.
        for action in Action.allCases.filter(\.isCommand) where PlainForm.named(action.name) == nil {
            let error = #expect(throws: Misunderstanding.self) { try reader.command(action.name) }
            #expect(error?.sentence.contains("there is none here") == true)
        }
    }

    @Test func inASCIINothingElseIsSaid() {
        let said = said("1", "quotes", "names", "help", "n", "original", "frob“n", glyphs: .ascii)
        #expect(said.replacing("frob“n", with: "").utf8.allSatisfy { $0 < 0x80 && ($0 >= 0x20 || $0 == 0x0A) })
        #expect(said.contains("Jurg Naf"))
        // Also what the reader's command line takes.
        #expect(["filter", "smart", "subscribe", "rename", "move", "feed-set"].allSatisfy { said.contains("\n\($0)") })
    }
}

extension String {
    fileprivate func components(after mark: String) -> Substring {
        firstRange(of: mark).map { self[$0.upperBound...] } ?? ""
    }
}
