import Testing

@testable import Newsroom

@Suite struct SearchingTests {
    @Test(arguments: [
        ("L’Été à Łódź", " l ete a lodz"), ("Straße, ÆON", " strasse aeon"), ("İstanbul’da", " istanbul da"),
        ("e\u{301}tude", " etude"), ("Ёлка и Йод", " елка и иод"), ("Ελλάδα Ἀθῆναι", " ελλαδα αθηναι"),
        ("F-16s: 2,000", " f 16s 2 000"), ("日本の新聞", " 日本の新聞"), ("", ""), (" — ", ""), ("o\u{AD}pen", " open"),
        ("Điện Biên Phủ", " dien bien phu"), ("Ståle Ødegård", " stale odegard"),
    ])
    func caseAndAccentsAreTakenAway(_ text: String, _ plain: String) {
        #expect(String(decoding: folded(text), as: UTF8.self) == plain)
    }

    private static let story = SearchText(
        title: "Harbour strike spreads to Łódź", names: ["Ana Lima", "Dock Workers’ Union"],
        text:
            "Harbour strike spreads to Łódź. Lima said the strike would last. “No ship sails,” the union says. 東京の港も閉鎖")

    @Test(arguments: [
        ("strike", true), ("STRIK", true), ("lodz", true), ("łódź strike", true), ("rike", false),
        ("strike rain", false),
        ("ana", true), ("\"ship sails\"", true), ("\"sails ship\"", false), ("sails ship", true), ("“no ship", true),
        ("港", true), ("東京", true), ("workers'", true), ("", true), ("—", true),
    ])
    func allWordsAreFoundAtTheStartOfWords(_ words: String, _ isFound: Bool) {
        #expect((SearchQuery(words).match(Self.story) != nil) == isFound)
    }

    @Test func aHeadlineGoesBeforeASpeakerASpeakerBeforeANameANameBeforeTheText() {
        let inText = SearchText(title: "", names: [], text: String(repeating: "border ", count: 80))
        let inNames = SearchText(title: "", names: ["Border Police"], text: "")
        let inSpeakers = SearchText(title: "", speakers: ["Border Police"], names: ["Border Police"], text: "")
        let inTitle = SearchText(title: "The border", names: [], text: "")
        expectRanked([inTitle, inSpeakers, inNames, inText], by: "border")
    }

    @Test func wholeWordsGoBeforeLongerOnesAndPhrasesBeforeWordsApart() {
        func text(_ words: String) -> SearchText { SearchText(title: "", names: [], text: words) }
        expectRanked([text("give it to us"), text("used, using, useful")], by: "us")
        expectRanked([text("on the black sea"), text("a black cat at sea, at sea")], by: "black sea")
        let titles = ["Black Sea grain", "Sea turns black"].map { SearchText(title: $0, names: [], text: "") }
        expectRanked(titles, by: "black sea")
    }

    private func expectRanked(_ stories: [SearchText], by words: String) {
        let scores = stories.compactMap { SearchQuery(words).match($0)?.score }
        #expect(scores.count == stories.count && scores == scores.sorted(by: >) && Set(scores).count == scores.count)
    }

    @Test(arguments: [("aa", "aaaa", 2), ("ab", "abcab", 2), ("abc", "ab", 0), ("a", "aaa", 0), ("cd", "abcd", 1)])
    func occurrencesDoNotOverlap(_ needle: String, _ text: String, _ expected: Int) {
        #expect(count(Array(needle.utf8), in: Array(text.utf8), atMost: 9) == expected)
    }
}
