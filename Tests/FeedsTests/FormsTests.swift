import Feeds
import News
import Testing

/// Forms, rows of buttons, and the lines of names and dates that stand on pages around a story.
struct FormsTests {
    @Test(arguments: stories)
    func everyParagraphFindsItsPart(_ story: MarkedStory) {
        let article = article(id: "a", feed: "f", text: story.text)
        #expect(article.marked == story.paragraphs)
        #expect(article.brokenSpans == [])
    }

    static let stories = [
        MarkedStory(
            "forms to subscribe, within the story",
            """
            headline: Ferries sail again to the outer islands
            body: The ferries sail again on Friday, the harbour office in Port Amel said on Tuesday.
            furniture: Get the weekly harbour note
            furniture: Sign up for free. Unsubscribe whenever you like.
            furniture: Your email address
            body: Islanders had been without fresh bread and mail for nine days, and nobody liked it.
            furniture: Newsletter
            furniture: THE TUESDAY TIDE
            furniture: Our best harbour writing in your inbox. Enter your email address
            furniture: Sign up
            body: The crews had asked for a second captain on every night boat, and now they have one.
            furniture: Subscribe to our weekly digest
            furniture: Five stories from the quay to the cape. No spam.
            body: The harbour office will pay for it with a small rise in fares from the summer on.
            """),
        MarkedStory(
            "sentences that look like forms to subscribe",
            """
            headline: A hermit is asked for his address
            body: “Sign up for our newsletter,” the machine said, and the hermit laughed at it for a good while.
            body: “Your email address, please.”
            body: “It will be in your inbox in a minute,” it went on, “and you can unsubscribe at any time.”
            body: Get the boats in, his mother used to say, and then we shall see what the night will bring.
            body: He has not had a letter in his inbox since the spring of 1998, and the last one was a bill.
            """),
        MarkedStory(
            "one invitation alone may be a sentence of the story",
            """
            headline: How to leave every list in the harbour
            body: Few letters are as hard to stop as those of the harbour office, which has sent them since 1911.
            body: Unsubscribe from the tide tables first.
            body: The rest will follow by itself, the office says, in about four to six weeks or a little more.
            """),
        MarkedStory(
            "rows of buttons",
            """
            headline: Ferries sail again to the outer islands
            furniture: Facebook X WhatsApp
            furniture: X
            furniture: Copy link
            body: The ferries sail again on Friday, the harbour office in Port Amel said on Tuesday.
            furniture: Share: Facebook | X | WhatsApp | Email
            body: X
            body: Islanders had been without fresh bread and mail for nine days, and nobody liked it.
            """.replacing("body: X\n", with: "")),
        MarkedStory(
            "a sentence about such names is no row of buttons",
            """
            headline: Harbour office leaves the networks
            body: The harbour office left three networks on Friday, and nobody in Port Amel took much notice.
            body: Facebook, WhatsApp and Telegram.
            body: It will go on writing letters by hand, as it has done since the winter of 1911, it said.
            """),
        MarkedStory(
            "a name above its title and the date",
            """
            headline: Under the stars of Lanta, a cinema arrives by boat
            standfirst: A projector, a bedsheet and nine goats make a festival
            byline: Ana Oliveira
            byline: Culture correspondent
            byline: Saturday 24 January 2026 06.30
            body: The screen was a bedsheet, the seats were crates, and the first to arrive was a goat.
            """),
        MarkedStory(
            "what stands below the lead is none of the page's names",
            """
            headline: Under the stars of Lanta, a cinema arrives by boat
            body: The screen was a bedsheet, the seats were crates, and the first to arrive was a goat.
            heading: The Old Projector Room
            body: It had been bought in 1961 from a school that had no more use for it, the owner said.
            """),
    ]

    private static let lead =
        "The ferries between Port Amel and the outer islands sail again on Friday, the harbour office said."

    @Test(
        arguments: [
            ("By Ana Oliveira\n\nThe Amel Ledger, 30 January 2026", "Ana Oliveira", "The Amel Ledger", "2026-01-30"),
            (
                "By Ana Oliveira\nAmel Standard-Courier\nApril 2, 2026", "Ana Oliveira", "Amel Standard-Courier",
                "2026-04-02"
            ),
            ("By Ana Oliveira\nThe Western Lantern\n2 April 2026", "Ana Oliveira", "The Western Lantern", "2026-04-02"),
            ("By Ana Oliveira\nPort Amel, March 4, 2026\n", "Ana Oliveira", nil, "2026-03-04"),
            ("By Ana Oliveira\nPORT AMEL, March 4, 2026\n", "Ana Oliveira", nil, "2026-03-04"),
            ("By Ana Oliveira | Southern Courier | April 23, 2026", "Ana Oliveira", "Southern Courier", "2026-04-23"),
            ("Southern Arts Courier | 23 April 2026", nil, "Southern Arts Courier", "2026-04-23"),
            ("23 April 2026 | Southern Arts Courier", nil, "Southern Arts Courier", "2026-04-23"),
            ("The Amel and Westing Review, Friday 13 March 2026", nil, "The Amel and Westing Review", "2026-03-13"),
            ("Amel & Westing Quarterly, Spring 2026", nil, "Amel & Westing Quarterly", nil),
            ("Sunday, 8 March 2026", nil, nil, "2026-03-08"), ("Tue., 23 June 2026", nil, nil, "2026-06-23"),
            ("28 August 2026 · 4 min read", nil, nil, "2026-08-28"),
            (
                "By Ana Oliveira, energy correspondent\nThe Amel Gazette\n5 October 2026", "Ana Oliveira",
                "The Amel Gazette",
                "2026-10-05"
            ),
            ("By Ana Oliveira in Port Amel and Jon Dahl in Westing", "Ana Oliveira and Jon Dahl", nil, nil),
            ("By Ana Oliveira in Trinidad and Tobago", "Ana Oliveira", nil, nil),
        ] as [(String, String?, String?, String?)])
    func linesBelowTheHeadlineAreRead(_ lines: String, byline: String?, source: String?, day: String?) {
        let story = article(id: "a", feed: "f", text: "Ferries sail again to the islands\n\n\(lines)\n\n\(Self.lead)")
        #expect(story.byline == byline)
        #expect(story.source == source)
        #expect(story.published?.day == day)
        #expect(story.standfirst == nil)
        #expect(story.body == Self.lead)
    }

    @Test(
        arguments: [
            ("BLUE LANTERN", "© Blue Lantern 2024. All rights reserved.", "Blue Lantern"),
            ("Blue Lantern", "Copyright 2026 Blue Lantern Ltd", "Blue Lantern"),
            ("World", "Copyright © 2026 The Lanta Gazette. All rights reserved.", "The Lanta Gazette"),
            ("World", "© 2026 Ana Oliveira", nil),
        ] as [(String, String, String?)])
    func noticeOfRightsNamesTheMasthead(_ top: String, _ notice: String, _ source: String?) {
        let story = article(
            id: "a", feed: "f", text: "\(top)\n\nFerries sail again to the islands\n\n\(Self.lead)\n\n\(notice)")
        #expect(story.source == source)
    }

    @Test func headlineMayHoldADate() {
        let story = article(id: "a", feed: "f", text: "What happened in Lanta, 12 March 2024\n\n\(Self.lead)")
        #expect(story.title == "What happened in Lanta, 12 March 2024")
    }
}
