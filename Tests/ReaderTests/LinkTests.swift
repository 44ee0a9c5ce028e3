import News
import Screen
import Testing

@testable import Reader

/// f, o, and what opens.
struct LinkTests {
    static func reading(_ addresses: [String], link: String? = nil) -> Reading {
        let words = addresses.indices.map { "word\($0)x" }
        let plain = story(
            "World/a.txt", "World", source: nil, published: nil,
            [(.headline, "A story"), (.body, "Words: " + words.joined(separator: " ") + ".")], quotes: [], names: [],
            countries: [])
        let article = plain.article
        return Reading(
            article: Article(
                id: article.id, feed: article.feed, text: article.text, title: article.title,
                titleSpan: article.titleSpan, paragraphs: article.paragraphs, link: link,
                links: zip(words, addresses).map { Link(span: places(of: [$0], in: article.text)[0], address: $1) }),
            quotes: [], entities: [], countries: [])
    }

    private func desk(_ addresses: [String], link: String? = nil) -> Desk {
        Desk(80, 24, stories: [Self.reading(addresses, link: link)])
    }

    @Test(arguments: [0, 1, 22, 23, 100, 484, 600])
    func noHintBeginsAnother(_ count: Int) {
        let hints = LinkList.hints(count, of: Array("asdfghlerwuiotcvnmxbpz"))
        #expect(hints.count == count)
        let shown = hints.filter { !$0.isEmpty }
        #expect(Set(shown).count == shown.count)
        #expect(shown.count == min(count, count <= 22 ? 22 : 484))
        #expect(Set(shown.map(\.count)).count <= 1)
    }

    @Test func letterOpensItsLinkAtOnce() throws {
        var desk = desk(["https://a.example/1", "https://b.example/2", "https://a.example/1"])
        try desk.press("f")
        #expect(desk.text.contains("Links in this story"))
        #expect(desk.text.contains("a  word0x") && desk.text.contains("s  word1x") && !desk.text.contains("d  word2x"))
        try desk.press("s")
        #expect(desk.effects.last == .openLink("https://b.example/2"))
        #expect(desk.state.place == .stories)
        #expect(desk.footer.contains("Opening b.example"))
    }

    @Test func twoLettersOpenOneOfMany() throws {
        var desk = desk((0..<30).map { "https://a.example/\($0)" })
        try desk.press("fs")
        #expect(desk.state.place == .links)
        try desk.press("d")
        #expect(desk.effects.last == .openLink("https://a.example/24"))
        try desk.press("fs<backspace>jj<enter>")
        #expect(desk.effects.last == .openLink("https://a.example/24"))
    }

    @Test func enterOpensAndYCopies() throws {
        var desk = desk(["https://a.example/1", "https://b.example/2"])
        try desk.press("fj<enter>")
        #expect(desk.effects.last == .openLink("https://b.example/2"))
        try desk.press("fy")
        #expect(desk.effects.last == .copy("https://a.example/1"))
        try desk.press("f<esc>fq")
        #expect(desk.state.place == .stories)
    }

    @Test func oOpensTheStorysOwnPage() throws {
        var desk = desk([], link: " https://a.example/story ")
        try desk.press("o")
        #expect(desk.effects.last == .openLink("https://a.example/story"))
        try desk.press("f")
        #expect(desk.footer.contains("No link stands in this story; o opens"))
    }

    @Test(
        arguments: [
            (nil, "The story has no link of its own."), ("file:///etc/passwd", "no link to the web"),
            ("http://127.0.0.1:631/", "your own network"), ("--version", "no link to the web"),
        ] as [(String?, String)])
    func whatIsNoPageOfTheWebIsNotOpened(_ link: String?, _ words: String) throws {
        var desk = desk([], link: link)
        try desk.press("o")
        #expect(desk.footer.contains(words))
        #expect(!desk.effects.contains { if case .openLink = $0 { true } else { false } })
    }

    @Test func failureIsTold() throws {
        var desk = desk([], link: "https://a.example/")
        desk.failing = { if case .openLink = $0 { true } else { false } }
        try desk.press("o")
        #expect(desk.footer.contains("It did not work. Try again."))
    }
}
