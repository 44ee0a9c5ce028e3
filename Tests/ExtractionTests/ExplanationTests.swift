import Extraction
import News
import Testing

/// Why each quote has its speaker.
@Suite struct ExplanationTests {
    private static let text = """
        Ana Ruiz has kept the harbour for thirty years.

        “The tide keeps its own clock,” she said. “The ferry only has a watch.”

        “Who moved the lighthouse?”
        """

    private func story(_ text: String) -> Article {
        var paragraphs: [Paragraph] = []
        var start = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let end = start + line.utf8.count
            if end > start { paragraphs.append(Paragraph(TextSpan(start, end), .body)) }
            start = end + 1
        }
        return Article(id: "x", feed: "", text: text, title: "x", titleSpan: nil, paragraphs: paragraphs)
    }

    private func words(_ span: TextSpan?) -> String? { span.map { String(Self.text[$0]) } }

    @Test func everyQuoteIsExplained() {
        let story = story(Self.text)
        #expect(explain(story).count == read(story).quotes.count)
    }

    @Test func ruleCueSubjectAndAntecedentAreTold() throws {
        let first = try #require(explain(story(Self.text)).first)
        #expect(first.rule == .cueAfter)
        #expect(words(first.cue) == "said")
        #expect(words(first.subject) == "she")
        #expect(words(first.antecedent?.words) == "Ana Ruiz")
        #expect(first.antecedent?.link == .subject)
        #expect(first.continues == nil)
    }

    @Test func whatGoesOnNamesTheQuoteItContinues() {
        let second = explain(story(Self.text))[1]
        #expect(second.rule == .sameParagraph)
        #expect(second.cue == nil)
        #expect(second.continues == 0)
    }

    @Test func candidatesComeLikeliestFirst() {
        for explanation in explain(story(Self.text)) {
            let scores = explanation.candidates.map(\.score)
            #expect(scores == scores.sorted(by: >))
            #expect((explanation.rule != nil) == (scores.first ?? .min > QuoteExplanation.least))
        }
    }

    @Test func certaintySaysHowTheNameWasFound() {
        let text = """
            “One,” said Ana Ruiz. “Two two two.”

            “Three,” Ruiz said.

            “Four,” a police spokesman said.
            """
        let certainties = read(story(text)).quotes.map { $0.speaker?.certainty }
        #expect(certainties == [.written, .carriedOver, .resolved, .written])
    }
}
