/// Tells a text's language by its stop words, those of `languages.tsv`, and where they say nothing by its script.
///
/// Little evidence counts as English: headlines, lists and names have few such words in any language. A mixed text is
/// of the language that most of it is written in.
struct LanguageRecogniser: Sendable {
    static let standard = LanguageRecogniser()

    /// In the order of their bits in `languagesOfWord`.
    private var languages: [Language] = []
    private var english = 0
    /// The script that is one language's alone → its index in `languages`.
    private var languageOfScript: [Script: Int] = [:]
    /// Stop word → the languages that have it, a bit for each.
    private var languagesOfWord = KeyMap<UInt64>(absent: 0)
    private let folding = Folding(table: FactTable("folding"))

    /// A text is read in so many samples, evenly spread, of so many bytes.
    private static let samples = 8
    private static let sampleLength = 160
    /// A language must show so many stop words, and at least one word in so many.
    private static let fewest = 4
    private static let rarest = 8

    private init() {
        for row in FactTable("languages") {
            var language = Language(code: row[0].text)
            language.hasFacts = row[1].contains("words")
            language.capitalisesNouns = row[1].contains("nouns")
            language.hasVerbSecond = row[1].contains("verb-second")
            if language.isEnglish { english = languages.count }
            if let script = Script(rawValue: row[2].text) { languageOfScript[script] = languages.count }
            precondition(languages.count < 64, "each language has a bit of 64")
            for word in row[3].split(separator: UInt8(ascii: " ")) {
                word.withBytes { bytes in
                    forEachWord(bytes, 0, bytes.count) { key, _ in languagesOfWord[key] |= 1 << UInt64(languages.count)
                    }
                }
            }
            languages.append(language)
        }
    }

    /// - Complexity: constant in the text's length.
    func language(of text: String) -> Language {
        var text = text
        return text.withUTF8 { bytes in
            var hits = [Int](repeating: 0, count: languages.count)
            var words = 0
            var letters: [Script: Int] = [:]
            let stride = max(Self.sampleLength, bytes.count / Self.samples)
            for start in Swift.stride(from: 0, to: bytes.count, by: stride) {
                forEachWord(bytes, start, min(start + Self.sampleLength, bytes.count)) { key, foreign in
                    words += 1
                    if let script = foreign { letters[script, default: 0] += 1 }
                    var bits = languagesOfWord[key]
                    while bits != 0 {
                        hits[bits.trailingZeroBitCount] += 1
                        bits &= bits - 1
                    }
                }
            }
            return verdict(hits: hits, words: words, foreign: letters)
        }
    }

    /// - Parameter foreign: how many words are written in each script that is not Latin.
    private func verdict(hits: [Int], words: Int, foreign: [Script: Int]) -> Language {
        let best = hits.indices.max { hits[$0] < hits[$1] } ?? english
        if hits[best] > hits[english], hits[best] >= Self.fewest, hits[best] * Self.rarest >= words {
            return languages[best]
        }
        guard let (script, count) = foreign.max(by: { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }),
            count * 2 > words
        else { return .english }
        return languageOfScript[script].map { languages[$0] } ?? Language(code: "und")
    }

    /// The folded key of each word in a range of bytes that ends at no half letter's cost: a letter cut in two is passed over.
    private func forEachWord(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ body: (WordKey, Script?) -> Void
    ) {
        var at = start
        while at < end, bytes[at] & 0xC0 == 0x80 { at += 1 }
        var builder = WordKeyBuilder()
        var isInWord = false
        var script: Script?
        while at < end {
            let byte = bytes[at]
            if byte < 0x80 {
                at += 1
                let letter = byte | 0x20
                if letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z") {
                    builder.add(letter)
                    isInWord = true
                    continue
                }
            } else {
                let (scalar, width) = decodedScalar(bytes, at)
                at += width
                if let found = Script(of: scalar) {
                    _ = folding.add(scalar, to: &builder)
                    isInWord = true
                    if found != .latin { script = found }
                    // Written without blanks, a character counts as a word.
                    if !found.hasBlanks { body(0, found) }
                    continue
                }
            }
            if isInWord { body(builder.key, script) }
            builder = WordKeyBuilder()
            isInWord = false
            script = nil
        }
        if isInWord { body(builder.key, script) }
    }
}
