import FolderKit
import Glibc
import News
import Testing

@testable import Newsroom

/// Where else a name stands, and what is said of it first.
@Suite struct NamingTests {
    private let folder = TemporaryFolder()

    private func newsroom(_ stories: [String: String]) -> Newsroom {
        mkdir(folder.path("News"), 0o700)
        for (name, text) in stories { folder.write(text, to: "News/\(name).txt") }
        let newsroom = Newsroom(dataFolder: nil)
        newsroom.load([folder.path("News")]) { _ in }
        return newsroom
    }

    @Test func cardHasTheFirstSentenceAndTheOtherStoriesNewestFirst() throws {
        let newsroom = newsroom([
            "a": """
            Ministers meet in Oslo

            The night was long. President Sauli Niinistö met Jens Stoltenberg in Oslo on Monday. “We talked,” Niinistö said.
            """,
            "old":
                "A walk\n\n2 February 2020\n\nPresident Sauli Niinistö walked in the woods near Turku on Sunday morning.\n",
            "new": "A swim\n\n3 March 2022\n\nPresident Sauli Niinistö swam in the sea near Turku on Sunday morning.\n",
        ])
        let question = NameCard.Question(story: "News/a.txt", name: "Sauli Niinistö", kind: .person)
        let card = try newsroom.card(for: question)
        let text = try newsroom.reading(id: "News/a.txt").article.text
        #expect(
            card.firstSentence.map { String(text[$0]) }
                == "President Sauli Niinistö met Jens Stoltenberg in Oslo on Monday.")
        #expect(card.otherStories == ["News/new.txt", "News/old.txt"])
        #expect(card.question == question)
    }

    @Test func aPersonIsNoPlaceAndAStoryReadAgainIsCountedOnce() throws {
        let newsroom = newsroom(["a": "Oslo wakes\n\nOslo woke early on Monday, said Mayor Kari Moen.\n"])
        newsroom.load([folder.path("News")]) { _ in }
        func others(_ name: String, _ kind: Entity.Kind) throws -> [String] {
            try newsroom.card(for: NameCard.Question(story: "elsewhere", name: name, kind: kind)).otherStories
        }
        #expect(try others("OSLO", .place) == ["News/a.txt"])
        #expect(try others("Oslo", .person) == [])
        #expect(try others("Nobody", .person) == [])
    }
}
