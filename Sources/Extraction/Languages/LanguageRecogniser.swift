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
    private var languagesOfWord = KeyMap<UInt64>(capacity: 1 << 13)
    private let folding = Folding(table: FactTable("folding"))

    /// A text is read in samples of so many bytes, evenly spread; these are their places, of as many. The first three are
    /// enough for a text that is plainly English.
    private static let order = [0, 4, 7, 2, 1, 3, 5, 6]
    private static let sampleLength = 128
    /// A language must show so many stop words, and at least one word in so many.
    private static let fewest = 4
    private static let rarest = 8

    private init() {
        for row in FactTable("languages") {
            var language = Language(code: row[0].text)
            language.hasFacts = row[1].contains("words")
            language.capitalisesNouns = row[1].contains("nouns")
            language.particlesFollowForenames = row[1].contains("von")
            language.inflectsNames = row[1].contains("inflected")
            if language.isEnglish { english = languages.count }
            if let script = Script(rawValue: row[2].text) { languageOfScript[script] = languages.count }
            precondition(languages.count < 64, "each language has a bit of 64")
            for word in row[3].split(separator: UInt8(ascii: " ")) {
                word.withBytes { bytes in
                    forEachWord(bytes, 0, bytes.count) { key, _ in
                        languagesOfWord[languagesOfWord.add(key, 0)] |= 1 << UInt64(languages.count)
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
            var evidence = Evidence(languages: languages.count)
            for (count, place) in Self.order.enumerated() {
                let start = max(Self.sampleLength, bytes.count / Self.order.count) * place
                guard start < bytes.count else { continue }
                forEachWord(bytes, start, min(start + Self.sampleLength, bytes.count)) { key, script in
                    evidence.add(languages: languagesOfWord.number(of: key).map { languagesOfWord[$0] } ?? 0, script)
                }
                if count == 2, isPlainlyEnglish(evidence) { return .english }
            }
            return verdict(evidence)
        }
    }

    /// What the words of a text say.
    private struct Evidence {
        /// Stop words of each language.
        var hits: [Int]
        var words = 0
        /// Words in each script that is not Latin.
        var foreign: [Script: Int] = [:]

        init(languages: Int) { hits = Array(repeating: 0, count: languages) }

        mutating func add(languages: UInt64, _ script: Script?) {
            words += 1
            if let script { foreign[script, default: 0] += 1 }
            var bits = languages
            while bits != 0 {
                hits[bits.trailingZeroBitCount] += 1
                bits &= bits - 1
            }
        }
    }

    private func isPlainlyEnglish(_ evidence: Evidence) -> Bool {
        let hits = evidence.hits[english]
        return hits >= 8 && hits * 5 >= evidence.words
            && evidence.hits.indices.allSatisfy { $0 == english || evidence.hits[$0] * 2 <= hits }
    }

    private func verdict(_ evidence: Evidence) -> Language {
        let best = evidence.hits.indices.max { evidence.hits[$0] < evidence.hits[$1] } ?? english
        let hits = evidence.hits[best]
        if hits > evidence.hits[english], hits >= Self.fewest, hits * Self.rarest >= evidence.words {
            return languages[best]
        }
        let most = evidence.foreign.max { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }
        guard let (script, count) = most, count * 2 > evidence.words else { return .english }
        return languageOfScript[script].map { languages[$0] } ?? .undetermined
    }

    /// Hands on the folded key of each word in a range of bytes, and its script when that is not Latin. Letters cut in two
    /// at the start are passed over.
    @inline(__always)
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
                let (scalar, width) = decodedScalar(bytes.span, at)
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
