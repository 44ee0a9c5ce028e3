import Feeds
import News
import Testing

/// Markdown files: front matter, marks, blocks.
struct MarkdownTests {
    @Test func frontMatterGivesTheFacts() {
        let article = article(
            id: "a", feed: "f",
            markdown: """
                ---
                title: "Ferries: back at \\"sea\\""
                date: 2024-03-12T10:15:00Z   # when it went out
                source: 'The Harbour''s News'
                author: [Ana Oliveira, Jon Dahl]
                link: https://harbour.example/ferries
                tags:
                  - ferries
                ---

                The ferries sail again on Friday, the harbour office said.
                """)
        #expect(article.title == #"Ferries: back at "sea""#)
        #expect(article.titleSpan == nil)
        #expect(article.published?.iso8601 == "2024-03-12T10:15:00Z")
        #expect(article.source == "The Harbour's News")
        #expect(article.byline == "Ana Oliveira, Jon Dahl")
        #expect(article.link == "https://harbour.example/ferries")
        #expect(article.text == "The ferries sail again on Friday, the harbour office said.")
        #expect(article.original?.hasPrefix("---") == true)
    }

    @Test func listOfAuthorsMayStandBelow() {
        let article = article(
            id: "a", feed: "f", markdown: "---\r\nauthors:\r\n  - Ana Oliveira\r\n  - Jon Dahl\r\n---\r\nWords.")
        #expect(article.byline == "Ana Oliveira, Jon Dahl")
    }

    @Test func ruleThatIsNeverClosedIsNoFrontMatter() {
        let article = article(
            id: "a", feed: "f", markdown: "---\nThe ferries sail again on Friday, the harbour office said.")
        #expect(article.marked == ["body: The ferries sail again on Friday, the harbour office said."])
    }

    @Test func blocksFindTheirParts() {
        let article = article(
            id: "a", feed: "f",
            markdown: """
                # Ferries *sail* again

                *Islanders had waited nine long days*

                The ferries sail again
                on **Friday**, the [harbour office](https://harbour.example/a_(b)) said.

                What it means
                -------------

                - Fewer boats
                - [Longer waits][1]

                > “We are tired,” said Ilse Maren,
                > who spoke for the crews.

                ![A ferry](ferry.png)

                ## Next

                1. A new `timetable`

                ***

                The office will look at it again in the spring, when new captains have been trained.

                [1]: https://harbour.example/waits
                """)
        #expect(
            article.marked == [
                "headline: Ferries sail again",
                "standfirst: Islanders had waited nine long days",
                "body: The ferries sail again on Friday, the harbour office said.",
                "heading: What it means",
                "listEntry: Fewer boats",
                "listEntry: Longer waits",
                "blockQuote: “We are tired,” said Ilse Maren, who spoke for the crews.",
                "heading: Next",
                "listEntry: A new timetable",
                "body: The office will look at it again in the spring, when new captains have been trained.",
            ])
        #expect(article.brokenSpans == [])
    }

    @Test(arguments: [
        ("# Ferries sail again\n\n*Nine days. No bread.*", "standfirst"),
        ("# Ferries sail again\n\n**Nine days without bread, and nobody says why it took so long.**", "standfirst"),
        ("# Ferries sail again\n\n_By Ana Oliveira_", "byline"),
        ("# Ferries sail again\n\n*12 March 2024*", "byline"),
        ("# Ferries sail again\n\n*Amel* was quiet on Friday, and so was *Westing*", "standfirst"),
        ("# Ferries sail again\n\n*Amel* was quiet on Friday, and so was the town of *Westing*.", "body"),
        ("---\ntitle: Ferries sail again\n---\n*Nine days. No bread.*", "standfirst"),
        ("*Nine days and no bread: nobody says why it took them so long.*", "body"),
    ])
    func lineInItalicsBelowTheHeadlineIsTheStandfirst(_ top: String, _ part: String) {
        let lead = "The ferries sail again on Friday, the harbour office in Port Amel said."
        let article = article(id: "a", feed: "f", markdown: "\(top)\n\n\(lead)")
        #expect(article.marked.suffix(2).first?.hasPrefix("\(part): ") == true, "\(article.marked)")
        #expect(article.marked.last == "body: \(lead)")
    }

    @Test(arguments: [
        ("snake_case_name and 2 * 3", "snake_case_name and 2 * 3"),
        (#"\*not emphasis\*"#, "*not emphasis*"),
        ("***strong*** and ~~gone~~", "strong and gone"),
        ("AT&amp;T &copy; &#8220;x&#8221;", "AT&T © “x”"),
        ("see <https://harbour.example/x> now", "see https://harbour.example/x now"),
        ("a <b>bold</b> word", "a bold word"),
        ("[![alt](i.png) words](t.html) after", "words after"),
        ("[just brackets] and (round ones)", "[just brackets] and (round ones)"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("an open ` mark and an open [ bracket", "an open ` mark and an open [ bracket"),
        ("one  \ntwo", "one\ntwo"),
    ])
    func marksAreTakenOut(_ markdown: String, _ text: String) {
        #expect(article(id: "a", feed: "f", markdown: markdown).text == text)
    }

    @Test func oddMarksAreReadInAMoment() {
        for mark in ["[", "[a](", "*", "`", "<", "![", "> ", "<a", "\\", "&", "# ", "- ", "[a][", "((", "---\n"] {
            let text = String(repeating: mark, count: 60_000)
            let time = ContinuousClock().measure { _ = article(id: "a", feed: "f", markdown: text) }
            #expect(time < .seconds(4), "\(mark)")
        }
    }
}
