import News

/// A stretch of text between line breaks that may become a paragraph, with what can be counted in it.
struct Block {
    /// In the article's text, without surrounding blanks; never empty.
    let range: Range<Int>
    /// What the markup says it is; nil for plain text.
    var mark: Mark?
    /// How the markup sets it.
    var form = Paragraph.Form.plain
    /// Whether the markup has a rule above it.
    var isAfterRule = false
    /// Runs of letters and digits; a letter of a script without spaces counts as half a word.
    private(set) var words = 0
    /// Words that begin with a capital letter or a digit.
    private(set) var capitals = 0
    /// Words with a small letter first.
    private(set) var smalls = 0
    /// Full stops, question and exclamation marks that are followed by a blank, and the one at the end.
    private(set) var sentenceEnds = 0
    private(set) var ending = Ending.open

    enum Mark {
        case headline, standfirst, byline, heading, listEntry, blockQuote, caption, furniture
        /// A paragraph of the story, by the page's own word.
        case paragraph
        /// A paragraph right below the headline, in italics or bold as a whole.
        case emphasis
    }

    enum Ending {
        case fullStop, question, exclamation, colon
        /// No mark of punctuation that ends a sentence.
        case open
    }

    /// The measure of a headline that is no whole sentence: nothing ends it.
    var isFinished: Bool { ending == .fullStop || ending == .question || ending == .exclamation }

    /// Long enough, and written in sentences: what the body of a story is made of.
    var isProse: Bool {
        if words >= 40 || ending == .colon && words >= 12 { return true }
        return isFinished ? words >= 12 || (sentenceEnds >= 2 && words >= 7) : false
    }

    init(_ range: Range<Int>, mark: Mark? = nil, in bytes: [UInt8]) {
        self.range = range
        self.mark = mark
        measure(bytes)
        ending = Self.ending(of: bytes, range)
        if isFinished { sentenceEnds += 1 }
    }

    private mutating func measure(_ bytes: [UInt8]) {
        var isInWord = false
        var wide = 0
        var at = range.lowerBound
        let end = range.upperBound
        let kinds = byteKinds.span
        let bytes = bytes.span
        while at < end {
            let byte = bytes[at]
            if isInWord, byte.isLower {
                at += 1
                continue
            }
            switch kinds[Int(byte)] {
            case .small:
                if !isInWord {
                    smalls += 1
                    words += 1
                }
                isInWord = true
            case .capital:
                if !isInWord {
                    capitals += 1
                    words += 1
                }
                isInWord = true
            case .stop:
                if at + 1 < end, bytes[at + 1].isBlank || bytes[at + 1] == 0x22 || bytes[at + 1] == 0xE2 {
                    sentenceEnds += 1
                }
                isInWord = isInWord && byte == UInt8(ascii: ".") && at + 1 < end && bytes[at + 1].isLetterOrDigit
            case .apostrophe: break
            case .other: isInWord = false
            case .general:
                // U+2000...206F (dashes, quotation marks, the ellipsis) but for ’ end a word.
                if byte == 0xE2, at + 2 < end, bytes[at + 1] == 0x80, bytes[at + 2] != 0x99 { isInWord = false }
                if byte == 0xC2 { isInWord = false }
            case .letter:
                if !isInWord {
                    words += 1
                    capitals += isCapital(byte, at + 1 < end ? bytes[at + 1] : 0) ? 1 : 0
                }
                isInWord = true
            case .wide: wide += 1
            case .inside: break
            }
            at += 1
        }
        words += wide / 2
    }

    /// What ends the text, seen through closing quotation marks and brackets.
    private static func ending(of bytes: [UInt8], _ range: Range<Int>) -> Ending {
        var end = range.upperBound
        while end > range.lowerBound {
            let byte = bytes[end - 1]
            switch byte {
            case UInt8(ascii: "."): return .fullStop
            case UInt8(ascii: "?"): return .question
            case UInt8(ascii: "!"): return .exclamation
            case UInt8(ascii: ":"): return .colon
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "*"):
                end -= 1
            case 0x80...:
                guard end - 3 >= range.lowerBound else { return .open }
                switch (bytes[end - 3], bytes[end - 2], byte) {
                case (0xE2, 0x80, 0x98...0x9E): end -= 3  // ‘ ’ ‚ “ ” „
                case (0xE2, 0x80, 0xA6): return .fullStop  // …
                case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x8E): return .fullStop  // 。．
                case (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F): end -= 3  // 」』
                case (0xEF, 0xBC, 0x9F): return .question
                case (0xEF, 0xBC, 0x81): return .exclamation
                case (0xEF, 0xBC, 0x9A): return .colon
                case (0xE0, 0xA5, 0xA4): return .fullStop  // danda
                case (_, 0xC2, 0xBB), (_, 0xC2, 0xA0): end -= 2  // » and a no-break space
                case (_, 0xD8, 0x9F): return .question  // ؟
                case (_, 0xDB, 0x94): return .fullStop  // ۔
                default: return .open
                }
            case _ where byte.isBlank: end -= 1
            default: return .open
            }
        }
        return .open
    }

    /// Latin-1 and Latin Extended-A, Greek and Cyrillic capitals, as far as two bytes tell.
    private func isCapital(_ lead: UInt8, _ second: UInt8) -> Bool {
        switch lead {
        case 0xC3: second < 0x9F
        case 0xC4, 0xC5: second.isMultiple(of: 2)
        case 0xCE: second < 0xB1
        case 0xD0: second < 0xB0
        default: false
        }
    }
}

private enum ByteKind: UInt8 {
    case other, small, capital, stop, apostrophe
    /// The first byte of a letter beyond ASCII; of general punctuation; of a script without spaces; a later byte.
    case letter, general, wide, inside
}

private let byteKinds: [ByteKind] = (0...255).map { (byte: UInt8) in
    switch byte {
    case _ where byte.isLower: .small
    case _ where byte.isUpper || byte.isDigit: .capital
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): .stop
    case UInt8(ascii: "'"), UInt8(ascii: "-"): .apostrophe
    case 0x80...0xBF: .inside
    case 0xC2, 0xE2: .general
    case 0xE3...0xED: .wide
    case 0xC3...: .letter
    default: .other
    }
}
