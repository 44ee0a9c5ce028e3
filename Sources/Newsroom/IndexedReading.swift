import Extraction
import News
import Storage

extension ReadStory {
    /// A reading, made ready for the index.
    init(_ place: Place, _ reading: Reading) {
        self.init(
            place, reading, wordCount: reading.article.wordCount, language: Extraction.language(of: reading.article),
            words: SearchableWords(reading))
    }
}

extension SearchableWords {
    init(_ reading: Reading) {
        let article = reading.article
        let speakers = Set(reading.quotes.compactMap(\.speaker?.name)).subtracting(reading.entities.map(\.name))
        let quoted = reading.quotes.flatMap { quote in quote.words.map { article.text[$0] } }
        self.init(
            title: foldedWords(article.title),
            names: foldedWords((reading.entities.map(\.name) + speakers).joined(separator: "\n")),
            quotes: foldedWords(quoted.joined(separator: "\n")), body: foldedWords(article.shownText))
    }
}

/// Words without case and accents, a blank between them. Signs of scripts that put no blank between words stand alone.
func foldedWords(_ text: String) -> String {
    spaced(String(decoding: folded(text).dropFirst(), as: UTF8.self))
}

/// Puts a blank around each sign of the scripts that write without, so that every one is a word to the index.
func spaced(_ folded: String) -> String {
    // The first byte of such a sign is E0 or more: most texts have none.
    guard folded.utf8.contains(where: { $0 >= 0xE0 }) else { return folded }
    var spaced = String.UnicodeScalarView()
    for scalar in folded.unicodeScalars {
        if scalar.isUnspaced { spaced.append(" ") }
        spaced.append(scalar)
        if scalar.isUnspaced { spaced.append(" ") }
    }
    return String(spaced)
}

extension Unicode.Scalar {
    /// Of a script that puts no blank between words: Chinese, Japanese, Thai, Lao.
    var isUnspaced: Bool {
        switch value {
        case 0x0E00...0x0EFF, 0x3040...0x30FF, 0x3400...0x9FFF, 0x20000...0x3FFFF: true
        default: false
        }
    }
}

extension Article {
    /// All that is shown of it, a line end between its paragraphs.
    var shownText: String {
        paragraphs.filter { $0.part != .furniture }.map { String(text[$0.span]) }.joined(separator: "\n")
    }

    /// Words of the body, told apart by blanks.
    var wordCount: Int {
        let bytes = text.utf8Span.span
        var count = 0
        for paragraph in paragraphs where paragraph.part.isBody {
            var isInWord = false
            for index in paragraph.span.start..<paragraph.span.end {
                let isBlank = bytes[index] <= 0x20
                if !isBlank && !isInWord { count += 1 }
                isInWord = !isBlank
            }
        }
        return count
    }
}
