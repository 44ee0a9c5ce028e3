/// Divides the tokens of a story into sentences.
struct SentenceDivider {
    let bytes: [UInt8]
    let tokens: [Token]
    /// For each token, the sentence it belongs to.
    private(set) var sentenceOf: [Int32] = []
    /// Token ranges, in order; none crosses a paragraph.
    private(set) var sentences: [Range<Int>] = []

    init(bytes: [UInt8], tokens: [Token]) {
        self.bytes = bytes
        self.tokens = tokens
    }

    /// Sentences end after . ? ! and their closing marks, before something that can begin one.
    mutating func divide(_ paragraphs: [Range<Int>]) {
        sentenceOf = Array(repeating: 0, count: tokens.count)
        for paragraph in paragraphs where !paragraph.isEmpty {
            var start = paragraph.lowerBound
            for at in paragraph where at + 1 < paragraph.upperBound && ends(at, in: paragraph) {
                close(start..<at + 1)
                start = at + 1
            }
            close(start..<paragraph.upperBound)
        }
    }

    private mutating func close(_ range: Range<Int>) {
        for at in range { sentenceOf[at] = Int32(sentences.count) }
        sentences.append(range)
    }

    /// « La paix ! »: a closing mark between blanks, as French is set.
    private func isSetOffCloser(_ at: Int, in paragraph: Range<Int>) -> Bool {
        tokens[at].kind == .mark && bytes[Int(tokens[at].start)] == 0xC2 && bytes[Int(tokens[at].end) - 1] == 0xBB
            && tokens[at].gap == .blank
            && (at + 1 == paragraph.upperBound || tokens[at + 1].gap != .none
                || tokens[at + 1].kind == .comma || tokens[at + 1].kind == .period)
    }

    private func ends(_ at: Int, in paragraph: Range<Int>) -> Bool {
        let next = tokens[at + 1]
        guard next.gap == .blank || next.gap == .line else { return false }
        let token = tokens[at]
        let canBegin =
            next.isCapitalised || next.kind == .number || next.kind == .mark || next.kind == .openBracket
            || (next.kind == .word && next.shape == .none) || next.kind == .dash
        guard canBegin, !isSetOffCloser(at + 1, in: paragraph) else { return false }
        switch token.kind {
        case .period, .question:
            return true
        case .mark, .closeBracket:
            // A closing mark right after the full stop belongs to the sentence before.
            return at > paragraph.lowerBound && tokens[at - 1].endsSentence
                && (token.gap == .none || isSetOffCloser(at, in: paragraph))
        case .word:
            // "in the U.S. The next day": a dotted word ends a sentence only before an ordinary opening word.
            guard bytes[Int(token.end) - 1] == UInt8(ascii: ".") else { return false }
            return !token.traits.has(.honorific) && token.shape != .initial
                && next.traits.has([.determiner, .possessive, .pronoun, .preposition, .conjunction, .adverb])
                && next.shape == .capital
        default:
            return false
        }
    }
}
