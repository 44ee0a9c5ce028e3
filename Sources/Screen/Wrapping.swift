/// Breaks a paragraph into lines of at most `width` columns: at blanks, after hyphens and dashes within words, and around
/// CJK characters and emoji where their punctuation allows it. A word longer than a line, or a link, is broken only
/// where it must be. Line ends in the text count as blanks. Linear in the paragraph's length.
///
/// - Parameters:
///   - text: the whole text that offsets count in.
///   - range: UTF-8 offsets of the paragraph in it, on scalar boundaries; what lies outside the text is ignored.
///   - width: in columns as drawn; less than 1 counts as 1. Only a wide character alone may be wider than its line.
///   - most: no more than so many lines are made, and no more of the text is looked at than they need.
/// - Returns: the UTF-8 range of each line, without the blanks at its end; at least one.
package func wrapped(_ text: String, _ range: Range<Int>, width: Int, atMost most: Int = .max) -> [Range<Int>] {
    let bytes = text.utf8Span.span
    let range = range.clamped(to: 0..<bytes.count)
    var cleaner = Cleaner(range)
    var breaker = LineBreaker(width: max(1, width), start: range.lowerBound)
    while let piece = cleaner.next(in: bytes) {
        breaker.add(piece, in: bytes)
        if breaker.room > 0 { breaker.addLetters(cleaner.takeLetters(in: bytes, atMost: breaker.room)) }
        if breaker.lines.count >= most { return breaker.lines }
    }
    return breaker.finished()
}

/// Cuts a stretch of text into lines of at most `width` columns, wherever that is: for code, whose blanks count. Linear.
///
/// - Returns: the UTF-8 range of each line; at least one.
package func cut(_ text: String, _ range: Range<Int>, width: Int) -> [Range<Int>] {
    let bytes = text.utf8Span.span
    let range = range.clamped(to: 0..<bytes.count)
    var cleaner = Cleaner(range)
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    var columns = 0
    while let piece = cleaner.next(in: bytes) {
        if columns > 0, columns + piece.width > width {
            lines.append(start..<piece.source.lowerBound)
            start = piece.source.lowerBound
            columns = 0
        }
        columns += piece.width
    }
    lines.append(start..<range.upperBound)
    return lines
}

/// The lines so far and the one being filled. A piece is looked at once: where a line ends at an earlier place, the
/// columns since that place are known.
private struct LineBreaker {
    /// A place where the line may end.
    private struct Opportunity {
        /// Where the line's words end.
        var end: Int
        /// Where the next line starts.
        var next: Int
        /// Columns from `next` on.
        var columns: Int
    }

    private let width: Int
    private(set) var lines: [Range<Int>] = []
    /// The line being filled, without the blanks at its end.
    private var start: Int
    private var end: Int
    /// Columns of the line being filled, with the blanks at its end.
    private var columns = 0
    private var opportunity: Opportunity?
    /// The bases of the last two pieces, a blank at the start.
    private var last: UInt32 = 0x20
    private var secondLast: UInt32 = 0x20
    private var lastEndsWord = false
    private var lastIsWide = false
    private var isInLink = false

    init(width: Int, start: Int) {
        self.width = width
        self.start = start
        end = start
    }

    mutating func add(_ piece: Cleaner.Piece, in bytes: Span<UInt8>) {
        if piece.isBlank {
            addBlank(piece)
        } else {
            if mayBreak(before: piece) {
                opportunity = Opportunity(end: end, next: piece.source.lowerBound, columns: 0)
            }
            while columns + piece.width > width, breakLine(before: piece) {}
            columns += piece.width
            opportunity?.columns += piece.width
            end = piece.source.upperBound
            if piece.base == 0x3A { isInLink = isInLink || startsLink(after: piece, in: bytes) }
        }
        secondLast = last
        last = piece.base
        lastEndsWord = piece.endsWord
        lastIsWide = piece.width == 2
    }

    /// How many letters can follow without a thought: no line may end between those of one word, and there are columns left.
    var room: Int {
        let mayEnd = last >= 0x80 || last == 0x2D || lastEndsWord
        return mayEnd ? 0 : width - columns
    }

    /// Takes letters of ASCII behind the last piece, no more than there is room for.
    mutating func addLetters(_ letters: Range<Int>) {
        guard !letters.isEmpty else { return }
        columns += letters.count
        opportunity?.columns += letters.count
        end = letters.upperBound
        // Any letter of them: only blanks and dashes are asked for.
        last = 0x61
        lastIsWide = false
    }

    /// The lines; the last one ends where its last word does.
    consuming func finished() -> [Range<Int>] {
        lines.append(start..<end)
        return lines
    }

    /// Blanks never make a line too long: they hang over its end, and go where it is broken. Those before the first
    /// word of a paragraph are its indent, which goes too when the word has no room behind it.
    private mutating func addBlank(_ piece: Cleaner.Piece) {
        isInLink = false
        columns += piece.width
        opportunity = Opportunity(end: end, next: piece.source.upperBound, columns: 0)
    }

    /// Ends the line at the last opportunity, or else here.
    /// - Returns: whether there was anything to break.
    private mutating func breakLine(before piece: Cleaner.Piece) -> Bool {
        guard columns > 0 else { return false }
        let place = opportunity ?? Opportunity(end: end, next: piece.source.lowerBound, columns: 0)
        if place.end > start { lines.append(start..<place.end) }
        start = place.next
        // Nothing has been added yet to a line that starts with this piece.
        end = place.columns == 0 ? start : end
        columns = place.columns
        opportunity = nil
        return true
    }

    private func startsLink(after colon: Cleaner.Piece, in bytes: Span<UInt8>) -> Bool {
        let next = colon.source.upperBound
        return next + 1 < bytes.count && bytes[next] == 0x2F && bytes[next + 1] == 0x2F
    }

    /// Whether a line may end between the last piece and this one, neither of them a blank.
    private func mayBreak(before piece: Cleaner.Piece) -> Bool {
        guard end > start, last != 0x20 else { return false }
        if lastEndsWord { return true }
        if last < 0x80, piece.base < 0x80, last != 0x2D { return false }
        if isDash(last) {
            // Not "–5", "2021-22" or the options "-v" and "--help".
            return !isInLink && !isDigit(piece.base) && !isDash(piece.base) && !closes(piece.base)
                && secondLast != 0x20 && secondLast != 0xA0 && !isDash(secondLast)
        }
        return (lastIsWide || piece.width == 2) && !opens(last) && !closes(piece.base)
            && last != 0xA0 && piece.base != 0xA0
    }

    private func isDigit(_ base: UInt32) -> Bool { 0x30...0x39 ~= base }

    private func isDash(_ base: UInt32) -> Bool { base == 0x2D || base == 0x2010 || 0x2012...0x2015 ~= base }

    /// Never last on a line: opening quotes and brackets, signs before numbers.
    private func opens(_ base: UInt32) -> Bool {
        switch Unicode.Scalar(base) {
        case "(", "[", "{", "#", "$", "@", "¡", "¿", "«", "‘", "‚", "“", "„", "‹", "£", "¥", "€",
            "〈", "《", "「", "『", "【", "〔", "〖", "〘", "〚", "〝", "（", "［", "｛", "｟", "＂", "＇", "＃", "＄", "￡", "￥":
            true
        default: false
        }
    }

    /// Never first on a line: closing quotes, brackets and stops, small kana, marks of repetition and length.
    private func closes(_ base: UInt32) -> Bool {
        switch Unicode.Scalar(base) {
        case "!", "\"", "%", "'", ")", ",", ".", "/", ":", ";", "?", "]", "}", "»", "’", "”", "›", "…", "‥", "‰", "°",
            "·",
            "、", "。", "々", "〉", "》", "」", "』", "】", "〕", "〗", "〙", "〛", "〜", "〞", "〟", "〻", "ー", "・", "゛", "゜", "ゝ",
            "ゞ", "ヽ", "ヾ",
            "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ゎ", "ゕ", "ゖ", "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ",
            "ヮ", "ヵ", "ヶ",
            "！", "％", "）", "，", "．", "：", "；", "？", "］", "｝", "｠", "｡", "｣", "､", "～":
            true
        default: false
        }
    }
}
