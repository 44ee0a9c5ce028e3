import Feeds
import News
import Testing

/// Entries as stories.
struct EntryArticleTests {
    private func story(_ change: (inout ParsedEntry) -> Void) -> Article {
        var entry = ParsedEntry()
        entry.title = "Ferry strike halts the port"
        entry.link = "https://harbour.example/news/1"
        change(&entry)
        return article(id: "1", feed: "f", entry: entry, source: "Harbour News")
    }

    private func parts(_ story: Article) -> [String] {
        story.paragraphs.map { "\($0.part): \(story.text[$0.span])" }
    }

    @Test func whatTheEntrySaysGoesFirst() {
        let story = story {
            $0.author = "Ana Lima"
            $0.published = Timestamp(iso8601: "2024-03-12")
            $0.content = MarkedText(
                "<p>By Someone Else, 1 January 2001</p><p>Crews walked out of the ferries on Monday and stayed out.</p>",
                .html)
        }
        #expect(story.title == "Ferry strike halts the port")
        #expect(story.byline == "Ana Lima")
        #expect(story.source == "Harbour News")
        #expect(story.published?.day == "2024-03-12")
        #expect(story.link == "https://harbour.example/news/1")
        #expect(story.original?.hasPrefix("<p>By") == true)
    }

    @Test func aRepeatedTitleIsTheHeadline() {
        let story = story {
            $0.content = MarkedText(
                "<h1>Ferry strike halts the port</h1><p>Crews walked out of the ferries on Monday and stayed out.</p>",
                .html)
        }
        #expect(
            parts(story) == [
                "headline: Ferry strike halts the port",
                "body: Crews walked out of the ferries on Monday and stayed out.",
            ])
        #expect(story.titleSpan != nil)
    }

    @Test func aSummaryOfItsOwnIsTheStandfirst() {
        let story = story {
            $0.summary = MarkedText("Nobody crosses the bay this week.", .plain)
            $0.content = MarkedText("<p>Crews walked out of the ferries on Monday and stayed out.</p>", .html)
        }
        #expect(
            parts(story) == [
                "standfirst: Nobody crosses the bay this week.",
                "body: Crews walked out of the ferries on Monday and stayed out.",
            ])
    }

    @Test(arguments: [
        "Crews walked out of the ferries on Monday and stayed […]",
        "<p>Crews walked out of the ferries on Monday… <a href='x'>Read more</a></p>",
        "they want better pay and shorter days",
    ])
    func aSummaryThatTheContentHasIsShownOnce(_ summary: String) {
        let story = story {
            $0.summary = MarkedText(summary, .html)
            $0.content = MarkedText(
                "<p>Crews walked out of the ferries on Monday and stayed out all day.</p><p>As before, they want better pay and shorter days.</p>",
                .html)
        }
        #expect(story.paragraphs.map(\.part) == [.body, .body])
    }

    @Test func theLeadMayBeTheStandfirst() {
        let story = story {
            $0.summary = MarkedText("Crews walked out on Monday.", .plain)
            $0.content = MarkedText(
                "<p>Crews walked out on Monday.</p><p>They want better pay, and days that end in time for supper.</p>",
                .html)
        }
        #expect(story.paragraphs.map(\.part) == [.standfirst, .body])
    }

    @Test func furnitureOfFeedsIsSetAside() {
        let story = story {
            $0.content = MarkedText(
                """
                <p>Crews walked out of the ferries on Monday and stayed out.</p><img src="https://t.example/1.gif" width=1 height=1>
                <p>The post <a href="x">Ferry strike halts the port</a> appeared first on <a href="/">Harbour News</a>.</p>
                """, .html)
        }
        #expect(story.paragraphs.map(\.part) == [.body, .furniture])
    }

    @Test func aListOfLinksIsAStoryToo() {
        let story = story {
            $0.content = MarkedText(
                "<a href='/a'>One thing</a><br><br><a href='/b'>Another</a>", .html, base: "https://a.example/x")
        }
        #expect(story.paragraphs.allSatisfy { $0.part.isBody })
    }

    @Test func plainTextStaysAsItIs() {
        let story = story {
            $0.summary = MarkedText(
                "One & two <three>.\n\nFour went on for a good while longer than anyone thought.", .plain)
        }
        #expect(story.text.hasPrefix("One & two <three>.\n\nFour"))
        #expect(story.original == nil)
    }

    @Test func anEntryWithoutTextOrTitleIsAStory() {
        #expect(story { _ in }.paragraphs.isEmpty)
        let untitled = story {
            $0.title = nil
            $0.content = MarkedText(
                "<p>Crews walked out. Then they came back, and all was well again in the end.</p>", .html)
        }
        #expect(untitled.title == "Crews walked out")
    }

    @Test func aKeyTellsEntriesApart() {
        var entry = ParsedEntry()
        #expect(!entry.key.isEmpty)
        entry.summary = MarkedText("<p>Words</p>", .html)
        #expect(entry.key == "Words")
        entry.title = "Title"
        entry.published = Timestamp(iso8601: "2024-03-12")
        #expect(entry.key == "Title 2024-03-12T00:00:00Z")
        entry.link = "https://a.example/"
        #expect(entry.key == "https://a.example/")
        entry.id = "no-1"
        #expect(entry.key == "no-1")
    }
}
