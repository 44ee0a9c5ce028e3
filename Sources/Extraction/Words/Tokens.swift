import News

/// A story as tokens: the form that every later stage reads.
///
/// A class, so that all stages hold one: as a struct, handing it from stage to stage cost more than many of them.
final class Prose {
    let article: Article
    let language: Language
    /// UTF-8 of `article.text`.
    let bytes: [UInt8]
    let tokens: [Token]
    /// For each paragraph of the article, its tokens.
    let paragraphs: [Range<Int>]
    /// For each token, the sentence it belongs to.
    let sentenceOf: [Int32]
    /// Token ranges, in order; none crosses a paragraph.
    let sentences: [Range<Int>]
    /// The words that phrases of the tables begin with, in order.
    let phraseOpenings: [PhraseOpening]

    struct PhraseOpening {
        let token: Int32
        /// Of the word, in the table of phrases.
        let node: Int32
    }

    init(_ article: Article, _ facts: Facts) {
        self.article = article
        language = facts.language
        bytes = Array(article.text.utf8)
        var tokeniser = Tokeniser(bytes: bytes, facts: facts)
        var paragraphs: [Range<Int>] = []
        for (index, paragraph) in article.paragraphs.enumerated() {
            let first = tokeniser.tokens.count
            tokeniser.append(paragraph.span, paragraph: Int32(index))
            paragraphs.append(first..<tokeniser.tokens.count)
        }
        phraseOpenings = tokeniser.lookUp()
        tokens = tokeniser.tokens
        self.paragraphs = paragraphs
        var divider = SentenceDivider(bytes: bytes, tokens: tokens)
        divider.divide(paragraphs)
        sentenceOf = divider.sentenceOf
        sentences = divider.sentences
    }

    func text(_ token: Int) -> String { text(token..<token + 1) }

    /// The words of a token range as they stand; empty for an empty range.
    func text(_ range: Range<Int>) -> String {
        range.isEmpty ? "" : String(decoding: bytes[span(range).start..<span(range).end], as: UTF8.self)
    }

    /// Whether a token is this word, letter for letter: quicker than comparing its text.
    func isWord(_ token: Int, _ word: StaticString) -> Bool {
        let start = Int(tokens[token].start)
        guard Int(tokens[token].end) - start == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { letters in letters.indices.allSatisfy { bytes[start + $0] == letters[$0] } }
    }

    func span(_ range: Range<Int>) -> TextSpan {
        range.isEmpty
            ? TextSpan(Int(tokens[range.lowerBound].start), Int(tokens[range.lowerBound].start))
            : TextSpan(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
    }

    func sentence(of token: Int) -> Range<Int> { sentences[Int(sentenceOf[token])] }

    func isFirstInSentence(_ token: Int) -> Bool {
        let first = sentence(of: token).lowerBound
        guard token - first < 6 else { return false }
        return token == first
            || (first..<token).allSatisfy {
                tokens[$0].kind == .mark || tokens[$0].kind == .openBracket || tokens[$0].kind == .dash
            }
    }
}

/// Cuts text into tokens. Everything that is not a blank lands in exactly one token.
private struct Tokeniser {
    private let bytes: [UInt8]
    private let facts: Facts
    private let signs = asciiSigns
    private(set) var tokens: [Token] = []

    init(bytes: [UInt8], facts: Facts) {
        self.bytes = bytes
        self.facts = facts
        tokens.reserveCapacity(bytes.count / 4)
    }

    mutating func append(_ span: TextSpan, paragraph: Int32) {
        var at = span.start
        var gap = Token.Gap.line
        while at < span.end {
            let (scalar, width) = decode(at, span.end)
            switch sign(scalar) {
            case .blank:
                if gap != .line { gap = scalar == 0x0A || scalar == 0x0D ? .line : .blank }
                at += width
            case .letter:
                at = appendWord(from: at, to: span.end, gap: gap, paragraph)
                gap = isElided(tokens[tokens.count - 1]) ? .blank : joining(at, span.end)
                if gap == .hyphen { at += decode(at, span.end).1 }
            case .digit:
                at = appendNumber(from: at, to: span.end, gap: gap, paragraph)
                gap = joining(at, span.end)
                if gap == .hyphen { at += decode(at, span.end).1 }
            case .apostrophe:
                let end = at + width
                let isPossessive = gap == .none && tokens.last.map { $0.kind == .word && Int($0.end) == at } == true
                if isPossessive, end < span.end, bytes[end] | 0x20 == UInt8(ascii: "s"), !isLetter(end + 1, span.end) {
                    append(at, end + 1, .possessive, gap, paragraph)
                    at = end + 1
                } else if isPossessive, let close = contraction(end, span.end) {
                    append(at, close, .other, gap, paragraph)
                    at = close
                } else if isPossessive, bytes[at - 1] | 0x20 == UInt8(ascii: "s"), scalar != 0x2018 {
                    append(at, end, .possessive, gap, paragraph)
                    at = end
                } else {
                    // '' typed for a double mark is one sign.
                    let second = end < span.end ? decode(end, span.end) : (0, 0)
                    let close = scalar == 0x27 && second.0 == 0x27 ? end + second.1 : end
                    append(at, close, .mark, gap, paragraph)
                    at = close
                }
                gap = .none
            case .sign(var kind):
                var end = at + width
                // ,, typed for „.
                if scalar == 0x2C, gap != .none, end + 1 < span.end, bytes[end] == bytes[at], bytes[end + 1] > 0x20 {
                    kind = .mark
                    end += 1
                }
                // A run of full stops is one sign, as is `` for an opening mark.
                while scalar == 0x2E || scalar == 0x60, end < span.end, bytes[end] == bytes[at] { end += 1 }
                append(at, end, kind, gap, paragraph)
                at = end
                gap = .none
            }
        }
    }

    /// Adds what the tables say of all words in one go: the processor waits for many places of the tables at once.
    mutating func lookUp() -> [Prose.PhraseOpening] {
        var openings: [Prose.PhraseOpening] = []
        for at in tokens.indices where tokens[at].kind == .word {
            let word = facts.word(tokens[at].key)
            tokens[at].traits = word.traits
            if word.node >= 0 { openings.append(Prose.PhraseOpening(token: Int32(at), node: word.node)) }
        }
        return openings
    }

    private mutating func append(
        _ start: Int, _ end: Int, _ kind: Token.Kind, _ gap: Token.Gap, _ paragraph: Int32
    ) {
        tokens.append(
            Token(
                start: Int32(start), end: Int32(end), key: 0, traits: [], kind: kind, shape: .none, gap: gap,
                paragraph: paragraph))
    }

    /// A hyphen or en dash right between two words joins them.
    private func joining(_ at: Int, _ end: Int) -> Token.Gap {
        guard at < end else { return .none }
        let (scalar, width) = decode(at, end)
        guard scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011 || scalar == 0x2013, at + width < end else {
            return .none
        }
        switch sign(decode(at + width, end).0) {
        case .letter, .digit: return .hyphen
        case .apostrophe, .blank, .sign: return .none
        }
    }

    private func isLetter(_ at: Int, _ end: Int) -> Bool {
        guard at < end else { return false }
        if case .letter = sign(decode(at, end).0) { return true }
        return false
    }

    /// Whether the letters before an apostrophe are a word of their own: l’Ukraine, dell’Ucraina; not D’Alema.
    private func isElision(_ letters: WordKey, capitals: Int, before next: Int) -> Bool {
        guard !facts.language.isEnglish, facts.traits(of: letters).has(.elided) else { return false }
        return capitals == 0 || facts.traits(of: letters).has(.determiner) || bytes[next] & 0x20 != 0
    }

    /// What an elided word is cut off from stands as if behind a blank.
    private func isElided(_ token: Token) -> Bool {
        guard !facts.language.isEnglish, facts.traits(of: token.key).has(.elided) else { return false }
        let last = bytes[Int(token.end) - 1]
        return last == UInt8(ascii: "'") || last == 0x99
    }

    /// The sign of H&M and AT&T, between a few capitals and another.
    private func joinsCapitals(_ at: Int, behind capitals: Int, _ smalls: Int, _ end: Int) -> Bool {
        bytes[at] == UInt8(ascii: "&") && smalls == 0 && (1...3).contains(capitals) && at + 1 < end
            && bytes[at + 1] &- UInt8(ascii: "A") < 26
            && !(at + 2 < end && bytes[at + 2] &- UInt8(ascii: "a") < 26)
    }

    /// Letters with apostrophes, dots, signs and digits inside: O’Brien, U.S., don't, G7, H&M, @name.
    private mutating func appendWord(
        from start: Int, to end: Int, gap: Token.Gap, _ paragraph: Int32
    ) -> Int {
        var key = WordKeyBuilder()
        var at = start
        var letters = 0
        var capitals = 0
        var smalls = 0
        var startsCapital = false
        var hasInnerDot = false
        scan: while at < end {
            let byte = bytes[at]
            // Nearly all letters.
            if byte &- UInt8(ascii: "a") < 26 {
                key.add(byte)
                smalls += 1
                letters += 1
                at += 1
                continue
            }
            let (scalar, width) = decode(at, end)
            switch sign(scalar) {
            case .letter:
                let letterCase: Folding.Case
                if scalar < 0x80 {
                    letterCase = scalar & 0x20 == 0 ? .capital : .small
                    key.add(UInt8(scalar | 0x20))
                } else {
                    letterCase = facts.folding.add(scalar, to: &key)
                }
                if letterCase == .capital {
                    capitals += 1
                    if letters == 0 { startsCapital = true }
                } else if letterCase == .small {
                    smalls += 1
                }
                letters += 1
                at += width
            case .digit:
                key.add(UInt8(scalar))
                at += width
            case .apostrophe where scalar != 0x2018:
                guard isLetter(at + width, end), !isPossessive(at, width, end), contraction(at + width, end) == nil
                else { break scan }
                at += width
                if isElision(key.key, capitals: capitals, before: at) { break scan }
            case .sign(.period):
                // U.S. and a.m., dolarhoy.com; not the end of a sentence without a blank.
                guard isLetter(at + 1, end) else { break scan }
                let isSingle = at - start == 1 || (hasInnerDot && bytes[at - 2] == UInt8(ascii: "."))
                let nextIsSmall = bytes[at + 1] & 0x20 != 0 && bytes[at + 1] < 0x80
                guard isSingle || nextIsSmall else { break scan }
                hasInnerDot = true
                at += 1
            case .sign(.other) where joinsCapitals(at, behind: capitals, smalls, end):
                key.add(bytes[at])
                at += 1
            case .blank, .sign, .apostrophe:
                break scan
            }
        }
        let word = key.key
        let isInitial = letters == 1 && capitals == 1
        // The dot of an abbreviation or initial is part of it.
        if at < end, bytes[at] == UInt8(ascii: "."), at + 1 >= end || bytes[at + 1] != UInt8(ascii: "."),
            isInitial || hasInnerDot
                || (capitals > 0 || letters <= 3) && facts.traits(of: word).has(.abbreviation),
            !(at + 1 >= end && letters > 1 && !hasInnerDot)
        {
            at += 1
        }
        let shape: Token.Shape =
            if letters == 0 || capitals + smalls == 0 { .none } else if capitals == 0 { .small } else if isInitial {
                .initial
            } else if smalls == 0 { .capitals } else if startsCapital && capitals == 1 { .capital } else { .mixed }
        tokens.append(
            Token(
                start: Int32(start), end: Int32(at), key: word, traits: [], kind: .word, shape: shape, gap: gap,
                paragraph: paragraph))
        return at
    }

    /// The end of ’ve, ’ll, ’re, ’d or ’m, whose letters begin at an offset; nil for other letters.
    private func contraction(_ at: Int, _ end: Int) -> Int? {
        guard at < end else { return nil }
        let first = bytes[at] | 0x20
        if first == UInt8(ascii: "d") || first == UInt8(ascii: "m") { return isLetter(at + 1, end) ? nil : at + 1 }
        guard at + 1 < end else { return nil }
        let second = bytes[at + 1] | 0x20
        let isSuffix =
            first == UInt8(ascii: "v") && second == UInt8(ascii: "e")
            || first == UInt8(ascii: "l") && second == UInt8(ascii: "l")
            || first == UInt8(ascii: "r") && second == UInt8(ascii: "e")
        // Only behind two letters of ASCII does another character begin.
        return isSuffix && !isLetter(at + 2, end) ? at + 2 : nil
    }

    private func isPossessive(_ at: Int, _ width: Int, _ end: Int) -> Bool {
        let next = at + width
        return bytes[next] | 0x20 == UInt8(ascii: "s") && !isLetter(next + 1, end)
            && !(next + 1 < end && isDigit(next + 1))
    }

    private func isDigit(_ at: Int) -> Bool { bytes[at] >= 0x30 && bytes[at] <= 0x39 }

    private mutating func appendNumber(
        from start: Int, to end: Int, gap: Token.Gap, _ paragraph: Int32
    ) -> Int {
        var at = start
        while at < end {
            if isDigit(at) {
                at += 1
            } else if (bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: ".")
                || bytes[at] == UInt8(ascii: ":")),
                at + 1 < end, isDigit(at + 1)
            {
                at += 1
            } else {
                break
            }
        }
        // 20th, 5pm, 100m: letters right behind belong to the number.
        while at < end, bytes[at] | 0x20 >= UInt8(ascii: "a"), bytes[at] | 0x20 <= UInt8(ascii: "z") { at += 1 }
        append(start, at, .number, gap, paragraph)
        return at
    }

    @inline(__always)
    private func sign(_ scalar: UInt32) -> Sign { scalar < 0x80 ? signs[Int(scalar)] : Sign(scalar) }

    @inline(__always)
    private func decode(_ at: Int, _ end: Int) -> (UInt32, Int) {
        bytes[at] < 0x80 ? (UInt32(bytes[at]), 1) : decodedScalar(bytes.span, at)
    }
}

private let asciiSigns: [Sign] = (0..<0x80).map { Sign($0) }

/// What a scalar does in a text.
private enum Sign {
    case blank, letter, digit, apostrophe
    case sign(Token.Kind)

    init(_ scalar: UInt32) {
        switch scalar {
        case 0x61...0x7A, 0x41...0x5A: self = .letter
        case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x2066...0x206F, 0x3000,
            0xFEFF, 0xAD:
            self = .blank
        case 0x30...0x39: self = .digit
        case 0x27, 0x2019, 0x2018, 0x02BC, 0x201B: self = .apostrophe
        case 0x2C, 0x3001, 0xFF0C, 0x60C: self = .sign(.comma)
        case 0x2E, 0x2026, 0x3002: self = .sign(.period)
        case 0x21, 0x3F, 0xFF01, 0xFF1F, 0x61F: self = .sign(.question)
        case 0x3A, 0xFF1A: self = .sign(.colon)
        case 0x3B: self = .sign(.semicolon)
        case 0x2D, 0x2010...0x2015: self = .sign(.dash)
        case 0x28, 0x5B, 0x7B: self = .sign(.openBracket)
        case 0x29, 0x5D, 0x7D: self = .sign(.closeBracket)
        case 0x22, 0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0x201A, 0x2039, 0x203A, 0x300C, 0x300D, 0x300E, 0x300F,
            0xFF02, 0x60, 0xB4, 0x2033:
            self = .sign(.mark)
        case 0x40, 0x23: self = .letter
        case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x1FFF, 0x2C00...0x2DFF, 0x3040...0xABFF,
            0xAC00...0xD7FF,
            0xF900...0xFDFF, 0xFE70...0xFEFE, 0xFF10...0xFFDC, 0x10000...0x1D0FF, 0x20000...0x3FFFF:
            self = .letter
        default: self = .sign(.other)
        }
    }
}
