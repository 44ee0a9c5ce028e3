import Extraction
import News
import Testing

/// Whatever a text is made of, every span found in it is a stretch of whole characters, in order.
@Suite struct HostileTests {
    private static let pieces = [
        "“", "”", "\"", "‘", "’", "«", "»", "‹", "…", "...", "。", "—", "-", "(", ")", "[", ",", ".", "?", ":", ";", "/",
        "&", "'s", "’s", "’ve",
        " ", " ", " ", " ", "\n", "\u{301}", "\u{200b}", "😀", "東京", "Россия", "العربية", "Kyiv", "Ana", "Ruiz", "Mr",
        "Dr.", "U.S.", "J.", "the",
        "The", "ministry", "Ministry", "of", "President", "minister", "said", "told", "according", "to", "that", "who",
        "he", "she", "and", "He",
        "Paris", "Texas", "Georgia", "spokesman", "3", "27", "G7", "Russian", "French", "de", "la", "al-", "FBI", "Jr",
    ]

    @Test(arguments: 0..<300) func randomTextsGiveWholeSpans(_ seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let count = Int.random(in: 1...120, using: &random)
        let words = (0..<count).map { _ in Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)] }
        check(words.joined(separator: Bool.random(using: &random) ? " " : ""))
    }

    @Test(arguments: [
        "“", "”", "\"", "“a ", "“a” ", "A", "Kyiv ", "U.S. ", "FBI ", "word ", "(", "He said ", "he said “yes ",
        "Ana Ruiz ", "Smith said. ", "…‹", "a“b.C-",
        "Paris, Texas, ", "the ministry said “no” ", "“A” “B,” he said ", "\u{301}", "Dr ", "de la ", "‘a’ ",
        "“”\"‘’«»'", "«", "'", "`", "A ", "said ", "Said ", ",", ", ", "word", "Word", "Ana Maria Ruiz Lopez Smith ",
        "Ana Ruiz said. ", "Ana Ruiz, ", "a\n", "Ana Ruiz\n", "“a\n", "1", "1.", "😀", "👩‍👩‍👧", "a\u{301}", ".", "a.",
        "A.", "-", "Kyiv-", "Ministry of ", "Ministry of Health and ", "National Health Service (NHS) ", "President ",
        "the minister, ", "he said, ", "who ", "according to ", "Ana's ", "東京。", "Россия ", "\u{200b}", "A & ",
        "„a“ ", "« a » ", "“a ‘b “c ‘d ", "“Ana Ruiz", "“Yes,” ", "He “a” ", "“A?” ", "Ana Ruiz: “no” ", ": “", ",,",
        "Ministry of the ", "Bank of England and the ", "A of the ", "A and ", "President Ana Ruiz of ", "Ana's ", "'s",
        "said that ", "She said he said ", "by by Ana ", "spokeswoman spokesman minister ", "the ministry of the ",
        "It said “no”. ", "Her statement said “no”. ", "The rookie defenceman said “no”. ", "Ana Ruiz, who said ",
        "Georgia and Jordan and Turkey, ", "Niger, Nigeria, ", "l’Ukraine d’un ", "l'", "中国", "中国总统说，“是的”。", "و",
        "قال الرئيس في الصين. ", "भारत के प्रधानमंत्री ने कहा। ", "Haus Baum Regierung ",
        "Президент Владимир Путин сказал: «Да». ",
        "„Ja“, sagte er. ", "« Oui », a dit Jean Morel. ", "He left. Er ging. Il partit. Он ушёл. 他走了。",
    ]) func repeatedTextsCostTheirLength(_ piece: String) {
        // Long enough that a search without a bound would be felt, short enough for a debug build.
        check(String(repeating: piece, count: 10_000 / piece.utf8.count))
    }

    /// An apostrophe before a sign of three bytes: letters were looked for within it, beyond the text.
    @Test(arguments: ["n'‚", "n’…", "n'東", "n'v"]) func textsThatTheFuzzerFound(_ text: String) { check(text) }

    @Test func nestedBracketsCostTheirLength() {
        check(String(repeating: "(", count: 5_000) + "a" + String(repeating: ")", count: 5_000))
    }

    /// A story that names somebody else in every sentence: Nab, Nac, Nad.
    @Test(arguments: [
        "Ana %", "% Ministry", "%", "President %", "“a,” % said.", "% Ruiz said.", "% Ruiz. Ruiz said “no”.",
        "Ana % said that", "“No,” Ana % said.\n", "Ana % met Ben %x. He said “a”. She said “b”.", "%, Texas,",
        "the % said “a”.", "% of the", "%'s",
    ])
    func manyNamesCostTheirLength(_ frame: String) {
        let names = (0..<700).map { number in
            "N" + String(number).utf8.map { String(UnicodeScalar($0 - 0x30 + UInt8(ascii: "a"))) }.joined()
        }
        check(
            names.map { name in frame.split(separator: "%", omittingEmptySubsequences: false).joined(separator: name) }
                .joined(separator: " "))
    }

    /// Everybody is named first and nobody speaks beside a quotation: each looks back at all of them.
    @Test(arguments: ["Ana % met.", "%,"], ["“a,” she said. ", "“a” ", "“No.”\n", "The minister said “no”. "])
    func quotationsBehindManyNamesCostTheirLength(_ name: String, _ quotation: String) {
        let names = (0..<300).map { number in
            "N" + String(number).utf8.map { String(UnicodeScalar($0 - 0x30 + UInt8(ascii: "a"))) }.joined()
        }
        check(
            names.map { name.split(separator: "%", omittingEmptySubsequences: false).joined(separator: $0) }
                .joined(separator: " ") + " " + String(repeating: quotation, count: 300))
    }

    private func check(_ text: String) {
        var paragraphs: [Paragraph] = []
        var start = 0
        for (at, byte) in (Array(text.utf8) + [0x0A]).enumerated() where byte == 0x0A {
            if at > start { paragraphs.append(Paragraph(TextSpan(start, at), .body)) }
            start = at + 1
        }
        let reading = read(
            Article(id: "x", feed: "", text: text, title: "x", titleSpan: nil, paragraphs: paragraphs))
        let bytes = Array(text.utf8)
        let spans =
            reading.quotes.flatMap { $0.words + [$0.cue, $0.speaker?.written].compactMap { $0 } }
            + reading.entities.flatMap(\.mentions)
            + reading.countries.flatMap(\.mentions)
        for span in spans {
            #expect(span.end <= bytes.count && !span.isEmpty)
            for edge in [span.start, span.end] where edge < bytes.count {
                #expect(bytes[edge] & 0xC0 != 0x80, "\(text)")
            }
        }
        #expect(reading.quotes.map(\.extent.start) == reading.quotes.map(\.extent.start).sorted())
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed.
private struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
