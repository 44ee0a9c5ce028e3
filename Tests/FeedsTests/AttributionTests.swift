import Feeds
import News
import Testing

/// Who wrote a story, when, and for whom.
struct AttributionTests {
    private static let lead =
        "The ferries between Port Amel and the outer islands sail again on Friday, the harbour office said."

    @Test(arguments: [
        ("By Maria Lopez, Staff Writer", "Maria Lopez"),
        ("Written by Jean-Luc de Vries", "Jean-Luc de Vries"),
        ("By: Maria Lopez and Jon Dahl", "Maria Lopez and Jon Dahl"),
        ("By Maria Lopez, Jon Dahl and Ilse Maren", "Maria Lopez, Jon Dahl and Ilse Maren"),
        ("MARIA LOPEZ | 12 March 2024", "MARIA LOPEZ"),
        ("Maria Lopez, The Harbour Press", "Maria Lopez"),
        ("By Łukasz Żak in Gdańsk", "Łukasz Żak"),
        ("By The Harbour Press", "The Harbour Press"),
    ])
    func bylineNamesTheWriters(_ line: String, _ names: String) {
        let story = article(id: "a", feed: "f", text: "Ferries sail again to the islands\n\(line)\n\n\(Self.lead)")
        #expect(story.byline == names)
        #expect(story.paragraphs[1].part == .byline)
    }

    @Test(arguments: ["By Monday evening", "By the river", "By and large a good year"])
    func otherLinesAreNoBylines(_ line: String) {
        #expect(
            article(id: "a", feed: "f", text: "Ferries sail again to the islands\n\(line)\n\n\(Self.lead)").byline
                == nil)
    }

    @Test(arguments: [
        ("Ferries sail again to the islands\n\n\(lead)\n\nSource: Harbour News", "Harbour News"),
        ("Harbour Daily News\nFerries sail again to the islands\n\n\(lead)", "Harbour Daily News"),
        ("PORT AMEL (Reuters) - \(lead)", "Reuters"),
        ("PORT AMEL, Westing (AP) \u{2014} \(lead)", "AP"),
        ("(CNN) \(lead)", "CNN"),
        (
            "Ferries sail again to the islands\n\n\(lead)\n\n\u{A9} 2024 Harbour News. All rights reserved.",
            "Harbour News"
        ),
        ("By Maria Lopez | Harbour News | 12 March 2024\n\n\(lead)", "Harbour News"),
    ])
    func sourceIsFound(_ text: String, _ source: String) {
        #expect(article(id: "a", feed: "f", text: text).source == source)
    }

    @Test(arguments: ["World News", "Latest Sports News", "Top Stories Today"])
    func sectionOfAPageIsNoSource(_ line: String) {
        #expect(
            article(id: "a", feed: "f", text: "\(line)\nFerries sail again to the islands\n\n\(Self.lead)").source
                == nil)
    }

    @Test func dateOfTheStoryIsNotADateInTheStory() {
        #expect(
            article(id: "a", feed: "f", text: "On 12 March 2024 the ferries stopped, and nobody knew for how long.")
                .published == nil)
        let dated = article(id: "a", feed: "f", text: "LANTA, Westing, Jun 3 2022 (HN) - \(Self.lead)")
        #expect(dated.published?.day == "2022-06-03")
    }

    @Test func publicationOutweighsUpdate() {
        let text = "Ferries sail again to the islands\nUpdated 14 March 2024\nPublished 12 March 2024\n\n\(Self.lead)"
        #expect(article(id: "a", feed: "f", text: text).published?.day == "2024-03-12")
    }

    @Test func whatIsGivenGoesBeforeWhatTheTextSays() {
        let given = article(
            id: "a", feed: "f", text: "PORT AMEL (Reuters) - \(Self.lead)", source: "Harbour News",
            published: Timestamp(seconds: 0), link: "https://harbour.example/1", byline: "Jon Dahl")
        #expect(given.source == "Harbour News")
        #expect(given.published == Timestamp(seconds: 0))
        #expect(given.link == "https://harbour.example/1")
        #expect(given.byline == "Jon Dahl")
    }
}
