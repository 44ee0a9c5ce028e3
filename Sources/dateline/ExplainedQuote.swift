import News
import Newsroom
import Screen

/// Why a quote has the speaker that it has, as a page for whoever doubts it.
struct ExplainedQuote {
    private let story: ExplainedStory
    private let look: PageLook
    /// In the story's quotes, from 0.
    private let index: Int
    private let quote: Quote
    private let reasons: SpeakerReasons
    private let text: String

    /// - Parameter number: of the quote, from 1.
    /// - Throws: when the story has no such quote.
    init(_ number: Int, of story: ExplainedStory, look: PageLook) throws(Problem) {
        let count = story.reading.quotes.count
        guard number <= count else {
            let quotes = count == 1 ? "one quote" : "\(count) quotes"
            throw Problem(
                count == 0
                    ? "Nobody is quoted in this story." : "The story has \(quotes); there is no quote \(number).")
        }
        self.story = story
        self.look = look
        index = number - 1
        quote = story.reading.quotes[index]
        reasons = story.reasons[index]
        text = story.reading.article.text
    }

    var page: String {
        let answer = [speaker, rule, cue, subject, antecedent, continued].compactMap { $0 }
        return ([head, answer.joined(separator: "\n")] + candidates).joined(separator: "\n\n") + "\n"
    }

    private var head: String {
        look.lines(of: "Quote \(index + 1) of \(story.reading.quotes.count)", .heading) + "\n"
            + look.lines(of: words(of: index, atMost: 200), .quote)
    }

    // MARK: Why

    private var speaker: String {
        guard let speaker = quote.speaker else {
            return fact(
                "Speaker",
                reasons.candidates.isEmpty
                    ? "nobody: no words near the quote say who spoke"
                    : "nobody: no candidate scores more than \(SpeakerReasons.least)", .dim)
        }
        guard let name = speaker.name else {
            return fact("Speaker", "unknown: the story does not say who “\(speaker.words(in: text))” is", .dim)
        }
        return fact("Speaker", name, .speaker)
    }

    private var rule: String? { reasons.rule.map { fact("Because", $0) } }
    private var cue: String? { reasons.cue.map { fact("Cue", quoted($0)) } }
    private var subject: String? { reasons.subject.map { fact("Named by", quoted($0)) } }

    private var antecedent: String? {
        reasons.antecedent.map { fact("Stands for", "\(quoted($0.words)): \($0.link)") }
    }

    private var continued: String? {
        reasons.continues.map { fact("Goes on", "with the speaker of quote \($0 + 1), \(words(of: $0, atMost: 60))") }
    }

    private func fact(_ name: String, _ words: String, _ role: Role = .plain) -> String {
        let margin = 12
        return Self.padded(name, to: margin) + look.lines(of: words, role, hanging: margin)
    }

    // MARK: Who else

    private var candidates: [String] {
        if reasons.candidates.isEmpty { return [] }
        let title = look.lines(of: "WHO CAME INTO QUESTION", .heading)
        let scale = look.lines(
            of: "The highest score is taken, if it is more than \(SpeakerReasons.least).", .dim)
        return [title + "\n" + scale] + reasons.candidates.enumerated().map { candidate($1, rank: $0 + 1) }
    }

    private func candidate(_ candidate: SpeakerReasons.Candidate, rank: Int) -> String {
        let written = quoted(candidate.subject)
        var head = StyledText("\(rank). ", .dim)
        head.add(candidate.name ?? written, .speaker)
        if let name = candidate.name, written != "“\(name)”" { head.add(", by \(written)") }
        head.add(": \(candidate.rule). Score\u{A0}")
        head.add(Self.signed(candidate.score), .hintKey)
        let clues = candidate.clues.filter { $0.weight != 0 }
        let sorted =
            clues.filter { $0.weight > 0 }.sorted { $0.weight > $1.weight }
            + clues.filter { $0.weight < 0 }.sorted { $0.weight < $1.weight }
        return ([look.lines(of: head, hanging: 3)] + sorted.map(clue)).joined(separator: "\n")
    }

    private func clue(_ words: String, _ weight: Int) -> String {
        let sum = weight > 0 ? "+\(weight)" : Self.signed(weight)
        let blanks = String(repeating: " ", count: max(0, 8 - columns(of: sum)))
        return blanks + sum + "  " + look.lines(of: words, .plain, hanging: 10)
    }

    private static func signed(_ number: Int) -> String { number < 0 ? "−\(-number)" : "\(number)" }

    // MARK: Words of the story

    private func quoted(_ span: TextSpan) -> String { "“\(Self.cut(text[span], to: 120))”" }

    private func words(of quote: Int, atMost limit: Int) -> String {
        let parts = story.reading.quotes[quote].words.map { String(text[$0]) }
        return "“\(Self.cut(parts.joined(separator: " … "), to: limit))”"
    }

    private static func cut(_ words: some StringProtocol, to limit: Int) -> String {
        let start = words.prefix(limit)
        return start.endIndex == words.endIndex ? String(words) : start + "…"
    }

    private static func padded(_ words: String, to width: Int) -> String {
        words + String(repeating: " ", count: max(0, width - columns(of: words)))
    }
}
